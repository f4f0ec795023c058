/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.Loader;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Brings TensorFlow's native library into the process, once, from the class path and without downloads, so that
 * TensorFlow-Java and DJL share it. The library is unpacked to JavaCPP's cache, {@code ~/.javacpp/cache} unless the
 * system property {@code org.bytedeco.javacpp.cachedir} names another folder.
 */
public final class TensorFlowRuntime
{
	private static List< String > devices;

	private TensorFlowRuntime()
	{}

	private interface PosixLibrary extends Library
	{
		int setenv( String name, String value, int overwrite );
	}

	private interface WindowsLibrary extends Library
	{
		int _putenv_s( String name, String value );
	}

	/**
	 * Loads the native library unless it is loaded, and checks that the device is there.
	 *
	 * @param device
	 *            where tensors shall be computed
	 * @throws IllegalStateException
	 *             if another TensorFlow is found before the one that is needed, there is no native library for this platform,
	 *             or a GPU is asked for and none is found
	 */
	public static synchronized void require( final Device device )
	{
		if ( devices == null )
			devices = start();
		if ( device == Device.GPU && !hasGpu() )
			throw new IllegalStateException(
					"A GPU was asked for, but TensorFlow finds none: " + GpuDiagnosis.reason() + ". Choose the device AUTO or CPU." );
	}

	/**
	 * @return whether TensorFlow finds a GPU
	 */
	static synchronized boolean hasGpu()
	{
		require( Device.AUTO );
		return devices.contains( "GPU" );
	}

	/**
	 * How sessions are configured for a device. TensorFlow's graph optimizer is off: on graphs of 15000 operations it takes
	 * ten times as long as a step and saves 5 percent of it.
	 *
	 * @return the configuration
	 */
	static ConfigProto sessionConfig( final Device device )
	{
		require( device );
		final ConfigProto.Builder config = ConfigProto.newBuilder().setAllowSoftPlacement( true )
				.setGraphOptions(
						GraphOptions.newBuilder().setRewriteOptions( RewriterConfig.newBuilder().setDisableMetaOptimizer( true ) ) );
		if ( device == Device.CPU )
			config.putDeviceCount( "GPU", 0 );
		return config.build();
	}

	private static List< String > start()
	{
		ClassClash.find( TensorFlowRuntime.class.getClassLoader() ).ifPresent( clash -> {
			throw new IllegalStateException( clash );
		} );
		// JavaCPP would refuse large tensors by its own count of the process's memory.
		setAbsent( "org.bytedeco.javacpp.maxBytes", "0" );
		setAbsent( "org.bytedeco.javacpp.maxPhysicalBytes", "0" );
		setAbsent( "ai.djl.offline", "true" );
		setAbsent( "OPT_OUT_TRACKING", "true" );
		setEnvironment();
		try
		{
			final String library = Loader.load( tensorflow.class );
			// DJL looks here before anywhere else.
			System.setProperty( "TENSORFLOW_LIBRARY_PATH", new File( library ).getParent() );
			return deviceTypes();
		}
		catch ( final LinkageError e )
		{
			throw new IllegalStateException( "TensorFlow's native library for " + Loader.getPlatform() + " cannot be loaded ("
					+ firstLine( e )
					+ "); expected the jar tensorflow-core-native with that classifier on the class path, and room in JavaCPP's cache folder.",
					e );
		}
	}

	private static String firstLine( final Throwable e )
	{
		return String.valueOf( e.getMessage() ).lines().findFirst().orElse( "" );
	}

	private static void setAbsent( final String property, final String value )
	{
		if ( System.getProperty( property ) == null )
			System.setProperty( property, value );
	}

	/**
	 * The native library reads some settings from the environment, which Java cannot change by itself: few messages, and
	 * memory of a GPU taken as it is needed instead of all at once.
	 */
	private static void setEnvironment()
	{
		setAbsentInEnvironment( "TF_CPP_MIN_LOG_LEVEL", "3" );
		setAbsentInEnvironment( "TF_FORCE_GPU_ALLOW_GROWTH", "true" );
	}

	private static void setAbsentInEnvironment( final String name, final String value )
	{
		if ( System.getenv( name ) != null )
			return;
		try
		{
			if ( Platform.isWindows() )
				Native.load( "ucrtbase", WindowsLibrary.class )._putenv_s( name, value );
			else
				Native.load( "c", PosixLibrary.class ).setenv( name, value, 1 );
		}
		catch ( final LinkageError e )
		{
			// There are more messages, or more memory is taken: everything still works.
			return;
		}
	}

	private static List< String > deviceTypes()
	{
		try ( TF_Graph graph = TF_Graph.newGraph();
				TF_Status status = TF_Status.newStatus();
				TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
				TF_Session session = TF_Session.newSession( graph, options, status ) )
		{
			final TF_DeviceList list = tensorflow.TF_SessionListDevices( session, status );
			final List< String > types = new ArrayList<>();
			for ( int i = 0; i < tensorflow.TF_DeviceListCount( list ); ++i )
				types.add( tensorflow.TF_DeviceListType( list, i, status ).getString() );
			tensorflow.TF_DeleteDeviceList( list );
			return types;
		}
	}
}
