/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.raywarp.projection.PiecewiseLinear;

/**
 * How much of which material a body holds, by its attenuation relative to water in the CT scanner,
 * {@code h = max( 0, 1 + HU / 1000 )}.
 *
 * @param materials
 *            the materials
 * @param densities
 *            the mass of each in a unit of volume as a function of h, in g/cm3
 */
public record Mixture( List< Material > materials, PiecewiseLinear densities )
{
	/** A body of water of density h. */
	public static final Mixture WATER =
			new Mixture( List.of( Material.WATER ), new PiecewiseLinear( new double[ 0 ], new double[][] { { 1 } } ) );

	/** From 1/cm to 1/mm. */
	private static final double PER_MM = 0.1;

	/**
	 * @throws IllegalArgumentException
	 *             if there is not one density for each material
	 */
	public Mixture
	{
		materials = List.copyOf( materials );
		if ( materials.size() != densities.count() )
			throw new IllegalArgumentException(
					"A mixture has one density for each material, not " + densities.count() + " for " + materials + "." );
	}

	/**
	 * @param material
	 *            which one
	 * @param hounsfield
	 *            CT number, in HU
	 * @return how much of it there is, in g/cm3; 0 for a material that the mixture does not have
	 */
	public double density( final Material material, final double hounsfield )
	{
		final int m = materials.indexOf( material );
		return m < 0 ? 0 : densities.at( m, Attenuation.relative( hounsfield ) );
	}

	/**
	 * @param hounsfield
	 *            CT number, in HU
	 * @return the density of all materials together, in g/cm3
	 */
	public double density( final double hounsfield )
	{
		return materials.stream().mapToDouble( material -> density( material, hounsfield ) ).sum();
	}

	/**
	 * @param hounsfield
	 *            CT number, in HU
	 * @param energy
	 *            of the photons, in keV
	 * @return the linear attenuation coefficient, in 1/mm
	 * @throws IllegalArgumentException
	 *             if the energy is outside of the tables of {@link Material}
	 */
	public double attenuation( final double hounsfield, final double energy )
	{
		return PER_MM * materials.stream().mapToDouble( m -> density( m, hounsfield ) * m.massAttenuation( energy ) ).sum();
	}

	/**
	 * @param greatest
	 *            value of h
	 * @return the same mixture for values up to that one, without the materials that it does not need there
	 */
	public Mixture upTo( final double greatest )
	{
		final PiecewiseLinear kept = densities.upTo( greatest );
		final List< Material > needed = new ArrayList<>();
		final List< double[] > slopes = new ArrayList<>();
		for ( int m = 0; m < materials.size(); ++m )
			if ( Arrays.stream( kept.slopes()[ m ] ).anyMatch( slope -> slope != 0 ) )
			{
				needed.add( materials.get( m ) );
				slopes.add( kept.slopes()[ m ] );
			}
		return new Mixture( needed, new PiecewiseLinear( kept.knots(), slopes.toArray( double[][]::new ) ) );
	}
}
