/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.List;
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
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.projection.JosephProjector;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The time of a polyenergetic radiograph of 422 x 640 pixels of the paper's grid, from the CT in Hounsfield units to log
 * attenuation, beside one projection by Joseph's method of the same volume in the same run.
 */
@State( Scope.Benchmark )
@BenchmarkMode( Mode.SampleTime )
@OutputTimeUnit( TimeUnit.MILLISECONDS )
@Warmup( iterations = 3, time = 1 )
@Measurement( iterations = 4, time = 1 )
@Fork( value = 1, jvmArgsAppend = "-Xmx3g" )
public class DrrBenchmark
{
	private static final int COLUMNS = 422, ROWS = 640;

	/** The angle of the C-arm: 0 looks along y, 90 along x. */
	@Param( { "0", "90" } )
	public double primaryAngle;

	private Volume< FloatType > ct;

	private List< View > views;

	private RandomAccessibleInterval< FloatType > image;

	private final DrrSettings ideal = DrrSettings.ofKilovoltage( 80 ), polyenergetic = DrrSettings.polyenergetic( 80 ),
			noisy = polyenergetic.withNoise( 20000, 1 );

	@Setup
	public void setUp()
	{
		ct = thigh();
		views = List.of( ConeBeamGeometry.standard( new CArmAngulation( primaryAngle, 0 ), COLUMNS, ROWS ).view( "benchmark" ) );
		image = ArrayImgs.floats( COLUMNS, ROWS );
	}

	/** A bone with a canal in muscle in fat in air, with the noise of a scanner, in HU. */
	private static Volume< FloatType > thigh()
	{
		final Grid grid = GridSize.FULL.grid();
		final Random random = new Random( 7 );
		final float[] values = new float[ grid.voxelCount() ];
		for ( int i = 0; i < values.length; ++i )
		{
			final double[] x = grid.worldFromVoxel().apply( i % grid.size()[ 0 ], i / grid.size()[ 0 ] % grid.size()[ 1 ], 0 );
			final double radius = Math.hypot( x[ 0 ], x[ 1 ] );
			final double hu = radius < 8 ? -50 : radius < 14 ? 1500 : radius < 35 ? 50 : radius < 42 ? -100 : -1000;
			values[ i ] = ( float ) ( hu + 20 * random.nextGaussian() );
		}
		return Volume.floats( grid, values );
	}

	@Benchmark
	public void joseph()
	{
		new JosephProjector().project( ct, views.get( 0 ), image );
	}

	@Benchmark
	public Object monoenergetic()
	{
		return DrrSimulator.simulate( ct, null, 1, views, ideal );
	}

	@Benchmark
	public Object primaryOfPolyenergetic()
	{
		return PrimaryBeam.behind( ct, polyenergetic ).signal( views.get( 0 ) );
	}

	@Benchmark
	public Object polyenergeticWithNoiseAndBlur()
	{
		return DrrSimulator.simulate( ct, null, 1, views, noisy );
	}

	public static void main( final String[] args ) throws RunnerException
	{
		final OptionsBuilder options = new OptionsBuilder();
		for ( final String name : args.length == 0 ? new String[] { "" } : args )
			options.include( DrrBenchmark.class.getName() + "\\." + name );
		for ( final RunResult result : new Runner( options.build() ).run() )
			System.out.printf( "%-30s angle %2s: best %6.1f ms, median %6.1f ms%n", result.getPrimaryResult().getLabel(),
					result.getParams().getParam( "primaryAngle" ), result.getPrimaryResult().getStatistics().getMin(),
					result.getPrimaryResult().getStatistics().getPercentile( 50 ) );
	}
}
