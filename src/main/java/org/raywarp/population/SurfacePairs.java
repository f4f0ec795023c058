/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.SurfaceSampling;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.Vectors;

import net.imglib2.parallel.Parallelization;

/**
 * Pairs of a point of a model's instance and a plane that touches the target surface, for a fit by the distance to the
 * plane (Chen and Medioni 1992, Image and Vision Computing 10, 145-155). They are made from both surfaces: from each vertex
 * of the instance to the nearest point of the target, and from points spread over the target to the nearest point of the
 * instance. A pair counts only where the normals agree within 60 degrees and neither lies on a cut end, and the less the
 * farther apart it is, not at all beyond a reach.
 */
final class SurfacePairs
{
	/** Numbers of one pair: three barycentric weights, the plane's normal and point in the model's frame, the weight. */
	static final int NORMAL = 3, POINT = 6, WEIGHT = 9, SIZE = 10;

	private static final double LEAST_COSINE = 0.5;

	/** Beyond so many mm a point lies over the other surface if the cosine to the normal there is at least so great. */
	private static final double NEAR = 1, LEAST_OVER = 0.8;

	private static final int CHUNK = 256;

	/** Three vertices of the instance a pair. */
	final int[] vertices;

	final double[] numbers;

	final int count;

	/** So many pairs at the beginning belong to one vertex each, in order. */
	final int ofVertices;

	private SurfacePairs( final int ofVertices, final int ofSamples )
	{
		this.ofVertices = ofVertices;
		count = ofVertices + ofSamples;
		vertices = new int[ 3 * count ];
		numbers = new double[ SIZE * count ];
	}

	/**
	 * @param instance
	 *            of the model
	 * @param cutVertices
	 *            those of its vertices that make no pairs
	 * @param target
	 *            the surface
	 * @param samples
	 *            points spread over it
	 * @param modelFromSurface
	 *            a similarity
	 * @param stage
	 *            of the fit: its reach, and every how manieth vertex and sample makes a pair
	 * @return the pairs; those that do not count have the weight 0
	 */
	static SurfacePairs of( final TriangleMesh instance, final boolean[] cutVertices, final TargetSurface target,
			final List< SurfaceSampling.Sample > samples, final Affine3D modelFromSurface, final ModelFitting.Stage stage )
	{
		final double reach = stage.reach();
		final int stride = stage.stride();
		final SurfacePairs pairs = new SurfacePairs( instance.vertexCount(), samples.size() );
		final Affine3D surfaceFromModel = modelFromSurface.inverse();
		final double[] normals = vertexNormals( instance );
		pairs.chunks( 0, pairs.ofVertices, i -> {
			if ( i % stride != 0 || cutVertices[ i ] )
				return;
			final double[] p = { instance.vertices()[ 3 * i ], instance.vertices()[ 3 * i + 1 ], instance.vertices()[ 3 * i + 2 ] };
			final double[] nearest = new double[ 5 ];
			final int triangle = target.nearest( surfaceFromModel.apply( p ), nearest );
			if ( target.isCut( triangle ) )
				return;
			final double[] n = direction( modelFromSurface, target.normal( triangle ) );
			final double[] y = modelFromSurface.apply( new double[] { nearest[ 0 ], nearest[ 1 ], nearest[ 2 ] } );
			final double cosine = n[ 0 ] * normals[ 3 * i ] + n[ 1 ] * normals[ 3 * i + 1 ] + n[ 2 ] * normals[ 3 * i + 2 ];
			pairs.set( i, new int[] { i, i, i }, new double[] { 1, 0, 0 }, n, y, weight( p, y, n, cosine, reach ) );
		} );
		final TargetSurface own = new TargetSurface( instance );
		pairs.chunks( pairs.ofVertices, pairs.count, i -> {
			if ( i % stride != 0 )
				return;
			final SurfaceSampling.Sample sample = samples.get( i - pairs.ofVertices );
			final double[] y = modelFromSurface.apply( sample.point() ), n = direction( modelFromSurface, sample.normal() );
			final double[] nearest = new double[ 5 ];
			final int triangle = own.nearest( y, nearest );
			final int[] corners = { instance.triangles()[ 3 * triangle ], instance.triangles()[ 3 * triangle + 1 ],
					instance.triangles()[ 3 * triangle + 2 ] };
			if ( cutVertices[ corners[ 0 ] ] || cutVertices[ corners[ 1 ] ] || cutVertices[ corners[ 2 ] ] )
				return;
			pairs.set( i, corners, new double[] { 1 - nearest[ 3 ] - nearest[ 4 ], nearest[ 3 ], nearest[ 4 ] }, n, y,
					weight( nearest, y, own.normal( triangle ),
							Vectors.dot( n, own.normal( triangle ) ), reach ) );
		} );
		return pairs;
	}

	/**
	 * @param pair
	 *            which
	 * @return how much it counts, 0 to 1
	 */
	double weight( final int pair )
	{
		return numbers[ SIZE * pair + WEIGHT ];
	}

	private void chunks( final int from, final int to, final IntConsumer body )
	{
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, ( to - from + CHUNK - 1 ) / CHUNK ).boxed().toList(),
				c -> IntStream.range( from + c * CHUNK, Math.min( to, from + ( c + 1 ) * CHUNK ) ).forEach( body ) );
	}

	private void set( final int pair, final int[] corners, final double[] shares, final double[] n, final double[] y, final double weight )
	{
		System.arraycopy( corners, 0, vertices, 3 * pair, 3 );
		System.arraycopy( shares, 0, numbers, SIZE * pair, 3 );
		System.arraycopy( n, 0, numbers, SIZE * pair + NORMAL, 3 );
		System.arraycopy( y, 0, numbers, SIZE * pair + POINT, 3 );
		numbers[ SIZE * pair + WEIGHT ] = weight;
	}

	/** Tukey's weight of the distance; 0 where a point farther away does not lie over the other surface, but beyond its end. */
	private static double weight( final double[] p, final double[] q, final double[] normal, final double cosine, final double reach )
	{
		final double x = p[ 0 ] - q[ 0 ], y = p[ 1 ] - q[ 1 ], z = p[ 2 ] - q[ 2 ], square = x * x + y * y + z * z;
		final double over = x * normal[ 0 ] + y * normal[ 1 ] + z * normal[ 2 ], off = square / ( reach * reach );
		if ( cosine < LEAST_COSINE || off >= 1 || square > NEAR * NEAR && over * over < LEAST_OVER * LEAST_OVER * square )
			return 0;
		return ( 1 - off ) * ( 1 - off );
	}

	private static double[] direction( final Affine3D similarity, final double[] direction )
	{
		final double[] tip = similarity.apply( direction ), tail = similarity.apply( 0, 0, 0 );
		return Vectors.unit( tip[ 0 ] - tail[ 0 ], tip[ 1 ] - tail[ 1 ], tip[ 2 ] - tail[ 2 ] );
	}

	/**
	 * @param mesh
	 *            a mesh
	 * @return the unit normal of each vertex: the mean of its triangles' normals by their areas
	 */
	static double[] vertexNormals( final TriangleMesh mesh )
	{
		final double[] normals = new double[ mesh.vertices().length ];
		final int[] t = mesh.triangles();
		for ( int i = 0; i < t.length; i += 3 )
		{
			final double[] n = mesh.areaVector( i / 3 );
			for ( int k = 0; k < 3; ++k )
				for ( int d = 0; d < 3; ++d )
					normals[ 3 * t[ i + k ] + d ] += n[ d ];
		}
		for ( int i = 0; i < normals.length; i += 3 )
		{
			final double length = Math.max( Double.MIN_NORMAL, Math.sqrt( normals[ i ] * normals[ i ] + normals[ i + 1 ] * normals[ i + 1 ]
					+ normals[ i + 2 ] * normals[ i + 2 ] ) );
			for ( int d = 0; d < 3; ++d )
				normals[ i + d ] /= length;
		}
		return normals;
	}
}
