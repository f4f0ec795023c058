/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.volume.Grid;

/**
 * Thickness of the cortex as a random field over the bone, in mm. At each place it is normal:
 * <p>
 * {@code T = mean + slope ( age - 55 ) + sd ( sqrt( 0.65 ) person + sqrt( 0.35 ) field )}, at least 0.3 mm,
 * <p>
 * with a field of unit variance whose correlation has fallen to a half at {@value #CORRELATION_LENGTH} mm (assumed; no
 * published length was found), and with regions that pass smoothly into each other:
 * <table>
 * <caption>Mean and standard deviation of the population, ages 25 to 85</caption>
 * <tr><th>region</th><th>mean, SD (mm)</th><th>slope (mm a year)</th><th>source</th></tr>
 * <tr><td>upper neck</td><td>0.98, 0.48</td><td>-0.0217</td><td>Poole et al. 2010, J Bone Miner Res 25, 482-491: 1.63 at
 * 25 years, 0.33 at 85, superoposterior, 100 women; the deviation within an age (0.3) is assumed</td></tr>
 * <tr><td>lower neck, calcar</td><td>3.6, 0.48</td><td>-0.01</td><td>the same: 3.9 and 3.3 mm, inferoanterior; deviation
 * within an age (0.45) assumed</td></tr>
 * <tr><td>shaft, medial and lateral</td><td>0.19 w, 0.035 w</td><td>-0.01</td><td>232 women over 50, "The femoral
 * geometrical measurements in postmenopausal Turkish women", Turk Osteoporoz Derg, March 2002: on radiographs 7.1 (1.3) mm lateral and 7.1 to 7.8 (1.4) medial of a shaft w = 37.6 mm wide; here w = 1.29
 * radii of the head, and the back 10 % thicker than the front (J Bone Miner Metab 2020, doi:10.1007/s00774-019-01079-9:
 * posterior above anterior, the young above the old, no numbers)</td></tr>
 * <tr><td>head</td><td>0.7, 0.15</td><td>0</td><td>as textbooks draw it; thinnest of all (PMC7336874, no numbers)</td></tr>
 * <tr><td>greater trochanter</td><td>1.2, 0.26</td><td>-0.005</td><td>as textbooks draw it</td></tr>
 * </table>
 * 0.3 mm is the least that Treece et al. 2010 (Med Image Anal 14, 276-290) could measure in clinical CT. Immutable.
 */
final class CorticalThickness
{
	/** Where the correlation of the random field has fallen to a half, in mm. */
	static final double CORRELATION_LENGTH = 18;

	private static final double LEAST = 0.3, OF_PERSON = Math.sqrt( 0.65 ), OF_PLACE = Math.sqrt( 0.35 );

	/** Mean, slope with age, and deviation within an age; of the lower neck at its very lowest, 3.6 over the quadrant. */
	private static final double[] HEAD = { 0.7, 0, 0.15 }, UPPER_NECK = { 0.98, -0.0217, 0.3 }, LOWER_NECK = { 3.8, -0.01, 0.45 },
			TROCHANTER = { 1.2, -0.005, 0.25 };

	/** In widths of the shaft, but for the slope. */
	private static final double[] SHAFT = { 0.19, -0.01, 0.035 };

	private static final double SHAFT_WIDTH = 1.29, POSTERIOR = 0.1;

	private final BoneQuality quality;

	private final double shaftWidth;

	private final SmoothNoise field;

	/**
	 * @param head
	 *            the ball in the head
	 * @param grid
	 *            where values are asked for
	 * @param quality
	 *            the person
	 * @param seed
	 *            of the random field
	 */
	CorticalThickness( final HeadSphere head, final Grid grid, final BoneQuality quality, final long seed )
	{
		this.quality = quality;
		shaftWidth = SHAFT_WIDTH * head.radius();
		field = new SmoothNoise( grid, CORRELATION_LENGTH, seed );
	}

	/**
	 * @param s
	 *            where
	 * @return the thickness of the cortex at the surface near there, in mm
	 */
	double at( final FemurSite s )
	{
		final double lower = 0.5 - 0.5 * s.superior, inferior = s.neck * lower * lower, upper = s.neck - inferior;
		final double back = 1 + POSTERIOR * Math.max( -1, Math.min( 1, 2 * ( s.v - 0.44 ) ) );
		final double[] t = new double[ 3 ];
		for ( int i = 0; i < 3; ++i )
		{
			final double above = s.head * HEAD[ i ] + upper * UPPER_NECK[ i ] + inferior * LOWER_NECK[ i ] + s.trochanter * TROCHANTER[ i ];
			final double below = i == 1 ? SHAFT[ i ] : back * shaftWidth * SHAFT[ i ];
			t[ i ] = above + s.shaft * ( below - above );
		}
		final double deviation = OF_PERSON * quality.cortex() + OF_PLACE * field.at( s.x, s.y, s.z );
		return Math.max( LEAST, t[ 0 ] + t[ 1 ] * ( quality.age() - BoneQuality.MEAN_AGE ) + t[ 2 ] * deviation );
	}
}
