/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

/**
 * A Gaussian kernel, {@code k( x, y ) = s^2 exp( -|x - y|^2 / ( 2 l^2 ) )}: the covariance of smooth random displacements.
 *
 * @param standardDeviation
 *            s, of each component of the displacement, in mm
 * @param length
 *            l, over which displacements resemble each other, in mm
 */
public record GaussianKernel( double standardDeviation, double length )
{
	/**
	 * @throws IllegalArgumentException
	 *             if one of them is not positive
	 */
	public GaussianKernel
	{
		if ( !( standardDeviation > 0 && length > 0 ) || Double.isInfinite( standardDeviation + length ) )
			throw new IllegalArgumentException( "A Gaussian kernel has a positive standard deviation and a positive length in mm, not "
					+ standardDeviation + " and " + length + "." );
	}

	/**
	 * @param squareDistance
	 *            of two points, in mm^2
	 * @return the covariance in mm^2
	 */
	double at( final double squareDistance )
	{
		return standardDeviation * standardDeviation * Math.exp( -squareDistance / ( 2 * length * length ) );
	}
}
