/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.raywarp.geometry.Affine3D;

import net.imglib2.FinalInterval;
import net.imglib2.Localizable;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealRandomAccess;
import net.imglib2.RealRandomAccessible;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Volumes seen on other grids, cropped and flipped, without a copy: each voxel is computed when it is read. Cropping and
 * flipping are final in this form; resampling is the definition of {@link Resampling}, which is some twenty times
 * faster where every voxel is read.
 */
public final class ResampledViews
{
	private ResampledViews()
	{}

	/**
	 * The lazy form of {@link Resampling#resample(Volume, Grid)}.
	 *
	 * @param source
	 *            three-dimensional, of any real type
	 * @param target
	 *            the new grid
	 * @return the source on that grid
	 */
	public static < T extends RealType< T > > Volume< FloatType > resampled( final Volume< T > source, final Grid target )
	{
		final Affine3D m = source.worldFromVoxel().inverse().after( target.worldFromVoxel() );
		final int[] n = Resampling.samplesPerVoxel( m );
		final RealRandomAccessible< T > interpolant = source.interpolant();
		final Supplier< BiConsumer< Localizable, ? super FloatType > > mean = () -> {
			final RealRandomAccess< T > access = interpolant.realRandomAccess();
			final double[] x = new double[ 3 ];
			return ( voxel, value ) -> {
				double sum = 0;
				for ( int s = 0; s < n[ 0 ] * n[ 1 ] * n[ 2 ]; ++s )
				{
					x[ 0 ] = voxel.getDoublePosition( 0 ) + Resampling.offset( s % n[ 0 ], n[ 0 ] );
					x[ 1 ] = voxel.getDoublePosition( 1 ) + Resampling.offset( s / n[ 0 ] % n[ 1 ], n[ 1 ] );
					x[ 2 ] = voxel.getDoublePosition( 2 ) + Resampling.offset( s / ( n[ 0 ] * n[ 1 ] ), n[ 2 ] );
					m.apply( x, x );
					sum += access.setPositionAndGet( x ).getRealDouble();
				}
				value.setReal( sum / ( n[ 0 ] * n[ 1 ] * n[ 2 ] ) );
			};
		};
		return onGrid( new FunctionRandomAccessible<>( 3, mean, FloatType::new ), target );
	}

	/**
	 * The lazy form of {@link Resampling#resampleLabels}, for labels of any type.
	 *
	 * @param source
	 *            three-dimensional
	 * @param target
	 *            the new grid
	 * @return the labels on that grid
	 */
	public static < T extends RealType< T > > Volume< T > resampledLabels( final Volume< T > source, final Grid target )
	{
		final Affine3D m = source.worldFromVoxel().inverse().after( target.worldFromVoxel() );
		final RealRandomAccessible< T > nearest = source.nearest();
		final Supplier< BiConsumer< Localizable, ? super T > > label = () -> {
			final RealRandomAccess< T > access = nearest.realRandomAccess();
			final double[] x = new double[ 3 ];
			return ( voxel, value ) -> {
				voxel.localize( x );
				m.apply( x, x );
				value.set( access.setPositionAndGet( x ) );
			};
		};
		final T type = source.voxels().getType();
		return onGrid( new FunctionRandomAccessible<>( 3, label, type::createVariable ), target );
	}

	private static < T extends RealType< T > > Volume< T > onGrid( final RandomAccessible< T > voxels, final Grid grid )
	{
		final long[] size = Arrays.stream( grid.size() ).asLongStream().toArray();
		return new Volume<>( Views.interval( voxels, new FinalInterval( size ) ), grid.worldFromVoxel() );
	}

	/**
	 * Cuts out a box of voxels, which stay where they are in the world.
	 *
	 * @param volume
	 *            three-dimensional, or with channels, which are kept
	 * @param min
	 *            the first voxel along x, y, z
	 * @param max
	 *            the last voxel along x, y, z
	 * @return that box of the volume
	 * @throws IllegalArgumentException
	 *             if the box is empty or reaches beyond the volume
	 */
	public static < T extends RealType< T > > Volume< T > cropped( final Volume< T > volume, final long[] min, final long[] max )
	{
		final RandomAccessibleInterval< T > voxels = volume.voxels();
		for ( int d = 0; d < 3; ++d )
			if ( min[ d ] < 0 || min[ d ] > max[ d ] || max[ d ] >= voxels.dimension( d ) )
				throw new IllegalArgumentException( "The box from " + Arrays.toString( min ) + " to " + Arrays.toString( max )
						+ " does not lie in a volume of " + Arrays.toString( volume.grid().size() ) + " voxels." );
		final long[] from = voxels.minAsLongArray(), to = voxels.maxAsLongArray();
		System.arraycopy( min, 0, from, 0, 3 );
		System.arraycopy( max, 0, to, 0, 3 );
		return new Volume<>( Views.zeroMin( Views.interval( voxels, from, to ) ),
				volume.worldFromVoxel().after( Affine3D.translation( min[ 0 ], min[ 1 ], min[ 2 ] ) ) );
	}

	/**
	 * Reverses the order of the voxels along an axis; each stays where it is in the world, so that nothing of the anatomy
	 * changes sides.
	 *
	 * @param volume
	 *            three-dimensional, or with channels, which are kept
	 * @param axis
	 *            0, 1 or 2 for x, y or z of the voxels
	 * @return the same content, stored the other way round
	 */
	public static < T extends RealType< T > > Volume< T > flipped( final Volume< T > volume, final int axis )
	{
		final double last = volume.voxels().dimension( axis ) - 1;
		final double[] scale = { 1, 1, 1 }, origin = new double[ 3 ];
		scale[ axis ] = -1;
		origin[ axis ] = last;
		return new Volume<>( mirrored( volume, axis ).voxels(), volume.worldFromVoxel().after( Affine3D.scaleAndOrigin( scale, origin ) ) );
	}

	/**
	 * Mirrors the content at the plane through the middle of the grid: a left femur becomes a right one. The grid stays
	 * as it is.
	 *
	 * @param volume
	 *            three-dimensional, or with channels, which are kept
	 * @param axis
	 *            0, 1 or 2 for x, y or z of the voxels: the normal of the plane
	 * @return the mirrored content on the same grid
	 */
	public static < T extends RealType< T > > Volume< T > mirrored( final Volume< T > volume, final int axis )
	{
		return new Volume<>( Views.zeroMin( Views.invertAxis( volume.voxels(), axis ) ), volume.worldFromVoxel() );
	}
}
