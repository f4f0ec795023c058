/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.raywarp.registration.Atlas;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.registration.Regression;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * A trained {@link RegistrationNetwork} run through DJL.
 */
final class TensorFlowModel extends LoadedModel implements RegistrationModel
{
	/**
	 * @param folder
	 *            a private copy of the model, deleted with this
	 */
	TensorFlowModel( final ModelDescription description, final Atlas atlas, final SavedModelRunner runner, final Path folder )
	{
		super( description, atlas, runner, folder );
	}

	@Override
	public Regression regress( final Volume< FloatType > bone, final List< Radiograph > radiographs )
	{
		final NetworkInput input = new NetworkInput( description.network() );
		final Map< String, float[] > arrays = input.views( radiographs );
		arrays.put( "atlas", input.volume( bone, "atlas" ) );
		return RegistrationGraph.regression( description.network(), runner.run( input.tensors( arrays ) ) );
	}
}
