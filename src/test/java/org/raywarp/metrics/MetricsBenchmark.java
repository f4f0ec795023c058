/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.raywarp.projection.PlastimatchTimes;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The time of metrics on the paper's grid. Its main sets them beside a projection of 160 x 224 pixels by
 * {@code plastimatch drr -i exact} where that is installed, and writes the ratios.
 */
@State( Scope.Benchmark )
@BenchmarkMode( Mode.SampleTime )
@OutputTimeUnit( TimeUnit.MILLISECONDS )
@Warmup( iterations = 3, time = 1 )
@Measurement( iterations = 5, time = 1 )
@Fork( value = 1, jvmArgsAppend = "-Xmx3g" )
public class MetricsBenchmark
{
	private Volume< FloatType > reference, image;

	private Volume< UnsignedByteType > bone, moved, all, speck;

	@Setup
	public void setUp()
	{
		final Grid grid = GridSize.FULL.grid();
		reference = noise( 1 );
		image = noise( 2 );
		bone = SampleImages.ellipsoid( grid, new double[] { 0, 0, 0 }, 40, 30, 85 );
		moved = SampleImages.ellipsoid( grid, new double[] { 1, 2, -1 }, 41, 29, 84 );
		all = SampleImages.box( grid, new int[ 3 ], new int[] { 191, 127, 191 } );
		speck = SampleImages.ellipsoid( grid, new double[] { -50, -30, -80 }, 5, 5, 5 );
	}

	private static Volume< FloatType > noise( final int seed )
	{
		final float[] values = new float[ GridSize.FULL.grid().voxelCount() ];
		final Random random = new Random( seed );
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = 0.02f + 0.002f * random.nextFloat();
		return Volume.floats( GridSize.FULL.grid(), values );
	}

	@Benchmark
	public double structuralSimilarity()
	{
		return StructuralSimilarity.of( reference.voxels(), image.voxels(), 0.03 );
	}

	@Benchmark
	public double surfaceDistance()
	{
		return SurfaceDistance.between( bone, moved, 1 ).assd();
	}

	/** A label that fills the grid and a small one in its corner: the distances are as great as they can be. */
	@Benchmark
	public double surfaceDistanceAtWorst()
	{
		return SurfaceDistance.between( all, speck, 1 ).assd();
	}

	@Benchmark
	public double overlap()
	{
		return LabelOverlap.of( bone, moved ).dice( 1 );
	}

	@Benchmark
	public double normalizedCrossCorrelation()
	{
		return NormalizedCrossCorrelation.of( reference.voxels(), image.voxels() );
	}

	public static void main( final String[] args ) throws RunnerException, IOException, InterruptedException
	{
		final PlastimatchTimes plastimatch = PlastimatchTimes.ofVolume( noise( 1 ) );
		plastimatch.measure();
		final Collection< RunResult > results =
				new Runner( new OptionsBuilder().include( MetricsBenchmark.class.getName() ).build() ).run();
		plastimatch.measure();
		final double projection = Math.min( plastimatch.best( 0, 160, 224 ), plastimatch.best( 90, 160, 224 ) );
		for ( final RunResult result : results )
		{
			final double best = result.getPrimaryResult().getStatistics().getMin();
			System.out.printf( "%-28s best %6.1f ms, median %6.1f ms; plastimatch exact 160 x 224 best %5.1f ms, ratio %.2f%n",
					result.getPrimaryResult().getLabel(), best, result.getPrimaryResult().getStatistics().getPercentile( 50 ), projection,
					best / projection );
		}
	}
}
