/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

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
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Resampling;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * The time of deformations on the paper's grid, from velocity fields on each of the three grids.
 */
@State( Scope.Benchmark )
@BenchmarkMode( Mode.SampleTime )
@OutputTimeUnit( TimeUnit.MILLISECONDS )
@Warmup( iterations = 3, time = 1 )
@Measurement( iterations = 5, time = 1 )
@Fork( value = 1, jvmArgsAppend = "-Xmx3g" )
public class DeformationBenchmark
{
	private static final Affine3D SIMILARITY = new Similarity( 10, -5, 8, 3, -4, 5, 1.08 ).about( 0, 0, 0 );

	private Grid full;

	private Volume< FloatType > atlas;

	private VelocityField velocity, halfVelocity, quarterVelocity;

	private DisplacementField local, total;

	@Setup
	public void setUp()
	{
		full = GridSize.FULL.grid();
		final float[] values = new float[ full.voxelCount() ];
		final Random random = new Random( 1 );
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = random.nextFloat();
		atlas = Volume.floats( full, values );
		velocity = waves( full );
		halfVelocity = waves( GridSize.HALF.grid() );
		quarterVelocity = waves( GridSize.QUARTER.grid() );
		local = ScalingAndSquaring.integrate( quarterVelocity );
		total = Deformations.compose( local, SIMILARITY, full );
	}

	private static VelocityField waves( final Grid grid )
	{
		return VelocityField.of( grid, SampleFields.sample( grid, SampleFields::waves ) );
	}

	@Benchmark
	public DisplacementField integrateFull()
	{
		return ScalingAndSquaring.integrate( velocity );
	}

	@Benchmark
	public DisplacementField integrateHalf()
	{
		return ScalingAndSquaring.integrate( halfVelocity );
	}

	@Benchmark
	public DisplacementField integrateQuarter()
	{
		return ScalingAndSquaring.integrate( quarterVelocity );
	}

	@Benchmark
	public DisplacementField composeQuarterOntoFull()
	{
		return Deformations.compose( local, SIMILARITY, full );
	}

	@Benchmark
	public Volume< FloatType > warpFull()
	{
		return Deformations.warp( atlas, total );
	}

	@Benchmark
	public Volume< FloatType > jacobianDeterminantFull()
	{
		return Deformations.jacobianDeterminant( total );
	}

	@Benchmark
	public InverseField invertFull()
	{
		return Deformations.invert( total, full );
	}

	@Benchmark
	public Volume< FloatType > resampleFullToQuarter()
	{
		return Resampling.resample( atlas, GridSize.QUARTER.grid() );
	}

	public static void main( final String[] args ) throws RunnerException
	{
		new Runner( new OptionsBuilder().include( DeformationBenchmark.class.getName() ).build() ).run();
	}
}
