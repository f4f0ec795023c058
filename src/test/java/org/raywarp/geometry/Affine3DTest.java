/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class Affine3DTest
{
	private static final Affine3D MAP = Affine3D.of( 1, 2, -1, 5, 0.5, -3, 2, 1, 3, 0, 1, -2 );

	@Test
	void inverseUndoesTheMap()
	{
		assertArrayEquals( new double[] { 3, -4, 7 }, MAP.inverse().apply( MAP.apply( 3, -4, 7 ) ), 1e-12 );
		assertArrayEquals( Affine3D.IDENTITY.toArray(), MAP.after( MAP.inverse() ).toArray(), 1e-12 );
	}

	@Test
	void afterAppliesItsArgumentFirst()
	{
		final Affine3D shift = Affine3D.translation( 1, 2, 3 );
		assertArrayEquals( MAP.apply( 2, 2, 2 ), MAP.after( shift ).apply( 1, 0, -1 ), 1e-12 );
	}

	@Test
	void vectorsAreNotShifted()
	{
		assertArrayEquals( new double[] { 0, 2.5, 4 }, MAP.applyToVector( 1, 0, 1 ), 1e-12 );
	}

	@Test
	void sourceAndTargetMayBeOneArray()
	{
		final double[] x = { 1, 1, 1 };
		MAP.apply( x, x );
		assertArrayEquals( new double[] { 7, 0.5, 2 }, x, 1e-12 );
	}

	@Test
	void determinantIsTheTripleProduct()
	{
		assertEquals( 6, Affine3D.of( 1, 0, 0, 9, 0, 2, 0, 9, 0, 0, 3, 9 ).determinant(), 1e-12 );
		assertEquals( -3 - 2 * ( 0.5 - 6 ) - 1 * ( 0 + 9 ), MAP.determinant(), 1e-12 );
	}

	@Test
	void singularAndNonFiniteMapsAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> Affine3D.of( 1, 2, 3, 0, 2, 4, 6, 0, 0, 0, 1, 0 ).inverse() );
		assertThrows( IllegalArgumentException.class, () -> Affine3D.of( 1, 2, 3 ) );
		assertThrows( IllegalArgumentException.class, () -> Affine3D.translation( Double.NaN, 0, 0 ) );
	}
}
