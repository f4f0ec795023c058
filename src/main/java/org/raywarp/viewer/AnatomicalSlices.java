/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.util.function.IntToDoubleFunction;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How slices of a grid are laid out as a radiologist looks at them, whatever way the axes of the grid run: superior is up
 * in coronal and sagittal slices, anterior is up in axial ones; the patient's left is on the right, posterior is on the
 * right in sagittal slices. Slices run along the axes of the grid, each taken for the axis of the world it is nearest to.
 *
 * @param plane
 *            which slices
 * @param grid
 *            what is sliced
 * @param normal
 *            axis of the grid along which the slices lie behind each other
 * @param across
 *            axis of the grid that runs from left to right, or from right to left
 * @param down
 *            axis of the grid that runs along the columns
 * @param flipAcross
 *            whether columns count from the end
 * @param flipDown
 *            whether rows count from the end
 */
record AnatomicalSlices( Plane plane, Grid grid, int normal, int across, int down, boolean flipAcross, boolean flipDown )
{
	/** The planes of the body. */
	enum Plane
	{
		/** Across the patient's left: y to the right, z up. */
		SAGITTAL( 0, 1, 2 ),
		/** x to the right, z up. */
		CORONAL( 1, 0, 2 ),
		/** x to the right, y down. */
		AXIAL( 2, 0, 1 );

		/** Axes of the world. */
		private final int normal, across, down;

		Plane( final int normal, final int across, final int down )
		{
			this.normal = normal;
			this.across = across;
			this.down = down;
		}

		/** @return axis of the world that runs from left to right */
		int worldAcross()
		{
			return across;
		}

		/** @return axis of the world that runs along the columns, downward or upward */
		int worldDown()
		{
			return down;
		}
	}

	private static final int[][] ORDERS = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

	/**
	 * @param grid
	 *            what is sliced
	 * @param plane
	 *            which slices
	 * @return how they are laid out
	 */
	static AnatomicalSlices of( final Grid grid, final Plane plane )
	{
		final int[] axis = axes( grid );
		final Affine3D world = grid.worldFromVoxel();
		final int across = axis[ plane.across ], down = axis[ plane.down ];
		final boolean upward = plane.down == 2;
		return new AnatomicalSlices( plane, grid, axis[ plane.normal ], across, down, world.get( plane.across, across ) < 0,
				upward == world.get( plane.down, down ) > 0 );
	}

	/** The axis of the grid for each axis of the world: the choice with the greatest sum of cosines. */
	private static int[] axes( final Grid grid )
	{
		final double[] spacing = grid.spacing();
		int[] best = ORDERS[ 0 ];
		double most = -1;
		for ( final int[] order : ORDERS )
		{
			double sum = 0;
			for ( int w = 0; w < 3; ++w )
				sum += Math.abs( grid.worldFromVoxel().get( w, order[ w ] ) ) / spacing[ order[ w ] ];
			if ( sum > most + 1e-9 )
			{
				most = sum;
				best = order;
			}
		}
		return best;
	}

	/** @return number of slices */
	int count()
	{
		return grid.size()[ normal ];
	}

	/** @return distance between columns in mm */
	double pixelWidth()
	{
		return grid.spacing()[ across ];
	}

	/** @return distance between rows in mm */
	double pixelHeight()
	{
		return grid.spacing()[ down ];
	}

	/**
	 * @param index
	 *            along the grid's own axis, from 0
	 * @param values
	 *            value of each voxel, by its place in an array with x fastest
	 * @return the slice over (column, row)
	 */
	RandomAccessibleInterval< FloatType > slice( final int index, final IntToDoubleFunction values )
	{
		final int[] n = grid.size(), stride = { 1, n[ 0 ], n[ 0 ] * n[ 1 ] };
		final int width = n[ across ], height = n[ down ];
		final float[] slice = new float[ width * height ];
		for ( int row = 0; row < height; ++row )
			for ( int column = 0; column < width; ++column )
				slice[ row * width + column ] = ( float ) values.applyAsDouble( index * stride[ normal ]
						+ ( flipAcross ? width - 1 - column : column ) * stride[ across ]
						+ ( flipDown ? height - 1 - row : row ) * stride[ down ] );
		return ArrayImgs.floats( slice, width, height );
	}
}
