/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/**
 * The names that recorded macros and scripts contain.
 */
class CommandIndexTest
{
	private static Context context;

	@BeforeAll
	static void createContext()
	{
		context = new Context();
	}

	@AfterAll
	static void disposeContext()
	{
		context.dispose();
	}

	@ParameterizedTest
	@CsvSource( delimiter = '|', value = { "OpenVolumeCommand | Open Volume... | path | volume",
			"SurfaceToCtCommand | Surface to CT... | surface side size seed | ct labels",
			"PrepareCtCommand | Prepare CT... | volume labels label side size | ct labels transform report",
			"SimulateDrrCommand | Simulate DRR... | volume labels geometry physics kilovoltage photons scatter seed filtration electronic_noise grid focal_spot blur detector oversampling raster output masked label_projection | drr mask projected_labels",
			"ConvertGeometryCommand | Convert Geometry... | geometry second_geometry format save_to volume isocenter image columns rows pixel_spacing_x pixel_spacing_y axes written_axes mirror names | report",
			"VirtualCArmCommand | Virtual C-arm... | volume geometry primary_angle secondary_angle kilovoltage window save_geometry save_to | drr",
			"ProjectVolumeCommand | Project Volume (ProST)... | volume geometry method samples_per_ray | projection",
			"VolumeToBeamCommand | Volume to Beam Space... | volume geometry view samples_per_ray | beam",
			"BeamToVolumeCommand | Beam Space to Volume... | beam geometry view template | volume",
			"MakeMasksCommand | Make Masks... | frontal lateral geometry atlas atlas_labels propose search initial_pose save_to | frontal_mask lateral_mask report",
			"RegisterAtlasCommand | Register Atlas to X-rays... | atlas atlas_labels frontal lateral frontal_mask lateral_mask geometry model refine device | warped_atlas warped_labels displacement drr report",
			"ReviewRegistrationCommand | Review Registration... | frontal lateral frontal_mask lateral_mask geometry results warped_labels warped_atlas displacement drr registration_report atlas_labels atlas reference_labels reference show bigdataviewer save_report save_to | overlay swipe checkerboard difference slices jacobian_map jacobian surface table report report_file",
			"PlanViewsCommand | Plan Views... | atlas atlas_labels geometry first_view primary_minimum primary_maximum secondary_minimum secondary_maximum step best_geometry | table plot report",
			"CheckXraysCommand | Check X-rays... | atlas atlas_labels frontal lateral frontal_mask lateral_mask geometry | report",
			"CalibrationSensitivityCommand | Calibration Sensitivity... | atlas atlas_labels frontal lateral frontal_mask lateral_mask geometry model refine refine_geometry error view minimum maximum step device | table plot report",
			"WarpCommand | Warp with Displacement... | image displacement interpolation | warped",
			"ReturnToPatientCommand | Return to Patient... | image surface transform template interpolation | returned",
			"EvaluateCommand | Evaluate Registration... | reference_labels labels reference image | table",
			"BuildShapeModelCommand | Build Shape Model... | surfaces output enlargement modes | report",
			"SampleShapesCommand | Sample Shapes... | model output count seed | report",
			"GenerateDatasetCommand | Generate Dataset... | surfaces output cases geometry_mode size seed | report",
			"TrainModelCommand | Train Model... | dataset output config resume device | report",
			"ModelsCommand | Models... | action model | report",
			"RunExperimentsCommand | Run Experiments... | dataset surfaces poses output model rivals ablations refined experiment cases seed device | report" } )
	void namesAreStable( final String className, final String label, final String inputs, final String outputs )
	{
		final CommandInfo info = context.service( CommandService.class ).getCommand( "org.raywarp.commands." + className );
		assertNotNull( info );
		assertEquals( "Plugins > RayWarp > " + label, info.getMenuPath().getMenuString().replace( ">", " > " ).replaceAll( " +", " " ) );
		assertTrue( info.canRunHeadless() );
		for ( final String input : inputs.split( " " ) )
			assertNotNull( info.getInput( input ), input );
		assertEquals( List.of( outputs.split( " " ) ),
				StreamSupport.stream( info.outputs().spliterator(), false ).map( ModuleItem::getName ).toList() );
	}

	/** What the last run had must not leak into the next one. */
	@Test
	void noParameterPersists()
	{
		for ( final CommandInfo info : commands() )
			for ( final ModuleItem< ? > item : ParameterValue.asked( info ) )
				assertFalse( item.isPersisted(), info.getClassName() + " " + item.getName() );
	}

	/** SciJava asks for a single open file with a chooser, and cancels without a screen. */
	@Test
	void optionalPathsAreTexts()
	{
		for ( final CommandInfo info : commands() )
			for ( final ModuleItem< ? > item : ParameterValue.asked( info ) )
				assertTrue( item.isRequired() || item.getType() != File.class, info.getClassName() + " " + item.getName() );
	}

	@Test
	void everyParameterHasALabelAndIsInLowerCase()
	{
		for ( final CommandInfo info : commands() )
			for ( final ModuleItem< ? > item : ParameterValue.asked( info ) )
			{
				assertTrue( item.getLabel() != null && !item.getLabel().isBlank(), info.getClassName() + " " + item.getName() );
				assertTrue( item.getName().matches( "[a-z_]+" ), item.getName() );
			}
	}

	@Test
	void everyCommandHasItsEntryForImageJ1() throws IOException
	{
		final Map< String, String > entries = new TreeMap<>();
		try ( InputStream in = CommandIndexTest.class.getResourceAsStream( "/plugins.config" ) )
		{
			final Matcher line =
					Pattern.compile( "(?m)^(Plugins>RayWarp|File>Open Samples>RayWarp), \"([^\"]+)\", ([\\w.]+)\\(\"([\\w.]+)\"\\)$" )
							.matcher( new String( in.readAllBytes(), StandardCharsets.UTF_8 ) );
			while ( line.find() )
			{
				assertEquals( CommandBridge.class.getName(), line.group( 3 ) );
				entries.put( line.group( 4 ), line.group( 1 ) + ">" + line.group( 2 ) );
			}
		}
		final Map< String, String > commands = new TreeMap<>();
		for ( final CommandInfo info : commands() )
			commands.put( info.getClassName(), info.getMenuPath().getMenuString().replaceAll( " *> *", ">" ) );
		assertEquals( commands, entries );
	}

	private static List< CommandInfo > commands()
	{
		final List< CommandInfo > commands = context.service( CommandService.class ).getCommands().stream()
				.filter( c -> c.getClassName().startsWith( "org.raywarp." ) && !c.getMenuPath().isEmpty() ).toList();
		assertFalse( commands.isEmpty() );
		return commands;
	}
}
