/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.View;

import net.imglib2.img.array.ArrayImgs;

public class RectificationTest
{
	private static final double[] BLOB = { 6, -4, 11 };

	private static final double SIGMA = 12;

	@Test
	public void standardViewOfTheStandardCArmIsItself()
	{
		final View view = ConeBeamGeometry.standard( new CArmAngulation( 20, 0 ), 40, 56 ).view( "a" );
		final View standard = Rectification.standardView( view, new double[ 3 ], 40, 56 );
		assertArrayEquals( view.projection().toArray(), standard.projection().toArray(), 1e-9 );
	}

	@Test
	public void posteriorAnteriorAndOppositeLateralViewsAreMirrored()
	{
		for ( final double angle : new double[] { 180, -90 } )
		{
			final View view = ConeBeamGeometry.standard( new CArmAngulation( angle, 0 ), 40, 56 ).view( "a" );
			final double[] a = view.projection().project( 10, 10, 5 );
			final double[] b = Rectification.standardView( view, new double[ 3 ], 40, 56 ).projection().project( 10, 10, 5 );
			assertEquals( 39 - a[ 0 ], b[ 0 ], 1e-9 );
			assertEquals( a[ 1 ], b[ 1 ], 1e-9 );
		}
	}

	@Test
	public void tiltedShearedDetectorGivesTheImageOfTheStandardOne()
	{
		final View straight = ConeBeamGeometry
				.of( 1200, 800, new double[] { 3, 2, -5 }, new CArmAngulation( -25, 10 ), new Detector( 300, 340, 0.7, 0.65, 131, 190 ) )
				.view( "oblique" );
		// Pixels of another plane through the same source: any invertible map of homogeneous pixel coordinates.
		final Affine3D homography = Affine3D.of( 1, 0.04, 6, 0, -0.03, 0.97, 3, 0, 2e-5, -3e-5, 1, 0 );
		final View tilted = new View( "tilted",
				ProjectionMatrix.of( homography.after( straight.projection().homogeneousFromWorld() ).toArray() ), 300, 340, 1, 1 );
		final float[] image = render( tilted );
		final View standard = Rectification.standardView( tilted, new double[ 3 ], 40, 56 );
		final float[] values = new float[ 40 * 56 ], coverage = new float[ 40 * 56 ];
		Rectification.resample( new Radiograph( ArrayImgs.floats( image, 300, 340 ), null, tilted ), standard, values, coverage );
		final float[] expected = render( standard );
		double peak = 0, worst = 0;
		for ( int i = 0; i < expected.length; ++i )
		{
			peak = Math.max( peak, expected[ i ] );
			if ( coverage[ i ] > 0.999 )
				worst = Math.max( worst, Math.abs( expected[ i ] - values[ i ] ) );
		}
		assertEquals( SIGMA * Math.sqrt( 2 * Math.PI ), peak, 0.1 );
		// A pixel is averaged here and a point there: h^2 / 24 of the curvature, h = 0.31 sigma, in both directions.
		assertTrue( worst < 0.01 * peak, "largest difference " + worst );
	}

	@Test
	public void onlyPixelsInsideTheMaskCount()
	{
		final View view = ConeBeamGeometry.standard( new CArmAngulation( 0, 0 ), 40, 56 ).view( "a" );
		final float[] image = new float[ 40 * 56 ], mask = new float[ 40 * 56 ];
		for ( int i = 0; i < image.length; ++i )
		{
			image[ i ] = i % 40 < 20 ? 3 : 100;
			mask[ i ] = i % 40 < 20 ? 1 : 0;
		}
		final float[] values = new float[ 20 * 28 ], coverage = new float[ 20 * 28 ];
		Rectification.resample( new Radiograph( ArrayImgs.floats( image, 40, 56 ), ArrayImgs.floats( mask, 40, 56 ), view ),
				view.resampled( 20, 28 ), values, coverage );
		for ( int i = 0; i < values.length; ++i )
			assertEquals( i % 20 < 10 ? 3 : 0, values[ i ], 1e-6 );
	}

	/** Closed-form line integrals of a Gaussian blob. */
	private static float[] render( final View view )
	{
		final float[] image = new float[ view.columns() * view.rows() ];
		final double[] source = view.projection().source();
		for ( int i = 0; i < image.length; ++i )
		{
			final double[] ray = view.projection().rayDirection( i % view.columns(), i / view.columns() );
			double rr = 0, rb = 0, bb = 0;
			for ( int d = 0; d < 3; ++d )
			{
				final double b = BLOB[ d ] - source[ d ];
				rr += ray[ d ] * ray[ d ];
				rb += ray[ d ] * b;
				bb += b * b;
			}
			image[ i ] = ( float ) ( SIGMA * Math.sqrt( 2 * Math.PI ) * Math.exp( -( bb - rb * rb / rr ) / ( 2 * SIGMA * SIGMA ) ) );
		}
		return image;
	}
}
