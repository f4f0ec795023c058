/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

import org.raywarp.geometry.TriangleMesh;

/**
 * PLY, ascii or binary of either byte order (Turk 1994): {@code x}, {@code y}, {@code z} of the vertices and the
 * {@code vertex_indices} (or {@code vertex_index}) of the faces; polygons become fans of triangles, everything else is
 * passed over.
 */
final class PlyFormat
{
	private final Path file;

	private final byte[] content;

	private final ByteBuffer binary;

	private int position;

	private PlyFormat( final Path file, final byte[] content, final PlyHeader header )
	{
		this.file = file;
		this.content = content;
		this.binary = header.order() == null ? null : ByteBuffer.wrap( content ).order( header.order() );
		this.position = header.bytes();
	}

	/**
	 * @param file
	 *            for errors
	 * @param content
	 *            of the file
	 * @return the surface
	 * @throws IOException
	 *             if it is truncated or damaged
	 */
	static TriangleMesh read( final Path file, final byte[] content ) throws IOException
	{
		final PlyHeader header = PlyHeader.of( file, content );
		final PlyFormat body = new PlyFormat( file, content, header );
		final MeshBuilder mesh = new MeshBuilder( file );
		for ( final PlyHeader.Element e : header.elements() )
		{
			body.requireRoom( e );
			for ( long i = 0; i < e.count(); ++i )
				body.readElement( e, mesh );
		}
		return mesh.build();
	}

	/** Each number takes at least its bytes, or a digit and a blank. */
	private void requireRoom( final PlyHeader.Element e ) throws IOException
	{
		long least = 0;
		for ( final PlyHeader.Property p : e.properties() )
			least += binary == null ? 2 : ( p.length() == null ? p.type() : p.length() ).bytes();
		if ( e.count() > 0 && ( least == 0 || e.count() > ( content.length - position + 1 ) / least ) )
			throw new IOException( file + " is truncated: its header claims " + e.count() + " elements \"" + e.name() + "\", and "
					+ ( content.length - position ) + " bytes are left for them." );
	}

	private void readElement( final PlyHeader.Element e, final MeshBuilder mesh ) throws IOException
	{
		final double[] xyz = { Double.NaN, Double.NaN, Double.NaN };
		for ( final PlyHeader.Property p : e.properties() )
			if ( p.length() != null )
				readList( p, e.name().equals( "face" ) && ( p.name().equals( "vertex_indices" ) || p.name().equals( "vertex_index" ) )
						? mesh : null );
			else
			{
				final double v = number( p.type() );
				final int axis = p.name().length() == 1 ? "xyz".indexOf( p.name() ) : -1;
				if ( axis >= 0 )
					xyz[ axis ] = v;
			}
		if ( e.name().equals( "vertex" ) )
			mesh.addVertex( xyz[ 0 ], xyz[ 1 ], xyz[ 2 ] );
	}

	private void readList( final PlyHeader.Property p, final MeshBuilder mesh ) throws IOException
	{
		final double length = number( p.length() );
		final int left = ( content.length - position + 1 ) / ( binary == null ? 2 : p.type().bytes() );
		if ( !( length >= 0 && length <= left ) )
			throw new IOException(
					file + " is truncated or damaged: a list has the length " + length + ", and at most " + left + " numbers are left." );
		final int[] corners = new int[ ( int ) length ];
		for ( int i = 0; i < corners.length; ++i )
			corners[ i ] = ( int ) number( p.type() );
		if ( mesh != null )
			mesh.addPolygon( corners, corners.length );
	}

	private double number( final VoxelType type ) throws IOException
	{
		if ( binary != null )
		{
			if ( content.length - position < type.bytes() )
				throw truncated();
			position += type.bytes();
			return type.number( binary, position - type.bytes() );
		}
		while ( position < content.length && content[ position ] <= ' ' )
			++position;
		final int from = position;
		while ( position < content.length && content[ position ] > ' ' )
			++position;
		if ( position == from )
			throw truncated();
		final String word = new String( content, from, position - from, StandardCharsets.ISO_8859_1 );
		try
		{
			return Double.parseDouble( word );
		}
		catch ( final NumberFormatException e )
		{
			throw new IOException( file + " has \"" + word + "\" where a number is expected.", e );
		}
	}

	private IOException truncated()
	{
		return new IOException( file + " is truncated: it ends within its elements." );
	}

	/**
	 * Writes a binary little-endian file with coordinates of 64 bits.
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
		out.write( ( "ply\nformat binary_little_endian 1.0\ncomment RayWarp, mm, LPS\nelement vertex " + mesh.vertexCount()
				+ "\nproperty double x\nproperty double y\nproperty double z\nelement face " + mesh.triangleCount()
				+ "\nproperty list uchar int vertex_indices\nend_header\n" ).getBytes( StandardCharsets.US_ASCII ) );
		final ByteBuffer vertex = ByteBuffer.allocate( 24 ).order( ByteOrder.LITTLE_ENDIAN );
		for ( int i = 0; i < mesh.vertices().length; i += 3 )
		{
			vertex.clear();
			Arrays.stream( mesh.vertices(), i, i + 3 ).forEach( vertex::putDouble );
			out.write( vertex.array() );
		}
		final ByteBuffer face = ByteBuffer.allocate( 13 ).order( ByteOrder.LITTLE_ENDIAN );
		for ( int i = 0; i < mesh.triangles().length; i += 3 )
		{
			face.clear();
			face.put( ( byte ) 3 );
			Arrays.stream( mesh.triangles(), i, i + 3 ).forEach( face::putInt );
			out.write( face.array() );
		}
	}
}
