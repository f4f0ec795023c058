/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringTokenizer;

import org.raywarp.geometry.TriangleMesh;

/**
 * Wavefront OBJ: the lines {@code v} and {@code f}; polygons become fans of triangles, everything else is passed over.
 */
final class ObjFormat
{
	private ObjFormat()
	{}

	/**
	 * @param file
	 *            for errors
	 * @param bytes
	 *            its content
	 * @return the surface
	 * @throws IOException
	 *             if a line cannot be understood, or a face has an index without a vertex
	 */
	static TriangleMesh read( final Path file, final byte[] bytes ) throws IOException
	{
		final MeshBuilder mesh = new MeshBuilder( file );
		final BufferedReader reader =
				new BufferedReader( new InputStreamReader( new ByteArrayInputStream( bytes ), StandardCharsets.ISO_8859_1 ) );
		int number = 0;
		int[] corners = new int[ 16 ];
		for ( String line = reader.readLine(); line != null; line = reader.readLine() )
		{
			++number;
			final StringTokenizer tokens = new StringTokenizer( line );
			final String word = tokens.hasMoreTokens() ? tokens.nextToken() : "";
			if ( word.equals( "v" ) )
				mesh.addVertex( MeshText.number( file, number, tokens ), MeshText.number( file, number, tokens ),
						MeshText.number( file, number, tokens ) );
			if ( !word.equals( "f" ) )
				continue;
			final int count = tokens.countTokens();
			if ( count > corners.length )
				corners = Arrays.copyOf( corners, count );
			for ( int i = 0; i < count; ++i )
				corners[ i ] = index( file, number, tokens.nextToken(), mesh.vertexCount() );
			mesh.addPolygon( corners, count );
		}
		return mesh.build();
	}

	/** The vertex of a corner such as 3, 3/1/2 or -1: counted from 1, or back from the newest. */
	private static int index( final Path file, final int line, final String corner, final int vertexCount ) throws IOException
	{
		final int slash = corner.indexOf( '/' );
		int index = 0;
		try
		{
			index = Integer.parseInt( slash < 0 ? corner : corner.substring( 0, slash ) );
		}
		catch ( final NumberFormatException e )
		{
			// 0 is answered below.
		}
		if ( index == 0 || index > vertexCount || index < -vertexCount )
			throw new IOException(
					file + ", line " + line + ": the face has the vertex \"" + corner + "\"; expected 1 to " + vertexCount + "." );
		return index > 0 ? index - 1 : vertexCount + index;
	}

	/**
	 * @param mesh
	 *            the surface
	 * @param out
	 *            receives the file
	 * @throws IOException
	 *             if it cannot be written
	 */
	static void write( final TriangleMesh mesh, final OutputStream out ) throws IOException
	{
		final StringBuilder text = new StringBuilder( "# RayWarp, mm, LPS\n" );
		final double[] v = mesh.vertices();
		for ( int i = 0; i < v.length; i += 3 )
			text.append( "v " ).append( v[ i ] ).append( ' ' ).append( v[ i + 1 ] ).append( ' ' ).append( v[ i + 2 ] ).append( '\n' );
		final int[] t = mesh.triangles();
		for ( int i = 0; i < t.length; i += 3 )
			text.append( "f " ).append( t[ i ] + 1 ).append( ' ' ).append( t[ i + 1 ] + 1 ).append( ' ' ).append( t[ i + 2 ] + 1 )
					.append( '\n' );
		out.write( text.toString().getBytes( StandardCharsets.US_ASCII ) );
	}
}
