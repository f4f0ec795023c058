/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.util.List;

import org.raywarp.geometry.View;
import org.raywarp.network.Device;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarRegistration;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.registration.RegistrationResult;
import org.raywarp.volume.Progress;

/**
 * One registration as the fields of a form ask for it: by a model and refinement, or by refinement alone.
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
	 * @param result
	 *            of the registration
	 * @param views
	 *            of the X-rays
	 * @param report
	 *            for the user
	 */
	record Outcome( RegistrationResult result, List< View > views, String report )
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
		try ( RegistrationModel loaded = AtlasInputs.isNone( model ) ? null : AtlasInputs.model( model, device ) )
		{
			final Atlas source = AtlasInputs.atlas( atlas, loaded );
			final List< Radiograph > radiographs = images.on( Inputs.views( geometry, source.ct() ) );
			final boolean alone = loaded == null || refinement.hasPose();
			final RegistrationResult result = alone
					? BiplanarRegistration.refine( source, radiographs, refinement.pose(), refinement.settings( false ), progress )
					: BiplanarRegistration.register( source, radiographs, loaded, refinement.settings( true ), progress );
			return new Outcome( result, radiographs.stream().map( Radiograph::view ).toList(),
					RegistrationReport.text( alone ? "none" : loaded.name(), radiographs, result ) );
		}
	}
}
