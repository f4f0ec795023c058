/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.raywarp.anatomy.Side;

class SurfaceNameTest
{
	private static void reads( final String file, final String person, final Side side )
	{
		assertEquals( new SurfaceName( person, side ), SurfaceName.parse( file, "folder" ), file );
	}

	@Test
	void sideAndPersonComeFromTheName()
	{
		reads( "m3_lfemur_mm.stl.gz", "m3", Side.LEFT );
		reads( "m3_rfemur_mm.stl.gz", "m3", Side.RIGHT );
		reads( "FemurR.obj", "folder", Side.RIGHT );
		reads( "FemurL.obj", "folder", Side.LEFT );
		reads( "Smith_Left_Femur.ply", "smith", Side.LEFT );
		reads( "right-femur-012.stl", "012", Side.RIGHT );
		reads( "07_R.ply", "07", Side.RIGHT );
		reads( "larry_l.stl", "larry", Side.LEFT );
		reads( "case 4 l femur.stl", "case-4", Side.LEFT );
	}

	@Test
	void namesWithoutSideAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> SurfaceName.parse( "femur.stl", "folder" ) );
		assertThrows( IllegalArgumentException.class, () -> SurfaceName.parse( "m3_femur_mm.stl", "folder" ) );
	}

	@Test
	void surfacesAreKnownByTheirExtension()
	{
		assertTrue( SurfaceName.isSurface( "a.STL" ) && SurfaceName.isSurface( "a.stl.gz" ) && SurfaceName.isSurface( "a.obj" ) );
		assertFalse( SurfaceName.isSurface( "a.vtk" ) || SurfaceName.isSurface( "a.csv" ) || SurfaceName.isSurface( "stl" ) );
	}
}
