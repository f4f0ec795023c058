/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.SurfaceSampling;
import org.raywarp.geometry.SurfaceSampling.Sample;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.Vectors;

import net.imglib2.KDTree;
import net.imglib2.RealPoint;
import net.imglib2.neighborsearch.NearestNeighborSearchOnKDTree;

/**
 * The similarity that brings one femur onto another, both near the reference frame: iterated closest points with scale,
 * by the distance to the tangent plane (Chen and Medioni 1992, Image and Vision Computing 10, 145-155). Pairs are made
 * from both surfaces, since pairs from one alone let it shrink into the other, and the tenth of the pairs that lie
 * farthest apart is left out, since the bones are cut at different lengths.
 */
public final class SurfaceAlignment
{
	/** Points on each surface that look for a partner. */
	private static final int POINTS = 1500;

	/** Points on each surface among which a partner is found. */
	private static final int PARTNERS = 6000;

	private static final int ITERATIONS = 20;

	private static final double KEPT = 0.9;

	/** Half the extent of the box in which points count, in mm: that of the grids, less what cut ends may disturb. */
	private static final double[] HALF_BOX = { 80, 60, 90 };

	/** Source point in the target's frame, target point, normal there, distance squared. */
	private record Pair( double[] moved, double[] target, double[] normal, double squareDistance )
	{}

	private SurfaceAlignment()
	{}

	/**
	 * @param source
	 *            closed surface in the reference frame, in mm
	 * @param target
	 *            likewise
	 * @return {@code targetFromSource}, about the world's origin
	 * @throws IllegalArgumentException
	 *             if a surface lies outside of the box of the grids
	 */
	public static Similarity align( final TriangleMesh source, final TriangleMesh target )
	{
		final List< Sample > sources = inBox( source, POINTS ), targets = inBox( target, POINTS );
		final NearestNeighborSearchOnKDTree< Sample > sourceTree = tree( inBox( source, PARTNERS ) );
		final NearestNeighborSearchOnKDTree< Sample > targetTree = tree( inBox( target, PARTNERS ) );
		Similarity similarity = Similarity.IDENTITY;
		for ( int i = 0; i < ITERATIONS; ++i )
		{
			final Affine3D targetFromSource = similarity.about( 0, 0, 0 ), sourceFromTarget = targetFromSource.inverse();
			final List< Pair > pairs = new ArrayList<>( sources.size() + targets.size() );
			for ( final Sample sample : sources )
			{
				final double[] moved = targetFromSource.apply( sample.point() );
				final Sample partner = nearest( targetTree, moved );
				pairs.add( pair( moved, partner.point(), partner.normal() ) );
			}
			for ( final Sample sample : targets )
			{
				final double[] moved = targetFromSource.apply( nearest( sourceTree, sourceFromTarget.apply( sample.point() ) ).point() );
				pairs.add( pair( moved, sample.point(), sample.normal() ) );
			}
			pairs.sort( Comparator.comparingDouble( Pair::squareDistance ) );
			similarity = step( pairs.subList( 0, ( int ) ( KEPT * pairs.size() ) ) ).after( similarity );
		}
		return similarity;
	}

	/** @return the small similarity that brings the moved points closest to the tangent planes, to first order */
	private static Similarity step( final List< Pair > pairs )
	{
		final double[][] a = new double[ pairs.size() ][];
		final double[] b = new double[ pairs.size() ];
		for ( int i = 0; i < b.length; ++i )
		{
			final double[] p = pairs.get( i ).moved(), q = pairs.get( i ).target(), n = pairs.get( i ).normal();
			final double[] moment = Vectors.cross( p, n );
			a[ i ] = new double[] { moment[ 0 ], moment[ 1 ], moment[ 2 ], n[ 0 ], n[ 1 ], n[ 2 ], Vectors.dot( p, n ) };
			b[ i ] = ( q[ 0 ] - p[ 0 ] ) * n[ 0 ] + ( q[ 1 ] - p[ 1 ] ) * n[ 1 ] + ( q[ 2 ] - p[ 2 ] ) * n[ 2 ];
		}
		final double[] x = new QRDecomposition( MatrixUtils.createRealMatrix( a ) ).getSolver().solve( new ArrayRealVector( b ) ).toArray();
		return new Similarity( Math.toDegrees( x[ 0 ] ), Math.toDegrees( x[ 1 ] ), Math.toDegrees( x[ 2 ] ), x[ 3 ], x[ 4 ], x[ 5 ],
				Math.exp( x[ 6 ] ) );
	}

	private static Pair pair( final double[] moved, final double[] target, final double[] normal )
	{
		final double x = moved[ 0 ] - target[ 0 ], y = moved[ 1 ] - target[ 1 ], z = moved[ 2 ] - target[ 2 ];
		return new Pair( moved, target, normal, x * x + y * y + z * z );
	}

	private static List< Sample > inBox( final TriangleMesh surface, final int count )
	{
		final List< Sample > inside = SurfaceSampling.sample( surface, count ).stream()
				.filter( s -> Math.abs( s.point()[ 0 ] ) < HALF_BOX[ 0 ] && Math.abs( s.point()[ 1 ] ) < HALF_BOX[ 1 ]
						&& Math.abs( s.point()[ 2 ] ) < HALF_BOX[ 2 ] )
				.toList();
		if ( inside.size() < count / 20 )
			throw new IllegalArgumentException( "Only " + inside.size() + " of " + count
					+ " points of a surface lie in the box of the grids; expected a femur in its reference frame." );
		return inside;
	}

	private static NearestNeighborSearchOnKDTree< Sample > tree( final List< Sample > samples )
	{
		return new NearestNeighborSearchOnKDTree<>(
				new KDTree<>( samples, samples.stream().map( s -> RealPoint.wrap( s.point() ) ).toList() ) );
	}

	private static Sample nearest( final NearestNeighborSearchOnKDTree< Sample > tree, final double[] point )
	{
		tree.search( RealPoint.wrap( point ) );
		return tree.getSampler().get();
	}
}
