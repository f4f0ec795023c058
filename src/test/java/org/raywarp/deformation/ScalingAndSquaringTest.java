/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;
import org.raywarp.OutsideData;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import net.imglib2.parallel.Parallelization;

class ScalingAndSquaringTest
{
	private static final Grid GRID = Grid.centered( new int[] { 41, 37, 33 }, 0.7, 1, 1.4 );

	private static DisplacementField flow( final Grid grid, final SampleFields.VectorFunction velocity, final int squarings )
	{
		return ScalingAndSquaring.integrate( VelocityField.of( grid, SampleFields.sample( grid, velocity ) ), squarings );
	}

	@Test
	void rotationalVelocityFlowsInCircles()
	{
		// v = w x: the flow turns by w about the z axis. The world is rotated against the grid, so that frames matter.
		final Grid grid = new Grid( new int[] { 41, 41, 5 }, Affine3D.of( 0, -0.9, 0, 18, 1.1, 0, 0, -22, 0, 0, 2, -4 ) );
		final double w = 0.3;
		final DisplacementField u = flow( grid, ( x, y, z ) -> new double[] { -w * y, w * x, 0 }, 7 );
		for ( final double[] p : new double[][] { { 0, 0, 0 }, { 6, -5, 0 }, { -8, 3, 2 } } )
			assertArrayEquals(
					new double[] { Math.cos( w ) * p[ 0 ] - Math.sin( w ) * p[ 1 ], Math.sin( w ) * p[ 0 ] + Math.cos( w ) * p[ 1 ],
							p[ 2 ] },
					Deformations.sourcePoints( p, u ), 1e-5 );
	}

	@Test
	void linearFlowOfTheReferenceIsMet() throws IOException
	{
		final JsonObject reference = JsonParser
				.parseString( Files.readString( OutsideData.folder( "reference" ).resolve( "deformation.json" ) ) ).getAsJsonObject();
		final Grid grid = Grid.centered( new int[] { 49, 49, 49 }, 1, 1, 1 );
		final Affine3D velocity = affine( reference.getAsJsonArray( "M" ), reference.getAsJsonArray( "t" ) );
		for ( int squarings = 7; squarings <= 12; ++squarings )
		{
			final DisplacementField forward = flow( grid, velocity::apply, squarings );
			final VelocityField negative = VelocityField.of( grid, SampleFields.sample( grid, velocity::apply ) ).negated();
			final DisplacementField backward = ScalingAndSquaring.integrate( negative, squarings );
			for ( final double[] x : new double[][] { { 0, 0, 0 }, { 5, -3, 2 }, { -8, 8, 8 }, { 10, 10, -10 } } )
			{
				assertArrayEquals( homogeneous( reference.getAsJsonArray( "expG" ) ).apply( x ), Deformations.sourcePoints( x, forward ),
						1e-5 );
				assertArrayEquals( homogeneous( reference.getAsJsonArray( "exp_minus_G" ) ).apply( x ),
						Deformations.sourcePoints( x, backward ),
						1e-5 );
			}
			assertEquals( reference.get( "det" ).getAsDouble(),
					Deformations.jacobianDeterminant( forward ).voxels().getAt( 24, 25, 23 ).get(), 1e-4 );
		}
	}

	private static Affine3D affine( final JsonArray m, final JsonArray t )
	{
		final double[] a = new double[ 12 ];
		for ( int i = 0; i < 12; ++i )
			a[ i ] = i % 4 == 3 ? t.get( i / 4 ).getAsDouble() : m.get( i / 4 ).getAsJsonArray().get( i % 4 ).getAsDouble();
		return Affine3D.of( a );
	}

	private static Affine3D homogeneous( final JsonArray g )
	{
		final double[] a = new double[ 12 ];
		for ( int i = 0; i < 12; ++i )
			a[ i ] = g.get( i / 4 ).getAsJsonArray().get( i % 4 ).getAsDouble();
		return Affine3D.of( a );
	}

	@Test
	void flowOfTheNegativeIsTheInverse()
	{
		final VelocityField v = VelocityField.of( GRID, SampleFields.sample( GRID, SampleFields::waves ) );
		final DisplacementField forward = ScalingAndSquaring.integrate( v ), backward = ScalingAndSquaring.integrate( v.negated() );
		final double[] points = { 0, 0, 0, 5, 5, -5, -3, 6, 4 };
		// Seven interpolations of waves of 50 mm sampled every 1.4 mm.
		assertArrayEquals( points, Deformations.sourcePoints( Deformations.sourcePoints( points, forward ), backward ), 5e-3 );
	}

	@Test
	void flowAgreesWithRungeKuttaAlongTheVelocity()
	{
		final DisplacementField u = flow( GRID, SampleFields::waves, 7 );
		double[] x = { 2, -3, 4 };
		final double h = 1e-3;
		for ( int s = 0; s < 1000; ++s )
		{
			final double[] v = SampleFields.waves( x[ 0 ], x[ 1 ], x[ 2 ] );
			final double[] w = SampleFields.waves( x[ 0 ] + h / 2 * v[ 0 ], x[ 1 ] + h / 2 * v[ 1 ], x[ 2 ] + h / 2 * v[ 2 ] );
			x = new double[] { x[ 0 ] + h * w[ 0 ], x[ 1 ] + h * w[ 1 ], x[ 2 ] + h * w[ 2 ] };
		}
		// Trilinear interpolation of the waves errs by up to 2.5 (0.13 1.4)^2 / 8 = 0.01 mm between voxels.
		assertArrayEquals( x, Deformations.sourcePoints( new double[] { 2, -3, 4 }, u ), 0.02 );
	}

	@Test
	void strongSmoothFlowsDoNotFold()
	{
		final DisplacementField u =
				flow( GRID, ( x, y, z ) -> new double[] { 6 * Math.sin( 0.25 * y ), 6 * Math.cos( 0.2 * x ), 3 * Math.sin( 0.2 * z ) },
						7 );
		assertEquals( 0, Deformations.foldedVoxels( Deformations.jacobianDeterminant( u ) ) );
	}

	@Test
	void borderValuesContinueOutside()
	{
		final DisplacementField u = flow( GRID, ( x, y, z ) -> new double[] { 30, -20, 10 }, 7 );
		for ( int i = 0; i < 3; ++i )
			assertEquals( new float[] { 30, -20, 10 }[ i ], u.vectors().getAt( i, 0, 0, 0 ).get(), 1e-4 );
	}

	@Test
	void threadsDoNotMatter()
	{
		final VelocityField v = VelocityField.of( GRID, SampleFields.noise( GRID, 1 ) );
		final float[] parallel = FloatArrays.of( ScalingAndSquaring.integrate( v ).vectors() );
		final float[] single = Parallelization.runSingleThreaded( () -> FloatArrays.of( ScalingAndSquaring.integrate( v ).vectors() ) );
		assertArrayEquals( single, parallel );
	}

	@Test
	void numberOfSquaringsIsChecked()
	{
		final VelocityField v = VelocityField.of( GRID, new float[ 3 * GRID.voxelCount() ] );
		assertTrue(
				assertThrows( IllegalArgumentException.class, () -> ScalingAndSquaring.integrate( v, -1 ) ).getMessage().contains( "-1" ) );
	}
}
