/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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

import ij.ImagePlus;
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
		try ( Forms forms = new Forms() )
		{
			final CommandModule module = forms.run( RegisterAtlasCommand.class, "frontal", SAMPLE.resolve( "frontal.tif" ).toString(),
					"lateral", SAMPLE.resolve( "lateral.tif" ).toString(), "frontal_mask", SAMPLE.resolve( "frontal-mask.tif" ).toString(),
					"lateral_mask", SAMPLE.resolve( "lateral-mask.tif" ).toString(), "geometry",
					SAMPLE.resolve( "geometry.json" ).toFile(), "model", model, "refine", false, "device", Device.CPU );
			final Volume< UnsignedByteType > found =
					Inputs.labels( ( ImagePlus ) module.getOutput( "warped_labels" ), "warped_labels" );
			final double dice =
					LabelMetrics.evaluate( VolumeFiles.readLabels( SAMPLE.resolve( "subject-labels.nii.gz" ) ), found, null, null )
							.stream().filter( m -> m.label() == Atlas.BONE ).findFirst().orElseThrow().dice();
			assertTrue( dice > leastDice, model + " has a Dice coefficient of " + dice );
		}
	}
}
