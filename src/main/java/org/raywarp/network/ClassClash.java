/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.net.URL;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds a foreign TensorFlow on the class path. Fiji's update sites of CSBDeep, StarDist and DeepImageJ bring older ones,
 * whose classes have the same names as those that are needed here and may be found first.
 */
final class ClassClash
{
	/** What is used here and older versions lack, with a method that tells them apart, or empty where the name does. */
	private static final List< Needed > NEEDED = List.of( new Needed( "org.tensorflow.Graph", "baseScope" ),
			new Needed( "org.tensorflow.SavedModelBundle", "exporter" ), new Needed( "org.tensorflow.Signature", "builder" ),
			new Needed( "org.tensorflow.TensorFlow", "version" ), new Needed( "org.tensorflow.internal.c_api.TF_Graph", "newGraph" ),
			new Needed( "org.tensorflow.proto.ConfigProto", "newBuilder" ), new Needed( "org.tensorflow.op.Ops", "create" ),
			new Needed( "org.tensorflow.types.TFloat32", "tensorOf" ) );

	private ClassClash()
	{}

	private record Needed( String className, String method )
	{}

	/**
	 * @param loader
	 *            of the classes that compute; none of them is initialized
	 * @return one sentence for a user on the first class that is missing or another than is needed; empty where all fit
	 */
	static Optional< String > find( final ClassLoader loader )
	{
		for ( final Needed needed : NEEDED )
		{
			final Optional< String > problem = problem( needed, loader );
			if ( problem.isPresent() )
				return Optional.of( problem.get() + "; expected TensorFlow for Java 1.0 before or without any other TensorFlow:"
						+ " take Fiji's update sites that bring one (CSBDeep, StarDist, DeepImageJ) out, or use a Fiji of its own." );
		}
		return Optional.empty();
	}

	private static Optional< String > problem( final Needed needed, final ClassLoader loader )
	{
		try
		{
			final Class< ? > found = Class.forName( needed.className, false, loader );
			if ( Arrays.stream( found.getMethods() ).anyMatch( m -> m.getName().equals( needed.method ) ) )
				return Optional.empty();
			return Optional
					.of( "The class " + needed.className + " comes from " + origin( found ) + ", another TensorFlow without its method "
							+ needed.method );
		}
		catch ( final ClassNotFoundException e )
		{
			return Optional.of( "The class " + needed.className + " is on no class path" + beside( loader ) );
		}
		catch ( final LinkageError e )
		{
			// Half of it is of one version and half of another.
			return Optional
					.of( "The class " + needed.className + " does not fit the classes beside it (" + e.getClass().getSimpleName() + " "
							+ e.getMessage() + ")" + beside( loader ) );
		}
	}

	/** Where the best known class of every TensorFlow for Java is from. */
	private static String beside( final ClassLoader loader )
	{
		try
		{
			return ", and org.tensorflow.Graph comes from " + origin( Class.forName( "org.tensorflow.Graph", false, loader ) );
		}
		catch ( final ClassNotFoundException | LinkageError e )
		{
			return "";
		}
	}

	private static String origin( final Class< ? > c )
	{
		final CodeSource source = c.getProtectionDomain().getCodeSource();
		final URL location = source == null ? null : source.getLocation();
		return location == null ? "an unknown place" : location.getPath();
	}
}
