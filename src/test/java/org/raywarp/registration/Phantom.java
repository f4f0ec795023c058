/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.projection.JosephProjector;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Volume;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** A bent bone of two ellipsoids with a denser core, and its radiographs in 120 mm of soft tissue. */
final class Phantom
{
	static final Grid GRID = GridSize.QUARTER.grid();

	private Phantom()
	{}

	static Atlas atlas()
	{
		final int[] n = GRID.size();
		final float[] hu = new float[ GRID.voxelCount() ];
		final byte[] labels = new byte[ hu.length ];
		for ( int i = 0; i < hu.length; ++i )
		{
			final double[] x = GRID.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			final double shaft = ellipsoid( x, -10, 2, -15, 14, 12, 60 ), head = ellipsoid( x, 22, -4, 48, 23, 20, 22 );
			final double inside = Math.min( shaft, head );
			labels[ i ] = ( byte ) ( inside < 1 ? 1 : 0 );
			hu[ i ] = inside < 0.4 ? 1200 : inside < 1 ? 500 : 40;
		}
		return new Atlas( Volume.floats( GRID, hu ), Volume.labels( GRID, labels ) );
	}

	private static double ellipsoid( final double[] x, final double cx, final double cy, final double cz, final double a, final double b,
			final double c )
	{
		return Math.hypot( Math.hypot( ( x[ 0 ] - cx ) / a, ( x[ 1 ] - cy ) / b ), ( x[ 2 ] - cz ) / c );
	}

	/** The bone in a pose: what the atlas looks like when subject points x go to atlas points similarity( x ). */
	static List< Radiograph > radiographs( final Similarity atlasFromSubject, final double... primaryAngles )
	{
		final Volume< FloatType > bone = Deformations.warp( ModelInput.bone( atlas(), GRID ),
				Deformations.ofAffine( atlasFromSubject.about( GRID.center() ), GRID ) );
		final float[] inside = FloatArrays.of( ModelInput.bone( atlas(), GRID ).voxels() ).clone();
		for ( int i = 0; i < inside.length; ++i )
			inside[ i ] = inside[ i ] > 0 ? 1 : 0;
		final Volume< FloatType > occupancy = Deformations.warp( Volume.floats( GRID, inside ),
				Deformations.ofAffine( atlasFromSubject.about( GRID.center() ), GRID ) );
		final List< Radiograph > radiographs = new ArrayList<>();
		for ( final double angle : primaryAngles )
		{
			final View view = ConeBeamGeometry.standard( new CArmAngulation( angle, 0 ), 80, 112 ).view( "at " + angle );
			final float[] image = new float[ 80 * 112 ], mask = new float[ 80 * 112 ], path = new float[ 80 * 112 ];
			new JosephProjector().project( bone, view, ArrayImgs.floats( image, 80, 112 ) );
			new JosephProjector().project( occupancy, view, ArrayImgs.floats( path, 80, 112 ) );
			for ( int i = 0; i < image.length; ++i )
			{
				mask[ i ] = path[ i ] > 5 ? 1 : 0;
				image[ i ] = 0.02f * ( image[ i ] + 1.04f * ( 120 - path[ i ] ) );
			}
			radiographs.add( new Radiograph( ArrayImgs.floats( image, 80, 112 ), ArrayImgs.floats( mask, 80, 112 ), view ) );
		}
		return radiographs;
	}

	/** A model that always regresses the same. */
	static RegistrationModel model( final Similarity similarity )
	{
		return new StubModel( GRID, () -> similarity, true );
	}

	/** Mean distance, over the bone's voxels, between where two maps read the atlas. */
	static double meanDistance( final DisplacementField a, final DisplacementField b )
	{
		final float[] u = FloatArrays.of( a.vectors() ), v = FloatArrays.of( b.vectors() );
		final float[] bone = FloatArrays.of( ModelInput.bone( atlas(), GRID ).voxels() );
		double sum = 0;
		int count = 0;
		for ( int i = 0; i < bone.length; ++i )
			if ( bone[ i ] > 0 )
			{
				sum += Math.hypot( Math.hypot( u[ 3 * i ] - v[ 3 * i ], u[ 3 * i + 1 ] - v[ 3 * i + 1 ] ),
						u[ 3 * i + 2 ] - v[ 3 * i + 2 ] );
				++count;
			}
		return sum / count;
	}
}
