/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The time of what a detector does to the paper's image of 422 x 640 pixels, step by step: a beam that open, thin and thick
 * places of a body leave, 0.005 to 1 of it.
 */
@State( Scope.Benchmark )
@BenchmarkMode( Mode.SampleTime )
@OutputTimeUnit( TimeUnit.MILLISECONDS )
@Warmup( iterations = 3, time = 2 )
@Measurement( iterations = 5, time = 2 )
@Fork( value = 1, jvmArgsAppend = "-Xmx2g" )
public class DetectionBenchmark
{
	private static final BodyDistances DISTANCES = new BodyDistances( 1000, 925 );

	private final View view = ConeBeamGeometry.standard( new CArmAngulation( 0, 0 ), 422, 640 ).view( "frontal" );

	private final RandomAccessibleInterval< FloatType > target = ArrayImgs.floats( 422, 640 );

	private final double[] spacing = { view.pixelSpacingX(), view.pixelSpacingY() };

	private PrimarySignal primary;

	private Exposure exposure;

	private ScatterKernels kernels;

	@Setup
	public void setUp()
	{
		final RandomAccessibleInterval< FloatType > mean = ArrayImgs.floats( 422, 640 ), second = ArrayImgs.floats( 422, 640 );
		final float[] values = FloatArrays.backing( mean ), squares = FloatArrays.backing( second );
		for ( int i = 0; i < values.length; ++i )
		{
			values[ i ] = ( float ) Math.exp( -5.3 * Math.abs( Math.sin( i % 422 * 0.01 ) * Math.sin( i / 422 * 0.008 ) ) );
			squares[ i ] = 1.4f * values[ i ];
		}
		primary = new PrimarySignal( mean, second );
		exposure = new Exposure( TungstenTube.spectrum( 80 ), 10_000, 1 );
		kernels = ScatterKernels.of( exposure.spectrum(), CesiumIodideResponse.STANDARD, DISTANCES );
	}

	@Benchmark
	public void focalSpot()
	{
		final double variance = new Blur( 1, 0 ).focalSpotVariance( DISTANCES.magnification() );
		Blurring.gaussian( primary.mean(), variance / ( spacing[ 0 ] * spacing[ 0 ] ), variance / ( spacing[ 1 ] * spacing[ 1 ] ), target );
	}

	@Benchmark
	public void scintillator()
	{
		Blurring.lorentzian( primary.mean(), Blur.STANDARD.scintillator(), spacing, target );
	}

	@Benchmark
	public void quantumNoise()
	{
		Noise.quantum( primary, exposure.photons(), 1, target );
	}

	@Benchmark
	public void electronicNoise()
	{
		Noise.electronic( primary.mean(), 1e-4, 1, target );
	}

	@Benchmark
	public ScatterKernels scatterKernels()
	{
		return ScatterKernels.of( exposure.spectrum(), CesiumIodideResponse.STANDARD, DISTANCES );
	}

	@Benchmark
	public void scatter()
	{
		Scattering.estimate( primary.mean(), view, kernels, target );
	}

	@Benchmark
	public void blurAndNoise()
	{
		Detection.detect( primary, view, DISTANCES, ImagingChain.FLAT_DETECTOR, exposure, target );
	}

	@Benchmark
	public void everything()
	{
		Detection.detect( primary, view, DISTANCES, ImagingChain.FLAT_DETECTOR.withScatter( Scatter.WATER, AntiScatterGrid.RATIO_10 ),
				exposure, target );
	}

	public static void main( final String... args ) throws RunnerException
	{
		final OptionsBuilder options = new OptionsBuilder();
		options.include( DetectionBenchmark.class.getSimpleName() + ( args.length > 0 ? "\\." + args[ 0 ] + "$" : "" ) );
		new Runner( options.build() ).run();
	}
}
