/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;

import org.raywarp.network.Device;
import org.raywarp.network.ModelZoo;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.RegistrationModel;

import org.raywarp.volume.Volume;
import org.raywarp.xray.HounsfieldUnits;

import ij.ImagePlus;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The atlas and the model that a user chose, or those that come with RayWarp.
 */
final class AtlasInputs
{
	private AtlasInputs()
	{}

	/**
	 * @param ct
	 *            in HU, or null
	 * @param labels
	 *            on its grid, or null
	 * @return the atlas, or null where neither is given
	 * @throws IllegalArgumentException
	 *             if one is given without the other, a voxel is not finite, the labels lack the bone, or the grids differ
	 */
	static Atlas atlas( final ImagePlus ct, final ImagePlus labels )
	{
		if ( ct == null && labels == null )
			return null;
		if ( ct == null || labels == null )
			throw new IllegalArgumentException( "The parameters atlas and atlas_labels are given together or not at all; "
					+ ( ct == null ? "atlas" : "atlas_labels" ) + " is missing." );
		final Volume< FloatType > hu = Inputs.volume( ct, "atlas" );
		HounsfieldUnits.require( hu, "atlas" );
		return new Atlas( hu, Inputs.labelsWith( labels, "atlas_labels", Atlas.BONE ) );
	}

	/**
	 * @param given
	 *            the user's atlas, or null
	 * @param model
	 *            the model, or null
	 * @return the user's atlas, or else the model's
	 * @throws IllegalArgumentException
	 *             if there is neither
	 */
	static Atlas atlas( final Atlas given, final RegistrationModel model )
	{
		if ( given == null && model == null )
			throw new IllegalArgumentException( "Without a model there is no atlas; give atlas and atlas_labels." );
		return given != null ? given
				: model.atlas().orElseThrow(
						() -> new IllegalArgumentException( "The model " + model.name() + " has no atlas; give atlas and atlas_labels." ) );
	}

	/**
	 * @param nameOrFolder
	 *            of a model
	 * @return whether it says that no model is wanted
	 */
	static boolean isNone( final String nameOrFolder )
	{
		return nameOrFolder != null && nameOrFolder.strip().equalsIgnoreCase( "none" );
	}

	/**
	 * @param nameOrFolder
	 *            of a model; blank for the one that comes with RayWarp
	 * @param device
	 *            where it computes
	 * @return the model
	 * @throws IOException
	 *             if it is not there or not usable
	 */
	static RegistrationModel model( final String nameOrFolder, final Device device ) throws IOException
	{
		final boolean named = nameOrFolder != null && !nameOrFolder.isBlank();
		if ( !named && ModelZoo.names().isEmpty() )
			throw new IllegalArgumentException( "No model comes with this build of RayWarp; give the folder of one as model." );
		return ModelZoo.load( named ? nameOrFolder : ModelZoo.names().get( 0 ), device );
	}
}
