/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.util.Locale;

/**
 * Names of units of length, as image files write them.
 */
final class LengthUnit
{
	private LengthUnit()
	{}

	/**
	 * @param name
	 *            a unit's name or symbol; may be null
	 * @return the millimeters in one unit; 1 for a name that is not a unit of length, such as {@code pixel}
	 */
	static double millimeters( final String name )
	{
		switch ( name == null ? "" : name.trim().toLowerCase( Locale.ROOT ) )
		{
		case "m":
		case "meter":
		case "metre":
			return 1000;
		case "cm":
		case "centimeter":
		case "centimetre":
			return 10;
		case "um":
		case "\u00b5m":
		case "\u03bcm":
		case "micron":
		case "microns":
		case "micrometer":
		case "micrometre":
			return 1e-3;
		case "nm":
		case "nanometer":
		case "nanometre":
			return 1e-6;
		case "inch":
		case "inches":
		case "in":
			return 25.4;
		default:
			return 1;
		}
	}
}
