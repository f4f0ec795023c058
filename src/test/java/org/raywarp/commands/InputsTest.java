/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.geometry.View;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Volume;

class InputsTest
{
	@Test
	void cameraFileIsAGeometryOfOneView( @TempDir final Path folder ) throws IOException
	{
		final Path file = Files.writeString( folder.resolve( "cam01.txt" ), "image size\n640,480\n\ncamera matrix\n1000,0,300\n0,1100,250\n"
				+ "0,0,1\n\nrotation\n1,0,0\n0,1,0\n0,0,1\n\ntranslation\n0\n0\n500\n" );
		final List< View > views = Inputs.views( file.toFile(), Volume.floats( GridSize.QUARTER.grid() ) );
		assertEquals( 1, views.size() );
		assertEquals( "cam01", views.get( 0 ).name() );
		// The camera looks along z from z = -500: a point 20 mm to the side at z = 0 is 40 columns from the principal point.
		assertArrayEquals( new double[] { 340, 250, 500 }, views.get( 0 ).projection().project( 20, 0, 0 ), 1e-9 );
	}
}
