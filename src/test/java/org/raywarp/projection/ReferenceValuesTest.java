/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.raywarp.OutsideData;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Projections against values computed by other code: closed forms in Python, and plastimatch 1.9.4.
 */
class ReferenceValuesTest
{
	private final Path folder = OutsideData.folder( "reference" );

	/** The tolerances come with the reference values: sampling the phantom dominates. */
	@Test
	void closedFormsOfGaussiansAreMet() throws IOException
	{
		compareWithClosedForm( "gauss", gaussians(), new JosephProjector(), 5e-4 );
		compareWithClosedForm( "gauss", gaussians(), new TrilinearProjector( 256 ), 5e-4 );
	}

	@Test
	void closedFormsOfEllipsoidsAreMet() throws IOException
	{
		compareWithClosedForm( "ellipsoids", ellipsoids(), new JosephProjector(), 5e-3 );
		compareWithClosedForm( "ellipsoids", ellipsoids(), new SiddonProjector(), 5e-3 );
	}

	@Test
	void closedFormOfBoxIsMet() throws IOException
	{
		compareWithClosedForm( "box", box(), new JosephProjector(), 2e-2 );
		compareWithClosedForm( "box", box(), new SiddonProjector(), 2e-2 );
	}

	@Test
	void siddonAgreesWithPlastimatchExact() throws IOException
	{
		compareWithPlastimatch( "exact", new SiddonProjector(), 1e-5 );
	}

	@Test
	void trilinearAgreesWithPlastimatchUniform() throws IOException
	{
		compareWithPlastimatch( "uniform", new TrilinearProjector( 256 ), 1e-2 );
	}

	private JsonObject json( final String name ) throws IOException
	{
		return JsonParser.parseString( Files.readString( folder.resolve( name ) ) ).getAsJsonObject();
	}

	private void compareWithClosedForm( final String phantom, final ToDoubleFunction< double[] > density, final Projector projector,
			final double tolerance ) throws IOException
	{
		final JsonObject json = json( "analytic.json" );
		final Grid grid = grid( json.getAsJsonObject( "volume" ) );
		final int[] n = grid.size();
		final float[] values = new float[ grid.voxelCount() ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] =
					( float ) density.applyAsDouble( grid.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] ) );
		for ( final JsonElement element : json.getAsJsonArray( "views" ) )
		{
			final JsonObject viewJson = element.getAsJsonObject();
			final Path file = folder.resolve( viewJson.getAsJsonObject( phantom ).get( "file" ).getAsString() );
			assertClose( file, Volume.floats( grid, values ), view( viewJson ), projector, tolerance );
		}
	}

	private void compareWithPlastimatch( final String algorithm, final Projector projector, final double tolerance ) throws IOException
	{
		final JsonObject json = json( "plastimatch.json" );
		final Grid grid = grid( json.getAsJsonObject( "volume" ) );
		final byte[] file = Files.readAllBytes( folder.resolve( json.getAsJsonObject( "volume" ).get( "file" ).getAsString() ) );
		final float[] values = floats( ByteBuffer.wrap( file, file.length - 4 * grid.voxelCount(), 4 * grid.voxelCount() ) );
		for ( final JsonElement element : json.getAsJsonArray( "views" ) )
		{
			final JsonObject viewJson = element.getAsJsonObject();
			final Path image = folder.resolve( viewJson.getAsJsonObject( algorithm ).get( "file" ).getAsString() );
			assertClose( image, Volume.floats( grid, values ), view( viewJson ), projector, tolerance );
		}
	}

	private static void assertClose( final Path file, final Volume< FloatType > volume, final View view, final Projector projector,
			final double tolerance ) throws IOException
	{
		final float[] expected = floats( ByteBuffer.wrap( Files.readAllBytes( file ) ) );
		final double error = ImageComparison.relativeRmse( expected, FloatArrays.of( Projections.project( volume, view, projector ) ) );
		assertTrue( error <= tolerance, () -> file + " with " + projector + ": " + error );
	}

	private static float[] floats( final ByteBuffer bytes )
	{
		final float[] values = new float[ bytes.remaining() / 4 ];
		bytes.order( ByteOrder.LITTLE_ENDIAN ).asFloatBuffer().get( values );
		return values;
	}

	private static double[] numbers( final JsonArray array )
	{
		final double[] values = new double[ array.size() ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = array.get( i ).getAsDouble();
		return values;
	}

	private static Grid grid( final JsonObject json )
	{
		final int[] size = Arrays.stream( numbers( json.getAsJsonArray( "dims_xyz" ) ) ).mapToInt( v -> ( int ) v ).toArray();
		return new Grid( size, Affine3D.scaleAndOrigin( numbers( json.getAsJsonArray( "spacing_xyz" ) ),
				numbers( json.getAsJsonArray( "origin_xyz" ) ) ) );
	}

	private static View view( final JsonObject json )
	{
		final JsonObject geometry = json.getAsJsonObject( "geometry" );
		final double[] p = new double[ 12 ];
		for ( int r = 0; r < 3; ++r )
			System.arraycopy( numbers( geometry.getAsJsonArray( "projection_matrix_world_to_colrow" ).get( r ).getAsJsonArray() ), 0, p,
					4 * r, 4 );
		return new View( "reference", ProjectionMatrix.of( p ), geometry.get( "cols" ).getAsInt(), geometry.get( "rows" ).getAsInt(), 1,
				1 );
	}

	private ToDoubleFunction< double[] > gaussians() throws IOException
	{
		final JsonArray blobs = json( "analytic.json" ).getAsJsonArray( "gauss" );
		final double[][] centers = new double[ blobs.size() ][], scales = new double[ blobs.size() ][ 2 ];
		for ( int b = 0; b < centers.length; ++b )
		{
			final JsonObject blob = blobs.get( b ).getAsJsonObject();
			centers[ b ] = numbers( blob.getAsJsonArray( "c" ) );
			scales[ b ] = new double[] { blob.get( "amp" ).getAsDouble(), blob.get( "sigma" ).getAsDouble() };
		}
		return x -> {
			double sum = 0;
			for ( int b = 0; b < centers.length; ++b )
				sum += scales[ b ][ 0 ] * Math.exp( -norm2( x, centers[ b ], 1, 1, 1 ) / ( 2 * scales[ b ][ 1 ] * scales[ b ][ 1 ] ) );
			return sum;
		};
	}

	private ToDoubleFunction< double[] > ellipsoids() throws IOException
	{
		final JsonArray shapes = json( "analytic.json" ).getAsJsonArray( "ellipsoids" );
		final double[][] centers = new double[ shapes.size() ][], axes = new double[ shapes.size() ][];
		final double[] mu = new double[ shapes.size() ];
		for ( int s = 0; s < mu.length; ++s )
		{
			final JsonObject shape = shapes.get( s ).getAsJsonObject();
			centers[ s ] = numbers( shape.getAsJsonArray( "c" ) );
			axes[ s ] = numbers( shape.getAsJsonArray( "axes" ) );
			mu[ s ] = shape.get( "mu" ).getAsDouble();
		}
		return x -> {
			double sum = 0;
			for ( int s = 0; s < mu.length; ++s )
				if ( norm2( x, centers[ s ], axes[ s ] ) <= 1 )
					sum += mu[ s ];
			return sum;
		};
	}

	private ToDoubleFunction< double[] > box() throws IOException
	{
		final JsonObject box = json( "analytic.json" ).getAsJsonArray( "boxes" ).get( 0 ).getAsJsonObject();
		final double[] lo = numbers( box.getAsJsonArray( "lo" ) ), hi = numbers( box.getAsJsonArray( "hi" ) );
		final double mu = box.get( "mu" ).getAsDouble();
		return x -> x[ 0 ] >= lo[ 0 ] && x[ 0 ] <= hi[ 0 ] && x[ 1 ] >= lo[ 1 ] && x[ 1 ] <= hi[ 1 ] && x[ 2 ] >= lo[ 2 ]
				&& x[ 2 ] <= hi[ 2 ] ? mu : 0;
	}

	private static double norm2( final double[] x, final double[] center, final double... axes )
	{
		double sum = 0;
		for ( int d = 0; d < 3; ++d )
			sum += ( x[ d ] - center[ d ] ) * ( x[ d ] - center[ d ] ) / ( axes[ d ] * axes[ d ] );
		return sum;
	}
}
