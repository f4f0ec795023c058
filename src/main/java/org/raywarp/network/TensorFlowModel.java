/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.raywarp.deformation.VelocityField;
import org.raywarp.io.Folders;
import org.raywarp.network.SavedModelRunner.Tensor;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.registration.Regression;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * A trained registration network run through DJL.
 */
final class TensorFlowModel implements RegistrationModel
{
	private final ModelDescription description;

	private final Atlas atlas;

	private final SavedModelRunner runner;

	private final Path folder;

	/**
	 * @param folder
	 *            a private copy of the model, deleted with this
	 */
	TensorFlowModel( final ModelDescription description, final Atlas atlas, final SavedModelRunner runner, final Path folder )
	{
		this.description = description;
		this.atlas = atlas;
		this.runner = runner;
		this.folder = folder;
	}

	@Override
	public String name()
	{
		return description.name();
	}

	@Override
	public Grid grid()
	{
		return description.network().grid();
	}

	@Override
	public int detectorColumns()
	{
		return description.network().detectorColumns();
	}

	@Override
	public int detectorRows()
	{
		return description.network().detectorRows();
	}

	@Override
	public Optional< Atlas > atlas()
	{
		return Optional.of( atlas );
	}

	@Override
	public Regression regress( final Volume< FloatType > bone, final List< Radiograph > radiographs )
	{
		final NetworkConfig config = description.network();
		final NetworkInput input = new NetworkInput( config );
		NetworkInput.requireTwo( radiographs );
		final int[] n = config.grid().size();
		final Map< String, Tensor > tensors = new HashMap<>();
		tensors.put( "atlas", new Tensor( input.volume( bone, "atlas" ), 1, n[ 2 ], n[ 1 ], n[ 0 ], 1 ) );
		for ( int i = 0; i < radiographs.size(); ++i )
		{
			tensors.put( "radiograph" + i,
					new Tensor( input.radiograph( radiographs.get( i ) ), 1, config.detectorRows(), config.detectorColumns(), 1 ) );
			final List< float[] > geometry = input.geometry( radiographs.get( i ).view() );
			tensors.put( "projection" + i, new Tensor( geometry.get( 0 ), 3, 4 ) );
			tensors.put( "rays" + i, new Tensor( geometry.get( 1 ), 3, 4 ) );
			tensors.put( "range" + i, new Tensor( geometry.get( 2 ), 2 ) );
		}
		final Map< String, float[] > outputs = runner.run( tensors );
		return new Regression( SimilarityLayer.similarity( outputs.get( RegistrationGraph.AFFINE ) ),
				VelocityField.of( config.velocityGrid(), outputs.get( RegistrationGraph.VELOCITY ) ) );
	}

	@Override
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
