/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FrameTransform;
import org.raywarp.volume.Grid;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * The transform file: how images in a reference frame lie in the patient they were made from, as JSON.
 *
 * <pre>
 * {"format":"raywarp-frame","version":1,"mirrored":false,
 *  "frameFromPatient":[[1,0,0,85],[0,1,0,20],[0,0,1,-300]],
 *  "patient":{"size":[512,512,300],"worldFromVoxel":[[0.7,0,0,-180],[0,0.7,0,-180],[0,0,1,0]]}}
 * </pre>
 *
 * {@code frameFromPatient} takes the patient's world (LPS, mm) to the frame: rigid, and with a mirror where
 * {@code mirrored} is true, of a left bone that became a right one. {@code patient} is the grid of the patient's image.
 * Matrices are three rows of four numbers.
 */
public final class FrameTransformFile
{
	private static final String FORMAT = "raywarp-frame";

	private static final int VERSION = 1;

	private static final int MAX_BYTES = 1 << 16, MAX_SIZE = 1 << 16;

	private FrameTransformFile()
	{}

	/**
	 * @param file
	 *            a transform file
	 * @return the transform
	 * @throws IOException
	 *             if the file cannot be read, or anything in it is missing, unknown, of the wrong type or impossible; the
	 *             message names the file and the key
	 */
	public static FrameTransform read( final Path file ) throws IOException
	{
		if ( !Files.isRegularFile( file ) )
			throw new IOException(
					file + ( Files.exists( file ) ? " is not a file" : " does not exist" ) + "; expected a transform file (.json)." );
		if ( Files.size( file ) > MAX_BYTES )
			throw new IOException(
					file + " has " + Files.size( file ) + " bytes; expected a transform file of at most " + MAX_BYTES + "." );
		return parse( file.toString(), new String( Files.readAllBytes( file ), StandardCharsets.UTF_8 ) );
	}

	/**
	 * @param where
	 *            what is read, for errors
	 * @param text
	 *            content of a transform file
	 * @return the transform
	 * @throws IOException
	 *             as {@link #read}
	 */
	public static FrameTransform parse( final String where, final String text ) throws IOException
	{
		final JsonFields root = JsonFields.parse( where, text );
		if ( !root.text( "format" ).equals( FORMAT ) )
			throw root.wrong( "format", root.text( "format" ), FORMAT );
		root.requireOnly( "format", "version", "mirrored", "frameFromPatient", "patient" );
		root.whole( "version", VERSION, VERSION );
		final JsonFields patient = root.object( "patient" );
		patient.requireOnly( "size", "worldFromVoxel" );
		final Affine3D frameFromPatient = matrix( root, "frameFromPatient" ), worldFromVoxel = matrix( patient, "worldFromVoxel" );
		final Grid grid;
		try
		{
			grid = new Grid( size( patient ), worldFromVoxel );
		}
		catch ( final IllegalArgumentException e )
		{
			throw root.wrong( "patient", "impossible", "a grid of voxels: " + e.getMessage().replaceFirst( "\\.$", "" ) );
		}
		final FrameTransform transform;
		try
		{
			transform = new FrameTransform( frameFromPatient, grid );
		}
		catch ( final IllegalArgumentException e )
		{
			throw root.wrong( "frameFromPatient", frameFromPatient, "a rotation, perhaps with a mirror, and a shift" );
		}
		if ( root.truth( "mirrored" ) != transform.isMirrored() )
			throw root.wrong( "mirrored", root.truth( "mirrored" ), transform.isMirrored() + ", as frameFromPatient is" );
		return transform;
	}

	private static int[] size( final JsonFields patient ) throws IOException
	{
		final double[] numbers = patient.numbers( "size", 3 );
		final int[] size = new int[ 3 ];
		for ( int d = 0; d < 3; ++d )
		{
			size[ d ] = ( int ) numbers[ d ];
			if ( size[ d ] != numbers[ d ] || size[ d ] < 1 || size[ d ] > MAX_SIZE )
				throw patient.wrong( "size", patient.object().get( "size" ), "three whole numbers from 1 to " + MAX_SIZE );
		}
		return size;
	}

	private static Affine3D matrix( final JsonFields fields, final String key ) throws IOException
	{
		final List< JsonElement > rows = fields.array( key );
		if ( rows.size() != 3 )
			throw fields.wrong( key, rows, "3 rows of 4 finite numbers" );
		final double[] m = new double[ 12 ];
		for ( int r = 0; r < 3; ++r )
		{
			final JsonObject row = new JsonObject();
			row.add( key, rows.get( r ) );
			System.arraycopy( new JsonFields( fields.where(), fields.prefix(), row ).numbers( key, 4 ), 0, m, 4 * r, 4 );
		}
		return Affine3D.of( m );
	}

	/**
	 * @param transform
	 *            a transform
	 * @return the content of its file, on one line
	 */
	public static String text( final FrameTransform transform )
	{
		final JsonObject patient = new JsonObject();
		final JsonArray size = new JsonArray();
		for ( final int n : transform.patientGrid().size() )
			size.add( n );
		patient.add( "size", size );
		patient.add( "worldFromVoxel", rows( transform.patientGrid().worldFromVoxel() ) );
		final JsonObject root = new JsonObject();
		root.addProperty( "format", FORMAT );
		root.addProperty( "version", VERSION );
		root.addProperty( "mirrored", transform.isMirrored() );
		root.add( "frameFromPatient", rows( transform.frameFromPatient() ) );
		root.add( "patient", patient );
		return root.toString();
	}

	private static JsonArray rows( final Affine3D map )
	{
		final JsonArray rows = new JsonArray();
		for ( int r = 0; r < 3; ++r )
		{
			final JsonArray row = new JsonArray();
			for ( int c = 0; c < 4; ++c )
				row.add( map.get( r, c ) );
			rows.add( row );
		}
		return rows;
	}

	/**
	 * @param transform
	 *            a transform
	 * @param file
	 *            written beside its place first, then moved there
	 * @throws IOException
	 *             if the file cannot be written
	 */
	public static void write( final FrameTransform transform, final Path file ) throws IOException
	{
		WholeFile.write( file, temporary -> Files.writeString( temporary, text( transform ) + "\n" ) );
	}
}
