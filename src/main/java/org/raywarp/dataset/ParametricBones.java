/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.Set;
import java.util.stream.IntStream;

import org.raywarp.geometry.TriangleMesh;

/**
 * A parametric femur of a person of its own for every shape.
 */
final class ParametricBones implements Bones
{
	private final DatasetSplit split;

	private final long seed;

	private final TriangleMesh atlas;

	/**
	 * @param shapes
	 *            number of shapes
	 * @param settings
	 *            how the persons are split
	 * @param seed
	 *            of shapes and split
	 * @param atlas
	 *            to which the bones are aligned
	 */
	ParametricBones( final int shapes, final ShapeSettings settings, final long seed, final TriangleMesh atlas )
	{
		this.seed = seed;
		this.atlas = atlas;
		split = DatasetSplit.of( IntStream.range( 0, shapes ).mapToObj( Subjects::parametricName ).toList(), settings.validationFraction(),
				settings.testFraction(), seed );
	}

	@Override
	public String name( final int shape )
	{
		return Subjects.parametricName( shape );
	}

	@Override
	public String person( final int shape )
	{
		return Subjects.parametricName( shape );
	}

	@Override
	public DatasetPart part( final int shape )
	{
		return split.part( person( shape ) );
	}

	@Override
	public Subject subject( final int shape )
	{
		return Subjects.parametric( shape, seed ).alignedTo( atlas );
	}

	@Override
	public Set< String > people( final DatasetPart part )
	{
		return Set.of();
	}
}
