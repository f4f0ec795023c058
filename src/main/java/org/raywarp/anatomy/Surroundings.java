/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

/**
 * What lies about a modeled femur.
 */
public enum Surroundings
{
	/** An elliptic thigh of even muscle, with fat beneath the skin. */
	PLAIN,
	/** A thigh of muscles with fat between them, fat beneath the skin, and skin, of varying girth. */
	THIGH,
	/** The thigh, and the pelvis about the head: acetabulum with a joint space, ilium, pubis and ischium, unlabeled. */
	HIP
}
