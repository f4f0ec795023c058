/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads NRRD: .nrrd, or .nhdr with its voxels in another file of the same folder; raw or gzip, of either byte order
 * (teem.sourceforge.net/nrrd/format.html).
 */
final class NrrdReader
{
	private NrrdReader()
	{}

	/**
	 * @param file
	 *            a .nrrd or .nhdr file
	 * @return the volume
	 * @throws IOException
	 *             if the file is damaged or holds something else than one volume
	 */
	static Volume< FloatType > read( final Path file ) throws IOException
	{
		try ( InputStream in = new BufferedInputStream( Files.newInputStream( file ), 1 << 16 ) )
		{
			final TextHeader text = header( file, in );
			final VolumeHeader header = volumeHeader( text );
			final String dataFile = text.textOfAny( "data file", "datafile" );
			if ( dataFile == null )
				return voxels( text, header, in, Files.size( file ) - text.bytes() );
			if ( dataFile.startsWith( "LIST" ) || dataFile.contains( "%" ) )
				throw new IOException( file + ": the field \"data file\" is \"" + dataFile + "\"; expected one file." );
			final Path data = text.sibling( "data file", dataFile );
			try ( InputStream voxels = new BufferedInputStream( Files.newInputStream( data ), 1 << 16 ) )
			{
				return voxels( text, header, voxels, Files.size( data ) );
			}
		}
		catch ( final EOFException e )
		{
			throw new IOException( file + " is truncated: its data end before its voxels begin.", e );
		}
		catch ( final ZipException e )
		{
			throw new IOException( file + " is damaged: its compressed data cannot be read (" + e.getMessage() + ").", e );
		}
	}

	/** An attached header ends with an empty line, a detached one with an empty line or the file. */
	private static TextHeader header( final Path file, final InputStream in ) throws IOException
	{
		final Map< String, String > fields = new HashMap<>();
		final String magic = TextHeader.line( file, in, 0 );
		if ( magic == null || !magic.matches( "NRRD000[1-5]\\s*" ) )
			throw new IOException( file + " does not begin with NRRD0001 to NRRD0005; expected an NRRD header." );
		long bytes = magic.length();
		for ( String line = TextHeader.line( file, in, bytes ); line != null; line = TextHeader.line( file, in, bytes ) )
		{
			bytes += line.length();
			if ( line.isBlank() )
				break;
			final int colon = line.indexOf( ": " );
			final int pair = line.indexOf( ":=" );
			if ( line.startsWith( "#" ) || pair >= 0 && ( colon < 0 || pair < colon ) )
				continue;
			if ( colon < 0 )
				throw new IOException( file + " has the header line \"" + line.substring( 0, Math.min( 60, line.length() ) ).trim()
						+ "\"; expected \"field: value\"." );
			fields.put( line.substring( 0, colon ).trim().toLowerCase( Locale.ROOT ), line.substring( colon + 2 ).trim() );
		}
		return new TextHeader( file, fields, bytes );
	}

	private static VolumeHeader volumeHeader( final TextHeader text ) throws IOException
	{
		final int dimensions = ( int ) text.wholeNumbers( "dimension", 1 )[ 0 ];
		if ( dimensions < 1 || dimensions > 16 )
			throw new IOException( text.file() + ": the field \"dimension\" is " + dimensions + "; expected 1 to 16." );
		final long[] sizes = text.wholeNumbers( "sizes", dimensions );
		final NrrdSpace space = NrrdSpace.of( text, sizes );
		final VoxelType type = type( text );
		final String endian = type.bytes() == 1 ? "little" : text.required( "endian" ).toLowerCase( Locale.ROOT );
		if ( !endian.equals( "little" ) && !endian.equals( "big" ) )
			throw new IOException( text.file() + ": the field \"endian\" is \"" + endian + "\"; expected little or big." );
		return VolumeHeader.of( text.file(), space.sizes(), space.worldFromVoxel(), type,
				endian.equals( "big" ) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN );
	}

	private static VoxelType type( final TextHeader text ) throws IOException
	{
		switch ( text.required( "type" ).toLowerCase( Locale.ROOT ) )
		{
		case "signed char":
		case "int8":
		case "int8_t":
			return VoxelType.INT8;
		case "uchar":
		case "unsigned char":
		case "uint8":
		case "uint8_t":
			return VoxelType.UINT8;
		case "short":
		case "short int":
		case "signed short":
		case "signed short int":
		case "int16":
		case "int16_t":
			return VoxelType.INT16;
		case "ushort":
		case "unsigned short":
		case "unsigned short int":
		case "uint16":
		case "uint16_t":
			return VoxelType.UINT16;
		case "int":
		case "signed int":
		case "int32":
		case "int32_t":
			return VoxelType.INT32;
		case "uint":
		case "unsigned int":
		case "uint32":
		case "uint32_t":
			return VoxelType.UINT32;
		case "longlong":
		case "long long":
		case "long long int":
		case "signed long long":
		case "signed long long int":
		case "int64":
		case "int64_t":
			return VoxelType.INT64;
		case "ulonglong":
		case "unsigned long long":
		case "unsigned long long int":
		case "uint64":
		case "uint64_t":
			return VoxelType.UINT64;
		case "float":
			return VoxelType.FLOAT32;
		case "double":
			return VoxelType.FLOAT64;
		default:
			throw new IOException( text.file() + ": the field \"type\" is \"" + text.required( "type" )
					+ "\"; expected a whole or floating point number of 8 to 64 bits." );
		}
	}

	private static Volume< FloatType > voxels( final TextHeader text, final VolumeHeader header, final InputStream in, final long length )
			throws IOException
	{
		final String encoding = text.required( "encoding" ).toLowerCase( Locale.ROOT );
		final boolean compressed = encoding.equals( "gzip" ) || encoding.equals( "gz" );
		if ( !compressed && !encoding.equals( "raw" ) )
			throw new IOException( text.file() + ": the field \"encoding\" is \"" + encoding + "\"; expected raw or gzip." );
		long left = length;
		for ( long skip = skip( text, "line skip", "lineskip" ); skip > 0; --skip )
			left -= skipLine( text.file(), in );
		final long bytes = skip( text, "byte skip", "byteskip" );
		if ( bytes < -1 || bytes == -1 && compressed )
			throw new IOException(
					text.file() + ": the field \"byte skip\" is " + bytes + "; expected a number, or -1 for raw voxels at the end." );
		if ( compressed )
		{
			header.requireBytes( left, true );
			try ( InputStream inflated = new GZIPInputStream( in, 1 << 16 ) )
			{
				inflated.skipNBytes( bytes );
				return header.read( inflated );
			}
		}
		final long start = bytes < 0 ? Math.max( 0, left - header.bytes() ) : bytes;
		header.requireBytes( left - start, false );
		in.skipNBytes( start );
		return header.read( in );
	}

	private static long skip( final TextHeader text, final String... names ) throws IOException
	{
		final String value = text.textOfAny( names );
		return value == null ? 0 : ( long ) text.numbers( names[ 0 ], value, 1 )[ 0 ];
	}

	private static long skipLine( final Path file, final InputStream in ) throws IOException
	{
		long bytes = 0;
		for ( int b = in.read(); b != '\n'; b = in.read() )
		{
			if ( b < 0 )
				throw new IOException( file + " is truncated: its data end within the lines to be skipped." );
			++bytes;
		}
		return bytes + 1;
	}
}
