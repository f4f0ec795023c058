/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.registration.CalibrationError;
import org.raywarp.registration.LossPath;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RegistrationQuality;
import org.raywarp.registration.RegistrationResult;
import org.raywarp.registration.ViewPlanning;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.img.array.ArrayImgs;

/**
 * With a method whose answer is known: a plate that moves along its normal by a tenth of a mm a degree.
 */
class CalibrationSensitivityTest
{
	private static final Grid GRID = Grid.centered( new int[] { 100, 8, 8 }, 0.1, 2, 2 );

	private static final double[] CENTER = GRID.center();

	private static Radiograph radiograph( final double angle )
	{
		return new Radiograph( ArrayImgs.floats( 4, 4 ), null,
				ConeBeamGeometry.standard( new CArmAngulation( angle, 0 ), 4, 4 ).view( angle == 0 ? "frontal" : "lateral" ) );
	}

	/** Correlation greatest where the second view is at 92 degrees. */
	private static RegistrationResult plate( final List< Radiograph > radiographs, final Progress progress )
	{
		assertEquals( 0, ViewPlanning.angulation( radiographs.get( 0 ).view(), CENTER ).primaryAngle(), 1e-9 );
		final double angle = ViewPlanning.angulation( radiographs.get( 1 ).view(), CENTER ).primaryAngle();
		final long shift = Math.round( angle - 90 );
		final byte[] labels = new byte[ GRID.voxelCount() ];
		for ( int i = 0; i < labels.length; ++i )
			labels[ i ] = ( byte ) ( Math.abs( i % 100 - 50 - shift ) <= 20 ? 1 : 0 );
		progress.report( 1, "registered" );
		return new RegistrationResult( Similarity.IDENTITY, null, null, null, Volume.labels( GRID, labels ), List.of(), List.of(),
				new RegistrationQuality( 0, 0, 0.9 - 0.001 * Math.abs( angle - 92 ), 0, LossPath.NONE, List.of() ) );
	}

	@Test
	void showsHowFarTheResultMoves()
	{
		final CalibrationSensitivity sensitivity = new CalibrationSensitivity( CalibrationError.PRIMARY_ANGLE, 1, CENTER );
		final double[] last = { -1 };
		final List< CalibrationSensitivity.Point > points = sensitivity.run( List.of( radiograph( 0 ), radiograph( 90 ) ),
				CalibrationSensitivity.amounts( -8, 8, 2 ), CalibrationSensitivityTest::plate, ( f, what ) -> {
					assertTrue( f > last[ 0 ] && f <= 1, f + " after " + last[ 0 ] );
					last[ 0 ] = f;
				} );
		assertEquals( 9, points.size() );
		assertEquals( 0, points.get( 4 ).metrics().assd() );
		assertEquals( 1, points.get( 4 ).metrics().dice() );
		for ( final CalibrationSensitivity.Point p : points )
		{
			// 41 layers, of which as many are lost as it is shifted by.
			assertEquals( ( 41 - Math.abs( p.amount() ) ) / 41, p.metrics().dice(), 1e-9 );
			assertEquals( 0.1 * Math.abs( p.amount() ), p.metrics().hd95(), 1e-6 );
			assertEquals( 0.9 - 0.001 * Math.abs( p.amount() - 2 ), p.correlation(), 1e-9 );
		}
		final String sentence = sensitivity.sentence( "lateral", points );
		assertTrue( sentence.startsWith( "An error of 4 degrees of the primary angle of the view \"lateral\" costs 0." ), sentence );
		assertTrue( sentence.contains( "moves by less than 0.5 mm" ), sentence );
		assertTrue( sentence.contains( "agree best with +2 degrees (correlation 0.9000, 0.8980 as it is given)" ), sentence );
	}

	@Test
	void amountsAreMultiplesOfTheStepAndZero()
	{
		assertArrayEquals( new double[] { -10, -7.5, -5, -2.5, 0, 2.5, 5, 7.5, 10 }, CalibrationSensitivity.amounts( -10, 10, 2.5 ) );
		assertArrayEquals( new double[] { 0, 0.3, 0.6 }, CalibrationSensitivity.amounts( 0.2, 0.6, 0.3 ), 1e-12 );
		assertThrows( IllegalArgumentException.class, () -> CalibrationSensitivity.amounts( -10, 10, 0 ) );
		assertThrows( IllegalArgumentException.class, () -> CalibrationSensitivity.amounts( 1, -1, 1 ) );
		assertThrows( IllegalArgumentException.class, () -> CalibrationSensitivity.amounts( -10, 10, 0.01 ) );
	}

	@Test
	void refusesAViewThatIsNotThere()
	{
		final CalibrationSensitivity third = new CalibrationSensitivity( CalibrationError.PRIMARY_ANGLE, 2, CENTER );
		assertEquals( "There is no view 3 to be wrong: there is 1 X-ray.",
				assertThrows( IllegalArgumentException.class, () -> third.run( List.of( radiograph( 0 ) ), new double[ 1 ],
						CalibrationSensitivityTest::plate, Progress.NONE ) ).getMessage() );
	}
}
