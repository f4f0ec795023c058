/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.raywarp.deformation.SimilarityGradient;
import org.raywarp.deformation.Similarity;
import org.raywarp.deformation.VelocityModes;
import org.raywarp.deformation.WarpGradient;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;

/**
 * How the atlas's bone changes with the parameters of a registration, to first order: three rotations in degrees, three
 * translations in mm, the logarithm of the scale, then one weight a mode of the population, in standard deviations.
 */
final class BoneChanges
{
	/** Parameters of the pose. */
	static final int POSE = 7;

	/** Half the difference of numerical derivatives, as a displacement in voxels: the interpolant is linear within that. */
	private static final double STEP = 0.5;

	private final Grid grid;

	private final float[] values;

	/** Excess, then occupancy, with each parameter; one after the other, to be projected at once. */
	private final float[] changes;

	private final int count;

	/**
	 * @param bone
	 *            of the atlas
	 * @param population
	 *            whose modes are parameters; empty for the pose alone
	 * @param center
	 *            fixed point of the pose, in mm
	 */
	BoneChanges( final CoarseBone bone, final Optional< VelocityModes > population, final double[] center )
	{
		grid = bone.grid();
		final int voxels = grid.voxelCount();
		values = new float[ 2 * voxels ];
		System.arraycopy( bone.excess(), 0, values, 0, voxels );
		System.arraycopy( bone.occupancy(), 0, values, voxels, voxels );
		final WarpGradient warp = new WarpGradient( new float[][] { bone.excess(), bone.occupancy() }, grid.size() );
		final List< float[] > fields = new ArrayList<>();
		for ( final double[] derivative : SimilarityGradient.of( Similarity.IDENTITY, center ) )
			fields.add( ofPose( derivative ) );
		for ( final float[] mode : population.map( p -> p.onto( grid, Affine3D.IDENTITY ) ).orElse( new float[ 0 ][] ) )
			fields.add( inVoxels( mode ) );
		count = fields.size();
		changes = new float[ Math.multiplyExact( count, values.length ) ];
		for ( int p = 0; p < count; ++p )
			System.arraycopy( change( warp, fields.get( p ) ), 0, changes, p * values.length, values.length );
	}

	/** The displacement in voxels with a unit of a parameter of the pose. */
	private float[] ofPose( final double[] derivative )
	{
		final int[] n = grid.size();
		final Affine3D world = grid.worldFromVoxel(), voxel = world.inverse();
		final float[] field = new float[ 3 * grid.voxelCount() ];
		final double[] d = new double[ 3 ];
		for ( int i = 0; i < grid.voxelCount(); ++i )
		{
			final double[] x = world.apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			for ( int r = 0; r < 3; ++r )
				d[ r ] = derivative[ 4 * r ] * x[ 0 ] + derivative[ 4 * r + 1 ] * x[ 1 ] + derivative[ 4 * r + 2 ] * x[ 2 ]
						+ derivative[ 4 * r + 3 ];
			final double[] v = voxel.applyToVector( d );
			for ( int r = 0; r < 3; ++r )
				field[ 3 * i + r ] = ( float ) v[ r ];
		}
		return field;
	}

	private float[] inVoxels( final float[] mode )
	{
		final double[] spacing = grid.spacing();
		for ( int i = 0; i < mode.length; ++i )
			mode[ i ] /= ( float ) spacing[ i % 3 ];
		return mode;
	}

	/** Central differences of the warp along a field, small enough to stay within a voxel's reach. */
	private float[] change( final WarpGradient warp, final float[] field )
	{
		float greatest = 1e-6f;
		for ( final float f : field )
			greatest = Math.max( greatest, Math.abs( f ) );
		final float step = ( float ) STEP / greatest;
		final float[] moved = new float[ field.length ], ahead = new float[ values.length ], behind = new float[ values.length ];
		for ( int i = 0; i < field.length; ++i )
			moved[ i ] = step * field[ i ];
		warp.warp( Affine3D.IDENTITY, moved, ahead );
		for ( int i = 0; i < field.length; ++i )
			moved[ i ] = -moved[ i ];
		warp.warp( Affine3D.IDENTITY, moved, behind );
		for ( int i = 0; i < ahead.length; ++i )
			ahead[ i ] = ( ahead[ i ] - behind[ i ] ) / ( 2 * step );
		return ahead;
	}

	/**
	 * @return the grid of the bone
	 */
	Grid grid()
	{
		return grid;
	}

	/**
	 * @return distance of its voxels in mm, the geometric mean of the axes
	 */
	double spacing()
	{
		final double[] s = grid.spacing();
		return Math.cbrt( s[ 0 ] * s[ 1 ] * s[ 2 ] );
	}

	/**
	 * @return number of parameters
	 */
	int count()
	{
		return count;
	}

	/**
	 * @return excess, then occupancy, of the bone as it is
	 */
	float[] values()
	{
		return values;
	}

	/**
	 * @return their change with a unit of each parameter, one after the other
	 */
	float[] changes()
	{
		return changes;
	}

	/**
	 * @param parameter
	 *            which
	 * @param voxel
	 *            which
	 * @return the change of the occupancy of a voxel with a unit of it
	 */
	double occupancyChange( final int parameter, final int voxel )
	{
		return changes[ parameter * values.length + values.length / 2 + voxel ];
	}
}
