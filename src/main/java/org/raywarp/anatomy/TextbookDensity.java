/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.SplittableRandom;

import org.raywarp.volume.Grid;

/**
 * The inside of a femur as textbooks draw it, in Hounsfield units. Lengths scale with the radius r of the head; nothing here
 * is measured on the person, nor do its spreads follow those of a population.
 * <ul>
 * <li>Cortex: 1.1 mm about the head and the greater trochanter, up to 4 mm at the calcar, growing below the trochanters to
 * 4.5 to 7 mm in the shaft; 1250 HU where thin, 1650 HU where thick.</li>
 * <li>Trabeculae: 320 HU in the head, 500 HU in the principal compressive group from the head's dome to the calcar, a
 * weaker tensile arc, 20 to 80 HU in Ward's triangle and the trochanters.</li>
 * <li>Marrow: -50 HU in the canal of the shaft.</li>
 * </ul>
 * Thickness and densities vary with the seed, and smooth noise gives a texture. Immutable.
 */
final class TextbookDensity implements BoneInterior
{
	private static final double MARROW = -50;

	private final double shaftCortex, hardness, trabeculae;

	private final PlainThigh thigh;

	private final SmoothNoise coarse, fine;

	/**
	 * @param head
	 *            the ball in the head, in the reference frame
	 * @param grid
	 *            where values are asked for
	 * @param seed
	 *            of everything that varies
	 */
	TextbookDensity( final HeadSphere head, final Grid grid, final long seed )
	{
		final SplittableRandom random = new SplittableRandom( seed );
		shaftCortex = ( 0.235 + 0.03 * PlainThigh.bounded( random ) ) * head.radius();
		hardness = 1 + 0.05 * PlainThigh.bounded( random );
		trabeculae = 1 + 0.15 * PlainThigh.bounded( random );
		thigh = new PlainThigh( head, grid, random );
		coarse = thigh.texture();
		fine = new SmoothNoise( grid, 2.6, random.nextLong() );
	}

	/**
	 * @return the plain thigh of the same person
	 */
	PlainThigh thigh()
	{
		return thigh;
	}

	@Override
	public double mean( final FemurSite site, final double depth, final double width )
	{
		final double slow = coarse.at( site.x, site.y, site.z );
		final double inShaft = site.shaft;
		final double calcar = Steps.bump( site.toSegment( -0.45, -1.1, -1.1, -2.2 ), 0.4 );
		final double thickness = ( 1.1 + ( shaftCortex - 1.1 ) * inShaft + 2.2 * calcar * ( 1 - 0.7 * inShaft ) ) * ( 1 + 0.06 * slow );
		final double cortical = hardness * ( 1250 + 400 * Math.max( inShaft, 0.6 * calcar ) );
		final double within = Math.max( 0, depth ) - thickness;
		if ( within < -0.7 )
			return cortical + 25 * slow;
		final double cancellous = cancellous( site, slow, within );
		return cortical + ( cancellous - cortical ) * Steps.smooth( -0.7, 0.9, within );
	}

	private double cancellous( final FemurSite site, final double slow, final double within )
	{
		final double inHead = 1 - Steps.smooth( 0.8, 1.5, site.distance );
		final double compressive = site.compressive();
		final double tensile = site.tensile();
		final double ward = site.ward();
		final double network = trabeculae * ( 110 + 210 * inHead + 190 * compressive + 90 * tensile - 90 * ward );
		final double nearCortex = 160 * Math.exp( -Math.max( 0, within ) / 2 );
		final double inCanal = site.canal();
		final double rough = ( 1 - 0.8 * inCanal ) * ( 38 * fine.at( site.x, site.y, site.z ) + 22 * slow );
		return MARROW * inCanal + ( 1 - inCanal ) * network + nearCortex + rough;
	}
}
