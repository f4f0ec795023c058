/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.View;
import org.raywarp.registration.Radiograph;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;

/**
 * Which image belongs to which view.
 */
class RadiographInputsTest
{
	private static final View FRONTAL = SmallCase.views().get( 0 );

	private static final View LATERAL = SmallCase.views().get( 1 );

	/** Images whose pixels are 1, 2, ..., but for one. */
	private static ImagePlus stack( final int... values )
	{
		final ImageStack stack = new ImageStack( FRONTAL.columns(), FRONTAL.rows() );
		for ( final int value : values )
		{
			final FloatProcessor slice = new FloatProcessor( FRONTAL.columns(), FRONTAL.rows() );
			slice.add( value );
			slice.setf( 3, 4, 7 );
			stack.addSlice( slice );
		}
		return new ImagePlus( "images", stack );
	}

	private static void assertOrder( final List< Radiograph > radiographs, final int frontal, final int lateral )
	{
		assertEquals( List.of( "frontal", "lateral" ), radiographs.stream().map( r -> r.view().name() ).toList() );
		assertEquals( frontal, radiographs.get( 0 ).image().getAt( 0, 0 ).get() );
		assertEquals( lateral, radiographs.get( 1 ).image().getAt( 0, 0 ).get() );
	}

	@Test
	void slicesOfAStackFollowTheViewsAndTheFrontalOneComesFirst()
	{
		final RadiographInputs whole = new RadiographInputs( stack( 1, 2 ), null, stack( 1, 1 ), null );
		assertOrder( whole.on( List.of( FRONTAL, LATERAL ) ), 1, 2 );
		assertOrder( whole.on( List.of( LATERAL, FRONTAL ) ), 2, 1 );
	}

	@Test
	void emptyImagesAreRefused()
	{
		final ImagePlus empty = stack( 7 );
		assertEquals( "The X-ray image of view \"lateral\" is empty: every pixel is 7.0; expected log attenuation that varies.",
				assertThrows( IllegalArgumentException.class,
						() -> new RadiographInputs( stack( 1 ), empty, null, null ).on( SmallCase.views() ) ).getMessage() );
	}

	@Test
	void singleImagesFollowTheNamesOfTheViews()
	{
		final RadiographInputs single = new RadiographInputs( stack( 1 ), stack( 2 ), null, null );
		assertOrder( single.on( List.of( FRONTAL, LATERAL ) ), 1, 2 );
		assertOrder( single.on( List.of( LATERAL, FRONTAL ) ), 1, 2 );
	}
}
