/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.List;
import java.util.Set;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;

/**
 * Everything that determines the graph of a registration network.
 *
 * @param detectorColumns
 *            number of pixel columns of the radiographs
 * @param detectorRows
 *            number of pixel rows of the radiographs
 * @param grid
 *            of the atlas: axis-aligned, centered on the world's origin
 * @param architecture
 *            the layers
 * @param method
 *            what is regressed
 */
public record NetworkConfig( int detectorColumns, int detectorRows, Grid grid, Architecture architecture, Method method )
{

	/** The largest number of pixels or voxels along an axis: bounds the memory a model file can ask for. */
	static final int MAX_SIZE = 512;

	/**
	 * @throws IllegalArgumentException
	 *             if the detector, or the grid of a label map, cannot be halved as often as the architecture says, a size is out
	 *             of bounds, or an ablation is one of another method
	 */
	public NetworkConfig
	{
		final int multiple = 1 << architecture.levels();
		if ( detectorColumns < multiple || detectorRows < multiple || detectorColumns > MAX_SIZE || detectorRows > MAX_SIZE
				|| detectorColumns % multiple != 0 || detectorRows % multiple != 0 )
			throw new IllegalArgumentException(
					"A network of " + architecture.levels() + " levels has detector sizes that are multiples of " + multiple
							+ " up to " + MAX_SIZE + ", not " + detectorColumns + " x " + detectorRows + "." );
		final double[] spacing = grid.spacing();
		final Affine3D centered = Grid.centered( grid.size(), spacing ).worldFromVoxel();
		for ( int i = 0; i < 12; ++i )
			if ( Math.abs( centered.get( i / 4, i % 4 ) - grid.worldFromVoxel().get( i / 4, i % 4 ) ) > 1e-6 )
				throw new IllegalArgumentException( "The grid of a network is axis-aligned and centered on the origin, not " + grid + "." );
		for ( final int n : grid.size() )
			if ( n < 2 || n > MAX_SIZE || n % architecture.velocityStride() != 0 )
				throw new IllegalArgumentException(
						"The grid of a network has 2 to " + MAX_SIZE + " voxels along each axis, in multiples of "
								+ architecture.velocityStride() + ", not " + n + "." );
		if ( method != Method.DEFORMATION && !architecture.ablations().isEmpty() )
			throw new IllegalArgumentException(
					"The ablations " + architecture.ablations() + " are of the method DEFORMATION; the method " + method + " has none." );
		for ( final int n : grid.size() )
			if ( method == Method.LABELS && n % multiple != 0 )
				throw new IllegalArgumentException( "The grid of a label map of " + architecture.levels()
						+ " levels has sizes that are multiples of " + multiple + ", not " + n + "." );
	}

	/**
	 * The configuration of a network that regresses a deformation.
	 *
	 * @param detectorColumns
	 *            number of pixel columns of the radiographs
	 * @param detectorRows
	 *            number of pixel rows of the radiographs
	 * @param grid
	 *            of the atlas
	 * @param architecture
	 *            the layers
	 */
	public NetworkConfig( final int detectorColumns, final int detectorRows, final Grid grid, final Architecture architecture )
	{
		this( detectorColumns, detectorRows, grid, architecture, Method.DEFORMATION );
	}

	/**
	 * The network of the paper at one of the three resolutions: 160 x 224 pixels and 5 levels at FULL, both reduced alike
	 * at the others, so that the deepest feature map always has 5 x 7 pixels.
	 *
	 * @param size
	 *            the resolution
	 * @return the configuration
	 */
	public static NetworkConfig of( final GridSize size )
	{
		final Architecture architecture = switch ( size )
		{
		case FULL -> new Architecture( 5, 16, List.of( 64, 32, 32, 16, 16, 16 ), 7, 2, Set.of() );
		case HALF -> new Architecture( 4, 16, List.of( 64, 32, 32, 16, 16 ), 6, 2, Set.of() );
		case QUARTER -> new Architecture( 3, 16, List.of( 64, 32, 16, 8 ), 5, 2, Set.of() );
		};
		return new NetworkConfig( 160 / size.factor(), 224 / size.factor(), size.grid(), architecture );
	}

	/**
	 * @param newMethod
	 *            what is regressed
	 * @return this configuration with that method
	 */
	public NetworkConfig withMethod( final Method newMethod )
	{
		return new NetworkConfig( detectorColumns, detectorRows, grid, architecture, newMethod );
	}

	/**
	 * @return the grid on which the velocity is regressed and integrated
	 */
	public Grid velocityGrid()
	{
		final int[] n = grid.size();
		final int stride = architecture.velocityStride();
		return stride == 1 ? grid : grid.resampled( n[ 0 ] / stride, n[ 1 ] / stride, n[ 2 ] / stride );
	}
}
