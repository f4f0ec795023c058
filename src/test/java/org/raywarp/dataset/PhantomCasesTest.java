/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.raywarp.anatomy.MeshVoxelizer;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.LabelArrays;

import net.imglib2.parallel.Parallelization;

class PhantomCasesTest
{
	private static final PhantomSettings SETTINGS = PhantomSettings.standard( GridSize.QUARTER, GeometryMode.GENERALIZED, 4 );

	private static TriangleMesh surface;

	private static PhantomCases cases;

	@BeforeAll
	static void makeFemur()
	{
		surface = ParametricFemur.sample( 3 );
		cases = new PhantomCases( List.of( Subject.of( "a", "a", surface ) ), SETTINGS );
	}

	@Test
	void truthBringsTheCaseBackToItsReferenceFrame()
	{
		final Case one = cases.generate( 2 );
		final TriangleMesh posed = surface.transformed( one.atlasFromSubject().inverse().about( 0, 0, 0 ) );
		final byte[] expected = LabelArrays.of( MeshVoxelizer.label( posed, GridSize.QUARTER.grid() ).voxels() );
		// Labels of voxels of 2.7 x 2.7 x 4 mm through one interpolation.
		assertTrue( dice( expected, LabelArrays.of( one.labels().voxels() ) ) > 0.97 );
	}

	@Test
	void modeledCaseAgreesWithTheTemplate()
	{
		final Case fast = cases.generate( 1 ), exact = cases.model( 1 );
		assertEquals( exact.atlasFromSubject(), fast.atlasFromSubject() );
		assertEquals( exact.drrs().get( 0 ).view(), fast.drrs().get( 0 ).view() );
		assertTrue( dice( LabelArrays.of( exact.labels().voxels() ), LabelArrays.of( fast.labels().voxels() ) ) > 0.97 );
		for ( int view = 0; view < 2; ++view )
			assertTrue( correlation( FloatArrays.of( exact.drrs().get( view ).image() ), FloatArrays.of( fast.drrs().get( view ).image() ) )
					> 0.97 );
	}

	@Test
	void caseDependsOnSeedAndIndexAlone()
	{
		final PhantomCases deforming = new PhantomCases( List.of( Subject.of( "a", "a", surface ) ), SETTINGS.withDeformation( 2 ) );
		final Case one = Parallelization.runSingleThreaded( () -> deforming.generate( 5 ) );
		final Case many = Parallelization.runWithNumThreads( 3, () -> deforming.generate( 5 ) );
		assertArrayEquals( FloatArrays.of( one.ct().voxels() ), FloatArrays.of( many.ct().voxels() ) );
		assertArrayEquals( FloatArrays.of( one.drrs().get( 1 ).image() ), FloatArrays.of( many.drrs().get( 1 ).image() ) );
		assertNotEquals( Arrays.hashCode( FloatArrays.of( one.ct().voxels() ) ),
				Arrays.hashCode( FloatArrays.of( deforming.generate( 6 ).ct().voxels() ) ) );
	}

	/** A bone deformed by several mm lies closer to the one it was made of by the truth than by the pose alone. */
	@Test
	void truthTakesUpWhatOfTheDeformationIsASimilarity()
	{
		final PhantomSettings deforming = SETTINGS.withDeformation( 4 );
		final PhantomCases deformed = new PhantomCases( List.of( Subject.of( "a", "a", surface ) ), deforming );
		double byTruth = 0, byPose = 0;
		for ( int i = 0; i < 4; ++i )
		{
			final Case one = deformed.generate( i );
			byTruth += dice( one, one.atlasFromSubject() );
			byPose += dice( one, CaseDraw.of( deforming, i ).pose().inverse() );
		}
		assertTrue( byTruth > byPose + 0.05, byTruth / 4 + " " + byPose / 4 );
	}

	private static double dice( final Case one, final Similarity referenceFromSubject )
	{
		final TriangleMesh posed = surface.transformed( referenceFromSubject.inverse().about( 0, 0, 0 ) );
		return dice( LabelArrays.of( MeshVoxelizer.label( posed, GridSize.QUARTER.grid() ).voxels() ),
				LabelArrays.of( one.labels().voxels() ) );
	}

	@Test
	void masksShowTheFemur()
	{
		final Case one = cases.generate( 0 );
		for ( int view = 0; view < 2; ++view )
		{
			final float[] mask = FloatArrays.of( one.drrs().get( view ).mask() ), image = FloatArrays.of( one.drrs().get( view ).image() );
			double inside = 0, outside = 0, seen = 0;
			for ( int i = 0; i < mask.length; ++i )
			{
				seen += mask[ i ];
				inside += mask[ i ] * image[ i ];
				outside += ( 1 - mask[ i ] ) * image[ i ];
			}
			assertTrue( seen > 0.1 * mask.length && seen < 0.5 * mask.length );
			assertTrue( inside / seen > 1.2 * outside / ( mask.length - seen ) );
		}
	}

	@Test
	void atlasIsReachedThroughTheReferenceFrame()
	{
		final Similarity atlasFromReference = new Similarity( 2, 0, -3, 1, 2, 3, 1.1 );
		final Subject aligned = new Subject( "a", "a", surface, atlasFromReference );
		final Similarity direct = cases.generate( 3 ).atlasFromSubject();
		final Similarity through = new PhantomCases( List.of( aligned ), SETTINGS ).generate( 3 ).atlasFromSubject();
		assertArrayEquals( atlasFromReference.about( 0, 0, 0 ).after( direct.about( 0, 0, 0 ) ).toArray(),
				through.about( 0, 0, 0 ).toArray(), 1e-9 );
	}

	private static double dice( final byte[] a, final byte[] b )
	{
		int both = 0, sum = 0;
		for ( int i = 0; i < a.length; ++i )
		{
			both += a[ i ] & b[ i ];
			sum += a[ i ] + b[ i ];
		}
		return 2.0 * both / sum;
	}

	private static double correlation( final float[] a, final float[] b )
	{
		final double[] x = new double[ a.length ], y = new double[ a.length ];
		for ( int i = 0; i < a.length; ++i )
		{
			x[ i ] = a[ i ];
			y[ i ] = b[ i ];
		}
		return new PearsonsCorrelation().correlation( x, y );
	}
}
