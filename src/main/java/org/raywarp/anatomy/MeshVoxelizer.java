/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * From a closed surface to voxels, by parallel scanlines along the grid's first axis.
 * <p>
 * A line that meets an edge or a vertex is moved aside by an infinitesimal amount, in thought (Edelsbrunner and Muecke
 * 1990, "Simulation of simplicity"), the same for every triangle: each crossing is counted once. A point is inside where
 * the winding number of the surface about it is not zero, so overlapping parts are joined and inward-facing shells are
 * cavities.
 */
public final class MeshVoxelizer
{
	private MeshVoxelizer()
	{}

	/**
	 * @param mesh
	 *            closed, in the world
	 * @param grid
	 *            where the voxels lie, any affine
	 * @return 1 where the center of a voxel lies inside, 0 elsewhere
	 */
	public static Volume< UnsignedByteType > label( final TriangleMesh mesh, final Grid grid )
	{
		return Volume.labels( grid, inside( mesh, grid ) );
	}

	/**
	 * @param mesh
	 *            closed, in the world
	 * @param grid
	 *            where the voxels lie, any affine
	 * @param linesPerVoxel
	 *            number of lines per voxel along each of the grid's second and third axis, at least 1; along the lines the
	 *            covered length is exact
	 * @return the fraction of each voxel's box that lies inside, 0 to 1; where parts of the surface overlap, at most 1
	 */
	public static Volume< FloatType > coverage( final TriangleMesh mesh, final Grid grid, final int linesPerVoxel )
	{
		if ( linesPerVoxel < 1 )
			throw new IllegalArgumentException( "A voxel is crossed by at least one line, not " + linesPerVoxel + "." );
		final int[] n = grid.size();
		final Scanlines lines = new Scanlines( mesh, grid );
		final float[] covered = new float[ grid.voxelCount() ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			final float[] partial = new float[ n[ 0 ] * n[ 1 ] ];
			final float[] step = new float[ n[ 0 ] * n[ 1 ] ];
			final float weight = 1f / ( linesPerVoxel * linesPerVoxel );
			for ( int s = 0; s < linesPerVoxel * linesPerVoxel; ++s )
			{
				final double dy = ( s % linesPerVoxel + 0.5 ) / linesPerVoxel - 0.5, dz = ( s / linesPerVoxel + 0.5 ) / linesPerVoxel - 0.5;
				lines.cross( k, dy, dz, ( j, x, sign ) -> {
					final int i = ( int ) Math.floor( x + 0.5 );
					if ( i < 0 )
						step[ j * n[ 0 ] ] += sign * weight;
					else if ( i < n[ 0 ] )
					{
						partial[ j * n[ 0 ] + i ] += sign * weight * ( i + 0.5 - x );
						if ( i + 1 < n[ 0 ] )
							step[ j * n[ 0 ] + i + 1 ] += sign * weight;
					}
				} );
			}
			final int offset = k * n[ 0 ] * n[ 1 ];
			float sum = 0;
			for ( int at = 0; at < step.length; ++at )
			{
				sum = at % n[ 0 ] == 0 ? step[ at ] : sum + step[ at ];
				covered[ offset + at ] = Math.max( 0, Math.min( 1, sum + partial[ at ] ) );
			}
		} );
		return Volume.floats( grid, covered );
	}

	/** 1 where the center of a voxel lies inside the surface, by the winding number along its line of the grid; else 0. */
	static byte[] inside( final TriangleMesh mesh, final Grid grid )
	{
		final int[] n = grid.size();
		final Scanlines lines = new Scanlines( mesh, grid );
		final byte[] inside = new byte[ grid.voxelCount() ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			final int[] change = new int[ n[ 0 ] * n[ 1 ] ];
			lines.cross( k, 0, 0, ( j, x, sign ) -> {
				final int i = Math.max( 0, ( int ) Math.ceil( x ) );
				if ( i < n[ 0 ] )
					change[ j * n[ 0 ] + i ] += sign;
			} );
			int winding = 0;
			for ( int at = 0; at < change.length; ++at )
			{
				winding = at % n[ 0 ] == 0 ? change[ at ] : winding + change[ at ];
				inside[ k * change.length + at ] = ( byte ) ( winding != 0 ? 1 : 0 );
			}
		} );
		return inside;
	}

	@FunctionalInterface
	private interface Crossing
	{
		/** Line j is crossed at x, into the surface (sign 1) or out of it (-1). */
		void at( int j, double x, int sign );
	}

	/**
	 * The triangles in voxel coordinates, sorted by the slices they meet.
	 */
	private static final class Scanlines
	{
		private final double[] v;

		private final int[] t;

		private final int rows;

		private final int[] firstOfSlice;

		private final int[] triangleOfEntry;

		Scanlines( final TriangleMesh mesh, final Grid grid )
		{
			final TriangleMesh inVoxels = mesh.transformed( grid.worldFromVoxel().inverse() );
			v = inVoxels.vertices();
			t = inVoxels.triangles();
			rows = grid.size()[ 1 ];
			final int slices = grid.size()[ 2 ];
			firstOfSlice = new int[ slices + 1 ];
			for ( int i = 0; i < t.length; i += 3 )
				for ( int k = firstSlice( i ); k <= lastSlice( i, slices ); ++k )
					++firstOfSlice[ k + 1 ];
			for ( int k = 0; k < slices; ++k )
				firstOfSlice[ k + 1 ] += firstOfSlice[ k ];
			triangleOfEntry = new int[ firstOfSlice[ slices ] ];
			final int[] next = Arrays.copyOf( firstOfSlice, slices );
			for ( int i = 0; i < t.length; i += 3 )
				for ( int k = firstSlice( i ); k <= lastSlice( i, slices ); ++k )
					triangleOfEntry[ next[ k ]++ ] = i;
		}

		private double z( final int corner )
		{
			return v[ 3 * t[ corner ] + 2 ];
		}

		private int firstSlice( final int i )
		{
			return ( int ) Math.max( 0, Math.ceil( Math.min( z( i ), Math.min( z( i + 1 ), z( i + 2 ) ) ) - 0.5 ) );
		}

		private int lastSlice( final int i, final int slices )
		{
			return ( int ) Math.min( slices - 1, Math.floor( Math.max( z( i ), Math.max( z( i + 1 ), z( i + 2 ) ) ) + 0.5 ) );
		}

		/** All crossings of the lines ( j + dy, k + dz ) of one slice, offsets within half a voxel. */
		void cross( final int k, final double dy, final double dz, final Crossing crossing )
		{
			final double pz = k + dz;
			for ( int e = firstOfSlice[ k ]; e < firstOfSlice[ k + 1 ]; ++e )
			{
				final int i = triangleOfEntry[ e ];
				final int a = 3 * t[ i ], b = 3 * t[ i + 1 ], c = 3 * t[ i + 2 ];
				final double low = Math.min( v[ a + 1 ], Math.min( v[ b + 1 ], v[ c + 1 ] ) );
				final double high = Math.max( v[ a + 1 ], Math.max( v[ b + 1 ], v[ c + 1 ] ) );
				final int last = ( int ) Math.min( rows - 1, Math.floor( high - dy ) );
				for ( int j = ( int ) Math.max( 0, Math.ceil( low - dy ) ); j <= last; ++j )
				{
					final double py = j + dy;
					final boolean ab = left( a, b, py, pz ), bc = left( b, c, py, pz ), ca = left( c, a, py, pz );
					if ( ab == bc && bc == ca )
						crossing.at( j, crossingX( a, b, c, py, pz ), ab ? -1 : 1 );
				}
			}
		}

		/** Whether a point lies to the left of a directed edge in the y-z plane; never undecided. */
		private boolean left( final int from, final int to, final double py, final double pz )
		{
			final boolean ordered = from < to;
			final int a = ordered ? from : to, b = ordered ? to : from;
			final double by = v[ b + 1 ] - v[ a + 1 ], bz = v[ b + 2 ] - v[ a + 2 ];
			double side = by * ( pz - v[ a + 2 ] ) - bz * ( py - v[ a + 1 ] );
			if ( side == 0 )
				side = bz != 0 ? -bz : by;
			return side > 0 == ordered;
		}

		private double crossingX( final int a, final int b, final int c, final double py, final double pz )
		{
			final double wc = area( a, b, py, pz ), wa = area( b, c, py, pz ), wb = area( c, a, py, pz );
			final double sum = wa + wb + wc;
			final double least = Math.min( v[ a ], Math.min( v[ b ], v[ c ] ) ), most = Math.max( v[ a ], Math.max( v[ b ], v[ c ] ) );
			if ( sum == 0 )
				return ( least + most ) / 2;
			return Math.max( least, Math.min( most, ( wa * v[ a ] + wb * v[ b ] + wc * v[ c ] ) / sum ) );
		}

		private double area( final int a, final int b, final double py, final double pz )
		{
			return ( v[ b + 1 ] - v[ a + 1 ] ) * ( pz - v[ a + 2 ] ) - ( v[ b + 2 ] - v[ a + 2 ] ) * ( py - v[ a + 1 ] );
		}
	}
}
