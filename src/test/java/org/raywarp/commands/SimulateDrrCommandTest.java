/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;
import org.raywarp.xray.ImagingChain;
import org.raywarp.xray.RaySampling;
import org.raywarp.xray.TungstenTube;
import org.scijava.command.CommandModule;

import ij.ImagePlus;

/**
 * The options of the form, and what it refuses.
 */
class SimulateDrrCommandTest
{
	/** A pixel in the middle of the ball, and one beside it, of 40 x 36. */
	private static final int MIDDLE = 18 * 40 + 20, BESIDE = 2 * 40 + 2;

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

	private static CommandModule run( final Object... inputs ) throws Exception
	{
		final Map< String, Object > map = new HashMap<>();
		map.put( "volume", SmallCase.image( SmallCase.ct(), "ct" ) );
		map.put( "labels", SmallCase.image( SmallCase.labels(), "labels" ) );
		map.put( "geometry", geometry );
		for ( int i = 0; i < inputs.length; i += 2 )
			map.put( ( String ) inputs[ i ], inputs[ i + 1 ] );
		return forms.run( SimulateDrrCommand.class,
				map.entrySet().stream().flatMap( e -> Stream.of( e.getKey(), e.getValue() ) ).toArray() );
	}

	private static float[] pixels( final CommandModule module, final String output, final int slice )
	{
		return ( float[] ) ( ( ImagePlus ) module.getOutput( output ) ).getStack().getPixels( slice );
	}

	private static float[] drr( final Object... inputs ) throws Exception
	{
		return pixels( run( inputs ), "drr", 2 );
	}

	private static String refusal( final Object... inputs )
	{
		final File nowhere = folder.resolve( "nowhere" ).toFile();
		final Object[] all = new Object[ inputs.length + 2 ];
		System.arraycopy( inputs, 0, all, 0, inputs.length );
		all[ inputs.length ] = "save_to";
		all[ inputs.length + 1 ] = nowhere.toString();
		final String sentence = Failure.sentence( assertThrows( ExecutionException.class, () -> run( all ) ) );
		assertFalse( nowhere.exists() );
		return sentence;
	}

	private static void refuses( final String part, final Object... inputs )
	{
		final String sentence = refusal( inputs );
		assertTrue( sentence.contains( part ), sentence );
	}

	@Test
	void polyenergeticIsTheSimulatorsResult() throws Exception
	{
		final float[] expected = FloatArrays.of( DrrSimulator.simulate( SmallCase.ct(), null, 1, SmallCase.views(),
				DrrSettings.polyenergetic( 80 ).withSpectrum( TungstenTube.spectrum( 80, TungstenTube.USUAL_ANODE_ANGLE, 4 ) )
						.withSampling( new RaySampling( 55, 47, 2 ) ).withNoise( 9000, 3 ) )
				.get( 1 ).image() );
		assertArrayEquals( expected,
				drr( "physics", "POLYENERGETIC", "kilovoltage", 80.0, "filtration", 4.0, "raster", "55 x 47", "oversampling", 2,
						"photons", 9000.0, "seed", 3L, "electronic_noise", ImagingChain.FLAT_DETECTOR.electronicNoise(), "blur",
						ImagingChain.FLAT_DETECTOR.blur().scintillator(), "focal_spot", ImagingChain.FLAT_DETECTOR.blur().focalSpot() ) );
	}

	@Test
	void scatterFillsShadowsAndAGridStopsMostOfIt() throws Exception
	{
		final float without = drr( "physics", "POLYENERGETIC" )[ MIDDLE ];
		final float with = drr( "physics", "POLYENERGETIC", "scatter", true )[ MIDDLE ];
		final float grid = drr( "physics", "POLYENERGETIC", "scatter", true, "grid", true )[ MIDDLE ];
		assertTrue( with < grid && grid < without, with + " < " + grid + " < " + without );
		assertTrue( drr( "scatter", true )[ MIDDLE ] < drr()[ MIDDLE ] );
	}

	@Test
	void intensityAndDisplayAreOfTheSameImage() throws Exception
	{
		final float[] attenuation = drr(), intensity = drr( "output", "INTENSITY" ), display = drr( "output", "DISPLAY" );
		for ( int i = 0; i < attenuation.length; ++i )
			assertEquals( Math.exp( -attenuation[ i ] ), intensity[ i ], 1e-6 );
		assertEquals( 1, intensity[ BESIDE ], 1e-6 );
		assertEquals( 0, display[ BESIDE ] );
		assertTrue( display[ MIDDLE ] > 0.9 && display[ MIDDLE ] <= 1 );
	}

	@ParameterizedTest
	@CsvSource( { "LOG_ATTENUATION", "INTENSITY", "DISPLAY" } )
	void masksLeaveNothingOutsideAndAllInside( final String output ) throws Exception
	{
		final CommandModule module = run( "masked", true, "output", output );
		final float[] whole = drr( "output", output ), masked = pixels( module, "drr", 2 ), mask = pixels( module, "mask", 2 );
		for ( int i = 0; i < whole.length; ++i )
			assertEquals( mask[ i ] == 1 ? whole[ i ] : 0, masked[ i ] );
	}

	@Test
	void allLabelsAreProjected() throws Exception
	{
		final byte[] two = new byte[ SmallCase.GRID.voxelCount() ];
		final byte[] one = labels();
		for ( int i = 0; i < two.length; ++i )
			two[ i ] = ( byte ) ( one[ i ] == 1 && i < two.length / 2 ? 7 : one[ i ] );
		final ImagePlus labels = SmallCase.image( Volume.labels( SmallCase.GRID, two ), "labels" );
		final CommandModule lengths = run( "labels", labels, "label_projection", "PATH_LENGTH" );
		final ImagePlus stack = ( ImagePlus ) lengths.getOutput( "projected_labels" );
		assertEquals( 4, stack.getStackSize() );
		assertEquals( "lateral, label 7", stack.getStack().getSliceLabel( 4 ) );
		assertEquals( 2, stack.getCalibration().pixelWidth );
		final float sum = pixels( lengths, "projected_labels", 3 )[ MIDDLE ] + pixels( lengths, "projected_labels", 4 )[ MIDDLE ];
		assertEquals( 24, sum, 2.5, "a ball of a radius of 12 mm in voxels of 2 mm" );
		final float[] numbers = pixels( run( "labels", labels, "label_projection", "LABEL_NUMBER" ), "projected_labels", 2 );
		assertEquals( 1, numbers[ 14 * 40 + 20 ] );
		assertEquals( 7, numbers[ 22 * 40 + 20 ] );
		assertEquals( 0, numbers[ BESIDE ] );
		assertNull( run().getOutput( "projected_labels" ) );
	}

	private static byte[] labels()
	{
		final float[] values = FloatArrays.of( SmallCase.labels().voxels() );
		final byte[] labels = new byte[ values.length ];
		for ( int i = 0; i < labels.length; ++i )
			labels[ i ] = ( byte ) values[ i ];
		return labels;
	}

	@ParameterizedTest
	@CsvSource( { "-70", "0", "10", "301", "NaN", "Infinity" } )
	void refusesKilovoltagesThatNoTubeHas( final double kilovoltage )
	{
		for ( final String physics : new String[] { "MONOENERGETIC", "POLYENERGETIC" } )
			refuses( "kV, not " + kilovoltage, "physics", physics, "kilovoltage", kilovoltage );
		refuses( "40.0 to 150.0 kV, not 200.0", "physics", "POLYENERGETIC", "kilovoltage", 200.0 );
	}

	@Test
	void refusesOptionsOutOfBounds()
	{
		refuses( "Nothing of the spectrum", "physics", "POLYENERGETIC", "filtration", 1000.0 );
		refuses( "0 or more, in mm, not -1.0", "physics", "POLYENERGETIC", "filtration", -1.0 );
		refuses( "not -1.0", "photons", -1.0 );
		refuses( "not -2.0", "photons", 100.0, "electronic_noise", -2.0 );
		refuses( "not 11.0", "focal_spot", 11.0 );
		refuses( "not -0.1", "blur", -0.1 );
		refuses( "not 0.", "oversampling", 0 );
		refuses( "such as 422x640, not \"422\"", "raster", "422" );
		refuses( "not 0 x 10", "raster", "0x10" );
		refuses( "not \"0x0\"", "raster", "0x0" );
		refuses( "0 or more, in mm, not -1.0", "filtration", -1.0 );
		refuses( "The parameter labels is missing", "labels", null, "masked", true );
		refuses( "The parameter labels is missing", "labels", null, "label_projection", "PATH_LENGTH" );
	}

	@Test
	void refusesVolumesInAnotherUnit()
	{
		final float[] hu = FloatArrays.of( SmallCase.ct().voxels() ), mu = new float[ hu.length ];
		for ( int i = 0; i < mu.length; ++i )
			mu[ i ] = 0.02f * ( 1 + hu[ i ] / 1000 );
		refuses( "look like attenuation coefficients", "volume", SmallCase.image( Volume.floats( SmallCase.GRID, mu ), "mu" ) );
		refuses( "look like labels", "volume", SmallCase.image( SmallCase.labels(), "labels" ) );
	}

	@Test
	void refusesGeometriesInAnotherWorldThanTheVolume()
	{
		final Grid far = new Grid( SmallCase.GRID.size(), Affine3D.translation( 0, 0, 500 ).after( SmallCase.GRID.worldFromVoxel() ) );
		final ImagePlus volume = SmallCase.image( Volume.floats( far, FloatArrays.of( SmallCase.ct().voxels() ) ), "ct" );
		refuses( "geometry.json: no ray of the view \"frontal\" meets the volume", "volume", volume, "labels", null );
		final Grid behind = new Grid( SmallCase.GRID.size(), Affine3D.translation( 0, 2000, 0 ).after( SmallCase.GRID.worldFromVoxel() ) );
		refuses( "lies behind the X-ray source of view \"frontal\"", "volume",
				SmallCase.image( Volume.floats( behind, FloatArrays.of( SmallCase.ct().voxels() ) ), "ct" ), "labels", null );
	}

	@Test
	void labelsMayHaveOtherVoxelsButMustCoverTheVolume() throws Exception
	{
		final Grid coarse = SmallCase.GRID.resampled( 12, 10, 14 ), small = Grid.centered( new int[] { 12, 10, 14 }, 2, 2.5, 1.5 );
		final float[] mask = pixels( run( "labels", SmallCase.image( Volume.labels( coarse, ones( coarse ) ), "coarse" ) ), "mask", 1 );
		assertEquals( 1, mask[ MIDDLE ] );
		refuses( "do not cover the volume", "labels", SmallCase.image( Volume.labels( small, ones( small ) ), "small" ) );
	}

	private static byte[] ones( final Grid grid )
	{
		final byte[] ones = new byte[ grid.voxelCount() ];
		Arrays.fill( ones, ( byte ) 1 );
		return ones;
	}
}
