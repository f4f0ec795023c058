/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;

/**
 * Writes a black X-ray angiographic image with the position of a C-arm (DICOM PS3.3, A.14; explicit value representations,
 * little endian).
 */
final class DicomXaWriter
{
	private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.12.1", EXPLICIT = "1.2.840.10008.1.2.1";

	/** The longest decimal string (PS3.5, table 6.2-1). */
	private static final int DECIMAL = 16;

	private DicomXaWriter()
	{}

	/**
	 * @param arm
	 *            the position
	 * @param file
	 *            written as it is
	 * @throws IOException
	 *             if it cannot be written
	 */
	static void write( final ConeBeamGeometry arm, final Path file ) throws IOException
	{
		final Detector d = arm.detector();
		final String image = uid(), series = uid(), study = uid();
		final ByteArrayOutputStream meta = new ByteArrayOutputStream(), out = new ByteArrayOutputStream();
		meta.write( bytes( 0x0002, 0x0001 ) );
		meta.write( "OB\0\0\2\0\0\0\0\1".getBytes( StandardCharsets.ISO_8859_1 ) );
		text( meta, 0x00020002, "UI", STORAGE );
		text( meta, 0x00020003, "UI", image );
		text( meta, 0x00020010, "UI", EXPLICIT );
		text( meta, 0x00020012, "UI", "2.25.1" );
		text( out, 0x00080008, "CS", "DERIVED\\SECONDARY\\SINGLE PLANE" );
		text( out, 0x00080016, "UI", STORAGE );
		text( out, 0x00080018, "UI", image );
		text( out, 0x00080060, "CS", "XA" );
		text( out, 0x00100010, "PN", "" );
		text( out, DicomXaGeometry.TO_DETECTOR, "DS", decimal( arm.sourceToDetector() ) );
		text( out, DicomXaGeometry.TO_PATIENT, "DS", decimal( arm.sourceToIsocenter() ) );
		text( out, DicomXaGeometry.IMAGER_SPACING, "DS", decimal( d.pixelSpacingY() ) + "\\" + decimal( d.pixelSpacingX() ) );
		text( out, DicomXaGeometry.MOTION, "CS", "STATIC" );
		text( out, DicomXaGeometry.PRIMARY, "DS", decimal( arm.angulation().primaryAngle() ) );
		text( out, DicomXaGeometry.SECONDARY, "DS", decimal( arm.angulation().secondaryAngle() ) );
		text( out, 0x0020000d, "UI", study );
		text( out, 0x0020000e, "UI", series );
		whole( out, 0x00280002, 1 );
		text( out, 0x00280004, "CS", "MONOCHROME2" );
		whole( out, DicomXaGeometry.ROWS, d.rows() );
		whole( out, DicomXaGeometry.COLUMNS, d.columns() );
		whole( out, 0x00280100, 8 );
		whole( out, 0x00280101, 8 );
		whole( out, 0x00280102, 7 );
		whole( out, 0x00280103, 0 );
		final int pixels = d.rows() * d.columns(), even = pixels + pixels % 2;
		out.write( bytes( 0x7fe0, 0x0010 ) );
		out.write( "OB\0\0".getBytes( StandardCharsets.ISO_8859_1 ) );
		out.write( ByteBuffer.allocate( 4 ).order( ByteOrder.LITTLE_ENDIAN ).putInt( even ).array() );
		try ( OutputStream stream = new BufferedOutputStream( Files.newOutputStream( file ) ) )
		{
			stream.write( new byte[ 128 ] );
			stream.write( "DICM".getBytes( StandardCharsets.US_ASCII ) );
			stream.write( bytes( 0x0002, 0x0000 ) );
			stream.write( "UL\4\0".getBytes( StandardCharsets.ISO_8859_1 ) );
			stream.write( ByteBuffer.allocate( 4 ).order( ByteOrder.LITTLE_ENDIAN ).putInt( meta.size() ).array() );
			meta.writeTo( stream );
			out.writeTo( stream );
			final byte[] row = new byte[ d.columns() ];
			for ( int r = 0; r < d.rows(); ++r )
				stream.write( row );
			stream.write( row, 0, even - pixels );
		}
	}

	private static String uid()
	{
		return "2.25." + new BigInteger( UUID.randomUUID().toString().replace( "-", "" ), 16 );
	}

	/**
	 * @param value
	 *            a number
	 * @return as many of its digits as a decimal string takes
	 */
	static String decimal( final double value )
	{
		for ( int digits = 17;; --digits )
		{
			final String text = new BigDecimal( value ).round( new MathContext( digits ) ).stripTrailingZeros().toString();
			if ( text.length() <= DECIMAL )
				return text;
		}
	}

	private static byte[] bytes( final int a, final int b )
	{
		return ByteBuffer.allocate( 4 ).order( ByteOrder.LITTLE_ENDIAN ).putShort( ( short ) a ).putShort( ( short ) b ).array();
	}

	private static void text( final ByteArrayOutputStream out, final int tag, final String form, final String value ) throws IOException
	{
		final String even = value.length() % 2 == 0 ? value : value + ( form.equals( "UI" ) ? "\0" : " " );
		out.write( bytes( tag >>> 16, tag & 0xffff ) );
		out.write( form.getBytes( StandardCharsets.US_ASCII ) );
		out.write( bytes( even.length(), 0 ), 0, 2 );
		out.write( even.getBytes( StandardCharsets.US_ASCII ) );
	}

	private static void whole( final ByteArrayOutputStream out, final int tag, final int value ) throws IOException
	{
		out.write( bytes( tag >>> 16, tag & 0xffff ) );
		out.write( "US".getBytes( StandardCharsets.US_ASCII ) );
		out.write( bytes( 2, value ) );
	}
}
