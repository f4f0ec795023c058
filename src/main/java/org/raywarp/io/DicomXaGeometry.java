/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.PinholeCamera;
import org.raywarp.geometry.Vectors;
import org.raywarp.geometry.View;

/**
 * The position of the C-arm in an X-ray angiographic image (DICOM PS3.3, C.8.7.5 XA Positioner Module): distances, angles and
 * the spacing of the pixels. The world is LPS of a patient that lies head first and supine; the file does not say where in it
 * the isocenter is, and the central ray meets the middle of the image.
 */
final class DicomXaGeometry implements GeometryCodec
{
	static final int TO_DETECTOR = 0x00181110, TO_PATIENT = 0x00181111, IMAGER_SPACING = 0x00181164, MOTION = 0x00181500,
			PRIMARY = 0x00181510, SECONDARY = 0x00181511, ROWS = 0x00280010, COLUMNS = 0x00280011;

	/** Of direction cosines, and of mm to the central ray. */
	private static final double TOLERANCE = 1e-9;

	@Override
	public List< View > read( final Path file, final ForeignFrame frame ) throws IOException
	{
		final DicomElements e;
		try ( InputStream in = new BufferedInputStream( Files.newInputStream( file ), 1 << 13 ) )
		{
			e = DicomElements.scanHeader( file, in, Files.size( file ) );
		}
		if ( "DYNAMIC".equals( e.text( MOTION ) ) )
			throw new IOException(
					file + " was taken while the C-arm moved (Positioner Motion (0018,1500) is DYNAMIC); expected a still one." );
		final double toDetector = required( file, e, TO_DETECTOR, "Distance Source to Detector", 1 )[ 0 ],
				toIsocenter = required( file, e, TO_PATIENT, "Distance Source to Patient", 1 )[ 0 ];
		final CArmAngulation angulation = new CArmAngulation( required( file, e, PRIMARY, "Positioner Primary Angle", 1 )[ 0 ],
				required( file, e, SECONDARY, "Positioner Secondary Angle", 1 )[ 0 ] );
		final double[] spacing = frame.pixelSpacingX() > 0 ? new double[] { frame.pixelSpacingY(), frame.pixelSpacingX() }
				: required( file, e, IMAGER_SPACING, "Imager Pixel Spacing", 2 );
		requireLps( frame );
		try
		{
			return List.of( ConeBeamGeometry.of( toDetector, toIsocenter, frame.requireIsocenter( file ), angulation,
					Detector.centered( e.whole( COLUMNS, 0 ), e.whole( ROWS, 0 ), spacing[ 1 ], spacing[ 0 ] ) )
					.view( GeometryCodec.stem( file ) ) );
		}
		catch ( final IllegalArgumentException x )
		{
			throw new IOException( file + " has DICOM elements that are no C-arm: " + x.getMessage(), x );
		}
	}

	private static void requireLps( final ForeignFrame frame ) throws IOException
	{
		if ( frame.axes() != WorldAxes.FORMAT && frame.axes() != WorldAxes.LPS )
			throw new IOException(
					"The axes of a DICOM file are " + frame.axes() + "; expected LPS, as its angles are those of the patient." );
	}

	private static double[] required( final Path file, final DicomElements e, final int tag, final String name, final int count )
			throws IOException
	{
		final double[] numbers = e.decimals( tag, count );
		if ( numbers == null )
			throw new IOException( file + " has no " + name + String.format( " (%04X,%04X)", tag >>> 16, tag & 0xffff )
					+ "; expected it from an X-ray angiographic image." );
		return numbers;
	}

	@Override
	public void write( final List< View > views, final Path file, final ForeignFrame frame ) throws IOException
	{
		requireLps( frame );
		final View view = views.get( 0 );
		DicomXaWriter.write( cArm( view, PinholeCamera.of( view.projection() ), frame.requireIsocenter( file ) ), file );
	}

	private static ConeBeamGeometry cArm( final View view, final PinholeCamera c, final double[] isocenter ) throws IOException
	{
		GeometryCodec.requireMirrored( c, view, "DICOM XA", true );
		GeometryCodec.requireNoSkew( c, view, "DICOM XA" );
		final double[] x = c.axis( 0 ), beam = c.axis( 2 ), at = c.cameraFromWorld().apply( isocenter );
		if ( Math.hypot( at[ 0 ], at[ 1 ] ) > TOLERANCE * Math.abs( at[ 2 ] ) )
			throw new IOException( "The central ray of the view \"" + view.name() + "\" passes the isocenter at "
					+ Math.hypot( at[ 0 ], at[ 1 ] )
					+ " mm, and a DICOM XA file holds views through it only; expected another isocenter." );
		final double primary = Math.atan2( -x[ 1 ], -x[ 0 ] );
		final CArmAngulation angulation = new CArmAngulation( Math.toDegrees( primary ),
				Math.toDegrees( Math.atan2( beam[ 2 ], Math.sin( primary ) * beam[ 0 ] - Math.cos( primary ) * beam[ 1 ] ) ) );
		if ( Vectors.dot( x, angulation.columnDirection() ) > TOLERANCE - 1
				|| Vectors.dot( beam, angulation.beamDirection() ) < 1 - TOLERANCE )
			throw new IOException( "The image of the view \"" + view.name()
					+ "\" is turned in its plane, and a DICOM XA file holds images upright with the patient only." );
		if ( Math.hypot( c.cx() - ( view.columns() - 1 ) / 2.0, c.cy() - ( view.rows() - 1 ) / 2.0 ) > 1e-7 )
			throw new IOException( "The central ray of the view \"" + view.name() + "\" meets pixel (" + c.cx() + ", " + c.cy()
					+ "), and a DICOM XA file holds views that it meets in the middle of the image." );
		final double sdd = -c.fx() * view.pixelSpacingX();
		try
		{
			return ConeBeamGeometry.of( sdd, at[ 2 ], isocenter, angulation,
					Detector.centered( view.columns(), view.rows(), view.pixelSpacingX(), sdd / c.fy() ) );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( "The view \"" + view.name() + "\" is no C-arm: " + e.getMessage(), e );
		}
	}
}
