/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;
import java.util.Optional;

import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * A label model without a network: whatever it sees, it finds a rod along z through the whole box.
 */
public class RodModel implements LabelModel
{
	static final double RADIUS = 30;

	private final Grid grid;

	/**
	 * @param grid
	 *            of the labels
	 */
	public RodModel( final Grid grid )
	{
		this.grid = grid;
	}

	@Override
	public Grid grid()
	{
		return grid;
	}

	@Override
	public String name()
	{
		return "rod";
	}

	@Override
	public int detectorColumns()
	{
		return 40;
	}

	@Override
	public int detectorRows()
	{
		return 56;
	}

	@Override
	public boolean needsMasks()
	{
		return true;
	}

	@Override
	public Optional< Atlas > atlas()
	{
		return Optional.empty();
	}

	@Override
	public Volume< FloatType > occupancy( final List< Radiograph > radiographs )
	{
		if ( !radiographs.get( 0 ).view().name().equals( "frontal" ) )
			throw new AssertionError( "the first view is " + radiographs.get( 0 ).view().name() );
		final float[] p = new float[ grid.voxelCount() ];
		final int[] n = grid.size();
		for ( int i = 0; i < p.length; ++i )
		{
			final double[] x = grid.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			// Linear across the surface, so that interpolation is exact but for its curvature.
			p[ i ] = ( float ) Math.max( 0, Math.min( 1, 0.5 + ( RADIUS - Math.hypot( x[ 0 ], x[ 1 ] ) ) / 10 ) );
		}
		return Volume.floats( grid, p );
	}

	@Override
	public void close()
	{}
}
