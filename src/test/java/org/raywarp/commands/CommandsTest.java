/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.io.MeshFiles;
import org.raywarp.io.VolumeFiles;
import org.raywarp.projection.JosephProjector;
import org.raywarp.projection.ProjectionMethod;
import org.raywarp.projection.Projections;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.GridSize;
import org.raywarp.xray.Drr;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Every command through the command service, against the calls it stands for.
 */
class CommandsTest
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

	private static CommandModule run( final Class< ? extends Command > command, final Object... inputs ) throws Exception
	{
		return forms.run( command, inputs );
	}

	private static String refusal( final Class< ? extends Command > command, final Object... inputs )
	{
		return forms.refusal( command, inputs );
	}

	private static float[] pixels( final Object image, final int slice )
	{
		return ( float[] ) ( ( ImagePlus ) image ).getStack().getPixels( slice );
	}

	@Test
	void openVolumeKeepsTheWorldFrame() throws Exception
	{
		final ImagePlus volume =
				( ImagePlus ) run( OpenVolumeCommand.class, "path", folder.resolve( "ct.nii.gz" ).toFile() ).getOutput( "volume" );
		assertEquals( "ct.nii.gz", volume.getTitle() );
		assertTrue( SmallCase.GRID.matches( ImagePlusVolumes.toVolume( volume ).grid() ) );
	}

	@Test
	void simulateDrrIsTheSimulatorsResult() throws Exception
	{
		final ImagePlus ct = SmallCase.image( SmallCase.ct(), "ct" );
		final CommandModule module =
				run( SimulateDrrCommand.class, "volume", ct, "labels", SmallCase.image( SmallCase.labels(), "labels" ), "geometry",
						geometry, "kilovoltage", 80.0, "photons", 5000.0, "seed", 7L );
		final List< Drr > expected = DrrSimulator.simulate( SmallCase.ct(), SmallCase.labels(), 1, SmallCase.views(),
				DrrSettings.ofKilovoltage( 80 ).withNoise( 5000, 7 ) );
		for ( int i = 0; i < 2; ++i )
		{
			assertArrayEquals( FloatArrays.of( expected.get( i ).image() ), pixels( module.getOutput( "drr" ), i + 1 ), 1e-4f );
			assertArrayEquals( FloatArrays.of( expected.get( i ).mask() ), pixels( module.getOutput( "mask" ), i + 1 ) );
		}
		final ImagePlus drr = ( ImagePlus ) module.getOutput( "drr" );
		assertEquals( "drr", drr.getTitle() );
		assertEquals( "lateral", drr.getStack().getSliceLabel( 2 ) );
		assertEquals( 1.8, drr.getCalibration().pixelHeight );
		assertEquals( "ct", ct.getTitle() );
		assertArrayEquals( FloatArrays.of( SmallCase.ct().voxels() ), FloatArrays.of( ImagePlusVolumes.toVolume( ct ).voxels() ) );
	}

	@Test
	void masksNeedLabels() throws Exception
	{
		assertNull( run( SimulateDrrCommand.class, "volume", SmallCase.image( SmallCase.ct(), "ct" ), "geometry", geometry )
				.getOutput( "mask" ) );
	}

	@Test
	void projectVolumeTakesValuesAsTheyAre() throws Exception
	{
		for ( final LineIntegralMethod method : LineIntegralMethod.values() )
		{
			final CommandModule module =
					run( ProjectVolumeCommand.class, "volume", SmallCase.image( SmallCase.ct(), "ct" ), "geometry", geometry,
							"method", method, "samples_per_ray", 64 );
			final boolean graph = method == LineIntegralMethod.TENSORFLOW;
			for ( int i = 0; i < 2; ++i )
				// Values of 1000 HU over some 50 mm; the graph computes coordinates in single precision.
				assertArrayEquals( FloatArrays.of( Projections.project( SmallCase.ct(), SmallCase.views().get( i ),
						ProjectionMethod.valueOf( graph ? "TRILINEAR" : method.name() ).projector( 64 ) ) ),
						pixels( module.getOutput( "projection" ), i + 1 ), graph ? 10f : 1e-2f );
		}
	}

	/** The sum over the slices of the beam image times their calibrated distance is the line integral. */
	@Test
	void beamSpaceIsCalibratedAndInvertible() throws Exception
	{
		final ImagePlus labels = SmallCase.image( SmallCase.labels(), "labels" );
		final ImagePlus beam = ( ImagePlus ) run( VolumeToBeamCommand.class, "volume", labels, "geometry", geometry, "view", "lateral",
				"samples_per_ray", 200 ).getOutput( "beam" );
		final float[] sum = new float[ 40 * 36 ];
		for ( int s = 1; s <= 200; ++s )
			for ( int i = 0; i < sum.length; ++i )
				sum[ i ] += pixels( beam, s )[ i ] * beam.getCalibration().pixelDepth;
		final float[] integral = FloatArrays
				.of( Projections.project( ImagePlusVolumes.toVolume( labels ), SmallCase.views().get( 1 ), new JosephProjector() ) );
		// A ball of radius 12 mm: 24 mm through the middle; uniform samples of 0.4 mm miss the edges by half of one.
		assertEquals( integral[ 18 * 40 + 20 ], sum[ 18 * 40 + 20 ], 0.4 );
		assertEquals( 24, sum[ 18 * 40 + 20 ], 2 );
		assertEquals( 900, beam.getCalibration().getZ( 100 ), 2 );
		final ImagePlus back =
				( ImagePlus ) run( BeamToVolumeCommand.class, "beam", beam, "geometry", geometry, "view", "lateral", "template", labels )
						.getOutput( "volume" );
		assertTrue( SmallCase.GRID.matches( ImagePlusVolumes.toVolume( back ).grid() ) );
		assertEquals( 1, pixels( back, 15 )[ 10 * 24 + 12 ], 1e-3 );
		assertEquals( 0, pixels( back, 15 )[ 0 ], 1e-6 );
	}

	@Test
	void warpMovesLabelsBackward() throws Exception
	{
		final ImagePlus warped =
				( ImagePlus ) run( WarpCommand.class, "image", SmallCase.image( SmallCase.labels(), "labels" ), "displacement",
						SmallCase.displacement(), "interpolation", "NEAREST" ).getOutput( "warped" );
		assertEquals( 8, warped.getBitDepth() );
		final byte[] source = ( byte[] ) SmallCase.image( SmallCase.labels(), "labels" ).getStack().getPixels( 15 );
		final byte[] target = ( byte[] ) warped.getStack().getPixels( 15 );
		// 4 mm are two voxels: the value at x is read at x + 2.
		for ( int x = 0; x < 22; ++x )
			assertEquals( source[ 10 * 24 + x + 2 ], target[ 10 * 24 + x ] );
	}

	@Test
	void evaluateOfAPerfectResultIsPerfect() throws Exception
	{
		final ImagePlus labels = SmallCase.image( SmallCase.labels(), "labels" ), ct = SmallCase.image( SmallCase.ct(), "ct" );
		final ResultsTable table =
				( ResultsTable ) run( EvaluateCommand.class, "reference_labels", labels, "labels", labels, "reference", ct,
						"image", ct ).getOutput( "table" );
		assertEquals( "Label\tDice\tJaccard\tASSD_mm\tHD95_mm\tSSIM\tNCC", table.getColumnHeadings().strip() );
		assertArrayEquals( new double[] { 1, 1, 1, 0, 0, 1, 1 },
				Stream.of( "Label", "Dice", "Jaccard", "ASSD_mm", "HD95_mm", "SSIM", "NCC" )
						.mapToDouble( c -> table.getValue( c, 0 ) ).toArray(),
				1e-6 );
	}

	@Test
	void surfaceBecomesALabeledCt() throws Exception
	{
		final Path surface = folder.resolve( "femur.stl" );
		MeshFiles.write( ParametricFemur.sample( 5 ), surface );
		final CommandModule module =
				run( SurfaceToCtCommand.class, "surface", surface.toFile(), "side", "RIGHT", "size", GridSize.QUARTER, "seed", 2L );
		assertTrue( GridSize.QUARTER.grid().matches( ImagePlusVolumes.toVolume( ( ImagePlus ) module.getOutput( "ct" ) ).grid() ) );
		assertEquals( 1, ( ( ImagePlus ) module.getOutput( "labels" ) ).getStatistics().max );
		assertTrue( refusal( SurfaceToCtCommand.class, "surface", surface.toFile(), "side", "LEFT", "size", GridSize.QUARTER )
				.startsWith( surface + ": The surface looks like a right femur" ) );
	}

	@Test
	void surfaceGetsTheSurroundingsAndTheDensityThatAreAskedFor() throws Exception
	{
		final Path surface = folder.resolve( "femur.stl" );
		MeshFiles.write( ParametricFemur.sample( 5 ), surface );
		final CommandModule plain = run( SurfaceToCtCommand.class, "surface", surface.toFile(), "size", GridSize.QUARTER ),
				hip = run( SurfaceToCtCommand.class, "surface", surface.toFile(), "size", GridSize.QUARTER, "density", "POPULATION",
						"surroundings", "HIP", "soft_edge", 10, "continue_shaft", true );
		assertEquals( ( ( ImagePlus ) plain.getOutput( "labels" ) ).getStatistics().mean,
				( ( ImagePlus ) hip.getOutput( "labels" ) ).getStatistics().mean );
		final ImagePlus sharp = ( ImagePlus ) plain.getOutput( "ct" ), soft = ( ImagePlus ) hip.getOutput( "ct" );
		assertTrue( sharp.getStack().getVoxel( 47, 16, 10 ) > -200 );
		assertTrue( soft.getStack().getVoxel( 47, 16, 10 ) < -600 );
		assertTrue( refusal( SurfaceToCtCommand.class, "surface", surface.toFile(), "soft_edge", -1 ).contains( "soft edge" ) );
	}

	@Test
	void dataSetsAndModelsAreWritten() throws Exception
	{
		final Path cases = folder.resolve( "cases" ), training = folder.resolve( "training" ), config = folder.resolve( "config.json" );
		final CommandModule generated = run( GenerateDatasetCommand.class, "output", cases.toFile(), "cases", 2, "size", "QUARTER" );
		assertEquals( "2 of 2 cases written to " + cases, generated.getOutput( "report" ) );
		Files.writeString( config, "{\"steps\": 1, \"features\": 4, \"decoderFeatures\": [8, 8, 8, 8]}" );
		final CommandModule trained =
				run( TrainModelCommand.class, "dataset", cases.toFile(), "output", training.toFile(), "config", config.toString(),
						"device", "CPU" );
		assertTrue( trained.getOutput( "report" ).toString().startsWith( "1 steps, best at step 1 with loss" ) );
		assertTrue( Files.exists( training.resolve( "model/model.json" ) ) );
		register( training.resolve( "model" ).toString() );
	}

	/** An untrained model does nothing useful, but all that a trained one does. */
	private void register( final String model ) throws Exception
	{
		final CommandModule drrs = run( SimulateDrrCommand.class, "volume", folder.resolve( "ct.nii.gz" ).toFile(), "labels",
				folder.resolve( "labels.nii.gz" ).toFile(), "geometry", geometry );
		final Path saved = folder.resolve( "registered" );
		final CommandModule registered = run( RegisterAtlasCommand.class, "atlas", SmallCase.image( SmallCase.ct(), "ct" ), "atlas_labels",
				SmallCase.image( SmallCase.labels(), "labels" ), "frontal", drrs.getOutput( "drr" ), "frontal_mask",
				drrs.getOutput( "mask" ),
				"geometry", geometry, "model", model, "save_to", saved.toString() );
		final ImagePlus warped = ( ImagePlus ) run( WarpCommand.class, "image", SmallCase.image( SmallCase.ct(), "ct" ), "displacement",
				saved.resolve( "displacement.tif" ).toString(), "outside", -1000.0 ).getOutput( "warped" );
		assertArrayEquals( FloatArrays.of( ImagePlusVolumes.toVolume( ( ImagePlus ) registered.getOutput( "warped_atlas" ) ).voxels() ),
				FloatArrays.of( ImagePlusVolumes.toVolume( warped ).voxels() ), 0.1f );
		assertEquals( 2, ( ( ImagePlus ) registered.getOutput( "drr" ) ).getStackSize() );
		assertTrue( registered.getOutput( "report" ).toString().contains( "scale" ) );
		try ( Stream< Path > files = Files.list( saved ) )
		{
			assertEquals( List.of( "displacement.tif", "drr.tif", "report.txt", "warped_atlas.nii.gz", "warped_labels.nii.gz" ),
					files.map( f -> f.getFileName().toString() ).sorted().toList() );
		}
		final ImagePlus one = new ImagePlus( "one", ( ( ImagePlus ) drrs.getOutput( "drr" ) ).getStack().getProcessor( 1 ) );
		assertEquals( "A registration takes as many X-ray images as the geometry has views, not 1 image and 2 views.",
				refusal( RegisterAtlasCommand.class, "frontal", one, "geometry", geometry, "model", model ) );
		assertTrue( refusal( RegisterAtlasCommand.class, "frontal", one.resize( 20, 20, "none" ), "lateral", one, "geometry", geometry,
				"model", model )
						.contains( "its geometry says 40 x 36" ) );
		assertTrue( refusal( RegisterAtlasCommand.class, "frontal", one, "geometry", geometry, "model", "no such model" )
				.startsWith( "There is no model \"no such model\"" ) );
	}

	@Test
	void savesWhatItWasAskedToSaveAndNothingElse() throws Exception
	{
		final Path saved = folder.resolve( "saved/deep" );
		run( SimulateDrrCommand.class, "volume", folder.resolve( "ct.nii.gz" ).toString(), "geometry", geometry, "save_to",
				saved.toString() );
		run( WarpCommand.class, "image", folder.resolve( "ct.nii.gz" ).toFile(), "displacement", SmallCase.displacement(), "save_to",
				saved.toString() );
		try ( Stream< Path > files = Files.list( saved ) )
		{
			assertEquals( List.of( "drr.tif", "warped.nii.gz" ), files.map( f -> f.getFileName().toString() ).sorted().toList() );
		}
		final RandomAccessibleInterval< FloatType > read = VolumeFiles.read( saved.resolve( "drr.tif" ) ).voxels();
		assertArrayEquals( new long[] { 40, 36, 2 }, read.dimensionsAsLongArray() );
	}

	@Test
	void refusesUnusableInputsAndLeavesNothing() throws Exception
	{
		final ImagePlus ct = SmallCase.image( SmallCase.ct(), "ct" ), nan = SmallCase.image( SmallCase.ct(), "nan" );
		nan.getStack().getProcessor( 3 ).setf( 4, 5, Float.NaN );
		final File nowhere = folder.resolve( "nowhere" ).toFile();
		assertEquals( "The image for \"volume\" is missing or empty; expected one with at least one pixel.",
				refusal( SimulateDrrCommand.class, "volume", new ImagePlus(), "geometry", geometry ) );
		assertEquals( "The image for \"volume\" has the value NaN at [4, 5, 2]; expected finite values.",
				refusal( SimulateDrrCommand.class, "volume", nan, "geometry", geometry, "save_to", nowhere.toString() ) );
		assertEquals( "The image for \"labels\" has no voxel with the label 1, the registered bone.",
				refusal( SimulateDrrCommand.class, "volume", ct,
						"labels", new ImagePlus( "none", new ByteProcessor( 4, 4 ) ), "geometry", geometry, "save_to",
						nowhere.toString() ) );
		assertTrue( refusal( VolumeToBeamCommand.class, "volume", ct, "geometry", geometry, "view", "oblique" )
				.endsWith( "geometry.json has no view \"oblique\"; it has [\"frontal\", \"lateral\"]." ) );
		assertEquals( "The image for \"beam\" has 24 x 20 pixels; its view \"frontal\" has 40 x 36.",
				refusal( BeamToVolumeCommand.class, "beam", ct, "geometry", geometry, "template", ct ) );
		assertEquals( "The image \"ct\" has 1 channels; expected 3, the x, y and z displacement in mm.",
				refusal( WarpCommand.class, "image", ct, "displacement", ct, "save_to", nowhere.toString() ) );
		assertFalse( nowhere.exists() );
	}
}
