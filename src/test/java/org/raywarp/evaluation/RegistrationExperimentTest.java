/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.anatomy.LabeledCt;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.anatomy.SurfaceToCt;
import org.raywarp.dataset.Case;
import org.raywarp.dataset.GeometryMode;
import org.raywarp.dataset.PhantomCases;
import org.raywarp.dataset.PhantomSettings;
import org.raywarp.dataset.Subject;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.registration.StubModel;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

class RegistrationExperimentTest
{
	@Test
	void trueSimilarityBringsTheAtlasOntoItsOwnPoses()
	{
		final TriangleMesh femur = ParametricFemur.sample( 1 );
		final LabeledCt made = SurfaceToCt.makeInFrame( femur, GridSize.QUARTER, 1, Progress.NONE );
		final PhantomCases cases = new PhantomCases( List.of( Subject.of( "a", "a", femur ) ),
				PhantomSettings.standard( GridSize.QUARTER, GeometryMode.ORTHOGONAL, 2 ) );
		final List< Case > subjects = List.of( cases.generate( 0 ), cases.generate( 1 ) );
		final Deque< Similarity > answers = new ArrayDeque<>( subjects.stream().map( Case::atlasFromSubject ).toList() );
		final StubModel oracle = new StubModel( GridSize.QUARTER.grid(), answers::remove, true );
		final RegistrationExperiment experiment =
				new RegistrationExperiment( new Atlas( made.ct(), made.labels() ), Optional.of( oracle ), RefinementSettings.NONE, 0 );
		final ExperimentTable table = experiment.run( subjects.iterator(), 2, Progress.NONE );
		assertEquals( 6, table.scores().size() );
		final double before = table.statistics( Stage.BEFORE, Score::dice ).getMean(),
				affine = table.statistics( Stage.AFFINE, Score::dice ).getMean();
		// Nearest labels of voxels of 2.7 x 2.7 x 4 mm.
		assertTrue( affine > 0.93 && affine > before + 0.05, before + " " + affine );
		// The local stage continues the shaft beyond the atlas's box.
		final double local = table.statistics( Stage.LOCAL, Score::dice ).getMean();
		assertTrue( local >= affine && local < affine + 0.01, affine + " " + local );
		assertTrue(
				table.statistics( Stage.AFFINE, Score::assd ).getMean() < 0.6 * table.statistics( Stage.BEFORE, Score::assd ).getMean() );
		assertTrue( table.statistics( Stage.AFFINE, Score::ssim ).getMean() > table.statistics( Stage.BEFORE, Score::ssim ).getMean() );
	}

	@Test
	void tablesSayMeanAndDeviation( @TempDir final Path folder ) throws IOException
	{
		final ExperimentTable table = new ExperimentTable( List.of( new Score( "p", "c1", Stage.LOCAL, 0.9, 0.8, 1, 2, 0.95 ),
				new Score( "q", "c2", Stage.LOCAL, 0.8, 0.7, 2, 4, 0.85 ),
				new Score( "q", "c2", Stage.LABELS, 0.8, 0.7, 2, 4, Double.NaN ) ) );
		table.write( folder );
		assertEquals( "Person,Case,Stage,Dice,Jaccard,ASSD_mm,HD95_mm,SSIM\np,c1,affine + local,0.90000,0.80000,1.0000,2.0000,0.95000\n"
				+ "q,c2,affine + local,0.80000,0.70000,2.0000,4.0000,0.85000\nq,c2,label map,0.80000,0.70000,2.0000,4.0000,NaN\n",
				Files.readString( folder.resolve( "scores.csv" ) ) );
		// Deviation of the sample: 0.1 / sqrt( 2 ).
		assertTrue( Files.readString( folder.resolve( "scores.md" ) )
				.contains(
						"| affine + local | 2 | 0.850 ± 0.071 | 0.750 ± 0.071 | 1.50 ± 0.71 | 3.00 ± 1.41 | 0.900 ± 0.071 | 0.800 | 2.00 |" ) );
		assertTrue( Files.readString( folder.resolve( "scores.md" ) ).contains( " | – | 0.800 | 2.00 |" ) );
	}
}
