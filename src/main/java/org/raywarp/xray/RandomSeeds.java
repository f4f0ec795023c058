/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * Independent seeds from one: what lets rows, views and cases have random numbers of their own whatever the order in
 * which they are made.
 */
public final class RandomSeeds
{
	private RandomSeeds()
	{}

	/**
	 * Mixes indices into a seed with the finalizer of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable
	 * pseudorandom number generators").
	 *
	 * @param seed
	 *            the seed of the whole
	 * @param indices
	 *            which part it is, such as a case and a view
	 * @return the seed of that part
	 */
	public static long derive( final long seed, final long... indices )
	{
		long mixed = mix( seed );
		for ( final long index : indices )
			mixed = mix( mixed + 0x9E3779B97F4A7C15L * ( index + 1 ) );
		return mixed;
	}

	private static long mix( final long value )
	{
		long z = value;
		z = ( z ^ z >>> 30 ) * 0xBF58476D1CE4E5B9L;
		z = ( z ^ z >>> 27 ) * 0x94D049BB133111EBL;
		return z ^ z >>> 31;
	}
}
