/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.Arrays;

/**
 * Shapes of which some vertices are not known.
 */
final class PartialShape
{
	/** Every how manieth known vertex tells the others; neighbors say the same. */
	private static final int STRIDE = 4;

	/** The vertices are as many observations as this, however many they are. */
	private static final double OBSERVATIONS = 1000;

	/** An error fades so much from a vertex to the next, and spreads over so many of them. */
	private static final double FADING = 0.95;

	private static final int ROUNDS = 60;

	private PartialShape()
	{}

	/**
	 * Replaces the unknown vertices by their conditional mean under a model: the instance that fits the known ones, plus the
	 * error that it makes at these, which fades away from them, so that no step is left.
	 *
	 * @param model
	 *            the model
	 * @param shape
	 *            x, y, z of each vertex, in the frame of the model; changed where not known
	 * @param known
	 *            which vertices are known
	 * @param noise
	 *            standard deviation of the known ones about the model in mm
	 */
	static void predict( final ShapeModel model, final double[] shape, final boolean[] known, final double noise )
	{
		final int modes = model.modeCount();
		final double[] row = new double[ modes + 1 ], mean = model.mean().vertices();
		final NormalEquations equations = new NormalEquations( modes );
		final int used = ( known.length + STRIDE - 1 ) / STRIDE * 3;
		for ( int v = 0; v < known.length; v += STRIDE )
			for ( int i = 3 * v; i < 3 * v + 3 && known[ v ]; ++i )
			{
				for ( int j = 0; j < modes; ++j )
					row[ j ] = model.standardDeviation( j ) * model.mode( j )[ i ];
				row[ modes ] = shape[ i ] - mean[ i ];
				equations.add( row, OBSERVATIONS / ( used * noise * noise ) );
			}
		final double[] deviations = new double[ modes ];
		Arrays.fill( deviations, 1 );
		final double[] fitted = model.instance( equations.solve( deviations ) ).vertices();
		final double[] error = new double[ shape.length ];
		for ( int i = 0; i < error.length; ++i )
			error[ i ] = known[ i / 3 ] ? shape[ i ] - fitted[ i ] : 0;
		MeshDiffusion.spread( error, known, model.mean().triangles(), ROUNDS, FADING );
		for ( int i = 0; i < error.length; ++i )
			if ( !known[ i / 3 ] )
				shape[ i ] = fitted[ i ] + error[ i ];
	}
}
