/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

/**
 * The mean over the box of the sum of all squared derivatives of one order of a {@link SplineLattice}'s field: of order 0
 * its mean square, of order 2 its bending energy (Rueckert et al. 1999, Eq. 3; mixed derivatives count twice). In the
 * square of the field's unit over mm to twice the order. Exact: a quadratic form of the coefficients, made of products of
 * one small matrix an axis. Immutable.
 */
public final class SplineEnergy
{
	private final int[] controls = new int[ 3 ];

	/** Mean product of derivatives of order 0, 1, 2 of two splines along an axis: [axis][order]. */
	private final double[][][] products = new double[ 3 ][ 3 ][];

	private final int order;

	/**
	 * @param lattice
	 *            where the coefficients lie
	 * @param spacing
	 *            distance between voxels along x, y, z in mm
	 * @param order
	 *            of the derivatives, 0 or 2
	 * @throws IllegalArgumentException
	 *             if the order is another one
	 */
	public SplineEnergy( final SplineLattice lattice, final double[] spacing, final int order )
	{
		if ( order != 0 && order != 2 )
			throw new IllegalArgumentException( "The energy of a spline is of order 0 or 2, not " + order + "." );
		this.order = order;
		for ( int d = 0; d < 3; ++d )
		{
			controls[ d ] = lattice.controls( d );
			for ( int o = 0; o < 3; ++o )
				products[ d ][ o ] = products( controls[ d ], lattice.step( d ) * spacing[ d ], o );
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
		if ( order == 0 )
			addProduct( coefficients, new int[ 3 ], 1, sum );
		else
			for ( int a = 0; a < 3; ++a )
				for ( int b = a; b < 3; ++b )
				{
					final int[] orders = new int[ 3 ];
					++orders[ a ];
					++orders[ b ];
					addProduct( coefficients, orders, a == b ? 1 : 2, sum );
				}
		double energy = 0;
		for ( int i = 0; i < sum.length; ++i )
		{
			energy += weight * coefficients[ i ] * sum[ i ];
			gradient[ i ] += 2 * weight * sum[ i ];
		}
		return energy;
	}

	private void addProduct( final double[] coefficients, final int[] orders, final double factor, final double[] sum )
	{
		double[] values = coefficients;
		for ( int d = 0; d < 3; ++d )
			values = along( d, products[ d ][ orders[ d ] ], values );
		for ( int i = 0; i < sum.length; ++i )
			sum[ i ] += factor * values[ i ];
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
