/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;
import org.raywarp.anatomy.FemurMeasure;
import org.raywarp.anatomy.FemurShape;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.geometry.TriangleMesh;

/**
 * How the vertices of the mean femur move with the anatomical measures of the population, to first order. A measure tells
 * how far the surface moves along its normals; the displacement is the smoothest that does so: the posterior mean of a
 * Gaussian process, so that a shaft that moves aside moves as a whole.
 */
final class MeasureDisplacements
{
	private static final List< GaussianKernel > KERNELS = List.of( new GaussianKernel( 10, 60 ), new GaussianKernel( 3, 20 ) );

	private static final int MODES = 240;

	/** Of the displacement along the normal, in mm. */
	private static final double NOISE = 0.15;

	private MeasureDisplacements()
	{}

	private static final class Holder
	{
		static final List< double[] > COLUMNS = List.copyOf( columns() );
	}

	/**
	 * @return displacements of the vertices of {@link ReferenceFemur} whose squares sum to the covariance of the population:
	 *         one for the size of the person, one for each measure's own part; not to be changed
	 */
	static List< double[] > ofPopulation()
	{
		return Holder.COLUMNS;
	}

	private static List< double[] > columns()
	{
		final TriangleMesh mesh = ReferenceFemur.mesh();
		final double[] normals = SurfacePairs.vertexNormals( mesh );
		final ShapeModel smooth = GaussianProcesses.of( mesh, KERNELS, KERNELS, MODES );
		final RealMatrix along = along( smooth, normals );
		final RealMatrix normal = along.transpose().multiply( along );
		for ( int j = 0; j < smooth.modeCount(); ++j )
			normal.addToEntry( j, j, NOISE * NOISE );
		final DecompositionSolver solver = new CholeskyDecomposition( normal, 1e-9, 0 ).getSolver();
		final double[] size = new double[ mesh.vertices().length ];
		final List< double[] > columns = new ArrayList<>();
		for ( final FemurMeasure measure : FemurMeasure.values() )
		{
			final double[] shift = shift( mesh, normals, measure );
			final double[] weights = solver.solve( along.transpose().operate( new ArrayRealVector( shift, false ) ) ).toArray();
			final double[] moved = smooth.instance( weights ).vertices(), own = new double[ size.length ];
			final double common = measure.withSize(), rest = Math.sqrt( 1 - common * common );
			for ( int i = 0; i < own.length; ++i )
			{
				final double displacement = moved[ i ] - mesh.vertices()[ i ];
				size[ i ] += common * displacement;
				own[ i ] = rest * displacement;
			}
			columns.add( own );
		}
		columns.add( size );
		return columns;
	}

	/** For each vertex how far each mode, at one standard deviation, moves it along its normal. */
	private static RealMatrix along( final ShapeModel model, final double[] normals )
	{
		final double[][] along = new double[ normals.length / 3 ][ model.modeCount() ];
		for ( int i = 0; i < along.length; ++i )
			for ( int j = 0; j < along[ i ].length; ++j )
				for ( int d = 0; d < 3; ++d )
					along[ i ][ j ] += model.standardDeviation( j ) * model.mode( j )[ 3 * i + d ] * normals[ 3 * i + d ];
		return new Array2DRowRealMatrix( along, false );
	}

	/** How far the surface moves along its normals when a measure grows by its standard deviation. */
	private static double[] shift( final TriangleMesh mesh, final double[] normals, final FemurMeasure measure )
	{
		final FemurShape mean = FemurShape.mean();
		final double step = measure.standardDeviation();
		final double[] more = ParametricFemur.distances( mean.with( measure, measure.mean() + step ), mesh.vertices() );
		final double[] less = ParametricFemur.distances( mean.with( measure, measure.mean() - step ), mesh.vertices() );
		final double[] outside = mesh.vertices().clone(), inside = mesh.vertices().clone();
		for ( int i = 0; i < outside.length; ++i )
		{
			outside[ i ] += 0.5 * normals[ i ];
			inside[ i ] -= 0.5 * normals[ i ];
		}
		final double[] above = ParametricFemur.distances( mean, outside ), below = ParametricFemur.distances( mean, inside );
		final double[] shift = new double[ more.length ];
		for ( int i = 0; i < shift.length; ++i )
			shift[ i ] = ( less[ i ] - more[ i ] ) / 2 / Math.max( 0.3, above[ i ] - below[ i ] );
		return shift;
	}
}
