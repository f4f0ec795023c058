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
import java.util.Arrays;
import java.util.List;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.PinholeCamera;
import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.View;

/**
 * The projection matrix file of plastimatch (plastimatch.org, Projection matrix file format), which
 * {@code plastimatch drr} writes beside each image:
 *
 * <pre>
 * image center      column row
 * matrix            three rows of four numbers; column and row from the image center
 * SAD               distance from source to axis, in mm
 * SID               distance from source to image, in mm
 * normal            of the image, from the source on
 * Extrinsic         four rows of four numbers
 * Intrinsic         three rows of four numbers
 * </pre>
 *
 * Pixel centers are whole numbers, rows count from the top of the image, the world is LPS in mm. The size of the image is
 * that of the {@code .pfm} beside the file. Checked with images of plastimatch 1.9 (a test does it again where the program
 * is installed).
 */
final class PlastimatchGeometry implements GeometryCodec
{
	@Override
	public List< View > read( final Path file, final ForeignFrame frame ) throws IOException
	{
		final NumberText text = NumberText.of( file, "\\s+" );
		final double[] center = text.numbers( "image center", 2 ), m = text.numbers( "projection matrix", 12 );
		text.numbers( "SAD", 1 );
		final double sid = text.numbers( "SID", 1 )[ 0 ];
		text.numbers( "normal vector", 3 );
		if ( !( sid > 0 ) )
			throw new IOException( file + ": the SID is " + sid + "; expected a positive length in mm." );
		final int[] size = frame.columns() > 0 ? new int[] { frame.columns(), frame.rows() } : sizeOfImage( file );
		for ( int c = 0; c < 4; ++c )
		{
			m[ c ] += center[ 0 ] * m[ 8 + c ];
			m[ 4 + c ] += center[ 1 ] * m[ 8 + c ];
		}
		try
		{
			final ProjectionMatrix projection = ProjectionMatrix.of( m ).after( frame.worldFromFile( WorldAxes.LPS ).inverse() );
			final PinholeCamera camera = PinholeCamera.of( projection );
			return List.of( new View( GeometryCodec.stem( file ), projection, size[ 0 ], size[ 1 ], sid / Math.abs( camera.fx() ),
					sid / camera.fy() ) );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( file + ": the projection matrix is no projection onto " + size[ 0 ] + " x " + size[ 1 ] + " pixels: "
					+ e.getMessage(), e );
		}
	}

	/** From the first lines of the portable float map beside the file: {@code Pf}, columns and rows. */
	private static int[] sizeOfImage( final Path file ) throws IOException
	{
		final Path image = file.resolveSibling( GeometryCodec.stem( file ) + ".pfm" );
		if ( !Files.isRegularFile( image ) )
			throw new IOException( file + " does not say how many pixels the detector has, and there is no " + image.getFileName()
					+ " beside it; expected columns and rows from \"Convert Geometry...\"." );
		try ( InputStream in = Files.newInputStream( image ) )
		{
			final String[] words = new String( in.readNBytes( 64 ), StandardCharsets.ISO_8859_1 ).split( "\\s+", 4 );
			if ( words.length == 4 && words[ 0 ].equalsIgnoreCase( "Pf" ) && words[ 1 ].matches( "\\d{1,5}" )
					&& words[ 2 ].matches( "\\d{1,5}" ) )
				return new int[] { Integer.parseInt( words[ 1 ] ), Integer.parseInt( words[ 2 ] ) };
		}
		throw new IOException( image + " is no portable float map; expected \"Pf\", columns and rows at its beginning." );
	}

	@Override
	public void write( final List< View > views, final Path file, final ForeignFrame frame ) throws IOException
	{
		final View view = views.get( 0 ).after( frame.worldFromFile( WorldAxes.LPS ) );
		final PinholeCamera c = PinholeCamera.of( view.projection() );
		final double sid = Math.abs( c.fx() ) * view.pixelSpacingX();
		final double[] axis = frame.isocenter() == null ? new double[ 3 ]
				: frame.worldFromFile( WorldAxes.LPS ).inverse().apply( frame.isocenter() );
		final Affine3D intrinsic = Affine3D.of( c.fx() / sid, c.skew() / sid, 0, 0, 0, c.fy() / sid, 0, 0, 0, 0, 1 / sid, 0 );
		final StringBuilder text = new StringBuilder();
		line( text, c.cx(), c.cy() );
		rows( text, intrinsic.after( c.cameraFromWorld() ).toArray() );
		line( text, view.projection().project( axis )[ 2 ] );
		line( text, sid );
		line( text, c.axis( 2 ) );
		text.append( "Extrinsic\n" );
		rows( text, c.cameraFromWorld().toArray() );
		line( text, 0, 0, 0, 1 );
		text.append( "Intrinsic\n" );
		rows( text, intrinsic.toArray() );
		Files.writeString( file, text, StandardCharsets.US_ASCII );
	}

	private static void rows( final StringBuilder text, final double[] m )
	{
		for ( int r = 0; r < 3; ++r )
			line( text, Arrays.copyOfRange( m, 4 * r, 4 * r + 4 ) );
	}

	private static void line( final StringBuilder text, final double... numbers )
	{
		for ( final double v : numbers )
			text.append( ' ' ).append( v );
		text.append( '\n' );
	}
}
