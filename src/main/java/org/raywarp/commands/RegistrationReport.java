/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.Locale;

import org.raywarp.deformation.Similarity;
import org.raywarp.registration.RegistrationResult;
import org.raywarp.viewer.BigDataViewerBridge;

/**
 * A registration in a few lines of text.
 */
final class RegistrationReport
{
	private RegistrationReport()
	{}

	/**
	 * @param model
	 *            its name
	 * @param result
	 *            of the registration
	 * @return model, similarity and quality
	 */
	static String text( final String model, final RegistrationResult result )
	{
		final Similarity s = result.similarity();
		return String.format( Locale.ROOT,
				"model %s%nrotation %.3f %.3f %.3f degrees, translation %.3f %.3f %.3f mm, scale %.4f%n"
						+ "correlation with the X-rays: %.4f before, %.4f after; folded voxels: %d%n",
				model, s.rotationX(), s.rotationY(), s.rotationZ(), s.translationX(), s.translationY(), s.translationZ(), s.scale(),
				result.quality().similarityBefore(), result.quality().similarityAfter(), result.quality().foldedVoxels() );
	}

	/**
	 * Shows the warped atlas with its labels in BigDataViewer.
	 *
	 * @param result
	 *            of the registration
	 * @return nothing, or why it was not shown
	 */
	static String show( final RegistrationResult result )
	{
		try
		{
			final Object window = BigDataViewerBridge.show( "warped atlas", result.ct(), null, -1000, 1500 );
			BigDataViewerBridge.show( "warped labels", result.labels(), window, 0, 1 );
			return "";
		}
		catch ( final IllegalStateException e )
		{
			return e.getMessage() + System.lineSeparator();
		}
	}
}
