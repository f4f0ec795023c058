/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

/**
 * A part of the network that is left out or replaced (Van Houtte et al. 2022, "Ablation study").
 */
public enum Ablation
{
	/** The affine module combines the features of the two views at its end only. */
	SEPARATE_AFFINE_ENCODERS,
	/** The U-nets of the local module have no skip connections. */
	NO_SKIPS,
	/** The features of both views are combined in the encoder and decoded once, in the beam of the frontal view. */
	SINGLE_DECODER,
	/** The decoded features are laid on the world's axes as they are, not brought there along their rays. */
	NO_INVERSE_PROST
}
