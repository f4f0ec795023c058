/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

/**
 * The gradient of an image by differences of neighbors, and its adjoint.
 */
public final class ImageGradient
{
	private ImageGradient()
	{}

	/**
	 * @param image
	 *            row by row
	 * @param columns
	 *            number of columns
	 * @param gradient
	 *            receives, of twice the image's length, first the central differences along the rows, then those along the
	 *            columns, both halved; 0 at the borders across which they would reach
	 */
	public static void of( final double[] image, final int columns, final double[] gradient )
	{
		final int n = image.length;
		for ( int i = 0; i < n; ++i )
		{
			final int c = i % columns;
			gradient[ i ] = c > 0 && c < columns - 1 ? ( image[ i + 1 ] - image[ i - 1 ] ) / 2 : 0;
			gradient[ n + i ] = i >= columns && i < n - columns ? ( image[ i + columns ] - image[ i - columns ] ) / 2 : 0;
		}
	}

	/**
	 * The adjoint of {@link #of}.
	 *
	 * @param gradient
	 *            of twice the image's length
	 * @param columns
	 *            number of columns
	 * @param factor
	 *            multiplies what is added
	 * @param image
	 *            the result is added here
	 */
	public static void addAdjoint( final double[] gradient, final int columns, final double factor, final double[] image )
	{
		final int n = image.length;
		for ( int i = 0; i < n; ++i )
		{
			final int c = i % columns;
			if ( c > 0 && c < columns - 1 )
			{
				image[ i + 1 ] += factor * gradient[ i ] / 2;
				image[ i - 1 ] -= factor * gradient[ i ] / 2;
			}
			if ( i >= columns && i < n - columns )
			{
				image[ i + columns ] += factor * gradient[ n + i ] / 2;
				image[ i - columns ] -= factor * gradient[ n + i ] / 2;
			}
		}
	}
}
