/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.List;
import java.util.function.Predicate;

import org.tensorflow.internal.c_api.global.tensorflow;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * Why TensorFlow finds no GPU: the first that is missing of what it needs.
 */
final class GpuDiagnosis
{
	/** NVIDIA's libraries that TensorFlow 2.16 opens when it looks for a GPU: CUDA 12 and cuDNN 8. */
	private static final List< String > LIBRARIES = List.of( "libcudart.so.12", "libcublas.so.12", "libcublasLt.so.12", "libcufft.so.11",
			"libcusolver.so.11", "libcusparse.so.12", "libcudnn.so.8" );

	private static final String DRIVER = "libcuda.so.1";

	private GpuDiagnosis()
	{}

	/**
	 * @return one clause without a full stop, for a user
	 */
	static String reason()
	{
		return reason( Platform.isLinux() && Platform.is64Bit() && Platform.isIntel(),
				tensorflow.class.getResource( "/org/tensorflow/internal/c_api/linux-x86_64-gpu/libjnitensorflow.so" ) != null,
				GpuDiagnosis::canBeOpened );
	}

	/**
	 * @param supported
	 *            whether there is a library for GPUs of this platform
	 * @param hasJar
	 *            whether it is on the class path
	 * @param opens
	 *            whether a native library can be opened
	 */
	static String reason( final boolean supported, final boolean hasJar, final Predicate< String > opens )
	{
		if ( !supported )
			return "TensorFlow for Java computes on GPUs under Linux on x86_64 only";
		if ( !hasJar )
			return "the library on the class path computes on the CPU only, expected tensorflow-core-native with the classifier linux-x86_64-gpu (build with -Dtf.gpu)";
		if ( !opens.test( DRIVER ) )
			return "NVIDIA's driver is missing (" + DRIVER + " cannot be opened)";
		for ( final String library : LIBRARIES )
			if ( !opens.test( library ) )
				return library + " cannot be opened, expected CUDA 12.3 and cuDNN 8.9 in a folder that LD_LIBRARY_PATH names";
		return "its libraries are there, but the driver shows it no GPU that it can use";
	}

	private static boolean canBeOpened( final String library )
	{
		try
		{
			NativeLibrary.getInstance( library ).close();
			return true;
		}
		catch ( final UnsatisfiedLinkError e )
		{
			return false;
		}
	}
}
