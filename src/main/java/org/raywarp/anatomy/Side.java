/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

/**
 * The side of the body a bone belongs to.
 */
public enum Side
{
	/** The patient's left. */
	LEFT,
	/** The patient's right, as which every femur appears in the reference frame. */
	RIGHT
}
