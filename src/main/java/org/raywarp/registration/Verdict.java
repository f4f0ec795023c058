/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a registration can be used, judged without the truth.
 * <p>
 * The thresholds were chosen with the registrations of two persons in view, m3 and m4, whom the atlas's population was
 * learned from, and then tried on two others, m8 and the Visible Human woman, each with the bundled model (its weights of 29,000 steps, not the present ones of 49,000) on the FULL grid, in
 * orthogonal and in generalized views ({@code scripts/evaluate-verdict.py}). The others' orthogonal ones had been looked at
 * before, and the bound of the outlines was set low enough for the sample's 0.982: a trial, but no blind one. Average surface distances to the truth in mm,
 * with T for trust, L for look, N for do not use:
 * <table>
 * <caption>Verdicts</caption>
 * <tr><th>what was wrong</th><th>m3</th><th>m4</th><th>tried on: m8</th><th>Visible Human</th></tr>
 * <tr><td>nothing</td><td>0.52 T, 0.47 T</td><td>0.49 T, 0.46 T</td><td>0.74 T, 1.04 T</td><td>0.63 T, 0.64 T</td></tr>
 * <tr><td>noise as strong as the image</td><td>0.47 T, 0.51 T</td><td>0.55 T, 0.56 T</td><td>0.83 T, 1.11 T</td><td>0.69 T, 0.68 T</td></tr>
 * <tr><td>start 60 degrees off</td><td>0.53 T, 0.47 T</td><td>0.49 T, 0.47 T</td><td>0.76 T, 1.05 T</td><td>0.63 T, 0.66 T</td></tr>
 * <tr><td>not refined</td><td>0.85 L, 0.99 L</td><td>1.14 L, 1.25 L</td><td>1.22 L, 2.50 N</td><td>0.77 L, 1.44 L</td></tr>
 * <tr><td>lateral view mirrored</td><td>9.8 N, 10.3 N</td><td>13.6 N, 13.8 N</td><td>3.2 N, 9.6 N</td><td>5.1 N, 13.3 N</td></tr>
 * <tr><td>a mask shifted by 6 pixels</td><td>2.6 T, 2.6 L</td><td>2.4 L, 2.7 T</td><td>2.5 L, 3.3 L</td><td>2.4 L, 4.6 T</td></tr>
 * <tr><td>masks too wide by 4 pixels</td><td>2.1 T, 2.3 L</td><td>2.1 L, 2.0 T</td><td>1.8 L, 2.7 L</td><td>2.0 L, 2.0 T</td></tr>
 * <tr><td>second view 10 degrees wrong</td><td>2.2 T, 2.2 T</td><td>2.2 T, 2.0 T</td><td>2.1 T, 2.1 T</td><td>1.7 T, 2.4 T</td></tr>
 * <tr><td>second view 20 degrees wrong</td><td>4.3 T, 4.1 T</td><td>4.2 T, 3.9 T</td><td>4.3 L, 4.0 L</td><td>3.3 T, 5.3 L</td></tr>
 * </table>
 * So the verdict sees what does not fit together: mirrored views, most shifted or widened masks. It trusted three of eight
 * shifted masks, with errors of up to 4.6 mm, and three of eight pairs that were too wide. It does not see what another bone
 * would show too: it trusted all eight angles that were 10 degrees wrong and five of those that were 20, with
 * errors of 1.7 to 4.3 mm; {@code evaluation.CalibrationSensitivity} says what a wrong angle costs. The persons are few, and the
 * table shows what the verdict sees, not how often it errs. Correlations, the loss at the end and folds do not tell these
 * classes apart; the correlation of densities falls from 0.5 to 0.1 with noise that does no harm.
 *
 * @param trust
 *            the verdict
 * @param reasons
 *            in words, the gravest first; what was good where all was
 */
public record Verdict( Trust trust, List< String > reasons )
{
	/** How far a registration can be relied on. */
	public enum Trust
	{
		/** All that can be seen fits. */
		TRUST( "trust" ),
		/** Something fits worse than it does where registrations are right: look at the outlines. */
		LOOK( "look" ),
		/** It fits as badly as registrations that are wrong. */
		DO_NOT_USE( "do not use" );

		private final String label;

		Trust( final String label )
		{
			this.label = label;
		}

		@Override
		public String toString()
		{
			return label;
		}
	}

	/** Overlap of mask and silhouette, of every view: below the first it is to be looked at, below the second not to be used. */
	private static final double GOOD_SILHOUETTE = 0.981, BAD_SILHOUETTE = 0.95;

	/** Loss of the similarity alone: above the first it is to be looked at, above the second not to be used. */
	private static final double GOOD_POSE = 0.28, BAD_POSE = 0.3;

	/** Folded voxels that are more than a crease. */
	private static final int MANY_FOLDS = 1000;

	/**
	 * Copies the list.
	 */
	public Verdict
	{
		reasons = List.copyOf( reasons );
	}

	/**
	 * @param quality
	 *            of a registration
	 * @return the verdict on it
	 */
	public static Verdict of( final RegistrationQuality quality )
	{
		final List< String > bad = new ArrayList<>(), doubtful = new ArrayList<>(), good = new ArrayList<>();
		for ( final ViewAgreement view : quality.views() )
		{
			final String name = " of view \"" + view.view() + "\"";
			if ( Double.isNaN( view.silhouetteDice() ) )
				doubtful.add( "there is no mask" + name + ", so that its outline is not compared" );
			else
				( !( view.silhouetteDice() >= BAD_SILHOUETTE ) ? bad : !( view.silhouetteDice() >= GOOD_SILHOUETTE ) ? doubtful : good )
						.add( String.format( Locale.ROOT, "outline and mask%s overlap by %.3f, expected %.3f or more", name,
								view.silhouetteDice(), GOOD_SILHOUETTE ) );
			if ( !( view.insideCorrelation() > 0 ) )
				doubtful.add( String.format( Locale.ROOT, "the density inside the bone%s correlates by %.3f, expected more than 0", name,
						view.insideCorrelation() ) );
		}
		if ( quality.foldedVoxels() > 0 )
			( quality.foldedVoxels() > MANY_FOLDS ? bad : doubtful )
					.add( "the displacement folds " + quality.foldedVoxels() + " voxels" );
		addPath( quality.path().stages(), bad, doubtful, good );
		final List< String > reasons = new ArrayList<>( bad );
		reasons.addAll( doubtful );
		return !bad.isEmpty() ? new Verdict( Trust.DO_NOT_USE, reasons )
				: !doubtful.isEmpty() ? new Verdict( Trust.LOOK, reasons ) : new Verdict( Trust.TRUST, good );
	}

	private static void addPath( final List< LossPath.Stage > stages, final List< String > bad, final List< String > doubtful,
			final List< String > good )
	{
		if ( stages.isEmpty() )
		{
			doubtful.add( "nothing was refined" );
			return;
		}
		final double first = stages.get( 0 ).first(), pose = stages.get( 0 ).last(), last = stages.get( stages.size() - 1 ).last();
		( pose > BAD_POSE ? bad : pose > GOOD_POSE ? doubtful : good ).add( String.format( Locale.ROOT,
				"the atlas's own shape fits with a loss of %.3f, expected %.2f or less", pose, GOOD_POSE ) );
		if ( !( last < first ) )
			doubtful.add( String.format( Locale.ROOT, "the refinement gained nothing (loss %.3f to %.3f)", first, last ) );
	}

	/**
	 * @return verdict and reasons in one line
	 */
	@Override
	public String toString()
	{
		return "verdict: " + trust + " (" + String.join( "; ", reasons )
				+ ( trust == Trust.TRUST ? "; no fit shows a wrong angle between the views, or masks that are a little shifted or too wide)"
						: ")" );
	}
}
