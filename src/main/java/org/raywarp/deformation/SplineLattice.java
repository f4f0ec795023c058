/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

/**
 * A vector field of uniform cubic B-splines over a grid's box (Rueckert et al. 1999, free-form deformations): few
 * coefficients on a coarse lattice make a smooth field on every voxel. The lattice's knots are spread evenly from the
 * first voxel to the last along each axis; one coefficient beyond each end belongs to it.
 * Immutable.
 */
public final class SplineLattice
{
	private final int[] controls, size;

	private final SeparableInterpolation interpolation;

	/**
	 * @param controls
	 *            number of coefficients along x, y, z, at least 4 each
	 * @param size
	 *            number of voxels along x, y, z
	 * @throws IllegalArgumentException
	 *             if there are fewer coefficients
	 */
	public SplineLattice( final int[] controls, final int[] size )
	{
		this.controls = controls.clone();
		this.size = size.clone();
		for ( final int n : controls )
			if ( n < 4 )
				throw new IllegalArgumentException( "A cubic spline has at least 4 coefficients along each axis, not " + n + "." );
		interpolation = new SeparableInterpolation( controls, size, ( axis, i, c ) -> bSpline( i / step( axis ) + 1 - c ) );
	}

	/**
	 * @param axis
	 *            0 to 2
	 * @return distance of neighboring knots in voxels
	 */
	double step( final int axis )
	{
		return Math.max( 1, size[ axis ] - 1 ) / ( double ) ( controls[ axis ] - 3 );
	}

	int controls( final int axis )
	{
		return controls[ axis ];
	}

	/** In knots from the first voxel; beyond the first or the last voxel as there. */
	private double knot( final int axis, final double voxel )
	{
		return Math.max( 0, Math.min( size[ axis ] - 1, voxel ) ) / step( axis );
	}

	/**
	 * What the coefficients along one axis count: the weight of a coefficient of the field is the product of its three.
	 *
	 * @param axis
	 *            0 to 2
	 * @param voxel
	 *            voxel coordinate along the axis; beyond the first or the last voxel it counts as the nearest one
	 * @return weight of each coefficient along the axis
	 */
	public double[] weights( final int axis, final double voxel )
	{
		final double[] weights = new double[ controls[ axis ] ];
		for ( int c = 0; c < weights.length; ++c )
			weights[ c ] = bSpline( knot( axis, voxel ) + 1 - c );
		return weights;
	}

	/**
	 * @return number of coefficients: three components at each point of the lattice, component fastest
	 */
	public int coefficientCount()
	{
		return 3 * controls[ 0 ] * controls[ 1 ] * controls[ 2 ];
	}

	/** The centered cubic B-spline, of support -2 to 2. */
	private static double bSpline( final double x )
	{
		final double a = Math.abs( x );
		return a >= 2 ? 0 : a >= 1 ? ( 2 - a ) * ( 2 - a ) * ( 2 - a ) / 6 : 2 / 3.0 - a * a + a * a * a / 2;
	}

	/**
	 * @param coefficients
	 *            in the unit of the field
	 * @param field
	 *            receives three components of each voxel
	 */
	public void evaluate( final double[] coefficients, final float[] field )
	{
		final float[] values = new float[ coefficients.length ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = ( float ) coefficients[ i ];
		interpolation.apply( values, field );
	}

	/**
	 * The adjoint of {@link #evaluate}: from a gradient with respect to the field to that with respect to the
	 * coefficients.
	 *
	 * @param field
	 *            three components of each voxel
	 * @param coefficients
	 *            is overwritten
	 */
	public void adjoint( final float[] field, final double[] coefficients )
	{
		final float[] values = new float[ coefficients.length ];
		interpolation.adjoint( field, values );
		for ( int i = 0; i < values.length; ++i )
			coefficients[ i ] = values[ i ];
	}

	/**
	 * @return the splines about single points; for one thread
	 */
	public Support support()
	{
		return new Support();
	}

	/** The 64 splines that do not vanish at a point. */
	public final class Support
	{
		private static final int WIDTH = 4;

		private final int[] first = new int[ 3 ];

		private final double[][] along = new double[ 3 ][ WIDTH ];

		private Support()
		{}

		/**
		 * @param voxel
		 *            a point in voxel coordinates; beyond the first or the last voxel it counts as the nearest point before
		 */
		public void moveTo( final double... voxel )
		{
			for ( int d = 0; d < 3; ++d )
			{
				final double knot = knot( d, voxel[ d ] );
				first[ d ] = Math.min( controls[ d ] - WIDTH, ( int ) knot );
				for ( int i = 0; i < WIDTH; ++i )
					along[ d ][ i ] = bSpline( knot + 1 - first[ d ] - i );
			}
		}

		/**
		 * @param coefficients
		 *            of a field
		 * @param target
		 *            receives the three components of the field at the point
		 */
		public void evaluate( final float[] coefficients, final double[] target )
		{
			target[ 0 ] = target[ 1 ] = target[ 2 ] = 0;
			forEach( ( weight, at ) -> {
				for ( int d = 0; d < 3; ++d )
					target[ d ] += weight * coefficients[ at + d ];
			} );
		}

		/**
		 * @param action
		 *            told the weight of each spline and where its three coefficients begin
		 */
		public void forEach( final Spline action )
		{
			for ( int k = 0; k < WIDTH; ++k )
				for ( int j = 0; j < WIDTH; ++j )
				{
					final double weight = along[ 2 ][ k ] * along[ 1 ][ j ];
					final int row = 3 * ( first[ 0 ] + controls[ 0 ] * ( first[ 1 ] + j + controls[ 1 ] * ( first[ 2 ] + k ) ) );
					for ( int i = 0; i < WIDTH; ++i )
						action.visit( weight * along[ 0 ][ i ], row + 3 * i );
				}
		}
	}

	/** What {@link Support#forEach} tells of a spline. */
	@FunctionalInterface
	public interface Spline
	{
		/**
		 * @param weight
		 *            of the spline at the point
		 * @param at
		 *            index of the first of its three coefficients
		 */
		void visit( double weight, int at );
	}
}
