/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.Map;

import org.raywarp.metrics.NormalizedCrossCorrelation;
import org.raywarp.registration.Radiograph;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A radiograph and the projection of the registered bone, brought to one scale of intensities: the projection d becomes
 * {@code a d + b}, a and b by least squares over the pixels that the projected bone or the mask of the radiograph covers. What
 * lies in front of and behind the bone is in b, as far as it is even.
 *
 * @param radiograph
 *            the X-ray image with its view
 * @param matched
 *            the projection on the scale of the radiograph, log attenuation
 * @param compared
 *            whether a pixel belongs to the bone or the mask
 * @param beside
 *            what the projection is where there is no bone, b
 * @param correlation
 *            of the two over these pixels, from -1 to 1; NaN where one is constant there
 */
record ViewComparison( Radiograph radiograph, float[] matched, boolean[] compared, double beside, double correlation )
{

	private static final Color EDGE = new Color( 0xFFE000 );

	/** From which part of the bone's pixels on they are white. */
	private static final double WHITE = 0.995;

	/** Gray of what is beside the projected bone. */
	private static final double BESIDE = 0.3;

	/** Differences beyond this part of them have the strongest color. */
	private static final double STRONG = 0.95;

	/**
	 * @param radiograph
	 *            the X-ray image
	 * @param drr
	 *            projection of the registered bone, 0 where there is none, in any unit
	 * @return both on one scale
	 */
	static ViewComparison of( final Radiograph radiograph, final RandomAccessibleInterval< FloatType > drr )
	{
		final float[] x = FloatArrays.of( radiograph.image() ), d = FloatArrays.of( drr ), matched = new float[ x.length ];
		final float[] mask = radiograph.mask() == null ? new float[ x.length ] : FloatArrays.of( radiograph.mask() );
		final boolean[] compared = new boolean[ x.length ];
		for ( int i = 0; i < x.length; ++i )
			compared[ i ] = d[ i ] > 0 || mask[ i ] > 0;
		final float[] xs = at( x, compared ), ds = at( d, compared );
		final int n = xs.length;
		double meanX = 0, meanD = 0, covariance = 0, variance = 0;
		for ( int i = 0; i < n; ++i )
		{
			meanX += xs[ i ] / n;
			meanD += ds[ i ] / n;
		}
		for ( int i = 0; i < n; ++i )
		{
			covariance += ( xs[ i ] - meanX ) * ( ds[ i ] - meanD );
			variance += ( ds[ i ] - meanD ) * ( ds[ i ] - meanD );
		}
		final double a = variance > 0 ? covariance / variance : 0;
		for ( int i = 0; i < x.length; ++i )
			matched[ i ] = ( float ) ( a * ( d[ i ] - meanD ) + meanX );
		return new ViewComparison( radiograph, matched, compared, meanX - a * meanD,
				n == 0 ? Double.NaN : NormalizedCrossCorrelation.of( ArrayImgs.floats( xs, n ), ArrayImgs.floats( ds, n ) ) );
	}

	private static float[] at( final float[] values, final boolean[] chosen )
	{
		final float[] some = new float[ values.length ];
		int n = 0;
		for ( int i = 0; i < values.length; ++i )
			if ( chosen[ i ] )
				some[ n++ ] = values[ i ];
		return Arrays.copyOf( some, n );
	}

	/**
	 * @param fraction
	 *            of the width, from 0 to 1
	 * @return the radiograph up to there, the projection beyond
	 */
	Panel swipe( final double fraction )
	{
		final int width = radiograph.view().columns(), edge = ( int ) Math.round( fraction * width );
		final Path2D line = new Path2D.Double();
		line.moveTo( edge - 0.5, -0.5 );
		line.lineTo( edge - 0.5, radiograph.view().rows() - 0.5 );
		return mixed( radiograph.view().name() + ": X-ray | DRR", line, ( column, row ) -> column < edge );
	}

	/**
	 * @param tiles
	 *            along the shorter side
	 * @return radiograph and projection in squares by turns, the radiograph at the upper left
	 */
	Panel checkerboard( final int tiles )
	{
		final int width = radiograph.view().columns(), height = radiograph.view().rows();
		final int side = Math.max( 1, ( int ) Math.ceil( Math.min( width, height ) / ( double ) tiles ) );
		return mixed( radiograph.view().name() + ": X-ray and DRR by turns", new Path2D.Double(),
				( column, row ) -> ( column / side + row / side ) % 2 == 0 );
	}

	private interface Choice
	{
		boolean isRadiograph( int column, int row );
	}

	private Panel mixed( final String title, final Path2D line, final Choice choice )
	{
		final int width = radiograph.view().columns();
		final float[] x = FloatArrays.of( radiograph.image() ), bone = at( x, compared ), mixed = new float[ x.length ];
		Arrays.sort( bone );
		final double white = bone.length == 0 ? 1 : bone[ ( int ) ( WHITE * ( bone.length - 1 ) ) ];
		final double scale = ( 1 - BESIDE ) / Math.max( white - beside, 1e-6 );
		for ( int i = 0; i < x.length; ++i )
			mixed[ i ] = ( float ) ( BESIDE
					+ scale * ( ( choice.isRadiograph( i % width, i / width ) ? x[ i ] : matched[ i ] ) - beside ) );
		return panel( title, mixed, Map.of( line, EDGE ), 1 );
	}

	/**
	 * @return radiograph minus projection in units of log attenuation over the bone and the mask; NaN elsewhere
	 */
	float[] difference()
	{
		final float[] difference = FloatArrays.of( radiograph.image() ).clone();
		for ( int i = 0; i < difference.length; ++i )
			difference[ i ] = compared[ i ] ? difference[ i ] - matched[ i ] : Float.NaN;
		return difference;
	}

	/**
	 * @param outlines
	 *            drawn over it
	 * @return the difference in colors
	 */
	Panel difference( final Map< Path2D, Color > outlines )
	{
		final float[] difference = difference();
		final float[] sizes = at( difference, compared );
		for ( int i = 0; i < sizes.length; ++i )
			sizes[ i ] = Math.abs( sizes[ i ] );
		Arrays.sort( sizes );
		final double range = sizes.length == 0 ? 0 : sizes[ ( int ) ( STRONG * ( sizes.length - 1 ) ) ];
		return panel( radiograph.view().name() + ": X-ray minus DRR", difference, outlines, Double.NaN )
				.withColors( ColorScale.differences( range > 0 ? range : 1, "log att." ) );
	}

	private Panel panel( final String title, final float[] values, final Map< Path2D, Color > outlines, final double white )
	{
		return new Panel( title, ArrayImgs.floats( values, radiograph.view().columns(), radiograph.view().rows() ),
				radiograph.view().pixelSpacingX(), radiograph.view().pixelSpacingY(), outlines, white );
	}
}
