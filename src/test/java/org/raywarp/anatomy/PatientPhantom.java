/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A parametric femur in a patient who lies obliquely in the voxels of a scanner.
 *
 * @param side
 *            of the femur
 * @param surface
 *            in the patient's world
 * @param labels
 *            1 in the femur
 */
public record PatientPhantom( Side side, TriangleMesh surface, Volume< UnsignedByteType > labels )
{

	/** A rotation by -25, 15 and 20 degrees about y, x and z, one after the other. */
	private static final Affine3D OBLIQUE = Affine3D.of( 0.8890614689, -0.3303660895, -0.3169036941, 0, 0.2071903852, 0.9076733712,
			-0.3649673896, 0, 0.4082178937, 0.2588190451, 0.8754260981, 0 );

	/**
	 * @param seed
	 *            which femur of the population, in which pose
	 * @param spacing
	 *            of the voxels in mm
	 * @return the phantom; the scan ends 40 mm above the lower end of the femur
	 */
	public static PatientPhantom of( final Side side, final long seed, final double... spacing )
	{
		return of( ParametricFemur.sample( seed ).transformed( ParametricFemur.patientFromFrame( side, seed ) ), side, 40, spacing );
	}

	static PatientPhantom of( final TriangleMesh surface, final Side side, final double cut, final double... spacing )
	{
		final double[] b = surface.transformed( OBLIQUE.inverse() ).bounds(), origin = { b[ 0 ] - 12, b[ 1 ] - 12, b[ 2 ] + cut };
		final int[] size = new int[ 3 ];
		for ( int d = 0; d < 3; ++d )
			size[ d ] = ( int ) Math.ceil( ( b[ 3 + d ] + 12 - origin[ d ] ) / spacing[ d ] );
		final Grid grid = new Grid( size, OBLIQUE.after( Affine3D.scaleAndOrigin( spacing, origin ) ) );
		return new PatientPhantom( side, surface, MeshVoxelizer.label( surface, grid ) );
	}

	/** HU at a point of the world: a slope, so that every misplaced voxel shows. */
	static double slope( final double[] x )
	{
		return 350 + 1.1 * x[ 0 ] - 0.9 * x[ 1 ] + 0.2 * x[ 2 ];
	}

	/**
	 * @return a CT whose HU are {@link #slope}
	 */
	public Volume< FloatType > ct()
	{
		final Grid grid = labels.grid();
		final int[] n = grid.size();
		final float[] hu = new float[ grid.voxelCount() ];
		for ( int i = 0; i < hu.length; ++i )
			hu[ i ] = ( float ) slope( grid.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / ( n[ 0 ] * n[ 1 ] ) ) );
		return Volume.floats( grid, hu );
	}
}
