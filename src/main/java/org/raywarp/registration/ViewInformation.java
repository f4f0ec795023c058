/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.Arrays;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.metrics.PartialCorrelation;
import org.raywarp.volume.Grid;

/**
 * What one view tells about pose and shape: the Gauss-Newton matrix of that view's part of the refinement's loss at the
 * atlas, from the exact projections of how the bone changes with each parameter. Silhouettes count with the square of their
 * change relative to the silhouette's area; densities with half the square of the change of the normalized projection inside the
 * silhouette that neither a plane nor another contrast explains, which is how 1 less the correlation grows.
 */
final class ViewInformation
{
	/** Rays that meet less bone than this share of the silhouette's depth are not inside it. */
	private static final double INSIDE = 0.5;

	private final BoneChanges bone;

	private final Grid box;

	private final RefinementWeights weights;

	/**
	 * @param bone
	 *            and how it changes
	 * @param box
	 *            of the atlas; rays that leave it within the bone's grid tell nothing
	 * @param weights
	 *            of the loss
	 */
	ViewInformation( final BoneChanges bone, final Grid box, final RefinementWeights weights )
	{
		this.bone = bone;
		this.box = box;
		this.weights = weights;
	}

	/**
	 * @param view
	 *            a view
	 * @return the matrix of second derivatives of that view's loss with respect to the parameters of {@link BoneChanges}
	 */
	RealMatrix of( final View view )
	{
		final double spacing = bone.spacing();
		final View raster = BoneProjections.raster( view, bone.grid(), BoneProjections.MARGIN * spacing );
		final double[] counted = BoneProjections.counted( bone.grid(), raster, box );
		for ( int i = 0; i < counted.length; ++i )
			counted[ i ] *= isOnDetector( view, raster, i ) ? 1 : 0;
		final double[][] path = BoneProjections.project( bone.grid(), bone.values(), raster );
		final int n = counted.length, parameters = bone.count();
		final double[] slope = new double[ n ], region = counted.clone(), excess = path[ 0 ];
		double area = 0;
		for ( int i = 0; i < n; ++i )
		{
			final double covered = ViewFit.silhouette( path[ 1 ][ i ], spacing );
			slope[ i ] = ViewFit.silhouetteSlope( path[ 1 ][ i ], spacing );
			region[ i ] *= covered > INSIDE ? 1 : 0;
			area += counted[ i ] * covered;
		}
		if ( !( area > 0 ) )
			return MatrixUtils.createRealMatrix( parameters, parameters );
		final double[][] background = ViewFit.background( raster, ViewFit.ORDER );
		final double[] own = excess.clone();
		new PartialCorrelation( excess, region, background ).residual( own );
		double square = 0;
		for ( int i = 0; i < n; ++i )
			square += region[ i ] * own[ i ] * own[ i ];
		final double[][] nuisances = Arrays.copyOf( background, background.length + 1 );
		nuisances[ background.length ] = excess;
		final PartialCorrelation contrast = new PartialCorrelation( excess, region, nuisances );
		final double[][] changes = BoneProjections.project( bone.grid(), bone.changes(), raster ), jacobian = new double[ parameters ][];
		for ( int p = 0; p < parameters; ++p )
		{
			contrast.residual( changes[ 2 * p ] );
			final double[] row = Arrays.copyOf( changes[ 2 * p ], 2 * n );
			for ( int i = 0; i < n; ++i )
			{
				row[ i ] *= Math.sqrt( square > 0 ? weights.correlation() * region[ i ] / square : 0 );
				row[ n + i ] = Math.sqrt( 2 * weights.silhouette() * counted[ i ] / area ) * slope[ i ] * changes[ 2 * p + 1 ][ i ];
			}
			jacobian[ p ] = row;
		}
		final RealMatrix j = MatrixUtils.createRealMatrix( jacobian );
		return j.multiply( j.transpose() );
	}

	/**
	 * @param view
	 *            a view
	 * @return the share of the bone's silhouette that falls onto the detector, 0 to 1
	 */
	double seen( final View view )
	{
		final View raster = BoneProjections.raster( view, bone.grid(), BoneProjections.MARGIN * bone.spacing() );
		final double[] counted = BoneProjections.counted( bone.grid(), raster, box ),
				path = BoneProjections.project( bone.grid(), bone.values(), raster )[ 1 ];
		double all = 0, seen = 0;
		for ( int i = 0; i < path.length; ++i )
		{
			final double covered = counted[ i ] * ViewFit.silhouette( path[ i ], bone.spacing() );
			all += covered;
			seen += isOnDetector( view, raster, i ) ? covered : 0;
		}
		return all > 0 ? seen / all : 0;
	}

	static boolean isOnDetector( final View view, final View raster, final int pixel )
	{
		final double[] ray = raster.projection().rayDirection( pixel % raster.columns(), pixel / raster.columns() );
		final Affine3D p = view.projection().homogeneousFromWorld();
		final double[] h = p.applyToVector( ray );
		final double column = h[ 0 ] / h[ 2 ], row = h[ 1 ] / h[ 2 ];
		return h[ 2 ] > 0 && column > -0.5 && row > -0.5 && column < view.columns() - 0.5 && row < view.rows() - 0.5;
	}
}
