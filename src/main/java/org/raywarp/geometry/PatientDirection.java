/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * Directions of the patient as letters, as they stand at the borders of radiographs: L and R, A and P, and S and I (DICOM
 * PS3.3 C.7.6.1.1.1 writes H and F for the last).
 */
public final class PatientDirection
{
	/** Of the world, LPS: towards greater coordinates, and towards lesser ones. */
	private static final String[] GREATER = { "L", "P", "S" }, LESSER = { "R", "A", "I" };

	/** Sine of about 10 degrees: what deviates less from an axis is called by that axis alone. */
	private static final double LEAST = 0.174;

	private PatientDirection()
	{}

	/**
	 * @param direction
	 *            in the world, of any length but 0
	 * @return up to three letters, the one of the greatest component first; components of less than 10 degrees have none
	 */
	public static String letters( final double... direction )
	{
		final double[] unit = Vectors.unit( direction[ 0 ], direction[ 1 ], direction[ 2 ] );
		final StringBuilder letters = new StringBuilder();
		final boolean[] done = new boolean[ 3 ];
		for ( int n = 0; n < 3; ++n )
		{
			int greatest = -1;
			for ( int d = 0; d < 3; ++d )
				if ( !done[ d ] && ( greatest < 0 || Math.abs( unit[ d ] ) > Math.abs( unit[ greatest ] ) ) )
					greatest = d;
			done[ greatest ] = true;
			if ( Math.abs( unit[ greatest ] ) > LEAST )
				letters.append( unit[ greatest ] > 0 ? GREATER[ greatest ] : LESSER[ greatest ] );
		}
		return letters.toString();
	}
}
