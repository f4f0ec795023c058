/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.raywarp.volume.Grid;

import net.imglib2.parallel.Parallelization;

/**
 * Cuts a warped bone off at the planes where the subject's bone ends, softly enough for gradients with respect to the
 * planes: voxels are multiplied by a logistic function of their height above the plane. A unit of a parameter is a mm of
 * height, or a tenth of slope.
 */
final class EndGate
{
	private static final double[] UNITS = { 1, 0.1, 0.1 };

	/** Weight of the squares of the slopes: scans and bones are cut across, more or less. */
	private static final double SLOPE_PRIOR = 0.1;

	/** Width of the logistic function in voxels: it rises like the part of a voxel that lies above a plane. */
	private static final double WIDTH = 0.25;

	private final Grid grid;

	private final List< BoneEnd > start;

	/** How much of each voxel is cut off by each plane. */
	private final float[][] cut;

	EndGate( final Grid grid, final List< BoneEnd > start )
	{
		this.grid = grid;
		this.start = List.copyOf( start );
		cut = new float[ start.size() ][ grid.voxelCount() ];
	}

	/** @return number of parameters, three a plane */
	int parameterCount()
	{
		return BoneEnd.PARAMETERS * start.size();
	}

	/**
	 * @param p
	 *            parameters, zeros for the planes of the start
	 * @return the planes
	 */
	List< BoneEnd > ends( final double[] p )
	{
		final List< BoneEnd > ends = new ArrayList<>();
		for ( int e = 0; e < start.size(); ++e )
			ends.add( start.get( e ).moved( UNITS[ 0 ] * p[ 3 * e ], UNITS[ 1 ] * p[ 3 * e + 1 ], UNITS[ 2 ] * p[ 3 * e + 2 ] ) );
		return ends;
	}

	/**
	 * @param p
	 *            parameters
	 * @param bone
	 *            excess, then occupancy; cut in place
	 */
	void apply( final double[] p, final float[] bone )
	{
		final List< BoneEnd > ends = ends( p );
		for ( int e = 0; e < cut.length; ++e )
		{
			final BoneEnd end = ends.get( e );
			final double width = width( end );
			final float[] off = cut[ e ];
			forEachVoxel( ( i, x ) -> {
				off[ i ] = ( float ) ( 1 / ( 1 + Math.exp( end.above( x ) / width ) ) );
				bone[ i ] *= 1 - off[ i ];
				bone[ off.length + i ] *= 1 - off[ i ];
			} );
		}
	}

	private double width( final BoneEnd end )
	{
		double extent = 0;
		for ( int d = 0; d < 3; ++d )
			extent += Math.abs( end.up()[ d ] ) * grid.spacing()[ d ];
		return WIDTH * extent;
	}

	private interface Visitor
	{
		void visit( int index, double[] x );
	}

	private void forEachVoxel( final Visitor visitor )
	{
		final int[] n = grid.size();
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			final double[] x = new double[ 3 ];
			for ( int i = k * n[ 0 ] * n[ 1 ]; i < ( k + 1 ) * n[ 0 ] * n[ 1 ]; ++i )
			{
				x[ 0 ] = i % n[ 0 ];
				x[ 1 ] = i / n[ 0 ] % n[ 1 ];
				x[ 2 ] = k;
				grid.worldFromVoxel().apply( x, x );
				visitor.visit( i, x );
			}
		} );
	}

	/**
	 * @param p
	 *            the parameters of the last {@link #apply}
	 * @param bone
	 *            what it made
	 * @param boneGradient
	 *            of the loss with respect to that; replaced by the gradient with respect to the whole bone
	 * @param gradient
	 *            receives the gradient with respect to the parameters
	 * @return the penalty of slopes, whose gradient is added
	 */
	double backpropagate( final double[] p, final float[] bone, final float[] boneGradient, final double[] gradient )
	{
		Arrays.fill( gradient, 0 );
		final List< BoneEnd > ends = ends( p );
		final int[] n = grid.size();
		final int count = grid.voxelCount();
		double penalty = 0;
		for ( int e = 0; e < cut.length; ++e )
		{
			final BoneEnd end = ends.get( e );
			final double width = width( end );
			final double[] x = new double[ 3 ];
			for ( int i = 0; i < count; ++i )
			{
				final double slope =
						cut[ e ][ i ] * ( ( double ) bone[ i ] * boneGradient[ i ] + bone[ count + i ] * boneGradient[ count + i ] );
				if ( slope == 0 )
					continue;
				x[ 0 ] = i % n[ 0 ];
				x[ 1 ] = i / n[ 0 ] % n[ 1 ];
				x[ 2 ] = i / n[ 0 ] / n[ 1 ];
				grid.worldFromVoxel().apply( x, x );
				end.addDerivatives( x, 3 * e, slope / width, gradient );
			}
			for ( int k = 0; k < 3; ++k )
			{
				final double size = k == 0 ? 0 : end.slopes()[ k - 1 ];
				penalty += SLOPE_PRIOR * size * size;
				gradient[ 3 * e + k ] = UNITS[ k ] * ( gradient[ 3 * e + k ] + 2 * SLOPE_PRIOR * size );
			}
		}
		for ( final float[] off : cut )
			for ( int i = 0; i < count; ++i )
			{
				boneGradient[ i ] *= 1 - off[ i ];
				boneGradient[ count + i ] *= 1 - off[ i ];
			}
		return penalty;
	}
}
