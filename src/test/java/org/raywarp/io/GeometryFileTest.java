/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;

class GeometryFileTest
{
	private static final String FILE = "{\"format\":\"raywarp-geometry\",\"version\":1,\"views\":[\n"
			+ " {\"name\":\"frontal\",\"sourceToDetector\":1000,\"sourceToIsocenter\":925,\"isocenter\":[1,2,3],\n"
			+ "  \"primaryAngle\":10,\"secondaryAngle\":-20,\n"
			+ "  \"detector\":{\"columns\":160,\"rows\":224,\"pixelSpacingX\":0.91,\"pixelSpacingY\":0.98,\"principalPoint\":[70.5,111.5]}},\n"
			+ " {\"name\":\"lateral\",\"projectionMatrix\":[[1000,0,80,0],[0,1000,112,0],[0,0,1,900]],\"detector\":{\"columns\":320,\"rows\":240}}]}";

	@TempDir
	Path folder;

	private Path written( final String content ) throws IOException
	{
		return Files.writeString( folder.resolve( "geometry.json" ), content );
	}

	private void assertRefused( final String content, final String... words ) throws IOException
	{
		final Path file = written( content );
		SampleVolumes.assertFails( () -> GeometryFile.read( file, null ), file, words );
	}

	private static void assertSame( final View expected, final View actual, final double tolerance )
	{
		assertEquals( expected.name(), actual.name() );
		assertArrayEquals( expected.projection().toArray(), actual.projection().toArray(), tolerance );
		assertEquals( expected.columns(), actual.columns() );
		assertEquals( expected.rows(), actual.rows() );
		assertEquals( expected.pixelSpacingX(), actual.pixelSpacingX() );
		assertEquals( expected.pixelSpacingY(), actual.pixelSpacingY() );
	}

	@Test
	void bothFormsAreRead() throws IOException
	{
		final List< View > views = GeometryFile.read( written( FILE ), null );
		assertEquals( 2, views.size() );
		assertSame( ConeBeamGeometry.of( 1000, 925, new double[] { 1, 2, 3 }, new CArmAngulation( 10, -20 ),
				new Detector( 160, 224, 0.91, 0.98, 70.5, 111.5 ) ).view( "frontal" ), views.get( 0 ), 0 );
		assertEquals( "lateral", views.get( 1 ).name() );
		assertArrayEquals( new double[] { 1000, 0, 80, 0, 0, 1000, 112, 0, 0, 0, 1, 900 }, views.get( 1 ).projection().toArray() );
		assertEquals( 320, views.get( 1 ).columns() );
		assertEquals( 240, views.get( 1 ).rows() );
		assertEquals( 1, views.get( 1 ).pixelSpacingX() );
	}

	@Test
	void bothFormsAreReadAsPositionsOfACArm() throws IOException
	{
		final Path asRead = written( FILE );
		SampleVolumes.assertFails( () -> GeometryFile.readCArms( asRead, new double[] { 0, 0, 100 } ), asRead, "lateral", "mirrored" );
		SampleVolumes.assertFails( () -> GeometryFile.readCArms( asRead, null ), asRead, "lateral", "projectionMatrix" );
		final Path flipped = written( FILE.replace( "[0,1000,112,0]", "[0,-1000,112,0]" ) );
		final Map< String, ConeBeamGeometry > arms = GeometryFile.readCArms( flipped, new double[] { 5, 6, -400 } );
		assertEquals( List.of( "frontal", "lateral" ), List.copyOf( arms.keySet() ) );
		assertEquals( new CArmAngulation( 10, -20 ), arms.get( "frontal" ).angulation() );
		assertArrayEquals( new double[] { 1, 2, 3 }, arms.get( "frontal" ).isocenter().apply( 0, 0, 0 ) );
		assertEquals( new CArmAngulation( 0, 90 ), arms.get( "lateral" ).angulation() );
		assertEquals( 500, arms.get( "lateral" ).sourceToIsocenter(), 1e-9 );
		final List< View > views = GeometryFile.read( flipped, null );
		assertSame( views.get( 1 ), arms.get( "lateral" ).view( "lateral" ), 1e-9 );
	}

	@Test
	void theIsocenterMayComeFromTheVolume() throws IOException
	{
		final Path file = written( FILE.replace( "\"isocenter\":[1,2,3],", "" ) );
		final View view = GeometryFile.read( file, new double[] { 4, 5, 6 } ).get( 0 );
		assertArrayEquals( new double[] { 70.5, 111.5, 925 }, view.projection().project( 4, 5, 6 ), 1e-9 );
		SampleVolumes.assertFails( () -> GeometryFile.read( file, null ), file, "frontal", "isocenter" );
	}

	@Test
	void thePrincipalPointIsTheCenterWhereItIsLeftOut() throws IOException
	{
		final View view = GeometryFile.read( written( FILE.replace( ",\"principalPoint\":[70.5,111.5]", "" ) ), null ).get( 0 );
		assertArrayEquals( new double[] { 79.5, 111.5, 925 }, view.projection().project( 1, 2, 3 ), 1e-9 );
	}

	@ParameterizedTest
	@CsvSource( delimiter = ';', quoteCharacter = '#', value = {
			"\"sourceToDetector\":1000,; ; frontal; sourceToDetector",
			"\"sourceToIsocenter\":925; \"sourceToIsocenter\":1000; frontal; sourceToIsocenter",
			"\"sourceToIsocenter\":925; \"sourceToIsocenter\":-1; frontal; sourceToIsocenter",
			"\"sourceToDetector\":1000; \"sourceToDetector\":\"1000\"; frontal; sourceToDetector",
			"\"sourceToDetector\":1000; \"sourceToDetector\":1e999; frontal; sourceToDetector",
			"\"sourceToDetector\":1000; \"sourceToDetector\":null; frontal; sourceToDetector",
			"\"sourceToDetector\":1000; \"sourceToDetector\":NaN; frontal; sourceToDetector",
			"[1,2,3]; [1,2,-Infinity]; frontal; isocenter",
			"[0,0,1,900]; [0,0,NaN,900]; lateral; projectionMatrix",
			"\"sourceToDetector\"; \"sid\"; frontal; sid",
			"\"primaryAngle\":10,; ; frontal; primaryAngle",
			"\"primaryAngle\":10; \"primaryAngle\":[10]; frontal; primaryAngle",
			"[1,2,3]; [1,2]; frontal; isocenter",
			"[1,2,3]; [1,2,true]; frontal; isocenter",
			"\"columns\":160; \"columns\":160.5; frontal; detector.columns",
			"\"columns\":160; \"columns\":0; frontal; detector.columns",
			"\"columns\":320; \"columns\":1000000; lateral; detector.columns",
			"\"columns\":160,; ; frontal; detector.columns",
			"\"pixelSpacingX\":0.91; \"pixelSpacingX\":0; frontal; detector.pixelSpacingX",
			"\"pixelSpacingY\":0.98,; ; frontal; detector.pixelSpacingY",
			"[70.5,111.5]; 70.5; frontal; detector.principalPoint",
			"\"rows\":240; \"rows\":240,\"depth\":3; lateral; detector.depth",
			"\"rows\":240; \"rows\":240,\"principalPoint\":[1,2]; lateral; detector.principalPoint",
			"[0,0,1,900]; [0,0,1]; lateral; projectionMatrix",
			"[0,0,1,900]; [0,0,0,900]; lateral; singular",
			"[0,0,1,900]; [2000,0,160,1]; lateral; singular",
			",[0,0,1,900]; ; lateral; projectionMatrix",
			"[0,0,1,900]; [0,0,\"1\",900]; lateral; projectionMatrix",
			"\"name\":\"lateral\"; \"name\":\"frontal\"; frontal; two views",
			"\"name\":\"lateral\",; ; view 2; name",
			"\"name\":\"lateral\"; \"name\":7; view 2; name",
			"\"projectionMatrix\"; \"isocenter\":[0,0,0],\"projectionMatrix\"; lateral; isocenter",
			"\"version\":1; \"version\":2; geometry.json; version",
			"\"version\":1; \"version\":1,\"units\":\"cm\"; geometry.json; units",
			"raywarp-geometry; other; geometry.json; format",
			"\"views\"; \"view\"; geometry.json; view" } )
	void errorsNameTheViewAndTheKey( final String part, final String replacement, final String view, final String key ) throws IOException
	{
		assertRefused( FILE.replace( part, replacement == null ? "" : replacement ), view, key );
	}

	@Test
	void onlyStrictJsonIsRead() throws IOException
	{
		assertRefused( FILE.replace( "\"frontal\"", "'frontal'" ), "JSON" );
		assertRefused( FILE.replace( "\"primaryAngle\":10", "\"primaryAngle\":10,\"primaryAngle\":11" ), "primaryAngle", "twice" );
		assertRefused( FILE + "{}", "JSON" );
		assertRefused( FILE.substring( 0, 300 ), "JSON" );
		assertRefused( "\u001f\u008b", "not valid JSON at $: malformed at line 1" );
		assertRefused( "", "JSON" );
		assertRefused( "[]", "object" );
		assertRefused( "[".repeat( 100000 ), "JSON" );
	}

	@Test
	void emptyAndOddViewsAreRefused() throws IOException
	{
		final String head = "{\"format\":\"raywarp-geometry\",\"version\":1,\"views\":";
		assertRefused( head + "[]}", "views", "1 to" );
		assertRefused( head + "{}}", "views", "array" );
		assertRefused( head + "[7]}", "view 1", "object" );
		assertRefused( " ".repeat( 5_000_000 ) + FILE, "bytes" );
		final Path missing = folder.resolve( "missing.json" );
		SampleVolumes.assertFails( () -> GeometryFile.read( missing, null ), missing, "does not exist" );
		SampleVolumes.assertFails( () -> GeometryFile.read( folder, null ), folder, "is not a file" );
	}

	@Test
	void whatIsWrittenIsRead() throws IOException
	{
		final Map< String, ConeBeamGeometry > arms = new LinkedHashMap<>();
		arms.put( "frontal \"NaN\" \u00e4", ConeBeamGeometry.of( 1000, 925, new double[] { 0.1, 2, 3 }, new CArmAngulation( 1 / 3.0, 5 ),
				new Detector( 160, 224, 0.91, 0.98, 70.123456789, 111.5 ) ) );
		arms.put( "lateral",
				ConeBeamGeometry.of( 1200, 800, new double[ 3 ], new CArmAngulation( 90, 0 ), Detector.centered( 16, 8, 1, 2 ) ) );
		final Path file = folder.resolve( "g.json" );
		GeometryFile.writeCArms( arms, file );
		final List< View > views = GeometryFile.read( file, null );
		int i = 0;
		for ( final Map.Entry< String, ConeBeamGeometry > e : arms.entrySet() )
			assertSame( e.getValue().view( e.getKey() ), views.get( i++ ), 0 );
		GeometryFile.writeViews( views, file );
		final List< View > again = GeometryFile.read( file, null );
		for ( i = 0; i < 2; ++i )
			// The matrix is normalized once more.
			assertSame( views.get( i ), again.get( i ), 1e-9 );
		assertEquals( 1, SampleVolumes.fileCount( folder ) );
	}
}
