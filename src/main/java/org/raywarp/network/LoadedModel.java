/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

import org.raywarp.io.Folders;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarModel;
import org.raywarp.volume.Grid;

/**
 * A trained network run through DJL: what is the same whatever it regresses, as {@link BiplanarModel} says it.
 */
abstract class LoadedModel
{
	final ModelDescription description;

	private final Atlas atlas;

	final SavedModelRunner runner;

	private final Path folder;

	/**
	 * @param folder
	 *            a private copy of the model, deleted with this
	 */
	LoadedModel( final ModelDescription description, final Atlas atlas, final SavedModelRunner runner, final Path folder )
	{
		this.description = description;
		this.atlas = atlas;
		this.runner = runner;
		this.folder = folder;
	}

	public String name()
	{
		return description.name();
	}

	public Grid grid()
	{
		return description.network().grid();
	}

	public int detectorColumns()
	{
		return description.network().detectorColumns();
	}

	public int detectorRows()
	{
		return description.network().detectorRows();
	}

	public boolean needsMasks()
	{
		return description.training().masks().needed();
	}

	public Optional< Atlas > atlas()
	{
		return Optional.of( atlas );
	}

	public void close()
	{
		runner.close();
		try
		{
			Folders.delete( folder );
		}
		catch ( final IOException e )
		{
			throw new UncheckedIOException( e );
		}
	}
}
