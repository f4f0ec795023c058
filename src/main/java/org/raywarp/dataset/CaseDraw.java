/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.List;
import java.util.Locale;

import org.raywarp.anatomy.LabeledCt;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.View;
import org.raywarp.xray.Drr;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;
import org.raywarp.xray.RandomSeeds;

/**
 * What chance decides about one case.
 *
 * @param index
 *            which case, from 0
 * @param pose
 *            {@code subjectFromReference}, about the world's origin
 * @param views
 *            where the radiographs are taken from
 * @param modelSeed
 *            of the modeled inside
 * @param noiseSeed
 *            of the radiographs
 */
record CaseDraw( long index, Similarity pose, List< View > views, long modelSeed, long noiseSeed )
{

	/** The label of the femur in everything RayWarp makes. */
	private static final int FEMUR = 1;

	static CaseDraw of( final PhantomSettings settings, final long index )
	{
		final long seed = RandomSeeds.derive( settings.seed(), index );
		return new CaseDraw( index, settings.pose().draw( RandomSeeds.derive( seed, 0 ) ),
				StandardViews.draw( settings.mode(), settings.size(), RandomSeeds.derive( seed, 1 ) ), RandomSeeds.derive( seed, 2 ),
				RandomSeeds.derive( seed, 3 ) );
	}

	String name()
	{
		return String.format( Locale.ROOT, "case-%05d", index );
	}

	Similarity atlasFromSubject( final Similarity atlasFromReference )
	{
		return atlasFromReference.after( pose.inverse() );
	}

	Case finish( final Subject subject, final LabeledCt made, final DrrSettings radiation )
	{
		final List< Drr > drrs = DrrSimulator.simulate( made.ct(), made.labels(), FEMUR, views,
				radiation.withNoise( radiation.photons(), noiseSeed ) );
		return new Case( name(), subject.person(), made.ct(), made.labels(), drrs, atlasFromSubject( subject.atlasFromReference() ) );
	}
}
