/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

/**
 * Which model fills a femur.
 */
public enum BoneDensity
{
	/** As textbooks draw it, varied a little from person to person. */
	TEXTBOOK,
	/** Cortical thickness and cancellous density as random fields of published means and spreads. */
	POPULATION
}
