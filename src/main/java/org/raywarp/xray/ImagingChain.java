/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * What stands between the beam behind the body and the image: all of it can be switched off.
 *
 * @param response
 *            what a photon leaves in the detector
 * @param scatter
 *            how much scattered radiation there is
 * @param grid
 *            that stops scatter
 * @param blur
 *            of focal spot and scintillator
 * @param electronicNoise
 *            standard deviation of the noise of the electronics of a pixel, in signals of a mean photon of the open beam; 0
 *            for none
 */
public record ImagingChain( DetectorResponse response, Scatter scatter, AntiScatterGrid grid, Blur blur, double electronicNoise )
{

	/** Counts the photons of the primary beam alone. */
	public static final ImagingChain IDEAL = new ImagingChain( DetectorResponse.IDEAL, Scatter.NONE, AntiScatterGrid.NONE, Blur.NONE, 0 );

	/**
	 * A flat detector of cesium iodide on amorphous silicon, without scatter and grid. Its electronics make the noise of
	 * about two photons, which is the order of it: some thousands of electrons at a gain of some thousand electrons a photon; see
	 * Siewerdsen et al. 1997, Medical Physics 24, 71-89.
	 */
	public static final ImagingChain FLAT_DETECTOR = new ImagingChain( CesiumIodideResponse.STANDARD, Scatter.NONE,
			AntiScatterGrid.NONE, Blur.STANDARD, 2 );

	/**
	 * @throws IllegalArgumentException
	 *             if the electronic noise is negative or not finite
	 */
	public ImagingChain
	{
		if ( !( electronicNoise >= 0 && Double.isFinite( electronicNoise ) ) )
			throw new IllegalArgumentException( "The electronic noise is 0 (none) or more photons, not " + electronicNoise + "." );
	}

	/**
	 * @param newScatter
	 *            how much scattered radiation there is
	 * @param newGrid
	 *            the grid that stops it
	 * @return this chain with that scatter and that grid
	 */
	public ImagingChain withScatter( final Scatter newScatter, final AntiScatterGrid newGrid )
	{
		return new ImagingChain( response, newScatter, newGrid, blur, electronicNoise );
	}
}
