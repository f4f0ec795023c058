/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.Arrays;

import org.raywarp.geometry.BeamCoordinates;

/**
 * Trilinear samples along one ray at a time, from the volume and back to it.
 */
final class TrilinearKernel implements RayKernel
{
	private final SampleRay ray;

	private final double spacing;

	private final float[] line;

	private int firstColumn, endColumn, row;

	TrilinearKernel( final PixelRays rays, final BeamCoordinates beam )
	{
		this.ray = new SampleRay( rays, beam );
		this.spacing = beam.sampleSpacing();
		this.line = new float[ beam.samples() ];
	}

	@Override
	public void aim( final int first, final int end, final int newRow )
	{
		firstColumn = first;
		endColumn = end;
		row = newRow;
	}

	@Override
	public void integrate( final VoxelBox whole, final float[] voxels, final double[] integrals )
	{
		for ( int column = firstColumn; column < endColumn; ++column )
		{
			final float[] values = sample( column, whole, voxels );
			double sum = 0;
			for ( int s = ray.first; s <= ray.last; ++s )
				sum += values[ s ];
			integrals[ column - firstColumn ] = spacing * sum;
		}
	}

	@Override
	public void spread( final double[] values, final VoxelBox part, final double[] sums )
	{
		for ( int column = firstColumn; column < endColumn; ++column )
		{
			ray.aim( column, row );
			ray.clip( part, 1, 0, 1 );
			final double value = spacing * values[ column - firstColumn ];
			for ( int s = ray.first; s <= ray.last; ++s )
				TrilinearTaps.spread( value, part, sums, ray.position( 0, s ), ray.position( 1, s ), ray.position( 2, s ) );
		}
	}

	/** Adds the value of each sample on the ray of a column to the voxels around it. */
	void spreadSamples( final int column, final float[] values, final VoxelBox part, final double[] sums )
	{
		ray.aim( column, row );
		ray.clip( part, 1, 0, 1 );
		for ( int s = ray.first; s <= ray.last; ++s )
			TrilinearTaps.spread( values[ s ], part, sums, ray.position( 0, s ), ray.position( 1, s ), ray.position( 2, s ) );
	}

	/**
	 * @return a value for each sample on the ray of a column; valid until the next call, and nonzero from {@code ray.first} to
	 *         {@code ray.last} alone
	 */
	float[] sample( final int column, final VoxelBox whole, final float[] voxels )
	{
		ray.aim( column, row );
		Arrays.fill( line, 0 );
		ray.clip( whole, 0, -1, -1 );
		final int inFirst = ray.first, inLast = ray.last;
		ray.clip( whole, 1, 0, 1 );
		if ( inFirst > inLast )
			borderSamples( ray.first, ray.last, whole, voxels );
		else
		{
			borderSamples( ray.first, inFirst - 1, whole, voxels );
			interiorSamples( inFirst, inLast, whole, voxels );
			borderSamples( inLast + 1, ray.last, whole, voxels );
		}
		return line;
	}

	private void borderSamples( final int first, final int last, final VoxelBox box, final float[] voxels )
	{
		for ( int s = first; s <= last; ++s )
			line[ s ] = TrilinearTaps.sample( box, voxels, ray.position( 0, s ), ray.position( 1, s ), ray.position( 2, s ) );
	}

	/** Samples whose eight neighbors all lie inside the volume. */
	private void interiorSamples( final int first, final int last, final VoxelBox box, final float[] voxels )
	{
		final int sx = box.stride[ 0 ], sy = box.stride[ 1 ], sz = box.stride[ 2 ];
		final long dx = ray.step[ 0 ], dy = ray.step[ 1 ], dz = ray.step[ 2 ];
		long x = ray.position( 0, first ), y = ray.position( 1, first ), z = ray.position( 2, first );
		for ( int s = first; s <= last; ++s )
		{
			final int i = box.origin + ( int ) ( x >> 32 ) * sx + ( int ) ( y >> 32 ) * sy + ( int ) ( z >> 32 ) * sz;
			final float fx = TrilinearTaps.fraction( x ), fy = TrilinearTaps.fraction( y );
			final float a = TrilinearTaps.bilinear( voxels, i, sx, sy, fx, fy ),
					b = TrilinearTaps.bilinear( voxels, i + sz, sx, sy, fx, fy );
			line[ s ] = a + TrilinearTaps.fraction( z ) * ( b - a );
			x += dx;
			y += dy;
			z += dz;
		}
	}
}
