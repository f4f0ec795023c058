/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;
import java.util.Locale;

import org.raywarp.metrics.PartialCorrelation;
import org.raywarp.volume.FloatArrays;

/**
 * Checks of the values of a radiograph: log attenuation, bones bright.
 */
final class IntensityChecks
{
	/** No log attenuation is greater: a photon in 10 million. */
	private static final double GREATEST = 16;

	/** Noise goes below 0 in air, but neither as far nor as often. */
	private static final double BELOW = -0.3, SHARE_BELOW = 0.01;

	/** Mean inside the mask less that around it, in standard deviations of both, from which on bones are called dark. */
	private static final double DARK = -0.5;

	/** The same where there is no mask, as a correlation with the atlas's projection. */
	private static final double DARK_CORRELATION = -0.3;

	/** Width of the ring about a mask, as a share of the image's shorter side. */
	private static final double RING = 0.04;

	private static final String REMEDY = "invert it with Edit>Invert, or take -ln(I/I0) of an intensity I";

	private IntensityChecks()
	{}

	static void add( final Radiograph radiograph, final ExpectedView expected, final boolean masked,
			final List< Finding > findings )
	{
		final float[] image = FloatArrays.of( radiograph.image() );
		final String view = radiograph.view().name();
		float least = Float.POSITIVE_INFINITY, greatest = Float.NEGATIVE_INFINITY;
		int below = 0;
		for ( final float v : image )
		{
			least = Math.min( least, v );
			greatest = Math.max( greatest, v );
			below += v < BELOW ? 1 : 0;
		}
		if ( least == greatest )
		{
			findings.add( Finding.error( "The X-ray image of view \"" + view + "\" is empty: every pixel is " + least
					+ "; expected log attenuation that varies." ) );
			return;
		}
		if ( greatest > GREATEST )
			findings.add( Finding.warning( String.format( Locale.ROOT,
					"The X-ray image of view \"%s\" has values up to %.5g, which are raw intensities or gray levels and no log attenuation; take -ln(I/I0), I0 being the value of the open beam.",
					view, greatest ) ) );
		else if ( below > SHARE_BELOW * image.length )
			findings.add( Finding.warning( String.format( Locale.ROOT,
					"The X-ray image of view \"%s\" has values down to %.3g, and log attenuation is 0 or more; take -ln(I/I0), I0 being the value of the open beam.",
					view, least ) ) );
		if ( !masked ? likeness( radiograph, expected ) < DARK_CORRELATION
				: contrast( image, FloatArrays.of( radiograph.mask() ), radiograph.view().columns() ) < DARK )
			findings.add( Finding.warning(
					"Bones look dark in the X-ray image of view \"" + view + "\"; they have to be bright: " + REMEDY + "." ) );
	}

	/** How much brighter it is inside the mask than in a ring about it; 0 where either is empty. */
	static double contrast( final float[] image, final float[] mask, final int columns )
	{
		final int rows = mask.length / columns, ring = Math.max( 2, ( int ) Math.round( RING * Math.min( columns, rows ) ) );
		final double[] inside = new double[ 3 ], outside = new double[ 3 ];
		for ( int i = 0; i < mask.length; ++i )
			if ( mask[ i ] > 0.5 )
				sum( inside, image[ i ] );
			else if ( isNear( mask, columns, rows, i, ring ) )
				sum( outside, image[ i ] );
		if ( inside[ 0 ] == 0 || outside[ 0 ] == 0 )
			return 0;
		final double variance = ( variance( inside ) + variance( outside ) ) / 2;
		return ( inside[ 1 ] / inside[ 0 ] - outside[ 1 ] / outside[ 0 ] ) / Math.sqrt( Math.max( 1e-12, variance ) );
	}

	private static void sum( final double[] moments, final double value )
	{
		moments[ 0 ] += 1;
		moments[ 1 ] += value;
		moments[ 2 ] += value * value;
	}

	private static double variance( final double[] moments )
	{
		final double mean = moments[ 1 ] / moments[ 0 ];
		return moments[ 2 ] / moments[ 0 ] - mean * mean;
	}

	/** Along rows and columns only, which is enough for a ring. */
	private static boolean isNear( final float[] mask, final int columns, final int rows, final int pixel, final int ring )
	{
		final int c = pixel % columns, r = pixel / columns;
		for ( int d = 1; d <= ring; ++d )
			if ( c >= d && mask[ pixel - d ] > 0.5 || c + d < columns && mask[ pixel + d ] > 0.5
					|| r >= d && mask[ pixel - d * columns ] > 0.5 || r + d < rows && mask[ pixel + d * columns ] > 0.5 )
				return true;
		return false;
	}

	static double likeness( final Radiograph radiograph, final ExpectedView expected )
	{
		final int n = expected.excess().length;
		final float[] values = new float[ n ], coverage = new float[ n ];
		Rectification.resample( new Radiograph( radiograph.image(), null, radiograph.view() ), expected.raster(), values, coverage );
		final double[] image = new double[ n ], region = new double[ n ];
		for ( int i = 0; i < n; ++i )
		{
			image[ i ] = values[ i ];
			region[ i ] = coverage[ i ] * expected.counted()[ i ];
		}
		return new PartialCorrelation( image, region, ViewFit.background( expected.raster(), ViewFit.ORDER_UNMASKED ) )
				.of( expected.excess(), null );
	}
}
