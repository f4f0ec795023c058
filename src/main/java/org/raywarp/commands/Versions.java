/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import ij.IJ;

/**
 * Versions of the programs that compute.
 */
final class Versions
{
	private static final String TENSORFLOW = "/META-INF/maven/org.tensorflow/tensorflow-core-api/pom.properties";

	private Versions()
	{}

	/** @return RayWarp's; {@code unreleased} where it does not run from its jar */
	static String raywarp()
	{
		final String version = Versions.class.getPackage().getImplementationVersion();
		return version == null ? "unreleased" : version;
	}

	/** @return that of TensorFlow for Java, the engine of the models, without starting it; {@code not installed} without it */
	static String engine()
	{
		final Properties properties = new Properties();
		try ( InputStream in = Versions.class.getResourceAsStream( TENSORFLOW ) )
		{
			if ( in != null )
				properties.load( in );
		}
		catch ( final IOException e )
		{
			properties.clear();
		}
		return properties.getProperty( "version", "not installed" );
	}

	/** @return of ImageJ and Java */
	static String platform()
	{
		return "ImageJ " + IJ.getVersion() + ", Java " + Runtime.version().feature();
	}
}
