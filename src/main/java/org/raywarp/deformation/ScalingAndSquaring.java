/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;

import net.imglib2.parallel.Parallelization;

/**
 * Integrates stationary velocity fields by scaling and squaring (Arsigny et al. 2006): a short step of length
 * {@code 2^-n} is composed with itself n times. Between voxels fields are trilinear, beyond the grid they continue with
 * their border values.
 * <p>
 * The short step is {@code x -> h v( x + h/2 v( x ) )}, {@code h = 2^-n}, the midpoint rule, whose error falls with
 * {@code h^2} instead of with {@code h}. Departs from the Euler step of Arsigny et al., from which it differs by about
 * {@code h |v| |grad v| / 2}. With 7 squarings the flow of a linear velocity field with gradients up to 0.08 is met
 * within 2e-6 voxels, where it does not reach the border; curved fields add the error of their trilinear interpolation.
 */
public final class ScalingAndSquaring
{
	/** Enough for velocities of tens of voxels. */
	public static final int DEFAULT_SQUARINGS = 7;

	private ScalingAndSquaring()
	{}

	/**
	 * The flow of a velocity field for unit time, {@code exp( v )}. The inverse is the flow of
	 * {@link VelocityField#negated()}.
	 *
	 * @param velocity
	 *            in mm
	 * @param squarings
	 *            how often the short step is composed with itself, 0 to 30
	 * @return the displacement {@code exp( v )( x ) - x} in mm, on the velocity's grid
	 * @throws IllegalArgumentException
	 *             if the number of squarings is out of range
	 */
	public static DisplacementField integrate( final VelocityField velocity, final int squarings )
	{
		if ( squarings < 0 || squarings > 30 )
			throw new IllegalArgumentException( "A velocity field is integrated with 0 to 30 squarings, not " + squarings + "." );
		final Grid grid = velocity.grid();
		final float[] v = FloatArrays.of( velocity.vectors() );
		final float[] step = new float[ v.length ];
		mapVectors( grid.worldFromVoxel().inverse(), Math.pow( 2, -squarings ), v, step, grid );
		float[] u = new float[ v.length ];
		advance( new FieldSampler( step, grid.size() ), 0.5f, step, u, grid );
		float[] squared = step;
		for ( int s = 0; s < squarings; ++s )
		{
			advance( new FieldSampler( u, grid.size() ), 1, u, squared, grid );
			addTo( squared, u, grid );
			final float[] previous = u;
			u = squared;
			squared = previous;
		}
		mapVectors( grid.worldFromVoxel(), 1, u, u, grid );
		return DisplacementField.of( grid, u );
	}

	/**
	 * The flow of a velocity field for unit time with {@link #DEFAULT_SQUARINGS}.
	 *
	 * @param velocity
	 *            in mm
	 * @return the displacement {@code exp( v )( x ) - x} in mm, on the velocity's grid
	 * @implNote op names='raywarp.integrate'
	 */
	public static DisplacementField integrate( final VelocityField velocity )
	{
		return integrate( velocity, DEFAULT_SQUARINGS );
	}

	/** Reads the field at each voxel x moved by {@code length * vectors( x )}, all in voxels. */
	private static void advance( final FieldSampler field, final float length, final float[] vectors, final float[] target,
			final Grid grid )
	{
		final int[] n = grid.size();
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			for ( int j = 0, o = 3 * k * n[ 0 ] * n[ 1 ]; j < n[ 1 ]; ++j )
				for ( int i = 0; i < n[ 0 ]; ++i, o += 3 )
					field.sample( i + length * vectors[ o ], j + length * vectors[ o + 1 ], k + length * vectors[ o + 2 ], target, o );
		} );
	}

	private static void addTo( final float[] target, final float[] summand, final Grid grid )
	{
		final int slices = grid.size()[ 2 ], length = target.length / slices;
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, slices ).boxed().toList(), k -> {
			for ( int o = k * length; o < ( k + 1 ) * length; ++o )
				target[ o ] += summand[ o ];
		} );
	}

	private static void mapVectors( final Affine3D map, final double factor, final float[] source, final float[] target, final Grid grid )
	{
		final float[] m = new float[ 9 ];
		for ( int e = 0; e < 9; ++e )
			m[ e ] = ( float ) ( factor * map.get( e / 3, e % 3 ) );
		final int slices = grid.size()[ 2 ], length = source.length / slices;
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, slices ).boxed().toList(), k -> {
			for ( int o = k * length; o < ( k + 1 ) * length; o += 3 )
			{
				final float x = source[ o ], y = source[ o + 1 ], z = source[ o + 2 ];
				target[ o ] = m[ 0 ] * x + m[ 1 ] * y + m[ 2 ] * z;
				target[ o + 1 ] = m[ 3 ] * x + m[ 4 ] * y + m[ 5 ] * z;
				target[ o + 2 ] = m[ 6 ] * x + m[ 7 ] * y + m[ 8 ] * z;
			}
		} );
	}
}
