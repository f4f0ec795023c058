/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.geometry.TriangleMesh;

/** Closed surfaces with known measures. */
final class Solids
{
	private Solids()
	{}

	/** A box from one corner to the opposite one, in twelve triangles. */
	static TriangleMesh box( final double x0, final double y0, final double z0, final double x1, final double y1, final double z1 )
	{
		final double[] v = new double[ 24 ];
		for ( int i = 0; i < 8; ++i )
		{
			v[ 3 * i ] = ( i & 1 ) == 0 ? x0 : x1;
			v[ 3 * i + 1 ] = ( i & 2 ) == 0 ? y0 : y1;
			v[ 3 * i + 2 ] = ( i & 4 ) == 0 ? z0 : z1;
		}
		return new TriangleMesh( v,
				new int[] { 0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4, 2, 6, 7, 2, 7, 3, 0, 4, 6, 0, 6, 2, 1, 3, 7,
						1, 7, 5 } );
	}

	/** A ball about the origin, inscribed to within {@code spacing^2 / ( 8 radius )}. */
	static TriangleMesh ball( final double radius, final double spacing )
	{
		final double b = radius + 3 * spacing;
		return MarchingTetrahedra.surface( ( x, y, z ) -> Math.sqrt( x * x + y * y + z * z ) - radius, new double[] { -b, -b, -b, b, b, b },
				spacing );
	}
}
