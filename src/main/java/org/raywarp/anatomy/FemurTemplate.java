/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.Vectors;

/**
 * The mean femur as a template: how a bone whose head is known lies, by trying all rotations about the head.
 */
final class FemurTemplate
{
	/** A distance that counts no further, in mm: the bone may go on where the template ends, and the reverse. */
	private static final double CUT_OFF = 8;

	/** How far from the head center the bone is compared, in head radii. */
	private static final double REACH = 4.2;

	private static final double SPACING = 3;

	private static final int ROTATIONS = 4000;

	private static final double[] LOW = { -110, -60, -120 };

	private static final int[] SIZE = { 53, 41, 57 };

	/** Distances to the mean femur over a lattice about its head center. */
	private final float[] distance;

	private final double radius;

	private FemurTemplate()
	{
		final FemurSolid mean = new FemurSolid( FemurShape.mean() );
		radius = FemurShape.mean().get( FemurMeasure.HEAD_RADIUS );
		distance = new float[ SIZE[ 0 ] * SIZE[ 1 ] * SIZE[ 2 ] ];
		for ( int i = 0; i < distance.length; ++i )
		{
			final double x = LOW[ 0 ] + SPACING * ( i % SIZE[ 0 ] ), y = LOW[ 1 ] + SPACING * ( i / SIZE[ 0 ] % SIZE[ 1 ] );
			final double z = LOW[ 2 ] + SPACING * ( i / ( SIZE[ 0 ] * SIZE[ 1 ] ) );
			distance[ i ] = ( float ) mean.at( FemurFrame.HEAD_X + x, FemurFrame.HEAD_Y + y, FemurFrame.HEAD_Z + z );
		}
	}

	private static final class Holder
	{
		static final FemurTemplate MEAN = new FemurTemplate();
	}

	static FemurTemplate mean()
	{
		return Holder.MEAN;
	}

	/**
	 * How a bone lies on the template.
	 *
	 * @param rotation
	 *            row-major 3 x 3, the patient's directions to those of the reference frame, times the scale of the fit
	 * @param misfit
	 *            mean distance of the bone's surface to the template's, each cut off, in mm at the template's size
	 */
	record Fit( double[] rotation, double misfit )
	{
		/** Unit vector of the patient along an axis of the reference frame. */
		double[] axis( final int row )
		{
			return Vectors.unit( rotation[ 3 * row ], rotation[ 3 * row + 1 ], rotation[ 3 * row + 2 ] );
		}
	}

	/**
	 * Points spread evenly over the part of a surface that is compared, about the head center and at the template's size.
	 *
	 * @param mesh
	 *            the bone
	 * @param head
	 *            its head
	 * @param count
	 *            number of points drawn over the whole surface within reach
	 * @return their coordinates; the head itself, which says nothing about a rotation, is left out
	 */
	double[] points( final TriangleMesh mesh, final HeadSphere head, final int count )
	{
		final double[] v = mesh.vertices();
		final int[] t = mesh.triangles();
		final double scale = radius / head.radius();
		final double[] areaUpTo = new double[ mesh.triangleCount() ];
		double area = 0;
		for ( int i = 0; i < areaUpTo.length; ++i )
		{
			final int a = 3 * t[ 3 * i ], b = 3 * t[ 3 * i + 1 ], c = 3 * t[ 3 * i + 2 ];
			final double x = ( v[ a ] + v[ b ] + v[ c ] ) / 3 - head.x(), y = ( v[ a + 1 ] + v[ b + 1 ] + v[ c + 1 ] ) / 3 - head.y();
			final double z = ( v[ a + 2 ] + v[ b + 2 ] + v[ c + 2 ] ) / 3 - head.z(),
					r = Math.sqrt( x * x + y * y + z * z ) / head.radius();
			if ( r > 1.15 && r < REACH )
				area += area( v, a, b, c );
			areaUpTo[ i ] = area;
		}
		final SplittableRandom random = new SplittableRandom( 1 );
		final double[] points = new double[ 3 * count ];
		for ( int i = 0, triangle = 0; i < count; ++i )
		{
			while ( triangle < areaUpTo.length - 1 && areaUpTo[ triangle ] < area * ( i + 0.5 ) / count )
				++triangle;
			final double root = Math.sqrt( random.nextDouble() ), share = random.nextDouble();
			final double[] w = { 1 - root, root * ( 1 - share ), root * share };
			for ( int d = 0; d < 3; ++d )
			{
				final double center = d == 0 ? head.x() : d == 1 ? head.y() : head.z();
				for ( int k = 0; k < 3; ++k )
					points[ 3 * i + d ] += scale * w[ k ] * ( v[ 3 * t[ 3 * triangle + k ] + d ] - center );
			}
		}
		return points;
	}

	private static double area( final double[] v, final int a, final int b, final int c )
	{
		final double ux = v[ b ] - v[ a ], uy = v[ b + 1 ] - v[ a + 1 ], uz = v[ b + 2 ] - v[ a + 2 ];
		final double wx = v[ c ] - v[ a ], wy = v[ c + 1 ] - v[ a + 1 ], wz = v[ c + 2 ] - v[ a + 2 ];
		final double nx = uy * wz - uz * wy, ny = uz * wx - ux * wz, nz = ux * wy - uy * wx;
		return Math.sqrt( nx * nx + ny * ny + nz * nz ) / 2;
	}

	/**
	 * @param points
	 *            of the bone, from {@link #points}
	 * @return the rotation about the head center that fits best: the best of 4000 rotations spread over all of them, after
	 *         the ten best were improved by steps of 8 down to 0.05 degrees, with a scale of 0.75 to 1.33 about the head
	 */
	Fit fit( final double[] points )
	{
		final double[] few = few( points, 400 );
		final double[][] candidates = new double[ ROTATIONS ][];
		final double[] misfits = new double[ ROTATIONS ];
		final Integer[] order = new Integer[ ROTATIONS ];
		for ( int i = 0; i < ROTATIONS; ++i )
		{
			candidates[ i ] = spreadRotation( i );
			misfits[ i ] = misfit( candidates[ i ], few );
			order[ i ] = i;
		}
		Arrays.sort( order, ( a, b ) -> Double.compare( misfits[ a ], misfits[ b ] ) );
		Fit best = null;
		for ( int i = 0; i < 10; ++i )
		{
			final Fit coarse = improve( candidates[ order[ i ] ], few, 8, 1 );
			final double misfit = misfit( coarse.rotation, points );
			if ( best == null || misfit < best.misfit )
				best = new Fit( coarse.rotation, misfit );
		}
		return improve( best.rotation, points, 2, 0.05 );
	}

	private static double[] few( final double[] points, final int count )
	{
		final double[] few = new double[ 3 * count ];
		for ( int i = 0; i < count; ++i )
			System.arraycopy( points, 3 * ( int ) ( ( long ) i * ( points.length / 3 ) / count ), few, 3 * i, 3 );
		return few;
	}

	private Fit improve( final double[] start, final double[] points, final double firstStep, final double lastStep )
	{
		double[] rotation = start;
		double misfit = misfit( rotation, points );
		for ( double step = firstStep; step >= lastStep; )
		{
			double[] better = null;
			for ( int move = 0; move < 8; ++move )
			{
				final double by = Math.toRadians( move % 2 == 0 ? step : -step );
				final double[] tried = move < 6 ? turned( rotation, move / 2, by ) : scaled( rotation, 1 + by );
				final double m = misfit( tried, points );
				if ( m < misfit )
				{
					misfit = m;
					better = tried;
				}
			}
			if ( better == null )
				step /= 2;
			else
				rotation = better;
		}
		return new Fit( rotation, misfit );
	}

	private double misfit( final double[] m, final double[] p )
	{
		double sum = 0;
		for ( int i = 0; i < p.length; i += 3 )
			sum += distance( m[ 0 ] * p[ i ] + m[ 1 ] * p[ i + 1 ] + m[ 2 ] * p[ i + 2 ],
					m[ 3 ] * p[ i ] + m[ 4 ] * p[ i + 1 ] + m[ 5 ] * p[ i + 2 ],
					m[ 6 ] * p[ i ] + m[ 7 ] * p[ i + 1 ] + m[ 8 ] * p[ i + 2 ] );
		return sum / ( p.length / 3 );
	}

	private double distance( final double x, final double y, final double z )
	{
		final double fx = ( x - LOW[ 0 ] ) / SPACING, fy = ( y - LOW[ 1 ] ) / SPACING, fz = ( z - LOW[ 2 ] ) / SPACING;
		if ( fx < 0 || fy < 0 || fz < 0 || fx >= SIZE[ 0 ] - 1 || fy >= SIZE[ 1 ] - 1 || fz >= SIZE[ 2 ] - 1 )
			return CUT_OFF;
		final int i = ( int ) fx, j = ( int ) fy, k = ( int ) fz;
		final int at = i + SIZE[ 0 ] * ( j + SIZE[ 1 ] * k );
		final double u = fx - i, v = fy - j;
		final double near = plane( at, u, v ), far = plane( at + SIZE[ 0 ] * SIZE[ 1 ], u, v );
		return Math.min( CUT_OFF, Math.abs( near + ( fz - k ) * ( far - near ) ) );
	}

	private double plane( final int at, final double u, final double v )
	{
		final double low = distance[ at ] + u * ( distance[ at + 1 ] - distance[ at ] );
		final double high = distance[ at + SIZE[ 0 ] ] + u * ( distance[ at + SIZE[ 0 ] + 1 ] - distance[ at + SIZE[ 0 ] ] );
		return low + v * ( high - low );
	}

	/** Likewise larger or smaller, but by no more than a third in all. */
	private static double[] scaled( final double[] m, final double by )
	{
		final double length = by * Math.sqrt( m[ 0 ] * m[ 0 ] + m[ 1 ] * m[ 1 ] + m[ 2 ] * m[ 2 ] );
		final double allowed = Math.max( 0.75, Math.min( 1.33, length ) ) / length;
		return Arrays.stream( m ).map( v -> v * by * allowed ).toArray();
	}

	/** A rotation about one of the template's axes after another rotation. */
	private static double[] turned( final double[] m, final int axis, final double angle )
	{
		final double c = Math.cos( angle ), s = Math.sin( angle );
		final int p = 3 * ( ( axis + 1 ) % 3 ), q = 3 * ( ( axis + 2 ) % 3 );
		final double[] turned = m.clone();
		for ( int d = 0; d < 3; ++d )
		{
			turned[ p + d ] = c * m[ p + d ] - s * m[ q + d ];
			turned[ q + d ] = s * m[ p + d ] + c * m[ q + d ];
		}
		return turned;
	}

	/** Rotations spread evenly by super-Fibonacci sampling (Alexa 2022, "Super-Fibonacci Spirals"). */
	private static double[] spreadRotation( final int index )
	{
		final double s = ( index + 0.5 ) / ROTATIONS, r = Math.sqrt( s ), t = Math.sqrt( 1 - s );
		final double alpha = 2 * Math.PI * ( index + 0.5 ) / Math.sqrt( 2 ), beta = 2 * Math.PI * ( index + 0.5 ) / 1.533751168755204288;
		final double x = r * Math.sin( alpha ), y = r * Math.cos( alpha ), z = t * Math.sin( beta ), w = t * Math.cos( beta );
		return new double[] { 1 - 2 * ( y * y + z * z ), 2 * ( x * y - z * w ), 2 * ( x * z + y * w ), 2 * ( x * y + z * w ),
				1 - 2 * ( x * x + z * z ), 2 * ( y * z - x * w ), 2 * ( x * z - y * w ), 2 * ( y * z + x * w ), 1 - 2 * ( x * x + y * y ) };
	}
}
