/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

/**
 * The grids of everything RayWarp makes itself: one physical box, 127.488 x 84.992 x 192 mm about the world's origin, at
 * three resolutions. FULL is the paper's (Van Houtte et al. 2022, "CT-data preprocessing and augmentation").
 */
public enum GridSize
{
	/** 192 x 128 x 192 voxels of 0.664 x 0.664 x 1 mm. */
	FULL( 1 ),
	/** 96 x 64 x 96 voxels of 1.328 x 1.328 x 2 mm. */
	HALF( 2 ),
	/** 48 x 32 x 48 voxels of 2.656 x 2.656 x 4 mm. */
	QUARTER( 4 );

	private final int factor;

	GridSize( final int factor )
	{
		this.factor = factor;
	}

	/**
	 * @return by how much every size of FULL is divided
	 */
	public int factor()
	{
		return factor;
	}

	/**
	 * @return the grid
	 */
	public Grid grid()
	{
		return Grid.centered( new int[] { 192 / factor, 128 / factor, 192 / factor }, 0.664 * factor, 0.664 * factor, factor );
	}
}
