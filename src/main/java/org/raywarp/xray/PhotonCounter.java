/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * The detector that counts every photon, and all alike.
 */
record PhotonCounter() implements DetectorResponse
{
	@Override
	public double signal( final double energy )
	{
		return 1;
	}

	@Override
	public double secondMoment( final double energy )
	{
		return 1;
	}
}
