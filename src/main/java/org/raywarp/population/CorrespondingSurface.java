/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import org.raywarp.geometry.TriangleMesh;

/**
 * A reference surface brought onto another one: vertex by vertex the same places of the bone.
 *
 * @param mesh
 *            the deformed reference, in the frame of the surface, in mm; its triangles are the reference's
 * @param seen
 *            for each vertex whether the surface has a part there; the others were predicted from these
 * @param residual
 *            average symmetric distance between both surfaces in mm, over the parts that both have
 */
public record CorrespondingSurface( TriangleMesh mesh, boolean[] seen, double residual )
{
	/**
	 * @return the share of vertices that were seen
	 */
	public double coverage()
	{
		int count = 0;
		for ( final boolean s : seen )
			count += s ? 1 : 0;
		return ( double ) count / seen.length;
	}
}
