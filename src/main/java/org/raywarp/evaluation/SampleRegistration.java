/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.raywarp.deformation.Deformations;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.io.VolumeFiles;
import org.raywarp.metrics.LabelMetrics;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarRegistration;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.registration.RegistrationResult;
import org.raywarp.viewer.Picture;
import org.raywarp.viewer.RegistrationPicture;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Registers the sample atlas to the sample radiographs, and compares the result with the truth: the demonstration.
 */
public final class SampleRegistration
{
	private SampleRegistration()
	{}

	/**
	 * Writes {@code warped-ct.nii.gz}, {@code warped-labels.nii.gz} and {@code registration.png}.
	 *
	 * @param samples
	 *            a folder as {@link SampleData} writes it
	 * @param model
	 *            regresses the registration
	 * @param refine
	 *            whether to refine the result through the projector
	 * @param output
	 *            where to write; made if it is not there
	 * @param progress
	 *            told of every step
	 * @return the metrics before, after the affine and after the whole registration, as a table of text
	 * @throws IOException
	 *             if a file cannot be read or written
	 */
	public static String run( final Path samples, final RegistrationModel model, final boolean refine, final Path output,
			final Progress progress ) throws IOException
	{
		final Atlas read = new Atlas( VolumeFiles.read( samples.resolve( "atlas-ct.nii.gz" ) ),
				VolumeFiles.readLabels( samples.resolve( "atlas-labels.nii.gz" ) ) );
		final Atlas atlas = model.atlas().map( read::orKnown ).orElse( read );
		final List< Radiograph > radiographs = new ArrayList<>();
		for ( final View view : GeometryFile.read( samples.resolve( "geometry.json" ), atlas.ct().grid().center() ) )
			radiographs.add( new Radiograph( slice( samples.resolve( view.name() + ".tif" ) ),
					slice( samples.resolve( view.name() + "-mask.tif" ) ), view ) );
		final Volume< UnsignedByteType > truth = VolumeFiles.readLabels( samples.resolve( "subject-labels.nii.gz" ) );
		final RegistrationResult result =
				BiplanarRegistration.register( atlas, radiographs, model, RefinementSettings.standard( refine ), progress );
		Files.createDirectories( output );
		VolumeFiles.write( result.ct(), output.resolve( "warped-ct.nii.gz" ) );
		VolumeFiles.write( result.labels(), output.resolve( "warped-labels.nii.gz" ) );
		Picture.write( RegistrationPicture.panels( atlas, radiographs, result, truth ), output.resolve( "registration.png" ) );
		return String.format( "%-16s %6s %7s %8s %8s%n", "", "Dice", "Jaccard", "ASSD_mm", "HD95_mm" )
				+ row( Stage.BEFORE, truth, atlas.labels() )
				+ row( Stage.AFFINE, truth, Deformations.warpLabels( atlas.labels(), result.affine() ) )
				+ row( Stage.LOCAL, truth, result.labels() );
	}

	private static RandomAccessibleInterval< FloatType > slice( final Path file ) throws IOException
	{
		return Views.hyperSlice( VolumeFiles.read( file ).voxels(), 2, 0 );
	}

	private static String row( final Stage stage, final Volume< UnsignedByteType > truth, final Volume< UnsignedByteType > labels )
	{
		final LabelMetrics m = LabelMetrics.evaluate( truth, labels, null, null ).stream().filter( l -> l.label() == Atlas.BONE )
				.findFirst().orElseThrow();
		return String.format( Locale.ROOT, "%-16s %6.4f %7.4f %8.3f %8.3f%n", stage.label(), m.dice(), m.jaccard(), m.assd(), m.hd95() );
	}
}
