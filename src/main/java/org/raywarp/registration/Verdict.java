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
 * The thresholds were chosen on registrations of two persons, m3 and m4, and tried on another, m8, in orthogonal and in
 * generalized views (FULL grid, the bundled model; "mm" is the average surface distance to the truth):
 * <table>
 * <caption>Verdicts</caption>
 * <tr><th>what was wrong</th><th>m3, m4</th><th>verdicts</th><th>m8</th><th>verdicts</th></tr>
 * <tr><td>nothing</td><td>0.83, 0.52 mm</td><td>trust, trust</td><td>0.89, 1.01</td><td>trust, trust</td></tr>
 * <tr><td>noise as strong as the image</td><td>0.76, 0.61</td><td>trust, trust</td><td>0.97, 1.00</td><td>trust, trust</td></tr>
 * <tr><td>start 30 degrees off</td><td>0.81, 0.52</td><td>trust, trust</td><td>0.87, 1.00</td><td>trust, trust</td></tr>
 * <tr><td>not refined</td><td>1.16, 1.02</td><td>look, look</td><td>1.08, 1.48</td><td>look, do not use</td></tr>
 * <tr><td>lateral view mirrored</td><td>15.5, 10.6</td><td>do not use, do not use</td><td>8.8, 13.0</td><td>do not use, do not use</td></tr>
 * <tr><td>a mask shifted by 6 pixels</td><td>4.3, 2.1</td><td>look, look</td><td>2.6, 3.3</td><td>look, look</td></tr>
 * <tr><td>masks too wide by 4 pixels</td><td>2.2, 1.9</td><td>trust, look</td><td>1.8, 2.1</td><td>look, look</td></tr>
 * <tr><td>second view 10 degrees wrong</td><td>2.4, 2.1</td><td>trust, trust</td><td>1.9, 2.3</td><td>trust, look</td></tr>
 * <tr><td>second view 20 degrees wrong</td><td>ANGLE3, 4.1</td><td>VERDICT3, trust</td><td>3.9, 4.5</td><td>trust, look</td></tr>
 * </table>
 * So on the person that was not used to choose, all that is trusted was within 1.01 mm but for wrong angles, which no number
 * seen here tells: a bone that is twisted a little makes up for them. {@code evaluation.CalibrationSensitivity} says what they
 * cost. One person in two geometries is few: the table shows what the verdict sees, not how often it errs. Correlations,
 * total loss and folds do not separate these classes; the correlation of densities falls from 0.5 to 0.1 with noise that
 * does no harm.
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
	private static final double GOOD_SILHOUETTE = 0.976, BAD_SILHOUETTE = 0.95;

	/** Loss of the similarity alone: above the first it is to be looked at, above the second not to be used. */
	private static final double GOOD_POSE = 0.28, BAD_POSE = 0.32;

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
				+ ( trust == Trust.TRUST ? "; what no fit shows is a wrong angle between the views)" : ")" );
	}
}
