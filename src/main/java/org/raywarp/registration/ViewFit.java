/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.raywarp.geometry.View;
import org.raywarp.metrics.ImageGradient;
import org.raywarp.metrics.PartialCorrelation;

/**
 * How badly a projected bone fits one radiograph, with the gradient: 1 less the correlation of the images, the same of
 * their gradients, and the square difference of the silhouettes, see {@link RefinementWeights}.
 * <p>
 * The correlation counts inside the mask only, or everywhere without one, and does not see a background that is a
 * polynomial of position: soft tissue. The silhouette of a path of length t through the bone is {@code 1 - exp( -( t / d )^1.36 )}, which is
 * how much of a pixel the mask covers on average where the coarse bone has that path: measured on femora at QUARTER size,
 * within 0.03.
 */
final class ViewFit
{
	/** Degree of the background inside a mask, and on a whole image. */
	static final int ORDER = 1, ORDER_UNMASKED = 3;

	/** Path d through the coarse bone relative to the distance of its voxels, and the exponent. */
	private static final double DEPTH = 2.16, EXPONENT = 1.36;

	private final RefinementWeights weights;

	private final int columns;

	private final double[] mask, counted;

	private final double area, spacing;

	private final PartialCorrelation correlation, gradientCorrelation;

	/**
	 * @param view
	 *            of the radiograph
	 * @param image
	 *            log attenuation of each pixel, row by row
	 * @param mask
	 *            fraction of each pixel inside the mask; null for none
	 * @param counted
	 *            1 for each pixel that counts, else 0
	 * @param spacing
	 *            distance of the bone's voxels in mm
	 * @param weights
	 *            what counts how much
	 */
	ViewFit( final View view, final double[] image, final double[] mask, final double[] counted, final double spacing,
			final RefinementWeights weights )
	{
		this.weights = weights;
		this.columns = view.columns();
		this.mask = mask;
		this.counted = counted;
		this.spacing = spacing;
		final int n = image.length;
		final double[] region = counted.clone();
		for ( int i = 0; i < n && mask != null; ++i )
			region[ i ] *= mask[ i ];
		this.area = mask == null ? 0 : Arrays.stream( region ).sum();
		correlation = new PartialCorrelation( image, region, background( view, mask == null ? ORDER_UNMASKED : ORDER ) );
		final double[] slopes = new double[ 2 * n ], inside = new double[ 2 * n ];
		ImageGradient.of( image, columns, slopes );
		final double[] alongRows = new double[ 2 * n ], alongColumns = new double[ 2 * n ];
		Arrays.fill( alongRows, 0, n, 1 );
		Arrays.fill( alongColumns, n, 2 * n, 1 );
		for ( int i = 0; i < n; ++i )
			inside[ i ] = inside[ n + i ] = hasNeighbors( i, region ) ? 1 : 0;
		gradientCorrelation = new PartialCorrelation( slopes, inside, alongRows, alongColumns );
	}

	private boolean hasNeighbors( final int i, final double[] region )
	{
		final int c = i % columns;
		return c > 0 && c < columns - 1 && i >= columns && i < region.length - columns
				&& Math.min( Math.min( region[ i - 1 ], region[ i + 1 ] ),
						Math.min( region[ i - columns ], region[ i + columns ] ) ) > 0.99;
	}

	static double[][] background( final View view, final int order )
	{
		final List< double[] > monomials = new ArrayList<>();
		for ( int a = 0; a <= order; ++a )
			for ( int b = 0; a + b <= order; ++b )
			{
				final double[] m = new double[ view.columns() * view.rows() ];
				for ( int i = 0; i < m.length; ++i )
					m[ i ] = Math.pow( 2.0 * ( i % view.columns() ) / view.columns() - 1, a )
							* Math.pow( 2.0 * ( i / view.columns() ) / view.rows() - 1, b );
				monomials.add( m );
			}
		return monomials.toArray( double[][]::new );
	}

	/**
	 * @param path
	 *            through the bone, in mm
	 * @param spacing
	 *            distance of the bone's voxels in mm
	 * @return how much of a pixel the bone covers, 0 to 1
	 */
	static double silhouette( final double path, final double spacing )
	{
		final double t = Math.max( 0, path ) / ( DEPTH * spacing );
		return 1 - Math.exp( -t * Math.pow( t, EXPONENT - 1 ) );
	}

	/**
	 * @param path
	 *            through the bone, in mm
	 * @param spacing
	 *            distance of the bone's voxels in mm
	 * @return the derivative of {@link #silhouette} by the path
	 */
	static double silhouetteSlope( final double path, final double spacing )
	{
		final double t = Math.max( 0, path ) / ( DEPTH * spacing ), power = Math.pow( t, EXPONENT - 1 );
		return Math.exp( -t * power ) * EXPONENT * power / ( DEPTH * spacing );
	}

	/**
	 * @param excess
	 *            line integrals of the bone's excess density
	 * @param occupancy
	 *            line integrals of its occupancy in mm
	 * @return the loss
	 */
	double loss( final double[] excess, final double[] occupancy )
	{
		return loss( excess, occupancy, null, null );
	}

	/**
	 * @param excess
	 *            line integrals of the bone's excess density
	 * @param occupancy
	 *            line integrals of its occupancy in mm
	 * @param excessGradient
	 *            receives the gradient with respect to the excess; null where no gradient is wanted
	 * @param occupancyGradient
	 *            receives the gradient with respect to the occupancy
	 * @return the loss
	 */
	double loss( final double[] excess, final double[] occupancy, final double[] excessGradient, final double[] occupancyGradient )
	{
		final int n = excess.length;
		final boolean differentiate = excessGradient != null;
		double loss = weights.correlation() * ( 1 - correlation.of( excess, excessGradient ) );
		final double[] slopes = new double[ 2 * n ], slopesGradient = differentiate ? new double[ 2 * n ] : null;
		ImageGradient.of( excess, columns, slopes );
		loss += weights.gradientCorrelation() * ( 1 - gradientCorrelation.of( slopes, slopesGradient ) );
		if ( differentiate )
		{
			for ( int i = 0; i < n; ++i )
				excessGradient[ i ] *= -weights.correlation();
			ImageGradient.addAdjoint( slopesGradient, columns, -weights.gradientCorrelation(), excessGradient );
			Arrays.fill( occupancyGradient, 0 );
		}
		if ( area > 0 )
			for ( int i = 0; i < n; ++i )
			{
				final double difference = silhouette( occupancy[ i ], spacing ) - mask[ i ];
				loss += weights.silhouette() * counted[ i ] * difference * difference / area;
				if ( differentiate )
					occupancyGradient[ i ] = weights.silhouette() * counted[ i ] * 2 * difference
							* silhouetteSlope( occupancy[ i ], spacing ) / area;
			}
		return loss;
	}

	/**
	 * @param occupancy
	 *            line integrals of the bone's occupancy in mm
	 * @return by how many columns and rows the mask's centroid lies beyond the silhouette's; zeros where either is missing
	 */
	double[] offset( final double[] occupancy )
	{
		final double[] bone = new double[ 3 ], seen = new double[ 3 ];
		for ( int i = 0; i < occupancy.length && mask != null; ++i )
		{
			add( bone, i, counted[ i ] * ( 1 - Math.exp( -occupancy[ i ] / ( DEPTH * spacing ) ) ) );
			add( seen, i, counted[ i ] * mask[ i ] );
		}
		return bone[ 2 ] > 0 && seen[ 2 ] > 0
				? new double[] { seen[ 0 ] / seen[ 2 ] - bone[ 0 ] / bone[ 2 ], seen[ 1 ] / seen[ 2 ] - bone[ 1 ] / bone[ 2 ] }
				: new double[ 2 ];
	}

	private void add( final double[] moments, final int pixel, final double weight )
	{
		moments[ 0 ] += weight * ( pixel % columns );
		moments[ 1 ] += weight * ( pixel / columns );
		moments[ 2 ] += weight;
	}
}
