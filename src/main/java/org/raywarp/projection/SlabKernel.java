/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.Arrays;

/**
 * Walks a run of rays through the slices of a volume, some slices at a time, so that neighboring rays find in the cache
 * what the first of them fetched. What happens in a slice is up to the method; the interior of the volume, where no
 * neighbor of a ray lies outside, is apart from its border.
 */
abstract class SlabKernel implements RayKernel
{
	/** Few enough slices for the nearest cache, many enough to outweigh the change of rays. */
	private static final int SLICES = 64;

	final SlabRay[] run = new SlabRay[ MAX_RUN ];

	/** The slices of each ray in the box at hand, and those among them in its interior. */
	private final int[] first = new int[ MAX_RUN ], last = new int[ MAX_RUN ];

	private final int[] inFirst = new int[ MAX_RUN ], inLast = new int[ MAX_RUN ];

	private final double shift;

	private final int reach;

	private final int slack;

	/** How many rays the kernel was aimed at. */
	int count;

	/**
	 * @param shift
	 *            positions are those of the ray this much before the center of a slice, raised by as much
	 * @param reach
	 *            how many voxels beyond its own the ray touches in a slice
	 * @param slack
	 *            how many slices to stay on the safe side when telling interior from border
	 */
	SlabKernel( final PixelRays rays, final double shift, final int reach, final int slack )
	{
		Arrays.setAll( run, i -> new SlabRay( rays, i ) );
		this.shift = shift;
		this.reach = reach;
		this.slack = slack;
	}

	/** Sums the slices {@code from} to {@code to}, where every voxel that the ray touches lies inside the box. */
	abstract double interior( SlabRay ray, int from, int to, VoxelBox box, float[] voxels );

	/** Sums the slices {@code from} to {@code to}, where voxels that the ray touches may lie outside the box. */
	abstract double border( SlabRay ray, int from, int to, VoxelBox box, float[] voxels );

	/** The adjoint of {@link #interior}, with the slices of the ray's last clip. */
	abstract void spreadInterior( SlabRay ray, double value, VoxelBox box, double[] sums );

	/** The adjoint of {@link #border}, with the slices of the ray's last clip. */
	abstract void spreadBorder( SlabRay ray, double value, VoxelBox box, double[] sums );

	@Override
	public void aim( final int firstColumn, final int endColumn, final int row )
	{
		count = endColumn - firstColumn;
		for ( int r = 0; r < count; ++r )
			run[ r ].aim( firstColumn + r, row, shift );
	}

	@Override
	public void integrate( final VoxelBox whole, final float[] voxels, final double[] integrals )
	{
		clip( whole );
		for ( int r = 0; r < count; ++r )
			integrals[ r ] = border( run[ r ], first[ r ], inFirst[ r ] - 1, whole, voxels )
					+ border( run[ r ], inLast[ r ] + 1, last[ r ], whole, voxels );
		final int end = end();
		for ( int k = begin(); k <= end; k += SLICES )
			for ( int r = 0; r < count; ++r )
				integrals[ r ] += interior( run[ r ], Math.max( k, inFirst[ r ] ), Math.min( k + SLICES - 1, inLast[ r ] ), whole, voxels );
		for ( int r = 0; r < count; ++r )
			integrals[ r ] *= run[ r ].step;
	}

	@Override
	public void spread( final double[] values, final VoxelBox part, final double[] sums )
	{
		clip( part );
		for ( int r = 0; r < count; ++r )
		{
			final double value = values[ r ] * run[ r ].step;
			spreadBorder( run[ r ].slices( first[ r ], inFirst[ r ] - 1 ), value, part, sums );
			spreadBorder( run[ r ].slices( inLast[ r ] + 1, last[ r ] ), value, part, sums );
		}
		final int end = end();
		for ( int k = begin(); k <= end; k += SLICES )
			for ( int r = 0; r < count; ++r )
				spreadInterior( run[ r ].slices( Math.max( k, inFirst[ r ] ), Math.min( k + SLICES - 1, inLast[ r ] ) ),
						values[ r ] * run[ r ].step, part, sums );
	}

	/** Finds the slices of all rays; where there is no interior, all count as border before it. */
	private void clip( final VoxelBox box )
	{
		for ( int r = 0; r < count; ++r )
		{
			final SlabRay ray = run[ r ];
			ray.clip( box, reach, 0, slack );
			first[ r ] = ray.first;
			last[ r ] = ray.last;
			ray.clip( box, 0, -reach, -slack );
			final boolean empty = ray.first > ray.last;
			inFirst[ r ] = empty ? last[ r ] + 1 : ray.first;
			inLast[ r ] = empty ? last[ r ] : ray.last;
		}
	}

	private int begin()
	{
		int begin = Integer.MAX_VALUE;
		for ( int r = 0; r < count; ++r )
			if ( inFirst[ r ] <= inLast[ r ] )
				begin = Math.min( begin, inFirst[ r ] );
		return begin;
	}

	private int end()
	{
		int end = -1;
		for ( int r = 0; r < count; ++r )
			if ( inFirst[ r ] <= inLast[ r ] )
				end = Math.max( end, inLast[ r ] );
		return end;
	}
}
