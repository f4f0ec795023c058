/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.Arrays;

import org.raywarp.deformation.FlowGradient;
import org.raywarp.deformation.SeparableInterpolation;
import org.raywarp.deformation.SplineEnergy;
import org.raywarp.deformation.SplineLattice;
import org.raywarp.deformation.VelocityField;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;

/**
 * A velocity field that is a given one, cubic B-splines on a lattice and modes of a population, its flow on the finer grid of
 * the bone, and the gradient with respect to the coefficients of lattice and modes.
 */
final class RefinedVelocity
{
	/** Steps of 1/32: velocities of some voxels are integrated within 1e-3 voxels. */
	private static final int SQUARINGS = 5;

	private final VelocityField base;

	private final SplineLattice lattice;

	private final SplineEnergy bending, magnitude;

	private final FlowGradient flow;

	private final SeparableInterpolation toBone;

	/** Fields of the population's modes on the velocity's grid, in mm along its axes; none without a population. */
	private final float[][] modes;

	/**
	 * The root mean square of each mode's field in mm, by which its coefficient is divided: a unit moves the bone by about a
	 * mm whatever the mode, which the optimizer needs more than the modes' standard deviations to be alike.
	 */
	private final double[] sizes;

	private final float[] voxels, velocity, gradient;

	/** Voxels of the bone's grid per voxel of the velocity's. */
	private final float[] ratio = new float[ 3 ];

	private final double[] spacing;

	/**
	 * @param base
	 *            the velocity to add to
	 * @param bone
	 *            the grid of the bone, over the box of the velocity's grid
	 * @param controls
	 *            number of coefficients along x, y, z; null for none
	 * @param modes
	 *            of the population on the grid of the velocity, in mm along its axes; none without a population
	 */
	RefinedVelocity( final VelocityField base, final Grid bone, final int[] controls, final float[]... modes )
	{
		this.base = base;
		this.modes = modes;
		sizes = Arrays.stream( modes ).mapToDouble( RefinedVelocity::size ).toArray();
		final Grid grid = base.grid();
		final int[] n = grid.size();
		spacing = grid.spacing();
		for ( int d = 0; d < 3; ++d )
			ratio[ d ] = ( float ) bone.size()[ d ] / n[ d ];
		lattice = controls == null ? null : new SplineLattice( controls, n );
		bending = controls == null ? null : new SplineEnergy( lattice, spacing, 2 );
		magnitude = controls == null ? null : new SplineEnergy( lattice, spacing, 0 );
		flow = new FlowGradient( n, SQUARINGS );
		toBone = SeparableInterpolation.linear( n, bone.size() );
		velocity = new float[ 3 * grid.voxelCount() ];
		gradient = new float[ velocity.length ];
		voxels = inVoxels( base );
	}

	private static double size( final float[] mode )
	{
		double square = 0;
		for ( final float v : mode )
			square += ( double ) v * v;
		return Math.max( 1e-3, Math.sqrt( 3 * square / mode.length ) );
	}

	/** A grid for the velocity that goes with a bone on a grid: half as fine. */
	static Grid grid( final Grid bone )
	{
		final int[] n = bone.size();
		for ( int d = 0; d < 3; ++d )
			n[ d ] = Math.max( 4, n[ d ] / 2 );
		return bone.resampled( n );
	}

	private static float[] inVoxels( final VelocityField field )
	{
		final float[] vectors = FloatArrays.of( field.vectors() ), voxels = new float[ vectors.length ];
		final var voxelFromWorld = field.worldFromVoxel().inverse();
		for ( int i = 0; i < vectors.length; i += 3 )
		{
			final double[] v = voxelFromWorld.applyToVector( vectors[ i ], vectors[ i + 1 ], vectors[ i + 2 ] );
			for ( int d = 0; d < 3; ++d )
				voxels[ i + d ] = ( float ) v[ d ];
		}
		return voxels;
	}

	/**
	 * @return number of coefficients: those of the lattice, if there is one, then one a mode
	 */
	int coefficientCount()
	{
		return splineCount() + modes.length;
	}

	private int splineCount()
	{
		return lattice == null ? 0 : lattice.coefficientCount();
	}

	/**
	 * @param coefficients
	 *            along the axes of the grid, in mm
	 * @param displacement
	 *            receives the flow's displacement on the bone's grid, in its voxels
	 */
	void displace( final double[] coefficients, final float[] displacement )
	{
		evaluate( coefficients );
		toBone.apply( flow.flow( velocity ), displacement );
		for ( int i = 0; i < displacement.length; ++i )
			displacement[ i ] *= ratio[ i % 3 ];
	}

	private void evaluate( final double[] coefficients )
	{
		if ( lattice == null )
			Arrays.fill( velocity, 0 );
		else
			lattice.evaluate( Arrays.copyOf( coefficients, splineCount() ), velocity );
		for ( int m = 0; m < modes.length; ++m )
		{
			final float[] mode = modes[ m ];
			final float weight = ( float ) ( coefficients[ splineCount() + m ] / sizes[ m ] );
			for ( int i = 0; i < mode.length; ++i )
				velocity[ i ] += weight * mode[ i ];
		}
		for ( int i = 0; i < velocity.length; ++i )
			velocity[ i ] = voxels[ i ] + velocity[ i ] / ( float ) spacing[ i % 3 ];
	}

	/**
	 * @param displacementGradient
	 *            gradient with respect to the displacement that was computed last; is overwritten
	 * @param coefficients
	 *            receives the gradient with respect to the coefficients
	 */
	void backpropagate( final float[] displacementGradient, final double[] coefficients )
	{
		for ( int i = 0; i < displacementGradient.length; ++i )
			displacementGradient[ i ] *= ratio[ i % 3 ];
		toBone.adjoint( displacementGradient, gradient );
		flow.backpropagate( gradient, gradient );
		for ( int i = 0; i < gradient.length; ++i )
			gradient[ i ] /= ( float ) spacing[ i % 3 ];
		final double[] splines = new double[ splineCount() ];
		if ( lattice != null )
			lattice.adjoint( gradient, splines );
		System.arraycopy( splines, 0, coefficients, 0, splines.length );
		for ( int m = 0; m < modes.length; ++m )
		{
			double sum = 0;
			for ( int i = 0; i < gradient.length; ++i )
				sum += ( double ) modes[ m ][ i ] * gradient[ i ];
			coefficients[ splines.length + m ] = sum / sizes[ m ];
		}
	}

	/**
	 * @param coefficients
	 *            of lattice and modes
	 * @param weights
	 *            of bending and magnitude
	 * @param target
	 *            the penalties' gradient is added here
	 * @return the penalties times their weights
	 */
	double addPenalties( final double[] coefficients, final RefinementWeights weights, final double[] target )
	{
		final int splines = splineCount();
		final double[] c = Arrays.copyOf( coefficients, splines ), gradient = new double[ splines ];
		double penalty = 0;
		if ( lattice != null )
			penalty = modes.length > 0 ? bending.add( c, weights.residualBending(), gradient )
					: bending.add( c, weights.bending(), gradient ) + magnitude.add( c, weights.magnitude(), gradient );
		for ( int i = 0; i < splines; ++i )
			target[ i ] += gradient[ i ];
		for ( int m = 0; m < modes.length; ++m )
		{
			final double weight = coefficients[ splines + m ] / sizes[ m ];
			penalty += weights.population() * weight * weight;
			target[ splines + m ] += 2 * weights.population() * weight / sizes[ m ];
		}
		return penalty;
	}

	/**
	 * @param coefficients
	 *            of lattice and modes
	 * @return the velocity in mm
	 */
	VelocityField velocity( final double[] coefficients )
	{
		evaluate( coefficients );
		final float[] millimeters = new float[ velocity.length ];
		for ( int i = 0; i < velocity.length; i += 3 )
		{
			final double[] v = base.worldFromVoxel().applyToVector( velocity[ i ], velocity[ i + 1 ], velocity[ i + 2 ] );
			for ( int d = 0; d < 3; ++d )
				millimeters[ i + d ] = ( float ) v[ d ];
		}
		return VelocityField.of( base.grid(), millimeters );
	}
}
