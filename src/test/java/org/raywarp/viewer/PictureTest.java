/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

class PictureTest
{
	/** The outline of a bright square lies where the square is drawn, whatever the shape of the pixels. */
	@Test
	void outlineLiesOnTheEdgeOfWhatItOutlines()
	{
		final ArrayImg< FloatType, ? > square = ArrayImgs.floats( 20, 10 );
		for ( int y = 3; y < 7; ++y )
			for ( int x = 6; x < 14; ++x )
				square.getAt( x, y ).set( 1 );
		final BufferedImage plain = Picture.draw( List.of( new Panel( "", square, 1, 2, Map.of() ) ) );
		final BufferedImage outlined =
				Picture.draw( List.of( new Panel( "", square, 1, 2, Map.of( Contours.of( square, 0.5 ), Color.RED ) ) ) );
		int changed = 0;
		for ( int y = 0; y < plain.getHeight(); ++y )
			for ( int x = 0; x < plain.getWidth(); ++x )
				if ( plain.getRGB( x, y ) != outlined.getRGB( x, y ) )
				{
					// Between pixel centers the picture is interpolated: the edge is where it is neither black nor white.
					final int gray = plain.getRGB( x, y ) & 0xff;
					assertTrue( gray > 20 && gray < 235, "outline at (" + x + ", " + y + ") over gray " + gray );
					++changed;
				}
		assertTrue( changed > 200 );
	}

	@Test
	void writesThePngAndNothingElse( @TempDir final Path folder ) throws IOException
	{
		final Path file = folder.resolve( "picture.png" );
		Picture.write( List.of( new Panel( "a", ArrayImgs.floats( 8, 16 ), 1, 1, Map.of() ),
				new Panel( "b", ArrayImgs.floats( 16, 16 ), 1, 1, Map.of() ) ), file );
		assertEquals( 240 + 480 + 3 * 8, ImageIO.read( file.toFile() ).getWidth() );
		try ( var files = Files.list( folder ) )
		{
			assertEquals( 1, files.count() );
		}
	}
}
