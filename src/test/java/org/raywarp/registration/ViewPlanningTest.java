/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;
import org.raywarp.network.ModelZoo;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

/**
 * The prediction beside what registrations of members of the population really achieve.
 */
class ViewPlanningTest
{
	private static final double[] CENTER = GridSize.QUARTER.grid().center();

	private static final double[][] ANGLES = { { 5, 0 }, { 20, 0 }, { 90, 0 } };

	private static View view( final double primary, final double secondary )
	{
		return ConeBeamGeometry.standard( new CArmAngulation( primary, secondary ), 80, 112 ).view( "at " + primary + " " + secondary );
	}

	@Test
	void turnedViewIsThatOfTheTurnedCArm()
	{
		final Detector detector = new Detector( 90, 70, 1.1, 0.9, 40, 30 );
		final double[] center = { 3, -4, 5 };
		final View first = ConeBeamGeometry.of( 1100, 700, center, new CArmAngulation( 20, -10 ), detector ).view( "a" );
		final View expected = ConeBeamGeometry.of( 1100, 700, center, new CArmAngulation( -75, 15 ), detector ).view( "b" );
		final View turned = ViewPlanning.turned( "b", first, center, new CArmAngulation( -75, 15 ) );
		assertEquals( expected.name(), turned.name() );
		assertArrayEquals( expected.projection().toArray(), turned.projection().toArray(), 1e-8 );
	}

	/** Of a phantom without a population: the same view twice leaves the depth unknown, any other view tells it. */
	@Test
	void secondViewsTellTheDepth()
	{
		final ViewPlanning planning = new ViewPlanning( Phantom.atlas() );
		final RealMatrix frontal = planning.information( view( 0, 0 ) );
		final double none = planning.expectedError(), alone = planning.expectedError( frontal ),
				twice = planning.expectedError( frontal, frontal ),
				both = planning.expectedError( frontal, planning.information( view( 90, 0 ) ) );
		assertEquals( alone, twice, 1e-9, "a mean of equal losses" );
		assertTrue( none > 2 * alone, none + " " + alone );
		assertTrue( alone > 3 * both, alone + " " + both );
		assertEquals( both, planning.expectedError( frontal, planning.information( view( -90, 0 ) ) ), 0.15 * both );
	}

	/** Silhouette information against the second difference of the loss that the refinement itself minimizes. */
	@Test
	void informationIsTheCurvatureOfTheLoss()
	{
		final Atlas atlas = Phantom.atlas();
		final View view = view( 90, 0 );
		final RefinementWeights silhouette = new RefinementWeights( 0, 0, 3, 0, 0, 0, 0 );
		final CoarseBone coarse = CoarseBone.of( atlas, atlas, 1 );
		final BoneChanges changes = new BoneChanges( coarse, Optional.empty(), CENTER );
		final View raster = BoneProjections.raster( view, coarse.grid(), BoneProjections.MARGIN * changes.spacing() );
		final int n = raster.columns() * raster.rows(), voxels = coarse.grid().voxelCount();
		final double[] path = BoneProjections.project( coarse.grid(), changes.values(), raster )[ 1 ], mask = new double[ n ];
		for ( int i = 0; i < n; ++i )
			mask[ i ] = ViewFit.silhouette( path[ i ], changes.spacing() );
		final double[] all = new double[ n ];
		Arrays.fill( all, 1 );
		final ViewFit fit = new ViewFit( raster, path, mask, all, changes.spacing(), silhouette );
		final RealMatrix information = new ViewInformation( changes, coarse.grid(), silhouette ).of( view );
		for ( final int parameter : new int[] { 1, 3, 5, 6 } )
		{
			// About 0.1 mm at the surface.
			final double step = parameter == 6 ? 0.002 : 0.1;
			final float[] moved = changes.values().clone();
			for ( int i = 0; i < voxels; ++i )
				moved[ voxels + i ] += step * changes.occupancyChange( parameter, i );
			final double[][] p = BoneProjections.project( coarse.grid(), moved, raster );
			final double loss = fit.loss( p[ 0 ], p[ 1 ] );
			assertEquals( 2 * loss / ( step * step ), information.getEntry( parameter, parameter ),
					0.05 * information.getEntry( parameter, parameter ) + 1e-6, "parameter " + parameter );
		}
	}

	@Test
	void predictsTheOrderOfRealErrors()
	{
		assumeTrue( !ModelZoo.names().isEmpty(), "no model comes with this build" );
		final double[][] measured = measure( GridSize.QUARTER, ANGLES, 1 );
		final double rank = new SpearmansCorrelation().correlation( measured[ 0 ], measured[ 1 ] );
		assertTrue( rank > 0.99, "rank correlation " + rank + " of " + Arrays.deepToString( measured ) );
	}

	/** Predicted and mean real errors over members of the population, for second views beside a frontal one. */
	private static double[][] measure( final GridSize size, final double[][] angles, final int members )
	{
		final Atlas atlas;
		try
		{
			atlas = Population.on( size.grid(), ModelZoo.atlas( ModelZoo.names().get( 0 ) ) );
		}
		catch ( final IOException e )
		{
			throw new UncheckedIOException( e );
		}
		final ViewPlanning planning = new ViewPlanning( atlas );
		final View first = view( 0, 0 );
		final RealMatrix known = planning.information( first );
		final double[][] errors = new double[ 2 ][ angles.length ];
		for ( int i = 0; i < angles.length; ++i )
		{
			final View second = view( angles[ i ][ 0 ], angles[ i ][ 1 ] );
			errors[ 0 ][ i ] = planning.expectedError( known, planning.information( second ) );
			for ( int m = 0; m < members; ++m )
				errors[ 1 ][ i ] += Population.error( atlas, Population.member( atlas, m + 1 ), first, second ) / members;
		}
		return errors;
	}

	@Test
	void candidatesAreRatedInOrderAndBounded()
	{
		final ViewCandidates candidates = new ViewCandidates( ViewCandidates.range( 0, 90, 45 ), ViewCandidates.range( -10, 10, 20 ) );
		final List< ViewCandidates.Candidate > rated =
				candidates.rate( new ViewPlanning( Phantom.atlas() ), view( 0, 0 ), "lateral", CENTER, Progress.NONE );
		assertEquals( 6, rated.size() );
		assertEquals( new CArmAngulation( 45, -10 ), rated.get( 1 ).angulation() );
		assertEquals( 1, rated.get( 1 ).seen(), 1e-9 );
		assertTrue( rated.get( 2 ).expectedError() < rated.get( 0 ).expectedError() );
		assertThrows( IllegalArgumentException.class, () -> ViewCandidates.range( 10, 0, 5 ) );
		assertThrows( IllegalArgumentException.class, () -> ViewCandidates.range( -90, 90, 0.01 ) );
		assertThrows( IllegalArgumentException.class, () -> new ViewCandidates( new double[ 100 ], new double[ 21 ] ) );
	}
}
