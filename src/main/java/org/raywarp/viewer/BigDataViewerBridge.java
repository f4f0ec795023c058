/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.lang.reflect.InvocationTargetException;

import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;

/**
 * Shows volumes in BigDataViewer where it is installed, as it is in Fiji. Reached by reflection, because it is not among
 * the libraries that RayWarp is built with.
 */
public final class BigDataViewerBridge
{
	private BigDataViewerBridge()
	{}

	/**
	 * Shows a volume at its place in the world.
	 *
	 * @param name
	 *            of the source
	 * @param volume
	 *            the volume
	 * @param addTo
	 *            what an earlier call returned, for one more volume in the same window; null for a new window
	 * @param min
	 *            shown black
	 * @param max
	 *            shown white
	 * @return the handle for the next call
	 * @throws IllegalStateException
	 *             if BigDataViewer is not there, or refuses
	 */
	public static Object show( final String name, final Volume< ? > volume, final Object addTo, final double min, final double max )
	{
		try
		{
			final Class< ? > functions = Class.forName( "bdv.util.BdvFunctions" ), optionsType = Class.forName( "bdv.util.BdvOptions" ),
					handle = Class.forName( "bdv.util.Bdv" ), affine = Class.forName( "net.imglib2.realtransform.AffineTransform3D" );
			final Object worldFromVoxel = affine.getConstructor().newInstance();
			affine.getMethod( "set", double[].class ).invoke( worldFromVoxel, ( Object ) volume.worldFromVoxel().toArray() );
			Object options = optionsType.getMethod( "options" ).invoke( null );
			options = optionsType.getMethod( "sourceTransform", affine ).invoke( options, worldFromVoxel );
			if ( addTo != null )
				options = optionsType.getMethod( "addTo", handle ).invoke( options, addTo );
			final Object source = functions.getMethod( "show", RandomAccessibleInterval.class, String.class, optionsType ).invoke( null,
					volume.voxels(), name, options );
			source.getClass().getMethod( "setDisplayRange", double.class, double.class ).invoke( source, min, max );
			return source;
		}
		catch ( final ClassNotFoundException e )
		{
			throw new IllegalStateException( "BigDataViewer is not installed; it comes with Fiji. The volumes are there as ImageJ images.",
					e );
		}
		catch ( final InvocationTargetException e )
		{
			throw new IllegalStateException( "BigDataViewer could not show \"" + name + "\": " + e.getCause().getMessage(), e );
		}
		catch ( final ReflectiveOperationException e )
		{
			throw new IllegalStateException( "This BigDataViewer is not one that RayWarp knows: " + e.getMessage(), e );
		}
	}
}
