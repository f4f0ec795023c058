/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.raywarp.geometry.TriangleMesh;

import net.imglib2.parallel.Parallelization;

/**
 * Exact distances to a triangle surface, through a tree of bounding boxes over triangles in Morton order. Safe for
 * concurrent use.
 */
public final class MeshDistance
{
	private static final int TRIANGLES_PER_LEAF = 4;

	/** Nine coordinates of each triangle, in Morton order. */
	private final double[] corners;

	/** Which triangle of the mesh each of them is. */
	private final int[] triangles;

	/** Six bounds of each node; the children of node n are 2 n + 1 and 2 n + 2, the leaves come last. */
	private final double[] boxes;

	private final int firstLeaf;

	/**
	 * @param mesh
	 *            at least one triangle; need not be closed
	 */
	public MeshDistance( final TriangleMesh mesh )
	{
		final int count = mesh.triangleCount();
		if ( count == 0 )
			throw new IllegalArgumentException( "A surface without triangles has no distance." );
		final long[] order = mortonOrder( mesh );
		corners = new double[ 9 * count ];
		triangles = Arrays.stream( order ).mapToInt( i -> ( int ) i ).toArray();
		for ( int i = 0; i < count; ++i )
			for ( int k = 0; k < 3; ++k )
				System.arraycopy( mesh.vertices(), 3 * mesh.triangles()[ 3 * ( int ) order[ i ] + k ], corners, 9 * i + 3 * k, 3 );
		final int leaves = Integer.highestOneBit( Math.max( 1, 2 * ( ( count + TRIANGLES_PER_LEAF - 1 ) / TRIANGLES_PER_LEAF ) - 1 ) );
		firstLeaf = leaves - 1;
		boxes = new double[ 6 * ( 2 * leaves - 1 ) ];
		for ( int node = 2 * leaves - 2; node >= 0; --node )
			bound( node );
	}

	/**
	 * @param x
	 *            coordinate in mm
	 * @param y
	 *            coordinate in mm
	 * @param z
	 *            coordinate in mm
	 * @param bound
	 *            distances beyond are of no interest
	 * @return the distance from the point to the nearest triangle, or {@code bound} if none is nearer
	 */
	public double distance( final double x, final double y, final double z, final double bound )
	{
		return Math.sqrt( search( x, y, z, bound * bound, null ) );
	}

	/**
	 * @param points
	 *            three coordinates of each point, in mm
	 * @return the distance from each point to the surface, in mm
	 */
	public double[] distances( final double[] points )
	{
		final double[] distances = new double[ points.length / 3 ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, distances.length ).boxed().toList(), i -> distances[ i ] =
				distance( points[ 3 * i ], points[ 3 * i + 1 ], points[ 3 * i + 2 ], Double.POSITIVE_INFINITY ) );
		return distances;
	}

	/**
	 * The nearest point of the surface.
	 *
	 * @param point
	 *            three coordinates in mm
	 * @param nearest
	 *            receives the three coordinates of the nearest point and its two barycentric coordinates in its triangle: the
	 *            weights of the triangle's second and third vertex
	 * @return index of the triangle it lies on
	 */
	public int nearest( final double[] point, final double[] nearest )
	{
		final int[] found = new int[ 1 ];
		search( point[ 0 ], point[ 1 ], point[ 2 ], Double.POSITIVE_INFINITY, found );
		final double[] barycentric = new double[ 2 ];
		final int i = 9 * found[ 0 ];
		toTriangle( i, point[ 0 ], point[ 1 ], point[ 2 ], barycentric );
		for ( int d = 0; d < 3; ++d )
			nearest[ d ] = corners[ i + d ] + barycentric[ 0 ] * ( corners[ i + 3 + d ] - corners[ i + d ] )
					+ barycentric[ 1 ] * ( corners[ i + 6 + d ] - corners[ i + d ] );
		System.arraycopy( barycentric, 0, nearest, 3, 2 );
		return triangles[ found[ 0 ] ];
	}

	/** Squared distance to the nearest triangle within a squared bound; its place in Morton order goes to {@code found}. */
	private double search( final double x, final double y, final double z, final double squareBound, final int[] found )
	{
		double best = squareBound;
		if ( toBox( 0, x, y, z ) >= best )
			return best;
		final int[] nodes = new int[ 32 ];
		final double[] distances = new double[ 32 ];
		int depth = 0, node = 0;
		while ( true )
		{
			if ( node < firstLeaf )
			{
				final int left = 2 * node + 1;
				final double toLeft = toBox( left, x, y, z ), toRight = toBox( left + 1, x, y, z );
				final boolean leftFirst = toLeft <= toRight;
				final double farther = leftFirst ? toRight : toLeft;
				if ( farther < best )
				{
					nodes[ depth ] = leftFirst ? left + 1 : left;
					distances[ depth++ ] = farther;
				}
				if ( Math.min( toLeft, toRight ) < best )
				{
					node = leftFirst ? left : left + 1;
					continue;
				}
			}
			else
				for ( int i = firstTriangle( node ); i < firstTriangle( node + 1 ); ++i )
				{
					final double square = toTriangle( 9 * i, x, y, z, null );
					if ( square < best && found != null )
						found[ 0 ] = i;
					best = Math.min( best, square );
				}
			do
				if ( depth == 0 )
					return best;
			while ( distances[ --depth ] >= best );
			node = nodes[ depth ];
		}
	}

	private int firstTriangle( final int leaf )
	{
		return ( int ) ( ( long ) ( leaf - firstLeaf ) * ( corners.length / 9 ) / ( firstLeaf + 1 ) );
	}

	private static long[] mortonOrder( final TriangleMesh mesh )
	{
		final double[] b = mesh.bounds(), v = mesh.vertices();
		final int[] t = mesh.triangles();
		final double extent = Math.max( 1e-9, Math.max( b[ 3 ] - b[ 0 ], Math.max( b[ 4 ] - b[ 1 ], b[ 5 ] - b[ 2 ] ) ) );
		final long[] keys = new long[ mesh.triangleCount() ];
		for ( int i = 0; i < keys.length; ++i )
		{
			long code = 0;
			for ( int d = 0; d < 3; ++d )
			{
				final double mean = ( v[ 3 * t[ 3 * i ] + d ] + v[ 3 * t[ 3 * i + 1 ] + d ] + v[ 3 * t[ 3 * i + 2 ] + d ] ) / 3;
				code |= spread( ( long ) Math.min( 1023, 1024 * ( mean - b[ d ] ) / extent ) ) << d;
			}
			keys[ i ] = code << 32 | i;
		}
		Arrays.parallelSort( keys );
		for ( int i = 0; i < keys.length; ++i )
			keys[ i ] &= 0xFFFFFFFFL;
		return keys;
	}

	/** Ten bits to every third place. */
	private static long spread( final long bits )
	{
		long s = bits;
		s = ( s | s << 16 ) & 0x030000FF;
		s = ( s | s << 8 ) & 0x0300F00F;
		s = ( s | s << 4 ) & 0x030C30C3;
		return ( s | s << 2 ) & 0x09249249;
	}

	private void bound( final int node )
	{
		for ( int d = 0; d < 3; ++d )
		{
			double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
			if ( node >= firstLeaf )
				for ( int i = 3 * firstTriangle( node ); i < 3 * firstTriangle( node + 1 ); ++i )
				{
					low = Math.min( low, corners[ 3 * i + d ] );
					high = Math.max( high, corners[ 3 * i + d ] );
				}
			else
				for ( int child = 2 * node + 1; child <= 2 * node + 2; ++child )
				{
					low = Math.min( low, boxes[ 6 * child + d ] );
					high = Math.max( high, boxes[ 6 * child + 3 + d ] );
				}
			boxes[ 6 * node + d ] = low;
			boxes[ 6 * node + 3 + d ] = high;
		}
	}

	private double toBox( final int node, final double x, final double y, final double z )
	{
		final int b = 6 * node;
		final double dx = Math.max( 0, Math.max( boxes[ b ] - x, x - boxes[ b + 3 ] ) );
		final double dy = Math.max( 0, Math.max( boxes[ b + 1 ] - y, y - boxes[ b + 4 ] ) );
		final double dz = Math.max( 0, Math.max( boxes[ b + 2 ] - z, z - boxes[ b + 5 ] ) );
		return dx * dx + dy * dy + dz * dz;
	}

	/** Squared distance to a triangle, by the region of the nearest point (Ericson 2005, Real-Time Collision Detection, 5.1.5). */
	private double toTriangle( final int i, final double x, final double y, final double z, final double[] barycentric )
	{
		final double ax = corners[ i ], ay = corners[ i + 1 ], az = corners[ i + 2 ];
		final double ux = corners[ i + 3 ] - ax, uy = corners[ i + 4 ] - ay, uz = corners[ i + 5 ] - az;
		final double vx = corners[ i + 6 ] - ax, vy = corners[ i + 7 ] - ay, vz = corners[ i + 8 ] - az;
		final double px = x - ax, py = y - ay, pz = z - az;
		final double uu = ux * ux + uy * uy + uz * uz, uv = ux * vx + uy * vy + uz * vz, vv = vx * vx + vy * vy + vz * vz;
		final double d1 = ux * px + uy * py + uz * pz, d2 = vx * px + vy * py + vz * pz;
		double s = 0, t = 0;
		final double d3 = d1 - uu, d4 = d2 - uv, d5 = d1 - uv, d6 = d2 - vv;
		final double vc = d1 * d4 - d3 * d2, vb = d5 * d2 - d1 * d6, va = d3 * d6 - d5 * d4;
		if ( d1 <= 0 && d2 <= 0 )
			s = 0;
		else if ( d3 >= 0 && d4 <= d3 )
			s = 1;
		else if ( vc <= 0 && d1 >= 0 && d3 <= 0 )
			s = uu == 0 ? 0 : d1 / uu;
		else if ( d6 >= 0 && d5 <= d6 )
			t = 1;
		else if ( vb <= 0 && d2 >= 0 && d6 <= 0 )
			t = vv == 0 ? 0 : d2 / vv;
		else if ( va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0 )
		{
			final double length = d4 - d3 + ( d5 - d6 );
			t = length == 0 ? 0 : ( d4 - d3 ) / length;
			s = 1 - t;
		}
		else
		{
			final double sum = va + vb + vc;
			s = sum == 0 ? 0 : vb / sum;
			t = sum == 0 ? 0 : vc / sum;
		}
		if ( barycentric != null )
		{
			barycentric[ 0 ] = s;
			barycentric[ 1 ] = t;
		}
		final double dx = px - s * ux - t * vx, dy = py - s * uy - t * vy, dz = pz - s * uz - t * vz;
		return dx * dx + dy * dy + dz * dz;
	}
}
