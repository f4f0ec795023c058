/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Scans the data elements of an uncompressed DICOM file up to its pixels (DICOM PS3.5, chapter 7, and PS3.10): implicit
 * or explicit value representations, of either byte order. Sequences are passed over.
 */
final class DicomElements
{
	static final int TRANSFER_SYNTAX = 0x00020010, PIXEL_DATA = 0x7fe00010;

	private static final String DEFLATED = "1.2.840.10008.1.2.1.99";

	private static final int ITEM = 0xfffee000, ITEM_END = 0xfffee00d, SEQUENCE_END = 0xfffee0dd;

	private static final long UNDEFINED = 0xffffffffL;

	/** The value representations whose explicit length has 32 bits. */
	private static final Set< String > LONG_FORMS = new HashSet<>(
			Arrays.asList( "OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV" ) );

	/** Longer texts are no numbers, names or identifiers. */
	private static final int MAX_VALUE = 1 << 10;

	private static final int MAX_DEPTH = 32;

	private final Path file;

	private final InputStream in;

	private final long length;

	private final Map< Integer, byte[] > values = new TreeMap<>();

	private long position, available;

	private boolean explicit = true;

	private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

	private final boolean withPixels;

	private DicomElements( final Path file, final InputStream in, final long length, final boolean withPixels )
	{
		this.withPixels = withPixels;
		this.file = file;
		this.in = in;
		this.length = length;
	}

	/**
	 * @param file
	 *            for errors
	 * @param in
	 *            at the beginning of the file, with {@code mark} supported; left at the first pixel
	 * @param length
	 *            of the file
	 * @return the elements of the outermost level, and where the pixels are
	 * @throws IOException
	 *             if the file is compressed, damaged or has no pixels
	 */
	static DicomElements scan( final Path file, final InputStream in, final long length ) throws IOException
	{
		return scan( new DicomElements( file, in, length, true ) );
	}

	/**
	 * Scans the elements before the pixels, which may be compressed.
	 *
	 * @param file
	 *            for errors
	 * @param in
	 *            at the beginning of the file, with {@code mark} supported
	 * @param length
	 *            of the file
	 * @return the elements of the outermost level
	 * @throws IOException
	 *             if the elements themselves are compressed, or the file is damaged or has no pixels
	 */
	static DicomElements scanHeader( final Path file, final InputStream in, final long length ) throws IOException
	{
		return scan( new DicomElements( file, in, length, false ) );
	}

	private static DicomElements scan( final DicomElements elements ) throws IOException
	{
		try
		{
			elements.scan();
		}
		catch ( final EOFException e )
		{
			throw new IOException( elements.file + " is truncated or no DICOM image: no pixel data (7FE0,0010) are in its "
					+ elements.length + " bytes.", e );
		}
		return elements;
	}

	private void scan() throws IOException
	{
		in.mark( 132 );
		final byte[] preamble = in.readNBytes( 132 );
		in.reset();
		if ( preamble.length == 132 && new String( preamble, 128, 4, StandardCharsets.US_ASCII ).equals( "DICM" ) )
			skip( 132 );
		else
			explicit = preamble.length > 5 && Character.isUpperCase( preamble[ 4 ] ) && Character.isUpperCase( preamble[ 5 ] );
		boolean meta = true;
		while ( true )
		{
			if ( meta && !nextIsMeta() )
			{
				meta = false;
				chooseSyntax();
			}
			final int tag = tag();
			final String form = explicit ? form() : "";
			final long bytes = bytes( form );
			if ( tag == PIXEL_DATA )
			{
				if ( bytes == UNDEFINED && withPixels )
					throw compressed( text( TRANSFER_SYNTAX ) );
				available = Math.min( bytes, length - position );
				return;
			}
			if ( bytes == UNDEFINED )
				skipSequence( form.equals( "UN" ), 0 );
			else if ( bytes <= MAX_VALUE )
				values.put( tag, take( ( int ) bytes ) );
			else
				skip( bytes );
		}
	}

	private boolean nextIsMeta() throws IOException
	{
		in.mark( 2 );
		final boolean meta = in.read() == 2 && in.read() == 0;
		in.reset();
		return meta;
	}

	private void chooseSyntax() throws IOException
	{
		final String syntax = text( TRANSFER_SYNTAX );
		if ( syntax == null )
			return;
		switch ( syntax )
		{
		case "1.2.840.10008.1.2":
			explicit = false;
			return;
		case "1.2.840.10008.1.2.1":
			return;
		case "1.2.840.10008.1.2.2":
			order = ByteOrder.BIG_ENDIAN;
			return;
		default:
			// All but the deflated one have explicit elements, little endian, before their pixels (PS3.5, A.4).
			if ( withPixels || syntax.equals( DEFLATED ) )
				throw compressed( syntax );
		}
	}

	private IOException compressed( final String syntax )
	{
		return new IOException( file + " is compressed (transfer syntax " + syntax + "); expected an uncompressed DICOM file." );
	}

	/** Passes over the items of a sequence of undefined length, down to its delimiter. */
	private void skipSequence( final boolean implicitInside, final int depth ) throws IOException
	{
		if ( depth > MAX_DEPTH )
			throw new IOException( file + " nests its DICOM sequences deeper than " + MAX_DEPTH + "; it is damaged." );
		final boolean outside = explicit;
		explicit = outside && !implicitInside;
		for ( int tag = tag(); tag != SEQUENCE_END; tag = tag() )
		{
			final long bytes = number( 4 );
			if ( tag != ITEM )
				throw new IOException(
						file + " has the element " + name( tag ) + " within a DICOM sequence; expected an item (FFFE,E000)." );
			if ( bytes == UNDEFINED )
				skipItem( depth );
			else
				skip( bytes );
		}
		number( 4 );
		explicit = outside;
	}

	private void skipItem( final int depth ) throws IOException
	{
		for ( int tag = tag(); tag != ITEM_END; tag = tag() )
		{
			final String form = explicit ? form() : "";
			final long bytes = bytes( form );
			if ( bytes == UNDEFINED )
				skipSequence( form.equals( "UN" ), depth + 1 );
			else
				skip( bytes );
		}
		number( 4 );
	}

	private int tag() throws IOException
	{
		final int group = ( int ) number( 2 );
		return group << 16 | ( int ) number( 2 );
	}

	private String form() throws IOException
	{
		return new String( take( 2 ), StandardCharsets.US_ASCII );
	}

	private long bytes( final String form ) throws IOException
	{
		if ( form.isEmpty() )
			return number( 4 );
		if ( !LONG_FORMS.contains( form ) )
			return number( 2 );
		number( 2 );
		return number( 4 );
	}

	private long number( final int bytes ) throws IOException
	{
		return number( take( bytes ) );
	}

	private long number( final byte[] bytes )
	{
		long n = 0;
		for ( int i = 0; i < bytes.length; ++i )
			n = n << 8 | bytes[ order == ByteOrder.BIG_ENDIAN ? i : bytes.length - 1 - i ] & 0xff;
		return n;
	}

	private byte[] take( final int bytes ) throws IOException
	{
		final byte[] taken = in.readNBytes( bytes );
		position += taken.length;
		if ( taken.length < bytes )
			throw new EOFException();
		return taken;
	}

	private void skip( final long bytes ) throws IOException
	{
		if ( bytes > length - position )
			throw new EOFException();
		in.skipNBytes( bytes );
		position += bytes;
	}

	/**
	 * @return how many bytes of pixels are there
	 */
	long available()
	{
		return available;
	}

	/**
	 * @return the order of the bytes of the pixels
	 */
	ByteOrder order()
	{
		return order;
	}

	/**
	 * @param tag
	 *            group and element
	 * @return its value as text without padding, or null
	 */
	String text( final int tag )
	{
		final byte[] value = values.get( tag );
		return value == null ? null : new String( value, StandardCharsets.ISO_8859_1 ).replace( '\0', ' ' ).trim();
	}

	/**
	 * @param tag
	 *            group and element
	 * @param missing
	 *            returned where there is no such element
	 * @return its value as a whole number of 16 bits
	 */
	int whole( final int tag, final int missing )
	{
		final byte[] value = values.get( tag );
		return value == null || value.length < 2 ? missing : ( int ) number( Arrays.copyOf( value, 2 ) );
	}

	/**
	 * @param tag
	 *            group and element
	 * @param count
	 *            how many numbers are expected
	 * @return its decimal numbers, or null where there is no such element
	 * @throws IOException
	 *             if there are others
	 */
	double[] decimals( final int tag, final int count ) throws IOException
	{
		final String text = text( tag );
		if ( text == null || text.isEmpty() )
			return null;
		try
		{
			final double[] numbers = Arrays.stream( text.split( "\\\\" ) ).mapToDouble( s -> Double.parseDouble( s.trim() ) ).toArray();
			if ( numbers.length == count && Arrays.stream( numbers ).allMatch( Double::isFinite ) )
				return numbers;
		}
		catch ( final NumberFormatException e )
		{
			// Answered below, together with a wrong count.
		}
		throw new IOException(
				file + " has the DICOM element " + name( tag ) + " \"" + text + "\"; expected " + count + " finite numbers." );
	}

	private static String name( final int tag )
	{
		return String.format( "(%04X,%04X)", tag >>> 16, tag & 0xffff );
	}
}
