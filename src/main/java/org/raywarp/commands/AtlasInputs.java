/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.raywarp.io.VelocityModesFile;
import org.raywarp.network.Device;
import org.raywarp.network.ModelZoo;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarModel;

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
	 * @param population
	 *            file of the population's modes; blank for none
	 * @return the atlas, or null where none is given
	 * @throws IllegalArgumentException
	 *             if one is given without the other, a voxel is not finite, the labels lack the bone, or the grids differ
	 * @throws IOException
	 *             if the modes cannot be read
	 */
	static Atlas atlas( final ImagePlus ct, final ImagePlus labels, final String population ) throws IOException
	{
		final Path modes = Optionals.path( population );
		if ( ct == null && labels == null && modes == null )
			return null;
		if ( ct == null && labels == null )
			throw new IllegalArgumentException(
					"The population " + modes + " belongs to an atlas; the parameters atlas and atlas_labels are missing." );
		if ( ct == null || labels == null )
			throw new IllegalArgumentException( "The parameters atlas and atlas_labels are given together or not at all; "
					+ ( ct == null ? "atlas" : "atlas_labels" ) + " is missing." );
		final Volume< FloatType > hu = Inputs.volume( ct, "atlas" );
		HounsfieldUnits.require( hu, "atlas" );
		return new Atlas( hu, Inputs.labelsWith( labels, "atlas_labels", Atlas.BONE ),
				modes == null ? Optional.empty() : Optional.of( VelocityModesFile.read( modes ) ) );
	}

	/**
	 * @param given
	 *            the user's atlas, or null
	 * @param model
	 *            the model, or null
	 * @return the user's atlas, with its population where it is the model's, or else the model's, which without a model is
	 *         that of the model that comes with RayWarp
	 * @throws IllegalArgumentException
	 *             if there is none
	 * @throws IOException
	 *             if the bundled atlas cannot be read
	 */
	static Atlas atlas( final Atlas given, final BiplanarModel model ) throws IOException
	{
		final Optional< Atlas > known = model != null ? model.atlas()
				: ModelZoo.bundled().isEmpty() ? Optional.empty() : Optional.of( ModelZoo.atlas( ModelZoo.bundled().get( 0 ) ) );
		if ( given != null )
			return known.map( given::orKnown ).orElse( given );
		return known.orElseThrow( () -> new IllegalArgumentException( model == null
				? "No model comes with this build of RayWarp, and so no atlas; give atlas and atlas_labels."
				: "The model " + model.name() + " has no atlas; give atlas and atlas_labels." ) );
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
	static BiplanarModel model( final String nameOrFolder, final Device device ) throws IOException
	{
		return ModelZoo.load( orBundled( nameOrFolder ), device );
	}

	/**
	 * @param nameOrFolder
	 *            of a model; blank for the one that comes with RayWarp
	 * @return its name or folder
	 * @throws IllegalArgumentException
	 *             if none is given, and none comes with this build
	 */
	static String orBundled( final String nameOrFolder )
	{
		if ( nameOrFolder != null && !nameOrFolder.isBlank() )
			return nameOrFolder;
		if ( ModelZoo.bundled().isEmpty() )
			throw new IllegalArgumentException( "No model comes with this build of RayWarp; give the folder of one as model." );
		return ModelZoo.bundled().get( 0 );
	}
}
