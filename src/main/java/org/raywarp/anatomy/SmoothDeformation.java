/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.raywarp.geometry.TriangleMesh;

import net.imglib2.parallel.Parallelization;

/**
 * A random smooth deformation of space that makes many bones of a few. It is the flow of a stationary velocity over unit
 * time, hence a diffeomorphism: it keeps surfaces closed and free of self-intersections.
 * <p>
 * Each component of the velocity is a Gaussian random field of covariance {@code s^2 exp( -d^2 / ( 2 L^2 ) )}, approximated
 * by 64 random Fourier features (Rahimi and Recht 2007), {@code v( x ) = s sum of ( a cos( w . x ) + b sin( w . x ) ) / 8}
 * with normal a and b and w of standard deviation 1 / L. The flow takes eight midpoint steps. For s well below L the
 * displacement has standard deviation s as well, to some percent.
 */
public final class SmoothDeformation
{
	private static final int FEATURES = 64;

	private static final int STEPS = 8;

	/** Three frequencies in 1/mm, three cosine and three sine amplitudes in mm, for each feature. */
	private final double[] features = new double[ 9 * FEATURES ];

	/**
	 * @param standardDeviation
	 *            of each component of the displacement, in mm; 1 to 3 for bones
	 * @param correlationLength
	 *            L, in mm; 20 to 40 for bones
	 * @param seed
	 *            which deformation
	 * @throws IllegalArgumentException
	 *             if the deviation is negative or the length not positive
	 */
	public SmoothDeformation( final double standardDeviation, final double correlationLength, final long seed )
	{
		if ( !( standardDeviation >= 0 ) || !( correlationLength > 0 ) || Double.isInfinite( standardDeviation + correlationLength ) )
			throw new IllegalArgumentException(
					"A deformation has a standard deviation of at least 0 mm and a positive correlation length, not "
							+ standardDeviation + " and " + correlationLength + "." );
		final SplittableRandom random = new SplittableRandom( seed );
		for ( int f = 0; f < features.length; f += 9 )
			for ( int i = 0; i < 9; ++i )
				features[ f + i ] = random.nextGaussian() * ( i < 3 ? 1 / correlationLength : standardDeviation / Math.sqrt( FEATURES ) );
	}

	/**
	 * @param mesh
	 *            any mesh
	 * @return the deformed mesh, with the same triangles
	 */
	public TriangleMesh apply( final TriangleMesh mesh )
	{
		final double[] moved = mesh.vertices().clone();
		final int chunk = 3 * 1024;
		Parallelization.getTaskExecutor().forEach( IntStream.rangeClosed( 0, moved.length / chunk ).boxed().toList(), c -> {
			final double[] p = new double[ 3 ];
			for ( int i = c * chunk; i < Math.min( moved.length, ( c + 1 ) * chunk ); i += 3 )
			{
				System.arraycopy( moved, i, p, 0, 3 );
				apply( p );
				System.arraycopy( p, 0, moved, i, 3 );
			}
		} );
		return new TriangleMesh( moved, mesh.triangles().clone() );
	}

	/**
	 * Moves a point.
	 *
	 * @param point
	 *            three coordinates in mm, replaced by those of the point it goes to
	 */
	public void apply( final double[] point )
	{
		final double[] middle = new double[ 3 ];
		for ( int step = 0; step < STEPS; ++step )
		{
			System.arraycopy( point, 0, middle, 0, 3 );
			advance( point, middle, 0.5 / STEPS );
			advance( middle.clone(), point, 1.0 / STEPS );
		}
	}

	/** Adds to {@code target} the velocity at a point times a time. */
	private void advance( final double[] at, final double[] target, final double time )
	{
		double x = 0, y = 0, z = 0;
		for ( int f = 0; f < features.length; f += 9 )
		{
			final double phase = features[ f ] * at[ 0 ] + features[ f + 1 ] * at[ 1 ] + features[ f + 2 ] * at[ 2 ];
			final double c = Math.cos( phase ), s = Math.sin( phase );
			x += features[ f + 3 ] * c + features[ f + 6 ] * s;
			y += features[ f + 4 ] * c + features[ f + 7 ] * s;
			z += features[ f + 5 ] * c + features[ f + 8 ] * s;
		}
		target[ 0 ] += time * x;
		target[ 1 ] += time * y;
		target[ 2 ] += time * z;
	}
}
