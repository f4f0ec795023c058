/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import org.raywarp.volume.Volume;

/**
 * Refuses volumes that cannot be compared voxel by voxel.
 */
final class SameGrid
{
	private SameGrid()
	{}

	static void require( final String what, final Volume< ? > a, final Volume< ? > b )
	{
		if ( !a.grid().matches( b.grid() ) )
			throw new IllegalArgumentException( "The two " + what + " lie on different grids: " + a.grid() + " and " + b.grid() + "." );
	}
}
