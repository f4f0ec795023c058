/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

/**
 * Whether a network learns from radiographs with the bone's mask, which is how the paper does it, or from whole ones as well, so
 * that it needs no masks.
 */
public enum LearnedMasks
{
	/** Each case with its masks. */
	WITH,
	/** Each case without masks. */
	WITHOUT,
	/** Each case twice, once with and once without. */
	BOTH;

	/** @return whether radiographs without masks are something else than was learned from */
	boolean needed()
	{
		return this == WITH;
	}
}
