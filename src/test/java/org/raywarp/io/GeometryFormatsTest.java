/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.EulerAngles;
import org.raywarp.geometry.PinholeCamera;
import org.raywarp.geometry.View;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class GeometryFormatsTest
{
	private static final double[] ISOCENTER = { 11, -22, 33 };

	private static final ForeignFrame FRAME = ForeignFrame.about( ISOCENTER );

	@TempDir
	Path folder;

	/** A camera some 900 mm off the isocenter that looks anywhere near it. */
	private static View view( final Random random, final String name, final boolean mirrored, final double skew, final double aspect )
	{
		final double f = 900 + 900 * random.nextDouble(), spacing = 0.2 + random.nextDouble();
		final Affine3D rotation =
				EulerAngles.rotation( "ZXY", 360 * random.nextDouble(), 360 * random.nextDouble(), 360 * random.nextDouble() );
		final Affine3D camera =
				Affine3D.translation( 20 * random.nextGaussian(), 20 * random.nextGaussian(), 900 + 20 * random.nextGaussian() )
						.after( rotation ).after( Affine3D.translation( -ISOCENTER[ 0 ], -ISOCENTER[ 1 ], -ISOCENTER[ 2 ] ) );
		return new View( name,
				new PinholeCamera( mirrored ? -f : f, skew * f, 70 + 40 * random.nextDouble(), aspect * f, 90 + 40 * random.nextDouble(),
						camera )
								.projection(),
				161, 224, spacing, spacing / aspect );
	}

	private static View cArm( final Random random, final String name )
	{
		return ConeBeamGeometry.of( 1000 + 300 * random.nextDouble(), 700 + 200 * random.nextDouble(), ISOCENTER,
				new CArmAngulation( 360 * random.nextDouble() - 180, 180 * random.nextDouble() - 90 ),
				Detector.centered( 160, 225, 0.3 + random.nextDouble(), 0.3 + random.nextDouble() ) ).view( name );
	}

	/** The most general view that a format holds. */
	private static View hardest( final GeometryFormat format, final Random random, final String name )
	{
		switch ( format )
		{
		case DICOM_XA:
			return cArm( random, name );
		case RTK:
			return view( random, name, true, 0, 1.3 );
		case MAYACAM_1:
			return view( random, name, false, 0, 1 );
		case MAYACAM_2:
			return view( random, name, false, 0.1, 1.3 );
		case DIFFDRR:
			return view( random, name, random.nextBoolean(), 0, 1.3 );
		default:
			return view( random, name, random.nextBoolean(), 0.1, 1.3 );
		}
	}

	private static void assertProjectsAlike( final View expected, final View actual, final Random random, final double tolerance )
	{
		for ( int i = 0; i < 50; ++i )
		{
			final double[] x = new double[ 3 ];
			for ( int d = 0; d < 3; ++d )
				x[ d ] = ISOCENTER[ d ] + 100 * random.nextGaussian();
			final double[] p = expected.projection().project( x ), q = actual.projection().project( x );
			assertTrue( Math.hypot( p[ 0 ] - q[ 0 ], p[ 1 ] - q[ 1 ] ) <= tolerance,
					"pixels: " + Math.hypot( p[ 0 ] - q[ 0 ], p[ 1 ] - q[ 1 ] ) );
			assertEquals( p[ 2 ], q[ 2 ], 1e-6 );
		}
		assertEquals( expected.columns(), actual.columns() );
		assertEquals( expected.rows(), actual.rows() );
	}

	@ParameterizedTest
	@EnumSource( GeometryFormat.class )
	void whatIsWrittenProjectsAlikeWhenReadAgain( final GeometryFormat format ) throws IOException
	{
		final Random random = new Random( 5 );
		for ( int i = 0; i < 20; ++i )
			for ( final WorldAxes axes : WorldAxes.values() )
			{
				if ( format == GeometryFormat.DICOM_XA && axes.ordinal() > 1 || format == GeometryFormat.RAYWARP && axes.ordinal() > 0 )
					continue;
				final View view = hardest( format, random, "v" );
				final ForeignFrame frame = new ForeignFrame( ISOCENTER, axes, 0, 0, 0, 0 );
				final Path file = GeometryFile.write( List.of( view ), format, folder.resolve( "v.geometry" ), frame ).get( 0 );
				assertEquals( format, GeometryFormat.of( file ) );
				final boolean sizeless = format == GeometryFormat.PLASTIMATCH || format == GeometryFormat.RTK;
				final List< View > again = GeometryFile.readIn( file, sizeless ? frame.withDetectorOf( view ) : frame );
				assertEquals( 1, again.size() );
				assertProjectsAlike( view, again.get( 0 ), random, 1e-6 );
				if ( format != GeometryFormat.MAYACAM_2 && format != GeometryFormat.ASTRA )
					assertEquals( view.pixelSpacingX(), again.get( 0 ).pixelSpacingX(), 1e-9 );
			}
		assertEquals( 1, SampleVolumes.fileCount( folder ) );
	}

	@ParameterizedTest
	@EnumSource( GeometryFormat.class )
	void severalViewsGoIntoOneFileOrIntoOneEach( final GeometryFormat format ) throws IOException
	{
		final Random random = new Random( 6 );
		// Skewed pixels of one size, and those of one spacing where the format has but one.
		final List< View > views = new ArrayList<>();
		for ( final String name : new String[] { "frontal", "late/ral" } )
		{
			final View v = hardest( format, random, name );
			views.add( format != GeometryFormat.RTK ? v
					: new View( name, v.projection().onRaster( v.pixelSpacingX(), 0, v.pixelSpacingY(), 0 ), 160, 200, 1, 1 ) );
		}
		final List< Path > files = GeometryFile.write( views, format, folder.resolve( "out.txt" ), FRAME );
		assertEquals( format.holdsSeveralViews() ? 1 : 2, files.size() );
		if ( files.size() == 2 )
			assertEquals( "out-late_ral.txt", files.get( 1 ).getFileName().toString() );
		final List< View > again = new ArrayList<>();
		for ( final Path file : files )
			again.addAll( GeometryFile.readIn( file, format == GeometryFormat.RTK || format == GeometryFormat.PLASTIMATCH
					? FRAME.withDetectorOf( views.get( 0 ) ) : FRAME ) );
		for ( int i = 0; i < 2; ++i )
			assertProjectsAlike( views.get( i ), again.get( i ), random, 1e-6 );
	}

	@Test
	void pointsProjectAsTheFormulasOfTheOtherProgramsSay() throws IOException
	{
		final EnumSet< GeometryFormat > seen = EnumSet.noneOf( GeometryFormat.class );
		try ( InputStream in = GeometryFormatsTest.class.getResourceAsStream( "geometry-formats.json" ) )
		{
			for ( final JsonElement e : JsonParser.parseString( new String( in.readAllBytes(), StandardCharsets.UTF_8 ) ).getAsJsonArray() )
			{
				final JsonObject c = e.getAsJsonObject();
				final Path file = Files.writeString( folder.resolve( c.get( "file" ).getAsString() ), c.get( "text" ).getAsString() );
				final double[] d = c.get( "detector" ).isJsonNull() ? new double[ 4 ] : numbers( c.getAsJsonArray( "detector" ) );
				final ForeignFrame frame = new ForeignFrame( numbers( c.getAsJsonArray( "isocenter" ) ), WorldAxes.FORMAT, ( int ) d[ 0 ],
						( int ) d[ 1 ], d[ 2 ], d[ 3 ] );
				final GeometryFormat format = GeometryFormat.of( file );
				assertEquals( c.get( "format" ).getAsString(), format.name() );
				seen.add( format );
				final View view = GeometryFile.readIn( file, frame ).get( 0 );
				for ( int i = 0; i < c.getAsJsonArray( "points" ).size(); ++i )
				{
					final double[] expected = numbers( c.getAsJsonArray( "pixels" ).get( i ).getAsJsonArray() );
					final double[] pixel = view.projection().project( numbers( c.getAsJsonArray( "points" ).get( i ).getAsJsonArray() ) );
					assertEquals( expected[ 0 ], pixel[ 0 ], 1e-6, format + " " + file );
					assertEquals( expected[ 1 ], pixel[ 1 ], 1e-6, format + " " + file );
					assertTrue( pixel[ 2 ] > 0 );
				}
			}
		}
		assertEquals( EnumSet.of( GeometryFormat.RTK, GeometryFormat.DEEPDRR, GeometryFormat.DIFFDRR, GeometryFormat.ASTRA,
				GeometryFormat.MAYACAM_1 ), seen );
	}

	private static double[] numbers( final JsonArray array )
	{
		return array.asList().stream().mapToDouble( JsonElement::getAsDouble ).toArray();
	}

	private void assertCannotHold( final GeometryFormat format, final View view, final String... words )
	{
		final Path file = folder.resolve( "refused" );
		final String message =
				assertThrows( IOException.class, () -> GeometryFile.write( List.of( view ), format, file, FRAME ) ).getMessage();
		for ( final String word : words )
			assertTrue( message.contains( word ), word + " in: " + message );
		assertTrue( Files.notExists( file ) );
	}

	@Test
	void aFormatRefusesWhatItCannotHold()
	{
		final Random random = new Random( 8 );
		final View photograph = view( random, "p", false, 0, 1 ), radiograph = view( random, "r", true, 0, 1 ),
				skewed = view( random, "s", true, 0.1, 1 ), oblong = view( random, "o", false, 0, 1.2 );
		assertCannotHold( GeometryFormat.RTK, photograph, "\"p\"", "seen from the source", "RTK" );
		assertCannotHold( GeometryFormat.RTK, skewed, "\"s\"", "perpendicular" );
		assertCannotHold( GeometryFormat.RTK, new View( "m", radiograph.projection(), 100, 100, 1, 2 ), "\"m\"", "pixel spacing" );
		assertCannotHold( GeometryFormat.MAYACAM_2, radiograph, "\"r\"", "mirrored" );
		assertCannotHold( GeometryFormat.MAYACAM_1, radiograph, "\"r\"", "mirrored" );
		assertCannotHold( GeometryFormat.MAYACAM_1, oblong, "\"o\"", "square" );
		assertCannotHold( GeometryFormat.DIFFDRR, skewed, "\"s\"", "perpendicular" );
		assertCannotHold( GeometryFormat.DICOM_XA, radiograph, "\"r\"", "central ray" );
		final View arm = cArm( random, "a" );
		final Affine3D turned = Affine3D.translation( ISOCENTER[ 0 ], ISOCENTER[ 1 ], ISOCENTER[ 2 ] )
				.after( EulerAngles.rotation( "XYZ", 10, 20, 30 ) )
				.after( Affine3D.translation( -ISOCENTER[ 0 ], -ISOCENTER[ 1 ], -ISOCENTER[ 2 ] ) );
		assertCannotHold( GeometryFormat.DICOM_XA, arm.after( turned ), "\"a\"", "turned in its plane" );
		assertCannotHold( GeometryFormat.DICOM_XA, new View( "b", arm.projection(), 162, 225, 1, 1 ), "\"b\"", "middle of the image" );
		final String message = assertThrows( IOException.class,
				() -> GeometryFile.write( List.of( arm, new View( "c", arm.projection(), 9, 9, 1, 1 ) ), GeometryFormat.ASTRA,
						folder.resolve( "x" ), FRAME ) ).getMessage();
		assertTrue( message.contains( "one size" ), message );
	}

	@Test
	void whatAFileLeavesOutIsAskedFor() throws IOException
	{
		final View view = view( new Random( 9 ), "v", true, 0, 1 );
		for ( final GeometryFormat format : new GeometryFormat[] { GeometryFormat.RTK, GeometryFormat.PLASTIMATCH } )
		{
			final Path file = GeometryFile.write( List.of( view ), format, folder.resolve( "v.geometry" ), FRAME ).get( 0 );
			SampleVolumes.assertFails( () -> GeometryFile.read( file, ISOCENTER ), file, "how many pixels", "Convert Geometry" );
		}
		for ( final GeometryFormat format : new GeometryFormat[] { GeometryFormat.DIFFDRR, GeometryFormat.ASTRA } )
		{
			final Path file = GeometryFile.write( List.of( view ), format, folder.resolve( "v.geometry" ), FRAME ).get( 0 );
			SampleVolumes.assertFails( () -> GeometryFile.read( file, null ), file, "isocenter" );
		}
	}

	@ParameterizedTest
	@EnumSource( GeometryFormat.class )
	void damagedFilesAreRefusedInOneSentence( final GeometryFormat format ) throws IOException
	{
		final Random random = new Random( 10 );
		final View view = hardest( format, random, "v" );
		final Path file = GeometryFile.write( List.of( view ), format, folder.resolve( "v.geometry" ), FRAME ).get( 0 );
		final byte[] good = Files.readAllBytes( file );
		final int header = Math.min( good.length, 900 );
		int refused = 0;
		for ( int i = 0; i < 300; ++i )
		{
			final byte[] bad;
			if ( i % 3 == 0 )
				bad = Arrays.copyOf( good, random.nextInt( header ) );
			else if ( i % 3 == 1 )
			{
				bad = good.clone();
				for ( int n = 0; n < 4; ++n )
					bad[ random.nextInt( header ) ] = ( byte ) random.nextInt( 256 );
			}
			else
				bad = withNumber( new String( good, StandardCharsets.ISO_8859_1 ), random.nextInt( header ),
						i % 2 == 0 ? "NaN" : "99999999999" )
								.getBytes( StandardCharsets.ISO_8859_1 );
			Files.write( file, bad );
			try
			{
				GeometryFile.readIn( file, FRAME.withDetectorOf( view ) );
			}
			catch ( final IOException e )
			{
				++refused;
				assertTrue( e.getMessage().contains( file.getFileName().toString() ), e.getMessage() );
				assertEquals( -1, e.getMessage().indexOf( '\n' ), e.getMessage() );
			}
		}
		assertTrue( refused > 100, "refused: " + refused );
	}

	/** @return the text with another number in place of the first one from some place on */
	private static String withNumber( final String text, final int from, final String number )
	{
		int begin = from;
		while ( begin < text.length() && !Character.isDigit( text.charAt( begin ) ) )
			++begin;
		int end = begin;
		while ( end < text.length() && Character.isDigit( text.charAt( end ) ) )
			++end;
		return text.substring( 0, begin ) + number + text.substring( end );
	}
}
