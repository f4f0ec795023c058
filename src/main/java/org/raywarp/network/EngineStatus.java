/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

import org.tensorflow.TensorFlow;

import ai.djl.engine.Engine;

/**
 * What computes, for a user who wants to know why something is slow or does not start.
 *
 * @param tensorFlow
 *            version of TensorFlow's native library; empty where it does not start
 * @param djl
 *            version of DJL
 * @param gpu
 *            whether TensorFlow finds a GPU
 * @param problem
 *            one sentence on why TensorFlow does not start, or a clause on why there is no GPU; empty where there is one
 */
public record EngineStatus( Optional< String > tensorFlow, String djl, boolean gpu, Optional< String > problem )
{
	/**
	 * Starts TensorFlow unless it has started, which takes a second.
	 *
	 * @return what was found; never an error
	 */
	public static EngineStatus now()
	{
		final String djl = djlVersion();
		final Optional< String > clash = ClassClash.find( EngineStatus.class.getClassLoader() );
		if ( clash.isPresent() )
			return new EngineStatus( Optional.empty(), djl, false, clash );
		try
		{
			final boolean gpu = TensorFlowRuntime.hasGpu();
			return new EngineStatus( Optional.of( TensorFlow.version() ), djl, gpu,
					gpu ? Optional.empty() : Optional.of( GpuDiagnosis.reason() ) );
		}
		catch ( final IllegalStateException e )
		{
			return new EngineStatus( Optional.empty(), djl, false, Optional.of( e.getMessage() ) );
		}
	}

	/** Not asked of the class, which would look for engines, and before the settings that keep it off the network. */
	private static String djlVersion()
	{
		final Properties properties = new Properties();
		try ( InputStream in = Engine.class.getResourceAsStream( "api.properties" ) )
		{
			if ( in != null )
				properties.load( in );
		}
		catch ( final IOException e )
		{
			properties.clear();
		}
		return properties.getProperty( "djl_version", "unknown" );
	}
}
