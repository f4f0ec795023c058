/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.SurfaceSampling;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Progress;

import net.imglib2.parallel.Parallelization;

/**
 * Iterated fit of a shape model to a surface: pairs of nearest points, then the weights and the pose that bring the
 * instance onto the planes of the pairs, by regularized least squares,
 * {@code sum of p ( n . ( x - y ) )^2 / noise^2 + sum of w^2 -> min}, to first order in the pose; again.
 */
final class ModelFitting
{
	/** The pairs are as many observations as this, however many they are: neighbors err alike. */
	private static final double OBSERVATIONS = 1000;

	/** Points spread over the target. */
	private static final int SAMPLES = 4000;

	/** How far below the reference the target still matters, in mm. */
	private static final double BELOW = 15;

	/** So many modes are told by every fourth pair, so many by every second. */
	private static final int FEW = 40, MANY = 150;

	/** Where a rotation moves the bone as far as a shift does, in mm from the center. */
	private static final double ARM = 60;

	/** Sums are made over so many parts, whatever the number of threads. */
	private static final int PARTS = 8;

	/**
	 * Some iterations.
	 *
	 * @param noise
	 *            standard deviation of the target about the model in mm
	 * @param modes
	 *            how many modes take part
	 * @param reach
	 *            beyond which distance pairs do not count, in mm
	 * @param iterations
	 *            how many
	 * @param poseStep
	 *            how far the pose is likely to move in one of them, in mm; 0 where it stays
	 */
	record Stage( double noise, int modes, double reach, int iterations, double poseStep )
	{
		/** Every how manieth pair is made. */
		int stride()
		{
			return modes < FEW ? 4 : modes < MANY ? 2 : 1;
		}
	}

	private final ShapeModel model;

	private final boolean[] cutVertices;

	/** For each coordinate all modes, times their standard deviations. */
	private final float[] basis;

	/** State of the fit. */
	private double[] weights = new double[ 0 ];

	private Affine3D modelFromSurface = Affine3D.IDENTITY;

	/**
	 * @param model
	 *            the model
	 */
	ModelFitting( final ShapeModel model )
	{
		this.model = model;
		cutVertices = new TargetSurface( model.mean() ).cutVertices();
		final int modes = model.modeCount();
		basis = new float[ modes * model.mean().vertices().length ];
		for ( int j = 0; j < modes; ++j )
			for ( int i = 0; i < model.mean().vertices().length; ++i )
				basis[ i * modes + j ] = ( float ) ( model.standardDeviation( j ) * model.mode( j )[ i ] );
	}

	static ShapeFit fit( final ShapeModel model, final TriangleMesh surface, final double noise, final Progress progress )
	{
		if ( !( noise > 0 ) || Double.isInfinite( noise ) )
			throw new IllegalArgumentException( "The noise of a fit is positive, not " + noise + " mm." );
		return new ModelFitting( model ).fit( surface, List.of( new Stage( 1, 0, 25, 8, 20 ), new Stage( Math.max( noise, 2 ),
				Math.min( 10, model.modeCount() ), 15, 6, 3 ), new Stage( Math.max( noise, 1 ), model.modeCount(), 10, 6, 2 ),
				new Stage( noise, model.modeCount(), 6, 8, 1 ) ), progress );
	}

	/**
	 * Starts over and runs through all stages.
	 *
	 * @param surface
	 *            in mm
	 * @param stages
	 *            in order
	 * @param progress
	 *            told before every iteration
	 * @return the fit
	 */
	ShapeFit fit( final TriangleMesh surface, final List< Stage > stages, final Progress progress )
	{
		weights = new double[ 0 ];
		modelFromSurface = Affine3D.IDENTITY;
		final TargetSurface target = new TargetSurface( surface );
		final List< SurfaceSampling.Sample > samples = target.samples( SAMPLES, model.mean().bounds()[ 2 ] - BELOW );
		final int all = stages.stream().mapToInt( Stage::iterations ).sum();
		int done = 0;
		for ( final Stage stage : stages )
			for ( int i = 0; i < stage.iterations; ++i )
			{
				progress.report( ( double ) done++ / all, "fitting a shape" );
				step( pairs( target, samples, stage ), stage );
			}
		final Stage last = stages.get( stages.size() - 1 );
		final SurfacePairs pairs = pairs( target, samples, new Stage( last.noise, Integer.MAX_VALUE, last.reach, 1, 0 ) );
		final boolean[] seen = new boolean[ pairs.ofVertices ];
		for ( int i = 0; i < seen.length; ++i )
			seen[ i ] = pairs.weight( i ) > 0;
		final TriangleMesh fitted = model.instance( weights ).transformed( modelFromSurface.inverse() );
		return new ShapeFit( Arrays.copyOf( weights, model.modeCount() ), fitted, modelFromSurface, seen,
				SurfaceComparison.averageSymmetricDistance( fitted, surface ) );
	}

	private SurfacePairs pairs( final TargetSurface target, final List< SurfaceSampling.Sample > samples, final Stage stage )
	{
		return SurfacePairs.of( model.instance( weights ), cutVertices, target, samples, modelFromSurface, stage );
	}

	private void step( final SurfacePairs pairs, final Stage stage )
	{
		final int modes = stage.modes, posed = stage.poseStep > 0 ? 6 : 0, size = modes + posed;
		double sum = 0;
		int counting = 0;
		for ( int i = 0; i < pairs.count; ++i )
		{
			sum += pairs.weight( i );
			counting += pairs.weight( i ) > 0 ? 1 : 0;
		}
		if ( counting < pairs.count / 50 )
			throw new IllegalArgumentException( "Only " + counting + " of " + pairs.count
					+ " points of the surfaces have a counterpart; expected femora in the reference frame." );
		final double perPair = OBSERVATIONS / ( sum * stage.noise * stage.noise );
		final NormalEquations[] parts = new NormalEquations[ PARTS ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, PARTS ).boxed().toList(), part -> {
			final NormalEquations equations = new NormalEquations( size );
			final double[] row = new double[ size + 1 ];
			for ( int i = pairs.count * part / PARTS; i < pairs.count * ( part + 1 ) / PARTS; ++i )
			{
				final double weight = pairs.weight( i );
				if ( weight > 0 )
				{
					row( pairs, i, modes, posed, row );
					equations.add( row, weight * perPair );
				}
			}
			parts[ part ] = equations;
		} );
		for ( int part = 1; part < PARTS; ++part )
			parts[ 0 ].add( parts[ part ] );
		final double[] deviations = new double[ size ];
		Arrays.fill( deviations, 0, modes, 1 );
		for ( int p = 0; p < posed; ++p )
			deviations[ modes + p ] = p >= 3 ? stage.poseStep : stage.poseStep / ARM;
		final double[] x = parts[ 0 ].solve( deviations ), pose = Arrays.copyOfRange( x, modes, modes + 6 );
		weights = Arrays.copyOf( x, modes );
		modelFromSurface = new Similarity( Math.toDegrees( pose[ 0 ] ), Math.toDegrees( pose[ 1 ] ), Math.toDegrees( pose[ 2 ] ), pose[ 3 ],
				pose[ 4 ], pose[ 5 ], 1 ).about( 0, 0, 0 ).after( modelFromSurface );
	}

	/** Coefficients of the modes and of the pose, and the right-hand side, of one pair. */
	private void row( final SurfacePairs pairs, final int pair, final int modes, final int posed, final double[] row )
	{
		final int at = SurfacePairs.SIZE * pair, all = model.modeCount();
		final double[] f = pairs.numbers;
		final int n = at + SurfacePairs.NORMAL, p = at + SurfacePairs.POINT;
		final double nx = f[ n ], ny = f[ n + 1 ], nz = f[ n + 2 ], x = f[ p ], y = f[ p + 1 ], z = f[ p + 2 ];
		Arrays.fill( row, 0 );
		final double[] v = model.mean().vertices();
		double mean = 0;
		for ( int k = 0; k < 3; ++k )
		{
			final double share = f[ at + k ];
			if ( share == 0 )
				continue;
			final int vertex = 3 * pairs.vertices[ 3 * pair + k ], b = vertex * all;
			mean += share * ( nx * v[ vertex ] + ny * v[ vertex + 1 ] + nz * v[ vertex + 2 ] );
			for ( int j = 0; j < modes; ++j )
				row[ j ] += share * ( nx * basis[ b + j ] + ny * basis[ b + all + j ] + nz * basis[ b + 2 * all + j ] );
		}
		final double along = nx * x + ny * y + nz * z;
		final double[] pose = { z * ny - y * nz, x * nz - z * nx, y * nx - x * ny, -nx, -ny, -nz };
		System.arraycopy( pose, 0, row, modes, posed );
		row[ modes + posed ] = along - mean;
	}
}
