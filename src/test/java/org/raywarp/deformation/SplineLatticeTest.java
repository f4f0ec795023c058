/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

public class SplineLatticeTest
{
	private static final int[] CONTROLS = { 6, 4, 5 }, SIZE = { 11, 7, 9 };

	private static final double[] SPACING = { 2, 3, 1.5 };

	private final SplineLattice lattice = new SplineLattice( CONTROLS, SIZE );

	/** Coefficients of a polynomial's control points: cubic B-splines reproduce x, and x^2 less a third of a squared step. */
	private double[] coefficients( final boolean square )
	{
		final double[] c = new double[ lattice.coefficientCount() ];
		for ( int i = 0; i < c.length; ++i )
		{
			final double knot = i / 3 % CONTROLS[ 0 ] - 1, step = lattice.step( 0 ) * SPACING[ 0 ];
			c[ i ] = i % 3 == 0 ? square ? step * step * ( knot * knot - 1 / 3.0 ) : step * knot : 0;
		}
		return c;
	}

	@Test
	public void reproducesAQuadraticPolynomial()
	{
		final float[] field = new float[ 3 * 11 * 7 * 9 ];
		lattice.evaluate( coefficients( true ), field );
		for ( int i = 0; i < field.length; ++i )
		{
			final double x = SPACING[ 0 ] * ( i / 3 % 11 );
			assertEquals( i % 3 == 0 ? x * x : 0, field[ i ], 1e-3 );
		}
	}

	@Test
	public void adjointBelongsToTheField()
	{
		final double[] c = GradientCheck.random( lattice.coefficientCount(), 1, 1 ), back = new double[ c.length ];
		final float[] field = new float[ 3 * 11 * 7 * 9 ], other = GradientCheck.floats( GradientCheck.random( field.length, 1, 2 ) );
		lattice.evaluate( c, field );
		lattice.adjoint( other, back );
		double right = 0;
		for ( int i = 0; i < c.length; ++i )
			right += c[ i ] * back[ i ];
		assertEquals( GradientCheck.product( field, GradientCheck.doubles( other ) ), right, 1e-4 * Math.abs( right ) );
	}

	@Test
	public void interpolationBetweenLatticesIsTrilinearAndHasItsAdjoint()
	{
		final int[] from = { 4, 3, 5 }, to = { 8, 6, 9 };
		final SeparableInterpolation linear = SeparableInterpolation.linear( from, to );
		final float[] coarse = GradientCheck.floats( GradientCheck.random( 3 * 60, 1, 1 ) ), fine = new float[ 3 * 432 ],
				back = new float[ coarse.length ];
		linear.apply( coarse, fine );
		final FieldSampler sampler = new FieldSampler( coarse, from );
		final float[] expected = new float[ 3 ];
		for ( int v = 0; v < 432; ++v )
		{
			sampler.sample( ( v % 8 + 0.5 ) / 2 - 0.5, ( v / 8 % 6 + 0.5 ) / 2 - 0.5, ( v / 48 + 0.5 ) * 5 / 9 - 0.5, expected, 0 );
			for ( int e = 0; e < 3; ++e )
				assertEquals( expected[ e ], fine[ 3 * v + e ], 1e-5 );
		}
		linear.adjoint( fine, back );
		assertEquals( GradientCheck.product( fine, GradientCheck.doubles( fine ) ),
				GradientCheck.product( coarse, GradientCheck.doubles( back ) ), 1e-3 );
	}

	@Test
	public void bendingOfAQuadraticPolynomialIsTheSquareOfItsSecondDerivative()
	{
		final SplineEnergy bending = new SplineEnergy( lattice, SPACING, 2 );
		final double[] gradient = new double[ lattice.coefficientCount() ];
		assertEquals( 4, bending.add( coefficients( true ), 1, gradient ), 1e-9 );
		assertEquals( 0, bending.add( coefficients( false ), 1, gradient ), 1e-9 );
	}

	@Test
	public void magnitudeOfALinearPolynomialIsItsMeanSquare()
	{
		final double length = SPACING[ 0 ] * ( SIZE[ 0 ] - 1 );
		assertEquals( length * length / 3, new SplineEnergy( lattice, SPACING, 0 ).add( coefficients( false ), 1,
				new double[ lattice.coefficientCount() ] ), 1e-9 );
	}

	@Test
	public void gradientOfTheBendingAgreesWithDifferences()
	{
		final SplineEnergy bending = new SplineEnergy( lattice, SPACING, 2 );
		final double[] c = GradientCheck.random( lattice.coefficientCount(), 1, 1 ), gradient = new double[ c.length ];
		bending.add( c, 0.7, gradient );
		GradientCheck.agree( x -> bending.add( x, 0.7, new double[ x.length ] ), c, gradient, 1e-3, 1e-7 );
	}

	@Test
	public void threeCoefficientsAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> new SplineLattice( new int[] { 3, 4, 4 }, SIZE ) );
	}
}
