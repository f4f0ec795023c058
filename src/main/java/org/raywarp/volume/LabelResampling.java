/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;

import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * Brings labels onto other grids with smooth borders: each target voxel takes the label that has most of it. The share of
 * a label is what {@link Resampling#resample(Volume, Grid)} makes of the label's indicator: the trilinear interpolant, or
 * its mean over a target voxel that is coarser than the source's. Where two labels have the same share the greater one is
 * taken. {@link Resampling#resampleLabels} takes the nearest voxel's label instead.
 */
public final class LabelResampling
{
	private LabelResampling()
	{}

	/**
	 * @param source
	 *            the label map, three-dimensional; 0 beyond its voxels
	 * @param target
	 *            the new grid, anywhere in the world
	 * @return the labels on that grid; a copy
	 * @implNote op names='raywarp.resampleLabels'
	 */
	public static Volume< UnsignedByteType > byShare( final Volume< UnsignedByteType > source, final Grid target )
	{
		final int[] n = target.size(), size = source.grid().size();
		final byte[] from = LabelArrays.of( source.voxels() ), labels = new byte[ target.voxelCount() ];
		final Affine3D sourceFromTarget = source.worldFromVoxel().inverse().after( target.worldFromVoxel() );
		final int[] samples = Resampling.samplesPerVoxel( sourceFromTarget );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			final Shares shares = new Shares( from, size );
			for ( int j = 0, o = k * n[ 0 ] * n[ 1 ]; j < n[ 1 ]; ++j )
				for ( int i = 0; i < n[ 0 ]; ++i, ++o )
					labels[ o ] = ( byte ) shares.label( sourceFromTarget, samples, i, j, k );
		} );
		return Volume.labels( target, labels );
	}

	/** What the labels have of one voxel; one a thread. */
	private static final class Shares
	{
		private final byte[] labels;

		private final int[] size;

		private final double[] share = new double[ 256 ];

		private final int[] seen = new int[ 256 ];

		private int seenCount;

		Shares( final byte[] labels, final int[] size )
		{
			this.labels = labels;
			this.size = size;
		}

		int label( final Affine3D sourceFromTarget, final int[] samples, final int i, final int j, final int k )
		{
			seenCount = 0;
			for ( int s = 0; s < samples[ 0 ] * samples[ 1 ] * samples[ 2 ]; ++s )
				add( sourceFromTarget.apply( i + Resampling.offset( s % samples[ 0 ], samples[ 0 ] ),
						j + Resampling.offset( s / samples[ 0 ] % samples[ 1 ], samples[ 1 ] ),
						k + Resampling.offset( s / ( samples[ 0 ] * samples[ 1 ] ), samples[ 2 ] ) ) );
			int best = 0;
			double most = -1;
			for ( int s = 0; s < seenCount; ++s )
			{
				final int label = seen[ s ];
				// Rounding must not decide between equal shares.
				if ( share[ label ] > most + 1e-6 || share[ label ] > most - 1e-6 && label > best )
				{
					most = share[ label ];
					best = label;
				}
				share[ label ] = 0;
			}
			return best;
		}

		/** Shares a sample among the labels of the eight voxels about it. */
		private void add( final double[] x )
		{
			final double i = Math.floor( x[ 0 ] ), j = Math.floor( x[ 1 ] ), k = Math.floor( x[ 2 ] );
			for ( int corner = 0; corner < 8; ++corner )
			{
				final int a = corner & 1, b = corner >> 1 & 1, c = corner >> 2;
				final double weight = Math.abs( 1 - a - ( x[ 0 ] - i ) ) * Math.abs( 1 - b - ( x[ 1 ] - j ) )
						* Math.abs( 1 - c - ( x[ 2 ] - k ) );
				final int label = at( i + a, j + b, k + c );
				if ( weight == 0 )
					continue;
				if ( share[ label ] == 0 )
					seen[ seenCount++ ] = label;
				share[ label ] += weight;
			}
		}

		private int at( final double i, final double j, final double k )
		{
			if ( !( i >= 0 && j >= 0 && k >= 0 && i < size[ 0 ] && j < size[ 1 ] && k < size[ 2 ] ) )
				return 0;
			return labels[ ( int ) i + size[ 0 ] * ( ( int ) j + size[ 1 ] * ( int ) k ) ] & 0xff;
		}
	}
}
