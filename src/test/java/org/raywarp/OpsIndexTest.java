/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/**
 * The index of SciJava Ops that the compiler writes from the javadoc of the public calls.
 */
class OpsIndexTest
{
	private static Map< String, String > sourcesByName() throws IOException
	{
		final Map< String, String > sources = new TreeMap<>();
		try ( InputStream in = OpsIndexTest.class.getResourceAsStream( "/ops.yaml" ) )
		{
			assertNotNull( in, "ops.yaml is written by the annotation processor of the Maven build" );
			final String yaml = new String( in.readAllBytes(), StandardCharsets.UTF_8 );
			for ( final String op : yaml.split( "(?m)^- op:" ) )
			{
				final Matcher name = Pattern.compile( "names: \\[(raywarp\\.\\w+)\\]" ).matcher( op );
				final Matcher source = Pattern.compile( "source: ['\"]?(javaMethod:/[^\\s'\"]+)" ).matcher( op );
				if ( name.find() && source.find() )
					sources.put( name.group( 1 ),
							URLDecoder.decode( source.group( 1 ).substring( "javaMethod:/".length() ), StandardCharsets.UTF_8 ) );
			}
		}
		return sources;
	}

	@Test
	void everyStepOfTheMethodIsAnOp() throws IOException
	{
		assertTrue( sourcesByName().keySet().containsAll( Arrays.asList( "raywarp.surfaceToCt", "raywarp.simulateDrr", "raywarp.project",
				"raywarp.beamView", "raywarp.worldView", "raywarp.integrate", "raywarp.compose", "raywarp.warp", "raywarp.warpLabels",
				"raywarp.register", "raywarp.ssim", "raywarp.ncc" ) ), sourcesByName().toString() );
	}

	@Test
	void everyOpNamesAPublicMethod() throws Exception
	{
		for ( final String source : sourcesByName().values() )
		{
			final String method = source.substring( 0, source.indexOf( '(' ) ),
					parameters = source.substring( source.indexOf( '(' ) + 1, source.length() - 1 );
			final int dot = method.lastIndexOf( '.' );
			assertEquals( 1,
					Arrays.stream( Class.forName( method.substring( 0, dot ) ).getMethods() )
							.filter( m -> m.getName().equals( method.substring( dot + 1 ) ) )
							.filter( m -> String.join( ",", Arrays.stream( m.getParameterTypes() ).map( Class::getCanonicalName ).toList() )
									.equals( parameters ) )
							.count(),
					source );
		}
	}
}
