/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import org.raywarp.xray.CesiumIodideResponse;
import org.raywarp.xray.DetectorResponse;
import org.raywarp.xray.Physics;

/**
 * What a photon leaves in the detector.
 */
public enum DetectorModel
{
	/** {@link #IDEAL} for photons of one energy, {@link #CESIUM_IODIDE} for the spectrum of a tube. */
	AUTOMATIC,
	/** Counts every photon. */
	IDEAL,
	/** A flat panel of cesium iodide that integrates energy. */
	CESIUM_IODIDE;

	/** The response for the chosen physics. */
	DetectorResponse response( final Physics physics )
	{
		return this == IDEAL || this == AUTOMATIC && physics == Physics.MONOENERGETIC ? DetectorResponse.IDEAL
				: CesiumIodideResponse.STANDARD;
	}
}
