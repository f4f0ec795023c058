/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.List;
import java.util.Random;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Small volumes and views of every kind, and the sums that compare them.
 */
final class ProjectionCases
{
	private ProjectionCases()
	{}

	/** Aligned, oblique, steep, from above, close, tilted with sheared pixels, and mirrored. */
	static List< View > views()
	{
		final Detector offset = new Detector( 21, 26, 2.1, 1.3, 4.2, 17.9 );
		final View tilted = of( "tilted", 1000, 925, 25, 14, Detector.centered( 23, 27, 2, 1.5 ) );
		final Affine3D tilt = Affine3D.of( 1, 0.2, 1.5, 0, -0.1, 1.2, -2, 0, 4e-3, -3e-3, 1, 0 );
		final View mirrored = of( "mirrored", 700, 500, 30, -20, Detector.centered( 22, 25, 2, 2 ) );
		return List.of(
				of( "frontal", 1000, 925, 0, 0, Detector.centered( 25, 28, 1.8, 1.6 ) ),
				of( "frontal on faces", 1000, 925, 0, 0, Detector.centered( 21, 21, 1.7, 1.6 ) ),
				of( "lateral", 1000, 925, 90, 0, Detector.centered( 22, 28, 1.8, 1.6 ) ),
				of( "oblique", 1000, 800, 33, -21, offset ),
				of( "steep", 900, 600, -45, 35, Detector.centered( 24, 24, 2, 2.5 ) ),
				of( "from above", 1000, 925, 10, -88, Detector.centered( 24, 24, 2, 2.5 ) ),
				of( "close", 120, 60, 40, 15, Detector.centered( 26, 26, 4, 4 ) ),
				new View( "tilted", ProjectionMatrix.of( tilt.after( tilted.projection().homogeneousFromWorld() ).toArray() ), 23, 27, 1,
						1 ),
				new View( "mirrored", mirrored.projection().onRaster( -1, 21, 1, 0 ), 22, 25, 2, 2 ) );
	}

	static View of( final String name, final double toDetector, final double toIsocenter, final double primary, final double secondary,
			final Detector detector )
	{
		return ConeBeamGeometry.of( toDetector, toIsocenter, new double[ 3 ], new CArmAngulation( primary, secondary ), detector )
				.view( name );
	}

	/** Axis-aligned, turned, sheared and flipped, and one voxel thin. */
	static List< Grid > grids()
	{
		final Grid plain = Grid.centered( new int[] { 18, 14, 20 }, 1.5, 1.9, 1.1 );
		final Affine3D turned = Affine3D.of( 0.8, -0.6, 0, 1, 0.6, 0.8, 0, -2, 0, 0, 1, 0.5 );
		final Affine3D sheared = Affine3D.of( -1, 0.3, 0.1, 0, 0.1, 1, -0.4, 0, 0, 0.2, -1.2, 0 );
		return List.of( plain, new Grid( plain.size(), turned.after( plain.worldFromVoxel() ) ),
				new Grid( plain.size(), sheared.after( plain.worldFromVoxel() ) ), Grid.centered( new int[] { 12, 1, 15 }, 2, 3, 1.5 ) );
	}

	/** Values from 0 to 1. */
	static Volume< FloatType > random( final Grid grid, final long seed )
	{
		return Volume.floats( grid, values( grid.voxelCount(), seed ) );
	}

	/** Values from 0 to 1 in several channels. */
	static Volume< FloatType > random( final Grid grid, final int channels, final long seed )
	{
		final int[] n = grid.size();
		return new Volume<>( ArrayImgs.floats( values( channels * grid.voxelCount(), seed ), n[ 0 ], n[ 1 ], n[ 2 ], channels ),
				grid.worldFromVoxel() );
	}

	static RandomAccessibleInterval< FloatType > randomImage( final long seed, final long... size )
	{
		long count = 1;
		for ( final long n : size )
			count *= n;
		return ArrayImgs.floats( values( ( int ) count, seed ), size );
	}

	private static float[] values( final int count, final long seed )
	{
		final Random random = new Random( seed );
		final float[] values = new float[ count ];
		for ( int i = 0; i < count; ++i )
			values[ i ] = random.nextFloat();
		return values;
	}

	/** The Gaussian {@code exp( -|x - center|^2 / (2 sigma^2) )} sampled at the voxels. */
	static Volume< FloatType > gaussian( final Grid grid, final double[] center, final double sigma )
	{
		final int[] n = grid.size();
		final float[] values = new float[ grid.voxelCount() ];
		for ( int i = 0; i < values.length; ++i )
		{
			final double[] x = grid.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			double square = 0;
			for ( int d = 0; d < 3; ++d )
				square += ( x[ d ] - center[ d ] ) * ( x[ d ] - center[ d ] );
			values[ i ] = ( float ) Math.exp( -square / ( 2 * sigma * sigma ) );
		}
		return Volume.floats( grid, values );
	}
}
