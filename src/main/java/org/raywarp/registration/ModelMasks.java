/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;
import java.util.stream.IntStream;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.ScalingAndSquaring;
import org.raywarp.deformation.Similarity;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Finds the masks of radiographs that have none by a model that has learned to do without: the silhouettes of the atlas that it
 * registers, moved to the edges of the image. With these masks the model is asked again, and knows better.
 */
public final class ModelMasks
{
	/** How far outlines may move, in mm at the detector, from one time to the next. Beginning with 6 instead of 10 finds an end of a bone less well. */
	private static final double[] BANDS = { 10, 6, 4 };

	private ModelMasks()
	{}

	/**
	 * @param atlas
	 *            the atlas
	 * @param radiographs
	 *            two or more; those with a mask keep it
	 * @param model
	 *            which needs no masks
	 * @param progress
	 *            told of every step
	 * @return the masks by the model; where they are not good, those by the atlas alone, from the identity with a search, if these are
	 * @throws IllegalArgumentException
	 *             as {@link BiplanarRegistration#register}, or as {@link MaskProposal#of}
	 */
	public static MaskProposal propose( final Atlas atlas, final List< Radiograph > radiographs, final RegistrationModel model,
			final Progress progress )
	{
		BiplanarRegistration.requireForModel( atlas, radiographs );
		final Progress first = ( f, what ) -> progress.report( 0.3 * f, what ),
				second = ( f, what ) -> progress.report( 0.3 + 0.7 * f, what );
		final MaskProposal seen;
		try
		{
			seen = MaskProposal.of( of( atlas, radiographs, model, first ), true );
		}
		catch ( final IllegalArgumentException e )
		{
			// What the model sees lies beside an image.
			return MaskProposal.of( atlas, radiographs, Similarity.IDENTITY, true, second );
		}
		return seen.isGood( radiographs ) ? seen : orByAtlas( seen, atlas, radiographs, second );
	}

	private static MaskProposal orByAtlas( final MaskProposal seen, final Atlas atlas, final List< Radiograph > radiographs,
			final Progress progress )
	{
		try
		{
			final MaskProposal found = MaskProposal.of( atlas, radiographs, Similarity.IDENTITY, true, progress );
			return found.isGood( radiographs ) ? found : seen;
		}
		catch ( final IllegalArgumentException e )
		{
			// The search lost the bone, which the model sees.
			return seen;
		}
	}

	/** The radiographs, all with masks. */
	static List< Radiograph > of( final Atlas atlas, final List< Radiograph > radiographs, final RegistrationModel model,
			final Progress progress )
	{
		final Volume< FloatType > bone = ModelInput.bone( atlas, model.grid() );
		final Atlas longer = ExtendedAtlas.of( atlas, ExtendedAtlas.faces( atlas, radiographs ) );
		List< Radiograph > masked = radiographs;
		for ( int i = 0; i < BANDS.length; ++i )
		{
			progress.report( ( double ) i / BANDS.length, "looking for the bone" );
			final Regression regression = BiplanarRegistration.regress( atlas, bone, masked, model );
			final List< Radiograph > within = about( atlas, regression, model, radiographs, BANDS[ i ] );
			masked = longer == atlas ? within : bestSupported( within, about( longer, regression, model, radiographs, BANDS[ i ] ) );
		}
		return masked;
	}

	private static List< Radiograph > about( final Atlas atlas, final Regression regression, final RegistrationModel model,
			final List< Radiograph > radiographs, final double band )
	{
		return MaskProposal.about( Deformations.warpLabels( atlas.labels(),
				Deformations.compose( ScalingAndSquaring.integrate( regression.velocity() ),
						regression.similarity().about( model.grid().center() ), atlas.ct().grid() ) ),
				radiographs, band );
	}

	/** A shaft that the atlas's box cuts off may go on in the image, or end there: the edges tell. */
	private static List< Radiograph > bestSupported( final List< Radiograph > within, final List< Radiograph > beyond )
	{
		return IntStream.range( 0, within.size() )
				.mapToObj( i -> MaskProposal.support( beyond.get( i ) ) > MaskProposal.support( within.get( i ) ) ? beyond.get( i )
						: within.get( i ) )
				.toList();
	}
}
