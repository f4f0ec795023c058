/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

import org.raywarp.geometry.TriangleMesh;

/**
 * Reads and writes triangle surfaces, whatever their format. Coordinates are taken as they are: mm, LPS.
 */
public final class MeshFiles
{
	/** Ten million triangles of a text STL; bounds what a gzipped file can grow to. */
	private static final int MAX_BYTES = 1 << 30;

	private MeshFiles()
	{}

	/**
	 * @param file
	 *            STL (binary or text), PLY (ascii or binary) or OBJ by its extension, perhaps gzipped with .gz behind it
	 * @return the surface; equal vertices of an STL are one; vertices without a triangle, and triangles with a vertex
	 *         twice, are dropped; polygons are cut into triangles
	 * @throws IOException
	 *             if the file is none of these, damaged, or has no triangle
	 */
	public static TriangleMesh read( final Path file ) throws IOException
	{
		if ( !Files.isRegularFile( file ) )
			throw new IOException( file + ( Files.exists( file ) ? " is not a file" : " does not exist" )
					+ "; expected a surface file (.stl, .ply, .obj)." );
		final String extension = extension( file );
		final byte[] content = content( file );
		switch ( extension )
		{
		case "stl":
			return StlFormat.read( file, content );
		case "ply":
			return PlyFormat.read( file, content );
		default:
			return ObjFormat.read( file, content );
		}
	}

	/**
	 * @param mesh
	 *            the surface
	 * @param file
	 *            .stl (binary, 32-bit coordinates), .ply (binary, 64-bit coordinates) or .obj, each perhaps with .gz;
	 *            written beside its place first, then moved there
	 * @throws IOException
	 *             if the extension is none of these, or the file cannot be written
	 */
	public static void write( final TriangleMesh mesh, final Path file ) throws IOException
	{
		final String extension = extension( file );
		WholeFile.write( file, temporary -> {
			try ( OutputStream raw = new BufferedOutputStream( Files.newOutputStream( temporary ), 1 << 16 );
					OutputStream out = isGzip( file ) ? new GZIPOutputStream( raw, 1 << 16 ) : raw )
			{
				if ( extension.equals( "stl" ) )
					StlFormat.write( mesh, out );
				else if ( extension.equals( "ply" ) )
					PlyFormat.write( mesh, out );
				else
					ObjFormat.write( mesh, out );
			}
		} );
	}

	/**
	 * @param file
	 *            any path
	 * @return whether its name is that of a surface file
	 */
	public static boolean recognizes( final Path file )
	{
		return file.getFileName().toString().toLowerCase( Locale.ROOT ).matches( ".*\\.(stl|ply|obj)(\\.gz)?" );
	}

	private static boolean isGzip( final Path file )
	{
		return file.getFileName().toString().toLowerCase( Locale.ROOT ).endsWith( ".gz" );
	}

	private static String extension( final Path file ) throws IOException
	{
		if ( !recognizes( file ) )
			throw new IOException( file + " has no extension of a surface file; expected .stl, .ply or .obj, perhaps with .gz." );
		final String name = file.getFileName().toString().toLowerCase( Locale.ROOT ).replaceFirst( "\\.gz$", "" );
		return name.substring( name.length() - 3 );
	}

	private static byte[] content( final Path file ) throws IOException
	{
		try ( InputStream raw = new BufferedInputStream( Files.newInputStream( file ), 1 << 16 );
				InputStream in = isGzip( file ) ? new GZIPInputStream( raw, 1 << 16 ) : raw )
		{
			final byte[] content = Files.size( file ) > MAX_BYTES ? null : in.readNBytes( MAX_BYTES + 1 );
			if ( content == null || content.length > MAX_BYTES )
				throw new IOException( file + " has more than " + MAX_BYTES + " bytes; expected a smaller surface." );
			return content;
		}
		catch ( final EOFException e )
		{
			throw new IOException( file + " is truncated: its compressed data end too early.", e );
		}
		catch ( final ZipException e )
		{
			throw new IOException( file + " is damaged: its compressed data cannot be read (" + e.getMessage() + ").", e );
		}
	}
}
