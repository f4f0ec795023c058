/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.anatomy.PatientPhantom;
import org.raywarp.anatomy.Side;
import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.geometry.Affine3D;
import org.raywarp.io.FrameTransformFile;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.io.MeshFiles;
import org.raywarp.io.VolumeFiles;
import org.raywarp.metrics.LabelOverlap;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.FrameTransform;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Volume;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

import ij.ImagePlus;

/**
 * From a patient into the frame and back, through the commands: from Java, the command line, a macro and Jython.
 */
class PatientCommandsTest
{
	private static final PatientPhantom PHANTOM = PatientPhantom.of( Side.LEFT, 12, 3, 3, 3 );

	@TempDir
	static Path folder;

	private static Forms forms;

	@BeforeAll
	static void write() throws IOException
	{
		forms = new Forms();
		VolumeFiles.write( PHANTOM.ct(), folder.resolve( "patient.nii.gz" ) );
		VolumeFiles.write( PHANTOM.labels(), folder.resolve( "bones.nii.gz" ) );
		MeshFiles.write( PHANTOM.surface(), folder.resolve( "femur.ply" ) );
	}

	@AfterAll
	static void dispose()
	{
		forms.close();
	}

	private static CommandModule run( final Class< ? extends Command > command, final Object... inputs ) throws Exception
	{
		return forms.run( command, inputs );
	}

	private static String refusal( final Class< ? extends Command > command, final Object... inputs )
	{
		return forms.refusal( command, inputs );
	}

	private static CommandModule prepare( final Object... more ) throws Exception
	{
		final List< Object > inputs = new ArrayList<>( List.of( "volume", SmallCase.image( PHANTOM.ct(), "patient" ), "labels",
				SmallCase.image( PHANTOM.labels(), "bones" ), "label", 1, "side", "LEFT", "size", GridSize.HALF ) );
		inputs.addAll( List.of( more ) );
		return run( PrepareCtCommand.class, inputs.toArray() );
	}

	@Test
	void aPreparedFemurReturnsToItsPatient() throws Exception
	{
		final Path saved = folder.resolve( "saved" );
		final CommandModule prepared = prepare( "save_to", saved.toString() );
		try ( Stream< Path > files = Files.list( saved ) )
		{
			assertEquals( List.of( "ct.nii.gz", "labels.nii.gz", "transform.json" ),
					files.map( f -> f.getFileName().toString() ).sorted().toList() );
		}
		assertTrue( GridSize.HALF.grid().matches( ImagePlusVolumes.toVolume( ( ImagePlus ) prepared.getOutput( "ct" ) ).grid() ) );
		assertTrue( prepared.getOutput( "report" ).toString().startsWith( "left femur, mirrored, head radius" ) );
		final ImagePlus labels = ( ImagePlus ) run( ReturnToPatientCommand.class, "image", prepared.getOutput( "labels" ), "transform",
				prepared.getOutput( "transform" ), "interpolation", "NEAREST" ).getOutput( "returned" );
		assertEquals( 8, labels.getBitDepth() );
		assertTrue( LabelOverlap.of( PHANTOM.labels(), ImagePlusVolumes.toLabels( labels ) ).dice( 1 ) > 0.985 );
		// Onto another image of the patient: the slope of the CT survives two interpolations.
		final Grid fine = new Grid( new int[] { 4, 4, 4 },
				FrameTransformFile.read( saved.resolve( "transform.json" ) ).patientFromFrame() );
		final ImagePlus template = SmallCase.image( Volume.floats( fine ), "template" );
		final ImagePlus ct = ( ImagePlus ) run( ReturnToPatientCommand.class, "image", saved.resolve( "ct.nii.gz" ).toString(), "transform",
				saved.resolve( "transform.json" ).toString(), "template", template, "outside", -1000.0 ).getOutput( "returned" );
		assertTrue( fine.matches( ImagePlusVolumes.toVolume( ct ).grid() ) );
		final double[] x = fine.worldFromVoxel().apply( 1, 2, 3 );
		assertEquals( 350 + 1.1 * x[ 0 ] - 0.9 * x[ 1 ] + 0.2 * x[ 2 ], ct.getStack().getProcessor( 4 ).getf( 1, 2 ), 0.1 );
	}

	@Test
	void displacementsAndSurfacesReturn() throws Exception
	{
		final String transform = prepare().getOutput( "transform" ).toString();
		final FrameTransform back = FrameTransformFile.parse( "transform", transform );
		final DisplacementField field = Deformations.ofAffine( Affine3D.translation( 3, -4, 5 ), GridSize.QUARTER.grid() );
		final Path saved = folder.resolve( "returned" );
		MeshFiles.write( PHANTOM.surface().transformed( back.frameFromPatient() ), folder.resolve( "in-frame.ply" ) );
		final ImagePlus image = ( ImagePlus ) run( ReturnToPatientCommand.class, "image",
				ImagePlusVolumes.toImagePlus( "displacement", field ), "surface", folder.resolve( "in-frame.ply" ).toString(), "transform",
				transform, "save_to", saved.toString() ).getOutput( "returned" );
		assertEquals( 3, image.getNChannels() );
		final float[] vectors = FloatArrays.of( ImagePlusVolumes.toDisplacement( image ).vectors() );
		final double[] turned = back.patientFromFrame().applyToVector( 3, -4, 5 );
		for ( int d = 0; d < 3; ++d )
			assertEquals( turned[ d ], vectors[ vectors.length / 6 * 3 + d ], 1e-4 );
		assertArrayEquals( PHANTOM.surface().vertices(), MeshFiles.read( saved.resolve( "in-frame.ply" ) ).vertices(), 1e-6 );
	}

	@Test
	void nothingIsSavedOverAnInput() throws Exception
	{
		final Path same = Files.createDirectories( folder.resolve( "same" ) );
		final Path ct = Files.copy( folder.resolve( "patient.nii.gz" ), same.resolve( "ct.nii.gz" ) );
		final Path bone = Files.copy( folder.resolve( "femur.ply" ), same.resolve( "femur.ply" ) );
		final String refused = refusal( PrepareCtCommand.class, "volume", ct.toString(), "labels",
				folder.resolve( "bones.nii.gz" ).toString(), "side", "LEFT", "size", GridSize.QUARTER, "save_to", same.toString() );
		assertEquals( "The input " + ct + " would be overwritten; expected another folder in save_to.", refused );
		assertTrue( refusal( ReturnToPatientCommand.class, "surface", bone.toString(), "transform", prepare().getOutput( "transform" ),
				"save_to", same.toString() ).contains( "femur.ply would be overwritten" ) );
		assertEquals( -1, Files.mismatch( folder.resolve( "patient.nii.gz" ), ct ) );
		assertEquals( -1, Files.mismatch( folder.resolve( "femur.ply" ), bone ) );
		try ( Stream< Path > files = Files.list( same ) )
		{
			assertEquals( 2, files.count() );
		}
	}

	@Test
	void unusableInputsAreRefusedAndNothingIsLeft() throws Exception
	{
		final Path nowhere = folder.resolve( "nowhere" );
		final ImagePlus ct = SmallCase.image( PHANTOM.ct(), "patient" ), bones = SmallCase.image( PHANTOM.labels(), "bones" );
		assertEquals( "No voxel has the label 9; the labels that are there are [1].",
				refusal( PrepareCtCommand.class, "volume", ct, "labels",
						bones, "label", 9, "side", "LEFT", "save_to", nowhere.toString() ) );
		assertTrue( refusal( PrepareCtCommand.class, "volume", ct, "labels", bones, "side", "RIGHT", "save_to", nowhere.toString() )
				.contains( "looks like a left femur, not like a right one" ) );
		final ImagePlus mu = ct.duplicate();
		for ( int z = 1; z <= mu.getStackSize(); ++z )
			for ( int i = 0; i < mu.getWidth() * mu.getHeight(); ++i )
				mu.getStack().getProcessor( z ).setf( i, Math.max( 0, 0.02f * ( 1 + mu.getStack().getProcessor( z ).getf( i ) / 1000 ) ) );
		final String refused = refusal( PrepareCtCommand.class, "volume", mu, "labels", bones, "side", "LEFT" );
		assertTrue( refused.contains( "look like attenuation coefficients, not Hounsfield units" ), refused );
		assertEquals( "There is nothing to return; expected an image or a surface.",
				refusal( ReturnToPatientCommand.class, "transform", prepare().getOutput( "transform" ) ) );
		assertTrue( refusal( ReturnToPatientCommand.class, "image", prepare().getOutput( "labels" ), "transform",
				prepare().getOutput( "transform" ), "template",
				SmallCase.image( Volume.floats( new Grid( new int[] { 4, 4, 4 }, Affine3D.translation( 5000, 0, 0 ) ) ), "elsewhere" ) )
						.contains( "lies wholly outside of the grid of the result (4 x 4 x 4 voxels" ) );
		assertTrue(
				refusal( ReturnToPatientCommand.class, "image", ct, "transform", " " ).startsWith( "The parameter transform is empty" ) );
		assertTrue( refusal( ReturnToPatientCommand.class, "image", ct, "transform", folder.resolve( "bones.json" ).toString() )
				.endsWith( "bones.json does not exist; expected a transform file (.json)." ) );
		assertFalse( Files.exists( nowhere ) );
	}

	@Test
	void commandLineMacroAndJythonAgree() throws Exception
	{
		final String inputs =
				"volume=\"patient.nii.gz\",labels=\"bones.nii.gz\",label=1,side=\"LEFT\",size=\"QUARTER\",save_to=\"command\"";
		final Program prepare = Program.run( folder, "--headless", "--run", "command:" + PrepareCtCommand.class.getName(), inputs );
		assertEquals( List.of(), prepare.errors() );
		assertEquals( List.of( "ct = 48 x 32 x 48 pixels, 32 bits", "labels = 48 x 32 x 48 pixels, 8 bits" ),
				prepare.output().subList( 0, 2 ) );
		final Program back = Program.run( folder, "--headless", "--run", "command:" + ReturnToPatientCommand.class.getName(),
				"image=\"command/labels.nii.gz\",transform=\"command/transform.json\",interpolation=\"NEAREST\",save_to=\"command\"" );
		assertEquals( List.of(), back.errors() );

		Files.writeString( folder.resolve( "patient.ijm" ), "folder = \"" + folder + "/\";\n"
				+ "run(\"Prepare CT...\", \"volume=[\" + folder + \"patient.nii.gz] labels=[\" + folder + \"bones.nii.gz] label=1 side=LEFT"
				+ " size=QUARTER save_to=[\" + folder + \"macro]\");\nprint(getTitle());\n"
				+ "run(\"Return to Patient...\", \"image=labels transform=[\" + folder + \"macro/transform.json] interpolation=NEAREST"
				+ " save_to=[\" + folder + \"macro]\");\nprint(getTitle());\n" );
		final Program macro = Program.run( folder, "--headless", "--run", "patient.ijm" );
		assertEquals( List.of(), macro.errors() );
		assertTrue( macro.output().contains( "ct" ) && macro.output().contains( "returned" ), macro.output().toString() );

		Files.writeString( folder.resolve( "patient.py" ), "#@ CommandService commands\n"
				+ "from org.raywarp.commands import PrepareCtCommand, ReturnToPatientCommand\n"
				+ "made = commands.run(PrepareCtCommand, True, {'volume': 'patient.nii.gz', 'labels': 'bones.nii.gz', 'label': 1,\n"
				+ "    'side': 'LEFT', 'size': 'QUARTER'}).get()\n"
				+ "commands.run(ReturnToPatientCommand, True, {'image': made.getOutput('labels'), 'transform': made.getOutput('transform'),\n"
				+ "    'interpolation': 'NEAREST', 'save_to': 'jython'}).get()\n" );
		final Program jython = Program.run( folder, "--headless", "--run", "patient.py" );
		assertEquals( List.of(), jython.errors() );

		final float[] expected = FloatArrays.of( VolumeFiles.read( folder.resolve( "command/returned.nii.gz" ) ).voxels() );
		assertArrayEquals( expected, FloatArrays.of( VolumeFiles.read( folder.resolve( "macro/returned.nii.gz" ) ).voxels() ) );
		assertArrayEquals( expected, FloatArrays.of( VolumeFiles.read( folder.resolve( "jython/returned.nii.gz" ) ).voxels() ) );
	}
}
