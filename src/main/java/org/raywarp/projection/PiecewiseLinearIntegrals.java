/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.Arrays;

import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Line integrals of several functions of a volume in one pass over it, by Joseph's method: the functions of the samples
 * that {@link JosephProjector} would take, {@code sum f( v ) * step}. A function is taken of the interpolated value, not
 * interpolated itself; where all values around lie in one of its straight pieces, both are the same. The function
 * {@code f( v ) = v} gives what {@link JosephProjector} gives.
 * <p>
 * Cost: a pass takes four knots, whatever the number of functions, in 1.6 times the time of
 * {@link JosephProjector}. Where there are more knots, each further pass runs through the part of the volume alone whose
 * values exceed them, such as metal.
 */
public final class PiecewiseLinearIntegrals
{
	private PiecewiseLinearIntegrals()
	{}

	/**
	 * @param volume
	 *            the values, 0 or more, of one channel
	 * @param functions
	 *            of the values
	 * @param view
	 *            source and detector
	 * @param target
	 *            receives the integrals over (column, row, function), in units of the function times mm; its interval is the
	 *            work to do: the whole detector or any part of it, with all functions
	 * @throws IllegalArgumentException
	 *             if the volume has channels, is not in front of the source, or the target is not part of the detector or has
	 *             not one channel for each function
	 */
	public static void project( final Volume< FloatType > volume, final PiecewiseLinear functions, final View view,
			final RandomAccessibleInterval< FloatType > target )
	{
		if ( volume.channels() != 1 )
			throw new IllegalArgumentException( "Functions are taken of a volume of one channel, not " + volume.channels() + "." );
		final PixelRays rays = RayDriven.rays( volume, view );
		final DetectorRaster image = DetectorRaster.writing( target, view, false, view.columns(), view.rows(), functions.count() );
		final float[] voxels = FloatArrays.of( volume.voxels() );
		final int[] size = volume.grid().size();
		final VoxelBox whole = VoxelBox.whole( size, 0 );
		final double[][] groups = groups( functions.knots() );
		final VoxelBox[] boxes = new VoxelBox[ groups.length ];
		for ( int g = 1; g < groups.length; ++g )
			boxes[ g ] = VoxelBox.above( groups[ g ][ 0 ], size, voxels );
		final double[][] weights = weights( functions );
		Parallelization.getTaskExecutor().forEach( DetectorTile.tiles( image ), tile -> {
			final JosephKernel values = new JosephKernel( rays );
			final ExcessKernel[] kernels = Arrays.stream( groups ).map( g -> new ExcessKernel( rays, g ) ).toArray( ExcessKernel[]::new );
			final double[] integrals = new double[ RayKernel.MAX_RUN ], inBox = new double[ RayKernel.MAX_RUN ];
			final double[][] excesses = new double[ kernels.length ][ RayKernel.MAX_RUN * ExcessKernel.KNOTS ];
			for ( int row = tile.firstRow(); row < tile.endRow(); ++row )
			{
				if ( kernels.length == 0 )
				{
					values.aim( tile.firstColumn(), tile.endColumn(), row );
					values.integrate( whole, voxels, integrals );
				}
				for ( int g = 0; g < kernels.length; ++g )
				{
					kernels[ g ].aim( tile.firstColumn(), tile.endColumn(), row );
					if ( g == 0 )
						kernels[ g ].integrate( whole, voxels, integrals, excesses[ g ] );
					else
						kernels[ g ].integrate( boxes[ g ], voxels, inBox, excesses[ g ] );
				}
				for ( int function = 0; function < weights.length; ++function )
				{
					final int position = image.position( tile.firstColumn(), row, function );
					for ( int r = 0; r < tile.columns(); ++r )
						image.values[ position + r ] = ( float ) combine( weights[ function ], integrals[ r ], excesses, r );
				}
			}
		} );
		image.write();
	}

	/** The knots as groups of the size that a kernel takes; what the last group lacks is 0, whose excess nobody asks for. */
	private static double[][] groups( final double[] knots )
	{
		final double[][] groups = new double[ ( knots.length + ExcessKernel.KNOTS - 1 ) / ExcessKernel.KNOTS ][];
		Arrays.setAll( groups, g -> Arrays.copyOfRange( knots, g * ExcessKernel.KNOTS, ( g + 1 ) * ExcessKernel.KNOTS ) );
		return groups;
	}

	private static double combine( final double[] weights, final double integral, final double[][] excesses, final int ray )
	{
		double sum = weights[ 0 ] * integral;
		for ( int j = 1; j < weights.length; ++j )
			sum += weights[ j ] * excesses[ ( j - 1 ) / ExcessKernel.KNOTS ][ ray * ExcessKernel.KNOTS + ( j - 1 ) % ExcessKernel.KNOTS ];
		return sum;
	}

	/** The first slope of each function, then its changes at the knots. */
	private static double[][] weights( final PiecewiseLinear functions )
	{
		final double[][] slopes = functions.slopes(), weights = new double[ slopes.length ][];
		for ( int f = 0; f < slopes.length; ++f )
		{
			weights[ f ] = slopes[ f ].clone();
			for ( int j = 1; j < slopes[ f ].length; ++j )
				weights[ f ][ j ] = slopes[ f ][ j ] - slopes[ f ][ j - 1 ];
		}
		return weights;
	}
}
