/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

/**
 * The weighted correlation of images with a reference that is blind to a set of nuisance images: both are first rid of
 * their weighted least-squares fit by the nuisances (the partial correlation of statistics). With the constant image alone
 * it is the normalized cross-correlation; with polynomials of position it does not see a smooth background of either image.
 * <p>
 * With weights w, residuals r of the reference and q of the image: {@code c = sum w r q / sqrt( sum w r^2 sum w q^2 )}, and
 * its gradient with respect to the image {@code w ( r / |r| - c q / |q| ) / |q|}. Immutable.
 */
public final class PartialCorrelation
{
	private final double[] weights;

	/** Orthonormal in the weighted product. */
	private final double[][] basis;

	/** The reference's residual, of norm 1. */
	private final double[] reference;

	/**
	 * @param reference
	 *            the values to correlate with
	 * @param weights
	 *            of each value, 0 or more
	 * @param nuisances
	 *            images that do not count, as long as the reference; those that depend on others are left out
	 */
	public PartialCorrelation( final double[] reference, final double[] weights, final double[]... nuisances )
	{
		this.weights = weights.clone();
		final java.util.List< double[] > kept = new java.util.ArrayList<>();
		for ( final double[] nuisance : nuisances )
		{
			final double[] b = nuisance.clone();
			final double before = Math.sqrt( product( b, b ) );
			for ( int twice = 0; twice < 2; ++twice )
				kept.forEach( e -> removeAlong( b, e ) );
			final double norm = Math.sqrt( product( b, b ) );
			if ( norm > 1e-9 * before )
			{
				scale( b, 1 / norm );
				kept.add( b );
			}
		}
		basis = kept.toArray( double[][]::new );
		this.reference = reference.clone();
		residual( this.reference );
		final double norm = Math.sqrt( product( this.reference, this.reference ) );
		scale( this.reference, norm > 0 ? 1 / norm : 0 );
	}

	/**
	 * @param image
	 *            as long as the reference
	 * @param gradient
	 *            receives the gradient of the correlation with respect to the image; null where it is not wanted
	 * @return the correlation, -1 to 1; 0 where either is fitted wholly by the nuisances
	 */
	public double of( final double[] image, final double[] gradient )
	{
		final double[] q = image.clone();
		final double before = Math.sqrt( product( q, q ) );
		residual( q );
		final double norm = Math.sqrt( product( q, q ) );
		final boolean constant = !( norm > 1e-9 * before );
		final double c = constant ? 0 : product( reference, q ) / norm;
		if ( gradient != null )
			for ( int i = 0; i < q.length; ++i )
				gradient[ i ] = constant ? 0 : weights[ i ] * ( reference[ i ] - c * q[ i ] / norm ) / norm;
		return c;
	}

	/**
	 * Rids an image of its weighted least-squares fit by the nuisances.
	 *
	 * @param image
	 *            as long as the reference; changed in place
	 */
	public void residual( final double[] image )
	{
		for ( final double[] b : basis )
			removeAlong( image, b );
	}

	private void removeAlong( final double[] image, final double[] unit )
	{
		final double p = product( image, unit );
		for ( int i = 0; i < image.length; ++i )
			image[ i ] -= p * unit[ i ];
	}

	private double product( final double[] a, final double[] b )
	{
		double sum = 0;
		for ( int i = 0; i < a.length; ++i )
			sum += weights[ i ] * a[ i ] * b[ i ];
		return sum;
	}

	private static void scale( final double[] image, final double factor )
	{
		for ( int i = 0; i < image.length; ++i )
			image[ i ] *= factor;
	}
}
