/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.raywarp.deformation.Similarity;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Progress;

/**
 * Looks for a pose from afar: rotations about the start are refined a little on a tiny grid, each from the translation that
 * lays the bone's shadows onto the masks; the best few further; the best of all is the result.
 */
final class PoseSearch
{
	/** Rotations about each axis that are tried reach this far from the start, in degrees. */
	static final double REACH = 30;

	private static final int FIRST_ITERATIONS = 6, LAST_ITERATIONS = 30, FINALISTS = 4;

	private static final double TOLERANCE = 1e-3, FIRST_STEP = 4;

	private record Candidate( RefinementState state, double loss )
	{}

	private final CoarseBone bone;

	private final BoneProjections projections;

	private final double[] center;

	private final RefinementSettings settings;

	private final List< BoneEnd > ends;

	/**
	 * @param bone
	 *            on a tiny grid
	 * @param box
	 *            of the atlas
	 * @param radiographs
	 *            at least one
	 * @param center
	 *            fixed point of the similarities, in mm
	 * @param settings
	 *            the weights
	 * @param ends
	 *            where the bone seems to end, in the world of the atlas
	 */
	PoseSearch( final CoarseBone bone, final Grid box, final List< Radiograph > radiographs, final double[] center,
			final RefinementSettings settings, final List< BoneEnd > ends )
	{
		this.ends = ends;
		this.bone = bone;
		this.center = center;
		this.settings = settings.withGeometry( ViewUncertainty.NONE );
		projections = new BoneProjections( bone.grid(), box, radiographs, settings.weights() );
	}

	/**
	 * @param start
	 *            where to look
	 * @param progress
	 *            told of every candidate
	 * @return the best pose found, with the start's velocity
	 */
	RefinementState run( final RefinementState start, final Progress progress )
	{
		final List< Candidate > candidates = new ArrayList<>();
		final List< Similarity > poses = new ArrayList<>();
		for ( int i = 0; i < 27; ++i )
			poses.add( turned( start.similarity(), REACH * ( i % 3 - 1 ), REACH * ( i / 3 % 3 - 1 ), REACH * ( i / 9 - 1 ) ) );
		for ( final Similarity pose : poses )
		{
			progress.report( ( double ) candidates.size() / poses.size(), "searching for the pose" );
			candidates.add( refined( objective( with( start, pose ) ).startOntoMasks(), FIRST_ITERATIONS ) );
		}
		candidates.add( refined( with( start, start.similarity() ), FIRST_ITERATIONS ) );
		candidates.sort( Comparator.comparingDouble( Candidate::loss ) );
		return candidates.subList( 0, FINALISTS ).stream().map( c -> refined( c.state, LAST_ITERATIONS ) )
				.min( Comparator.comparingDouble( Candidate::loss ) ).orElseThrow().state;
	}

	private static Similarity turned( final Similarity s, final double x, final double y, final double z )
	{
		return new Similarity( s.rotationX() + x, s.rotationY() + y, s.rotationZ() + z, s.translationX(), s.translationY(),
				s.translationZ(), s.scale() );
	}

	private RefinementState with( final RefinementState start, final Similarity pose )
	{
		return new RefinementState( pose, start.velocity(), start.corrections(),
				ends.stream().map( e -> e.mapped( pose.about( center ).inverse() ) ).toList() );
	}

	private RefinementObjective objective( final RefinementState start )
	{
		return new RefinementObjective( bone, projections, center, start, null, settings, Optional.empty() );
	}

	private Candidate refined( final RefinementState start, final int iterations )
	{
		final RefinementObjective objective = objective( start );
		final double[] x = objective.parameters();
		final List< Double > losses = new LimitedMemoryBfgs( objective, FIRST_STEP ).minimize( x, iterations, TOLERANCE, i -> {} );
		return new Candidate( objective.state( x ), losses.get( losses.size() - 1 ) );
	}
}
