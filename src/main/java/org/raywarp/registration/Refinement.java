/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.VelocityField;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Progress;

/**
 * Improves a registration until the projections of the warped atlas bone are as like the radiographs as they get: the
 * similarity, then the velocity by the modes of the population or else on a coarse lattice, then on a finer lattice too,
 * with it where the bone ends, and the views' own parameters where they are uncertain. Any number of views. The loss is that of {@link RefinementWeights}, the gradient exact but for that of the
 * views, the optimizer {@link LimitedMemoryBfgs}.
 */
final class Refinement
{
	/** Coefficients of the velocity along x, y, z, coarse to fine. */
	private static final int[] COARSE = { 8, 6, 8 }, FINE = { 12, 8, 12 };

	private static final int SIMILARITY_ITERATIONS = 60, DEFORMATION_ITERATIONS = 40;

	/** With uncertain views, which settle slowly: they and the shape explain much of the same. */
	private static final int UNCERTAIN_ITERATIONS = 120;

	/** A stage ends where five iterations lower the loss by less than this share. */
	private static final double TOLERANCE = 2e-3, UNCERTAIN_TOLERANCE = 5e-4;

	/** Parameters change by this many mm first. */
	private static final double FIRST_STEP = 1;

	/**
	 * @param regression
	 *            the refined similarity and velocity
	 * @param views
	 *            the views of the radiographs, corrected
	 * @param ends
	 *            where the subject's bone ends although the atlas's goes on
	 * @param path
	 *            of the loss
	 */
	record Result( Regression regression, List< View > views, List< BoneEnd > ends, LossPath path )
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
		final boolean[] faces = ExtendedAtlas.faces( atlas, radiographs );
		RefinementState state = new RefinementState( start.similarity(), start.velocity(),
				radiographs.stream().map( r -> new double[ ViewCorrection.PARAMETERS ] ).toList(), List.of() );
		if ( settings.search() )
			state = new PoseSearch( CoarseBone.of( atlas, ExtendedAtlas.of( atlas, faces ), 2 ), atlas.ct().grid(), radiographs, center,
					settings, BoneEnds.guess( atlas, radiographs ) ).run( state, ( f, what ) -> progress.report( 0.3 * f, what ) );
		final List< BoneEnd > ends = BoneEnds.find( atlas, radiographs, state.similarity().about( center ) );
		final CoarseBone bone = CoarseBone.of( atlas, ExtendedAtlas.of( atlas, BoneEnds.open( faces, ends ) ), 1 );
		state = new RefinementState( state.similarity(), startVelocity( state.velocity(), RefinedVelocity.grid( bone.grid() ) ),
				state.corrections(), ends );
		final BoneProjections projections = new BoneProjections( bone.grid(), atlas.ct().grid(), radiographs, settings.weights() );
		// While the shape is still the atlas's, views would move to make up for it.
		final boolean deforms = settings.freedom() == RefinementSettings.Freedom.DEFORMATION;
		final RefinementSettings first = deforms ? settings.withGeometry( ViewUncertainty.NONE ) : settings;
		state = stage( "similarity", new RefinementObjective( bone, projections, center, state, null, first, Optional.empty() ),
				SIMILARITY_ITERATIONS );
		if ( deforms )
			for ( final int[] lattice : atlas.population().isPresent() ? new int[][] { null, FINE } : new int[][] { COARSE, FINE } )
				state = stage( lattice == null ? "population" : "velocity " + lattice[ 0 ] + " x " + lattice[ 1 ] + " x " + lattice[ 2 ],
						new RefinementObjective( bone, projections, center, state, lattice, settings, atlas.population() ),
						settings.geometry().none() ? DEFORMATION_ITERATIONS : UNCERTAIN_ITERATIONS );
		final List< View > views = new ArrayList<>();
		for ( int v = 0; v < radiographs.size(); ++v )
			views.add( settings.geometry().none() ? radiographs.get( v ).view()
					: ViewCorrection.apply( radiographs.get( v ).view(), center, state.corrections().get( v ) ) );
		return new Result( new Regression( state.similarity(), state.velocity() ), views, state.ends(), new LossPath( stages ) );
	}

	private RefinementState stage( final String name, final RefinementObjective objective, final int iterations )
	{
		final double[] x = objective.parameters();
		final double before = 0.3 + 0.2 * stages.size();
		stages.add( new LossPath.Stage( name, new LimitedMemoryBfgs( objective, FIRST_STEP ).minimize( x, iterations,
				settings.geometry().none() ? TOLERANCE : UNCERTAIN_TOLERANCE,
				i -> progress.report( Math.min( 1, before + 0.2 * i / iterations ), "refining the " + name ) ) ) );
		return objective.state( x );
	}

	/**
	 * Where it may change and the population is known, the deformation begins at none. A model's velocity finds the surface, but is rough across it, which
	 * smears the edge of the coarse bone. Measured on 16 cases of four persons: from the model's similarity alone refinement ends
	 * at Dice 0.956, from its velocity's best fit by the modes at 0.951; from its velocity, on eight of them, at 0.90.
	 */
	private VelocityField startVelocity( final VelocityField velocity, final Grid grid )
	{
		if ( atlas.population().isPresent() && settings.freedom() == RefinementSettings.Freedom.DEFORMATION )
			return VelocityField.of( grid, new float[ 3 * grid.voxelCount() ] );
		final DisplacementField field = DisplacementField.of( velocity.grid(), FloatArrays.of( velocity.vectors() ) );
		return VelocityField.of( grid, FloatArrays.of( Deformations.resample( field, grid ).vectors() ) );
	}
}
