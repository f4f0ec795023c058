/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.Vectors;
import org.raywarp.geometry.View;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Cone beams of the ASTRA Toolbox (github.com/astra-toolbox/astra-toolbox, version 2, {@code create_proj_geom}): the
 * dictionary of the types {@code cone_vec} and, for reading, {@code cone}, as JSON.
 * <p>
 * A vector of {@code cone_vec} has 12 numbers: the source, the center of the detector, the step from one column to the next,
 * and the step from one row to the next. Any projection matrix is such a vector at any distance of the detector, which is
 * put where columns are as far apart as the view says. The origin is the center of the volume; the axes are those of the
 * array's columns, rows and slices, here LPS; lengths are in mm, for a volume whose geometry is in mm.
 */
final class AstraGeometry implements GeometryCodec
{
	@Override
	public List< View > read( final Path file, final ForeignFrame frame ) throws IOException
	{
		final JsonFields a = JsonFields.parse( file.toString(), GeometryCodec.text( file ) );
		final Affine3D fileFromWorld = frame.worldFromIsocentricFile( file, WorldAxes.LPS ).inverse();
		final int rows = a.whole( "DetectorRowCount", 1, Detector.MAX_PIXELS ),
				columns = a.whole( "DetectorColCount", 1, Detector.MAX_PIXELS );
		final List< double[] > vectors = a.text( "type" ).equals( "cone" ) ? circle( a ) : vectors( a );
		final List< View > views = new ArrayList<>();
		for ( final double[] v : vectors )
			try
			{
				final double[] m = new double[ 12 ];
				for ( int r = 0; r < 3; ++r )
				{
					m[ 4 * r ] = v[ 6 + r ];
					m[ 4 * r + 1 ] = v[ 9 + r ];
					m[ 4 * r + 2 ] = v[ 3 + r ] - ( columns - 1 ) / 2.0 * v[ 6 + r ] - ( rows - 1 ) / 2.0 * v[ 9 + r ] - v[ r ];
					m[ 4 * r + 3 ] = v[ r ];
				}
				views.add( new View( vectors.size() == 1 ? GeometryCodec.stem( file ) : "view " + ( views.size() + 1 ),
						ProjectionMatrix.of( Affine3D.of( m ).inverse().toArray() ), columns, rows,
						Vectors.length( new double[] { v[ 6 ], v[ 7 ], v[ 8 ] } ),
						Vectors.length( new double[] { v[ 9 ], v[ 10 ], v[ 11 ] } ) )
								.after( fileFromWorld ) );
			}
			catch ( final IllegalArgumentException e )
			{
				throw new IOException( file + ": vector " + ( views.size() + 1 ) + " of \"Vectors\" is no cone beam: " + e.getMessage(),
						e );
			}
		return views;
	}

	private static List< double[] > vectors( final JsonFields a ) throws IOException
	{
		a.requireOnly( "type", "DetectorRowCount", "DetectorColCount", "Vectors" );
		if ( !a.text( "type" ).equals( "cone_vec" ) )
			throw a.wrong( "type", a.text( "type" ), "cone_vec or cone" );
		final List< JsonElement > array = requireCount( a, "Vectors" );
		final double[] all = a.matrix( "Vectors", array.size(), 12 );
		final List< double[] > vectors = new ArrayList<>();
		for ( int i = 0; i < all.length; i += 12 )
			vectors.add( Arrays.copyOfRange( all, i, i + 12 ) );
		return vectors;
	}

	private static List< JsonElement > requireCount( final JsonFields a, final String key ) throws IOException
	{
		final List< JsonElement > array = a.array( key );
		if ( array.isEmpty() || array.size() > MAX_VIEWS )
			throw a.wrong( key, "an array of " + array.size(), "1 to " + MAX_VIEWS + " views" );
		return array;
	}

	/** At angle 0 the source lies at negative y, columns run along x; it turns counterclockwise about z. */
	private static List< double[] > circle( final JsonFields a ) throws IOException
	{
		a.requireOnly( "type", "DetectorRowCount", "DetectorColCount", "DetectorSpacingX", "DetectorSpacingY", "ProjectionAngles",
				"DistanceOriginSource", "DistanceOriginDetector" );
		final double source = a.number( "DistanceOriginSource" ), detector = a.number( "DistanceOriginDetector" ),
				x = a.number( "DetectorSpacingX" ), y = a.number( "DetectorSpacingY" );
		final List< double[] > vectors = new ArrayList<>();
		for ( final double angle : a.numbers( "ProjectionAngles", requireCount( a, "ProjectionAngles" ).size() ) )
		{
			final double c = Math.cos( angle ), s = Math.sin( angle );
			vectors.add( new double[] { s * source, -c * source, 0, -s * detector, c * detector, 0, c * x, s * x, 0, 0, 0, y } );
		}
		return vectors;
	}

	@Override
	public void write( final List< View > views, final Path file, final ForeignFrame frame ) throws IOException
	{
		final Affine3D worldFromFile = frame.worldFromIsocentricFile( file, WorldAxes.LPS );
		final View first = views.get( 0 );
		GeometryCodec.requireOneSize( views, "ASTRA" );
		final JsonArray vectors = new JsonArray();
		for ( final View v : views )
		{
			final Affine3D m = v.after( worldFromFile ).projection().worldFromHomogeneous();
			final double[] u = m.applyToVector( 1, 0, 0 ), w = m.applyToVector( 0, 1, 0 ), s = m.apply( 0, 0, 0 ),
					c = m.applyToVector( ( v.columns() - 1 ) / 2.0, ( v.rows() - 1 ) / 2.0, 1 );
			final double depth = v.pixelSpacingX() / Vectors.length( u );
			final double[] vector = new double[ 12 ];
			for ( int d = 0; d < 3; ++d )
			{
				vector[ d ] = s[ d ];
				vector[ 3 + d ] = s[ d ] + depth * c[ d ];
				vector[ 6 + d ] = depth * u[ d ];
				vector[ 9 + d ] = depth * w[ d ];
			}
			vectors.add( GeometryJson.array( vector ) );
		}
		final JsonObject root = new JsonObject();
		root.addProperty( "type", "cone_vec" );
		root.addProperty( "DetectorRowCount", first.rows() );
		root.addProperty( "DetectorColCount", first.columns() );
		root.add( "Vectors", vectors );
		GeometryJson.write( root, file );
	}
}
