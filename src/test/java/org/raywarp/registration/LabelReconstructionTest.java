/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Progress;

import net.imglib2.img.array.ArrayImgs;

/**
 * A probability that is known in closed form becomes labels.
 */
class LabelReconstructionTest
{
	private static final double LENGTH = 192;

	private static final int COLUMNS = 161, ROWS = 225;

	private static Radiograph radiograph( final String name, final double angle )
	{
		final View view = ConeBeamGeometry.standard( new CArmAngulation( angle, 0 ), COLUMNS, ROWS ).view( name );
		return new Radiograph( ArrayImgs.floats( COLUMNS, ROWS ), null, view );
	}

	private static final List< Radiograph > RADIOGRAPHS = List.of( radiograph( "lateral", 90 ), radiograph( "frontal", 0 ) );

	@Test
	void surfaceLiesBetweenTheVoxelsAndTheRodReachesTheEndsOfTheBox()
	{
		final Grid fine = Grid.centered( new int[] { 192, 128, 200 }, 0.664, 0.664, 1 );
		final LabelMap map = LabelReconstruction.reconstruct( fine, RADIOGRAPHS,
				new RodModel( Grid.centered( new int[] { 48, 32, 48 }, 2.656, 2.656, 4 ) ), Progress.NONE );
		long voxels = 0;
		for ( final byte label : LabelArrays.of( map.labels().voxels() ) )
			voxels += label;
		assertEquals( Math.PI * RodModel.RADIUS * RodModel.RADIUS * LENGTH, voxels * 0.664 * 0.664,
				0.01 * Math.PI * RodModel.RADIUS * RodModel.RADIUS * LENGTH );
		final int[] n = fine.size();
		for ( int k = 0; k < n[ 2 ]; ++k )
			assertEquals( k < 4 || k >= 196 ? 0 : 1,
					map.labels().voxels().getAt( n[ 0 ] / 2, n[ 1 ] / 2, k ).get(), "slice " + k );
		// The central ray runs through the diameter, whichever way it looks; the order is that of the radiographs.
		for ( final var drr : map.drrs() )
			assertEquals( 2 * RodModel.RADIUS, FloatArrays.of( drr )[ ROWS / 2 * COLUMNS + COLUMNS / 2 ], 0.8 );
	}

	@Test
	void oneRadiographIsTooFew()
	{
		final RodModel rod = new RodModel( Grid.centered( new int[] { 8, 8, 8 }, 10, 10, 10 ) );
		assertThrows( IllegalArgumentException.class,
				() -> LabelReconstruction.reconstruct( rod.grid(), RADIOGRAPHS.subList( 0, 1 ), rod, Progress.NONE ) );
	}
}
