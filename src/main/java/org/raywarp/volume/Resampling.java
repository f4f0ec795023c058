/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Brings volumes onto other grids, through the world. The lazy forms, and the definition, are in
 * {@link ResampledViews}.
 * <p>
 * A target voxel of intensities is the mean of {@code n} x {@code m} x {@code l} trilinear samples spread evenly over
 * its box, where the counts along its three axes are the distances between neighboring target voxels in source voxels,
 * rounded up. On a grid as fine as the source's or finer that is the trilinear interpolant at the voxel's center. On a
 * coarser grid it is an area average, so that fine detail is averaged away and does not alias; from a grid to one of a
 * whole fraction of its size over the same box ({@link Grid#resampled}, FULL to QUARTER) it is exactly the mean of the
 * source voxels inside the target voxel. Labels are never averaged: each target voxel takes the nearest source voxel's.
 */
public final class Resampling
{
	private Resampling()
	{}

	/**
	 * Resamples intensities; outside the source they are 0.
	 *
	 * @param source
	 *            three-dimensional, or with channels, which are resampled one by one
	 * @param target
	 *            the new grid, anywhere in the world
	 * @return the source on that grid; a copy
	 * @implNote op names='raywarp.resample'
	 */
	public static Volume< FloatType > resample( final Volume< FloatType > source, final Grid target )
	{
		return resample( source, target, 0 );
	}

	/**
	 * Resamples intensities that do not vanish outside, such as HU in air.
	 *
	 * @param source
	 *            three-dimensional, or with channels, which are resampled one by one
	 * @param target
	 *            the new grid, anywhere in the world
	 * @param outside
	 *            the value beyond the source's voxels
	 * @return the source on that grid; a copy
	 */
	public static Volume< FloatType > resample( final Volume< FloatType > source, final Grid target, final float outside )
	{
		final int[] n = target.size();
		final int channels = source.channels();
		final float[] values = new float[ Math.multiplyExact( target.voxelCount(), channels ) ];
		final float[] from = FloatArrays.of( source.voxels() );
		final int[] size = source.grid().size();
		final Affine3D sourceFromTarget = source.worldFromVoxel().inverse().after( target.worldFromVoxel() );
		final int[] samples = samplesPerVoxel( sourceFromTarget );
		final int sourceVoxels = source.grid().voxelCount();
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] * channels ).boxed().toList(), slice -> {
			final Trilinear interpolant = new Trilinear( from, slice / n[ 2 ] * sourceVoxels, size, outside );
			final int first = slice * n[ 0 ] * n[ 1 ];
			for ( int j = 0; j < n[ 1 ]; ++j )
				averageRow( interpolant, sourceFromTarget.after( Affine3D.translation( 0, j, slice % n[ 2 ] ) ), samples, values,
						first + j * n[ 0 ], n[ 0 ] );
		} );
		if ( source.voxels().numDimensions() == 3 )
			return Volume.floats( target, values );
		return new Volume<>( ArrayImgs.floats( values, n[ 0 ], n[ 1 ], n[ 2 ], channels ), target.worldFromVoxel() );
	}

	/** Fills the n target voxels from (0, 0, 0) of the map on. */
	private static void averageRow( final Trilinear interpolant, final Affine3D m, final int[] samples, final float[] values,
			final int first, final int n )
	{
		final int count = samples[ 0 ] * samples[ 1 ] * samples[ 2 ];
		final double mx = m.get( 0, 0 ), my = m.get( 1, 0 ), mz = m.get( 2, 0 );
		for ( int s = 0; s < count; ++s )
		{
			final double[] start = m.apply( offset( s % samples[ 0 ], samples[ 0 ] ),
					offset( s / samples[ 0 ] % samples[ 1 ], samples[ 1 ] ),
					offset( s / ( samples[ 0 ] * samples[ 1 ] ), samples[ 2 ] ) );
			final double x = start[ 0 ], y = start[ 1 ], z = start[ 2 ];
			for ( int i = 0; i < n; ++i )
				values[ first + i ] += interpolant.at( x + mx * i, y + my * i, z + mz * i );
		}
		if ( count > 1 )
			for ( int i = first; i < first + n; ++i )
				values[ i ] /= count;
	}

	/** Where sample s of n lies in a voxel, from -1/2 to 1/2. */
	static double offset( final int s, final int n )
	{
		return ( s + 0.5 ) / n - 0.5;
	}

	/** The number of samples along each axis of a target voxel: its steps in source voxels, rounded up. */
	static int[] samplesPerVoxel( final Affine3D sourceFromTarget )
	{
		final int[] samples = new int[ 3 ];
		for ( int d = 0; d < 3; ++d )
		{
			final double a = sourceFromTarget.get( 0, d ), b = sourceFromTarget.get( 1, d ), c = sourceFromTarget.get( 2, d );
			// The margin lets rounding errors in a header not double the number of samples.
			samples[ d ] = Math.max( 1, ( int ) Math.ceil( Math.sqrt( a * a + b * b + c * c ) - 1e-3 ) );
		}
		return samples;
	}

	/**
	 * Resamples labels by nearest neighbor; outside the source they are 0.
	 *
	 * @param source
	 *            the label map, three-dimensional
	 * @param target
	 *            the new grid, anywhere in the world
	 * @return the labels on that grid; a copy
	 */
	public static Volume< UnsignedByteType > resampleLabels( final Volume< UnsignedByteType > source, final Grid target )
	{
		final int[] n = target.size(), size = source.grid().size();
		final byte[] from = LabelArrays.of( source.voxels() );
		final byte[] labels = new byte[ target.voxelCount() ];
		final Affine3D m = source.worldFromVoxel().inverse().after( target.worldFromVoxel() );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			for ( int j = 0, o = k * n[ 0 ] * n[ 1 ]; j < n[ 1 ]; ++j )
			{
				final double[] start = m.apply( 0, j, k );
				for ( int i = 0; i < n[ 0 ]; ++i, ++o )
				{
					final int voxel = LabelArrays.nearest( size, start[ 0 ] + m.get( 0, 0 ) * i, start[ 1 ] + m.get( 1, 0 ) * i,
							start[ 2 ] + m.get( 2, 0 ) * i );
					labels[ o ] = voxel < 0 ? 0 : from[ voxel ];
				}
			}
		} );
		return Volume.labels( target, labels );
	}
}
