/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;

/**
 * Colors of what the virtual C-arm marks, the same in all its views and in the CT.
 */
final class Marks
{
	/** A point. */
	static final Color POINT = new Color( 0xFF3060 );

	/** Where a point can lie. */
	static final Color LINE = new Color( 0x30E0A0 );

	/** The first view and the second. */
	static final Color[] VIEWS = { new Color( 0xFFC030 ), new Color( 0x50B8FF ) };

	private Marks()
	{}
}
