/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

/**
 * An affine map of points within the graph.
 */
interface PointMap
{
	/** @return where the points go */
	Points apply( Points points );

	/** @return what the linear part makes of the vectors */
	Points applyToVector( Points vectors );
}
