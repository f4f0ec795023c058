/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Volume;

import net.imglib2.img.array.ArrayImgs;

public class ExtendedAtlasTest
{
	private static final Grid GRID = Grid.centered( new int[] { 6, 5, 10 }, 2, 2, 2 );

	/** A rod along z that leaves the box below, denser from slice to slice. */
	private static Atlas rod( final int firstSlice )
	{
		final float[] hu = new float[ GRID.voxelCount() ];
		final byte[] labels = new byte[ hu.length ];
		for ( int i = 0; i < hu.length; ++i )
			if ( i / 30 >= firstSlice && i / 30 < 8 && i % 6 > 1 && i % 6 < 4 && i / 6 % 5 > 0 && i / 6 % 5 < 4 )
			{
				hu[ i ] = 100 * ( 1 + i / 30 );
				labels[ i ] = 1;
			}
		return new Atlas( Volume.floats( GRID, hu ), Volume.labels( GRID, labels ) );
	}

	@Test
	public void lastSliceGoesOn()
	{
		final Atlas extended = ExtendedAtlas.of( rod( 0 ), ExtendedAtlas.faces( rod( 0 ), List.of() ) );
		assertArrayEquals( new int[] { 6, 5, 20 }, extended.ct().grid().size() );
		assertArrayEquals( GRID.worldFromVoxel().apply( 0, 0, 0 ), extended.ct().worldFromVoxel().apply( 0, 0, 10 ), 1e-12 );
		assertEquals( 100, FloatArrays.of( extended.ct().voxels() )[ 2 + 6 * 2 ] );
		assertEquals( 1, LabelArrays.of( extended.labels().voxels() )[ 2 + 6 * 2 ] );
	}

	@Test
	public void maskThatEndsBeforeTheFaceEndsTheBone()
	{
		final View view = ConeBeamGeometry.standard( new CArmAngulation( 0, 0 ), 80, 112 ).view( "frontal" );
		for ( final double lowest : new double[] { -20, -5 } )
		{
			final float[] mask = new float[ 80 * 112 ];
			final double row = view.projection().project( 0, 0, lowest )[ 1 ];
			for ( int i = 0; i < mask.length; ++i )
				mask[ i ] = i / 80 < row ? 1 : 0;
			final Radiograph radiograph = new Radiograph( ArrayImgs.floats( mask, 80, 112 ), ArrayImgs.floats( mask, 80, 112 ), view );
			assertEquals( lowest < -10, ExtendedAtlas.faces( rod( 0 ), List.of( radiograph ) )[ 4 ] );
		}
	}

	@Test
	public void boneWithinTheBoxIsLeftAlone()
	{
		final Atlas atlas = rod( 1 );
		assertSame( atlas, ExtendedAtlas.of( atlas, ExtendedAtlas.faces( atlas, List.of() ) ) );
	}

	@Test
	public void fieldThatPointsBeyondTheBoxFindsTheLastSliceWithoutFolds()
	{
		final Atlas atlas = rod( 0 );
		final DisplacementField down = Deformations.ofAffine( Affine3D.translation( 0, 0, -7 ), GRID );
		final DisplacementField within = ExtendedAtlas.within( atlas, ExtendedAtlas.faces( atlas, List.of() ), down );
		assertEquals( 0, Deformations.foldedVoxels( Deformations.jacobianDeterminant( within ) ) );
		final byte[] labels = LabelArrays.of( Deformations.warpLabels( atlas.labels(), within ).voxels() );
		for ( int k = 0; k < 10; ++k )
			assertEquals( 1, labels[ 2 + 6 * ( 2 + 5 * k ) ], "slice " + k );
		final float[] hu = FloatArrays.of( Deformations.warp( atlas.ct(), within ).voxels() );
		// 7 mm are 3.5 slices: slice 0 reads the last half voxel, slice 8 lies where it was pointed to.
		assertTrue( hu[ 2 + 6 * 2 ] >= 100 && hu[ 2 + 6 * 2 ] < 150, hu[ 2 + 6 * 2 ] + " HU" );
		assertEquals( 550, hu[ 2 + 6 * ( 2 + 5 * 8 ) ], 0.01 );
	}
}
