/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.raywarp.anatomy.FemurModelSettings;
import org.raywarp.anatomy.MeanFemur;
import org.raywarp.anatomy.ShaftCut;
import org.raywarp.anatomy.ShaftEnd;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Progress;
import org.raywarp.xray.RandomSeeds;

/**
 * The cases of a data set in memory, by their index: what {@link DatasetGenerator} writes, and what a training takes that
 * needs no files. A case depends on the settings and its index alone. True similarities are those to the mean femur,
 * {@link MeanFemur}. Safe for use by several threads.
 */
public final class CaseMaker
{
	/** Templates that are kept for the cases to come; a FULL one takes 100 MB. */
	private static final int KEPT = 2;

	/** Branches of the random numbers of shapes, apart from those of cases, which count from 0. */
	private static final long DENSITY = -1, CUT = -2;

	private final Bones bones;

	private final int cases, casesPerShape;

	private final PhantomSettings phantoms;

	private final Map< Integer, Shape > kept = new LinkedHashMap<>();

	private CaseMaker( final Bones bones, final int cases, final int casesPerShape, final PhantomSettings phantoms )
	{
		this.bones = bones;
		this.cases = cases;
		this.casesPerShape = casesPerShape;
		this.phantoms = phantoms;
	}

	/**
	 * A bone, cut perhaps, with its inside.
	 *
	 * @param subject
	 *            the bone
	 * @param template
	 *            where its CTs are read from
	 */
	record Shape( Subject subject, PhantomTemplate template )
	{}

	/**
	 * Reads the surfaces and splits the persons; shapes are modeled when their cases are asked for.
	 *
	 * @param shapes
	 *            which bones
	 * @param cases
	 *            number of cases
	 * @param phantoms
	 *            what a case is like
	 * @param progress
	 *            told before every surface
	 * @return the maker
	 * @throws IOException
	 *             if a surface cannot be read or is no femur
	 */
	public static CaseMaker of( final ShapeSettings shapes, final int cases, final PhantomSettings phantoms, final Progress progress )
			throws IOException
	{
		final int count = ( cases + shapes.casesPerShape() - 1 ) / shapes.casesPerShape();
		final TriangleMesh atlas = MeanFemur.surface();
		final Bones bones = shapes.source() == ShapeSource.PARAMETRIC ? new ParametricBones( count, shapes, phantoms.seed(), atlas )
				: ofFolder( shapes, phantoms.seed(), atlas, progress );
		return new CaseMaker( bones, cases, shapes.casesPerShape(), phantoms );
	}

	private static Bones ofFolder( final ShapeSettings shapes, final long seed, final TriangleMesh atlas, final Progress progress )
			throws IOException
	{
		final List< Subject > aligned = new ArrayList<>();
		for ( final Subject subject : Subjects.ofFolder( shapes.folder(), progress ) )
		{
			progress.report( 1, "aligning " + subject.name() + " to the atlas" );
			aligned.add( subject.alignedTo( atlas ) );
		}
		final DatasetSplit split = DatasetSplit.of( aligned.stream().map( Subject::person ).toList(), shapes.validationFraction(),
				shapes.testFraction(), seed );
		if ( shapes.source() == ShapeSource.SHAPE_MODEL )
			return new ModelBones( aligned, split, seed, atlas, progress );
		return new SurfaceBones( aligned, split );
	}

	/**
	 * @return number of cases
	 */
	public int size()
	{
		return cases;
	}

	/**
	 * @param index
	 *            which case, from 0
	 * @return what it is for
	 */
	public DatasetPart part( final int index )
	{
		return bones.part( index / casesPerShape );
	}

	/**
	 * Makes one case. Quick where the case before was of the same shape, which is modeled anew otherwise: half a second of
	 * one core for a QUARTER case.
	 *
	 * @param index
	 *            which case, from 0
	 * @param progress
	 *            told often; may cancel
	 * @return the case
	 */
	public Case make( final int index, final Progress progress )
	{
		final int which = index / casesPerShape;
		Shape shape;
		synchronized ( kept )
		{
			shape = kept.get( which );
		}
		if ( shape == null )
		{
			shape = shape( which, progress );
			synchronized ( kept )
			{
				kept.putIfAbsent( which, shape );
				if ( kept.size() > KEPT )
					kept.remove( kept.keySet().iterator().next() );
			}
		}
		return make( shape, index, progress );
	}

	/** @return what the index of a data set says about a case */
	DatasetIndex.Entry entry( final int index )
	{
		final int shape = index / casesPerShape;
		return new DatasetIndex.Entry( CaseDraw.name( index ), bones.name( shape ), bones.person( shape ), bones.part( shape ) );
	}

	Bones bones()
	{
		return bones;
	}

	int casesPerShape()
	{
		return casesPerShape;
	}

	Shape shape( final int which, final Progress progress )
	{
		progress.report( 0, "shaping a bone" );
		final Subject subject = bones.subject( which );
		final FemurModelSettings model = phantoms.bones().model();
		TriangleMesh surface = subject.surface();
		if ( model.continueShaft() )
			surface = ShaftEnd.continued( surface, PhantomTemplate.bottom( phantoms.size() ) );
		final long seed = RandomSeeds.derive( phantoms.seed(), CUT, which );
		if ( new SplittableRandom( RandomSeeds.derive( seed, 0 ) ).nextDouble() < phantoms.bones().cutFraction() )
			surface = ShaftCut.random( surface, RandomSeeds.derive( seed, 1 ) );
		return new Shape( subject, new PhantomTemplate( surface, phantoms.size(), model,
				RandomSeeds.derive( phantoms.seed(), DENSITY, which ), progress ) );
	}

	Case make( final Shape shape, final int index, final Progress progress )
	{
		progress.report( 0, "posing a bone" );
		final CaseDraw draw = CaseDraw.of( phantoms, index );
		return draw.finish( shape.subject(), shape.template().posed( draw.pose(), phantoms.bones().deformation(), draw.modelSeed() ),
				phantoms, progress );
	}
}
