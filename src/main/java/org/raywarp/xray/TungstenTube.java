/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * Spectra of X-ray tubes with tungsten anodes, by the model of Poludniowski and Evans (2007, Medical Physics 34, 2164-2174
 * and 2175-2186), which SpekCalc and SpekPy compute, with the cross sections and the line production of Bujila, Omar and
 * Poludniowski (2020, Physica Medica 75, 44-54). Electrons of one energy hit the anode at right angles and slow down in it;
 * <ol>
 * <li>how deep they are at each energy, and how many have left again, is {@link ElectronPenetration};</li>
 * <li>at each energy T they send out {@code dN / dk = sigma( T, k ) / S( T )} photons of energy k a keV they lose
 * ({@link Bremsstrahlung} over {@link StoppingPower});</li>
 * <li>where bremsstrahlung above the K edge arises, {@value #K_PHOTONS} K photons arise for each such photon, with the
 * branching of the lines as in xraylib 4.0.0;</li>
 * <li>the anode's own tungsten weakens all of it on its way out at the anode angle (self-filtration, heel);</li>
 * <li>inherent and added filters follow: {@link Spectrum#filtered}.</li>
 * </ol>
 * Lines of the L shell, below 12.1 keV, are left out: the thinnest usual filter stops them.
 * <p>
 * Accuracy, for the same filters as published, this model and (published); nothing was fitted to these numbers. First
 * and second half-value layers of air kerma, in mm of aluminum, beside measurements of the PTB (U. Ankerhold 2000, report
 * PTB-Dos-34; anode of 20 degrees, 1 mm of beryllium, 0.95 m of air, and aluminum):
 *
 * <pre>
 *  kV  mm Al  mean keV  first          second
 *  60   2.5     35.6     2.01 (2.02)    2.80 (2.84)
 *  80   2.5     42.3     2.59 (2.59)    3.90 (3.96)
 * 100   2.5     48.3     3.23 (3.23)    5.11 (5.19)
 * 120   2.5     53.5     3.89 (3.88)    6.32 (6.37)
 *  60  18.5     45.7     5.21 (5.24)    5.65 (5.70)
 *  80  28.5     57.9     7.99 (7.96)    8.53 (8.50)
 * 100  36.5     67.9    10.04 (9.93)   10.57 (10.47)
 * 120  42.5     76.8    11.54 (11.37)  12.10 (11.97)
 * </pre>
 *
 * Mean energies, in keV, beside the nominal ones of ISO 4037-1:1996, table 1:
 *
 * <pre>
 * quality   kV  filter             mean
 * H-60      60  3.2 Al             36.7 (37)
 * W-60      60  4 Al, 0.3 Cu       44.6 (45)
 * W-80      80  4 Al, 0.5 Cu       56.3 (57)
 * H-100    100  3.9 Al, 0.15 Cu    56.9 (57)
 * N-100    100  4 Al, 5 Cu         83.0 (83)
 * N-120    120  4 Al, 5 Cu, 1 Sn  100.1 (100)
 * </pre>
 *
 * From 40 to 150 kV all of them are within 4 percent, as the test checks.
 */
public final class TungstenTube
{
	/** The lowest voltage of the model, in kV. */
	public static final double MIN_KILOVOLTAGE = 40;

	/** The highest voltage of the model, in kV: that of the tables of {@link Material}. */
	public static final double MAX_KILOVOLTAGE = 150;

	/** The total filtration of a usual radiographic tube, inherent and added, in mm of aluminum. */
	public static final double USUAL_FILTRATION = 2.5;

	/** The angle between the anode's face and the central ray of a usual radiographic tube, in degrees. */
	public static final double USUAL_ANODE_ANGLE = 12;

	/** K photons a photon of bremsstrahlung above the K edge (Bujila, Omar and Poludniowski 2020). */
	private static final double K_PHOTONS = 0.3734;

	private static final double K_EDGE = 69.525;

	/** Energies in keV of K-L3, K-L2, K-M3, K-M2, K-N3, K-N2. */
	private static final double[] LINES = { 59.318, 57.981, 67.244, 66.950, 69.100, 69.033 };

	/** Their parts in the K series (xraylib 4.0.0, RadRate over the sum of these six). */
	private static final double[] BRANCHING = { 0.50539, 0.29087, 0.10872, 0.05621, 0.02569, 0.01313 };

	/** Steps of the electrons' energy from the photon's, or the edge, up to the tube voltage. */
	private static final int STEPS = 200;

	private TungstenTube()
	{}

	/**
	 * @param kilovoltage
	 *            constant tube voltage, in kV
	 * @return the spectrum of a usual radiographic tube: {@link #USUAL_ANODE_ANGLE}, {@link #USUAL_FILTRATION}
	 * @throws IllegalArgumentException
	 *             if the voltage is outside of the model
	 */
	public static Spectrum spectrum( final double kilovoltage )
	{
		return spectrum( kilovoltage, USUAL_ANODE_ANGLE, USUAL_FILTRATION );
	}

	/**
	 * @param kilovoltage
	 *            constant tube voltage, in kV, from {@link #MIN_KILOVOLTAGE} to {@link #MAX_KILOVOLTAGE}
	 * @param anodeAngle
	 *            between the anode's face and the central ray, in degrees, from 1 to 45
	 * @param filtration
	 *            total, inherent and added, in mm of aluminum
	 * @return the spectrum in bins of 1 keV about 10, 11, ... keV
	 * @throws IllegalArgumentException
	 *             if voltage or angle are outside of the model, or the filter leaves nothing
	 */
	public static Spectrum spectrum( final double kilovoltage, final double anodeAngle, final double filtration )
	{
		return unfiltered( kilovoltage, anodeAngle ).filtered( Material.ALUMINUM, filtration );
	}

	/**
	 * What leaves the anode.
	 *
	 * @param kilovoltage
	 *            constant tube voltage, in kV, from {@link #MIN_KILOVOLTAGE} to {@link #MAX_KILOVOLTAGE}
	 * @param anodeAngle
	 *            between the anode's face and the central ray, in degrees, from 1 to 45
	 * @return the spectrum without any filter but the anode, in bins of 1 keV about 10, 11, ... keV
	 * @throws IllegalArgumentException
	 *             if voltage or angle are outside of the model
	 */
	public static Spectrum unfiltered( final double kilovoltage, final double anodeAngle )
	{
		if ( !( kilovoltage >= MIN_KILOVOLTAGE && kilovoltage <= MAX_KILOVOLTAGE ) )
			throw new IllegalArgumentException( "The kilovoltage of a tungsten spectrum is from " + MIN_KILOVOLTAGE + " to "
					+ MAX_KILOVOLTAGE + " kV, not " + kilovoltage + "." );
		if ( !( anodeAngle >= 1 && anodeAngle <= 45 ) )
			throw new IllegalArgumentException( "The anode angle is from 1 to 45 degrees, not " + anodeAngle + "." );
		final double way = StoppingPower.range( kilovoltage ) / Math.sin( Math.toRadians( anodeAngle ) );
		final int lowest = ( int ) Material.MIN_ENERGY;
		final double[] energies = new double[ ( int ) Math.floor( kilovoltage ) - lowest + 1 ], photons = new double[ energies.length ];
		for ( int i = 0; i < energies.length; ++i )
		{
			energies[ i ] = lowest + i;
			photons[ i ] = continuum( energies[ i ], kilovoltage, way );
		}
		if ( kilovoltage > K_EDGE )
			for ( int i = 0; i < LINES.length; ++i )
				photons[ ( int ) Math.round( LINES[ i ] ) - lowest ] += BRANCHING[ i ] * line( LINES[ i ], kilovoltage, way );
		return new Spectrum( energies, photons );
	}

	private static double continuum( final double energy, final double kilovoltage, final double way )
	{
		final double[] escape = ElectronPenetration.escape( Material.TUNGSTEN.massAttenuation( energy ) * way );
		final double step = ( kilovoltage - energy ) / STEPS;
		double sum = 0;
		for ( int i = 0; i < STEPS; ++i )
		{
			final double electron = energy + ( i + 0.5 ) * step;
			sum += step * Bremsstrahlung.yield( energy, electron ) * ElectronPenetration.at( escape, electron / kilovoltage );
		}
		return sum;
	}

	private static double line( final double energy, final double kilovoltage, final double way )
	{
		final double[] escape = ElectronPenetration.escape( Material.TUNGSTEN.massAttenuation( energy ) * way );
		final double step = ( kilovoltage - K_EDGE ) / STEPS;
		double sum = 0;
		for ( int i = 0; i < STEPS; ++i )
		{
			final double electron = K_EDGE + ( i + 0.5 ) * step, width = ( electron - K_EDGE ) / STEPS;
			double above = 0;
			for ( int j = 0; j < STEPS; ++j )
				above += width * Bremsstrahlung.yield( K_EDGE + ( j + 0.5 ) * width, electron );
			sum += step * above * ElectronPenetration.at( escape, electron / kilovoltage );
		}
		return K_PHOTONS * sum;
	}
}
