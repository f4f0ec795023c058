/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes small DICOM files: one slice of 4 x 3 signed pixels of 16 bits, of which any element can be changed.
 */
final class DicomFixture
{
	static final String IMPLICIT = "1.2.840.10008.1.2", EXPLICIT = "1.2.840.10008.1.2.1", BIG = "1.2.840.10008.1.2.2";

	final Map< Integer, Object > elements = new TreeMap<>();

	short[] pixels = new short[ 12 ];

	boolean preamble = true;

	DicomFixture( final double... position )
	{
		elements.put( 0x00080060, "CS:CT" );
		elements.put( 0x0020000e, "UI:1.2.3" );
		elements.put( 0x00200032, "DS:" + position[ 0 ] + "\\" + position[ 1 ] + "\\" + position[ 2 ] );
		elements.put( 0x00200037, "DS:1\\0\\0\\0\\1\\0" );
		elements.put( 0x00280002, 1 );
		elements.put( 0x00280004, "CS:MONOCHROME2" );
		elements.put( 0x00280010, 3 );
		elements.put( 0x00280011, 4 );
		elements.put( 0x00280030, "DS:0.5\\0.25" );
		elements.put( 0x00280100, 16 );
		elements.put( 0x00280101, 16 );
		elements.put( 0x00280102, 15 );
		elements.put( 0x00280103, 1 );
		elements.put( 0x00281052, "DS:-1024" );
		elements.put( 0x00281053, "DS:1" );
		for ( int i = 0; i < 12; ++i )
			pixels[ i ] = ( short ) ( 100 * i - 300 );
	}

	DicomFixture with( final int tag, final Object value )
	{
		if ( value == null )
			elements.remove( tag );
		else
			elements.put( tag, value );
		return this;
	}

	byte[] bytes( final String syntax )
	{
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		if ( preamble )
		{
			out.writeBytes( new byte[ 128 ] );
			out.writeBytes( "DICM".getBytes( StandardCharsets.US_ASCII ) );
			final byte[] uid = padded( syntax, '\0' );
			write( out, 0x00020000, "UL", ByteBuffer.allocate( 4 ).order( ByteOrder.LITTLE_ENDIAN ).putInt( 8 + uid.length ).array(), true,
					ByteOrder.LITTLE_ENDIAN );
			write( out, 0x00020010, "UI", uid, true, ByteOrder.LITTLE_ENDIAN );
		}
		final boolean explicit = !syntax.equals( IMPLICIT );
		final ByteOrder order = syntax.equals( BIG ) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		elements.forEach( ( tag, value ) -> {
			if ( tag == 0x00081140 )
				writeSequence( out, tag, explicit, order );
			else if ( value instanceof Integer number )
				write( out, tag, "US", ByteBuffer.allocate( 2 ).order( order ).putShort( number.shortValue() ).array(), explicit, order );
			else
				write( out, tag, value.toString().substring( 0, 2 ), padded( value.toString().substring( 3 ), ' ' ), explicit, order );
		} );
		final ByteBuffer data = ByteBuffer.allocate( 2 * pixels.length ).order( order );
		for ( final short p : pixels )
			data.putShort( p );
		write( out, 0x7fe00010, "OW", data.array(), explicit, order );
		return out.toByteArray();
	}

	/** A sequence of undefined length with one item of undefined length that holds another one of defined length. */
	private static void writeSequence( final ByteArrayOutputStream out, final int tag, final boolean explicit, final ByteOrder order )
	{
		final ByteBuffer b = ByteBuffer.allocate( 256 ).order( order );
		putTag( b, tag );
		if ( explicit )
			b.put( "SQ".getBytes() ).putShort( ( short ) 0 );
		b.putInt( -1 );
		putTag( b, 0xfffee000 );
		b.putInt( -1 );
		putTag( b, 0x00280010 );
		if ( explicit )
			b.put( "US".getBytes() ).putShort( ( short ) 2 );
		else
			b.putInt( 2 );
		b.putShort( ( short ) 999 );
		putTag( b, 0xfffee00d );
		b.putInt( 0 );
		putTag( b, 0xfffee000 );
		b.putInt( 4 ).putInt( 12345 );
		putTag( b, 0xfffee0dd );
		b.putInt( 0 );
		out.write( b.array(), 0, b.position() );
	}

	private static void putTag( final ByteBuffer b, final int tag )
	{
		b.putShort( ( short ) ( tag >>> 16 ) ).putShort( ( short ) tag );
	}

	private static byte[] padded( final String text, final char padding )
	{
		return ( text.length() % 2 == 0 ? text : text + padding ).getBytes( StandardCharsets.US_ASCII );
	}

	private static void write( final ByteArrayOutputStream out, final int tag, final String form, final byte[] value,
			final boolean explicit,
			final ByteOrder order )
	{
		final ByteBuffer b = ByteBuffer.allocate( 12 + value.length ).order( order );
		putTag( b, tag );
		if ( !explicit )
			b.putInt( value.length );
		else if ( form.equals( "OW" ) )
			b.put( form.getBytes() ).putShort( ( short ) 0 ).putInt( value.length );
		else
			b.put( form.getBytes() ).putShort( ( short ) value.length );
		b.put( value );
		out.write( b.array(), 0, b.position() );
	}
}
