/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.registration.ViewPlanning;
import org.scijava.command.CommandModule;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/**
 * The commands about views: which to take, and what happens if they are wrong.
 */
class PlanningCommandsTest
{
	@TempDir
	static Path folder;

	private static Forms forms;

	private static File geometry;

	@BeforeAll
	static void prepare() throws IOException
	{
		forms = new Forms();
		SmallCase.write( folder );
		geometry = folder.resolve( "geometry.json" ).toFile();
	}

	@AfterAll
	static void dispose()
	{
		forms.close();
	}

	@Test
	void plansViewsAndWritesTheBestPair() throws Exception
	{
		final Path best = folder.resolve( "best.json" ), saved = folder.resolve( "plan" );
		final CommandModule plan = forms.run( PlanViewsCommand.class, "atlas", SmallCase.image( SmallCase.ct(), "ct" ), "atlas_labels",
				SmallCase.image( SmallCase.labels(), "labels" ), "geometry", geometry.getPath(), "primary_minimum", -90.0,
				"primary_maximum", 90.0, "secondary_minimum", 0.0, "secondary_maximum", 20.0, "step", 30.0, "best_geometry",
				best.toString(), "save_to", saved.toString() );
		final ResultsTable table = ( ResultsTable ) plan.getOutput( "table" );
		assertEquals( "Primary_deg\tSecondary_deg\tExpected_mm\tSeen", table.getColumnHeadings().strip() );
		assertEquals( 7, table.size() );
		for ( int i = 1; i < 7; ++i )
			assertTrue( table.getValue( "Expected_mm", i ) >= table.getValue( "Expected_mm", i - 1 ) );
		final double last = table.getValue( "Primary_deg", 6 );
		assertEquals( 0, last, "the first view once more is worth least" );
		assertTrue( plan.getOutput( "report" ).toString().startsWith( "The best second view beside LAO 0 / cranial 10 degrees is " ),
				plan.getOutput( "report" ).toString() );
		assertTrue( ( ( ImagePlus ) plan.getOutput( "plot" ) ).getWidth() > 240 );
		final List< View > pair = GeometryFile.read( best, null );
		assertEquals( List.of( "frontal", "lateral" ), pair.stream().map( View::name ).toList() );
		assertEquals( table.getValue( "Primary_deg", 0 ),
				ViewPlanning.angulation( pair.get( 1 ), SmallCase.GRID.center() ).primaryAngle(), 1e-6 );
		assertTrue( Files.exists( saved.resolve( "table.csv" ) ) && Files.exists( saved.resolve( "plot.tif" ) ) );
		assertTrue( forms.refusal( PlanViewsCommand.class, "atlas", SmallCase.image( SmallCase.ct(), "ct" ), "atlas_labels",
				SmallCase.image( SmallCase.labels(), "labels" ), "step", 0.0 ).startsWith( "A range of angles goes up" ) );
	}

	@Test
	void showsWhatAWrongAngleCosts() throws Exception
	{
		final CommandModule drrs = forms.run( SimulateDrrCommand.class, "volume", folder.resolve( "ct.nii.gz" ).toFile(), "labels",
				folder.resolve( "labels.nii.gz" ).toFile(), "geometry", geometry );
		final CommandModule module = forms.run( CalibrationSensitivityCommand.class, "atlas", SmallCase.image( SmallCase.ct(), "ct" ),
				"atlas_labels", SmallCase.image( SmallCase.labels(), "labels" ), "frontal", drrs.getOutput( "drr" ), "frontal_mask",
				drrs.getOutput( "mask" ), "geometry", geometry, "model", "none", "error", "ROW_SHIFT", "minimum", -6.0, "maximum", 0.0,
				"step", 6.0 );
		final ResultsTable table = ( ResultsTable ) module.getOutput( "table" );
		assertEquals( "Error\tDice\tASSD_mm\tHD95_mm\tCorrelation", table.getColumnHeadings().strip() );
		assertEquals( 2, table.size() );
		assertEquals( 0, table.getValue( "ASSD_mm", 1 ) );
		assertTrue( table.getValue( "ASSD_mm", 0 ) > 0.5, table.toString() );
		assertTrue( table.getValue( "Correlation", 0 ) < table.getValue( "Correlation", 1 ) );
		assertTrue( module.getOutput( "report" ).toString()
				.startsWith( "An error of 6 mm of the principal point along rows of the view \"lateral\" costs " ) );
		assertTrue( ( ( ImagePlus ) module.getOutput( "plot" ) ).getWidth() > 600 );
	}

	@Test
	void checksXraysAndPutsWhatIsFoundOnTopOfTheReport() throws Exception
	{
		final CommandModule drrs = forms.run( SimulateDrrCommand.class, "volume", folder.resolve( "ct.nii.gz" ).toFile(), "labels",
				folder.resolve( "labels.nii.gz" ).toFile(), "geometry", geometry );
		final ImagePlus drr = ( ImagePlus ) drrs.getOutput( "drr" ), dark = drr.duplicate();
		for ( int slice = 1; slice <= 2; ++slice )
		{
			dark.getStack().getProcessor( slice ).multiply( -1 );
			dark.getStack().getProcessor( slice ).add( 2 );
		}
		final Object[] inputs = { "atlas", SmallCase.image( SmallCase.ct(), "ct" ), "atlas_labels",
				SmallCase.image( SmallCase.labels(), "labels" ), "frontal_mask", drrs.getOutput( "mask" ), "geometry", geometry, "frontal",
				drr };
		assertEquals( "Nothing wrong was found.", forms.run( CheckXraysCommand.class, inputs ).getOutput( "report" ) );
		inputs[ inputs.length - 1 ] = dark;
		final String findings = forms.run( CheckXraysCommand.class, inputs ).getOutput( "report" ).toString();
		assertEquals( 2, findings.lines().count(), findings );
		assertTrue( findings.startsWith( "WARNING: Bones look dark in the X-ray image of view \"frontal\"" ), findings );
		final Object[] more = java.util.Arrays.copyOf( inputs, inputs.length + 2 );
		more[ inputs.length ] = "model";
		more[ inputs.length + 1 ] = "none";
		final String report = forms.run( RegisterAtlasCommand.class, more ).getOutput( "report" ).toString();
		assertTrue( report.startsWith( "verdict: " ), report );
		assertTrue( report.contains( System.lineSeparator() + findings ), report );
	}
}
