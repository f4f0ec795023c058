/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.raywarp.deformation.Similarity;
import org.raywarp.deformation.VelocityModes;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.projection.TrilinearProjector;
import org.raywarp.registration.Radiograph;
import org.raywarp.volume.FloatArrays;
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

	/** The same for label maps. */
	static final NetworkConfig LABELS =
			new NetworkConfig( 12, 16, CONFIG.grid(), new Architecture( 1, 8, List.of( 16, 8 ), 4, 2, Set.of() ),
					Method.LABELS );

	/** Density at the surface of a bone. */
	private static final float SURFACE = 0.75f;

	private Ellipsoids()
	{}

	/** @return the cases with occupancies in place of densities */
	static List< TrainingCase > labeled( final List< TrainingCase > cases )
	{
		final List< TrainingCase > labeled = new ArrayList<>();
		for ( final TrainingCase example : cases )
		{
			final float[] values = FloatArrays.of( example.bone().voxels() ).clone();
			for ( int i = 0; i < values.length; ++i )
				values[ i ] = values[ i ] >= SURFACE ? 1 : 0;
			labeled.add( new TrainingCase( Volume.floats( CONFIG.grid(), values ), example.radiographs(), example.truth(),
					example.surface() ) );
		}
		return labeled;
	}

	/** @return the bone without pose or deformation */
	public static Volume< FloatType > atlas()
	{
		return bone( Similarity.IDENTITY, 0 );
	}

	/** @return the same with the distance from its surface along the lines through the origin, which is 0 where it should be */
	static TrainingAtlas trainingAtlas()
	{
		final Grid grid = CONFIG.grid().resampled( 40, 32, 48 );
		final int[] n = grid.size();
		final float[] distance = new float[ grid.voxelCount() ];
		for ( int i = 0; i < distance.length; ++i )
		{
			final double[] p = grid.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			final double q = radius( p[ 0 ], p[ 1 ], p[ 2 ] );
			distance[ i ] = ( float ) ( ( 1 - 1 / q ) * Math.sqrt( square( p[ 0 ] ) + square( p[ 1 ] ) + square( p[ 2 ] ) ) );
		}
		return new TrainingAtlas( atlas(), Optional.of( Volume.floats( grid, distance ) ), Optional.of( population() ) );
	}

	/** @return how the bones bend, and a mode of shearing along y that none of them has */
	static VelocityModes population()
	{
		final int[] controls = { 4, 4, 7 };
		final float[] bend = new float[ 3 * 4 * 4 * 7 ], shear = new float[ bend.length ];
		for ( int k = 0; k < 7; ++k )
			for ( int i = 16 * k; i < 16 * ( k + 1 ); ++i )
			{
				// Knots lie 165 / 4 mm apart; the bones bend by up to 5 mm, 3 at one standard deviation.
				bend[ 3 * i ] = ( float ) ( 3 * Math.sin( ( k - 3 ) * 165 / 4.0 / 25 ) );
				shear[ 3 * i + 1 ] = k - 3;
			}
		return new VelocityModes( CONFIG.grid(), Arrays.stream( controls ).boxed().toList(), List.of( bend, shear ) );
	}

	/**
	 * @param atlasFromSubject
	 *            the similarity of an unbent bone to the atlas
	 * @return points of its surface as {@link TrainingCase} has them
	 */
	static float[] surface( final Similarity atlasFromSubject, final double bend )
	{
		final Affine3D subjectFromAtlas = atlasFromSubject.inverse().about( 0, 0, 0 );
		final float[] points = new float[ 3 * TrainingCase.SURFACE_POINTS ];
		for ( int i = 0; i < points.length; i += 3 )
		{
			final double z = 100.0 * i / points.length - 50, angle = 2.4 * i, narrow = 1 + z / 200;
			final double across = narrow * Math.sqrt( 1 - square( z / 60 ) );
			final double[] p = subjectFromAtlas.apply( 30 * across * Math.cos( angle ) - bend * Math.sin( z / 25 ),
					20 * across * Math.sin( angle ), z );
			for ( int d = 0; d < 3; ++d )
				points[ i + d ] = ( float ) p[ d ];
		}
		return points;
	}

	private static double radius( final double x, final double y, final double z )
	{
		final double narrow = 1 + z / 200;
		return Math.sqrt( square( x / 30 / narrow ) + square( y / 20 / narrow ) + square( z / 60 ) );
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
			cases.add( bent( truth, 5 * uniform( random ) ) );
		}
		return cases;
	}

	/**
	 * @param truth
	 *            the similarity to the atlas
	 * @param bend
	 *            by how many mm it is bent
	 * @return a case
	 */
	static TrainingCase bent( final Similarity truth, final double bend )
	{
		final Volume< FloatType > bone = bone( truth, bend );
		return new TrainingCase( bone, List.of( radiograph( bone, 0 ), radiograph( bone, 90 ) ), Optional.of( truth ),
				surface( truth, bend ) );
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
			final double q = radius( p[ 0 ] + bend * Math.sin( p[ 2 ] / 25 ), p[ 1 ], p[ 2 ] );
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
