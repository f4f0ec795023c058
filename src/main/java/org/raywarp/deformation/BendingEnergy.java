/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

/**
 * The bending energy of a {@link SplineLattice}'s field (Rueckert et al. 1999, Eq. 3): the mean over the box of the sum of
 * all squared second derivatives, mixed ones twice, in the square of the field's unit over mm^4. Exact: a quadratic form of
 * the coefficients, made of products of one small matrix an axis. Immutable.
 */
public final class BendingEnergy
{
	private final int[] controls = new int[ 3 ];

	/** Mean product of derivatives of order 0, 1, 2 of two splines along an axis: [axis][order]. */
	private final double[][][] products = new double[ 3 ][ 3 ][];

	/**
	 * @param lattice
	 *            where the coefficients lie
	 * @param spacing
	 *            distance between voxels along x, y, z in mm
	 */
	public BendingEnergy( final SplineLattice lattice, final double[] spacing )
	{
		for ( int d = 0; d < 3; ++d )
		{
			controls[ d ] = lattice.controls( d );
			for ( int order = 0; order < 3; ++order )
				products[ d ][ order ] = products( controls[ d ], lattice.step( d ) * spacing[ d ], order );
		}
	}

	/** Polynomials of degree up to 6 within each knot interval: Gauss-Legendre with four points integrates them exactly. */
	private static double[] products( final int n, final double step, final int order )
	{
		final double[] nodes = { -0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526 };
		final double[] weights = { 0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538 };
		final double[] products = new double[ n * n ];
		for ( int interval = 0; interval < n - 3; ++interval )
			for ( int q = 0; q < 4; ++q )
			{
				final double x = interval + ( 1 + nodes[ q ] ) / 2;
				for ( int a = interval; a < interval + 4; ++a )
					for ( int b = interval; b < interval + 4; ++b )
						products[ a * n + b ] += weights[ q ] / 2 * derivative( x + 1 - a, order ) * derivative( x + 1 - b, order )
								/ ( Math.pow( step, 2 * order ) * ( n - 3 ) );
			}
		return products;
	}

	private static double derivative( final double x, final int order )
	{
		final double a = Math.abs( x ), sign = Math.signum( x );
		if ( a >= 2 )
			return 0;
		return switch ( order )
		{
		case 0 -> a >= 1 ? ( 2 - a ) * ( 2 - a ) * ( 2 - a ) / 6 : 2 / 3.0 - a * a + a * a * a / 2;
		case 1 -> sign * ( a >= 1 ? -( 2 - a ) * ( 2 - a ) / 2 : -2 * a + 1.5 * a * a );
		default -> a >= 1 ? 2 - a : -2 + 3 * a;
		};
	}

	/**
	 * @param coefficients
	 *            of the lattice
	 * @param weight
	 *            of the energy
	 * @param gradient
	 *            the gradient of weight times energy is added here
	 * @return weight times energy
	 */
	public double add( final double[] coefficients, final double weight, final double[] gradient )
	{
		final double[] sum = new double[ coefficients.length ];
		for ( int a = 0; a < 3; ++a )
			for ( int b = a; b < 3; ++b )
			{
				final int[] order = new int[ 3 ];
				++order[ a ];
				++order[ b ];
				double[] values = coefficients;
				for ( int d = 0; d < 3; ++d )
					values = along( d, products[ d ][ order[ d ] ], values );
				for ( int i = 0; i < sum.length; ++i )
					sum[ i ] += ( a == b ? 1 : 2 ) * values[ i ];
			}
		double energy = 0;
		for ( int i = 0; i < sum.length; ++i )
		{
			energy += weight * coefficients[ i ] * sum[ i ];
			gradient[ i ] += 2 * weight * sum[ i ];
		}
		return energy;
	}

	private double[] along( final int axis, final double[] matrix, final double[] source )
	{
		final int n = controls[ axis ];
		int inner = 3;
		for ( int d = 0; d < axis; ++d )
			inner *= controls[ d ];
		final double[] target = new double[ source.length ];
		for ( int block = 0; block < source.length; block += n * inner )
			for ( int t = 0; t < n; ++t )
				for ( int f = Math.max( 0, t - 3 ); f <= Math.min( n - 1, t + 3 ); ++f )
				{
					final double w = matrix[ t * n + f ];
					for ( int i = 0, s = block + f * inner, o = block + t * inner; i < inner; ++i )
						target[ o + i ] += w * source[ s + i ];
				}
		return target;
	}
}
