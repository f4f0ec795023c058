/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import java.util.List;
import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;

import net.imglib2.parallel.Parallelization;

/**
 * How the members of a population differ from their atlas, as velocity fields: a member's velocity, from the member to the
 * atlas, is a sum of modes with independent weights of standard normal distribution. Each mode is a field of cubic
 * B-splines, see {@link SplineLattice}, over the box of a grid in the atlas's world.
 *
 * @param grid
 *            the box of the lattices, and the voxels that their knots are spread over
 * @param controls
 *            number of coefficients along x, y, z
 * @param modes
 *            coefficients of each mode at one standard deviation, in mm, components along the axes of the world, three at
 *            each point of the lattice
 */
public record VelocityModes( Grid grid, List< Integer > controls, List< float[] > modes )
{

	/** Bounds what a file can ask for. */
	public static final int MAX_MODES = 300, MAX_CONTROLS = 64;

	/**
	 * Copies the lists.
	 *
	 * @throws IllegalArgumentException
	 *             if there is no mode or more than {@link #MAX_MODES}, a lattice has not 4 to {@link #MAX_CONTROLS}
	 *             coefficients along an axis, a mode has another number of coefficients, or one is not finite
	 */
	public VelocityModes
	{
		controls = List.copyOf( controls );
		modes = List.copyOf( modes );
		int count = 3;
		for ( final int n : controls )
		{
			if ( n < 4 || n > MAX_CONTROLS )
				throw new IllegalArgumentException(
						"The lattice of a mode has 4 to " + MAX_CONTROLS + " coefficients along an axis, not " + n + "." );
			count *= n;
		}
		if ( controls.size() != 3 || modes.isEmpty() || modes.size() > MAX_MODES )
			throw new IllegalArgumentException( "A population has 1 to " + MAX_MODES + " modes on lattices of three axes, not "
					+ modes.size() + " on " + controls.size() + "." );
		for ( final float[] mode : modes )
		{
			if ( mode.length != count )
				throw new IllegalArgumentException( "A mode has " + mode.length + " coefficients; its lattice has " + count + "." );
			for ( final float c : mode )
				if ( !Float.isFinite( c ) )
					throw new IllegalArgumentException( "A coefficient of a mode is " + c + "; expected a finite number." );
		}
	}

	/**
	 * @return number of modes
	 */
	public int count()
	{
		return modes.size();
	}

	/**
	 * The modes as a subject has them that a similarity brings to the atlas: read where the similarity leads, turned and
	 * scaled back. Beyond the box they go on with the values at its border.
	 *
	 * @param target
	 *            where the subject's velocity lies
	 * @param atlasFromSubject
	 *            the similarity
	 * @return for each mode three components of each voxel, in mm along the axes of the target's voxels
	 */
	public float[][] onto( final Grid target, final Affine3D atlasFromSubject )
	{
		final int[] n = target.size(), box = grid.size(), lattice = controls.stream().mapToInt( Integer::intValue ).toArray();
		final SplineLattice splines = new SplineLattice( lattice, box );
		final Affine3D toBox = grid.worldFromVoxel().inverse().after( atlasFromSubject ).after( target.worldFromVoxel() );
		final double[] spacing = target.spacing();
		final Affine3D back = target.worldFromVoxel().inverse().after( atlasFromSubject.inverse() );
		final float[][] fields = new float[ modes.size() ][ 3 * target.voxelCount() ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			final SplineLattice.Support support = splines.support();
			final double[] x = new double[ 3 ], v = new double[ 3 ];
			for ( int i = k * n[ 0 ] * n[ 1 ]; i < ( k + 1 ) * n[ 0 ] * n[ 1 ]; ++i )
			{
				x[ 0 ] = i % n[ 0 ];
				x[ 1 ] = i / n[ 0 ] % n[ 1 ];
				x[ 2 ] = k;
				support.moveTo( toBox.apply( x ) );
				for ( int m = 0; m < fields.length; ++m )
				{
					support.evaluate( modes.get( m ), v );
					final double[] turned = back.applyToVector( v );
					for ( int d = 0; d < 3; ++d )
						fields[ m ][ 3 * i + d ] = ( float ) ( turned[ d ] * spacing[ d ] );
				}
			}
		} );
		return fields;
	}
}
