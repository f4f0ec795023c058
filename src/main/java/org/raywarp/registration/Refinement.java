/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.VelocityField;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Progress;

/**
 * Improves a registration until the projections of the warped atlas bone are as like the radiographs as they get: the
 * similarity, then the velocity on a coarse lattice, then on a finer one, and the views' own parameters where they are
 * uncertain. Any number of views. The loss is that of {@link RefinementWeights}, the gradient exact but for that of the
 * views, the optimizer {@link LimitedMemoryBfgs}.
 */
final class Refinement
{
	/** Coefficients of the velocity along x, y, z, coarse to fine. */
	private static final int[][] LATTICES = { { 8, 6, 8 }, { 12, 8, 12 } };

	private static final int SIMILARITY_ITERATIONS = 60, LATTICE_ITERATIONS = 40;

	/** A stage ends where five iterations lower the loss by less than this share. */
	private static final double TOLERANCE = 2e-3;

	/** Parameters change by this many mm first. */
	private static final double FIRST_STEP = 1;

	/**
	 * @param regression
	 *            the refined similarity and velocity
	 * @param views
	 *            the views of the radiographs, corrected
	 * @param path
	 *            of the loss
	 */
	record Result( Regression regression, List< View > views, LossPath path )
	{}

	private final Atlas atlas;

	private final List< Radiograph > radiographs;

	private final double[] center;

	private final RefinementSettings settings;

	private final Progress progress;

	private final List< LossPath.Stage > stages = new ArrayList<>();

	private Refinement( final Atlas atlas, final List< Radiograph > radiographs, final double[] center, final RefinementSettings settings,
			final Progress progress )
	{
		this.atlas = atlas;
		this.radiographs = radiographs;
		this.center = center;
		this.settings = settings;
		this.progress = progress;
	}

	/**
	 * @param atlas
	 *            the atlas
	 * @param radiographs
	 *            at least one, in any order; the angles of the first are taken as they are
	 * @param start
	 *            where to begin
	 * @param center
	 *            fixed point of the similarities, in mm
	 * @param settings
	 *            what may change, and the weights
	 * @param progress
	 *            told of every iteration
	 * @return the refined registration
	 */
	static Result refine( final Atlas atlas, final List< Radiograph > radiographs, final Regression start, final double[] center,
			final RefinementSettings settings, final Progress progress )
	{
		return new Refinement( atlas, radiographs, center, settings, progress ).run( start );
	}

	private Result run( final Regression start )
	{
		final Atlas extended = ExtendedAtlas.of( atlas, ExtendedAtlas.faces( atlas, radiographs ) );
		final CoarseBone bone = CoarseBone.of( atlas, extended, 1 );
		RefinementState state = new RefinementState( start.similarity(), onGrid( start.velocity(), RefinedVelocity.grid( bone.grid() ) ),
				radiographs.stream().map( r -> new double[ ViewCorrection.PARAMETERS ] ).toList() );
		if ( settings.search() )
			state = new PoseSearch( CoarseBone.of( atlas, extended, 2 ), atlas.ct().grid(), radiographs, center, settings ).run( state,
					( f, what ) -> progress.report( 0.3 * f, what ) );
		final BoneProjections projections = new BoneProjections( bone.grid(), atlas.ct().grid(), radiographs, settings.weights() );
		// While the shape is still the atlas's, views would move to make up for it.
		final boolean deforms = settings.freedom() == RefinementSettings.Freedom.DEFORMATION;
		final RefinementSettings first = deforms ? settings.withGeometry( ViewUncertainty.NONE ) : settings;
		state = stage( "similarity", new RefinementObjective( bone, projections, center, state, null, first ), SIMILARITY_ITERATIONS );
		if ( deforms )
			for ( final int[] lattice : LATTICES )
				state = stage( "velocity " + lattice[ 0 ] + " x " + lattice[ 1 ] + " x " + lattice[ 2 ],
						new RefinementObjective( bone, projections, center, state, lattice, settings ), LATTICE_ITERATIONS );
		final List< View > views = new ArrayList<>();
		for ( int v = 0; v < radiographs.size(); ++v )
			views.add( settings.geometry().none() ? radiographs.get( v ).view()
					: ViewCorrection.apply( radiographs.get( v ).view(), center, state.corrections().get( v ) ) );
		return new Result( new Regression( state.similarity(), state.velocity() ), views, new LossPath( stages ) );
	}

	private RefinementState stage( final String name, final RefinementObjective objective, final int iterations )
	{
		final double[] x = objective.parameters();
		final double before = 0.3 + 0.2 * stages.size();
		stages.add( new LossPath.Stage( name, new LimitedMemoryBfgs( objective, FIRST_STEP ).minimize( x, iterations, TOLERANCE,
				i -> progress.report( Math.min( 1, before + 0.2 * i / iterations ), "refining the " + name ) ) ) );
		return objective.state( x );
	}

	private static VelocityField onGrid( final VelocityField velocity, final Grid grid )
	{
		final DisplacementField field = DisplacementField.of( velocity.grid(), FloatArrays.of( velocity.vectors() ) );
		return VelocityField.of( grid, FloatArrays.of( Deformations.resample( field, grid ).vectors() ) );
	}
}
