/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * What blurs a radiograph. The focal spot blurs the beam, before it is counted: the photons of neighboring pixels stay
 * independent and their noise white. The scintillator blurs the light, after the photons were absorbed: the noise of
 * neighboring pixels becomes correlated.
 *
 * @param focalSpot
 *            side of the focal spot of the tube, in mm; 0 for a point
 * @param scintillator
 *            H in the modulation transfer function {@code 1 / ( 1 + H f^2 )} of the scintillator, in mm2, f in
 *            cycles a mm; 0 for none
 */
public record Blur( double focalSpot, double scintillator )
{
	/** No blur. */
	public static final Blur NONE = new Blur( 0, 0 );

	/**
	 * A tube of a focal spot of 1 mm with a detector of about 0.6 mm of columnar cesium iodide: the scintillator transfers
	 * 0.71 at 1 and 0.38 at 2 cycles a mm; with the aperture of pixels of 0.143 mm that is 0.69 and 0.34, as is usual for
	 * panels of that kind. Measurements of such: Granfors and Aufrichtig 2000, Medical Physics 27, 1324-1331; Samei and
	 * Flynn 2003, Medical Physics 30, 608-622.
	 */
	public static final Blur STANDARD = new Blur( 1, 0.4 );

	/** The largest focal spot, in mm, and the largest H, in mm2. */
	public static final double MAX = 10;

	/**
	 * @throws IllegalArgumentException
	 *             if a value is not from 0 to {@link #MAX}
	 */
	public Blur
	{
		if ( !( focalSpot >= 0 && focalSpot <= MAX ) )
			throw new IllegalArgumentException( "The side of a focal spot is from 0 to " + MAX + " mm, not " + focalSpot + "." );
		if ( !( scintillator >= 0 && scintillator <= MAX ) )
			throw new IllegalArgumentException( "The blur H of a scintillator is from 0 to " + MAX + " mm2, not " + scintillator + "." );
	}

	/**
	 * The focal spot shows in the shadow of a point of the body as its image {@code ( M - 1 )} times as large. The spot is
	 * taken to radiate evenly over a square, and the Gaussian of the same variance stands for it.
	 *
	 * @param magnification
	 *            M of the middle of the body, 1 or more
	 * @return the variance of the blur along columns and rows at the detector, {@code ( ( M - 1 ) f )^2 / 12}, in mm2
	 */
	public double focalSpotVariance( final double magnification )
	{
		final double shadow = ( magnification - 1 ) * focalSpot;
		return shadow * shadow / 12;
	}
}
