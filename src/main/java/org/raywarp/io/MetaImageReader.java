/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.InflaterInputStream;

import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads MetaImage: .mha, or .mhd with its voxels in another file of the same folder; raw or zlib, of either byte order
 * (itk.org/Wiki/MetaIO/Documentation). Its world is LPS already: column d of the map is row d of TransformMatrix times
 * the spacing. Where there is no TransformMatrix, the directions come from AnatomicalOrientation, whose letters say
 * where each axis begins (RAI is the identity).
 */
final class MetaImageReader
{
	private MetaImageReader()
	{}

	/**
	 * @param file
	 *            a .mha or .mhd file
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
			final String dataFile = text.required( "ElementDataFile" );
			if ( dataFile.equals( "LOCAL" ) )
				return voxels( text, header, in, Files.size( file ) - text.bytes() );
			if ( dataFile.startsWith( "LIST" ) || dataFile.contains( "%" ) )
				throw new IOException( file + ": the field \"ElementDataFile\" is \"" + dataFile + "\"; expected LOCAL or one file." );
			final Path data = text.sibling( "ElementDataFile", dataFile );
			try ( InputStream voxels = new BufferedInputStream( Files.newInputStream( data ), 1 << 16 ) )
			{
				return voxels( text, header, voxels, Files.size( data ) );
			}
		}
	}

	private static TextHeader header( final Path file, final InputStream in ) throws IOException
	{
		final Map< String, String > fields = new HashMap<>();
		long bytes = 0;
		while ( !fields.containsKey( "elementdatafile" ) )
		{
			final String line = TextHeader.line( file, in, bytes );
			if ( line == null )
				throw new IOException( file + " has no field \"ElementDataFile\" in its header; it is truncated or no MetaImage." );
			bytes += line.length();
			final int equals = line.indexOf( '=' );
			if ( equals < 0 && !line.isBlank() )
				throw new IOException( file + " has the header line \"" + printable( line ) + "\"; expected \"name = value\"." );
			if ( equals >= 0 )
				fields.put( line.substring( 0, equals ).trim().toLowerCase( Locale.ROOT ), line.substring( equals + 1 ).trim() );
		}
		return new TextHeader( file, fields, bytes );
	}

	private static String printable( final String line )
	{
		return new String( line.substring( 0, Math.min( 60, line.length() ) ).trim().getBytes( StandardCharsets.ISO_8859_1 ),
				StandardCharsets.US_ASCII );
	}

	private static VolumeHeader volumeHeader( final TextHeader text ) throws IOException
	{
		final int dimensions = ( int ) text.wholeNumbers( "NDims", 1 )[ 0 ];
		if ( dimensions < 2 || dimensions > 4 )
			throw new IOException( text.file() + " has \"NDims\" " + dimensions + "; expected 2, 3, or 4 with a last size of 1." );
		require( text, "ObjectType", "Image" );
		require( text, "ElementNumberOfChannels", "1" );
		require( text, "BinaryData", "True" );
		final boolean big = isTrue( text, "BinaryDataByteOrderMSB" ) || isTrue( text, "ElementByteOrderMSB" );
		final double slope = number( text, "ElementToIntensityFunctionSlope", 1 );
		return VolumeHeader.of( text.file(), text.wholeNumbers( "DimSize", dimensions ), worldFromVoxel( text, dimensions ), type( text ),
				big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN )
				.scaled( slope, number( text, "ElementToIntensityFunctionOffset", 0 ) );
	}

	private static void require( final TextHeader text, final String name, final String value ) throws IOException
	{
		if ( text.text( name ) != null && !text.text( name ).equalsIgnoreCase( value ) )
			throw new IOException( text.file() + ": the field \"" + name + "\" is \"" + text.text( name ) + "\"; expected " + value + "." );
	}

	private static boolean isTrue( final TextHeader text, final String name )
	{
		return "true".equalsIgnoreCase( text.text( name ) ) || "1".equals( text.text( name ) );
	}

	private static double number( final TextHeader text, final String name, final double missing ) throws IOException
	{
		return text.text( name ) == null ? missing : text.numbers( name, text.text( name ), 1 )[ 0 ];
	}

	private static VoxelType type( final TextHeader text ) throws IOException
	{
		switch ( text.required( "ElementType" ).toUpperCase( Locale.ROOT ) )
		{
		case "MET_CHAR":
			return VoxelType.INT8;
		case "MET_UCHAR":
			return VoxelType.UINT8;
		case "MET_SHORT":
			return VoxelType.INT16;
		case "MET_USHORT":
			return VoxelType.UINT16;
		case "MET_INT":
		case "MET_LONG":
			return VoxelType.INT32;
		case "MET_UINT":
		case "MET_ULONG":
			return VoxelType.UINT32;
		case "MET_LONG_LONG":
			return VoxelType.INT64;
		case "MET_ULONG_LONG":
			return VoxelType.UINT64;
		case "MET_FLOAT":
			return VoxelType.FLOAT32;
		case "MET_DOUBLE":
			return VoxelType.FLOAT64;
		default:
			throw new IOException( text.file() + ": the field \"ElementType\" is \"" + text.required( "ElementType" )
					+ "\"; expected MET_CHAR to MET_ULONG_LONG, MET_FLOAT or MET_DOUBLE." );
		}
	}

	private static double[] worldFromVoxel( final TextHeader text, final int dimensions ) throws IOException
	{
		final String spacing = text.textOfAny( "ElementSpacing", "ElementSize" );
		final String origin = text.textOfAny( "Offset", "Position", "Origin" );
		final String matrix = text.textOfAny( "TransformMatrix", "Rotation", "Orientation" );
		final double[] m = { 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 };
		final double[] s = spacing == null ? null : text.numbers( "ElementSpacing", spacing, dimensions );
		if ( s != null && Arrays.stream( s ).anyMatch( v -> !( v > 0 ) ) )
			throw new IOException( text.file() + ": the field \"ElementSpacing\" is \"" + spacing + "\"; expected numbers above 0." );
		final double[] o = origin == null ? null : text.numbers( "Offset", origin, dimensions );
		final double[] directions =
				matrix == null ? orientation( text, dimensions ) : text.numbers( "TransformMatrix", matrix, dimensions * dimensions );
		final int n = Math.min( 3, dimensions );
		for ( int r = 0; r < n; ++r )
		{
			for ( int d = 0; d < n; ++d )
				m[ 4 * r + d ] = ( directions == null ? r == d ? 1 : 0 : directions[ dimensions * d + r ] ) * ( s == null ? 1 : s[ d ] );
			m[ 4 * r + 3 ] = o == null ? 0 : o[ r ];
		}
		return m;
	}

	/** Three letters such as RAI, or null where the file does not say. */
	private static double[] orientation( final TextHeader text, final int dimensions ) throws IOException
	{
		final String letters = text.text( "AnatomicalOrientation" );
		if ( dimensions != 3 || letters == null || letters.contains( "?" ) )
			return null;
		final double[] directions = new double[ 9 ];
		int seen = 0;
		for ( int d = 0; d < 3 && letters.length() == 3; ++d )
		{
			final int from = "RAILPS".indexOf( Character.toUpperCase( letters.charAt( d ) ) );
			if ( from < 0 )
				break;
			directions[ 3 * d + from % 3 ] = from < 3 ? 1 : -1;
			seen |= 1 << from % 3;
		}
		if ( seen != 7 )
			throw new IOException( text.file() + ": the field \"AnatomicalOrientation\" is \"" + letters
					+ "\"; expected one letter each of R or L, A or P, I or S." );
		return directions;
	}

	private static Volume< FloatType > voxels( final TextHeader text, final VolumeHeader header, final InputStream in, final long length )
			throws IOException
	{
		final boolean compressed = isTrue( text, "CompressedData" );
		final long skip = ( long ) number( text, "HeaderSize", 0 );
		final boolean toEnd = skip == -1 && !compressed && !text.required( "ElementDataFile" ).equals( "LOCAL" );
		if ( skip < 0 && !toEnd )
			throw new IOException( text.file() + ": the field \"HeaderSize\" is " + skip
					+ "; expected a size, or -1 for raw voxels at the end of another file." );
		final long start = toEnd ? Math.max( 0, length - header.bytes() ) : skip;
		header.requireBytes( length - start, compressed );
		in.skipNBytes( start );
		if ( !compressed )
			return header.read( in );
		try ( InputStream inflated = new InflaterInputStream( in ) )
		{
			return header.read( inflated );
		}
	}
}
