/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;

import net.imglib2.parallel.Parallelization;

/**
 * Solves {@code F( x ) = x + u( x ) = y} for x by {@code x <- x + t B^-1 ( y - F( x ) )}, where B is the linear part of
 * the affine map that fits F best, so that rotations and scales of any size do not hinder, and t is halved while a step
 * would not come nearer. Converges linearly where {@code |I - B^-1 dF/dx| < 1}.
 */
final class FieldInversion
{
	private static final int MAX_ITERATIONS = 100;

	private static final double FIELD_TOLERANCE = 1e-4;

	private static final double POINT_TOLERANCE = 1e-5;

	private static final double MAX_POINT_ERROR = 1e-2;

	private final FieldSampler u;

	private final Affine3D voxelFromWorld;

	private final Affine3D targetFromSource;

	FieldInversion( final DisplacementField field )
	{
		u = new FieldSampler( field.vectors() );
		voxelFromWorld = field.worldFromVoxel().inverse();
		targetFromSource = bestAffine( field ).inverse();
	}

	InverseField onGrid( final Grid grid )
	{
		final int[] n = grid.size();
		final float[] w = new float[ Math.multiplyExact( 3, grid.voxelCount() ) ];
		final double[] maxima = new double[ n[ 2 ] ], sums = new double[ n[ 2 ] ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			final Point point = new Point();
			for ( int j = 0, o = 3 * k * n[ 0 ] * n[ 1 ]; j < n[ 1 ]; ++j )
			{
				point.forget();
				for ( int i = 0; i < n[ 0 ]; ++i, o += 3 )
				{
					final double[] y = grid.worldFromVoxel().apply( i, j, k );
					final double error = point.solve( y, FIELD_TOLERANCE );
					for ( int d = 0; d < 3; ++d )
						w[ o + d ] = ( float ) ( point.x[ d ] - y[ d ] );
					maxima[ k ] = Math.max( maxima[ k ], error );
					sums[ k ] += error;
				}
			}
		} );
		return new InverseField( DisplacementField.of( grid, w ), Arrays.stream( maxima ).max().getAsDouble(),
				Arrays.stream( sums ).sum() / grid.voxelCount() );
	}

	double[] points( final double[] sourcePoints )
	{
		final double[] moved = new double[ sourcePoints.length ];
		final Point point = new Point();
		for ( int p = 0; p < moved.length; p += 3 )
		{
			final double[] y = Arrays.copyOfRange( sourcePoints, p, p + 3 );
			point.forget();
			final double error = point.solve( y, POINT_TOLERANCE );
			if ( !( error <= MAX_POINT_ERROR ) )
				throw new IllegalArgumentException(
						"The displacement field cannot be inverted at " + Arrays.toString( y ) + " mm: the nearest point is "
								+ error + " mm off, so the field folds there." );
			System.arraycopy( point.x, 0, moved, p, 3 );
		}
		return moved;
	}

	/** Least squares of {@code A x + t = x + u( x )} over the voxels: {@code A = cov( F, x ) cov( x, x )^-1}. */
	private static Affine3D bestAffine( final DisplacementField field )
	{
		final Grid grid = field.grid();
		final int[] n = grid.size();
		final float[] u = FloatArrays.of( field.vectors() );
		final double[] center = grid.center(), mean = new double[ 3 ], cross = new double[ 9 ], moments = new double[ 9 ];
		final double[] x = new double[ 3 ];
		for ( int k = 0, o = 0; k < n[ 2 ]; ++k )
			for ( int j = 0; j < n[ 1 ]; ++j )
				for ( int i = 0; i < n[ 0 ]; ++i, o += 3 )
				{
					x[ 0 ] = i;
					x[ 1 ] = j;
					x[ 2 ] = k;
					grid.worldFromVoxel().apply( x, x );
					for ( int d = 0; d < 3; ++d )
					{
						mean[ d ] += u[ o + d ] / ( double ) grid.voxelCount();
						for ( int e = 0; e < 3; ++e )
						{
							cross[ 3 * d + e ] += u[ o + d ] * ( x[ e ] - center[ e ] );
							moments[ 3 * d + e ] += ( x[ d ] - center[ d ] ) * ( x[ e ] - center[ e ] );
						}
					}
				}
		final Affine3D translation = Affine3D.translation( mean[ 0 ], mean[ 1 ], mean[ 2 ] );
		if ( n[ 0 ] < 2 || n[ 1 ] < 2 || n[ 2 ] < 2 )
			return translation;
		final Affine3D slope = linear( cross ).after( linear( moments ).inverse() );
		final double[] a = slope.toArray();
		for ( int d = 0; d < 3; ++d )
			a[ 5 * d ] += 1;
		final Affine3D fitted = translation.after( Affine3D.translation( center[ 0 ], center[ 1 ], center[ 2 ] ) ).after( Affine3D.of( a ) )
				.after( Affine3D.translation( -center[ 0 ], -center[ 1 ], -center[ 2 ] ) );
		return Math.abs( fitted.determinant() ) > 1e-3 ? fitted : translation;
	}

	private static Affine3D linear( final double[] m )
	{
		return Affine3D.of( m[ 0 ], m[ 1 ], m[ 2 ], 0, m[ 3 ], m[ 4 ], m[ 5 ], 0, m[ 6 ], m[ 7 ], m[ 8 ], 0 );
	}

	/** The state of one thread. */
	private final class Point
	{
		private final double[] x = new double[ 3 ], next = new double[ 3 ], affine = new double[ 3 ], residual = new double[ 3 ],
				nextResidual = new double[ 3 ];

		private final double[] b = targetFromSource.toArray();

		private final float[] displacement = new float[ 3 ];

		/** How far the last solution lay from the affine one: where the next one of a row begins. */
		private final double[] last = new double[ 3 ];

		void forget()
		{
			Arrays.fill( last, 0 );
		}

		/** Leaves the solution in x and returns its error in mm. */
		double solve( final double[] y, final double tolerance )
		{
			targetFromSource.apply( y, affine );
			for ( int d = 0; d < 3; ++d )
				x[ d ] = affine[ d ] + last[ d ];
			double error = iterate( y, tolerance );
			if ( error > tolerance )
			{
				final double[] other = x.clone();
				System.arraycopy( affine, 0, x, 0, 3 );
				final double otherError = error;
				error = iterate( y, tolerance );
				if ( otherError < error )
				{
					System.arraycopy( other, 0, x, 0, 3 );
					error = otherError;
				}
			}
			for ( int d = 0; d < 3; ++d )
				last[ d ] = error <= tolerance ? x[ d ] - affine[ d ] : 0;
			return error;
		}

		private double iterate( final double[] y, final double tolerance )
		{
			double error = residual( y, x, residual );
			double step = 1;
			for ( int i = 0; i < MAX_ITERATIONS && error > tolerance && step > 1e-6; ++i )
			{
				for ( int d = 0; d < 3; ++d )
					next[ d ] = x[ d ]
							+ step * ( b[ 4 * d ] * residual[ 0 ] + b[ 4 * d + 1 ] * residual[ 1 ] + b[ 4 * d + 2 ] * residual[ 2 ] );
				final double nextError = residual( y, next, nextResidual );
				if ( nextError < error )
				{
					System.arraycopy( next, 0, x, 0, 3 );
					System.arraycopy( nextResidual, 0, residual, 0, 3 );
					error = nextError;
					step = Math.min( 1, 2 * step );
				}
				else
					step /= 2;
			}
			return error;
		}

		private double residual( final double[] y, final double[] at, final double[] target )
		{
			voxelFromWorld.apply( at, target );
			u.sample( target[ 0 ], target[ 1 ], target[ 2 ], displacement, 0 );
			double square = 0;
			for ( int d = 0; d < 3; ++d )
			{
				target[ d ] = y[ d ] - at[ d ] - displacement[ d ];
				square += target[ d ] * target[ d ];
			}
			return Math.sqrt( square );
		}
	}
}
