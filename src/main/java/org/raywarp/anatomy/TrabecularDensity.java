/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.SplittableRandom;

import org.raywarp.volume.Grid;

/**
 * Hounsfield units of cancellous bone and marrow: a regional mean with the principal groups of trabeculae in it, a slow
 * random field of the regional spread, and a texture stretched along the groups.
 * <p>
 * {@code HU = mean + groups + sd ( sqrt( 0.75 ) person + sqrt( 0.25 ) field ) + texture}, at least that of fatty marrow.
 * <table>
 * <caption>Mean and standard deviation between persons</caption>
 * <tr><th>region</th><th>mg/cm3</th><th>HU</th></tr>
 * <tr><td>head</td><td>220.2, 46.1</td><td>327, 66</td></tr>
 * <tr><td>neck</td><td>74.8, 49.1</td><td>120, 70</td></tr>
 * <tr><td>trochanters</td><td>70.8, 41.3</td><td>114, 59</td></tr>
 * <tr><td>Ward's triangle</td><td></td><td>some 60 less than the neck about it: as textbooks draw it</td></tr>
 * </table>
 * Densities: quantitative CT of 75 healthy adults of 61 (10) years, Wei et al. 2014, doi:10.3969/j.issn.2095-252X.2014.11.007.
 * Calibration: {@code density = -9 + 0.7 HU} in mg/cm3, dipotassium phosphate, 120 kV (Dragomir-Daescu et al. 2011 and
 * Cong et al. 2011, in the table of Knowles et al. 2016, J Exp Orthop 3, 36). With it the neck agrees with mean HU of
 * normal, osteopenic and osteoporotic necks of 132, 99 and 41 (J Korean Soc Radiol 2021, 82, 173-181).
 * <p>
 * The groups are drawn as in textbooks: the principal compressive one from the dome of the head to the calcar, the tensile
 * one in an arch from the lateral cortex through the upper neck. In the head of the Visible Human woman HU fall from 450 in
 * the middle to 260 near the rim, with a mean of 323 to 361 and a standard deviation of 73; heights and texture follow
 * that. Lengths of correlation are assumed: {@value #CORRELATION_LENGTH} mm for the slow field, {@value #ACROSS} and
 * {@value #ALONG} mm for the texture across and along the groups. Immutable.
 */
final class TrabecularDensity
{
	/** Where the correlation of the slow field, and of the texture, has fallen to a half, in mm. */
	static final double CORRELATION_LENGTH = 25, ACROSS = 2, ALONG = 8;

	private static final double OF_PERSON = Math.sqrt( 0.75 ), OF_PLACE = Math.sqrt( 0.25 );

	private static final double MARROW = -50, LEAST = -80;

	/** Means without the groups, chosen so that the regional means above come out with them. */
	private static final double HEAD = 190, NECK = 136, TROCHANTER = 94;

	private static final double HEAD_DEVIATION = 66, NECK_DEVIATION = 70, TROCHANTER_DEVIATION = 59;

	private static final double COMPRESSIVE = 190, TENSILE = 80, WARD = 90;

	private final BoneQuality quality;

	private final double radius;

	private final SmoothNoise slow, compressiveTexture, tensileTexture;

	/**
	 * @param head
	 *            the ball in the head
	 * @param grid
	 *            where values are asked for
	 * @param quality
	 *            the person
	 * @param random
	 *            of the fields
	 */
	TrabecularDensity( final HeadSphere head, final Grid grid, final BoneQuality quality, final SplittableRandom random )
	{
		this.quality = quality;
		radius = head.radius();
		slow = new SmoothNoise( grid, CORRELATION_LENGTH, random.nextLong() );
		// In the polar coordinates of the groups: from head to shaft 6 radii, a half turn about 3.3 and 1.5 radii.
		final double depth = 2.5 * radius;
		compressiveTexture = new SmoothNoise( new double[] { 0, -Math.PI * 3.3 * radius, -depth },
				new double[] { 7 * radius, Math.PI * 3.3 * radius, depth }, new double[] { ALONG, ACROSS, ACROSS }, random.nextLong() );
		tensileTexture = new SmoothNoise( new double[] { 0, -Math.PI * 1.5 * radius, -depth },
				new double[] { 6 * radius, Math.PI * 1.5 * radius, depth }, new double[] { ACROSS, ALONG, ACROSS }, random.nextLong() );
	}

	/**
	 * @param s
	 *            where
	 * @return the density of the cancellous bone or the marrow there, in HU
	 */
	double at( final FemurSite s )
	{
		final double head = s.insideHead(), trochanter = ( 1 - head ) * Steps.smooth( 1.2, 1.8, -s.u ), neck = 1 - head - trochanter;
		final double compressive = s.compressive();
		final double tensile = s.tensile();
		final double ward = s.ward();
		final double mean = head * HEAD + neck * NECK + trochanter * TROCHANTER + COMPRESSIVE * compressive + TENSILE * tensile
				- WARD * ward;
		final double deviation = head * HEAD_DEVIATION + neck * NECK_DEVIATION + trochanter * TROCHANTER_DEVIATION;
		final double random = OF_PERSON * quality.trabeculae() + OF_PLACE * slow.at( s.x, s.y, s.z );
		final double texture = ( 15 + 0.09 * Math.max( 0, mean ) ) * texture( s, 0.3 + compressive + 0.5 * head, 0.3 + tensile );
		final double canal = s.canal();
		return Math.max( LEAST, canal * MARROW + ( 1 - canal ) * ( mean + deviation * random ) + ( 1 - 0.9 * canal ) * texture );
	}

	/** Noise of unit variance, drawn out along both groups by their weights. */
	private double texture( final FemurSite s, final double compressive, final double tensile )
	{
		final double y = s.v * radius;
		final double cu = s.u + 1.1, cw = s.w + 3.1, tu = s.u + 0.6, tw = s.w + 1.7;
		final double along = compressiveTexture.at( radius * Math.sqrt( cu * cu + cw * cw ), 3.3 * radius * Math.atan2( cu, cw ), y );
		final double arch = tensileTexture.at( radius * Math.sqrt( tu * tu + tw * tw ), 1.5 * radius * Math.atan2( tu, tw ), y );
		return ( compressive * along + tensile * arch ) / Math.sqrt( compressive * compressive + tensile * tensile );
	}
}
