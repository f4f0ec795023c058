/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.List;
import java.util.function.Supplier;

import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The loops over rays that the projectors share. Forward, each task owns a tile of the detector; backward, each task owns
 * a slab of the volume and follows the rays that touch it.
 */
final class RayDriven
{
	private RayDriven()
	{}

	static void project( final RayKernel.Factory kernels, final Volume< FloatType > volume, final View view,
			final RandomAccessibleInterval< FloatType > target )
	{
		final PixelRays rays = rays( volume, view );
		final DetectorRaster image = DetectorRaster.writing( target, view, false, imageSize( volume, view ) );
		final float[] voxels = FloatArrays.of( volume.voxels() );
		final VoxelBox[] channels = channels( volume );
		Parallelization.getTaskExecutor().forEach( DetectorTile.tiles( image ), tile -> {
			final RayKernel kernel = kernels.make( rays );
			final double[] integrals = new double[ RayKernel.MAX_RUN ];
			for ( int row = tile.firstRow(); row < tile.endRow(); ++row )
			{
				kernel.aim( tile.firstColumn(), tile.endColumn(), row );
				for ( int channel = 0; channel < channels.length; ++channel )
				{
					kernel.integrate( channels[ channel ], voxels, integrals );
					final int position = image.position( tile.firstColumn(), row, channel );
					for ( int i = 0; i < tile.columns(); ++i )
						image.values[ position + i ] = ( float ) integrals[ i ];
				}
			}
		} );
		image.write();
	}

	static void backproject( final RayKernel.Factory kernels, final RandomAccessibleInterval< FloatType > source, final View view,
			final Volume< FloatType > target )
	{
		final PixelRays rays = rays( target, view );
		final DetectorRaster image = DetectorRaster.reading( source, view, false, imageSize( target, view ) );
		collect( rays, image, target, () -> {
			final RayKernel kernel = kernels.make( rays );
			final double[] values = new double[ RayKernel.MAX_RUN ];
			return ( tile, row, channel, slab, sums ) -> {
				final int position = image.position( tile.firstColumn(), row, channel );
				for ( int i = 0; i < tile.columns(); ++i )
					values[ i ] = image.values[ position + i ];
				kernel.aim( tile.firstColumn(), tile.endColumn(), row );
				kernel.spread( values, slab, sums );
			};
		} );
	}

	/** Adds what one row of a tile sends into a slab. */
	@FunctionalInterface
	interface RunSpread
	{
		void spread( DetectorTile tile, int row, int channel, VoxelBox slab, double[] sums );
	}

	/** Overwrites a volume with what all tiles of an image send into it; each task has a spread of its own. */
	static void collect( final PixelRays rays, final DetectorRaster image, final Volume< FloatType > target,
			final Supplier< RunSpread > spreads )
	{
		final List< DetectorTile > tiles = DetectorTile.tiles( image );
		final float[] backing = FloatArrays.backing( target.voxels() );
		final float[] voxels = backing != null ? backing : new float[ Math.toIntExact( target.voxels().size() ) ];
		final int axis = transverseAxis( rays, image );
		VoxelSlabs.collect( rays.size, axis, image.channels, voxels, ( slab, channel, sums ) -> {
			final RunSpread spread = spreads.get();
			for ( final DetectorTile tile : tiles )
				if ( tile.mayTouch( rays, axis, slab.lo[ axis ], slab.hi[ axis ] ) )
					for ( int row = tile.firstRow(); row < tile.endRow(); ++row )
						spread.spread( tile, row, channel, slab, sums );
		} );
		FloatArrays.write( voxels, target.voxels() );
	}

	/** The axis that the central ray follows least: most rays then stay in few slabs. */
	private static int transverseAxis( final PixelRays rays, final DetectorRaster image )
	{
		final double column = image.firstColumn + image.columns / 2.0, row = image.firstRow + image.rows / 2.0;
		int axis = 2;
		for ( int d = 1; d >= 0; --d )
			if ( Math.abs( rays.direction( d, column, row ) ) < Math.abs( rays.direction( axis, column, row ) ) )
				axis = d;
		return axis;
	}

	static PixelRays rays( final Volume< ? > volume, final View view )
	{
		return new PixelRays( view, volume.grid().size(), volume.worldFromVoxel() );
	}

	/** The whole volume of each channel. */
	static VoxelBox[] channels( final Volume< ? > volume )
	{
		final VoxelBox[] channels = new VoxelBox[ volume.channels() ];
		for ( int c = 0; c < channels.length; ++c )
			channels[ c ] = VoxelBox.whole( volume.grid().size(), c * volume.grid().voxelCount() );
		return channels;
	}

	private static long[] imageSize( final Volume< ? > volume, final View view )
	{
		return volume.voxels().numDimensions() == 3 ? new long[] { view.columns(), view.rows() }
				: new long[] { view.columns(), view.rows(), volume.channels() };
	}
}
