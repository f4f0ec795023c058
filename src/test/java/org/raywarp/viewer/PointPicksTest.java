/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.volume.GridSize;

class PointPicksTest
{
	private static final double[] POINT = { -13, 8, 41 };

	private static final List< View > VIEWS = List.of( view( 5, 10 ), view( 85, -3 ) );

	private static View view( final double primary, final double secondary )
	{
		return ConeBeamGeometry.standard( new CArmAngulation( primary, secondary ), 160, 224 ).view( "view" + primary );
	}

	private final PointPicks picks = new PointPicks( GridSize.FULL.grid() );

	private static double[] pixel( final int view )
	{
		return VIEWS.get( view ).projection().project( POINT );
	}

	@Test
	void aPointOfTheCtIsMarkedInAllViews()
	{
		picks.pick( POINT );
		for ( int v = 0; v < 2; ++v )
		{
			assertArrayEquals( new double[] { pixel( v )[ 0 ], pixel( v )[ 1 ] }, picks.mark( VIEWS, v ), 1e-12 );
			assertNull( picks.line( VIEWS, v ) );
		}
		assertEquals( "Point R 13.0, P 8.0, S 41.0 mm, clicked in the CT.", picks.sentence() );
	}

	@Test
	void twoClicksAreAPoint()
	{
		picks.pick( VIEWS, 0, pixel( 0 )[ 0 ], pixel( 0 )[ 1 ] );
		assertNull( picks.point() );
		assertNull( picks.mark( VIEWS, 1 ) );
		assertNull( picks.line( VIEWS, 0 ) );
		final double[] line = picks.line( VIEWS, 1 );
		final double dc = line[ 2 ] - line[ 0 ], dr = line[ 3 ] - line[ 1 ];
		assertEquals( 0, ( ( pixel( 1 )[ 0 ] - line[ 0 ] ) * dr - ( pixel( 1 )[ 1 ] - line[ 1 ] ) * dc ) / Math.hypot( dc, dr ), 1e-9 );
		picks.pick( VIEWS, 1, pixel( 1 )[ 0 ], pixel( 1 )[ 1 ] );
		assertArrayEquals( POINT, picks.point(), 1e-9 );
		assertArrayEquals( line, picks.line( VIEWS, 1 ), 1e-12, "the line stays, and there is another one in the first view" );
		assertNotNull( picks.line( VIEWS, 0 ) );
		assertTrue( picks.sentence().endsWith( "pass each other at 0.00 mm." ), picks.sentence() );
		picks.pick( VIEWS, 1, 20, 30 );
		assertNull( picks.point(), "the next click begins another point" );
		assertArrayEquals( new double[] { 20, 30 }, picks.mark( VIEWS, 1 ) );
	}

	@Test
	void aClickDoesNotOutliveTheTurningOfItsView()
	{
		final List< View > other = List.of( VIEWS.get( 0 ), view( 100, 0 ) );
		picks.pick( VIEWS, 0, 80, 110 );
		picks.moved( VIEWS, other );
		assertNotNull( picks.line( other, 1 ), "the other view may turn" );
		picks.moved( other, List.of( view( 6, 10 ), other.get( 1 ) ) );
		assertNull( picks.line( other, 1 ) );
		assertNull( picks.mark( other, 0 ) );
		picks.pick( POINT );
		picks.moved( VIEWS, other );
		assertNotNull( picks.mark( other, 1 ), "a point of the world stays" );
	}

	@Test
	void viewsFromOneDirectionHaveNoPoint()
	{
		final List< View > same = List.of( VIEWS.get( 0 ), VIEWS.get( 0 ) );
		picks.pick( same, 0, 80, 110 );
		picks.pick( same, 1, 80, 110 );
		assertNull( picks.point() );
		assertTrue( picks.sentence().contains( "parallel" ), picks.sentence() );
	}
}
