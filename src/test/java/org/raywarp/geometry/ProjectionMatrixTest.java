/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;
import org.raywarp.OutsideData;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class ProjectionMatrixTest
{
	/** Neither square pixels, nor a right angle between them, nor any particular frame. */
	private static final ProjectionMatrix SKEW = ProjectionMatrix.of( 270, 19, 3, 18000, -12, 27, -250, 25000, 0.1, 1.2, -0.2, 925 );

	@Test
	void sourceIsTheNullPoint()
	{
		final double[] h = SKEW.homogeneousFromWorld().apply( SKEW.source() );
		assertArrayEquals( new double[ 3 ], h, 1e-9 );
	}

	@Test
	void pointsOnARayProjectToItsPixelAtTheirDepth()
	{
		final double[] source = SKEW.source(), direction = SKEW.rayDirection( 12.25, 40.5 );
		for ( final double depth : new double[] { 1, 500, 1000 } )
			assertArrayEquals( new double[] { 12.25, 40.5, depth },
					SKEW.project( source[ 0 ] + depth * direction[ 0 ], source[ 1 ] + depth * direction[ 1 ],
							source[ 2 ] + depth * direction[ 2 ] ),
					1e-8 );
	}

	@Test
	void scaleDoesNotMatter()
	{
		final double[] doubled = SKEW.toArray();
		for ( int i = 0; i < 12; ++i )
			doubled[ i ] *= 7.5;
		assertArrayEquals( SKEW.toArray(), ProjectionMatrix.of( doubled ).toArray(), 1e-10 );
	}

	@Test
	void depthIsInMillimetersAndNegativeBehindTheSource()
	{
		final double[] p = SKEW.toArray();
		assertEquals( 1, Math.sqrt( p[ 8 ] * p[ 8 ] + p[ 9 ] * p[ 9 ] + p[ 10 ] * p[ 10 ] ), 1e-12 );
		final double[] source = SKEW.source();
		assertEquals( -10, SKEW.project( source[ 0 ] - 10 * p[ 8 ], source[ 1 ] - 10 * p[ 9 ], source[ 2 ] - 10 * p[ 10 ] )[ 2 ], 1e-9 );
	}

	@Test
	void rasterChangeMovesPixelsAndKeepsRays()
	{
		final ProjectionMatrix mirrored = SKEW.onRaster( -1, 39, 2, 0.5 );
		final double[] before = SKEW.project( 5, 6, 7 ), after = mirrored.project( 5, 6, 7 );
		assertArrayEquals( new double[] { 39 - before[ 0 ], 2 * before[ 1 ] + 0.5, before[ 2 ] }, after, 1e-9 );
		assertArrayEquals( SKEW.source(), mirrored.source(), 1e-9 );
	}

	@Test
	void movedWorldProjectsAsItsImage()
	{
		final Affine3D worldFromMoved = Affine3D.of( 0.8, -0.6, 0, 5, 0.6, 0.8, 0, -3, 0, 0, 1.1, 8 );
		final double[] expected = SKEW.project( worldFromMoved.apply( 10, 20, 30 ) ),
				found = SKEW.after( worldFromMoved ).project( 10, 20, 30 );
		assertEquals( expected[ 0 ], found[ 0 ], 1e-9 );
		assertEquals( expected[ 1 ], found[ 1 ], 1e-9 );
	}

	@Test
	void parallelAndDegenerateMatricesAreRefused()
	{
		final String parallel =
				assertThrows( IllegalArgumentException.class, () -> ProjectionMatrix.of( 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1 ) )
						.getMessage();
		assertTrue( parallel.contains( "singular" ), parallel );
		final String flat = assertThrows( IllegalArgumentException.class, () -> ProjectionMatrix.of( 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1, 0 ) )
				.getMessage();
		assertTrue( flat.contains( "singular" ), flat );
	}

	/** Matrices, sources and pixel positions computed by other code. */
	@Test
	void agreesWithReferenceGeometries() throws IOException
	{
		for ( final String name : new String[] { "analytic.json", "plastimatch.json" } )
			for ( final JsonElement view : JsonParser.parseString( Files.readString( OutsideData.folder( "reference" ).resolve( name ) ) )
					.getAsJsonObject()
					.getAsJsonArray( "views" ) )
				compare( view.getAsJsonObject().getAsJsonObject( "geometry" ) );
	}

	private static void compare( final JsonObject geometry )
	{
		final double[] source = numbers( geometry, "source" ), pixel00 = numbers( geometry, "pixel00" ), dCol = numbers( geometry, "dCol" ),
				dRow = numbers( geometry, "dRow" ), rowMajor = new double[ 12 ];
		for ( int r = 0; r < 3; ++r )
			for ( int c = 0; c < 4; ++c )
				rowMajor[ 4 * r + c ] =
						geometry.getAsJsonArray( "projection_matrix_world_to_colrow" ).get( r ).getAsJsonArray().get( c ).getAsDouble();
		final ProjectionMatrix p = ProjectionMatrix.of( rowMajor );
		assertArrayEquals( source, p.source(), 1e-8 );
		for ( final int[] pixel : new int[][] { { 0, 0 }, { 17, 31 } } )
		{
			final double[] x = new double[ 3 ], ray = p.rayDirection( pixel[ 0 ], pixel[ 1 ] );
			for ( int d = 0; d < 3; ++d )
				x[ d ] = pixel00[ d ] + pixel[ 0 ] * dCol[ d ] + pixel[ 1 ] * dRow[ d ];
			assertArrayEquals( new double[] { pixel[ 0 ], pixel[ 1 ], 1000 }, p.project( x ), 1e-8 );
			for ( int d = 0; d < 3; ++d )
				assertEquals( x[ d ], source[ d ] + 1000 * ray[ d ], 1e-8 );
		}
		final boolean frontal = Math.abs( source[ 0 ] ) < 1;
		// The reference's detector opposes ours: its source is anterior of the patient, or at the left.
		final CArmAngulation angulation = new CArmAngulation( frontal ? 180 : -90, 0 );
		for ( int d = 0; d < 3; ++d )
			assertEquals( -source[ d ] / 925, angulation.beamDirection()[ d ], 1e-12 );
	}

	private static double[] numbers( final JsonObject json, final String key )
	{
		final JsonArray array = json.getAsJsonArray( key );
		return new double[] { array.get( 0 ).getAsDouble(), array.get( 1 ).getAsDouble(), array.get( 2 ).getAsDouble() };
	}
}
