/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Progress;

class ShapeModelTest
{
	private static ShapeModel model;

	@BeforeAll
	static void learnSmoothDisplacements()
	{
		final List< GaussianKernel > kernels = List.of( new GaussianKernel( 3, 40 ) );
		model = GaussianProcesses.of( ReferenceFemur.mesh(), kernels, kernels, 60 );
	}

	@Test
	void modesAreOrthonormal()
	{
		for ( int i = 0; i < model.modeCount(); ++i )
			for ( int j = 0; j <= i; ++j )
			{
				double dot = 0;
				for ( int k = 0; k < model.mode( i ).length; ++k )
					dot += ( double ) model.mode( i )[ k ] * model.mode( j )[ k ];
				// Rounded to 32 bits.
				assertEquals( i == j ? 1 : 0, dot, 1e-5 );
			}
	}

	@Test
	void instancesAreSumsOfModes()
	{
		final double[] weights = { 0.5, 0, -1.5 };
		final double[] v = model.instance( weights ).vertices(), mean = model.mean().vertices();
		for ( int i = 0; i < v.length; i += 1000 )
			assertEquals( mean[ i ] + 0.5 * model.standardDeviation( 0 ) * model.mode( 0 )[ i ]
					- 1.5 * model.standardDeviation( 2 ) * model.mode( 2 )[ i ], v[ i ], 1e-12 );
		assertThrows( IllegalArgumentException.class, () -> model.instance( new double[ 61 ] ) );
	}

	@Test
	void lowRankMatchesTheKernelMatrix()
	{
		final double[] points = new double[ 3 * 40 ];
		Arrays.setAll( points, i -> 30 * Math.sin( 1.7 * i ) );
		final List< GaussianKernel > kernels = List.of( new GaussianKernel( 2, 25 ), new GaussianKernel( 1, 10 ) );
		final List< double[] > factor = LowRankKernel.factor( points, kernels, 40, 1e-12 );
		for ( int i = 0; i < 40; ++i )
			for ( int j = 0; j < 40; ++j )
			{
				double square = 0, low = 0;
				for ( int d = 0; d < 3; ++d )
					square += Math.pow( points[ 3 * i + d ] - points[ 3 * j + d ], 2 );
				for ( final double[] column : factor )
					low += column[ i ] * column[ j ];
				final double covariance = 4 * Math.exp( -square / 1250 ) + Math.exp( -square / 200 );
				// Principal axes below 1e-9 of the greatest variance are left out.
				assertEquals( covariance, low, 1e-5 );
			}
	}

	@Test
	void fitFindsAnInstanceThatWasMovedAndCut()
	{
		final double[] weights = new double[ 20 ];
		Arrays.setAll( weights, j -> Math.sin( 3 * j ) );
		final TriangleMesh bone = model.instance( weights );
		final ShapeFit fit = model.fit( cutAt( bone, -90 ), 0.2, Progress.NONE );
		// Edges are 4 mm long, curvature and sliding within the surface cost a little.
		assertTrue( fit.residual() < 0.1, "residual " + fit.residual() );
		assertEquals( 60, fit.weights().length );
		double sum = 0;
		for ( int i = 0; i < bone.vertices().length; ++i )
			sum += Math.pow( bone.vertices()[ i ] - fit.surface().vertices()[ i ], 2 );
		final double error = Math.sqrt( 3 * sum / bone.vertices().length );
		assertTrue( error < 1.5, "root mean square " + error + ", the part that was cut off included" );
	}

	/** The part above a height, open at its end. */
	static TriangleMesh cutAt( final TriangleMesh mesh, final double z )
	{
		final int[] kept = new int[ mesh.triangles().length ];
		int used = 0;
		for ( int i = 0; i < kept.length; i += 3 )
			if ( mesh.vertices()[ 3 * mesh.triangles()[ i ] + 2 ] > z )
			{
				System.arraycopy( mesh.triangles(), i, kept, used, 3 );
				used += 3;
			}
		final double[] lowest = { 1e9 };
		final double[] v = mesh.vertices().clone();
		for ( int i = 0; i < used; ++i )
			lowest[ 0 ] = Math.min( lowest[ 0 ], v[ 3 * kept[ i ] + 2 ] );
		// Vertices that are not used any more would count for the bounds.
		final boolean[] isUsed = new boolean[ v.length / 3 ];
		for ( int i = 0; i < used; ++i )
			isUsed[ kept[ i ] ] = true;
		for ( int i = 0; i < isUsed.length; ++i )
			if ( !isUsed[ i ] )
				System.arraycopy( v, 3 * kept[ 0 ], v, 3 * i, 3 );
		return new TriangleMesh( v, Arrays.copyOf( kept, used ) );
	}

	@Test
	void filesGiveTheSameModelBack( @TempDir final Path folder ) throws IOException
	{
		final Path file = folder.resolve( "a.shape" );
		ShapeModelFile.write( model, file );
		final ShapeModel back = ShapeModelFile.read( file );
		assertArrayEquals( model.instance( 1, -2, 0.5 ).vertices(), back.instance( 1, -2, 0.5 ).vertices() );
		assertArrayEquals( model.mean().triangles(), back.mean().triangles() );
		assertEquals( model.modeCount(), back.modeCount() );
	}

	@Test
	void damagedFilesAreRefusedInOneSentence( @TempDir final Path folder ) throws IOException
	{
		final Path file = folder.resolve( "a.shape" );
		ShapeModelFile.write( model.truncated( 1 ), file );
		final byte[] bytes = Files.readAllBytes( file );
		refused( folder, Arrays.copyOf( bytes, bytes.length - 1 ), "truncated" );
		refused( folder, Arrays.copyOf( bytes, 10 ), "no shape model" );
		refused( folder, "solid femur, and more than the header has bytes".getBytes(), "no shape model" );
		refused( folder, with( bytes, 20, 2 ), "version 2" );
		// Counts that would take terabytes.
		refused( folder, with( with( bytes, 24, 1 << 29 ), 32, 1 << 29 ), "damaged" );
		refused( folder, with( bytes, 24, -1 ), "damaged" );
		final int triangles = 36 + 8 * model.mean().vertices().length;
		refused( folder, with( bytes, triangles, 1 << 30 ), "has no vertex" );
		assertThrows( IOException.class, () -> ShapeModelFile.read( folder.resolve( "none" ) ) );
	}

	private static byte[] with( final byte[] bytes, final int at, final int value )
	{
		final byte[] changed = bytes.clone();
		ByteBuffer.wrap( changed ).order( ByteOrder.LITTLE_ENDIAN ).putInt( at, value );
		return changed;
	}

	private static void refused( final Path folder, final byte[] bytes, final String part ) throws IOException
	{
		final Path file = Files.write( folder.resolve( "b.shape" ), bytes );
		final String message = assertThrows( IOException.class, () -> ShapeModelFile.read( file ) ).getMessage();
		assertTrue( message.contains( part ) && message.contains( "b.shape" ), message );
	}
}
