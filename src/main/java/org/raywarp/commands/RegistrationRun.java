/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.raywarp.geometry.View;
import org.raywarp.network.Device;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarModel;
import org.raywarp.registration.BiplanarRegistration;
import org.raywarp.registration.LabelMap;
import org.raywarp.registration.LabelModel;
import org.raywarp.registration.LabelReconstruction;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.registration.RegistrationResult;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

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
	 *            of the X-rays
	 * @param report
	 *            for the user
	 */
	record Outcome( Optional< RegistrationResult > registration, Volume< UnsignedByteType > labels,
			List< RandomAccessibleInterval< FloatType > > drrs, List< View > views, String report )
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
		progress.report( 0, "loading the model" );
		try ( BiplanarModel loaded = AtlasInputs.isNone( model ) ? null : AtlasInputs.model( model, device ) )
		{
			final Atlas source = AtlasInputs.atlas( atlas, loaded );
			final List< Radiograph > radiographs = images.on( Inputs.views( geometry, source.ct() ) );
			final List< View > views = radiographs.stream().map( Radiograph::view ).toList();
			if ( loaded instanceof final LabelModel labels && !refinement.hasPose() )
			{
				final LabelMap map = LabelReconstruction.reconstruct( source.labels().grid(), radiographs, labels, progress );
				return new Outcome( Optional.empty(), map.labels(), map.drrs(), views,
						RegistrationReport.text( loaded.name(), radiographs, map ) );
			}
			final RegistrationModel registers = loaded instanceof final RegistrationModel m && !refinement.hasPose() ? m : null;
			final RegistrationResult result = registers == null
					? BiplanarRegistration.refine( source, radiographs, refinement.pose(), refinement.settings( false ), progress )
					: BiplanarRegistration.register( source, radiographs, registers, refinement.settings( true ), progress );
			return new Outcome( Optional.of( result ), result.labels(), result.drrs(), views,
					RegistrationReport.text( registers == null ? "none" : registers.name(), radiographs, result ) );
		}
	}
}
