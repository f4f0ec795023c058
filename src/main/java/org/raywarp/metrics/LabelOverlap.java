/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import java.util.List;
import java.util.stream.IntStream;

import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Volume;

import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * How many voxels of each label two label maps have and share, counted in one pass.
 */
public final class LabelOverlap
{
	private final long[] reference = new long[ 256 ], labels = new long[ 256 ], both = new long[ 256 ];

	private LabelOverlap()
	{}

	/**
	 * @param reference
	 *            a label map
	 * @param labels
	 *            another on the same grid
	 * @return their overlap
	 * @throws IllegalArgumentException
	 *             if the grids differ
	 */
	public static LabelOverlap of( final Volume< UnsignedByteType > reference, final Volume< UnsignedByteType > labels )
	{
		SameGrid.require( "label maps", reference, labels );
		final byte[] a = LabelArrays.of( reference.voxels() ), b = LabelArrays.of( labels.voxels() );
		final int chunk = 1 << 18;
		final LabelOverlap total = new LabelOverlap();
		final List< Integer > chunks = IntStream.rangeClosed( 0, ( a.length - 1 ) / chunk ).boxed().toList();
		Parallelization.getTaskExecutor().forEach( chunks, c -> {
			final LabelOverlap part = new LabelOverlap();
			for ( int i = c * chunk; i < Math.min( a.length, ( c + 1 ) * chunk ); ++i )
			{
				final int l = a[ i ] & 0xff, m = b[ i ] & 0xff;
				++part.reference[ l ];
				++part.labels[ m ];
				if ( l == m )
					++part.both[ l ];
			}
			total.add( part );
		} );
		return total;
	}

	private synchronized void add( final LabelOverlap part )
	{
		for ( int l = 0; l < 256; ++l )
		{
			reference[ l ] += part.reference[ l ];
			labels[ l ] += part.labels[ l ];
			both[ l ] += part.both[ l ];
		}
	}

	/**
	 * @return the labels that occur in at least one of the maps, ascending, without 0
	 */
	public int[] present()
	{
		return IntStream.range( 1, 256 ).filter( l -> reference[ l ] + labels[ l ] > 0 ).toArray();
	}

	/**
	 * @param label
	 *            0 to 255
	 * @return {@code 2 |A and B| / ( |A| + |B| )}, 0 to 1; NaN where neither map has the label
	 */
	public double dice( final int label )
	{
		return 2.0 * both[ label ] / ( reference[ label ] + labels[ label ] );
	}

	/**
	 * @param label
	 *            0 to 255
	 * @return {@code |A and B| / |A or B|}, 0 to 1; NaN where neither map has the label
	 */
	public double jaccard( final int label )
	{
		return ( double ) both[ label ] / ( reference[ label ] + labels[ label ] - both[ label ] );
	}
}
