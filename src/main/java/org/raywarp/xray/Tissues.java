/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.List;

import org.raywarp.projection.PiecewiseLinear;

/**
 * Hounsfield units to tissues and metals, by the stoichiometric method: substances of known composition and density get
 * the CT number that a scanner would measure, and what lies between two neighbors is a mixture of both by volume
 * (U. Schneider, E. Pedroni and A. Lomax, The calibration of CT Hounsfield units for radiotherapy treatment planning,
 * Physics in Medicine and Biology 41, 111-124, 1996; W. Schneider, T. Bortfeld and W. Schlegel, Correlation between CT
 * numbers and tissue parameters needed for Monte Carlo simulations of clinical dose distributions, Physics in Medicine and
 * Biology 45, 459-478, 2000). So densities are continuous, and at the scanner's effective energy the attenuation of the
 * mixture is exactly {@code mu_water ( 1 + HU / 1000 )}.
 * <table>
 * <caption>The substances, of the compositions of {@link Material}; the CT numbers follow at {@value #SCANNER_ENERGY}
 * keV</caption>
 * <tr>
 * <th>Substance</th>
 * <th>Density (g/cm3)</th>
 * <th>CT number (HU)</th>
 * </tr>
 * <tr>
 * <td>air</td>
 * <td>0</td>
 * <td>-1000</td>
 * </tr>
 * <tr>
 * <td>adipose tissue (ICRP)</td>
 * <td>0.92</td>
 * <td>-103</td>
 * </tr>
 * <tr>
 * <td>water</td>
 * <td>1</td>
 * <td>0</td>
 * </tr>
 * <tr>
 * <td>skeletal muscle (ICRP)</td>
 * <td>1.05</td>
 * <td>43</td>
 * </tr>
 * <tr>
 * <td>cortical bone (ICRP)</td>
 * <td>1.85</td>
 * <td>1445</td>
 * </tr>
 * <tr>
 * <td>the same, denser than any in the skeleton</td>
 * <td>2.4</td>
 * <td>2172</td>
 * </tr>
 * <tr>
 * <td>titanium</td>
 * <td>4.54</td>
 * <td>11621</td>
 * </tr>
 * <tr>
 * <td>iron, for steel</td>
 * <td>7.874</td>
 * <td>32332</td>
 * </tr>
 * </table>
 * <p>
 * Air counts as nothing, because the open beam, to which radiographs are relative, passes it as well. Between air and fat
 * the mixture is thin fat, also in lungs. Cancellous bone is a mixture of cortical bone and muscle, which stands for red
 * marrow. CT files that end at 3071 HU show metal as mostly dense bone: there is no more in them.
 */
public final class Tissues
{
	/**
	 * The effective energy of a CT scanner at 120 kV, in keV, nearly. At 65 keV cortical bone would have 149 HU more, at 75
	 * keV 116 HU less; water, muscle and fat change by less than 6 HU.
	 */
	public static final double SCANNER_ENERGY = 70;

	private record Substance( Material material, double density )
	{
		/** Its attenuation relative to water in the scanner. */
		double relative()
		{
			return density * material.massAttenuation( SCANNER_ENERGY ) / Material.WATER.massAttenuation( SCANNER_ENERGY );
		}
	}

	private static final List< Substance > LADDER = List.of( new Substance( Material.ADIPOSE, 0.92 ), new Substance( Material.WATER, 1 ),
			new Substance( Material.MUSCLE, 1.05 ), new Substance( Material.CORTICAL_BONE, 1.85 ),
			new Substance( Material.CORTICAL_BONE, 2.4 ), new Substance( Material.TITANIUM, 4.54 ), new Substance( Material.IRON, 7.874 ) );

	/** Fat, water, muscle, bone, titanium, iron. */
	public static final Mixture MIXTURE = mixture();

	private Tissues()
	{}

	private static Mixture mixture()
	{
		final List< Material > materials = LADDER.stream().map( Substance::material ).distinct().toList();
		final double[] knots = LADDER.stream().mapToDouble( Substance::relative ).toArray();
		final double[][] slopes = new double[ materials.size() ][ knots.length + 1 ];
		for ( int piece = 0; piece <= knots.length; ++piece )
		{
			final double below = piece == 0 ? 0 : knots[ piece - 1 ];
			final double width = piece == knots.length ? below : knots[ piece ] - below;
			if ( piece > 0 && piece < knots.length )
				slopes[ materials.indexOf( LADDER.get( piece - 1 ).material ) ][ piece ] -= LADDER.get( piece - 1 ).density / width;
			// Beyond the last substance its density goes on in proportion.
			final Substance above = LADDER.get( Math.min( piece, knots.length - 1 ) );
			slopes[ materials.indexOf( above.material ) ][ piece ] += above.density / width;
		}
		return new Mixture( materials, new PiecewiseLinear( knots, slopes ) );
	}
}
