/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/**
 * Finds reference values and open data that do not come with the project. A test that asks for a folder that is not
 * there is skipped, and says so.
 */
public final class OutsideData
{
	private OutsideData()
	{}

	/**
	 * @param name
	 *            a folder such as {@code reference} or {@code data/libhip_proximal_femora}
	 * @return that folder below the one that the environment variable {@code RAYWARP_DATA} names
	 */
	public static Path folder( final String name )
	{
		final String named = System.getenv().getOrDefault( "RAYWARP_DATA", "outside-data" );
		final Path folder = Path.of( named ).resolve( name );
		Assumptions.assumeTrue( Files.isDirectory( folder ), "skipped: no folder " + name + " of outside data (set RAYWARP_DATA)" );
		return folder;
	}
}
