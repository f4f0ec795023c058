/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.View;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * The geometry file: the calibrated views of a set of images, as JSON.
 *
 * <pre>
 * {"format":"raywarp-geometry","version":1,"views":[
 *  {"name":"frontal","sourceToDetector":1000,"sourceToIsocenter":925,"isocenter":[0,0,0],
 *   "primaryAngle":0,"secondaryAngle":0,
 *   "detector":{"columns":160,"rows":224,"pixelSpacingX":0.91,"pixelSpacingY":0.98,"principalPoint":[79.5,111.5]}},
 *  {"name":"lateral","projectionMatrix":[[1,0,0,0],[0,1,0,0],[0,0,1,0]],"detector":{"columns":160,"rows":224}}]}
 * </pre>
 *
 * Lengths are in mm, angles in degrees with the signs of DICOM, pixels indices of pixel centers. A view is a position of
 * a C-arm, or a projection matrix from world mm to (column, row). {@code isocenter} may be left out where the reader
 * knows one; {@code principalPoint} may be left out for the center of the detector; the pixel spacing of a view with a
 * projection matrix may be left out, and is 1 then.
 */
final class RayWarpGeometry implements GeometryCodec
{
	static final String FORMAT = "raywarp-geometry";

	private static final int VERSION = 1;

	private static final String MATRIX = "projectionMatrix";

	@Override
	public List< View > read( final Path file, final ForeignFrame frame ) throws IOException
	{
		return List.copyOf( readEach( file, ( name, view ) -> view.has( MATRIX ) ? matrixView( name, view )
				: cArm( view, frame.isocenter() ).view( name ) ).values() );
	}

	/**
	 * @param file
	 *            a geometry file
	 * @param defaultIsocenter
	 *            where a view without an isocenter turns about, in mm; null if unknown
	 * @return the views that are given as positions of a C-arm, by their names
	 * @throws IOException
	 *             as {@link #read}
	 */
	static Map< String, ConeBeamGeometry > readCArms( final Path file, final double[] defaultIsocenter ) throws IOException
	{
		return readEach( file, ( name, view ) -> view.has( MATRIX ) ? null : cArm( view, defaultIsocenter ) );
	}

	/** Makes something of one view, or nothing. */
	@FunctionalInterface
	private interface ViewReader< T >
	{
		T read( String name, JsonFields view ) throws IOException;
	}

	private static < T > Map< String, T > readEach( final Path file, final ViewReader< T > reader ) throws IOException
	{
		final JsonFields root = JsonFields.parse( file.toString(), GeometryCodec.text( file ) );
		if ( !root.text( "format" ).equals( FORMAT ) )
			throw root.wrong( "format", root.text( "format" ), FORMAT );
		root.requireOnly( "format", "version", "views" );
		root.whole( "version", VERSION, VERSION );
		final List< JsonElement > elements = root.array( "views" );
		if ( elements.isEmpty() || elements.size() > MAX_VIEWS )
			throw root.wrong( "views", "an array of " + elements.size() + " views", "1 to " + MAX_VIEWS );
		final Map< String, T > views = new LinkedHashMap<>();
		final Set< String > names = new HashSet<>();
		for ( final JsonElement e : elements )
		{
			final String where = file + ": view " + ( names.size() + 1 );
			if ( !e.isJsonObject() )
				throw new IOException( where + " is " + e + "; expected an object." );
			final String name = new JsonFields( where, "", e.getAsJsonObject() ).text( "name" );
			final JsonFields view = new JsonFields( file + ": view \"" + name + "\"", "", e.getAsJsonObject() );
			if ( !names.add( name ) )
				throw new IOException( file + ": two views have the \"name\" \"" + name + "\"; expected different names." );
			final T made = reader.read( name, view );
			if ( made != null )
				views.put( name, made );
		}
		return views;
	}

	private static View matrixView( final String name, final JsonFields view ) throws IOException
	{
		view.requireOnly( "name", MATRIX, "detector" );
		final JsonFields detector = view.object( "detector" );
		detector.requireOnly( "columns", "rows", "pixelSpacingX", "pixelSpacingY" );
		final double[] p = view.matrix( MATRIX, 3, 4 );
		final ProjectionMatrix projection;
		try
		{
			projection = ProjectionMatrix.of( p );
		}
		catch ( final IllegalArgumentException e )
		{
			throw view.wrong( MATRIX, "singular, " + Arrays.toString( p ), "a matrix whose left 3 x 3 part is invertible" );
		}
		return new View( name, projection, size( detector, "columns" ), size( detector, "rows" ),
				spacing( detector, "pixelSpacingX", false ),
				spacing( detector, "pixelSpacingY", false ) );
	}

	private static ConeBeamGeometry cArm( final JsonFields view, final double[] defaultIsocenter ) throws IOException
	{
		view.requireOnly( "name", "sourceToDetector", "sourceToIsocenter", "isocenter", "primaryAngle", "secondaryAngle", "detector" );
		final JsonFields detector = view.object( "detector" );
		detector.requireOnly( "columns", "rows", "pixelSpacingX", "pixelSpacingY", "principalPoint" );
		final int columns = size( detector, "columns" ), rows = size( detector, "rows" );
		final double[] principal = detector.has( "principalPoint" ) ? detector.numbers( "principalPoint", 2 )
				: new double[] { ( columns - 1 ) / 2.0, ( rows - 1 ) / 2.0 };
		if ( !view.has( "isocenter" ) && defaultIsocenter == null )
			throw new IOException( view.where() + ": the key \"isocenter\" is missing, and no volume gives one." );
		final double[] isocenter = view.has( "isocenter" ) ? view.numbers( "isocenter", 3 ) : defaultIsocenter;
		final double toDetector = view.number( "sourceToDetector" ), toIsocenter = view.number( "sourceToIsocenter" );
		if ( !( toDetector > 0 ) )
			throw view.wrong( "sourceToDetector", toDetector, "a positive length in mm" );
		if ( !( toIsocenter > 0 && toIsocenter < toDetector ) )
			throw view.wrong( "sourceToIsocenter", toIsocenter, "a length between 0 and sourceToDetector, " + toDetector + " mm" );
		final CArmAngulation angulation = new CArmAngulation( view.number( "primaryAngle" ), view.number( "secondaryAngle" ) );
		final Detector plate =
				new Detector( columns, rows, spacing( detector, "pixelSpacingX", true ), spacing( detector, "pixelSpacingY", true ),
						principal[ 0 ], principal[ 1 ] );
		try
		{
			return ConeBeamGeometry.of( toDetector, toIsocenter, isocenter, angulation, plate );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( view.where() + " cannot be built from its keys: " + e.getMessage(), e );
		}
	}

	private static int size( final JsonFields detector, final String key ) throws IOException
	{
		return detector.whole( key, 1, Detector.MAX_PIXELS );
	}

	private static double spacing( final JsonFields detector, final String key, final boolean required ) throws IOException
	{
		final double spacing = required ? detector.number( key ) : detector.number( key, 1 );
		if ( !( spacing > 0 ) )
			throw detector.wrong( key, spacing, "a positive length in mm" );
		return spacing;
	}

	@Override
	public void write( final List< View > views, final Path file, final ForeignFrame frame ) throws IOException
	{
		final JsonArray array = new JsonArray();
		for ( final View v : views )
		{
			final JsonObject view = new JsonObject();
			view.addProperty( "name", v.name() );
			view.add( MATRIX, GeometryJson.matrix( v.projection().toArray(), 4 ) );
			view.add( "detector", detector( v.columns(), v.rows(), v.pixelSpacingX(), v.pixelSpacingY() ) );
			array.add( view );
		}
		write( array, file );
	}

	/**
	 * Writes views as positions of a C-arm.
	 *
	 * @param views
	 *            geometries by the names of the views, in the order in which they are written
	 * @param file
	 *            written as it is
	 * @throws IOException
	 *             if the file cannot be written
	 */
	static void writeCArms( final Map< String, ConeBeamGeometry > views, final Path file ) throws IOException
	{
		final JsonArray array = new JsonArray();
		views.forEach( ( name, g ) -> {
			final JsonObject view = new JsonObject();
			view.addProperty( "name", name );
			view.addProperty( "sourceToDetector", g.sourceToDetector() );
			view.addProperty( "sourceToIsocenter", g.sourceToIsocenter() );
			view.add( "isocenter", GeometryJson.array( g.isocenter().apply( 0, 0, 0 ) ) );
			view.addProperty( "primaryAngle", g.angulation().primaryAngle() );
			view.addProperty( "secondaryAngle", g.angulation().secondaryAngle() );
			final Detector d = g.detector();
			final JsonObject detector = detector( d.columns(), d.rows(), d.pixelSpacingX(), d.pixelSpacingY() );
			detector.add( "principalPoint", GeometryJson.array( d.principalColumn(), d.principalRow() ) );
			view.add( "detector", detector );
			array.add( view );
		} );
		write( array, file );
	}

	private static JsonObject detector( final int columns, final int rows, final double spacingX, final double spacingY )
	{
		final JsonObject detector = new JsonObject();
		detector.addProperty( "columns", columns );
		detector.addProperty( "rows", rows );
		detector.addProperty( "pixelSpacingX", spacingX );
		detector.addProperty( "pixelSpacingY", spacingY );
		return detector;
	}

	private static void write( final JsonArray views, final Path file ) throws IOException
	{
		final JsonObject root = new JsonObject();
		root.addProperty( "format", FORMAT );
		root.addProperty( "version", VERSION );
		root.add( "views", views );
		GeometryJson.write( root, file );
	}
}
