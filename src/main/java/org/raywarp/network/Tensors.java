/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * Values out of tensors.
 */
final class Tensors
{
	private Tensors()
	{}

	static float[] values( final TFloat32 tensor )
	{
		final float[] values = new float[ ( int ) tensor.size() ];
		tensor.copyTo( NdArrays.wrap( tensor.shape(), DataBuffers.of( values, false, false ) ) );
		return values;
	}
}
