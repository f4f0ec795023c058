/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.Arrays;

import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Progress;

/**
 * A linear statistical model of a shape, {@code x = mean + sum of w_j s_j u_j}: a mean surface, orthonormal modes u_j of
 * the coordinates of its vertices, and the standard deviation s_j of each, in mm over all coordinates. The weights w_j are
 * independent and standard normal in the population that the model describes. All instances share the triangles of the
 * mean. Immutable, safe for concurrent use.
 */
public final class ShapeModel
{
	private final TriangleMesh mean;

	private final float[][] modes;

	private final double[] standardDeviations;

	/**
	 * @param mean
	 *            the mean surface, in mm, in the femur's reference frame; not copied
	 * @param modes
	 *            unit vectors over the coordinates of all vertices, orthogonal to one another; not copied
	 * @param standardDeviations
	 *            of each mode, in mm, in descending order; not copied
	 * @throws IllegalArgumentException
	 *             if the sizes disagree, a number is not finite, a mode is no unit vector, or a deviation is not positive or
	 *             greater than the one before
	 */
	public ShapeModel( final TriangleMesh mean, final float[][] modes, final double[] standardDeviations )
	{
		if ( modes.length != standardDeviations.length )
			throw new IllegalArgumentException( "A shape model has one standard deviation a mode, not " + standardDeviations.length
					+ " for " + modes.length + " modes." );
		for ( int j = 0; j < modes.length; ++j )
		{
			if ( modes[ j ].length != mean.vertices().length )
				throw new IllegalArgumentException( "Mode " + j + " of the shape model has " + modes[ j ].length
						+ " numbers, the mean has " + mean.vertices().length + " coordinates." );
			double square = 0;
			for ( final float u : modes[ j ] )
				square += ( double ) u * u;
			if ( !( Math.abs( square - 1 ) < 1e-3 ) )
				throw new IllegalArgumentException( "Mode " + j + " of the shape model has length " + Math.sqrt( square ) + ", not 1." );
			if ( !( standardDeviations[ j ] > 0
					&& standardDeviations[ j ] <= ( j == 0 ? Double.MAX_VALUE : standardDeviations[ j - 1 ] ) ) )
				throw new IllegalArgumentException( "The standard deviations of a shape model are positive and descend, but number " + j
						+ " is " + standardDeviations[ j ] + "." );
		}
		this.mean = mean;
		this.modes = modes;
		this.standardDeviations = standardDeviations;
	}

	/**
	 * @return the mean surface; not to be changed
	 */
	public TriangleMesh mean()
	{
		return mean;
	}

	/**
	 * @return number of modes
	 */
	public int modeCount()
	{
		return modes.length;
	}

	/**
	 * @param index
	 *            which mode, from 0, that of the greatest deviation
	 * @return a unit vector over all coordinates; not to be changed
	 */
	public float[] mode( final int index )
	{
		return modes[ index ];
	}

	/**
	 * @param index
	 *            which mode, from 0
	 * @return its standard deviation in mm; divided by the square root of the number of vertices, the root mean square
	 *         displacement of a vertex
	 */
	public double standardDeviation( final int index )
	{
		return standardDeviations[ index ];
	}

	/**
	 * @param count
	 *            how many modes to keep at most
	 * @return the model of the first modes
	 */
	public ShapeModel truncated( final int count )
	{
		final int kept = Math.min( count, modes.length );
		return new ShapeModel( mean, Arrays.copyOf( modes, kept ), Arrays.copyOf( standardDeviations, kept ) );
	}

	/**
	 * @param weights
	 *            of the first modes, in standard deviations; modes without a weight have 0
	 * @return the surface, with the triangles of the mean
	 * @throws IllegalArgumentException
	 *             if there are more weights than modes, or one is not finite
	 */
	public TriangleMesh instance( final double... weights )
	{
		if ( weights.length > modes.length )
			throw new IllegalArgumentException( "The shape model has " + modes.length + " modes, not " + weights.length + "." );
		final double[] v = mean.vertices().clone();
		for ( int j = 0; j < weights.length; ++j )
		{
			final double w = weights[ j ] * standardDeviations[ j ];
			if ( !Double.isFinite( w ) )
				throw new IllegalArgumentException(
						"Weight " + j + " of the shape model is " + weights[ j ] + ", expected a finite number." );
			final float[] u = modes[ j ];
			for ( int i = 0; i < v.length && w != 0; ++i )
				v[ i ] += w * u[ i ];
		}
		return new TriangleMesh( v, mean.triangles() );
	}

	/**
	 * Fits the model to a surface that lies about where the mean lies: nearest points with compatible normals from both
	 * sides, weights and a rigid motion solved for together, with the model's own distribution as regularization. Parts that
	 * the surface lacks are predicted from the others.
	 *
	 * @param surface
	 *            in mm, near the femur's reference frame, cut off wherever; closed or not
	 * @param noise
	 *            standard deviation of the surface about the model, in mm, such as 0.5: the greater, the closer the result
	 *            stays to the mean
	 * @param progress
	 *            told how far it is
	 * @return the fit
	 * @throws IllegalArgumentException
	 *             if the noise is not positive, or hardly a point of the surface lies near the mean
	 */
	public ShapeFit fit( final TriangleMesh surface, final double noise, final Progress progress )
	{
		return ModelFitting.fit( this, surface, noise, progress );
	}
}
