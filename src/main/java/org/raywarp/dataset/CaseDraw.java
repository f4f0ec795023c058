/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.List;
import java.util.Locale;

import org.raywarp.anatomy.LabeledCt;
import org.raywarp.dataset.PhantomTemplate.Posed;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.View;
import org.raywarp.volume.Progress;
import org.raywarp.xray.Drr;
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
 * @param radiation
 *            what they are taken with
 * @param seed
 *            of the rest
 */
record CaseDraw( long index, Similarity pose, List< View > views, Radiation.Drawn radiation, long seed )
{

	/** The label of the femur in everything RayWarp makes. */
	static final int FEMUR = 1;

	static CaseDraw of( final PhantomSettings settings, final long index )
	{
		final long seed = RandomSeeds.derive( settings.seed(), index );
		return new CaseDraw( index, settings.bones().pose().draw( RandomSeeds.derive( seed, 0 ) ),
				StandardViews.draw( settings.mode(), settings.size(), RandomSeeds.derive( seed, 1 ) ),
				settings.radiation().draw( RandomSeeds.derive( seed, 4 ) ), seed );
	}

	static String name( final long index )
	{
		return String.format( Locale.ROOT, "case-%05d", index );
	}

	/** @return the seed of the modeled inside and the deformation */
	long modelSeed()
	{
		return RandomSeeds.derive( seed, 2 );
	}

	/**
	 * @param subject
	 *            whose bone it is
	 * @param posed
	 *            the bone in its pose
	 * @param settings
	 *            of the cases
	 * @param progress
	 *            may cancel
	 * @return the case with its radiographs
	 */
	Case finish( final Subject subject, final Posed posed, final PhantomSettings settings, final Progress progress )
	{
		final LabeledCt made = posed.made();
		progress.report( 1, "simulating radiographs" );
		final List< Drr > drrs = DrrSimulator.simulate( made.ct(), made.labels(), FEMUR, views,
				settings.radiation().settings( radiation, RandomSeeds.derive( seed, 3 ) ) );
		final List< Drr > seen = settings.imperfections().apply( drrs, RandomSeeds.derive( seed, 5 ) );
		return new Case( name( index ), subject.person(), made.ct(), made.labels(), seen,
				new Case.Truth( subject.atlasFromReference().after( posed.referenceFromSubject() ), views, radiation ) );
	}
}
