/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

/**
 * What a network regresses from the radiographs: the method of Van Houtte et al. 2022 and those that it is compared with
 * there ("Comparison with other methods"). The comparison without learning needs no network, see
 * {@link org.raywarp.registration.BiplanarRegistration#refine}.
 */
public enum Method
{
	/** A similarity of the atlas and a free velocity field: the paper's own. */
	DEFORMATION,
	/** A similarity of the atlas and the weights of the population's principal modes, see {@link StatisticalModule}. */
	STATISTICAL,
	/** The label map of the bone, without an atlas, see {@link LabelNetwork}. */
	LABELS
}
