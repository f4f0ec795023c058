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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.StringTokenizer;

import org.raywarp.geometry.TriangleMesh;

/**
 * STL: a list of triangles, binary or text. Vertices with equal coordinates become one; the stored normals are not used,
 * the order of the vertices says what is outside.
 */
final class StlFormat
{
	private static final int HEADER = 84, FACET = 50;

	/** A text names its first facet, or its end, well before. */
	private static final int LOOK_AHEAD = 4096;

	private StlFormat()
	{}

	/**
	 * @param file
	 *            for errors
	 * @param bytes
	 *            its content
	 * @return the surface
	 * @throws IOException
	 *             if it is truncated or damaged
	 */
	static TriangleMesh read( final Path file, final byte[] bytes ) throws IOException
	{
		return isText( bytes ) ? readText( file, bytes ) : readBinary( file, bytes );
	}

	/** Binary files may begin with "solid" too: their length decides, then the words of a text. */
	private static boolean isText( final byte[] bytes )
	{
		if ( bytes.length >= HEADER && HEADER + FACET * facets( bytes ) == bytes.length )
			return false;
		final String start = new String( bytes, 0, Math.min( LOOK_AHEAD, bytes.length ), StandardCharsets.ISO_8859_1 ).trim();
		return start.startsWith( "solid" ) && ( start.contains( "facet" ) || start.contains( "endsolid" ) || bytes.length < HEADER );
	}

	private static long facets( final byte[] bytes )
	{
		return ByteBuffer.wrap( bytes ).order( ByteOrder.LITTLE_ENDIAN ).getInt( HEADER - 4 ) & 0xffffffffL;
	}

	private static TriangleMesh readBinary( final Path file, final byte[] bytes ) throws IOException
	{
		if ( bytes.length < HEADER || HEADER + FACET * facets( bytes ) > bytes.length )
			throw new IOException( file + " is truncated or no STL file: "
					+ ( bytes.length < HEADER ? "its header" : facets( bytes ) + " triangles" )
					+ " would need " + ( bytes.length < HEADER ? HEADER : HEADER + FACET * facets( bytes ) ) + " bytes, " + bytes.length
					+ " are there." );
		final ByteBuffer b = ByteBuffer.wrap( bytes ).order( ByteOrder.LITTLE_ENDIAN );
		final MeshBuilder mesh = new MeshBuilder( file );
		final int[] corners = new int[ 3 ];
		final int n = ( int ) facets( bytes );
		for ( int f = 0; f < n; ++f )
		{
			for ( int c = 0; c < 3; ++c )
			{
				final int at = HEADER + FACET * f + 12 + 12 * c;
				corners[ c ] = mesh.mergeVertex( b.getFloat( at ), b.getFloat( at + 4 ), b.getFloat( at + 8 ) );
			}
			mesh.addPolygon( corners, 3 );
		}
		return mesh.build();
	}

	private static TriangleMesh readText( final Path file, final byte[] bytes ) throws IOException
	{
		final MeshBuilder mesh = new MeshBuilder( file );
		final BufferedReader reader =
				new BufferedReader( new InputStreamReader( new ByteArrayInputStream( bytes ), StandardCharsets.ISO_8859_1 ) );
		final int[] corners = new int[ 3 ];
		int count = 0, number = 0;
		boolean ended = false;
		for ( String line = reader.readLine(); line != null; line = reader.readLine() )
		{
			++number;
			final StringTokenizer tokens = new StringTokenizer( line );
			final String word = tokens.hasMoreTokens() ? tokens.nextToken() : "";
			if ( word.equals( "vertex" ) && count < 3 )
				corners[ count++ ] = vertex( file, mesh, tokens, number );
			else if ( word.equals( "endloop" ) && count == 3 )
			{
				mesh.addPolygon( corners, 3 );
				count = 0;
			}
			else if ( word.equals( "vertex" ) || word.equals( "endloop" ) )
				throw new IOException( file + ", line " + number + ": a facet has " + ( word.equals( "vertex" ) ? "more" : "fewer" )
						+ " than 3 vertices; expected 3." );
			ended = word.equals( "endsolid" ) || ended && word.isEmpty();
		}
		if ( !ended )
			throw new IOException( file + " is truncated: its text does not end with \"endsolid\"." );
		return mesh.build();
	}

	private static int vertex( final Path file, final MeshBuilder mesh, final StringTokenizer tokens, final int number ) throws IOException
	{
		final double[] v = new double[ 3 ];
		for ( int d = 0; d < 3; ++d )
			v[ d ] = MeshText.number( file, number, tokens );
		return mesh.mergeVertex( v[ 0 ], v[ 1 ], v[ 2 ] );
	}

	/**
	 * Writes a binary file, its coordinates rounded to 32 bits.
	 *
	 * @param mesh
	 *            the surface
	 * @param out
	 *            receives the file
	 * @throws IOException
	 *             if it cannot be written
	 */
	static void write( final TriangleMesh mesh, final OutputStream out ) throws IOException
	{
		final ByteBuffer header = ByteBuffer.allocate( HEADER ).order( ByteOrder.LITTLE_ENDIAN );
		header.put( "RayWarp, mm, LPS".getBytes( StandardCharsets.US_ASCII ) ).putInt( HEADER - 4, mesh.triangleCount() );
		out.write( header.array() );
		final double[] v = mesh.vertices();
		for ( int t = 0; t < mesh.triangleCount(); ++t )
		{
			final int a = 3 * mesh.triangles()[ 3 * t ], b = 3 * mesh.triangles()[ 3 * t + 1 ], c = 3 * mesh.triangles()[ 3 * t + 2 ];
			final double[] n = new double[ 3 ];
			for ( int d = 0; d < 3; ++d )
			{
				final int e = ( d + 1 ) % 3, f = ( d + 2 ) % 3;
				n[ d ] = ( v[ b + e ] - v[ a + e ] ) * ( v[ c + f ] - v[ a + f ] )
						- ( v[ b + f ] - v[ a + f ] ) * ( v[ c + e ] - v[ a + e ] );
			}
			final double length = Math.max( Double.MIN_NORMAL, Math.sqrt( n[ 0 ] * n[ 0 ] + n[ 1 ] * n[ 1 ] + n[ 2 ] * n[ 2 ] ) );
			final ByteBuffer facet = ByteBuffer.allocate( FACET ).order( ByteOrder.LITTLE_ENDIAN );
			for ( int d = 0; d < 3; ++d )
				facet.putFloat( ( float ) ( n[ d ] / length ) );
			for ( final int corner : new int[] { a, b, c } )
				for ( int d = 0; d < 3; ++d )
					facet.putFloat( ( float ) v[ corner + d ] );
			out.write( facet.array() );
		}
	}
}
