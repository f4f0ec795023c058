/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The tensors fed to one run of a session, released with it.
 */
final class Feeds implements AutoCloseable
{
	private final Session.Runner runner;

	private final List< TFloat32 > tensors = new ArrayList<>();

	Feeds( final Session session )
	{
		runner = session.runner();
	}

	void put( final Placeholder< TFloat32 > placeholder, final float... values )
	{
		final TFloat32 tensor = TFloat32.tensorOf( placeholder.shape(), DataBuffers.of( values ) );
		tensors.add( tensor );
		runner.feed( ( Operand< ? > ) placeholder, tensor );
	}

	Session.Runner runner()
	{
		return runner;
	}

	@Override
	public void close()
	{
		tensors.forEach( TFloat32::close );
	}
}
