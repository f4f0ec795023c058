/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.raywarp.geometry.View;
import org.raywarp.registration.Atlas;
import org.raywarp.viewer.Review;
import org.raywarp.viewer.ReviewCase;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Progress;

import ij.ImagePlus;

/**
 * What a registration left: images that are open, or the files of the folder that it saved its results to, in so far as they
 * are there. An image that is given counts before a file.
 *
 * @param labels
 *            the registered labels
 * @param ct
 *            the warped atlas; null for none
 * @param displacement
 *            null for none
 * @param drr
 *            null for none
 * @param report
 *            what the registration reported; may be empty
 */
record ReviewInputs( ImagePlus labels, ImagePlus ct, ImagePlus displacement, ImagePlus drr, String report )
{

	/** A report is a page of text. */
	private static final long MOST_BYTES = 1 << 20;

	/**
	 * @param results
	 *            the folder where a registration saved its results; blank for none
	 * @return this, completed from there
	 * @throws IOException
	 *             if the folder does not exist or a file in it cannot be read
	 * @throws IllegalArgumentException
	 *             if there are no labels
	 */
	ReviewInputs from( final String results ) throws IOException
	{
		final Path folder = Optionals.path( results );
		if ( folder != null && !Files.isDirectory( folder ) )
			throw new IOException( "The folder " + folder + " does not exist; expected one that Register Atlas to X-rays saved to." );
		final ReviewInputs all = folder == null ? new ReviewInputs( labels, ct, displacement, drr, report == null ? "" : report )
				: new ReviewInputs( orFile( labels, folder, "warped_labels.nii.gz" ), orFile( ct, folder, "warped_atlas.nii.gz" ),
						orFile( displacement, folder, "displacement.tif" ), orFile( drr, folder, "drr.tif" ),
						report == null || report.isBlank() ? text( folder.resolve( "report.txt" ) ) : report );
		if ( all.labels == null )
			throw new IllegalArgumentException( "There are no registered labels to review: give warped_labels, or as results a folder with "
					+ "the file warped_labels.nii.gz." );
		return all;
	}

	private static ImagePlus orFile( final ImagePlus given, final Path folder, final String name ) throws IOException
	{
		final File file = folder.resolve( name ).toFile();
		return given != null || !file.isFile() ? given : ImageFiles.read( file );
	}

	private static String text( final Path file ) throws IOException
	{
		if ( !Files.isRegularFile( file ) )
			return "";
		if ( Files.size( file ) > MOST_BYTES )
			throw new IOException( file + " has " + Files.size( file ) + " bytes; expected a report of at most " + MOST_BYTES + "." );
		return Files.readString( file );
	}

	/**
	 * @param images
	 *            the X-rays
	 * @param geometry
	 *            file of their views, as they were before a registration refined them
	 * @param atlas
	 *            as it was
	 * @param truth
	 *            where it is known
	 * @param progress
	 *            told of every step
	 * @return what comes of it
	 * @throws IOException
	 *             if the geometry cannot be read
	 * @throws IllegalArgumentException
	 *             if an image is unusable or does not fit the others
	 */
	ReviewOutputs review( final RadiographInputs images, final File geometry, final Optional< ReviewCase.Bone > atlas,
			final Optional< ReviewCase.Bone > truth, final Progress progress ) throws IOException
	{
		final ReviewCase.Bone registered = bone( "warped atlas", "warped_labels", labels, "warped_atlas", ct ).orElseThrow();
		final List< View > given = Inputs.viewsOnto( geometry, registered.labels() ), views = RefinedViews.of( drr, given );
		final ReviewCase review = new ReviewCase( images.on( views ),
				drr == null ? List.of() : Inputs.images( drr, "drr" ), registered,
				displacement == null ? Optional.empty() : Optional.of( Inputs.displacement( displacement, "displacement" ) ), atlas,
				truth );
		return new ReviewOutputs( "Registration to " + name( images.frontal() ), review, Review.of( review, progress ), report,
				facts( images, geometry.getName() + ( views.equals( given ) ? "" : ", refined by the registration" ),
						registered.labels().grid() ) );
	}

	private List< List< String > > facts( final RadiographInputs images, final String geometry, final Grid grid )
	{
		final List< List< String > > facts = new ArrayList<>();
		facts.add( List.of( "X-rays", name( images.frontal() ) + ( images.lateral() == null ? "" : ", " + name( images.lateral() ) ) ) );
		facts.add( List.of( "Masks", images.frontalMask() == null ? "none"
				: name( images.frontalMask() ) + ( images.lateralMask() == null ? "" : ", " + name( images.lateralMask() ) ) ) );
		facts.add( List.of( "Geometry file", geometry ) );
		facts.add( List.of( "Grid", Arrays.stream( grid.size() ).mapToObj( String::valueOf ).collect( Collectors.joining( " x " ) )
				+ " voxels of " + Arrays.stream( grid.spacing() ).mapToObj( s -> String.format( Locale.ROOT, "%.3f", s ) )
						.collect( Collectors.joining( " x " ) )
				+ " mm" ) );
		facts.add( List.of( "Model", report.lines().filter( l -> l.startsWith( "model " ) ).findFirst().map( l -> l.substring( 6 ) )
				.orElse( "not reported" ) ) );
		facts.add( List.of( "Projections", drr == null ? "path lengths through the labels" : "DRR of the registered bone" ) );
		facts.add( List.of( "Reviewed with", "RayWarp " + Versions.raywarp() + ", TensorFlow for Java " + Versions.engine() + ", "
				+ Versions.platform() ) );
		return facts;
	}

	private static String name( final ImagePlus image )
	{
		return image.getTitle();
	}

	/**
	 * @param name
	 *            what it is
	 * @param labelsParameter
	 *            name of the parameter with its labels
	 * @param labels
	 *            null for none
	 * @param ctParameter
	 *            name of the parameter with its CT
	 * @param ct
	 *            null for none
	 * @return the bone; nothing where neither is given
	 * @throws IllegalArgumentException
	 *             if an image is unusable, the labels lack the bone, or the CT is given without them
	 */
	static Optional< ReviewCase.Bone > bone( final String name, final String labelsParameter, final ImagePlus labels,
			final String ctParameter, final ImagePlus ct )
	{
		if ( labels == null && ct != null )
			throw new IllegalArgumentException(
					"The parameter " + ctParameter + " is given without " + labelsParameter + ", the labels on its grid." );
		if ( labels == null )
			return Optional.empty();
		return Optional.of( new ReviewCase.Bone( name, Inputs.labelsWith( labels, labelsParameter, Atlas.BONE ),
				Optional.ofNullable( ct ).map( image -> Inputs.volume( image, ctParameter ) ) ) );
	}
}
