/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.raywarp.deformation.Similarity;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.Finding;
import org.raywarp.registration.LabelMap;
import org.raywarp.registration.LossPath;
import org.raywarp.registration.RegistrationResult;
import org.raywarp.viewer.ReviewCase;
import org.raywarp.viewer.ReviewVolumes;
import org.raywarp.volume.LabelArrays;

/**
 * A registration in a few lines of text.
 */
final class RegistrationReport
{
	/** Every so many iterations the loss is printed. */
	private static final int PATH_STEP = 10;

	private RegistrationReport()
	{}

	/**
	 * @param model
	 *            its name
	 * @param findings
	 *            about the inputs
	 * @param result
	 *            of the registration
	 * @return verdict, findings, model, similarity, quality and the path of the loss
	 */
	static String text( final String model, final List< Finding > findings,
			final RegistrationResult result )
	{
		final Similarity s = result.similarity();
		return result.quality().verdict() + System.lineSeparator() + lines( findings )
				+ String.format( Locale.ROOT,
						"model %s%nrotation %.3f %.3f %.3f degrees, translation %.3f %.3f %.3f mm, scale %.4f%n"
								+ "correlation with the X-rays: %.4f before, %.4f unrefined, %.4f after; folded voxels: %d%n",
						model, s.rotationX(), s.rotationY(), s.rotationZ(), s.translationX(), s.translationY(), s.translationZ(), s.scale(),
						result.quality().similarityBefore(), result.quality().similarityRegressed(), result.quality().similarityAfter(),
						result.quality().foldedVoxels() )
				+ path( result.quality().path() );
	}

	/**
	 * @param model
	 *            its name
	 * @param findings
	 *            about the inputs
	 * @param map
	 *            the labels
	 * @return findings, model, what its result is
	 */
	static String text( final String model, final List< Finding > findings,
			final LabelMap map )
	{
		final double[] spacing = map.labels().grid().spacing();
		long voxels = 0;
		for ( final byte label : LabelArrays.of( map.labels().voxels() ) )
			voxels += label == Atlas.BONE ? 1 : 0;
		return lines( findings ) + String.format( Locale.ROOT,
				"model %s%nlabel map of %.1f ml regressed without an atlas: nothing is refined, and there is no warped_atlas and no displacement%n",
				model, voxels * spacing[ 0 ] * spacing[ 1 ] * spacing[ 2 ] / 1000 );
	}

	/**
	 * @param findings
	 *            about inputs
	 * @return one line each
	 */
	static String lines( final List< Finding > findings )
	{
		return findings.stream().map( f -> f + System.lineSeparator() ).collect( Collectors.joining() );
	}

	private static String path( final LossPath path )
	{
		final StringBuilder text = new StringBuilder();
		for ( final LossPath.Stage stage : path.stages() )
		{
			text.append( String.format( Locale.ROOT, "refined %s: %d iterations, loss", stage.name(), stage.iterations() ) );
			for ( int i = 0; i < stage.iterations(); i += PATH_STEP )
				text.append( String.format( Locale.ROOT, " %.4f", stage.losses().get( i ) ) );
			text.append( String.format( Locale.ROOT, " %.4f%n", stage.last() ) );
		}
		return text.toString();
	}

	/**
	 * Shows the labels, and below them the warped atlas where there is one, in BigDataViewer.
	 *
	 * @param outcome
	 *            of the registration
	 * @return nothing, or why it was not shown
	 */
	static String show( final RegistrationRun.Outcome outcome )
	{
		try
		{
			ReviewVolumes.show(
					new ReviewCase.Bone( "warped atlas", outcome.labels(), outcome.registration().map( RegistrationResult::ct ) ) );
			return "";
		}
		catch ( final IllegalStateException e )
		{
			return e.getMessage() + System.lineSeparator();
		}
	}
}
