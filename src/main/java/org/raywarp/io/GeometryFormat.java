/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The file formats of calibrated views; {@code docs/geometry.md} has the conventions of each in one table.
 */
public enum GeometryFormat
{
	/** RayWarp's own JSON. */
	RAYWARP( new RayWarpGeometry(), true ),
	/** X-ray angiographic image of DICOM. */
	DICOM_XA( new DicomXaGeometry(), false ),
	/** Projection matrix file of plastimatch. */
	PLASTIMATCH( new PlastimatchGeometry(), false ),
	/** ThreeDCircularProjectionGeometry of RTK as XML. */
	RTK( new RtkGeometry(), true ),
	/** MayaCam 2.0 text of XMALab and Autoscoper. */
	MAYACAM_2( new AutoscoperCameraFile(), false ),
	/** MayaCam 1.0 table of XROMM. */
	MAYACAM_1( new MayaCam1Geometry(), false ),
	/** Parameters of DeepDRR as JSON. */
	DEEPDRR( new DeepDrrGeometry(), true ),
	/** Parameters of DiffDRR as JSON. */
	DIFFDRR( new DiffDrrGeometry(), true ),
	/** Cone-beam dictionary of the ASTRA Toolbox as JSON. */
	ASTRA( new AstraGeometry(), true );

	/** Enough for the first lines of every text. */
	private static final int HEAD = 1024;

	private static final String NUMBER = "\\s*[-+0-9.eE]+\\s*";

	private static final Pattern TABLE = Pattern.compile( "(?s)" + NUMBER + "," + NUMBER + ",.*" ),
			PAIR = Pattern.compile( "(?s)\\s*[-+0-9.eE]+\\s+[-+0-9.eE]+\\s.*" );

	private final GeometryCodec codec;

	private final boolean several;

	GeometryFormat( final GeometryCodec codec, final boolean several )
	{
		this.codec = codec;
		this.several = several;
	}

	/**
	 * @return what reads and writes it
	 */
	GeometryCodec codec()
	{
		return codec;
	}

	/**
	 * @return whether one file holds several views
	 */
	public boolean holdsSeveralViews()
	{
		return several;
	}

	/**
	 * @param file
	 *            an existing file
	 * @return its format, by its first bytes; a JSON that is none of the others is taken as RayWarp's
	 * @throws IOException
	 *             if it cannot be read, or is none that is known
	 */
	public static GeometryFormat of( final Path file ) throws IOException
	{
		if ( DicomReader.recognizes( file ) )
			return DICOM_XA;
		final String head;
		try ( InputStream in = Files.newInputStream( file ) )
		{
			head = new String( in.readNBytes( HEAD ), StandardCharsets.ISO_8859_1 ).stripLeading();
		}
		final String name = file.getFileName().toString().toLowerCase( Locale.ROOT );
		if ( name.endsWith( ".json" ) || head.startsWith( "{" ) )
			return ofJson( file );
		if ( name.endsWith( ".xml" ) || head.startsWith( "<" ) )
			return RTK;
		if ( head.startsWith( "image size" ) )
			return MAYACAM_2;
		if ( name.endsWith( ".csv" ) || TABLE.matcher( head ).matches() )
			return MAYACAM_1;
		if ( PAIR.matcher( head ).matches() )
			return PLASTIMATCH;
		throw new IOException(
				file + " is no known geometry file; expected JSON of RayWarp, DeepDRR, DiffDRR or ASTRA, XML of RTK, a text of "
						+ "plastimatch or MayaCam, or a DICOM XA image." );
	}

	private static GeometryFormat ofJson( final Path file ) throws IOException
	{
		final JsonFields root = JsonFields.parse( file.toString(), GeometryCodec.text( file ) );
		final String format = root.has( "format" ) ? root.text( "format" ) : "";
		if ( format.equals( DeepDrrGeometry.FORMAT ) || root.has( "source_to_detector_distance" ) || root.has( "intrinsic" ) )
			return DEEPDRR;
		if ( format.equals( DiffDrrGeometry.FORMAT ) || root.has( "sdd" ) && root.has( "delx" ) )
			return DIFFDRR;
		return root.has( "type" ) && root.has( "DetectorRowCount" ) ? ASTRA : RAYWARP;
	}
}
