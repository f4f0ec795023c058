/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.List;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What is minimized, as part of a network's graph.
 */
interface CaseLoss
{
	/** @return the terms of {@link Losses} in their order, scalars */
	List< Operand< TFloat32 > > terms();

	/** Gives the graph what is known of a case beside its radiographs. */
	void feed( Feeds feeds, TrainingCase example );
}
