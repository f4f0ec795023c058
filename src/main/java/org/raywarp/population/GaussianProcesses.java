/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.raywarp.geometry.TriangleMesh;

/**
 * Gaussian process morphable models (Luethi, Gerig, Jud and Vetter 2017, IEEE Trans Pattern Anal Mach Intell 40,
 * 1860-1873): shape models whose covariance is a kernel, or a kernel added to that of samples.
 */
final class GaussianProcesses
{
	/** Share of the variance that low rank may cost at a vertex. */
	private static final double LEFT_OUT = 1e-3;

	private GaussianProcesses()
	{}

	/**
	 * @param mean
	 *            the mean surface
	 * @param across
	 *            kernels whose sum is the covariance of the displacements along x and along y
	 * @param along
	 *            kernels of the displacements along z, the axis of the shaft; the three components are independent
	 * @param modes
	 *            how many modes at most
	 * @return the model of these displacements
	 */
	static ShapeModel of( final TriangleMesh mean, final List< GaussianKernel > across, final List< GaussianKernel > along,
			final int modes )
	{
		return model( mean, columns( mean, across, along, modes / 3 ), modes );
	}

	/**
	 * @param mean
	 *            the mean surface
	 * @param across
	 *            kernels of the displacements along x and along y
	 * @param along
	 *            kernels of the displacements along z
	 * @param rank
	 *            how many for each component at most
	 * @return orthogonal displacements whose squares sum to the covariance
	 */
	static List< double[] > columns( final TriangleMesh mean, final List< GaussianKernel > across, final List< GaussianKernel > along,
			final int rank )
	{
		final List< double[] > columns = new ArrayList<>();
		final List< double[] > lateral = LowRankKernel.factor( mean.vertices(), across, rank, LEFT_OUT );
		final List< double[] > axial = along.equals( across ) ? lateral : LowRankKernel.factor( mean.vertices(), along, rank, LEFT_OUT );
		for ( int d = 0; d < 3; ++d )
			for ( final double[] factor : d == 2 ? axial : lateral )
			{
				final double[] column = new double[ 3 * factor.length ];
				for ( int i = 0; i < factor.length; ++i )
					column[ 3 * i + d ] = factor[ i ];
				columns.add( column );
			}
		return columns;
	}

	/**
	 * @param mean
	 *            the mean surface
	 * @param axes
	 *            orthogonal displacements, each as long as its standard deviation
	 * @param modes
	 *            how many to keep at most
	 * @return the model
	 */
	static ShapeModel model( final TriangleMesh mean, final List< double[] > axes, final int modes )
	{
		final List< double[] > sorted = new ArrayList<>( axes );
		sorted.sort( Comparator.comparingDouble( GaussianProcesses::length ).reversed() );
		final int kept = Math.min( modes, sorted.size() );
		final float[][] units = new float[ kept ][ mean.vertices().length ];
		final double[] deviations = new double[ kept ];
		for ( int j = 0; j < kept; ++j )
		{
			deviations[ j ] = length( sorted.get( j ) );
			for ( int i = 0; i < units[ j ].length; ++i )
				units[ j ][ i ] = ( float ) ( sorted.get( j )[ i ] / deviations[ j ] );
		}
		return new ShapeModel( mean, units, deviations );
	}

	private static double length( final double[] v )
	{
		double square = 0;
		for ( final double x : v )
			square += x * x;
		return Math.sqrt( square );
	}
}
