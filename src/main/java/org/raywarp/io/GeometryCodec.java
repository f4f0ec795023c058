/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.raywarp.geometry.PinholeCamera;
import org.raywarp.geometry.View;

/**
 * Reads and writes calibrated views in one file format. Readers end with an {@link IOException} of one sentence that names
 * the file, the place and what was expected.
 */
interface GeometryCodec
{
	/** Far above any geometry in text, and little memory. */
	int MAX_BYTES = 1 << 22;

	/** The largest number of views in a file. */
	int MAX_VIEWS = 4096;

	/**
	 * @param file
	 *            a file of the format
	 * @param frame
	 *            what it leaves out
	 * @return the views, at least one, in the order of the file
	 * @throws IOException
	 *             if the file cannot be read or is damaged, or something is missing in file and frame
	 */
	List< View > read( Path file, ForeignFrame frame ) throws IOException;

	/**
	 * @param views
	 *            one, or several where the format holds several
	 * @param file
	 *            written as it is; whoever calls moves it to its place
	 * @param frame
	 *            the isocenter and axes of the file
	 * @throws IOException
	 *             if the format cannot hold a view, or the file cannot be written
	 */
	void write( List< View > views, Path file, ForeignFrame frame ) throws IOException;

	/**
	 * @param file
	 *            a text file
	 * @return its content, decoded byte by byte
	 * @throws IOException
	 *             if it cannot be read or is larger than any geometry
	 */
	static String text( final Path file ) throws IOException
	{
		if ( Files.size( file ) > MAX_BYTES )
			throw new IOException( file + " has " + Files.size( file ) + " bytes; expected a geometry file of at most " + MAX_BYTES + "." );
		return new String( Files.readAllBytes( file ), StandardCharsets.UTF_8 );
	}

	/**
	 * @param file
	 *            any file
	 * @return its name without the extension: what the only view of a file without names is called
	 */
	static String stem( final Path file )
	{
		return file.getFileName().toString().replaceFirst( "(?<=.)\\.[^.]*$", "" );
	}

	/**
	 * @param camera
	 *            a camera
	 * @param view
	 *            whose camera it is
	 * @param format
	 *            name of the format
	 * @param mirrored
	 *            whether the format's images are mirrored
	 * @throws IOException
	 *             if the camera's are not so
	 */
	static void requireMirrored( final PinholeCamera camera, final View view, final String format, final boolean mirrored )
			throws IOException
	{
		if ( camera.mirrored() != mirrored )
			throw new IOException( "The view \"" + view.name() + "\" shows the scene as seen from the "
					+ ( mirrored ? "source" : "detector" ) + ", and a " + format + " file holds views as seen from the "
					+ ( mirrored ? "detector" : "source" ) + "; expected it mirrored, with its image." );
	}

	/**
	 * @param camera
	 *            a camera
	 * @param view
	 *            whose camera it is
	 * @param format
	 *            name of the format
	 * @throws IOException
	 *             if columns and rows are not perpendicular
	 */
	static void requireNoSkew( final PinholeCamera camera, final View view, final String format ) throws IOException
	{
		if ( Math.abs( camera.skew() ) > 1e-9 * camera.fy() )
			throw new IOException( "The columns and rows of the view \"" + view.name() + "\" are not perpendicular (skew " + camera.skew()
					+ "), and a " + format + " file holds perpendicular ones only." );
	}

	/**
	 * @param views
	 *            some views
	 * @param format
	 *            name of the format
	 * @throws IOException
	 *             if their detectors differ in the number of pixels
	 */
	static void requireOneSize( final List< View > views, final String format ) throws IOException
	{
		final View a = views.get( 0 );
		for ( final View b : views )
			if ( a.columns() != b.columns() || a.rows() != b.rows() )
				throw new IOException( "The views \"" + a.name() + "\" and \"" + b.name() + "\" have detectors of " + a.columns() + " x "
						+ a.rows() + " and " + b.columns() + " x " + b.rows() + " pixels, and one " + format
						+ " file holds one size only." );
	}
}
