/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

class RadiographPictureTest
{
	@Test
	void showsFivePanelsOfModestSize( @TempDir final Path folder ) throws IOException
	{
		final Path file = folder.resolve( "new/radiographs.png" );
		RadiographPicture.write( file, GridSize.QUARTER, Progress.NONE );
		final BufferedImage picture = ImageIO.read( file.toFile() );
		assertEquals( 5, bars( picture ) );
		assertTrue( Files.size( file ) < 300_000 );
	}

	@Test
	void thePictureOfTheReadmeIsThere() throws IOException
	{
		assertTrue( Files.readString( Path.of( "README.md" ) ).contains( "(docs/radiographs.png)" ) );
		assertTrue( Files.size( Path.of( "docs/radiographs.png" ) ) < 300_000 );
	}

	/** Yellow bars in the lowest tenth, one a panel. */
	private static int bars( final BufferedImage picture )
	{
		int bars = 0;
		boolean before = false;
		for ( int x = 0; x < picture.getWidth(); ++x )
		{
			boolean yellow = false;
			for ( int y = 9 * picture.getHeight() / 10; y < picture.getHeight(); ++y )
				yellow |= ( picture.getRGB( x, y ) >> 16 & 255 ) > ( picture.getRGB( x, y ) & 255 ) + 60;
			bars += yellow && !before ? 1 : 0;
			before = yellow;
		}
		return bars;
	}
}
