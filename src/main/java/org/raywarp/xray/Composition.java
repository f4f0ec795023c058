/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * What a body of given Hounsfield units is taken to consist of.
 */
public enum Composition
{
	/** Water of a density in proportion to the attenuation: {@link Attenuation}. */
	WATER( Mixture.WATER ),
	/** Mixtures of fat, water, muscle, bone and metal: {@link Tissues}. */
	TISSUES( Tissues.MIXTURE );

	private final Mixture mixture;

	Composition( final Mixture mixture )
	{
		this.mixture = mixture;
	}

	/** @return how much of which material there is at which CT number */
	public Mixture mixture()
	{
		return mixture;
	}
}
