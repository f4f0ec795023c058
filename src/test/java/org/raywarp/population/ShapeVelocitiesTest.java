/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.ScalingAndSquaring;
import org.raywarp.deformation.VelocityField;
import org.raywarp.deformation.VelocityModes;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.io.VelocityModesFile;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Trilinear;

class ShapeVelocitiesTest
{
	private static final Grid GRID = GridSize.QUARTER.grid();

	private static ShapeModel model;

	private static VelocityModes modes;

	@BeforeAll
	static void extend()
	{
		final List< GaussianKernel > kernels = List.of( new GaussianKernel( 2, 50 ) );
		model = GaussianProcesses.of( ReferenceFemur.mesh(), kernels, kernels, 12 );
		modes = ShapeVelocities.of( model, model.mean(), GRID, 10, 7, 10 );
	}

	/** The flow brings the vertices of an instance to those of the mean, but for a similarity and the second order. */
	@Test
	void flowBringsMembersOntoTheAtlas()
	{
		final double[] weights = { 1, -0.7, 0.5, 0.8, -1.2, 0.3, 1, -1, 0.6, -0.4, 0.9, -0.8 };
		final TriangleMesh member = model.instance( weights );
		final float[] velocity = new float[ 3 * GRID.voxelCount() ];
		final float[][] fields = modes.onto( GRID, Affine3D.IDENTITY );
		for ( int m = 0; m < weights.length; ++m )
			for ( int i = 0; i < velocity.length; ++i )
				velocity[ i ] += weights[ m ] * fields[ m ][ i ];
		final DisplacementField flow = ScalingAndSquaring.integrate( VelocityField.of( GRID, velocity ) );
		assertEquals( 0, Deformations.foldedVoxels( Deformations.jacobianDeterminant( flow ) ) );
		final float[] u = FloatArrays.of( flow.vectors() );
		final float[][] parts = new float[ 3 ][ GRID.voxelCount() ];
		for ( int i = 0; i < u.length; ++i )
			parts[ i % 3 ][ i / 3 ] = u[ i ];
		final double[] from = member.vertices(), to = model.mean().vertices(), moved = from.clone();
		final boolean[] inside = new boolean[ from.length / 3 ];
		final Affine3D voxelFromWorld = GRID.worldFromVoxel().inverse();
		for ( int i = 0; i < from.length; i += 3 )
		{
			inside[ i / 3 ] = to[ i + 2 ] > -80;
			final double[] p = voxelFromWorld.apply( from[ i ], from[ i + 1 ], from[ i + 2 ] );
			for ( int d = 0; d < 3 && inside[ i / 3 ]; ++d )
				moved[ i + d ] += new Trilinear( parts[ d ], 0, GRID.size(), 0 ).at( p[ 0 ], p[ 1 ], p[ 2 ] );
		}
		final double before = distance( from, to, inside ), after = distance( moved, to, inside );
		assertTrue( before > 0.9, "before " + before );
		assertTrue( after < 0.25 * before, "before " + before + " mm, after " + after + " mm" );
	}

	/** Root mean square distance of corresponding points after the best similarity, in mm. */
	private static double distance( final double[] from, final double[] to, final boolean[] counts )
	{
		final double[] moved = new TriangleMesh( from, new int[ 0 ] ).transformed( RigidFit.of( from, to, counts ) ).vertices();
		final double[] a = centroid( moved, counts ), b = centroid( to, counts );
		double both = 0, own = 0, square = 0;
		int count = 0;
		for ( int i = 0; i < moved.length; ++i )
			if ( counts[ i / 3 ] )
			{
				both += ( moved[ i ] - a[ i % 3 ] ) * ( to[ i ] - b[ i % 3 ] );
				own += ( moved[ i ] - a[ i % 3 ] ) * ( moved[ i ] - a[ i % 3 ] );
				++count;
			}
		for ( int i = 0; i < moved.length; ++i )
			if ( counts[ i / 3 ] )
				square += Math.pow( both / own * ( moved[ i ] - a[ i % 3 ] ) - ( to[ i ] - b[ i % 3 ] ), 2 );
		return Math.sqrt( 3 * square / count );
	}

	private static double[] centroid( final double[] points, final boolean[] counts )
	{
		final double[] sum = new double[ 4 ];
		for ( int i = 0; i < points.length; ++i )
			if ( counts[ i / 3 ] )
			{
				sum[ i % 3 ] += points[ i ];
				sum[ 3 ] += 1 / 3.0;
			}
		return Arrays.stream( sum ).map( s -> s / sum[ 3 ] ).toArray();
	}

	@Test
	void fieldsDoNotGrowAwayFromTheBone()
	{
		for ( final float[] field : modes.onto( GRID, Affine3D.IDENTITY ) )
		{
			double greatest = 0, square = 0;
			for ( final float v : field )
			{
				greatest = Math.max( greatest, Math.abs( v ) );
				square += v * v;
			}
			assertTrue( greatest < 8 * Math.sqrt( 3 * square / field.length ) + 0.1, greatest + " mm" );
		}
	}

	@Test
	void fileGivesBackTheModes( @TempDir final Path folder ) throws IOException
	{
		final Path file = folder.resolve( "population.modes" );
		VelocityModesFile.write( modes, file );
		final VelocityModes read = VelocityModesFile.read( file );
		assertEquals( modes.controls(), read.controls() );
		assertTrue( modes.grid().matches( read.grid() ) );
		for ( int m = 0; m < modes.count(); ++m )
			for ( int i = 0; i < modes.modes().get( m ).length; ++i )
				assertEquals( modes.modes().get( m )[ i ], read.modes().get( m )[ i ], 0.6 / 1024 );
		final byte[] bytes = Files.readAllBytes( file );
		for ( final int length : new int[] { 0, 3, 20, 200, bytes.length - 1 } )
			refused( folder, Arrays.copyOf( bytes, length ) );
		refused( folder, Arrays.copyOf( bytes, bytes.length + 1 ) );
		final byte[] huge = bytes.clone();
		// The number of modes.
		huge[ 32 ] = 0x7f;
		refused( folder, huge );
	}

	private static void refused( final Path folder, final byte[] content ) throws IOException
	{
		final Path file = folder.resolve( "damaged.modes" );
		Files.write( file, content );
		assertTrue( assertThrows( IOException.class, () -> VelocityModesFile.read( file ) ).getMessage().contains( "damaged.modes" ) );
	}

	@Test
	void anotherSurfaceIsRefused()
	{
		final TriangleMesh other = new TriangleMesh( new double[ 9 ], new int[] { 0, 1, 2 } );
		assertThrows( IllegalArgumentException.class, () -> ShapeVelocities.of( model, other, GRID, 10, 7, 10 ) );
	}
}
