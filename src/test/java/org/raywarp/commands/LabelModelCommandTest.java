/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.dataset.GeometryMode;
import org.raywarp.dataset.StandardViews;
import org.raywarp.io.GeometryFile;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.io.VolumeFiles;
import org.raywarp.projection.JosephProjector;
import org.raywarp.projection.Projections;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Volume;
import org.scijava.command.CommandModule;

import ij.ImagePlus;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The methods that the paper compares with, by commands alone: a label map from a data set to the result, and what is refused.
 */
class LabelModelCommandTest
{
	@TempDir
	private Path folder;

	@Test
	void labelMapIsLearnedAndRegressed() throws Exception
	{
		try ( Forms forms = new Forms() )
		{
			final Path cases = folder.resolve( "cases" ), training = folder.resolve( "training" ), config = folder.resolve( "config.json" );
			forms.run( GenerateDatasetCommand.class, "output", cases.toFile(), "cases", 2, "size", "QUARTER" );
			Files.writeString( config,
					"{\"method\": \"LABELS\", \"steps\": 8, \"learningRate\": 0.01, \"decoderFeatures\": [8, 8, 8, 8]}" );
			forms.run( TrainModelCommand.class, "dataset", cases.toFile(), "output", training.toFile(), "config", config.toString(),
					"device",
					"CPU" );
			assertTrue( Files.exists( training.resolve( "validation.png" ) ) );
			final Path one = cases.resolve( "case-00000" );
			regress( forms, one, training.resolve( "model" ).toString() );
			refuse( forms, one, training.resolve( "model" ).toString(), config, cases );
		}
	}

	private void regress( final Forms forms, final Path one, final String model ) throws Exception
	{
		final Path saved = folder.resolve( "saved" );
		final CommandModule module = forms.run( RegisterAtlasCommand.class, "frontal", one.resolve( "drr.tif" ).toString(), "frontal_mask",
				one.resolve( "mask.tif" ).toString(), "geometry", one.resolve( "geometry.json" ).toFile(), "model", model, "save_to",
				saved.toString() );
		assertNull( module.getOutput( "warped_atlas" ) );
		assertNull( module.getOutput( "displacement" ) );
		final String report = module.getOutput( "report" ).toString();
		assertTrue( report.contains( "nothing is refined" ) && report.contains( "no warped_atlas and no displacement" ), report );
		try ( Stream< Path > files = Files.list( saved ) )
		{
			assertEquals( List.of( "drr.tif", "report.txt", "warped_labels.nii.gz" ),
					files.map( f -> f.getFileName().toString() ).sorted().toList() );
		}
		final Volume< FloatType > labels = ImagePlusVolumes.toVolume( ( ImagePlus ) module.getOutput( "warped_labels" ) );
		assertTrue( GridSize.FULL.grid().matches( labels.grid() ) );
		assertTrue( GridSize.FULL.grid().matches( VolumeFiles.readLabels( saved.resolve( "warped_labels.nii.gz" ) ).grid() ) );
		final float[] projected = FloatArrays
				.of( Projections.project( labels, GeometryFile.read( one.resolve( "geometry.json" ), new double[ 3 ] ).get( 1 ),
						new JosephProjector() ) );
		final float[] drr = ( float[] ) ( ( ImagePlus ) module.getOutput( "drr" ) ).getStack().getPixels( 2 );
		float greatest = 0;
		for ( int i = 0; i < drr.length; ++i )
		{
			assertEquals( projected[ i ], drr[ i ], 1e-3 );
			greatest = Math.max( greatest, drr[ i ] );
		}
		assertTrue( greatest > 5, "a network that has taken eight steps finds something of the bone: " + greatest + " mm" );
	}

	private void refuse( final Forms forms, final Path one, final String model, final Path config, final Path cases ) throws Exception
	{
		final File oblique = folder.resolve( "oblique.json" ).toFile();
		GeometryFile.writeViews( StandardViews.draw( GeometryMode.GENERALIZED, GridSize.QUARTER, 4 ), oblique.toPath() );
		final String refusal =
				forms.refusal( RegisterAtlasCommand.class, "frontal", one.resolve( "drr.tif" ).toString(), "geometry", oblique,
						"model", model );
		assertTrue( refusal.contains( "takes the orthogonal views that it was trained on" ), refusal );
		Files.writeString( config, "{\"method\": \"STATISTICAL\", \"steps\": 1}" );
		final String population = forms.refusal( TrainModelCommand.class, "dataset", cases.toFile(), "output",
				folder.resolve( "statistical" ).toFile(), "config", config.toString() );
		assertTrue( population.contains( "takes the population of the atlas" ), population );
		final Path generalized = folder.resolve( "generalized" );
		forms.run( GenerateDatasetCommand.class, "output", generalized.toFile(), "cases", 1, "size", "QUARTER", "geometry_mode",
				"GENERALIZED" );
		Files.writeString( config, "{\"method\": \"LABELS\", \"steps\": 1}" );
		final String views = forms.refusal( TrainModelCommand.class, "dataset", cases.toFile(), "further_datasets", generalized.toString(),
				"output", folder.resolve( "labels" ).toFile(), "config", config.toString() );
		assertTrue( views.contains( "orthogonal views only" ), views );
	}
}
