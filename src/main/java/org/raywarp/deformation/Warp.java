/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Interpolation;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Trilinear;
import org.raywarp.volume.Volume;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The loops that read a source image at displaced points.
 */
final class Warp
{
	/** Where a row of target voxels is read: x, y, z of each in voxels of the source. */
	private interface RowReader
	{
		void read( double[] points, int slice, int firstTarget );
	}

	private Warp()
	{}

	static Volume< FloatType > floats( final Volume< FloatType > source, final DisplacementField field, final Grid target,
			final Interpolation interpolation, final float outside )
	{
		final int[] n = target.size(), size = source.grid().size();
		final int channels = source.channels(), sourceVoxels = source.grid().voxelCount();
		final float[] from = FloatArrays.of( source.voxels() );
		final float[] values = new float[ Math.multiplyExact( target.voxelCount(), channels ) ];
		final RowReader linear = ( points, slice, first ) -> {
			final Trilinear interpolant = new Trilinear( from, slice / n[ 2 ] * sourceVoxels, size, outside );
			for ( int i = 0; i < n[ 0 ]; ++i )
				values[ first + i ] = interpolant.at( points[ 3 * i ], points[ 3 * i + 1 ], points[ 3 * i + 2 ] );
		};
		final RowReader nearest = ( points, slice, first ) -> {
			for ( int i = 0; i < n[ 0 ]; ++i )
			{
				final int voxel = LabelArrays.nearest( size, points[ 3 * i ], points[ 3 * i + 1 ], points[ 3 * i + 2 ] );
				values[ first + i ] = voxel < 0 ? outside : from[ slice / n[ 2 ] * sourceVoxels + voxel ];
			}
		};
		forEachRow( source.worldFromVoxel(), field, target, channels, interpolation == Interpolation.LINEAR ? linear : nearest );
		if ( source.voxels().numDimensions() == 3 )
			return Volume.floats( target, values );
		return new Volume<>( ArrayImgs.floats( values, n[ 0 ], n[ 1 ], n[ 2 ], channels ), target.worldFromVoxel() );
	}

	static Volume< UnsignedByteType > labels( final Volume< UnsignedByteType > source, final DisplacementField field, final Grid target )
	{
		final int n = target.size()[ 0 ];
		final int[] size = source.grid().size();
		final byte[] from = LabelArrays.of( source.voxels() );
		final byte[] labels = new byte[ target.voxelCount() ];
		forEachRow( source.worldFromVoxel(), field, target, 1, ( points, slice, first ) -> {
			for ( int i = 0; i < n; ++i )
			{
				final int voxel = LabelArrays.nearest( size, points[ 3 * i ], points[ 3 * i + 1 ], points[ 3 * i + 2 ] );
				labels[ first + i ] = voxel < 0 ? 0 : from[ voxel ];
			}
		} );
		return Volume.labels( target, labels );
	}

	private static void forEachRow( final Affine3D worldFromSource, final DisplacementField field, final Grid target, final int channels,
			final RowReader reader )
	{
		final int[] n = target.size();
		final RowDisplacements rows = new RowDisplacements( field, target );
		final Affine3D sourceFromWorld = worldFromSource.inverse(), sourceFromTarget = sourceFromWorld.after( target.worldFromVoxel() );
		final double[] a = sourceFromTarget.toArray(), b = sourceFromWorld.toArray();
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] * channels ).boxed().toList(), slice -> {
			final float[] u = new float[ 3 * n[ 0 ] ];
			final double[] points = new double[ 3 * n[ 0 ] ];
			final int k = slice % n[ 2 ];
			for ( int j = 0; j < n[ 1 ]; ++j )
			{
				rows.read( j, k, u, 0 );
				for ( int i = 0, o = 0; i < n[ 0 ]; ++i, o += 3 )
					for ( int d = 0, r = 0; d < 3; ++d, r += 4 )
						points[ o + d ] =
								a[ r ] * i + a[ r + 1 ] * j + a[ r + 2 ] * k + a[ r + 3 ] + b[ r ] * u[ o ] + b[ r + 1 ] * u[ o + 1 ]
										+ b[ r + 2 ] * u[ o + 2 ];
				reader.read( points, slice, ( slice * n[ 1 ] + j ) * n[ 0 ] );
			}
		} );
	}
}
