/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.io.IOException;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The time of projectors and their adjoints on the paper's grid and detector. Its main sets them beside
 * {@code plastimatch drr -i exact} where that is installed, and writes the ratios. Arguments: parts of the names of the
 * benchmarks to run, all where there is none.
 */
@State( Scope.Benchmark )
@BenchmarkMode( Mode.SampleTime )
@OutputTimeUnit( TimeUnit.MILLISECONDS )
@Warmup( iterations = 3, time = 1 )
@Measurement( iterations = 4, time = 1 )
@Fork( value = 1, jvmArgsAppend = "-Xmx3g" )
public class ProjectionBenchmark
{
	private static final int SAMPLES = 128;

	/** The angle of the C-arm: 0 looks along y, 90 along x. */
	@Param( { "0", "90" } )
	public double primaryAngle;

	@Param( { "160", "422" } )
	public int columns;

	private View view;

	private BeamCoordinates beam;

	private Volume< FloatType > volume, back;

	private RandomAccessibleInterval< FloatType > image, beamImage;

	private final Projector joseph = new JosephProjector(), siddon = new SiddonProjector(), trilinear = new TrilinearProjector( 256 );

	@Setup
	public void setUp()
	{
		view = ConeBeamGeometry.standard( new CArmAngulation( primaryAngle, 0 ), columns, rows( columns ) ).view( "benchmark" );
		volume = noisyBone();
		back = Volume.floats( GridSize.FULL.grid() );
		image = Projections.project( volume, view, joseph );
		beam = BeamCoordinates.covering( view, volume.grid().size(), volume.worldFromVoxel(), SAMPLES );
		beamImage = ArrayImgs.floats( columns, rows( columns ), SAMPLES );
	}

	private static int rows( final int columns )
	{
		return columns == 160 ? 224 : 640;
	}

	/** A cylinder of bone in noise, attenuation in 1/mm. */
	static Volume< FloatType > noisyBone()
	{
		final Grid grid = GridSize.FULL.grid();
		final int[] n = grid.size();
		final Random random = new Random( 7 );
		final float[] values = new float[ grid.voxelCount() ];
		for ( int i = 0; i < values.length; ++i )
		{
			final double x = i % n[ 0 ] - n[ 0 ] / 2.0, y = i / n[ 0 ] % n[ 1 ] - n[ 1 ] / 2.0;
			values[ i ] = ( float ) ( ( x * x + y * y < 1600 ? 0.04 : 0.02 ) + 0.002 * random.nextGaussian() );
		}
		return Volume.floats( grid, values );
	}

	@Benchmark
	public void josephForward()
	{
		joseph.project( volume, view, image );
	}

	@Benchmark
	public void josephAdjoint()
	{
		joseph.backproject( image, view, back );
	}

	@Benchmark
	public void siddonForward()
	{
		siddon.project( volume, view, image );
	}

	@Benchmark
	public void siddonAdjoint()
	{
		siddon.backproject( image, view, back );
	}

	@Benchmark
	public void trilinearForward()
	{
		trilinear.project( volume, view, image );
	}

	@Benchmark
	public void trilinearAdjoint()
	{
		trilinear.backproject( image, view, back );
	}

	@Benchmark
	public void toBeam()
	{
		Projections.toBeam( volume, beam, beamImage );
	}

	@Benchmark
	public void toBeamAdjoint()
	{
		Projections.toBeamAdjoint( beamImage, beam, back );
	}

	@Benchmark
	public void toVolume()
	{
		Projections.toVolume( beamImage, beam, back );
	}

	@Benchmark
	public void toVolumeAdjoint()
	{
		Projections.toVolumeAdjoint( volume, beam, beamImage );
	}

	public static void main( final String[] args ) throws RunnerException, IOException, InterruptedException
	{
		final OptionsBuilder options = new OptionsBuilder();
		for ( final String name : args.length == 0 ? new String[] { "" } : args )
			options.include( ProjectionBenchmark.class.getName() + "\\." + name );
		try ( PlastimatchTimes plastimatch = PlastimatchTimes.ofVolume( noisyBone() ) )
		{
			plastimatch.measure();
			final Collection< RunResult > results = new Runner( options.build() ).run();
			plastimatch.measure();
			report( results, plastimatch );
		}
	}

	private static void report( final Collection< RunResult > results, final PlastimatchTimes plastimatch )
	{
		for ( final RunResult result : results )
		{
			final double angle = Double.parseDouble( result.getParams().getParam( "primaryAngle" ) );
			final int columns = Integer.parseInt( result.getParams().getParam( "columns" ) );
			final double best = result.getPrimaryResult().getStatistics().getMin(),
					median = result.getPrimaryResult().getStatistics().getPercentile( 50 );
			final double reference = plastimatch.best( angle, columns, rows( columns ) );
			System.out.printf( "%-18s angle %2.0f, %d x %d: best %6.1f ms, median %6.1f ms; plastimatch exact best %6.1f ms, ratio %.2f%n",
					result.getPrimaryResult().getLabel(), angle, columns, rows( columns ), best,
					median, reference,
					best / reference );
		}
	}
}
