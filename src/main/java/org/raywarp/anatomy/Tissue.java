/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

/**
 * What lies about a bone. Safe for use by several threads.
 */
interface Tissue
{
	/**
	 * @param x
	 *            coordinate in the reference frame in mm
	 * @param y
	 *            coordinate in mm
	 * @param z
	 *            coordinate in mm
	 * @return the density there in HU, whatever bone lies there besides
	 */
	double at( double x, double y, double z );
}
