/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.raywarp.deformation.Similarity;
import org.raywarp.deformation.SimilarityGradient;
import org.raywarp.deformation.VelocityModes;
import org.raywarp.deformation.WarpGradient;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;

/**
 * The loss of a refinement and its gradient, as a function of, in this order, the similarity, the coefficients of the
 * velocity, the planes where the bone ends, and the corrections of the views. A unit of a parameter moves the bone's surface by about a millimeter.
 * <p>
 * Forward: velocity, its flow u, atlas bone at {@code similarity( x + u( x ) )}, cut off at the planes, its projections, their fits. Backward: the
 * adjoint of each step in reverse. The few parameters of the views are differentiated numerically, on projections alone.
 */
final class RefinementObjective implements LimitedMemoryBfgs.Objective
{
	/** Degrees, mm and logarithm of scale in a unit. */
	private static final double[] UNITS = { 1.15, 1.15, 1.15, 1, 1, 1, 0.02 };

	/** Half the difference of numerical derivatives of views, in standard deviations. */
	private static final double STEP = 0.05;

	/** Weight of the mean square of the views' corrections, in standard deviations. */
	private static final double PRIOR = 2e-4;

	private final Grid grid;

	private final double[] center;

	private final WarpGradient atlas;

	private final BoneProjections projections;

	private final RefinementState start;

	private final RefinedVelocity velocity;

	private final RefinementSettings settings;

	private final double[][] deviations;

	private final EndGate gate;

	private final float[] displacement, warped, warpedGradient, displacementGradient;

	/**
	 * @param bone
	 *            of the atlas
	 * @param projections
	 *            how it is compared with the radiographs
	 * @param center
	 *            fixed point of the similarity, in mm
	 * @param start
	 *            where to begin
	 * @param controls
	 *            number of coefficients of the velocity along x, y, z; null for no lattice
	 * @param settings
	 *            what may change, and the weights
	 * @param population
	 *            whose modes change the velocity too; empty for none
	 */
	RefinementObjective( final CoarseBone bone, final BoneProjections projections, final double[] center, final RefinementState start,
			final int[] controls, final RefinementSettings settings, final Optional< VelocityModes > population )
	{
		this.grid = bone.grid();
		this.projections = projections;
		this.center = center;
		this.start = start;
		this.settings = settings;
		atlas = new WarpGradient( new float[][] { bone.excess(), bone.occupancy() }, grid.size() );
		final float[][] modes = population.map( p -> p.onto( start.velocity().grid(), start.similarity().about( center ) ) )
				.orElse( new float[ 0 ][] );
		velocity = new RefinedVelocity( start.velocity(), grid, controls, modes );
		gate = new EndGate( grid, start.ends() );
		final int views = projections.views().size();
		deviations = new double[ views ][];
		for ( int v = 0; v < views; ++v )
			deviations[ v ] = ViewCorrection.deviations( settings.geometry(), v == 0 );
		displacement = new float[ 3 * grid.voxelCount() ];
		warped = new float[ 2 * grid.voxelCount() ];
		warpedGradient = new float[ warped.length ];
		displacementGradient = velocity.coefficientCount() == 0 ? null : new float[ displacement.length ];
		if ( velocity.coefficientCount() == 0 )
			velocity.displace( new double[ 0 ], displacement );
	}

	/**
	 * @return the parameters of the start: zeros
	 */
	double[] parameters()
	{
		final int corrections = settings.geometry().none() ? 0 : ViewCorrection.PARAMETERS * deviations.length;
		return new double[ UNITS.length + velocity.coefficientCount() + gate.parameterCount() + corrections ];
	}

	/**
	 * @param x
	 *            parameters
	 * @return what they stand for
	 */
	RefinementState state( final double[] x )
	{
		final List< double[] > corrections = new ArrayList<>();
		for ( int v = 0; v < deviations.length; ++v )
			corrections.add( correction( x, v ) );
		return new RefinementState( similarity( x ), velocity.velocity( coefficients( x ) ), corrections, gate.ends( ends( x ) ) );
	}

	/**
	 * @return the start, shifted so that the centroids of the bone's silhouettes come onto those of the masks
	 */
	RefinementState startOntoMasks()
	{
		final Similarity s = start.similarity();
		final Affine3D world = grid.worldFromVoxel();
		atlas.warp( world.inverse().after( s.about( center ) ).after( world ), displacement, warped );
		gate.apply( new double[ gate.parameterCount() ], warped );
		final double[] shift = projections.shiftOntoMasks( warped, center ), ofAtlas = s.about( center ).applyToVector( shift );
		return new RefinementState( new Similarity( s.rotationX(), s.rotationY(), s.rotationZ(), s.translationX() - ofAtlas[ 0 ],
				s.translationY() - ofAtlas[ 1 ], s.translationZ() - ofAtlas[ 2 ], s.scale() ), start.velocity(), start.corrections(),
				start.ends().stream().map( e -> e.shifted( shift ) ).toList() );
	}

	private Similarity similarity( final double[] x )
	{
		final Similarity s = start.similarity();
		return new Similarity( s.rotationX() + UNITS[ 0 ] * x[ 0 ], s.rotationY() + UNITS[ 1 ] * x[ 1 ],
				s.rotationZ() + UNITS[ 2 ] * x[ 2 ], s.translationX() + UNITS[ 3 ] * x[ 3 ],
				s.translationY() + UNITS[ 4 ] * x[ 4 ], s.translationZ() + UNITS[ 5 ] * x[ 5 ],
				s.scale() * Math.exp( UNITS[ 6 ] * x[ 6 ] ) );
	}

	private double[] coefficients( final double[] x )
	{
		return Arrays.copyOfRange( x, UNITS.length, UNITS.length + velocity.coefficientCount() );
	}

	private double[] ends( final double[] x )
	{
		final int first = UNITS.length + velocity.coefficientCount();
		return Arrays.copyOfRange( x, first, first + gate.parameterCount() );
	}

	private double[] correction( final double[] x, final int view )
	{
		final double[] correction = start.corrections().get( view ).clone();
		if ( !settings.geometry().none() )
			for ( int p = 0; p < correction.length; ++p )
				correction[ p ] += deviations[ view ][ p ] * x[ correctionAt( view ) + p ];
		return correction;
	}

	private int correctionAt( final int view )
	{
		return UNITS.length + velocity.coefficientCount() + gate.parameterCount() + ViewCorrection.PARAMETERS * view;
	}

	@Override
	public double valueAndGradient( final double[] x, final double[] gradient )
	{
		final double[] coefficients = coefficients( x );
		if ( coefficients.length > 0 )
			velocity.displace( coefficients, displacement );
		final Similarity similarity = similarity( x );
		final Affine3D world = grid.worldFromVoxel(), voxelFromWorld = world.inverse();
		final Affine3D atlasFromSubject = voxelFromWorld.after( similarity.about( center ) ).after( world );
		atlas.warp( atlasFromSubject, displacement, warped );
		final double[] ends = ends( x ), endGradient = new double[ ends.length ];
		gate.apply( ends, warped );
		final List< View > views = new ArrayList<>();
		for ( int v = 0; v < deviations.length; ++v )
			views.add( view( v, correction( x, v ) ) );
		double loss = projections.loss( warped, views, warpedGradient );
		loss += gate.backpropagate( ends, warped, warpedGradient, endGradient );
		final double[] mapGradient = atlas.backpropagate( atlasFromSubject, displacement, warpedGradient, displacementGradient );
		Arrays.fill( gradient, 0 );
		System.arraycopy( endGradient, 0, gradient, UNITS.length + velocity.coefficientCount(), ends.length );
		final double[][] derivatives = SimilarityGradient.of( similarity, center );
		for ( int p = 0; p < ( settings.freedom() == RefinementSettings.Freedom.RIGID ? 6 : 7 ); ++p )
			gradient[ p ] = UNITS[ p ] * product( mapGradient, derivatives[ p ], voxelFromWorld, world );
		if ( coefficients.length > 0 )
		{
			final double[] g = new double[ coefficients.length ];
			velocity.backpropagate( displacementGradient, g );
			loss += velocity.addPenalties( coefficients, settings.weights(), g );
			System.arraycopy( g, 0, gradient, UNITS.length, g.length );
		}
		if ( !settings.geometry().none() )
			for ( int v = 0; v < deviations.length; ++v )
				loss += differentiateView( v, x, gradient );
		return loss;
	}

	private View view( final int index, final double[] correction )
	{
		final View view = projections.views().get( index );
		return settings.geometry().none() ? view : ViewCorrection.apply( view, center, correction );
	}

	/** The prior of a view's correction, whose gradient it writes with that of the view's loss. */
	private double differentiateView( final int v, final double[] x, final double[] gradient )
	{
		double prior = 0;
		for ( int p = 0; p < ViewCorrection.PARAMETERS; ++p )
		{
			final double deviation = deviations[ v ][ p ];
			if ( deviation == 0 )
				continue;
			final double[] less = correction( x, v ), more = less.clone();
			final double size = less[ p ] / deviation;
			less[ p ] -= STEP * deviation;
			more[ p ] += STEP * deviation;
			final double difference =
					projections.loss( warped, v, view( v, more ) ) - projections.loss( warped, v, view( v, less ) );
			prior += PRIOR * size * size;
			gradient[ correctionAt( v ) + p ] = difference / ( 2 * STEP ) + 2 * PRIOR * size;
		}
		return prior;
	}

	/** Inner product of a gradient with respect to the voxel map with the derivative of the world map. */
	private static double product( final double[] gradient, final double[] derivative, final Affine3D voxelFromWorld,
			final Affine3D worldFromVoxel )
	{
		double sum = 0;
		for ( int k = 0; k < 4; ++k )
		{
			final double[] column = new double[ 3 ];
			for ( int r = 0; r < 3; ++r )
			{
				column[ r ] = k == 3 ? derivative[ 4 * r + 3 ] : 0;
				for ( int i = 0; i < 3; ++i )
					column[ r ] += derivative[ 4 * r + i ] * worldFromVoxel.get( i, k );
			}
			final double[] mapped = voxelFromWorld.applyToVector( column );
			for ( int r = 0; r < 3; ++r )
				sum += gradient[ 4 * r + k ] * mapped[ r ];
		}
		return sum;
	}
}
