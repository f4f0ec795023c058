/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The header of a PLY file (Turk 1994).
 *
 * @param order
 *            of the bytes of a binary body, null for an ascii body
 * @param elements
 *            in the order of the body
 * @param bytes
 *            length of the header
 */
record PlyHeader( ByteOrder order, List< Element > elements, int bytes )
{
	/**
	 * @param name
	 *            such as {@code vertex}
	 * @param count
	 *            how many there are
	 * @param properties
	 *            of each
	 */
	record Element( String name, long count, List< Property > properties )
	{}

	/**
	 * @param name
	 *            such as {@code x}
	 * @param type
	 *            of the number, or of the numbers in the list
	 * @param length
	 *            type of the length of a list; null for a single number
	 */
	record Property( String name, VoxelType type, VoxelType length )
	{}

	private static final int MAX_BYTES = 1 << 20;

	/**
	 * @param file
	 *            for errors
	 * @param content
	 *            of the file
	 * @return its header
	 * @throws IOException
	 *             if it cannot be understood
	 */
	static PlyHeader of( final Path file, final byte[] content ) throws IOException
	{
		final String text = new String( content, 0, Math.min( content.length, MAX_BYTES ), StandardCharsets.ISO_8859_1 );
		final List< Element > elements = new ArrayList<>();
		ByteOrder order = null;
		boolean format = false;
		int at = 0;
		while ( true )
		{
			final int end = text.indexOf( '\n', at );
			if ( end < 0 || at == 0 && !text.substring( 0, end ).trim().equals( "ply" ) )
				throw new IOException( file + " is truncated or no PLY file: expected a header from \"ply\" to \"end_header\"." );
			final String line = text.substring( at, end ).trim();
			final String[] words = line.split( "\\s+" );
			at = end + 1;
			if ( words[ 0 ].equals( "end_header" ) )
				break;
			else if ( words[ 0 ].equals( "format" ) && words.length > 1 )
			{
				order = order( file, words[ 1 ] );
				format = true;
			}
			else if ( words[ 0 ].equals( "element" ) )
				elements.add( element( file, line, words ) );
			else if ( words[ 0 ].equals( "property" ) )
				addProperty( file, line, words, elements );
		}
		if ( !format )
			throw new IOException( file + " has no \"format\" in its PLY header." );
		return new PlyHeader( order, elements, at );
	}

	private static ByteOrder order( final Path file, final String format ) throws IOException
	{
		switch ( format )
		{
		case "ascii":
			return null;
		case "binary_little_endian":
			return ByteOrder.LITTLE_ENDIAN;
		case "binary_big_endian":
			return ByteOrder.BIG_ENDIAN;
		default:
			throw new IOException(
					file + " has the PLY format \"" + format + "\"; expected ascii, binary_little_endian or binary_big_endian." );
		}
	}

	private static Element element( final Path file, final String line, final String[] words ) throws IOException
	{
		if ( words.length != 3 || !words[ 2 ].matches( "\\d{1,18}" ) )
			throw new IOException( file + " has the header line \"" + line + "\"; expected \"element name count\"." );
		return new Element( words[ 1 ], Long.parseLong( words[ 2 ] ), new ArrayList<>() );
	}

	private static void addProperty( final Path file, final String line, final String[] words, final List< Element > elements )
			throws IOException
	{
		final boolean list = words.length == 5 && words[ 1 ].equals( "list" );
		final VoxelType type = type( words[ list ? 3 : Math.min( 1, words.length - 1 ) ] ), length = list ? type( words[ 2 ] ) : null;
		if ( elements.isEmpty() || words.length != ( list ? 5 : 3 ) || type == null
				|| list && ( length == null || length == VoxelType.FLOAT32 || length == VoxelType.FLOAT64 ) )
			throw new IOException(
					file + " has the header line \"" + line + "\"; expected \"property type name\" or \"property list type type name\"." );
		elements.get( elements.size() - 1 ).properties().add( new Property( words[ words.length - 1 ], type, length ) );
	}

	private static VoxelType type( final String name )
	{
		switch ( name.toLowerCase( Locale.ROOT ) )
		{
		case "char":
		case "int8":
			return VoxelType.INT8;
		case "uchar":
		case "uint8":
			return VoxelType.UINT8;
		case "short":
		case "int16":
			return VoxelType.INT16;
		case "ushort":
		case "uint16":
			return VoxelType.UINT16;
		case "int":
		case "int32":
			return VoxelType.INT32;
		case "uint":
		case "uint32":
			return VoxelType.UINT32;
		case "float":
		case "float32":
			return VoxelType.FLOAT32;
		case "double":
		case "float64":
			return VoxelType.FLOAT64;
		default:
			return null;
		}
	}
}
