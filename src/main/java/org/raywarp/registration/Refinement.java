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
import org.raywarp.deformation.Similarity;
import org.raywarp.deformation.VelocityField;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Progress;

/**
 * Improves a registration until the projections of the warped atlas bone are as like the radiographs as they get: the
 * similarity, then the velocity by the modes of the population or else on a coarse lattice, then on a finer lattice too with
 * a finer bone, with it where the bone ends, and the views' own parameters where they are uncertain. A start that leads nowhere
 * is replaced by a search for the pose. Any number of views. The loss is that of {@link RefinementWeights}, the gradient exact but for that of the
 * views, the optimizer {@link LimitedMemoryBfgs}.
 */
final class Refinement
{
	/** Coefficients of the velocity along x, y, z, coarse to fine. */
	private static final int[] COARSE = { 8, 6, 8 }, FINE = { 12, 8, 12 };

	/** 60 fine ones lead to the same surface distance on eight cases of two persons, 35 to 0.03 mm more. */
	private static final int SIMILARITY_ITERATIONS = 60, DEFORMATION_ITERATIONS = 40, FINE_ITERATIONS = 45;

	/** With uncertain views, which settle slowly: they and the shape explain much of the same. */
	private static final int UNCERTAIN_ITERATIONS = 120;

	/** A stage ends where five iterations lower the loss by less than this share. */
	private static final double TOLERANCE = 2e-3, UNCERTAIN_TOLERANCE = 5e-4;

	/**
	 * Reduction of the bone's grid in the last stage, see {@link CoarseBone#of}. Measured on four cases of two persons: 1 leads to
	 * a surface distance of 0.79 mm, 0.6 to 0.71, and to 0.69 with twice the iterations.
	 */
	private static final double FINEST = 0.6;

	/** Above this loss a similarity is no registration. Measured on femora of other persons: 0.1 to 0.2 from a good start, 1.8 from a wrong one. */
	private static final double LOST = 0.5;

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

	/**
	 * A bone on its grid, and a state of it.
	 *
	 * @param bone
	 *            of the atlas, continued where the subject's goes on
	 * @param projections
	 *            of that bone
	 * @param state
	 *            of the registration
	 */
	private record Aligned( CoarseBone bone, BoneProjections projections, RefinementState state )
	{}

	private Result run( final Regression start )
	{
		final boolean[] faces = ExtendedAtlas.faces( atlas, radiographs );
		final RefinementState given = new RefinementState( start.similarity(), start.velocity(),
				radiographs.stream().map( r -> new double[ ViewCorrection.PARAMETERS ] ).toList(), List.of() );
		// While the shape is still the atlas's, views would move to make up for it.
		final boolean deforms = settings.freedom() == RefinementSettings.Freedom.DEFORMATION;
		final Aligned aligned = align( given, faces, deforms ? settings.withGeometry( ViewUncertainty.NONE ) : settings );
		final RefinementState state = deforms ? deform( aligned, faces ) : aligned.state;
		final List< View > views = new ArrayList<>();
		for ( int v = 0; v < radiographs.size(); ++v )
			views.add( settings.geometry().none() ? radiographs.get( v ).view()
					: ViewCorrection.apply( radiographs.get( v ).view(), center, state.corrections().get( v ) ) );
		return new Result( new Regression( state.similarity(), state.velocity() ), views, state.ends(), new LossPath( stages ) );
	}

	/** The best similarity from the start, or from the pose that a search finds where that is asked for or the start leads nowhere. */
	private Aligned align( final RefinementState start, final boolean[] faces, final RefinementSettings first )
	{
		if ( settings.search() )
			return alignNear( search( start, faces ), faces, first );
		Aligned best = alignNear( start, faces, first );
		LossPath.Stage path = stages.remove( 0 );
		if ( path.last() > LOST )
			// A model's answer to what it never learned may be far from everything, and a given pose far from the model's frame.
			for ( final Similarity about : List.of( start.similarity(), Similarity.IDENTITY ) )
			{
				final RefinementState from = new RefinementState( about, start.velocity(), start.corrections(), List.of() );
				final Aligned found = alignNear( search( from, faces ), faces, first );
				final LossPath.Stage reached = stages.remove( 0 );
				if ( reached.last() < path.last() )
				{
					best = found;
					path = reached;
				}
			}
		stages.add( path );
		return best;
	}

	/** The shape, coarse to fine: the population or a coarse lattice first, then a fine lattice with the bone on a finer grid. */
	private RefinementState deform( final Aligned aligned, final boolean[] faces )
	{
		final boolean known = atlas.population().isPresent();
		final RefinementState coarse = stage( known ? "population" : name( COARSE ), new RefinementObjective( aligned.bone,
				aligned.projections, center, aligned.state, known ? null : COARSE, settings, atlas.population() ),
				iterations( DEFORMATION_ITERATIONS ) );
		// Uncertain views take three times the iterations: with a finer bone longer than a user would wait.
		final double reduction = settings.geometry().none() ? FINEST : 1;
		final CoarseBone fine =
				CoarseBone.of( atlas, ExtendedAtlas.of( atlas, BoneEnds.open( faces, coarse.ends() ) ), reduction );
		return stage( name( FINE ),
				new RefinementObjective( fine, projections( fine ), center, coarse, FINE, settings, atlas.population() ),
				iterations( FINE_ITERATIONS ) );
	}

	private static String name( final int[] lattice )
	{
		return "velocity " + lattice[ 0 ] + " x " + lattice[ 1 ] + " x " + lattice[ 2 ];
	}

	private int iterations( final int withKnownViews )
	{
		return settings.geometry().none() ? withKnownViews : UNCERTAIN_ITERATIONS;
	}

	private BoneProjections projections( final CoarseBone bone )
	{
		return new BoneProjections( bone.grid(), atlas.ct().grid(), radiographs, settings.weights() );
	}

	private RefinementState search( final RefinementState start, final boolean[] faces )
	{
		return new PoseSearch( CoarseBone.of( atlas, ExtendedAtlas.of( atlas, faces ), 2 ), atlas.ct().grid(), radiographs, center,
				settings, BoneEnds.guess( atlas, radiographs ) ).run( start, ( f, what ) -> progress.report( 0.3 * f, what ) );
	}

	private Aligned alignNear( final RefinementState start, final boolean[] faces, final RefinementSettings first )
	{
		final List< BoneEnd > ends = BoneEnds.find( atlas, radiographs, start.similarity().about( center ) );
		final CoarseBone bone = CoarseBone.of( atlas, ExtendedAtlas.of( atlas, BoneEnds.open( faces, ends ) ), 1 );
		final RefinementState state = new RefinementState( start.similarity(),
				startVelocity( start.velocity(), RefinedVelocity.grid( bone.grid() ) ), start.corrections(), ends );
		final BoneProjections projections = projections( bone );
		return new Aligned( bone, projections, stage( "similarity",
				new RefinementObjective( bone, projections, center, state, null, first, Optional.empty() ), SIMILARITY_ITERATIONS ) );
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
