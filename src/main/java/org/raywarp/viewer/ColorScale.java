/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.util.Locale;

/**
 * How numbers become colors. Immutable.
 *
 * @param min
 *            the value of the first color; smaller ones have it, too
 * @param max
 *            the value of the last color; greater ones have it, too
 * @param logarithmic
 *            whether colors are spread evenly over the logarithm of the values; values that are not positive are
 *            {@link #FOLDED} then
 * @param colors
 *            at least two, as 0xRRGGBB, evenly spread, mixed linearly between; not to be changed
 * @param unit
 *            of the values, for the color bar; may be empty
 */
public record ColorScale( double min, double max, boolean logarithmic, int[] colors, String unit )
{

	/** What is not a number. */
	public static final int NOTHING = 0xff202020;

	/** What is not positive on a logarithmic scale: a ratio of volumes where space is folded. */
	public static final int FOLDED = 0xffffe000;

	private static final int OPAQUE = 0xff000000;

	/** Moreland 2009, "Diverging color maps for scientific visualization": blue, gray, red, alike to the color blind. */
	private static final int[] COOL_WARM = { 0x3b4cc0, 0x8db0fe, 0xdddddd, 0xf49a7b, 0xb40426 };

	/** Brewer's YlOrRd from white on: what is near 0 is lit like bone. */
	private static final int[] WHITE_TO_RED = { 0xf7f7f0, 0xfed976, 0xfd8d3c, 0xe31a1c, 0x800026 };

	/**
	 * @throws IllegalArgumentException
	 *             if the range is empty or not finite, or not positive where it is logarithmic, or there are fewer than two
	 *             colors
	 */
	public ColorScale
	{
		if ( !( max > min ) || !Double.isFinite( max - min ) || logarithmic && !( min > 0 ) || colors.length < 2 )
			throw new IllegalArgumentException( "A color scale has at least two colors over a range of values, not " + colors.length
					+ " over " + min + " to " + max + ( logarithmic ? " on a logarithmic scale." : "." ) );
	}

	/**
	 * @param range
	 *            the greatest magnitude
	 * @param unit
	 *            of the values
	 * @return blue below 0, red above
	 */
	public static ColorScale differences( final double range, final String unit )
	{
		return new ColorScale( -range, range, false, COOL_WARM, unit );
	}

	/**
	 * @param factor
	 *            above 1
	 * @param unit
	 *            of the values
	 * @return blue from {@code 1 / factor} on below 1, red up to {@code factor}, and what is not positive marked
	 */
	public static ColorScale ratios( final double factor, final String unit )
	{
		return new ColorScale( 1 / factor, factor, true, COOL_WARM, unit );
	}

	/**
	 * @param max
	 *            the greatest
	 * @param unit
	 *            of the values
	 * @return white at 0, dark red at {@code max}
	 */
	public static ColorScale amounts( final double max, final String unit )
	{
		return new ColorScale( 0, max, false, WHITE_TO_RED, unit );
	}

	/**
	 * @param value
	 *            any number
	 * @return its color, 0xAARRGGBB, opaque
	 */
	public int argb( final double value )
	{
		if ( Double.isNaN( value ) )
			return NOTHING;
		if ( logarithmic && value <= 0 )
			return FOLDED;
		final double at = ( colors.length - 1 ) * Math.max( 0, Math.min( 1, position( value ) ) );
		final int i = Math.min( ( int ) at, colors.length - 2 );
		int argb = OPAQUE;
		for ( int shift = 0; shift < 24; shift += 8 )
		{
			final int a = colors[ i ] >> shift & 0xff, b = colors[ i + 1 ] >> shift & 0xff;
			argb |= ( int ) Math.round( a + ( at - i ) * ( b - a ) ) << shift;
		}
		return argb;
	}

	private double position( final double value )
	{
		return logarithmic ? Math.log( value / min ) / Math.log( max / min ) : ( value - min ) / ( max - min );
	}

	/**
	 * @param fraction
	 *            from 0, the first color, to 1, the last
	 * @return the value there
	 */
	public double value( final double fraction )
	{
		return logarithmic ? min * Math.pow( max / min, fraction ) : min + fraction * ( max - min );
	}

	/**
	 * @param fraction
	 *            as for {@link #value}
	 * @return the value there as text, to three digits or so
	 */
	String label( final double fraction )
	{
		final double value = value( fraction ), size = Math.max( Math.abs( min ), Math.abs( max ) );
		return String.format( Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value + 0.0 );
	}
}
