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

	private PartialShape()
	{}

	/**
	 * Replaces the unknown vertices by their conditional mean under a model: the instance that fits the known ones, plus the
	 * error it makes there at the nearest known vertex, which fades over the distance to it, so that no step is left.
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
		for ( int v = 0; v < known.length; ++v )
			if ( !known[ v ] )
				replace( shape, fitted, known, mean, v );
	}

	/** Over which distance an error fades, in mm. */
	private static final double FADING = 15;

	private static void replace( final double[] shape, final double[] fitted, final boolean[] known, final double[] mean, final int vertex )
	{
		int nearest = -1;
		double least = Double.POSITIVE_INFINITY;
		for ( int v = 0; v < known.length; ++v )
		{
			final double x = mean[ 3 * v ] - mean[ 3 * vertex ], y = mean[ 3 * v + 1 ] - mean[ 3 * vertex + 1 ],
					z = mean[ 3 * v + 2 ] - mean[ 3 * vertex + 2 ], square = x * x + y * y + z * z;
			if ( known[ v ] && square < least )
			{
				least = square;
				nearest = v;
			}
		}
		final double share = nearest < 0 ? 0 : Math.exp( -least / ( 2 * FADING * FADING ) );
		for ( int d = 0; d < 3; ++d )
			shape[ 3 * vertex + d ] = fitted[ 3 * vertex + d ]
					+ ( share == 0 ? 0 : share * ( shape[ 3 * nearest + d ] - fitted[ 3 * nearest + d ] ) );
	}
}
