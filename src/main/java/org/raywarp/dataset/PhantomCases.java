/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.List;
import java.util.Locale;

import org.raywarp.anatomy.LabeledCt;
import org.raywarp.anatomy.SurfaceToCt;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.View;
import org.raywarp.volume.Progress;
import org.raywarp.xray.Drr;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;
import org.raywarp.xray.RandomSeeds;

/**
 * Makes cases in memory from surfaces: a random bone, deformed smoothly, in a random pose, with a modelled inside, and its
 * radiographs. Safe for use by several threads.
 */
public final class PhantomCases
{
	/** The label of the femur in everything RayWarp makes. */
	private static final int FEMUR = 1;

	private final List< Subject > subjects;

	private final PhantomSettings settings;

	/**
	 * @param subjects
	 *            the bones, at least one
	 * @param settings
	 *            what to make
	 * @throws IllegalArgumentException
	 *             if there is no bone
	 */
	public PhantomCases( final List< Subject > subjects, final PhantomSettings settings )
	{
		if ( subjects.isEmpty() )
			throw new IllegalArgumentException( "Cases are made of at least one bone; there is none." );
		this.subjects = List.copyOf( subjects );
		this.settings = settings;
	}

	/**
	 * Makes one case. Bones take turns.
	 *
	 * @param index
	 *            which case, 0 or more; the same index gives the same case
	 * @return the case
	 */
	public Case generate( final long index )
	{
		final Subject subject = subjects.get( ( int ) ( index % subjects.size() ) );
		final long seed = RandomSeeds.derive( settings.seed(), index );
		final Similarity pose = settings.pose().draw( RandomSeeds.derive( seed, 0 ) );
		final TriangleMesh surface = subject.surface().transformed( pose.about( 0, 0, 0 ) );
		final LabeledCt made = SurfaceToCt.makeInFrame( surface, settings.size(), RandomSeeds.derive( seed, 1 ), Progress.NONE );
		final List< View > views = StandardViews.draw( settings.mode(), settings.size(), RandomSeeds.derive( seed, 2 ) );
		final DrrSettings radiation = settings.radiation().withNoise( settings.radiation().photons(), RandomSeeds.derive( seed, 3 ) );
		final List< Drr > drrs = DrrSimulator.simulate( made.ct(), made.labels(), FEMUR, views, radiation );
		return new Case( String.format( Locale.ROOT, "case-%05d", index ), subject.person(), made.ct(), made.labels(), drrs,
				subject.atlasFromReference().after( pose.inverse() ) );
	}
}
