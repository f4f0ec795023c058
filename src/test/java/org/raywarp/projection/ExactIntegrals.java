/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.TreeSet;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealRandomAccess;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.converter.Converters;
import net.imglib2.interpolation.randomaccess.NLinearInterpolatorFactory;
import net.imglib2.interpolation.randomaccess.NearestNeighborInterpolatorFactory;
import net.imglib2.view.Views;

/**
 * Integrals along rays in closed form, piece by piece between all planes of a lattice that a ray crosses: slow, plain,
 * and in double precision.
 */
final class ExactIntegrals
{
	private ExactIntegrals()
	{}

	/** Integrals of the trilinear interpolant: a cubic between lattice planes, for which two Gauss points are exact. */
	static RandomAccessibleInterval< FloatType > trilinear( final Volume< FloatType > volume, final View view )
	{
		return integrate( volume, view, 0, Math.sqrt( 1 / 3.0 ) );
	}

	/** Integrals of constant cuboid voxels: constant between the planes halfway between the voxel centers. */
	static RandomAccessibleInterval< FloatType > cuboids( final Volume< FloatType > volume, final View view )
	{
		return integrate( volume, view, 0.5, 0 );
	}

	private static RandomAccessibleInterval< FloatType > integrate( final Volume< FloatType > volume, final View view, final double planes,
			final double gaussPoint )
	{
		final RandomAccessibleInterval< DoubleType > voxels =
				Converters.convert2( volume.voxels(), ( f, d ) -> d.set( f.get() ), DoubleType::new );
		final RealRandomAccess< DoubleType > access = planes == 0
				? Views.interpolate( Views.extendZero( voxels ), new NLinearInterpolatorFactory<>() ).realRandomAccess()
				: Views.interpolate( Views.extendZero( voxels ), new NearestNeighborInterpolatorFactory<>() ).realRandomAccess();
		final RandomAccessibleInterval< FloatType > target = ArrayImgs.floats( view.columns(), view.rows() );
		final Affine3D voxelFromWorld = volume.worldFromVoxel().inverse();
		for ( int row = 0; row < view.rows(); ++row )
			for ( int column = 0; column < view.columns(); ++column )
			{
				final double[] direction = view.projection().rayDirection( column, row );
				final double length =
						Math.sqrt( direction[ 0 ] * direction[ 0 ] + direction[ 1 ] * direction[ 1 ] + direction[ 2 ] * direction[ 2 ] );
				final double[] source = voxelFromWorld.apply( view.projection().source() ),
						step = voxelFromWorld.applyToVector( direction );
				final TreeSet< Double > crossings = new TreeSet<>();
				for ( int d = 0; d < 3; ++d )
					for ( double plane = -1 + planes; plane <= volume.voxels().dimension( d ); ++plane )
						if ( step[ d ] != 0 )
							crossings.add( ( plane - source[ d ] ) / step[ d ] );
				double sum = 0, before = crossings.first();
				for ( final double t : crossings )
				{
					for ( int side = -1; side <= 1; side += 2 )
					{
						final double middle = ( before + t ) / 2 + side * gaussPoint * ( t - before ) / 2;
						for ( int d = 0; d < 3; ++d )
							access.setPosition( source[ d ] + middle * step[ d ], d );
						sum += ( t - before ) / 2 * access.get().get();
					}
					before = t;
				}
				target.getAt( column, row ).setReal( sum * length );
			}
		return target;
	}
}
