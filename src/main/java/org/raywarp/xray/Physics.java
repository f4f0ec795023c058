/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * How much of the physics of a radiograph is simulated.
 */
public enum Physics
{
	/** Photons of one energy that are absorbed or pass: the law of Beer and Lambert. */
	MONOENERGETIC,
	/** The spectrum of a tube, with the materials a body is made of. */
	POLYENERGETIC
}
