/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.lang.reflect.InvocationTargetException;

import java.util.List;

import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

/**
 * Shows volumes in BigDataViewer where it is installed, as it is in Fiji. Reached by reflection, because it is not among
 * the libraries that RayWarp is built with.
 */
public final class BigDataViewerBridge
{
	private final ClassLoader classes;

	/** Looks for BigDataViewer's classes with the given loader. */
	BigDataViewerBridge( final ClassLoader classes )
	{
		this.classes = classes;
	}

	/**
	 * A volume as it is shown. BigDataViewer adds the colors of sources that lie over each other, so that a dim color over
	 * gray looks transparent.
	 *
	 * @param name
	 *            of the source
	 * @param volume
	 *            at its place in the world
	 * @param min
	 *            shown black
	 * @param max
	 *            shown in the color
	 * @param color
	 *            white for gray values
	 * @param visible
	 *            false where the user has to switch it on
	 */
	public record Source( String name, Volume< ? extends RealType< ? > > volume, double min, double max, Color color, boolean visible )
	{}

	/**
	 * Shows volumes over each other in a new window.
	 *
	 * @param sources
	 *            each at its place in the world
	 * @throws IllegalStateException
	 *             if BigDataViewer is not there, or refuses
	 */
	public static void show( final List< Source > sources )
	{
		new BigDataViewerBridge( BigDataViewerBridge.class.getClassLoader() ).showAll( sources );
	}

	void showAll( final List< Source > sources )
	{
		Object window = null;
		for ( final Source source : sources )
		{
			final Object shown = show( source, window );
			window = window == null ? shown : window;
		}
	}

	private Object show( final Source source, final Object addTo )
	{
		try
		{
			final Class< ? > functions = type( "bdv.util.BdvFunctions" ), optionsType = type( "bdv.util.BdvOptions" ),
					handle = type( "bdv.util.Bdv" ), affine = type( "net.imglib2.realtransform.AffineTransform3D" );
			final Object worldFromVoxel = affine.getConstructor().newInstance();
			affine.getMethod( "set", double[].class ).invoke( worldFromVoxel, ( Object ) source.volume().worldFromVoxel().toArray() );
			Object options = optionsType.getMethod( "options" ).invoke( null );
			options = optionsType.getMethod( "sourceTransform", affine ).invoke( options, worldFromVoxel );
			if ( addTo != null )
				options = optionsType.getMethod( "addTo", handle ).invoke( options, addTo );
			final Object shown = functions.getMethod( "show", RandomAccessibleInterval.class, String.class, optionsType ).invoke( null,
					source.volume().voxels(), source.name(), options );
			shown.getClass().getMethod( "setDisplayRange", double.class, double.class ).invoke( shown, source.min(), source.max() );
			shown.getClass().getMethod( "setColor", ARGBType.class ).invoke( shown, new ARGBType( source.color().getRGB() ) );
			shown.getClass().getMethod( "setActive", boolean.class ).invoke( shown, source.visible() );
			return shown;
		}
		catch ( final ClassNotFoundException e )
		{
			throw new IllegalStateException( "BigDataViewer is not installed; it comes with Fiji. The volumes are there as ImageJ images.",
					e );
		}
		catch ( final InvocationTargetException e )
		{
			throw new IllegalStateException(
					"BigDataViewer could not show \"" + source.name() + "\": " + e.getCause().getMessage(), e );
		}
		catch ( final ReflectiveOperationException e )
		{
			throw new IllegalStateException( "This BigDataViewer is not one that RayWarp knows: " + e.getMessage(), e );
		}
	}

	private Class< ? > type( final String name ) throws ClassNotFoundException
	{
		return Class.forName( name, true, classes );
	}
}
