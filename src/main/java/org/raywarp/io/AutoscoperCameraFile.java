/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.PinholeCamera;
import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.View;

/**
 * Camera files of XMALab and Autoscoper, "MayaCam 2.0" text (autoscoper.readthedocs.io, File Specifications):
 *
 * <pre>
 * image size        columns,rows
 * camera matrix     three rows of K, numbers separated by commas
 * rotation          three rows of R
 * translation       three lines of t, in mm
 * </pre>
 *
 * A point x of the calibration's world projects to {@code K ( R x + t )}: the camera frame has x along the columns, y
 * along the rows, counted from the top, and z from the source to the detector (the frame of OpenCV; Autoscoper's
 * {@code Camera::loadMayaCam2} turns y and z over for OpenGL, and K's center row with them). The world is that of the
 * calibration object, not a patient's.
 * <p>
 * Checked with Autoscoper's sample data (a test does it again where they are at hand): six markers on the forearm, found
 * in both images of a wrist, meet in space to 0.1 pixels; with rows counted from the bottom they miss by more than 20.
 */
public final class AutoscoperCameraFile implements GeometryCodec
{
	private static final int MAX_BYTES = 1 << 16;

	private static final double ORTHOGONAL = 1e-4;

	@Override
	public List< View > read( final Path file, final ForeignFrame frame ) throws IOException
	{
		return List.of( read( file, GeometryCodec.stem( file ) ).after( frame.worldFromFile( WorldAxes.LPS ).inverse() ) );
	}

	@Override
	public void write( final List< View > views, final Path file, final ForeignFrame frame ) throws IOException
	{
		final View view = views.get( 0 ).after( frame.worldFromFile( WorldAxes.LPS ) );
		final PinholeCamera c = PinholeCamera.of( view.projection() );
		// Autoscoper makes its projection of the focal lengths, which are positive.
		GeometryCodec.requireMirrored( c, view, "MayaCam 2.0", false );
		final double[] r = c.cameraFromWorld().toArray();
		Files.writeString( file, "image size\n" + view.columns() + "," + view.rows() + "\n\ncamera matrix\n" + c.fx() + "," + c.skew() + ","
				+ c.cx() + "\n0.0," + c.fy() + "," + c.cy() + "\n0.0,0.0,1.0\n\nrotation\n" + line( r, 0 ) + line( r, 4 ) + line( r, 8 )
				+ "\ntranslation\n" + r[ 3 ] + "\n" + r[ 7 ] + "\n" + r[ 11 ] + "\n\n", StandardCharsets.US_ASCII );
	}

	private static String line( final double[] numbers, final int first )
	{
		return numbers[ first ] + "," + numbers[ first + 1 ] + "," + numbers[ first + 2 ] + "\n";
	}

	/**
	 * @param file
	 *            a MayaCam 2.0 file
	 * @param name
	 *            of the view
	 * @return the calibrated view; the spacing of its pixels is unknown to the file, hence 1
	 * @throws IOException
	 *             if the file cannot be read or is not a camera file
	 */
	public static View read( final Path file, final String name ) throws IOException
	{
		if ( !Files.isRegularFile( file ) || Files.size( file ) > MAX_BYTES )
			throw new IOException( file + " is not a camera file; expected a text of at most " + MAX_BYTES + " bytes." );
		final List< String > lines =
				Arrays.stream( Files.readString( file, StandardCharsets.ISO_8859_1 ).split( "\\R" ) ).map( String::trim )
						.filter( l -> !l.isEmpty() ).collect( Collectors.toList() );
		final double[] size = section( file, lines, "image size", 1, 2 );
		final double[] k = section( file, lines, "camera matrix", 3, 3 ), r = section( file, lines, "rotation", 3, 3 ),
				t = section( file, lines, "translation", 3, 1 );
		requireRotation( file, r );
		try
		{
			final Affine3D pixelFromCamera = Affine3D.of( k[ 0 ], k[ 1 ], k[ 2 ], 0, k[ 3 ], k[ 4 ], k[ 5 ], 0, k[ 6 ], k[ 7 ], k[ 8 ], 0 );
			final Affine3D cameraFromWorld =
					Affine3D.of( r[ 0 ], r[ 1 ], r[ 2 ], t[ 0 ], r[ 3 ], r[ 4 ], r[ 5 ], t[ 1 ], r[ 6 ], r[ 7 ], r[ 8 ], t[ 2 ] );
			if ( size[ 0 ] != Math.rint( size[ 0 ] ) || size[ 1 ] != Math.rint( size[ 1 ] ) )
				throw new IllegalArgumentException( "The image size is " + Arrays.toString( size ) + "; expected whole numbers." );
			return new View( name, ProjectionMatrix.of( pixelFromCamera.after( cameraFromWorld ).toArray() ), ( int ) size[ 0 ],
					( int ) size[ 1 ], 1, 1 );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( file + ": " + e.getMessage(), e );
		}
	}

	private static double[] section( final Path file, final List< String > lines, final String title, final int rows, final int columns )
			throws IOException
	{
		final int at = lines.indexOf( title );
		final double[] numbers = new double[ rows * columns ];
		for ( int row = 0; row < rows; ++row )
		{
			final String line = at < 0 || at + 1 + row >= lines.size() ? "" : lines.get( at + 1 + row );
			try
			{
				final double[] v = Arrays.stream( line.split( "," ) ).mapToDouble( s -> Double.parseDouble( s.trim() ) ).toArray();
				if ( v.length != columns || !Arrays.stream( v ).allMatch( Double::isFinite ) )
					throw new NumberFormatException();
				System.arraycopy( v, 0, numbers, row * columns, columns );
			}
			catch ( final NumberFormatException e )
			{
				throw new IOException( file + ": line " + ( row + 1 ) + " of \"" + title + "\" is \"" + line + "\"; expected " + columns
						+ " numbers separated by commas.", e );
			}
		}
		return numbers;
	}

	private static void requireRotation( final Path file, final double[] r ) throws IOException
	{
		boolean rotation = Affine3D.of( r[ 0 ], r[ 1 ], r[ 2 ], 0, r[ 3 ], r[ 4 ], r[ 5 ], 0, r[ 6 ], r[ 7 ], r[ 8 ], 0 ).determinant() > 0;
		for ( int i = 0; i < 3; ++i )
			for ( int j = 0; j < 3; ++j )
				rotation &= Math.abs( r[ 3 * i ] * r[ 3 * j ] + r[ 3 * i + 1 ] * r[ 3 * j + 1 ] + r[ 3 * i + 2 ] * r[ 3 * j + 2 ]
						- ( i == j ? 1 : 0 ) ) < ORTHOGONAL;
		if ( !rotation )
			throw new IOException( file + ": the section \"rotation\" is " + Arrays.toString( r ) + "; expected a rotation matrix." );
	}
}
