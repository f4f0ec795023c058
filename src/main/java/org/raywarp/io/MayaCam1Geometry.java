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
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.EulerAngles;
import org.raywarp.geometry.PinholeCamera;
import org.raywarp.geometry.View;

/**
 * Camera files "MayaCam 1.0" of XROMM, five lines of three numbers (autoscoper.readthedocs.io, File Specifications):
 *
 * <pre>
 * position of the camera
 * angles in degrees about its x, y and z; the rotation is R_z R_y R_x
 * position of the film in the frame of the camera
 * column and row of the principal point, focal length in pixels
 * size of a pixel on the film, columns, rows
 * </pre>
 *
 * The camera frame is that of OpenGL: x along the columns, y up, z from the scene to the source. The principal point counts
 * from 1 as in MATLAB, its row from the bottom, as Autoscoper's {@code Camera::loadMayaCam1} takes it; the sign of the focal
 * length does not matter. Lengths are taken as mm; the world is that of the calibration object.
 */
final class MayaCam1Geometry implements GeometryCodec
{
	/** Takes y and z of OpenGL's camera to those of OpenCV's, and back. */
	private static final Affine3D TURNED = Affine3D.of( 1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 0 );

	/** Autoscoper takes this for a size of 0. */
	private static final double USUAL_SIZE = 1024;

	@Override
	public List< View > read( final Path file, final ForeignFrame frame ) throws IOException
	{
		final NumberText text = NumberText.of( file, "," );
		final double[] position = text.numbers( "position of the camera", 3 ), angles = text.numbers( "angles of the camera", 3 );
		text.numbers( "position of the film", 3 );
		final double[] k = text.numbers( "principal point and focal length", 3 ), size = text.numbers( "size of pixel and image", 3 );
		final double columns = size[ 1 ] == 0 ? USUAL_SIZE : size[ 1 ], rows = size[ 2 ] == 0 ? USUAL_SIZE : size[ 2 ];
		if ( columns != Math.rint( columns ) || rows != Math.rint( rows ) || !( columns >= 1 && columns <= Detector.MAX_PIXELS )
				|| !( rows >= 1 && rows <= Detector.MAX_PIXELS ) )
			throw new IOException(
					file + ": line 5 gives an image of " + columns + " x " + rows + " pixels; expected whole numbers from 1 to "
							+ Detector.MAX_PIXELS + "." );
		if ( k[ 2 ] == 0 )
			throw new IOException( file + ": line 4 gives a focal length of 0; expected a length in pixels." );
		final Affine3D worldFromCamera = Affine3D.translation( position[ 0 ], position[ 1 ], position[ 2 ] )
				.after( EulerAngles.rotation( "ZYX", angles[ 2 ], angles[ 1 ], angles[ 0 ] ) ).after( TURNED );
		final PinholeCamera camera = new PinholeCamera( Math.abs( k[ 2 ] ), 0, k[ 0 ] - 1, Math.abs( k[ 2 ] ), rows - k[ 1 ],
				worldFromCamera.inverse() );
		final double spacing = size[ 0 ] > 0 ? size[ 0 ] : 1;
		return List.of( new View( GeometryCodec.stem( file ), camera.projection(), ( int ) columns, ( int ) rows, spacing, spacing )
				.after( frame.worldFromFile( WorldAxes.LPS ).inverse() ) );
	}

	@Override
	public void write( final List< View > views, final Path file, final ForeignFrame frame ) throws IOException
	{
		final View view = views.get( 0 ).after( frame.worldFromFile( WorldAxes.LPS ) );
		final PinholeCamera c = PinholeCamera.of( view.projection() );
		GeometryCodec.requireMirrored( c, view, "MayaCam 1.0", false );
		GeometryCodec.requireNoSkew( c, view, "MayaCam 1.0" );
		if ( Math.abs( c.fx() / c.fy() - 1 ) > 1e-9 )
			throw new IOException( "The view \"" + view.name() + "\" has pixels of " + c.fx() + " : " + c.fy()
					+ ", and a MayaCam 1.0 file holds square ones only." );
		final Affine3D worldFromCamera = c.cameraFromWorld().inverse().after( TURNED );
		final double[] angles = EulerAngles.of( "ZYX", worldFromCamera );
		final double scale = view.pixelSpacingX(), u = c.cx() + 1, v = view.rows() - c.cy();
		final double[][] lines = { worldFromCamera.apply( 0, 0, 0 ), { angles[ 2 ], angles[ 1 ], angles[ 0 ] },
				{ scale * ( view.columns() / 2.0 - u ), scale * ( view.rows() / 2.0 - v ), -scale * c.fx() }, { u, v, -c.fx() },
				{ scale, view.columns(), view.rows() } };
		Files.writeString( file,
				Arrays.stream( lines ).map( l -> l[ 0 ] + "," + l[ 1 ] + "," + l[ 2 ] + "\n" ).collect( Collectors.joining() ),
				StandardCharsets.US_ASCII );
	}
}
