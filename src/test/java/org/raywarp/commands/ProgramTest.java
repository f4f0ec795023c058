/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.io.VolumeFiles;
import org.raywarp.volume.FloatArrays;

/**
 * One command from the command line, from Jython and from an ImageJ macro: equal results, and errors as one line.
 */
class ProgramTest
{
	private static final String DRR = "org.raywarp.commands.SimulateDrrCommand";

	@TempDir
	static Path folder;

	@BeforeAll
	static void writeFiles() throws IOException
	{
		SmallCase.write( folder );
	}

	private static Program script( final String name, final String text, final String... parameters ) throws Exception
	{
		Files.writeString( folder.resolve( name ), text );
		return parameters.length == 0 ? Program.run( folder, "--headless", "--run", name )
				: Program.run( folder, "--headless", "--run", name, parameters[ 0 ] );
	}

	@Test
	void commandJythonAndMacroAgree() throws Exception
	{
		final Program command = Program.run( folder, "--headless", "--run", "command:" + DRR,
				"volume=\"ct.nii.gz\",geometry=\"geometry.json\",photons=1000,seed=3,save_to=\"command\"" );
		assertEquals( List.of(), command.errors() );
		assertEquals( List.of( "drr = 40 x 36 x 2 pixels, 32 bits" ), command.output() );
		assertEquals( 0, command.status() );

		final Program jython = script( "drr.py",
				"#@ String volume\n#@ CommandService commands\n#@OUTPUT ImagePlus drr\n"
						+ "from org.raywarp.commands import SimulateDrrCommand\n"
						+ "drr = commands.run(SimulateDrrCommand, True, {'volume': volume, 'geometry': 'geometry.json', 'photons': 1000,\n"
						+ "    'seed': 3, 'save_to': 'jython'}).get().getOutput('drr')\nprint(drr.getTitle())\n",
				"volume=\"ct.nii.gz\"" );
		assertEquals( List.of(), jython.errors() );
		assertEquals( List.of( "drr", "drr = 40 x 36 x 2 pixels, 32 bits" ), jython.output() );

		final Program macro = script( "drr.ijm",
				"#@ String folder\nrun(\"Open Volume...\", \"path=[\" + folder + \"/ct.nii.gz]\");\n"
						+ "run(\"Simulate DRR...\", \"volume=ct.nii.gz geometry=[\" + folder + \"/geometry.json] photons=1000 seed=3\");\n"
						+ "print(getTitle() + \" \" + nSlices + \" \" + getArgument());\n"
						+ "File.makeDirectory(folder + \"/macro\"); saveAs(\"Tiff\", folder + \"/macro/drr.tif\");\n"
						+ "run(\"Evaluate Registration...\", \"reference_labels=labels.nii.gz labels=labels.nii.gz\");\nprint(getResult(\"Dice\", 0));\n",
				"folder=\"" + folder + "\"" );
		assertEquals( List.of(), macro.errors() );
		assertEquals( List.of( "drr 2 folder=\"" + folder + "\"", "1" ), macro.output() );

		final float[] expected = FloatArrays.of( VolumeFiles.read( folder.resolve( "command/drr.tif" ) ).voxels() );
		assertArrayEquals( expected, FloatArrays.of( VolumeFiles.read( folder.resolve( "jython/drr.tif" ) ).voxels() ) );
		assertArrayEquals( expected, FloatArrays.of( VolumeFiles.read( folder.resolve( "macro/drr.tif" ) ).voxels() ) );
	}

	@Test
	void physicsIsEqualFromCommandJythonAndMacro() throws Exception
	{
		final String values = "physics=POLYENERGETIC,kilovoltage=90,filtration=3,photons=1000,seed=3,electronic_noise=2,"
				+ "scatter=true,grid=true,focal_spot=1,blur=0.3,detector=CESIUM_IODIDE,oversampling=2,raster=50x44,output=DISPLAY,"
				+ "masked=true,label_projection=LABEL_NUMBER";
		final String quoted = values.replaceAll( "=([A-Z_]+|50x44)", "=\"$1\"" );
		final Program command = Program.run( folder, "--headless", "--run", "command:" + DRR,
				"volume=\"ct.nii.gz\",labels=\"labels.nii.gz\",geometry=\"geometry.json\",save_to=\"physics\"," + quoted );
		assertEquals( List.of(), command.errors() );
		assertEquals( 3, command.output().size(), command.output().toString() );

		final String python = values.replaceAll( "([a-z_]+)=([A-Z_]+|50x44)", "'$1': '$2'" ).replaceAll( "([a-z_]+)=true", "'$1': True" )
				.replaceAll( "([a-z_]+)=([0-9.]+)", "'$1': $2" );
		final Program jython = script( "physics.py",
				"#@ String volume\n#@ String labels\n#@ CommandService commands\n"
						+ "from org.raywarp.commands import SimulateDrrCommand\n"
						+ "commands.run(SimulateDrrCommand, True, {'volume': volume, 'labels': labels, 'geometry': 'geometry.json',\n"
						+ "    'save_to': 'physics-jython', " + python + "}).get()\n",
				"volume=\"ct.nii.gz\",labels=\"labels.nii.gz\"" );
		assertEquals( List.of(), jython.errors() );

		final String options = values.replace( ',', ' ' ).replaceAll( "(scatter|grid|masked)=true", "$1" );
		final Program macro = script( "physics.ijm",
				"#@ String folder\nrun(\"Simulate DRR...\", \"volume=[\" + folder + \"/ct.nii.gz] labels=[\" + folder + \"/labels.nii.gz] "
						+ "geometry=[\" + folder + \"/geometry.json] save_to=[\" + folder + \"/physics-macro] " + options + "\");\n",
				"folder=\"" + folder + "\"" );
		assertEquals( List.of(), macro.errors() );

		for ( final String output : new String[] { "drr.tif", "mask.tif", "projected_labels.tif" } )
			for ( final String other : new String[] { "physics-jython", "physics-macro" } )
				assertArrayEquals( FloatArrays.of( VolumeFiles.read( folder.resolve( "physics" ).resolve( output ) ).voxels() ),
						FloatArrays.of( VolumeFiles.read( folder.resolve( other ).resolve( output ) ).voxels() ) );
	}

	@Test
	void errorsAreOneLineAndExitStatusOne() throws Exception
	{
		refused( "The parameter volume is an image file that exists, not \"missing.nii.gz\".",
				Program.run( folder, "--headless", "--run", "command:" + DRR, "volume=\"missing.nii.gz\"" ) );
		refused( "The parameter geometry is missing. (near line 3 of the macro)",
				script( "macro.ijm", "print(\"begin\");\nrun(\"Simulate DRR...\", \"volume=ct.nii.gz\");\nprint(\"end\");\n" ) );
		refused( "The image for \"volume\" is missing or empty", script( "chain.py", "#@ CommandService commands\n"
				+ "from org.raywarp.commands import SimulateDrrCommand\nfrom ij import ImagePlus\n"
				+ "commands.run(SimulateDrrCommand, True, {'volume': ImagePlus(), 'geometry': 'geometry.json'}).get()\n" ) );
	}

	private static void refused( final String sentence, final Program program )
	{
		assertEquals( 1, program.errors().size(), program.errors().toString() );
		assertEquals( "raywarp: " + sentence,
				program.errors().get( 0 ).substring( 0, Math.min( program.errors().get( 0 ).length(), 9 + sentence.length() ) ) );
		assertEquals( 1, program.status() );
		assertFalse( program.output().contains( "end" ) );
	}
}
