/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.List;

import org.raywarp.anatomy.LabeledCt;
import org.raywarp.anatomy.SmoothDeformation;
import org.raywarp.anatomy.SurfaceToCt;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Progress;
import org.raywarp.xray.RandomSeeds;

/**
 * Makes cases in memory from surfaces: bones in random poses with a modeled inside, and their radiographs. Bones take
 * turns. Safe for use by several threads.
 * <p>
 * {@link #generate} reads posed, smoothly deformed CTs of varied density from templates that are modeled once a bone;
 * {@link #model} models every case anew from its posed surface, for tests. Shafts are not cut here; see {@link CaseMaker}
 * for the cases of a data set.
 */
public final class PhantomCases
{
	private final List< Subject > subjects;

	private final PhantomSettings settings;

	private final PhantomTemplate[] templates;

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
		this.templates = new PhantomTemplate[ subjects.size() ];
	}

	/**
	 * Models all templates now instead of each when its turn comes: some seconds a bone.
	 *
	 * @param progress
	 *            told after every bone
	 */
	public void prepare( final Progress progress )
	{
		for ( int i = 0; i < templates.length; ++i )
		{
			progress.report( ( double ) i / templates.length, "modeling " + subjects.get( i ).name() );
			template( i );
		}
	}

	/**
	 * Makes one case from a template.
	 *
	 * @param index
	 *            which case, 0 or more; the same index gives the same case
	 * @return the case
	 */
	public Case generate( final long index )
	{
		final int which = ( int ) ( index % subjects.size() );
		final CaseDraw draw = CaseDraw.of( settings, index );
		final PhantomTemplate.Posed made = template( which ).posed( draw.pose(), settings.bones().deformation(), draw.modelSeed() );
		return draw.finish( subjects.get( which ), made, settings, Progress.NONE );
	}

	/**
	 * Makes one case from its deformed, posed surface: some seconds.
	 *
	 * @param index
	 *            which case, 0 or more; the same index gives the same case
	 * @return the case, in the pose and from the views of {@link #generate}; deformed otherwise
	 */
	public Case model( final long index )
	{
		final Subject subject = subjects.get( ( int ) ( index % subjects.size() ) );
		final CaseDraw draw = CaseDraw.of( settings, index );
		final double deformation = settings.bones().deformation();
		final TriangleMesh shape = deformation == 0 ? subject.surface()
				: new SmoothDeformation( deformation, PhantomTemplate.WAVE, RandomSeeds.derive( draw.modelSeed(), 1 ) )
						.apply( subject.surface() );
		final TriangleMesh surface = shape.transformed( draw.pose().about( 0, 0, 0 ) );
		final LabeledCt made =
				SurfaceToCt.makeInFrame( surface, settings.size(), settings.bones().model(), draw.modelSeed(), Progress.NONE );
		return draw.finish( subject, new PhantomTemplate.Posed( made, draw.pose().inverse() ), settings, Progress.NONE );
	}

	private PhantomTemplate template( final int which )
	{
		synchronized ( subjects.get( which ) )
		{
			if ( templates[ which ] == null )
				templates[ which ] = new PhantomTemplate( subjects.get( which ).surface(), settings.size(), settings.bones().model(),
						RandomSeeds.derive( settings.seed(), -1, which ), Progress.NONE );
			return templates[ which ];
		}
	}
}
