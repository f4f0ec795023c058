/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.util.List;

import org.raywarp.network.Device;
import org.raywarp.network.ModelZoo;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarModel;
import org.raywarp.registration.MaskProposal;
import org.raywarp.registration.ModelMasks;
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
 *            name or folder of the model; none for the atlas alone; blank for the one that comes with RayWarp, where nothing of the
 *            form is about the atlas and there are two X-rays
 * @param search
 *            whether orientations of the atlas are tried
 * @param initialPose
 *            of the atlas; blank for the atlas as it lies
 */
record MaskProposing( ImagePlus ct, ImagePlus labels, String model, boolean search, String initialPose )
{

	private static final String BY_ATLAS = "the atlas";

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
		final Atlas given = AtlasInputs.atlas( ct, labels, "" );
		return given == null && isNamed() ? ModelZoo.atlas( model ) : AtlasInputs.atlas( given, null );
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
	 *             if a model is asked for that cannot do it, or together with a pose of the atlas, or as {@link MaskProposal#of} and
	 *             {@link ModelMasks#propose}
	 */
	Proposed on( final Atlas atlas, final List< Radiograph > radiographs, final Progress progress ) throws IOException
	{
		final RefinementInputs start =
				new RefinementInputs( true, RefinementSettings.Freedom.SIMILARITY, ViewUncertainty.NONE, initialPose );
		final boolean ofAtlas = search || start.hasPose();
		if ( isNamed() && ofAtlas )
			throw new IllegalArgumentException( "The model " + model
					+ " says where the bone is; expected no initial_pose and no search, or the model none." );
		if ( isNamed() || !AtlasInputs.isNone( model ) && ct == null && !ofAtlas && radiographs.size() == 2 )
		{
			progress.report( 0, "loading the model" );
			try ( BiplanarModel loaded = AtlasInputs.model( model, Device.AUTO ) )
			{
				if ( loaded instanceof final RegistrationModel registers && !registers.needsMasks() )
				{
					final MaskProposal proposal = ModelMasks.propose( atlas, radiographs, registers, progress );
					return new Proposed( proposal, proposal.byModel() ? "the model " + loaded.name() : BY_ATLAS );
				}
				if ( isNamed() )
					throw new IllegalArgumentException( "The model " + loaded.name()
							+ " proposes no masks, as it needs them or registers no atlas; expected one that learned from X-rays without masks, or none." );
			}
		}
		return new Proposed( MaskProposal.of( atlas, radiographs, start.pose(), search, progress ), BY_ATLAS );
	}

	/** Whether a certain model is asked for. */
	private boolean isNamed()
	{
		return model != null && !model.isBlank() && !AtlasInputs.isNone( model );
	}
}
