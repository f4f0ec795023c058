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
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

class SurroundingsTest
{
	private static final TriangleMesh FEMUR = ParametricFemur.surface( FemurShape.mean() );

	private static final HeadSphere HEAD = HeadSphere.of( FEMUR );

	/** Wide enough for a whole thigh. */
	private static final Grid WIDE = Grid.centered( new int[] { 160, 160, 48 }, 2, 2, 4 );

	@Test
	void thighsHaveThePublishedMusclesAndFat()
	{
		double muscle = 0, between = 0, beneath = 0, hu = 0;
		final int thighs = 60;
		for ( long seed = 0; seed < thighs; ++seed )
		{
			final Thigh thigh = new Thigh( HEAD, WIDE, seed );
			for ( double y = -160; y < 160; y += 2 )
				for ( double x = -160; x < 160; x += 2 )
				{
					// At the narrow end, in cm2.
					final double outside = thigh.outside( x, y, -70 ), value = thigh.at( x, y, -70 ), area = 0.04 / thighs;
					if ( outside > 0 )
						beneath += value > -300 ? area : 0;
					else if ( value < -30 )
						between += area;
					else
					{
						muscle += area;
						hu += area * value;
					}
				}
		}
		// Means of 131.2 and 90.2 cm2 and the femur's 7, of 46.8 and 104.0, of 9.2 and 9.4, of 38.0 and 34.7 HU.
		assertEquals( 117.7, muscle, 15, "muscle, cm2" );
		assertEquals( 75.4, beneath, 15, "fat beneath the skin, cm2" );
		assertTrue( between > 4 && between < 20, between + " cm2 of fat between the muscles" );
		assertEquals( 36, hu / muscle, 8, "HU of muscle" );
	}

	@Test
	void girthVariesAsPublishedSectionsDo()
	{
		double sum = 0, square = 0;
		for ( long seed = 0; seed < 200; ++seed )
		{
			final double girth = new Thigh( HEAD, WIDE, seed ).girth() / 10;
			sum += girth;
			square += girth * girth;
		}
		// Circles of the mean sections: 49.9 and 51.4 cm around; their spread follows from those of muscle and fat.
		assertEquals( 50.7, sum / 200, 1.5 );
		assertEquals( 4.5, Math.sqrt( square / 200 - sum * sum / 40000 ), 1 );
	}

	@Test
	void pelvisLeavesTheJointSpaceAndStandsAboveTheHead()
	{
		double joint = 0;
		for ( long seed = 0; seed < 40; ++seed )
		{
			final Tissue hip = new HipRegion( HEAD, GridSize.FULL.grid(), seed );
			double gap = 0;
			// Up and to medial, where the socket is deep.
			while ( gap < 12
					&& hip.at( HEAD.x() + 0.3 * ( HEAD.radius() + gap ), HEAD.y(), HEAD.z() + 0.954 * ( HEAD.radius() + gap ) ) < 600 )
				gap += 0.1;
			joint += gap / 40;
			assertTrue( hip.at( HEAD.x() - 45, HEAD.y(), HEAD.z() - 60 ) < 100, "the shaft's side is soft" );
		}
		assertEquals( 4.19, joint, 0.6 );
	}

	@Test
	void surroundingsChangeNeitherLabelsNorBone()
	{
		final LabeledCt plain = make( FemurModelSettings.STANDARD );
		final float[] labels = FloatArrays.of( plain.labels().voxels() ), hu = FloatArrays.of( plain.ct().voxels() );
		for ( final Surroundings s : Surroundings.values() )
		{
			final LabeledCt made = make( FemurModelSettings.STANDARD.with( s ).withSoftEdge( 12 ) );
			assertArrayEquals( labels, FloatArrays.of( made.labels().voxels() ) );
			final float[] other = FloatArrays.of( made.ct().voxels() );
			double difference = 0, count = 0;
			for ( int i = 0; i < labels.length; ++i )
				if ( labels[ i ] == 1 )
				{
					difference += Math.abs( other[ i ] - hu[ i ] );
					++count;
				}
			// Voxels on the surface hold some of what is about the bone.
			assertTrue( difference / count < 15, s + " " + difference / count + " HU" );
		}
	}

	@Test
	void softEdgeThinsOutToAir()
	{
		final Grid grid = GridSize.QUARTER.grid();
		final float[] sharp = FloatArrays.of( make( FemurModelSettings.STANDARD ).ct().voxels() );
		final float[] soft = FloatArrays.of( make( FemurModelSettings.STANDARD.withSoftEdge( 16 ) ).ct().voxels() );
		final int[] n = grid.size();
		final int border = n[ 0 ] * ( n[ 1 ] / 2 + n[ 1 ] * ( n[ 2 ] / 2 ) ), middle = border + n[ 0 ] - 12;
		assertTrue( sharp[ border + n[ 0 ] - 1 ] > -200 );
		assertTrue( soft[ border + n[ 0 ] - 1 ] < -900 );
		assertEquals( sharp[ middle ], soft[ middle ] );
	}

	@Test
	void negativeSoftEdgeIsRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> FemurModelSettings.STANDARD.withSoftEdge( -1 ) );
	}

	private static LabeledCt make( final FemurModelSettings settings )
	{
		return SurfaceToCt.makeInFrame( FEMUR, GridSize.QUARTER, settings, 1, Progress.NONE );
	}
}
