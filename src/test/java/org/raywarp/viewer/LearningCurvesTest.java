/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCurvesTest
{
	@Test
	void everyColumnIsDrawnInBlue( @TempDir final Path folder ) throws IOException
	{
		final Path table = folder.resolve( "validation.csv" ), picture = folder.resolve( "validation.png" );
		Files.write( table, List.of( "step,total,ncc", "500,-1.2,0.8", "1000,-1.5,0.9", "1500,-1" ) );
		LearningCurves.write( table, picture );
		final BufferedImage image = ImageIO.read( picture.toFile() );
		assertEquals( 0, image.getWidth() % 2 );
		for ( int half = 0; half < 2; ++half )
		{
			int blue = 0;
			for ( int y = 0; y < image.getHeight(); ++y )
				for ( int x = half * image.getWidth() / 2; x < ( half + 1 ) * image.getWidth() / 2; ++x )
					blue += ( image.getRGB( x, y ) & 0xFFFFFF ) == 0x0000FF ? 1 : 0;
			assertTrue( blue > 100, blue + " pixels" );
		}
	}

	@Test
	void emptyTableIsRefusedByName( @TempDir final Path folder ) throws IOException
	{
		final Path table = folder.resolve( "validation.csv" );
		Files.write( table, List.of( "step,total" ) );
		final IOException e = assertThrows( IOException.class, () -> LearningCurves.write( table, folder.resolve( "x.png" ) ) );
		assertTrue( e.getMessage().contains( "validation.csv" ) );
		assertFalse( Files.exists( folder.resolve( "x.png" ) ) );
	}
}
