/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.util.List;

import org.raywarp.network.Device;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarModel;
import org.raywarp.registration.MaskProposal;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.registration.ViewUncertainty;
import org.raywarp.volume.Progress;

import ij.ImagePlus;

/**
 * How a form asks for proposals of masks: by a model that needs none, or by the atlas alone.
 *
 * @param ct
 *            of the atlas, or null
 * @param labels
 *            of the atlas, or null
 * @param model
 *            name or folder of the model; none for the atlas alone; blank for the one that comes with RayWarp where nothing of the
 *            form is about the atlas and there are two X-rays
 * @param search
 *            whether orientations of the atlas are tried
 * @param initialPose
 *            of the atlas; blank for the atlas as it lies
 */
record MaskProposing( ImagePlus ct, ImagePlus labels, String model, boolean search, String initialPose )
{
	/**
	 * Where proposals come from.
	 *
	 * @param proposal
	 *            the masks
	 * @param origin
	 *            what made them, in words
	 */
	record Proposed( MaskProposal proposal, String origin )
	{}

	/**
	 * @return the atlas given, or that of the model
	 * @throws IOException
	 *             if it cannot be read
	 */
	Atlas atlas() throws IOException
	{
		return AtlasInputs.atlas( AtlasInputs.atlas( ct, labels, "" ), null );
	}

	/**
	 * @param atlas
	 *            {@link #atlas}
	 * @param radiographs
	 *            those with a mask keep it
	 * @param progress
	 *            told of every step
	 * @return the masks
	 * @throws IOException
	 *             if the model cannot be read
	 * @throws IllegalArgumentException
	 *             if the model cannot do it, or as {@link MaskProposal#of}
	 */
	Proposed on( final Atlas atlas, final List< Radiograph > radiographs, final Progress progress ) throws IOException
	{
		final RefinementInputs start =
				new RefinementInputs( true, RefinementSettings.Freedom.SIMILARITY, ViewUncertainty.NONE, initialPose );
		final boolean standard = ct == null && !search && !start.hasPose() && radiographs.size() == 2;
		if ( AtlasInputs.isNone( model ) || isBlank() && !standard )
			return new Proposed( MaskProposal.of( atlas, radiographs, start.pose(), search, progress ), "the atlas" );
		progress.report( 0, "loading the model" );
		try ( BiplanarModel loaded = AtlasInputs.model( model, Device.AUTO ) )
		{
			if ( loaded instanceof final RegistrationModel registers && !registers.needsMasks() )
				return new Proposed(
						MaskProposal.by( ct == null ? loaded.atlas().orElse( atlas ) : atlas, radiographs, registers, progress ),
						"the model " + loaded.name() );
			throw new IllegalArgumentException( "The model " + loaded.name()
					+ " proposes no masks, as it needs them or registers no atlas; expected one that learned from X-rays without masks, or none." );
		}
	}

	private boolean isBlank()
	{
		return model == null || model.isBlank();
	}
}
