/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.raywarp.geometry.TriangleMesh;

/**
 * The ball that a femoral head fits: found by votes of the surface's normals, then fitted robustly.
 *
 * @param x
 *            center in mm
 * @param y
 *            center in mm
 * @param z
 *            center in mm
 * @param radius
 *            in mm
 * @param shareOfSphere
 *            how much of the ball's surface the bone covers, 0 to 1; about 0.6 for a femoral head
 */
record HeadSphere( double x, double y, double z, double radius, double shareOfSphere )
{

	private static final double LEAST_RADIUS = 14;

	private static final double GREATEST_RADIUS = 36;

	private static final double CELL = 3;

	/** Triangles with longer edges, in mm, count as several: as many as votes need that are added up over three cells. */
	private static final double LONGEST_EDGE = 4 * CELL;

	/** Of the edges of a triangle: no femur needs more. */
	private static final int MOST_PARTS = 64;

	/** A smaller pivot than this of the normal equations means that too few triangles are left. */
	private static final double SINGULAR = 1e-9;

	/**
	 * Each triangle votes, with its area, for the points at every radius from 14 to 36 mm along its inner normal; the
	 * center of a ball gathers the votes of its whole surface, an axis or the focus of a ridge fewer. The winner starts an
	 * iterated least-squares fit with Tukey's weights, over triangles that face away from the center. The result is exact
	 * for a ball and does not depend on how the bone is turned but through the start.
	 *
	 * @param mesh
	 *            closed, facing outward, in mm
	 * @return the head
	 * @throws IllegalArgumentException
	 *             if nothing like a head is there
	 */
	static HeadSphere of( final TriangleMesh mesh )
	{
		final double[] facets = facets( mesh );
		HeadSphere head = vote( facets, mesh.bounds() );
		for ( int i = 0; i < 40 && head != null; ++i )
			head = fit( facets, head, Math.max( 1.5, 4 - 0.25 * i ) );
		if ( head == null || head.radius < LEAST_RADIUS || head.radius > GREATEST_RADIUS || head.shareOfSphere < 0.4 )
			throw new IllegalArgumentException( "No femoral head was found: no part of the surface is most of a ball of "
					+ ( int ) LEAST_RADIUS + " to " + ( int ) GREATEST_RADIUS + " mm radius." );
		return head;
	}

	/**
	 * How far the surface of the head lies from its ball, on average over the 60 degrees about the pole opposite to the neck.
	 *
	 * @param inFrame
	 *            the bone's surface in the reference frame
	 * @param frame
	 *            radius and neck
	 * @return mean distance in mm
	 */
	static double residual( final TriangleMesh inFrame, final FemurFrame frame )
	{
		final double angle = Math.toRadians( frame.neckShaftAngle() ), poleX = Math.sin( angle ), poleZ = -Math.cos( angle );
		final double[] f = facets( inFrame );
		double sum = 0, area = 0;
		for ( int i = 0; i < f.length; i += 7 )
		{
			final double dx = f[ i ] - FemurFrame.HEAD_X, dy = f[ i + 1 ] - FemurFrame.HEAD_Y, dz = f[ i + 2 ] - FemurFrame.HEAD_Z;
			final double r = Math.sqrt( dx * dx + dy * dy + dz * dz );
			// Bone beyond the pole, such as a label that leaks into the pelvis, counts; the rest of the femur does not.
			if ( dx * poleX + dz * poleZ < 0.5 * r || r > 2 * frame.headRadius() )
				continue;
			sum += f[ i + 6 ] * Math.abs( r - frame.headRadius() );
			area += f[ i + 6 ];
		}
		return area == 0 ? Double.POSITIVE_INFINITY : sum / area;
	}

	/**
	 * Centroid, unit normal and area of each triangle, seven numbers each. Triangles with long edges count as several, lest
	 * those of a drawn-out shaft gather in one ring and outvote the head.
	 */
	private static double[] facets( final TriangleMesh mesh )
	{
		final double[] v = mesh.vertices();
		final int[] t = mesh.triangles();
		double[] facets = new double[ 7 * mesh.triangleCount() ];
		int end = 0;
		for ( int i = 0; i < t.length; i += 3 )
		{
			final int parts = parts( v, t, i ), square = parts * parts;
			if ( end + 7 * square + 7 * ( mesh.triangleCount() - i / 3 ) > facets.length )
				facets = Arrays.copyOf( facets, 2 * facets.length + 7 * square );
			facet( v, t, i, facets, end );
			if ( parts > 1 )
				split( v, t, i, parts, facets, end );
			end += 7 * square;
		}
		return Arrays.copyOf( facets, end );
	}

	/** Into how many parts the edges of a triangle are divided. */
	private static int parts( final double[] v, final int[] t, final int i )
	{
		double longest = 0;
		for ( int k = 0; k < 3; ++k )
		{
			final int a = 3 * t[ i + k ], b = 3 * t[ i + ( k + 1 ) % 3 ];
			final double x = v[ b ] - v[ a ], y = v[ b + 1 ] - v[ a + 1 ], z = v[ b + 2 ] - v[ a + 2 ];
			longest = Math.max( longest, x * x + y * y + z * z );
		}
		return Math.max( 1, Math.min( MOST_PARTS, ( int ) Math.ceil( Math.sqrt( longest ) / LONGEST_EDGE ) ) );
	}

	private static void facet( final double[] v, final int[] t, final int i, final double[] facets, final int at )
	{
		final int a = 3 * t[ i ], b = 3 * t[ i + 1 ], c = 3 * t[ i + 2 ];
		final double ux = v[ b ] - v[ a ], uy = v[ b + 1 ] - v[ a + 1 ], uz = v[ b + 2 ] - v[ a + 2 ];
		final double wx = v[ c ] - v[ a ], wy = v[ c + 1 ] - v[ a + 1 ], wz = v[ c + 2 ] - v[ a + 2 ];
		final double nx = uy * wz - uz * wy, ny = uz * wx - ux * wz, nz = ux * wy - uy * wx;
		final double length = Math.sqrt( nx * nx + ny * ny + nz * nz ), scale = length == 0 ? 0 : 1 / length;
		for ( int d = 0; d < 3; ++d )
			facets[ at + d ] = ( v[ a + d ] + v[ b + d ] + v[ c + d ] ) / 3;
		facets[ at + 3 ] = nx * scale;
		facets[ at + 4 ] = ny * scale;
		facets[ at + 5 ] = nz * scale;
		facets[ at + 6 ] = length / 2;
	}

	/** Puts the equal parts of a triangle in place of it: {@code parts^2}, half of them upside down but for one row. */
	private static void split( final double[] v, final int[] t, final int i, final int parts, final double[] facets, final int start )
	{
		final double[] whole = Arrays.copyOfRange( facets, start, start + 7 );
		whole[ 6 ] /= parts * parts;
		int at = start;
		for ( int row = 0; row < parts; ++row )
			for ( int k = 0; k < 2 * ( parts - row ) - 1; ++k )
			{
				final double third = k % 2 == 0 ? 1 / 3.0 : 2 / 3.0;
				final double along = ( k / 2 + third ) / parts, up = ( row + third ) / parts;
				System.arraycopy( whole, 0, facets, at, 7 );
				for ( int d = 0; d < 3; ++d )
					facets[ at + d ] = ( 1 - along - up ) * v[ 3 * t[ i ] + d ] + along * v[ 3 * t[ i + 1 ] + d ]
							+ up * v[ 3 * t[ i + 2 ] + d ];
				at += 7;
			}
	}

	private static HeadSphere vote( final double[] f, final double[] bounds )
	{
		final int[] n = new int[ 3 ];
		for ( int d = 0; d < 3; ++d )
			n[ d ] = ( int ) ( ( bounds[ 3 + d ] - bounds[ d ] ) / CELL ) + 2;
		final float[] votes = new float[ n[ 0 ] * n[ 1 ] * n[ 2 ] ];
		for ( int i = 0; i < f.length; i += 7 )
			for ( double r = LEAST_RADIUS; r <= GREATEST_RADIUS; r += CELL / 2 )
			{
				final double cx = ( f[ i ] - r * f[ i + 3 ] - bounds[ 0 ] ) / CELL,
						cy = ( f[ i + 1 ] - r * f[ i + 4 ] - bounds[ 1 ] ) / CELL;
				final double cz = ( f[ i + 2 ] - r * f[ i + 5 ] - bounds[ 2 ] ) / CELL;
				if ( cx >= 0 && cy >= 0 && cz >= 0 && cx < n[ 0 ] && cy < n[ 1 ] && cz < n[ 2 ] )
					votes[ ( int ) cx + n[ 0 ] * ( ( int ) cy + n[ 1 ] * ( int ) cz ) ] += f[ i + 6 ];
			}
		double most = 0;
		int best = -1;
		for ( int k = 1; k + 1 < n[ 2 ]; ++k )
			for ( int j = 1; j + 1 < n[ 1 ]; ++j )
				for ( int i = 1; i + 1 < n[ 0 ]; ++i )
				{
					final int at = i + n[ 0 ] * ( j + n[ 1 ] * k );
					double sum = 0;
					for ( int dk = -1; dk <= 1; ++dk )
						for ( int dj = -1; dj <= 1; ++dj )
							for ( int di = -1; di <= 1; ++di )
								sum += votes[ at + di + n[ 0 ] * ( dj + n[ 1 ] * dk ) ];
					if ( sum > most )
					{
						most = sum;
						best = at;
					}
				}
		if ( best < 0 )
			return null;
		final double x = bounds[ 0 ] + CELL * ( best % n[ 0 ] + 0.5 ), y = bounds[ 1 ] + CELL * ( best / n[ 0 ] % n[ 1 ] + 0.5 );
		final double z = bounds[ 2 ] + CELL * ( best / ( n[ 0 ] * n[ 1 ] ) + 0.5 );
		return new HeadSphere( x, y, z, radiusAbout( f, x, y, z ), 0 );
	}

	/** The radius at which most of the surface faces away from a center. */
	private static double radiusAbout( final double[] f, final double x, final double y, final double z )
	{
		final double[] areas = new double[ 40 ];
		for ( int i = 0; i < f.length; i += 7 )
		{
			final double dx = f[ i ] - x, dy = f[ i + 1 ] - y, dz = f[ i + 2 ] - z, r = Math.sqrt( dx * dx + dy * dy + dz * dz );
			if ( r >= LEAST_RADIUS && r < GREATEST_RADIUS && dx * f[ i + 3 ] + dy * f[ i + 4 ] + dz * f[ i + 5 ] > 0.9 * r )
				areas[ ( int ) r ] += f[ i + 6 ] / ( r * r );
		}
		int best = 1;
		for ( int r = 1; r + 1 < areas.length; ++r )
			if ( areas[ r - 1 ] + areas[ r ] + areas[ r + 1 ] > areas[ best - 1 ] + areas[ best ] + areas[ best + 1 ] )
				best = r;
		return best + 0.5;
	}

	/** One weighted step: {@code |p|^2 = 2 c . p + ( r^2 - |c|^2 )}, about the present center, is linear in c and the rest. */
	private static HeadSphere fit( final double[] f, final HeadSphere h, final double tolerance )
	{
		final double[][] m = new double[ 4 ][ 4 ];
		final double[] b = new double[ 4 ];
		double area = 0;
		for ( int i = 0; i < f.length; i += 7 )
		{
			final double dx = f[ i ] - h.x, dy = f[ i + 1 ] - h.y, dz = f[ i + 2 ] - h.z, r = Math.sqrt( dx * dx + dy * dy + dz * dz );
			final double off = ( r - h.radius ) / tolerance;
			final double facing = ( dx * f[ i + 3 ] + dy * f[ i + 4 ] + dz * f[ i + 5 ] ) / r - 0.85;
			if ( Math.abs( off ) >= 1 || !( facing > 0 ) )
				continue;
			final double w = f[ i + 6 ] * ( 1 - off * off ) * ( 1 - off * off ) * Math.min( 1, facing / 0.1 );
			area += w;
			final double[] row = { 2 * dx, 2 * dy, 2 * dz, 1 };
			for ( int j = 0; j < 4; ++j )
			{
				for ( int k = 0; k < 4; ++k )
					m[ j ][ k ] += w * row[ j ] * row[ k ];
				b[ j ] += w * row[ j ] * r * r;
			}
		}
		final DecompositionSolver solver = new LUDecomposition( new Array2DRowRealMatrix( m, false ), SINGULAR ).getSolver();
		if ( !solver.isNonSingular() )
			return null;
		final double[] c = solver.solve( new ArrayRealVector( b, false ) ).toArray();
		final double r = Math.sqrt( Math.max( 0, c[ 3 ] + c[ 0 ] * c[ 0 ] + c[ 1 ] * c[ 1 ] + c[ 2 ] * c[ 2 ] ) );
		return new HeadSphere( h.x + c[ 0 ], h.y + c[ 1 ], h.z + c[ 2 ], r, area / ( 4 * Math.PI * r * r ) );
	}
}
