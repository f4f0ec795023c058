/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.Map;

/**
 * The section of the README that explains a command, for the Help button of its dialog.
 */
final class HelpPages
{
	private static final String README = "https://github.com/raywarp/raywarp_fiji#";

	/** Of the commands that no other section explains: the table. */
	private static final String TABLE = "commands";

	/** Names of sections as GitHub makes them of headings. */
	private static final Map< Class< ? >,
			String > SECTIONS = Map.ofEntries( Map.entry( SurfaceToCtCommand.class, "densities-surroundings-shapes" ),
					Map.entry( PrepareCtCommand.class, "cts-of-patients" ), Map.entry( ReturnToPatientCommand.class, "cts-of-patients" ),
					Map.entry( SimulateDrrCommand.class, "simulated-x-rays" ), Map.entry( VirtualCArmCommand.class, "virtual-c-arm" ),
					Map.entry( ReviewRegistrationCommand.class, "reviewing-a-registration" ),
					Map.entry( BuildShapeModelCommand.class, "densities-surroundings-shapes" ),
					Map.entry( SampleShapesCommand.class, "densities-surroundings-shapes" ),
					Map.entry( BuildAtlasCommand.class, "data-sets" ),
					Map.entry( GenerateDatasetCommand.class, "data-sets" ), Map.entry( TrainModelCommand.class, "data-sets" ),
					Map.entry( RunExperimentsCommand.class, "data-sets" ),
					Map.entry( ModelsCommand.class, "models-samples-and-templates" ),
					Map.entry( AboutCommand.class, "models-samples-and-templates" ),
					Map.entry( SampleXraysCommand.class, "models-samples-and-templates" ),
					Map.entry( SampleAtlasCommand.class, "models-samples-and-templates" ) );

	private HelpPages()
	{}

	/**
	 * @param command
	 *            one of RayWarp's
	 * @return the name of its section in the README
	 */
	static String anchor( final Class< ? > command )
	{
		return SECTIONS.getOrDefault( command, TABLE );
	}

	/**
	 * @param command
	 *            one of RayWarp's
	 * @return the address of that section
	 */
	static String url( final Class< ? > command )
	{
		return README + anchor( command );
	}
}
