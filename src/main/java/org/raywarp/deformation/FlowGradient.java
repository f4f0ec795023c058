/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import java.util.Arrays;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * The flow of a stationary velocity field as {@link ScalingAndSquaring} computes it, and the gradient of a function of
 * the flow with respect to the velocity: reverse mode, one step of the chain rule a squaring. All in voxels of one grid.
 * <p>
 * A squaring {@code u'( x ) = u( x ) + u( x + u( x ) )} sends a gradient g of {@code u'} back as
 * {@code g( x ) + Du( x + u( x ) )' g( x )} at x, plus g( x ) spread over the voxels that {@code u( x + u( x ) )} was
 * interpolated from; the midpoint rule of the short step likewise. The derivative of trilinear interpolation is taken
 * within its cell. An instance holds the memory of one flow and serves one thread, which splits its work.
 */
public final class FlowGradient
{
	/** Slabs that gradients are collected in one by one, so that sums do not depend on the number of threads. */
	private static final int SLABS = 4;

	private final int[] size;

	private final float[][] fields;

	private final float[][] slabSums;

	private final float[] displacement;

	/**
	 * @param size
	 *            number of voxels along x, y, z
	 * @param squarings
	 *            how often the short step is composed with itself
	 */
	public FlowGradient( final int[] size, final int squarings )
	{
		this.size = size.clone();
		final int length = 3 * size[ 0 ] * size[ 1 ] * size[ 2 ];
		fields = new float[ squarings + 1 ][ length ];
		slabSums = new float[ SLABS ][ length ];
		displacement = new float[ length ];
	}

	/**
	 * @param velocity
	 *            three components of each voxel, in voxels
	 * @return the displacement {@code exp( v )( x ) - x} in voxels; overwritten by the next call
	 */
	public float[] flow( final float[] velocity )
	{
		final int squarings = fields.length - 1;
		final float h = ( float ) Math.pow( 2, -squarings );
		final float[] step = fields[ 0 ];
		for ( int i = 0; i < step.length; ++i )
			step[ i ] = h * velocity[ i ];
		read( step, 0.5f, false, squarings == 0 ? displacement : fields[ 1 ] );
		for ( int s = 1; s <= squarings; ++s )
			read( fields[ s ], 1, true, s == squarings ? displacement : fields[ s + 1 ] );
		return displacement;
	}

	/**
	 * @param gradient
	 *            of a function with respect to the displacement of the last flow
	 * @param target
	 *            receives its gradient with respect to the velocity; may be {@code gradient} itself
	 */
	public void backpropagate( final float[] gradient, final float[] target )
	{
		if ( target != gradient )
			System.arraycopy( gradient, 0, target, 0, target.length );
		for ( int s = fields.length - 1; s > 0; --s )
			spread( fields[ s ], 1, true, target );
		spread( fields[ 0 ], 0.5f, false, target );
		final float h = ( float ) Math.pow( 2, 1 - fields.length );
		for ( int i = 0; i < target.length; ++i )
			target[ i ] *= h;
	}

	/** Reads a field at every voxel moved by {@code length} times itself. */
	private void read( final float[] field, final float length, final boolean add, final float[] target )
	{
		final FieldSampler sampler = new FieldSampler( field, size );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, size[ 2 ] ).boxed().toList(), k -> {
			final int first = 3 * k * size[ 0 ] * size[ 1 ];
			for ( int j = 0, o = first; j < size[ 1 ]; ++j )
				for ( int i = 0; i < size[ 0 ]; ++i, o += 3 )
				{
					sampler.sample( i + length * field[ o ], j + length * field[ o + 1 ], k + length * field[ o + 2 ], target, o );
					if ( add )
						for ( int e = 0; e < 3; ++e )
							target[ o + e ] += field[ o + e ];
				}
		} );
	}

	/** Replaces the gradient of what {@link #read} computed by the gradient of the field that it read. */
	private void spread( final float[] field, final float length, final boolean add, final float[] gradient )
	{
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, SLABS ).boxed().toList(), slab -> {
			final float[] sums = slabSums[ slab ];
			Arrays.fill( sums, 0 );
			final FieldSpread spread = new FieldSpread( field, size, sums );
			final double[] slope = new double[ 3 ];
			for ( int k = slab * size[ 2 ] / SLABS; k < ( slab + 1 ) * size[ 2 ] / SLABS; ++k )
				for ( int j = 0, o = 3 * k * size[ 0 ] * size[ 1 ]; j < size[ 1 ]; ++j )
					for ( int i = 0; i < size[ 0 ]; ++i, o += 3 )
					{
						final float gx = gradient[ o ], gy = gradient[ o + 1 ], gz = gradient[ o + 2 ];
						if ( gx == 0 && gy == 0 && gz == 0 )
							continue;
						spread.add( i + length * field[ o ], j + length * field[ o + 1 ], k + length * field[ o + 2 ], gradient, o, slope );
						sums[ o ] += length * slope[ 0 ] + ( add ? gx : 0 );
						sums[ o + 1 ] += length * slope[ 1 ] + ( add ? gy : 0 );
						sums[ o + 2 ] += length * slope[ 2 ] + ( add ? gz : 0 );
					}
		} );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, SLABS ).boxed().toList(), part -> {
			final int from = ( int ) ( ( long ) part * gradient.length / SLABS ), to = ( int ) ( ( part + 1L ) * gradient.length / SLABS );
			for ( int o = from; o < to; ++o )
			{
				float sum = slabSums[ 0 ][ o ];
				for ( int s = 1; s < SLABS; ++s )
					sum += slabSums[ s ][ o ];
				gradient[ o ] = sum;
			}
		} );
	}
}
