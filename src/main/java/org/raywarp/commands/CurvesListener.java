/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.raywarp.network.Losses;
import org.raywarp.training.Trainer;
import org.raywarp.training.TrainingListener;
import org.raywarp.viewer.LearningCurves;

/**
 * Draws the losses of the validation cases anew after each validation, as {@value #PICTURE} beside their table.
 */
final class CurvesListener implements TrainingListener
{
	static final String PICTURE = "validation.png";

	private final Path output;

	CurvesListener( final Path output )
	{
		this.output = output;
	}

	@Override
	public void validated( final long step, final Losses losses, final boolean best )
	{
		try
		{
			LearningCurves.write( output.resolve( Trainer.VALIDATION_TABLE ), output.resolve( PICTURE ) );
		}
		catch ( final IOException e )
		{
			throw new UncheckedIOException( e );
		}
	}
}
