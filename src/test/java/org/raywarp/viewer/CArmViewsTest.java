/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;

class CArmViewsTest
{
	private static ConeBeamGeometry arm( final double primary )
	{
		return ConeBeamGeometry.of( 1000, 900, new double[] { 1, 2, 3 }, new CArmAngulation( primary, 5 ),
				new Detector( 100, 80, 0.5, 1, 51.5, 39.5 ) );
	}

	private static Map< String, ConeBeamGeometry > three()
	{
		final Map< String, ConeBeamGeometry > arms = new LinkedHashMap<>();
		arms.put( "oblique", arm( 30 ) );
		arms.put( "lateral", arm( 90 ) );
		arms.put( "frontal", arm( 0 ) );
		return arms;
	}

	@ParameterizedTest
	@EnumSource
	void everyParameterIsWhatItWasSetTo( final CArmParameter parameter )
	{
		for ( final double value : new double[] { parameter.range.least() + 7 * parameter.range.keyStep(),
				parameter.range.greatest() - parameter.range.keyStep() } )
		{
			final ConeBeamGeometry changed = parameter.set( arm( 10 ), value );
			assertEquals( value, parameter.of( changed ), 1e-9 );
			for ( final CArmParameter other : CArmParameter.values() )
				if ( other != parameter && !isDistance( other ) )
					assertEquals( other.of( arm( 10 ) ), other.of( changed ), 1e-9, other.label );
		}
	}

	/** These two give way to each other. */
	private static boolean isDistance( final CArmParameter parameter )
	{
		return parameter == CArmParameter.SOURCE_TO_DETECTOR || parameter == CArmParameter.SOURCE_TO_ISOCENTER;
	}

	@Test
	void slidersHaveRoundValues()
	{
		final SliderRange range = CArmParameter.PRIMARY_ANGLE.range;
		assertEquals( 0.3, range.at( 1803 ) );
		assertEquals( 1803, range.tick( 0.3 ) );
		assertEquals( 180, range.at( range.tick( 180 ) ) );
	}

	@Test
	void principalPointStaysOffTheMiddle()
	{
		// 2 columns of 0.5 mm off the middle: 1 mm.
		final Detector finer = CArmParameter.SPACING_X.set( CArmParameter.COLUMNS.set( arm( 0 ), 201 ), 0.25 ).detector();
		assertEquals( 100 + 4, finer.principalColumn(), 1e-12 );
		assertEquals( 39.5, finer.principalRow(), 1e-12 );
	}

	@Test
	void frontalAndLateralAreShownAndTheOthersKept()
	{
		final CArmViews views = new CArmViews( three() );
		assertEquals( List.of( "frontal", "lateral" ), views.views().stream().map( View::name ).toList() );
		views.select( 1 );
		views.set( CArmParameter.PRIMARY_ANGLE, 77, true );
		views.set( CArmParameter.SOURCE_TO_DETECTOR, 1200, true );
		views.set( CArmParameter.ROWS, 60, false );
		assertEquals( 77, views.arm( 1 ).angulation().primaryAngle() );
		assertEquals( 0, views.arm( 0 ).angulation().primaryAngle() );
		assertEquals( 60, views.arm( 1 ).detector().rows() );
		assertEquals( 80, views.arm( 0 ).detector().rows() );
		assertEquals( List.of( "oblique", "lateral", "frontal" ), List.copyOf( views.arms().keySet() ) );
		assertTrue( views.arms().values().stream().allMatch( a -> a.sourceToDetector() == 1200 ) );
	}

	@Test
	void turnsAround()
	{
		final CArmViews views = new CArmViews( three() );
		views.turn( 0, 350, 0 );
		assertEquals( -10, views.arm( 0 ).angulation().primaryAngle(), 1e-12 );
		views.turn( 0, 0, 200 );
		assertEquals( 90, views.arm( 0 ).angulation().secondaryAngle(), 1e-12 );
	}
}
