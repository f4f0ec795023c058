/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.raywarp.geometry.View;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;

/**
 * Regions that are drawn on an X-ray image with ImageJ's tools: those of the ROI Manager and of the image's overlay that
 * belong to a view, or else the image's selection.
 *
 * @param image
 *            an X-ray image, or a stack of several
 * @param slice
 *            of the view, from 1
 * @param view
 *            the view
 */
record DrawnMasks( ImagePlus image, int slice, View view )
{

	/** Names of views that are told from each other where a region has no slice. */
	private static final List< String > NAMES = List.of( "frontal", "lateral" );

	/**
	 * @return 1 inside of the regions and 0 elsewhere; null where none is drawn
	 * @throws IllegalArgumentException
	 *             if one has no area, or none has a pixel on the image
	 */
	ByteProcessor mask()
	{
		final List< Roi > regions = new ArrayList<>();
		final RoiManager manager = RoiManager.getInstance2();
		if ( manager != null )
			Arrays.stream( manager.getRoisAsArray() ).filter( this::belongs ).forEach( regions::add );
		final Overlay overlay = image.getOverlay();
		if ( overlay != null )
			Arrays.stream( overlay.toArray() ).filter( this::belongs ).forEach( regions::add );
		if ( regions.isEmpty() && image.getRoi() != null && image.getCurrentSlice() == slice )
			regions.add( image.getRoi() );
		return regions.isEmpty() ? null : filled( regions );
	}

	/** By the image or the view that it names, and the slice where it has one. */
	private boolean belongs( final Roi region )
	{
		final int position = Math.max( region.getPosition(), region.getZPosition() );
		if ( image.getStackSize() > 1 && position > 0 )
			return position == slice;
		final String name = region.getName() == null ? "" : region.getName().toLowerCase( Locale.ROOT );
		final String own = view.name().toLowerCase( Locale.ROOT );
		if ( name.contains( own ) )
			return true;
		if ( NAMES.stream().anyMatch( other -> !other.equals( own ) && name.contains( other ) ) )
			return false;
		final boolean onThisImage = region.getImage() == image || image.getOverlay() != null && image.getOverlay().contains( region );
		return image.getStackSize() == 1 && onThisImage;
	}

	private ByteProcessor filled( final List< Roi > regions )
	{
		final ByteProcessor mask = new ByteProcessor( image.getWidth(), image.getHeight() );
		mask.setValue( 1 );
		for ( final Roi region : regions )
		{
			if ( !region.isArea() )
				throw new IllegalArgumentException( "The region \"" + region.getName() + "\" of the view \"" + view.name() + "\" is a "
						+ region.getTypeAsString() + "; expected one with an area, such as a polygon." );
			mask.fill( region );
		}
		for ( final byte value : ( byte[] ) mask.getPixels() )
			if ( value != 0 )
				return mask;
		throw new IllegalArgumentException( "The regions of the view \"" + view.name() + "\" have no pixel on its image." );
	}
}
