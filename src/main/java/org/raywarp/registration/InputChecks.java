/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.volume.Grid;

/**
 * Looks at atlas, radiographs, masks and views before a registration, and says what is or looks wrong, and what to do. A
 * subject is taken to lie about where the atlas does, within some 20 degrees and 25 mm, as registrations need it.
 * <p>
 * In this order: {@code GeometryChecks}, without which nothing else can be said; then {@code MaskChecks},
 * {@code IntensityChecks} and {@code OrientationChecks}.
 */
public final class InputChecks
{
	private InputChecks()
	{}

	/**
	 * @param atlas
	 *            to register
	 * @param radiographs
	 *            to register it to
	 * @return what was found, errors first; empty where nothing is wrong
	 * @throws IllegalArgumentException
	 *             if the atlas has no bone
	 */
	public static List< Finding > of( final Atlas atlas, final List< Radiograph > radiographs )
	{
		final Grid box = atlas.ct().grid();
		final List< Finding > findings = new ArrayList<>();
		if ( GeometryChecks.distances( box, radiographs, findings ) )
		{
			final CoarseBone bone = CoarseBone.of( atlas, ExtendedAtlas.of( atlas, ExtendedAtlas.faces( atlas, List.of() ) ), 1 );
			final List< ExpectedView > expected =
					radiographs.stream().map( r -> ExpectedView.of( bone, box, r.view() ) ).toList();
			GeometryChecks.add( box, radiographs, expected, findings );
			for ( int v = 0; v < expected.size(); ++v )
			{
				final boolean masked = MaskChecks.add( radiographs.get( v ), expected.get( v ), findings );
				IntensityChecks.add( radiographs.get( v ), expected.get( v ), masked, findings );
			}
			OrientationChecks.add( radiographs, expected, findings );
		}
		findings.sort( ( a, b ) -> a.severity().compareTo( b.severity() ) );
		return findings;
	}

	/**
	 * @param findings
	 *            of a check
	 * @throws IllegalArgumentException
	 *             with the sentence of the first error, if there is one
	 */
	public static void requireNoError( final List< Finding > findings )
	{
		for ( final Finding finding : findings )
			if ( finding.severity() == Finding.Severity.ERROR )
				throw new IllegalArgumentException( finding.sentence() );
	}
}
