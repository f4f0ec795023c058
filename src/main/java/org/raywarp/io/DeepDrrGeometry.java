/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.EulerAngles;
import org.raywarp.geometry.PinholeCamera;
import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.View;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * The parameters of DeepDRR (github.com/arcadelab/deepdrr, version 1.2): the arguments of {@code MobileCArm}, as its
 * {@code to_config} gives them, or {@code intrinsic} and {@code extrinsic} of a {@code CameraProjection} with
 * {@code sensor_width} and {@code sensor_height}.
 * <p>
 * A point of the world projects to {@code K ( R x + t )}, z from source to detector; the index counts from the outer
 * edge of the first pixel, whose center is at 0.5. A C-arm turns the camera by alpha about x, then by beta about y, about
 * its isocenter; the source lies {@code source_to_isocenter_vertical_distance} before the isocenter along the beam; the image
 * is turned left by 90 degrees unless {@code rotate_camera_left} is false, and by gamma. The world of a volume that is read
 * from NIfTI and not moved is RAS.
 */
final class DeepDrrGeometry implements GeometryCodec
{
	static final String FORMAT = "deepdrr";

	private static final double ORTHOGONAL = 1e-5;

	@Override
	public List< View > read( final Path file, final ForeignFrame frame ) throws IOException
	{
		final Affine3D fileFromWorld = frame.worldFromFile( WorldAxes.RAS ).inverse();
		return GeometryJson.read( file, ( name, a ) -> {
			final int columns = a.whole( "sensor_width", 1, Detector.MAX_PIXELS ),
					rows = a.whole( "sensor_height", 1, Detector.MAX_PIXELS );
			final boolean camera = a.has( "intrinsic" );
			final double spacing = camera ? a.number( "pixel_size", 1 ) : a.number( "pixel_size" );
			try
			{
				final Affine3D edgeFromWorld = camera ? camera( a ) : cArm( a, columns, rows );
				return List.of( new View( name, ProjectionMatrix.of( edgeFromWorld.toArray() ).onRaster( 1, -0.5, 1, -0.5 ), columns, rows,
						spacing, spacing ).after( fileFromWorld ) );
			}
			catch ( final IllegalArgumentException e )
			{
				throw new IOException( a.where() + " cannot be built from its keys: " + e.getMessage(), e );
			}
		} );
	}

	private static Affine3D camera( final JsonFields a ) throws IOException
	{
		a.requireOnly( "name", "intrinsic", "extrinsic", "sensor_width", "sensor_height", "pixel_size" );
		final double[] k = a.matrix( "intrinsic", 3, 3 );
		return Affine3D.of( k[ 0 ], k[ 1 ], k[ 2 ], 0, k[ 3 ], k[ 4 ], k[ 5 ], 0, k[ 6 ], k[ 7 ], k[ 8 ], 0 )
				.after( rigid( a, "extrinsic" ) );
	}

	/** A 4 x 4 matrix that moves rigidly. */
	private static Affine3D rigid( final JsonFields a, final String key ) throws IOException
	{
		final double[] m = a.matrix( key, 4, 4 );
		boolean rigid = m[ 12 ] == 0 && m[ 13 ] == 0 && m[ 14 ] == 0 && m[ 15 ] == 1;
		for ( int i = 0; i < 3; ++i )
			for ( int j = 0; j < 3; ++j )
				rigid &= Math.abs( m[ 4 * i ] * m[ 4 * j ] + m[ 4 * i + 1 ] * m[ 4 * j + 1 ] + m[ 4 * i + 2 ] * m[ 4 * j + 2 ]
						- ( i == j ? 1 : 0 ) ) < ORTHOGONAL;
		final Affine3D map = Affine3D.of( Arrays.copyOf( m, 12 ) );
		if ( !rigid || map.determinant() < 0 )
			throw a.wrong( key, a.object().get( key ), "a rotation and a translation as a 4 x 4 matrix" );
		return map;
	}

	private static Affine3D cArm( final JsonFields a, final int columns, final int rows ) throws IOException
	{
		a.requireOnly( "name", "world_from_device", "isocenter", "alpha", "beta", "gamma", "degrees", "horizontal_movement",
				"vertical_travel", "min_alpha", "max_alpha", "min_beta", "max_beta", "source_to_detector_distance",
				"source_to_isocenter_vertical_distance", "source_to_isocenter_horizontal_offset", "immersion_depth", "free_space",
				"sensor_height", "sensor_width", "pixel_size", "rotate_camera_left", "enforce_isocenter_bounds" );
		final double degrees = a.truth( "degrees", true ) ? 1 : Math.toDegrees( 1 );
		final double alpha = bounded( a, "alpha", -40, 110, degrees ), beta = bounded( a, "beta", -225, 225, degrees );
		final double[] c = a.has( "isocenter" ) ? a.numbers( "isocenter", 3 ) : new double[ 3 ];
		final Affine3D deviceFromArm =
				Affine3D.translation( c[ 0 ], c[ 1 ], c[ 2 ] ).after( EulerAngles.rotation( "YXZ", beta, alpha, 0 ) );
		final Affine3D turned =
				EulerAngles.rotation( "ZXZ", degrees * a.number( "gamma", 0 ) + ( a.truth( "rotate_camera_left", true ) ? 90 : 0 ), 0, 0 );
		final Affine3D cameraFromArm =
				turned.after( Affine3D.translation( 0, -a.number( "source_to_isocenter_horizontal_offset", 0 ),
						a.number( "source_to_isocenter_vertical_distance", 530 ) ) );
		final Affine3D worldFromDevice =
				!a.has( "world_from_device" ) || a.object().get( "world_from_device" ).isJsonNull() ? Affine3D.IDENTITY
						: rigid( a, "world_from_device" );
		final double f = positive( a, "source_to_detector_distance" ) / positive( a, "pixel_size" );
		return Affine3D.of( f, 0, columns / 2.0, 0, 0, f, rows / 2.0, 0, 0, 0, 1, 0 ).after( cameraFromArm )
				.after( worldFromDevice.after( deviceFromArm ).inverse() );
	}

	private static double positive( final JsonFields a, final String key ) throws IOException
	{
		if ( !( a.number( key ) > 0 ) )
			throw a.wrong( key, a.number( key ), "a positive length in mm" );
		return a.number( key );
	}

	/** DeepDRR moves no farther than the bounds, and does not say so. */
	private static double bounded( final JsonFields a, final String key, final double least, final double most, final double degrees )
			throws IOException
	{
		final double angle = degrees * a.number( key, 0 ), lo = degrees * a.number( "min_" + key, least ),
				hi = degrees * a.number( "max_" + key, most );
		if ( !( angle >= lo - 1e-9 && angle <= hi + 1e-9 ) )
			throw a.wrong( key, angle + " degrees", "an angle between its bounds, " + lo + " and " + hi + " degrees" );
		return angle;
	}

	@Override
	public void write( final List< View > views, final Path file, final ForeignFrame frame ) throws IOException
	{
		final Affine3D worldFromFile = frame.worldFromFile( WorldAxes.RAS );
		final JsonArray array = new JsonArray();
		for ( final View v : views )
		{
			final PinholeCamera c = PinholeCamera.of( v.after( worldFromFile ).projection() );
			final JsonObject view = new JsonObject();
			view.addProperty( "name", v.name() );
			view.add( "intrinsic",
					GeometryJson.matrix( new double[] { c.fx(), c.skew(), c.cx() + 0.5, 0, c.fy(), c.cy() + 0.5, 0, 0, 1 }, 3 ) );
			final double[] rigid = Arrays.copyOf( c.cameraFromWorld().toArray(), 16 );
			rigid[ 15 ] = 1;
			view.add( "extrinsic", GeometryJson.matrix( rigid, 4 ) );
			view.addProperty( "sensor_width", v.columns() );
			view.addProperty( "sensor_height", v.rows() );
			view.addProperty( "pixel_size", v.pixelSpacingX() );
			array.add( view );
		}
		GeometryJson.write( FORMAT, array, file );
	}
}
