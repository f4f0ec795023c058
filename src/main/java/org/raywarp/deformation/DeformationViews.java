/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.FinalInterval;
import net.imglib2.Localizable;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealRandomAccess;
import net.imglib2.RealRandomAccessible;
import net.imglib2.interpolation.randomaccess.NLinearInterpolatorFactory;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Warped volumes and composed fields without a copy: each voxel is computed when it is read. They define the loops of
 * {@link Deformations}, which are many times faster where every voxel is read, and serve where few are, as in a viewer.
 */
public final class DeformationViews
{
	private DeformationViews()
	{}

	/**
	 * The lazy form of {@link Deformations#warp(Volume, DisplacementField, Grid)}.
	 *
	 * @param source
	 *            three-dimensional, of any real type
	 * @param field
	 *            from the target to the source
	 * @param target
	 *            where the result shall lie
	 * @return the trilinear source at {@code x + u( x )}, 0 outside
	 */
	public static < T extends RealType< T > > Volume< FloatType > warped( final Volume< T > source, final DisplacementField field,
			final Grid target )
	{
		return read( source.interpolant(), source.worldFromVoxel(), field, target, new FloatType() );
	}

	/**
	 * The lazy form of {@link Deformations#warpLabels(Volume, DisplacementField, Grid)}, for labels of any type.
	 *
	 * @param source
	 *            three-dimensional
	 * @param field
	 *            from the target to the source
	 * @param target
	 *            where the result shall lie
	 * @return the label of the voxel nearest to {@code x + u( x )}, 0 outside
	 */
	public static < T extends RealType< T > > Volume< T > warpedLabels( final Volume< T > source, final DisplacementField field,
			final Grid target )
	{
		return read( source.nearest(), source.worldFromVoxel(), field, target, source.voxels().getType() );
	}

	private static < T extends RealType< T >, R extends RealType< R > > Volume< R > read( final RealRandomAccessible< T > source,
			final Affine3D worldFromSource, final DisplacementField field, final Grid target, final R type )
	{
		final Affine3D sourceFromWorld = worldFromSource.inverse();
		final Supplier< BiConsumer< Localizable, ? super R > > reader = () -> {
			final RealRandomAccess< T > access = source.realRandomAccess();
			final PointDisplacement displacement = new PointDisplacement( field );
			final double[] x = new double[ 3 ];
			return ( voxel, value ) -> {
				voxel.localize( x );
				target.worldFromVoxel().apply( x, x );
				displacement.move( x );
				sourceFromWorld.apply( x, x );
				value.setReal( access.setPositionAndGet( x ).getRealDouble() );
			};
		};
		final RandomAccessibleInterval< R > voxels = Views.interval( new FunctionRandomAccessible<>( 3, reader, type::createVariable ),
				new FinalInterval( Arrays.stream( target.size() ).asLongStream().toArray() ) );
		return new Volume<>( voxels, target.worldFromVoxel() );
	}

	/**
	 * The lazy form of {@link Deformations#compose(DisplacementField, Affine3D, Grid)}.
	 *
	 * @param local
	 *            the displacement phi in mm, acting first
	 * @param affine
	 *            the map A, acting second
	 * @param target
	 *            where the total field shall lie
	 * @return {@code A( x + phi( x ) ) - x} in mm
	 */
	public static DisplacementField composed( final DisplacementField local, final Affine3D affine, final Grid target )
	{
		final Supplier< BiConsumer< Localizable, ? super FloatType > > component = () -> {
			final PointDisplacement displacement = new PointDisplacement( local );
			final double[] x = new double[ 3 ], y = new double[ 3 ];
			return ( position, value ) -> {
				for ( int d = 0; d < 3; ++d )
					x[ d ] = position.getDoublePosition( d + 1 );
				target.worldFromVoxel().apply( x, x );
				System.arraycopy( x, 0, y, 0, 3 );
				displacement.move( y );
				affine.apply( y, y );
				final int d = position.getIntPosition( 0 );
				value.setReal( y[ d ] - x[ d ] );
			};
		};
		final int[] n = target.size();
		return new DisplacementField( Views.interval( new FunctionRandomAccessible<>( 4, component, FloatType::new ),
				new FinalInterval( 3, n[ 0 ], n[ 1 ], n[ 2 ] ) ), target.worldFromVoxel() );
	}

	/** Moves points by the trilinear field with continued border values; for one thread. */
	private static final class PointDisplacement
	{
		private final Affine3D fieldFromWorld;

		@SuppressWarnings( "unchecked" )
		private final RealRandomAccess< FloatType >[] components = new RealRandomAccess[ 3 ];

		private final double[] at = new double[ 3 ];

		PointDisplacement( final DisplacementField field )
		{
			fieldFromWorld = field.worldFromVoxel().inverse();
			for ( int d = 0; d < 3; ++d )
				components[ d ] = Views.interpolate( Views.extendBorder( Views.hyperSlice( field.vectors(), 0, d ) ),
						new NLinearInterpolatorFactory<>() ).realRandomAccess();
		}

		void move( final double[] x )
		{
			fieldFromWorld.apply( x, at );
			for ( int d = 0; d < 3; ++d )
				x[ d ] += components[ d ].setPositionAndGet( at ).get();
		}
	}
}
