/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.parallel.Parallelization;

/**
 * Sums over a lattice from many sources without races: the lattice is cut into slabs, each task owns one slab of one
 * channel, collects it in double precision, and writes it out. The slabs do not depend on the number of threads, hence
 * neither do the sums.
 */
final class VoxelSlabs
{
	/** Thick enough that few rays pass through many slabs, thin enough to stay in the cache. */
	private static final int THICKNESS = 8;

	/** Adds everything that falls into one slab of one channel. */
	@FunctionalInterface
	interface Task
	{
		void collect( VoxelBox slab, int channel, double[] sums );
	}

	private record Slab( int channel, int from )
	{}

	private VoxelSlabs()
	{}

	/**
	 * @param size
	 *            voxels along each axis
	 * @param axis
	 *            the axis to cut
	 * @param channels
	 *            number of channels
	 * @param target
	 *            receives the sums, channel after channel, x fastest
	 * @param task
	 *            run once for each slab and channel, from several threads
	 */
	static void collect( final int[] size, final int axis, final int channels, final float[] target, final Task task )
	{
		final List< Slab > slabs = new ArrayList<>();
		for ( int channel = 0; channel < channels; ++channel )
			for ( int from = 0; from < size[ axis ]; from += THICKNESS )
				slabs.add( new Slab( channel, from ) );
		final VoxelBox[] wholes = new VoxelBox[ channels ];
		for ( int channel = 0; channel < channels; ++channel )
			wholes[ channel ] = VoxelBox.whole( size, channel * size[ 0 ] * size[ 1 ] * size[ 2 ] );
		Parallelization.getTaskExecutor().forEach( slabs, slab -> {
			final VoxelBox box = VoxelBox.slab( size, axis, slab.from, Math.min( slab.from + THICKNESS, size[ axis ] ) );
			final double[] sums = new double[ box.voxelCount() ];
			task.collect( box, slab.channel, sums );
			write( box, sums, wholes[ slab.channel ], target );
		} );
	}

	private static void write( final VoxelBox box, final double[] sums, final VoxelBox whole, final float[] target )
	{
		for ( int k = box.lo[ 2 ]; k < box.hi[ 2 ]; ++k )
			for ( int j = box.lo[ 1 ]; j < box.hi[ 1 ]; ++j )
			{
				final int from = box.origin + j * box.stride[ 1 ] + k * box.stride[ 2 ];
				final int to = whole.origin + j * whole.stride[ 1 ] + k * whole.stride[ 2 ];
				for ( int i = box.lo[ 0 ]; i < box.hi[ 0 ]; ++i )
					target[ to + i ] = ( float ) sums[ from + i ];
			}
	}
}
