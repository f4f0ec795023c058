/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Brings atlas and radiographs to what a model takes: the same at training and at inference.
 */
public final class ModelInput
{
	private ModelInput()
	{}
}
