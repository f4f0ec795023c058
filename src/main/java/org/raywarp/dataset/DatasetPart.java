/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

/**
 * What a person's cases are for.
 */
public enum DatasetPart
{
	/** To learn from. */
	TRAINING,
	/** To choose a model by. */
	VALIDATION,
	/** To report on. */
	TEST
}
