/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

import org.junit.jupiter.api.Test;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

class ContoursTest
{
	/** A cone whose value falls by 1 a pixel has circles as outlines. */
	@Test
	void outlineOfAConeIsACircle()
	{
		final ArrayImg< FloatType, ? > cone = ArrayImgs.floats( 41, 41 );
		final var cursor = cone.localizingCursor();
		while ( cursor.hasNext() )
		{
			cursor.fwd();
			cursor.get().setReal( 20 - Math.hypot( cursor.getDoublePosition( 0 ) - 20, cursor.getDoublePosition( 1 ) - 20 ) );
		}
		final Path2D path = Contours.of( cone, 8 );
		double length = 0;
		final double[] from = new double[ 6 ], to = new double[ 6 ];
		for ( final PathIterator i = path.getPathIterator( null ); !i.isDone(); i.next() )
			if ( i.currentSegment( to ) == PathIterator.SEG_MOVETO )
				System.arraycopy( to, 0, from, 0, 2 );
			else
			{
				length += Math.hypot( to[ 0 ] - from[ 0 ], to[ 1 ] - from[ 1 ] );
				// Linear interpolation of a cone at radius 12 is off by at most 1 / ( 8 * 12 ) pixels.
				assertEquals( 12, Math.hypot( to[ 0 ] - 20, to[ 1 ] - 20 ), 1.0 / 96 );
			}
		assertEquals( 2 * Math.PI * 12, length, 0.05 );
	}

	@Test
	void outlineIsClosedAtTheBorder()
	{
		final ArrayImg< FloatType, ? > full = ArrayImgs.floats( new float[] { 1, 1, 1, 1, 1, 1 }, 3, 2 );
		final Path2D path = Contours.of( full, 0.5 );
		assertEquals( -0.5, path.getBounds2D().getMinX(), 1e-9 );
		assertEquals( 2.5, path.getBounds2D().getMaxX(), 1e-9 );
		assertEquals( 1.5, path.getBounds2D().getMaxY(), 1e-9 );
	}

	/** Two pixels that touch at a corner are two regions, whichever diagonal they lie on. */
	@Test
	void diagonalPixelsKeepTheirOwnOutlines()
	{
		for ( final float[] values : new float[][] { { 1, 0, 0, 1 }, { 0, 1, 1, 0 } } )
		{
			final Path2D path = Contours.of( ArrayImgs.floats( values, 2, 2 ), 0.5 );
			int segments = 0;
			for ( final PathIterator i = path.getPathIterator( null ); !i.isDone(); i.next() )
				segments += i.currentSegment( new double[ 6 ] ) == PathIterator.SEG_LINETO ? 1 : 0;
			assertEquals( 8, segments );
		}
	}

	@Test
	void nothingInsideGivesNoOutline()
	{
		assertTrue( Contours.of( ArrayImgs.floats( 4, 4 ), 0.5 ).getBounds2D().isEmpty() );
	}

	@Test
	void refusesVolumes()
	{
		assertThrows( IllegalArgumentException.class, () -> Contours.of( ArrayImgs.floats( 2, 2, 2 ), 0.5 ) );
	}

	@Test
	void runsFillTheInside()
	{
		final Path2D runs = Contours.runs( ArrayImgs.floats( new float[] { 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3 }, 4, 3 ), 1.5 );
		assertEquals( new Rectangle2D.Double( 1.5, -0.5, 2, 3 ), runs.getBounds2D() );
		assertTrue( runs.contains( 1.6, 1 ) && !runs.contains( 1.4, 1 ) );
	}
}
