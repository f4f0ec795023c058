/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

/**
 * The two sets of views of Van Houtte et al. 2022, "Generating DRR".
 */
public enum GeometryMode
{
	/** A frontal view at primary angle 0 and a lateral one at 90 degrees. */
	ORTHOGONAL,
	/** Both primary angles drawn at random within 30 degrees of these. */
	GENERALIZED
}
