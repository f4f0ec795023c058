/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * What photons run through: tissues, filters, windows, scintillators.
 * <p>
 * Mass attenuation is tabulated every keV from 10 to 150 keV (resource {@code materials.csv}: xraylib 4.0.0, compounds of
 * NIST, total cross sections with coherent scattering, within half a percent of Hubbell and Seltzer 1995 for water above
 * 10 keV) and interpolated linearly in the logarithms of energy and attenuation; between two rows with an absorption edge
 * between them the edge becomes a ramp of 1 keV.
 */
public enum Material
{
	/** Dry air near sea level. */
	AIR,
	/** Liquid water. */
	WATER,
	/** Adipose tissue (ICRP). */
	ADIPOSE,
	/** Soft tissue (ICRP). */
	SOFT_TISSUE,
	/** Skeletal muscle (ICRP). */
	MUSCLE,
	/** Cortical bone (ICRP). */
	CORTICAL_BONE,
	/** Windows of tubes. */
	BERYLLIUM,
	/** Borosilicate glass, of the envelopes of tubes. */
	GLASS,
	/** The filter of reference. */
	ALUMINUM,
	/** Implants. */
	TITANIUM,
	/** Steel, nearly. */
	IRON,
	/** Added filters of fluoroscopy. */
	COPPER,
	/** Added filters of calibration beams. */
	TIN,
	/** The scintillator of flat detectors. */
	CESIUM_IODIDE,
	/** Anodes. */
	TUNGSTEN;

	/** The lowest photon energy of the tables, in keV. */
	public static final double MIN_ENERGY = 10;

	/** The highest photon energy of the tables, in keV. */
	public static final double MAX_ENERGY = 150;

	/** From 1/cm to 1/mm. */
	private static final double PER_MM = 0.1;

	private final EnergyTable table = EnergyTable.of( "materials.csv", name() );

	private final double density = EnergyTable.named( "materials.csv", "density", name() );

	/** @return the nominal density, in g/cm3 */
	public double density()
	{
		return density;
	}

	/**
	 * @param energy
	 *            of the photons, in keV, from {@link #MIN_ENERGY} to {@link #MAX_ENERGY}
	 * @return the mass attenuation coefficient {@code mu / rho}, in cm2/g
	 * @throws IllegalArgumentException
	 *             if the energy is outside of the table
	 */
	public double massAttenuation( final double energy )
	{
		if ( !( energy >= MIN_ENERGY && energy <= MAX_ENERGY ) )
			throw new IllegalArgumentException(
					"The photon energy is from " + MIN_ENERGY + " to " + MAX_ENERGY + " keV, not " + energy + " keV." );
		return table.at( energy );
	}

	/**
	 * @param energy
	 *            of the photons, in keV
	 * @return the linear attenuation coefficient at the nominal density, in 1/mm
	 * @throws IllegalArgumentException
	 *             if the energy is outside of the table
	 */
	public double linearAttenuation( final double energy )
	{
		return PER_MM * density * massAttenuation( energy );
	}
}
