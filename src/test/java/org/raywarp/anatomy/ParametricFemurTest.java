/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.TriangleMesh;

class ParametricFemurTest
{
	@Test
	void samplesAreClosedAndOfTheSizeOfFemora()
	{
		for ( long seed = 0; seed < 12; ++seed )
		{
			final TriangleMesh mesh = ParametricFemur.sample( seed );
			final TriangleMesh closed = ClosedSurface.of( mesh );
			assertEquals( mesh.triangleCount(), closed.triangleCount() );
			// An Euler characteristic of 2: one piece, no handle.
			assertEquals( 2, closed.vertexCount() - closed.triangleCount() / 2 );
			final double volume = ClosedSurface.volume( closed );
			assertTrue( volume > 120e3 && volume < 420e3, volume + " mm^3" );
		}
	}

	@Test
	void sameSeedMakesTheSameFemur()
	{
		assertArrayEquals( ParametricFemur.sample( 4 ).vertices(), ParametricFemur.sample( 4 ).vertices() );
	}

	@Test
	void measuresStayInTheirRanges()
	{
		for ( long seed = 0; seed < 500; ++seed )
			for ( final FemurMeasure m : FemurMeasure.values() )
			{
				final double value = FemurShape.sample( seed ).get( m );
				assertTrue( value >= m.least() && value <= m.greatest(), m + " " + value );
			}
	}

	@Test
	void populationHasTheMeansOfItsMeasures()
	{
		for ( final FemurMeasure m : FemurMeasure.values() )
		{
			double sum = 0;
			for ( long seed = 0; seed < 2000; ++seed )
				sum += FemurShape.sample( seed ).get( m );
			// Four standard errors of the mean.
			assertEquals( m.mean(), sum / 2000, 0.09 * m.standardDeviation(), m.name() );
		}
	}

	@Test
	void measureBeyondItsRangeIsRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> FemurShape.mean().with( FemurMeasure.HEAD_RADIUS, 50 ) );
		assertEquals( 26, FemurShape.mean().with( FemurMeasure.HEAD_RADIUS, 26 ).get( FemurMeasure.HEAD_RADIUS ) );
	}

	@Test
	void marchingTetrahedraKeepTheVolumeOfABall()
	{
		final TriangleMesh ball = Solids.ball( 20, 1 );
		assertEquals( ball.triangleCount(), ClosedSurface.of( ball ).triangleCount() );
		// Chords of 1 mm lie 1 / ( 8 r ) mm inside, some 0.1 percent of the volume.
		assertEquals( 4.0 / 3 * Math.PI * 8000, ClosedSurface.volume( ball ), 0.002 * 33510 );
	}
}
