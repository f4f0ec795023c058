/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.raywarp.io.VolumeFiles;
import org.raywarp.metrics.LabelMetrics;
import org.raywarp.network.Device;
import org.raywarp.network.ModelZoo;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.Volume;
import org.scijava.command.CommandModule;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * The models that come with the software, by name: what each finds of the femur of the sample, unrefined.
 */
class BundledModelsTest
{
	private static final Path SAMPLE = Path.of( "sample-data" );

	@Test
	void namesAreStable()
	{
		assertEquals( List.of( "femur-quarter", "femur-statistical-quarter", "femur-labels-quarter" ), ModelZoo.bundled() );
	}

	/** The sample is not of those who were learned from; the atlas as it is has a Dice coefficient of 0.61. */
	@ParameterizedTest
	@CsvSource( { "femur-quarter, 0.92", "femur-statistical-quarter, 0.85", "femur-labels-quarter, 0.92" } )
	void findsTheFemurOfTheSample( final String model, final double leastDice ) throws Exception
	{
		final double dice = dice( register( model, "frontal_mask", SAMPLE.resolve( "frontal-mask.tif" ).toString(), "lateral_mask",
				SAMPLE.resolve( "lateral-mask.tif" ).toString() ) );
		assertTrue( dice > leastDice, model + " has a Dice coefficient of " + dice );
	}

	@Test
	void findsTheFemurOfTheSampleWithoutMasks() throws Exception
	{
		final CommandModule module = register( "femur-quarter" );
		assertTrue( dice( module ) > 0.91, "Dice coefficient " + dice( module ) );
		final String report = module.getOutput( "report" ).toString();
		assertTrue( report.startsWith( "verdict: look" ) && report.contains( "WARNING: an X-ray has no mask; the model finds the bone" ),
				report );
	}

	/** By the atlas alone they overlap the true ones by 0.955 and 0.948. */
	@Test
	void proposesMasksOfTheSample() throws Exception
	{
		try ( Forms forms = new Forms() )
		{
			final CommandModule module =
					forms.run( MakeMasksCommand.class, "frontal", SAMPLE.resolve( "frontal.tif" ).toString(), "lateral",
							SAMPLE.resolve( "lateral.tif" ).toString(), "geometry", SAMPLE.resolve( "geometry.json" ).toFile() );
			for ( final String view : List.of( "frontal", "lateral" ) )
			{
				final ImageProcessor found = ( ( ImagePlus ) module.getOutput( view + "_mask" ) ).getProcessor(),
						truth = IJ.openImage( SAMPLE.resolve( view + "-mask.tif" ).toString() ).getProcessor();
				double both = 0, sum = 0;
				for ( int i = 0; i < found.getPixelCount(); ++i )
				{
					both += found.get( i ) > 0 && truth.getf( i ) > 0 ? 2 : 0;
					sum += ( found.get( i ) > 0 ? 1 : 0 ) + ( truth.getf( i ) > 0 ? 1 : 0 );
				}
				assertTrue( both / sum > 0.975, view + " " + both / sum );
			}
			assertTrue( module.getOutput( "report" ).toString().contains( "proposed by the model femur-quarter" ) );
		}
	}

	@Test
	void modelsThatCannotProposeAreRefused() throws Exception
	{
		assertTrue( refusal( "model", "femur-statistical-quarter" ).contains( "The model femur-statistical-quarter proposes no masks" ) );
		assertTrue( refusal( "model", "femur-quarter", "search", true ).contains( "expected no initial_pose and no search" ) );
	}

	private static String refusal( final Object... more ) throws Exception
	{
		final List< Object > inputs = new ArrayList<>( List.of( "frontal", SAMPLE.resolve( "frontal.tif" ).toString(), "lateral",
				SAMPLE.resolve( "lateral.tif" ).toString(), "geometry", SAMPLE.resolve( "geometry.json" ).toFile() ) );
		inputs.addAll( List.of( more ) );
		try ( Forms forms = new Forms() )
		{
			return forms.refusal( MakeMasksCommand.class, inputs.toArray() );
		}
	}

	private static CommandModule register( final String model, final Object... masks ) throws Exception
	{
		final List< Object > inputs = new ArrayList<>( List.of( "frontal", SAMPLE.resolve( "frontal.tif" ).toString(), "lateral",
				SAMPLE.resolve( "lateral.tif" ).toString(), "geometry", SAMPLE.resolve( "geometry.json" ).toFile(), "model", model,
				"refine",
				false, "device", Device.CPU ) );
		inputs.addAll( List.of( masks ) );
		try ( Forms forms = new Forms() )
		{
			return forms.run( RegisterAtlasCommand.class, inputs.toArray() );
		}
	}

	private static double dice( final CommandModule module ) throws Exception
	{
		final Volume< UnsignedByteType > found = Inputs.labels( ( ImagePlus ) module.getOutput( "warped_labels" ), "warped_labels" );
		return LabelMetrics.evaluate( VolumeFiles.readLabels( SAMPLE.resolve( "subject-labels.nii.gz" ) ), found, null, null ).stream()
				.filter( m -> m.label() == Atlas.BONE ).findFirst().orElseThrow().dice();
	}
}
