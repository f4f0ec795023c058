/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Metal in a bone: the largest cluster of voxels above 2500 HU that lie in the bone, in a cavity of it, or within 3 mm of
 * it. The densest cortex stays below some 2200 HU, and scanners that store 12 bits write metal as 3071 HU.
 *
 * @param volume
 *            of the cluster in mm^3; 0 where there is none
 * @param greatest
 *            value of metal there, in HU
 */
record MetalSearch( double volume, double greatest )
{
	/** Above, in HU, it is metal. */
	static final int METAL = 2500;

	private static final double NEAR = 3;

	/**
	 * @param bone
	 *            the labeled voxels
	 * @param ct
	 *            the CT, on any grid
	 * @return what was found
	 */
	static MetalSearch of( final BoneMask bone, final Volume< FloatType > ct )
	{
		final int[] n = ct.grid().size();
		final float[] hu = FloatArrays.of( ct.voxels() );
		final Affine3D boxFromCt = bone.labels().worldFromVoxel().inverse().after( ct.worldFromVoxel() );
		final byte[] solid = bone.solid(), metal = new byte[ hu.length ];
		double greatest = 0;
		for ( int i = 0; i < hu.length; ++i )
			if ( hu[ i ] > METAL
					&& isNear( bone, solid, boxFromCt.apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / ( n[ 0 ] * n[ 1 ] ) ) ) )
			{
				metal[ i ] = 1;
				greatest = Math.max( greatest, hu[ i ] );
			}
		if ( greatest == 0 )
			return new MetalSearch( 0, 0 );
		final BoneMask cluster = BoneMask.of( Volume.labels( ct.grid(), metal ), 1 );
		return new MetalSearch( cluster.count() * cluster.voxelVolume(), greatest );
	}

	/** Whether a voxel of the bone lies within the box of 3 mm, or one voxel, about a point of its box. */
	private static boolean isNear( final BoneMask bone, final byte[] solid, final double[] at )
	{
		final int[] n = bone.size(), low = new int[ 3 ], high = new int[ 3 ];
		final double[] edges = bone.scan().spacing();
		for ( int d = 0; d < 3; ++d )
		{
			final double reach = Math.max( 1, NEAR / edges[ d ] );
			low[ d ] = ( int ) Math.max( 0, Math.ceil( at[ d ] - reach ) );
			high[ d ] = ( int ) Math.min( n[ d ] - 1, Math.floor( at[ d ] + reach ) );
		}
		for ( int k = low[ 2 ]; k <= high[ 2 ]; ++k )
			for ( int j = low[ 1 ]; j <= high[ 1 ]; ++j )
				for ( int i = low[ 0 ]; i <= high[ 0 ]; ++i )
					if ( solid[ i + n[ 0 ] * ( j + n[ 1 ] * k ) ] != 0 )
						return true;
		return false;
	}
}
