/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * A flat detector with a layer of columnar cesium iodide that integrates energy: a photon of energy E is absorbed with the
 * probability {@code eta( E ) = 1 - exp( -( mu / rho )( E ) rho t )} and then leaves all of its energy, so that
 * {@code D = eta E} and {@code D2 = eta E^2}, in keV.
 * <p>
 * Left out: fluorescence that escapes above the K edges of iodine and cesium (33.2 and 36.0 keV), and the spread of the
 * light that equal photons make. Together they would multiply D2 by about 1.1 (Swank factor of 0.9) and lower D by up to a
 * tenth just above the edges.
 *
 * @param thickness
 *            of the layer, in mm
 * @param packing
 *            part of the layer that the crystals fill, above 0 and at most 1
 */
public record CesiumIodideResponse( double thickness, double packing ) implements DetectorResponse
{
	/** A general radiography panel: 0.6 mm of which columns fill four fifths, 216 mg/cm2. */
	public static final CesiumIodideResponse STANDARD = new CesiumIodideResponse( 0.6, 0.8 );

	/**
	 * @throws IllegalArgumentException
	 *             if the thickness is not positive and finite, or the packing is not above 0 and at most 1
	 */
	public CesiumIodideResponse
	{
		if ( !( thickness > 0 && Double.isFinite( thickness ) ) )
			throw new IllegalArgumentException( "The thickness of a scintillator is positive, in mm, not " + thickness + "." );
		if ( !( packing > 0 && packing <= 1 ) )
			throw new IllegalArgumentException( "The packing of a scintillator is above 0 and at most 1, not " + packing + "." );
	}

	/** @return the mass of a unit of area, in mg/cm2 */
	public double massThickness()
	{
		return 100 * Material.CESIUM_IODIDE.density() * thickness * packing;
	}

	/**
	 * @param energy
	 *            of a photon, in keV
	 * @return the probability eta that the layer absorbs it
	 */
	public double absorption( final double energy )
	{
		return -Math.expm1( -Material.CESIUM_IODIDE.linearAttenuation( energy ) * thickness * packing );
	}

	@Override
	public double signal( final double energy )
	{
		return absorption( energy ) * energy;
	}

	@Override
	public double secondMoment( final double energy )
	{
		return absorption( energy ) * energy * energy;
	}
}
