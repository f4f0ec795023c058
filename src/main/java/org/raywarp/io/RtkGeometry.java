/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.EulerAngles;
import org.raywarp.geometry.PinholeCamera;
import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.View;

/**
 * The {@code ThreeDCircularProjectionGeometry} of RTK as XML (docs.openrtk.org, 3D projection geometry; version 3).
 * <p>
 * A point of the fixed frame, about the isocenter, is turned by {@code R_z( -InPlaneAngle ) R_x( -OutOfPlaneAngle )
 * R_y( -GantryAngle )}; there the source lies at (SourceOffsetX, SourceOffsetY, SourceToIsocenterDistance), the detector's
 * origin at (ProjectionOffsetX, ProjectionOffsetY, SourceToIsocenterDistance - SourceToDetectorDistance), columns run along x
 * and rows along y. The fixed frame is that of IEC 61217. The file says nothing of pixels: they are taken as centered on the
 * detector's origin.
 */
final class RtkGeometry implements GeometryCodec
{
	private static final List< String > PARAMETERS = List.of( "SourceToIsocenterDistance", "SourceToDetectorDistance", "GantryAngle",
			"OutOfPlaneAngle", "InPlaneAngle", "SourceOffsetX", "SourceOffsetY", "ProjectionOffsetX", "ProjectionOffsetY" );

	/** How far, in mm, RTK lets a matrix differ from the one of the parameters. */
	private static final double TOLERANCE = 1e-3;

	@Override
	public List< View > read( final Path file, final ForeignFrame frame ) throws IOException
	{
		final List< Map< String, double[] > > projections = RtkXml.read( file, PARAMETERS );
		frame.requireDetector( file );
		final Affine3D fileFromWorld = frame.worldFromIsocentricFile( file, WorldAxes.IEC ).inverse();
		final Affine3D pixelFromFilm = Affine3D.of( 1 / frame.pixelSpacingX(), 0, ( frame.columns() - 1 ) / 2.0, 0, 0,
				1 / frame.pixelSpacingY(), ( frame.rows() - 1 ) / 2.0, 0, 0, 0, 1, 0 );
		final List< View > views = new ArrayList<>();
		for ( final Map< String, double[] > p : projections )
		{
			final String name = "view " + ( views.size() + 1 ), where = file + ": projection " + ( views.size() + 1 );
			final Affine3D film = film( where, p );
			if ( p.containsKey( "Matrix" ) )
				for ( int i = 0; i < 12; ++i )
					if ( !( Math.abs( p.get( "Matrix" )[ i ] + film.toArray()[ i ] ) <= TOLERANCE ) )
						throw new IOException(
								where + " has a Matrix with " + p.get( "Matrix" )[ i ] + " in row " + ( i / 4 + 1 ) + ", column "
										+ ( i % 4 + 1 ) + "; expected " + -film.toArray()[ i ] + ", which its parameters give." );
			views.add( new View( name, ProjectionMatrix.of( pixelFromFilm.after( film ).toArray() ), frame.columns(), frame.rows(),
					frame.pixelSpacingX(), frame.pixelSpacingY() ).after( fileFromWorld ) );
		}
		return views;
	}

	/** From the fixed frame to homogeneous mm on the detector: RTK's matrix with the sign that makes depths positive. */
	private static Affine3D film( final String where, final Map< String, double[] > p ) throws IOException
	{
		final double sdd = number( p, "SourceToDetectorDistance" ), sid = number( p, "SourceToIsocenterDistance" );
		if ( !( sdd > 0 ) )
			throw new IOException(
					where + " has a SourceToDetectorDistance of " + sdd + "; expected a positive length in mm (0 is a parallel beam)." );
		final double sx = number( p, "SourceOffsetX" ), sy = number( p, "SourceOffsetY" );
		final Affine3D turned = EulerAngles.rotation( "ZXY", -number( p, "InPlaneAngle" ), -number( p, "OutOfPlaneAngle" ),
				-number( p, "GantryAngle" ) );
		final double u = sx - number( p, "ProjectionOffsetX" ), v = sy - number( p, "ProjectionOffsetY" );
		return Affine3D.of( sdd, 0, -u, u * sid - sdd * sx, 0, sdd, -v, v * sid - sdd * sy, 0, 0, -1, sid ).after( turned );
	}

	private static double number( final Map< String, double[] > p, final String name )
	{
		return p.getOrDefault( name, new double[ 1 ] )[ 0 ];
	}

	@Override
	public void write( final List< View > views, final Path file, final ForeignFrame frame ) throws IOException
	{
		final Affine3D worldFromFile = frame.worldFromIsocentricFile( file, WorldAxes.IEC );
		GeometryCodec.requireOneSize( views, "RTK" );
		final StringBuilder text =
				new StringBuilder( "<?xml version=\"1.0\"?>\n<!DOCTYPE RTKGEOMETRY>\n<RTKThreeDCircularGeometry version=\"3\">\n" );
		for ( final View view : views )
		{
			final double[] values = parameters( view, PinholeCamera.of( view.after( worldFromFile ).projection() ) );
			text.append( "  <Projection>\n" );
			for ( int i = 0; i < values.length; ++i )
				text.append( "    <" + PARAMETERS.get( i ) + ">" + values[ i ] + "</" + PARAMETERS.get( i ) + ">\n" );
			final Map< String, double[] > p = new HashMap<>();
			for ( int i = 0; i < values.length; ++i )
				p.put( PARAMETERS.get( i ), new double[] { values[ i ] } );
			final double[] film = film( view.name(), p ).toArray();
			text.append( "    <Matrix>\n" );
			for ( int r = 0; r < 3; ++r )
				text.append(
						"     " + Arrays.stream( film, 4 * r, 4 * r + 4 ).mapToObj( m -> " " + ( 0 - m ) ).collect( Collectors.joining() )
								+ "\n" );
			text.append( "    </Matrix>\n  </Projection>\n" );
		}
		Files.writeString( file, text.append( "</RTKThreeDCircularGeometry>\n" ), StandardCharsets.US_ASCII );
	}

	private static double[] parameters( final View view, final PinholeCamera c ) throws IOException
	{
		GeometryCodec.requireMirrored( c, view, "RTK", true );
		GeometryCodec.requireNoSkew( c, view, "RTK" );
		final double sdd = -c.fx() * view.pixelSpacingX();
		if ( Math.abs( sdd / ( c.fy() * view.pixelSpacingY() ) - 1 ) > 1e-9 )
			throw new IOException( "The view \"" + view.name() + "\" has pixels of " + view.pixelSpacingX() + " x " + view.pixelSpacingY()
					+ " mm, whose sides its projection has as " + 1.0 + " : " + -c.fx() / c.fy()
					+ "; expected the pixel spacing of the detector, such as "
					+ view.pixelSpacingX() + " x " + sdd / c.fy() + " mm." );
		final double[] x = c.axis( 0 ), y = c.axis( 1 ), z = c.axis( 2 );
		final Affine3D turned = Affine3D.of( -x[ 0 ], -x[ 1 ], -x[ 2 ], 0, y[ 0 ], y[ 1 ], y[ 2 ], 0, -z[ 0 ], -z[ 1 ], -z[ 2 ], 0 );
		final double[] angles = EulerAngles.of( "ZXY", turned ), source = turned.apply( c.source() );
		return new double[] { source[ 2 ], sdd, -angles[ 2 ], -angles[ 1 ], -angles[ 0 ], source[ 0 ], source[ 1 ],
				source[ 0 ] - view.pixelSpacingX() * ( c.cx() - ( view.columns() - 1 ) / 2.0 ),
				source[ 1 ] - view.pixelSpacingY() * ( c.cy() - ( view.rows() - 1 ) / 2.0 ) };
	}
}
