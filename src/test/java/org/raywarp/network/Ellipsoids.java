/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.projection.TrilinearProjector;
import org.raywarp.registration.Radiograph;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A tiny world to train in: egg-shaped bones and their projections.
 */
public final class Ellipsoids
{
	/** A network that takes milliseconds a step. */
	public static final NetworkConfig CONFIG = new NetworkConfig( 12, 16, Grid.centered( new int[] { 10, 8, 12 }, 12, 12, 15 ),
			new Architecture( 2, 8, List.of( 8, 8, 8 ), 4, 2, Set.of() ) );

	private Ellipsoids()
	{}

	/** @return the bone without pose or deformation */
	public static Volume< FloatType > atlas()
	{
		return bone( Similarity.IDENTITY, 0 );
	}

	/**
	 * @param count
	 *            how many
	 * @param seed
	 *            of the random poses and shapes
	 * @return cases with known similarities
	 */
	public static List< TrainingCase > cases( final int count, final long seed )
	{
		final Random random = new Random( seed );
		final List< TrainingCase > cases = new ArrayList<>();
		for ( int i = 0; i < count; ++i )
		{
			final Similarity truth = new Similarity( 10 * uniform( random ), 10 * uniform( random ), 10 * uniform( random ),
					8 * uniform( random ), 8 * uniform( random ),
					8 * uniform( random ), Math.exp( 0.1 * uniform( random ) ) );
			final Volume< FloatType > bone = bone( truth, 5 * uniform( random ) );
			cases.add( new TrainingCase( bone, List.of( radiograph( bone, 0 ), radiograph( bone, 90 ) ), Optional.of( truth ) ) );
		}
		return cases;
	}

	private static double uniform( final Random random )
	{
		return 2 * random.nextDouble() - 1;
	}

	private static Volume< FloatType > bone( final Similarity atlasFromSubject, final double bend )
	{
		final Grid grid = CONFIG.grid();
		final int[] n = grid.size();
		final Affine3D map = atlasFromSubject.about( 0, 0, 0 ).after( grid.worldFromVoxel() );
		final float[] values = new float[ grid.voxelCount() ];
		for ( int i = 0; i < values.length; ++i )
		{
			final double[] p = map.apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			final double x = p[ 0 ] + bend * Math.sin( p[ 2 ] / 25 ), narrow = 1 + p[ 2 ] / 200;
			final double q = Math.sqrt( square( x / 30 / narrow ) + square( p[ 1 ] / 20 / narrow ) + square( p[ 2 ] / 60 ) );
			values[ i ] = ( float ) ( 1.5 / ( 1 + Math.exp( 6 * ( q - 1 ) ) ) );
		}
		return Volume.floats( grid, values );
	}

	private static double square( final double v )
	{
		return v * v;
	}

	private static Radiograph radiograph( final Volume< FloatType > bone, final double primaryAngle )
	{
		final View view =
				ConeBeamGeometry.standard( new CArmAngulation( primaryAngle, 0 ), CONFIG.detectorColumns(), CONFIG.detectorRows() )
						.view( primaryAngle == 0 ? "frontal" : "lateral" );
		final Img< FloatType > image = ArrayImgs.floats( CONFIG.detectorColumns(), CONFIG.detectorRows() );
		new TrilinearProjector( 32 ).project( bone, view, image );
		image.forEach( v -> v.mul( 1 / 40f ) );
		return new Radiograph( image, null, view );
	}
}
