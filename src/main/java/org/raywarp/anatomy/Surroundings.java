/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.volume.Grid;

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
	HIP;

	/**
	 * @param textbook
	 *            the person, whose thigh is the plain one
	 * @param head
	 *            the ball in the femur's head
	 * @param grid
	 *            where values are asked for
	 * @param seed
	 *            of everything that varies
	 * @return the tissue about the bone
	 */
	Tissue about( final TextbookDensity textbook, final HeadSphere head, final Grid grid, final long seed )
	{
		return switch ( this )
		{
		case PLAIN -> textbook.thigh();
		case THIGH -> new Thigh( head, grid, seed );
		case HIP -> new HipRegion( head, grid, seed );
		};
	}
}
