/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

/**
 * Where tensors are computed.
 */
public enum Device
{
	/** A GPU where TensorFlow finds one, else the CPU. */
	AUTO,
	/** The CPU, even beside a GPU. */
	CPU,
	/** A GPU; an error where TensorFlow finds none. */
	GPU
}
