/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.OutsideData;
import org.raywarp.geometry.Affine3D;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class SimilarityTest
{
	private static final Similarity SAMPLE = new Similarity( 20, -35, 50, 3, -4, 5, 1.08 );

	private static final double[] CENTER = { 10, -20, 30 };

	@Test
	void decompositionGivesTheParametersBack()
	{
		final Random random = new Random( 2 );
		for ( int i = 0; i < 100; ++i )
		{
			final Similarity s =
					new Similarity( 340 * random.nextDouble() - 170, 178 * random.nextDouble() - 89, 340 * random.nextDouble() - 170,
							random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), 0.1 + random.nextDouble() );
			assertSame( s, Similarity.fromAffine( s.about( CENTER ), CENTER ) );
		}
	}

	@Test
	void quarterTurnAboutYGivesTheMapBack()
	{
		for ( final double y : new double[] { 90, -90 } )
		{
			final Affine3D map = new Similarity( 25, y, -40, 1, 2, 3, 1.2 ).about( CENTER );
			assertArrayEquals( map.toArray(), Similarity.fromAffine( map, CENTER ).about( CENTER ).toArray(), 1e-9 );
		}
	}

	@Test
	void inverseUndoesAboutTheSameCenter()
	{
		final Affine3D identity = SAMPLE.inverse().about( CENTER ).after( SAMPLE.about( CENTER ) );
		assertArrayEquals( Affine3D.IDENTITY.toArray(), identity.toArray(), 1e-12 );
	}

	@Test
	void compositionIsThatOfTheMaps()
	{
		final Similarity first = new Similarity( -70, 15, 130, -8, 6, 2, 0.7 );
		assertArrayEquals( SAMPLE.about( CENTER ).after( first.about( CENTER ) ).toArray(), SAMPLE.after( first ).about( CENTER ).toArray(),
				1e-12 );
	}

	@Test
	void mirrorsAndShearsAreRefused()
	{
		assertThrows( IllegalArgumentException.class,
				() -> Similarity.fromAffine( Affine3D.of( -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 ), CENTER ) );
		assertThrows( IllegalArgumentException.class,
				() -> Similarity.fromAffine( Affine3D.of( 1, .1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 ), CENTER ) );
		assertThrows( IllegalArgumentException.class,
				() -> Similarity.fromAffine( Affine3D.of( 1, 0, 0, 0, 0, 1.1, 0, 0, 0, 0, 1, 0 ), CENTER ) );
	}

	@Test
	void independentMatrixIsMet() throws IOException
	{
		final JsonObject reference =
				JsonParser.parseString( Files.readString( OutsideData.folder( "reference" ).resolve( "deformation.json" ) ) )
						.getAsJsonObject().getAsJsonArray( "similarity_7dof" ).get( 0 ).getAsJsonObject();
		final JsonArray p = reference.getAsJsonArray( "params_rx_ry_rz_tx_ty_tz_s" ), m = reference.getAsJsonArray( "matrix4x4" );
		final Similarity s = new Similarity( Math.toDegrees( p.get( 0 ).getAsDouble() ), Math.toDegrees( p.get( 1 ).getAsDouble() ),
				Math.toDegrees( p.get( 2 ).getAsDouble() ), p.get( 3 ).getAsDouble(), p.get( 4 ).getAsDouble(), p.get( 5 ).getAsDouble(),
				p.get( 6 ).getAsDouble() );
		for ( int r = 0; r < 3; ++r )
			for ( int c = 0; c < 4; ++c )
				assertEquals( m.get( r ).getAsJsonArray().get( c ).getAsDouble(), s.about( 0, 0, 0 ).get( r, c ), 1e-12 );
	}

	private static void assertSame( final Similarity expected, final Similarity actual )
	{
		assertArrayEquals(
				new double[] { expected.rotationX(), expected.rotationY(), expected.rotationZ(), expected.translationX(),
						expected.translationY(),
						expected.translationZ(), expected.scale() },
				new double[] { actual.rotationX(), actual.rotationY(), actual.rotationZ(), actual.translationX(), actual.translationY(),
						actual.translationZ(), actual.scale() },
				1e-9 );
	}
}
