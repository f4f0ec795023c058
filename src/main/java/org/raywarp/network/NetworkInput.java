/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.View;
import org.raywarp.network.SavedModelRunner.Tensor;
import org.raywarp.registration.Radiograph;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * The arrays that go into a network's named tensors. Images here are (x, y, z) with x fastest, tensors are
 * [1, z, y, x, channel]: the same order in memory.
 */
final class NetworkInput
{
	private final NetworkConfig config;

	NetworkInput( final NetworkConfig config )
	{
		this.config = config;
	}

	/**
	 * @return the values of a volume on the network's grid
	 * @throws IllegalArgumentException
	 *             if it lies on another grid
	 */
	float[] volume( final Volume< FloatType > volume, final String what )
	{
		final Grid grid = config.grid();
		final double[] expected = grid.worldFromVoxel().toArray(), given = volume.worldFromVoxel().toArray();
		boolean same = Arrays.equals( grid.size(), volume.grid().size() ) && volume.channels() == 1;
		for ( int i = 0; i < expected.length; ++i )
			same &= Math.abs( expected[ i ] - given[ i ] ) < 1e-4;
		if ( !same )
			throw new IllegalArgumentException( "The " + what + " lies on " + volume.grid() + "; the network takes " + grid + "." );
		return FloatArrays.of( volume.voxels() );
	}

	/**
	 * @return the values of a radiograph
	 * @throws IllegalArgumentException
	 *             if it has another size than the network takes
	 */
	private float[] radiograph( final Radiograph radiograph )
	{
		final View view = radiograph.view();
		if ( view.columns() != config.detectorColumns() || view.rows() != config.detectorRows() )
			throw new IllegalArgumentException( "The radiograph of view \"" + view.name() + "\" has " + view.columns() + " x " + view.rows()
					+ " pixels; the network takes " + config.detectorColumns() + " x " + config.detectorRows() + "." );
		return FloatArrays.of( radiograph.image() );
	}

	/**
	 * @param radiographs
	 *            frontal and lateral
	 * @return what the network is given of them, by name
	 * @throws IllegalArgumentException
	 *             unless there are two radiographs of the size that the network takes
	 */
	Map< String, float[] > views( final List< Radiograph > radiographs )
	{
		if ( radiographs.size() != 2 )
			throw new IllegalArgumentException( "The network takes 2 radiographs, not " + radiographs.size() + "." );
		final Set< String > wanted = RegistrationGraph.inputs( config ).keySet();
		final Map< String, float[] > arrays = new HashMap<>();
		for ( int i = 0; i < radiographs.size(); ++i )
		{
			arrays.put( "radiograph" + i, radiograph( radiographs.get( i ) ) );
			final List< float[] > geometry = geometry( radiographs.get( i ).view() );
			arrays.put( "projection" + i, geometry.get( 0 ) );
			arrays.put( "rays" + i, geometry.get( 1 ) );
			arrays.put( "range" + i, geometry.get( 2 ) );
		}
		arrays.keySet().retainAll( wanted );
		return arrays;
	}

	/** @return arrays by name with the shapes that the network takes */
	Map< String, Tensor > tensors( final Map< String, float[] > arrays )
	{
		final Map< String, long[] > shapes = RegistrationGraph.inputs( config );
		final Map< String, Tensor > tensors = new HashMap<>();
		arrays.forEach( ( name, values ) -> tensors.put( name, new Tensor( values, shapes.get( name ) ) ) );
		return tensors;
	}

	/** Projection, rays and range of a view, as {@link ViewTensors} describes them. */
	private List< float[] > geometry( final View view )
	{
		final BeamCoordinates beam =
				BeamCoordinates.covering( view, config.grid().size(), config.grid().worldFromVoxel(), config.architecture().samples() );
		return List.of( AffineMap.entries( view.projection().homogeneousFromWorld() ),
				AffineMap.entries( view.projection().worldFromHomogeneous() ),
				new float[] { ( float ) beam.near(), ( float ) beam.far() } );
	}
}
