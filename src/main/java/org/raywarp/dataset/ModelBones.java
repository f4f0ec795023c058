/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.raywarp.geometry.TriangleMesh;
import org.raywarp.population.Enlargement;
import org.raywarp.population.ShapePopulation;
import org.raywarp.population.ShapeSampler;
import org.raywarp.population.Specimen;
import org.raywarp.volume.Progress;
import org.raywarp.xray.RandomSeeds;

/**
 * As {@link SurfaceBones}, but where it is a training person's turn comes a new sample of a shape model that was learned
 * from the bones of the training persons alone: what is validated and tested with, the model has not seen.
 */
final class ModelBones implements Bones
{
	/** Number of modes: more than a hundred hardly change a bone of the size of the voxels. */
	private static final int MODES = 100;

	/** Branch of the random numbers of shapes. */
	private static final long SAMPLE = -3;

	private final SurfaceBones real;

	private final ShapeSampler sampler;

	private final long seed;

	private final TriangleMesh atlas;

	/**
	 * @param subjects
	 *            the real bones
	 * @param split
	 *            of their persons
	 * @param seed
	 *            of the samples
	 * @param atlas
	 *            to which the samples are aligned
	 * @param progress
	 *            told while the model is learned
	 */
	ModelBones( final List< Subject > subjects, final DatasetSplit split, final long seed, final TriangleMesh atlas,
			final Progress progress )
	{
		real = new SurfaceBones( subjects, split );
		this.seed = seed;
		this.atlas = atlas;
		final List< Specimen > specimens = subjects.stream().filter( s -> split.part( s.person() ) == DatasetPart.TRAINING )
				.map( s -> new Specimen( s.name(), s.person(), s.surface() ) ).toList();
		sampler = new ShapeSampler( ShapePopulation.learn( specimens, Enlargement.KERNELS_AND_MEASURES, MODES, progress ) );
	}

	@Override
	public String name( final int shape )
	{
		return part( shape ) == DatasetPart.TRAINING ? String.format( Locale.ROOT, "sample-%05d", shape ) : real.name( shape );
	}

	@Override
	public String person( final int shape )
	{
		return part( shape ) == DatasetPart.TRAINING ? name( shape ) : real.person( shape );
	}

	@Override
	public DatasetPart part( final int shape )
	{
		return real.part( shape );
	}

	@Override
	public Subject subject( final int shape )
	{
		if ( part( shape ) != DatasetPart.TRAINING )
			return real.subject( shape );
		final TriangleMesh sample = sampler.sample( RandomSeeds.derive( seed, SAMPLE, shape ) );
		return Subject.of( name( shape ), person( shape ), sample ).alignedTo( atlas );
	}

	@Override
	public Set< String > people( final DatasetPart part )
	{
		return real.people( part );
	}
}
