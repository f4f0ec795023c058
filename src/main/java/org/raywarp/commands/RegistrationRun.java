/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.raywarp.geometry.View;
import org.raywarp.network.Device;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarModel;
import org.raywarp.registration.BiplanarRegistration;
import org.raywarp.registration.Finding;
import org.raywarp.registration.InputChecks;
import org.raywarp.registration.LabelMap;
import org.raywarp.registration.LabelModel;
import org.raywarp.registration.LabelReconstruction;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.registration.RegistrationResult;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One registration as the fields of a form ask for it: by a model and refinement, by refinement alone, or by a model that
 * needs no atlas.
 *
 * @param atlas
 *            the atlas given; null for that of the model
 * @param model
 *            name or folder of the model, or none
 * @param device
 *            where the model is computed
 * @param refinement
 *            what is refined, and from where
 */
record RegistrationRun( Atlas atlas, String model, Device device, RefinementInputs refinement )
{
	/**
	 * What came of it.
	 *
	 * @param registration
	 *            of the atlas; empty where the model regressed the labels without one
	 * @param labels
	 *            of the bone
	 * @param drrs
	 *            projections of the bone, one a view
	 * @param views
	 *            of the X-rays, as given
	 * @param report
	 *            for the user
	 */
	record Outcome( Optional< RegistrationResult > registration, Volume< UnsignedByteType > labels,
			List< RandomAccessibleInterval< FloatType > > drrs, List< View > views, String report )
	{
		/**
		 * @param results
		 *            receives the projections
		 * @return these, which keep the views where the registration refined them
		 */
		ImagePlus drr( final Results results )
		{
			final ImagePlus drr = results.add( "drr", drrs, views );
			registration.map( RegistrationResult::views ).filter( v -> !v.equals( views ) )
					.ifPresent( v -> RefinedViews.keep( views, v, drr ) );
			return drr;
		}
	}

	/**
	 * What is at hand while the model is.
	 *
	 * @param atlas
	 *            to register
	 * @param radiographs
	 *            to register it to
	 * @param model
	 *            its name
	 * @param findings
	 *            about the inputs, warnings only
	 * @param labels
	 *            the model, where it is one that regresses labels and registers nothing
	 * @param method
	 *            registers to radiographs as the form asks for it; refuses where {@code labels} is there
	 */
	record Prepared( Atlas atlas, List< Radiograph > radiographs, String model, List< Finding > findings,
			Optional< LabelModel > labels, BiFunction< List< Radiograph >, Progress, RegistrationResult > method )
	{}

	/**
	 * @param images
	 *            the X-rays and masks
	 * @param geometry
	 *            file of their views
	 * @param progress
	 *            told how far it is
	 * @return what came of it
	 * @throws IOException
	 *             if the model or the geometry cannot be read
	 */
	Outcome on( final RadiographInputs images, final File geometry, final Progress progress ) throws IOException
	{
		return with( images, geometry, progress, p -> {
			final List< View > views = p.radiographs().stream().map( Radiograph::view ).toList();
			if ( p.labels().isPresent() )
			{
				final LabelMap map =
						LabelReconstruction.reconstruct( p.atlas().labels().grid(), p.radiographs(), p.labels().get(), progress );
				return new Outcome( Optional.empty(), map.labels(), map.drrs(), views,
						RegistrationReport.text( p.model(), p.findings(), map ) );
			}
			final RegistrationResult result = p.method().apply( p.radiographs(), progress );
			return new Outcome( Optional.of( result ), result.labels(), result.drrs(), views,
					RegistrationReport.text( p.model(), p.findings(), result ) );
		} );
	}

	/**
	 * @param <T>
	 *            of what is made of it
	 * @param images
	 *            the X-rays and masks
	 * @param geometry
	 *            file of their views
	 * @param progress
	 *            told how far it is
	 * @param use
	 *            what to do while the model is loaded
	 * @return what that gives
	 * @throws IOException
	 *             if the model or the geometry cannot be read
	 * @throws IllegalArgumentException
	 *             if something about the inputs is wrong beyond doubt, see {@link InputChecks}
	 */
	< T > T with( final RadiographInputs images, final File geometry, final Progress progress, final Function< Prepared, T > use )
			throws IOException
	{
		progress.report( 0, "loading the model" );
		try ( BiplanarModel loaded = AtlasInputs.isNone( model ) ? null : AtlasInputs.model( model, device ) )
		{
			final Atlas source = AtlasInputs.atlas( atlas, loaded );
			final List< Radiograph > radiographs = images.on( Inputs.views( geometry, source.ct() ) );
			progress.report( 0.02, "checking the X-rays" );
			final BiplanarModel used = refinement.hasPose() ? null : loaded;
			final List< Finding > findings = new ArrayList<>( InputChecks.of( source, radiographs ) );
			InputChecks.requireNoError( findings );
			MissingMasks.of( radiographs, used ).ifPresent( findings::add );
			final Optional< LabelModel > labels = used instanceof final LabelModel l ? Optional.of( l ) : Optional.empty();
			return use.apply( new Prepared( source, radiographs, used == null ? "none" : used.name(), findings, labels, ( r, p ) -> {
				if ( used == null )
					return BiplanarRegistration.refine( source, r, refinement.pose(), refinement.settings( false ), p );
				if ( used instanceof final RegistrationModel registers )
					return BiplanarRegistration.register( source, r, registers, refinement.settings( true ), p );
				throw new IllegalArgumentException(
						"The model " + used.name() + " regresses a label map; expected one that registers an atlas." );
			} ) );
		}
	}
}
