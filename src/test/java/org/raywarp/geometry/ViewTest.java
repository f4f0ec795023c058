/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ViewTest
{
	private static final ConeBeamGeometry GEOMETRY =
			ConeBeamGeometry.of( 1000, 925, new double[] { 1, 2, 3 }, new CArmAngulation( 33, -21 ),
					new Detector( 40, 56, 3, 4, 11, 60 ) );

	@Test
	void resampledViewIsTheViewOfTheResampledDetector()
	{
		final View expected =
				new ConeBeamGeometry( 1000, 925, GEOMETRY.isocenter(), GEOMETRY.angulation(), GEOMETRY.detector().resampled( 100, 14 ) )
						.view( "v" );
		final View found = GEOMETRY.view( "v" ).resampled( 100, 14 );
		assertArrayEquals( expected.projection().toArray(), found.projection().toArray(), 1e-9 );
		assertEquals( expected.pixelSpacingX(), found.pixelSpacingX(), 1e-12 );
		assertEquals( expected.pixelSpacingY(), found.pixelSpacingY(), 1e-12 );
	}

	@Test
	void outerPixelEdgesStayWhenResampled()
	{
		final View fine = GEOMETRY.view( "v" ), coarse = fine.resampled( 10, 7 );
		final double[] corner = fine.projection().rayDirection( -0.5, 55.5 );
		assertArrayEquals( corner, coarse.projection().rayDirection( -0.5, 6.5 ), 1e-12 );
	}

	@Test
	void viewOfMovedWorldSeesItsImage()
	{
		final Affine3D worldFromMoved = Affine3D.of( 0.8, -0.6, 0, 5, 0.6, 0.8, 0, -3, 0, 0, 1, 8 );
		final double[] expected = GEOMETRY.view( "v" ).projection().project( worldFromMoved.apply( 10, 20, 30 ) );
		assertArrayEquals( expected, GEOMETRY.view( "v" ).after( worldFromMoved ).projection().project( 10, 20, 30 ), 1e-9 );
	}
}
