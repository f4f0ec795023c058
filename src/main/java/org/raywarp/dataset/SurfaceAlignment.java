/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;

import net.imglib2.KDTree;
import net.imglib2.RealPoint;
import net.imglib2.neighborsearch.NearestNeighborSearchOnKDTree;

/**
 * The similarity that brings one femur onto another, both in the reference frame: iterated closest points with scale
 * (Besl and McKay 1992, IEEE TPAMI 14, 239-256). Pairs are made from both surfaces, since pairs from one alone let it
 * shrink into the other, and the tenth of the pairs that lie farthest apart is left out, since the bones are cut at
 * different lengths.
 */
public final class SurfaceAlignment
{
	/** Points on each surface: enough that another 1000 move no result by 0.1 mm. */
	private static final int POINTS = 1500;

	private static final int ITERATIONS = 40;

	private static final double KEPT = 0.9;

	/** Half the extent of the box of the grids, in mm, less what the cut ends of bones may disturb. */
	private static final double[] HALF_BOX = { 80, 60, 90 };

	private SurfaceAlignment()
	{}

	/**
	 * @param source
	 *            closed surface in the reference frame, in mm
	 * @param target
	 *            likewise
	 * @return {@code targetFromSource}, about the world's origin
	 */
	public static Similarity align( final TriangleMesh source, final TriangleMesh target )
	{
		final List< double[] > sources = inBox( source ), targets = inBox( target );
		final NearestNeighborSearchOnKDTree< double[] > sourceTree = tree( sources ), targetTree = tree( targets );
		Similarity similarity = Similarity.IDENTITY;
		for ( int i = 0; i < ITERATIONS; ++i )
		{
			final Affine3D targetFromSource = similarity.about( 0, 0, 0 );
			final List< double[][] > pairs = new ArrayList<>( sources.size() + targets.size() );
			for ( final double[] point : sources )
				pairs.add( new double[][] { point, nearest( targetTree, targetFromSource.apply( point ) ) } );
			final Affine3D sourceFromTarget = targetFromSource.inverse();
			for ( final double[] point : targets )
				pairs.add( new double[][] { nearest( sourceTree, sourceFromTarget.apply( point ) ), point } );
			pairs.sort( Comparator.comparingDouble( pair -> squareDistance( targetFromSource.apply( pair[ 0 ] ), pair[ 1 ] ) ) );
			final List< double[][] > kept = pairs.subList( 0, ( int ) ( KEPT * pairs.size() ) );
			similarity = SimilarityFit.fit( kept.stream().map( p -> p[ 0 ] ).toList(), kept.stream().map( p -> p[ 1 ] ).toList() );
		}
		return similarity;
	}

	private static List< double[] > inBox( final TriangleMesh surface )
	{
		final double[] points = SurfaceSampling.points( surface, POINTS );
		final List< double[] > inside = new ArrayList<>();
		for ( int i = 0; i < points.length; i += 3 )
			if ( Math.abs( points[ i ] ) < HALF_BOX[ 0 ] && Math.abs( points[ i + 1 ] ) < HALF_BOX[ 1 ]
					&& Math.abs( points[ i + 2 ] ) < HALF_BOX[ 2 ] )
				inside.add( new double[] { points[ i ], points[ i + 1 ], points[ i + 2 ] } );
		if ( inside.size() < POINTS / 20 )
			throw new IllegalArgumentException( "Only " + inside.size() + " of " + POINTS
					+ " points of a surface lie in the box of the grids; expected a femur in its reference frame." );
		return inside;
	}

	private static NearestNeighborSearchOnKDTree< double[] > tree( final List< double[] > points )
	{
		return new NearestNeighborSearchOnKDTree<>( new KDTree<>( points, points.stream().map( RealPoint::wrap ).toList() ) );
	}

	private static double[] nearest( final NearestNeighborSearchOnKDTree< double[] > tree, final double[] point )
	{
		tree.search( RealPoint.wrap( point ) );
		return tree.getSampler().get();
	}

	private static double squareDistance( final double[] a, final double[] b )
	{
		final double x = a[ 0 ] - b[ 0 ], y = a[ 1 ] - b[ 1 ], z = a[ 2 ] - b[ 2 ];
		return x * x + y * y + z * z;
	}
}
