/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.raywarp.geometry.View;
import org.raywarp.registration.Radiograph;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The images of a frontal and a lateral view, as two images, or of any number of views, as one stack in their order, with
 * masks given likewise or not at all.
 *
 * @param frontal
 *            the frontal image, or a stack of all
 * @param lateral
 *            the lateral image; null where {@code frontal} holds all
 * @param frontalMask
 *            above 0 where the bone is projected, or a stack of both; null for none
 * @param lateralMask
 *            likewise; null for none
 */
record RadiographInputs( ImagePlus frontal, ImagePlus lateral, ImagePlus frontalMask, ImagePlus lateralMask )
{

	/**
	 * @param views
	 *            the calibrated views: of two images those named {@code frontal} and {@code lateral}, or else the first two
	 * @return the radiographs; of two the frontal before lateral where the views are named so
	 * @throws IllegalArgumentException
	 *             if there are not as many images as views, a pixel is not finite, an image has but one value, or
	 *             a size differs from its view
	 */
	List< Radiograph > on( final List< View > views )
	{
		final List< RandomAccessibleInterval< FloatType > > images = slices( frontal, lateral, "frontal", "lateral" );
		final int count = images.size();
		if ( views.size() < count || lateral == null && views.size() != count )
			throw new IllegalArgumentException(
					"A registration takes as many X-ray images as the geometry has views, not " + count + " image"
							+ ( count == 1 ? "" : "s" ) + " and " + views.size() + " view" + ( views.size() == 1 ? "" : "s" ) + "." );
		final List< RandomAccessibleInterval< FloatType > > masks = new ArrayList<>();
		if ( frontalMask != null || lateralMask != null )
			masks.addAll( slices( frontalMask, lateralMask, "frontal_mask", "lateral_mask" ) );
		if ( !masks.isEmpty() && masks.size() != count )
			throw new IllegalArgumentException(
					"Masks are given for all " + count + " X-ray images or for none; there is " + masks.size() + "." );
		final List< Radiograph > radiographs = new ArrayList<>();
		for ( int i = 0; i < count; ++i )
		{
			requireContrast( images.get( i ), view( views, i ).name() );
			radiographs.add( new Radiograph( images.get( i ), masks.isEmpty() ? null : binary( masks.get( i ) ), view( views, i ) ) );
		}
		// A model takes the frontal view first; a geometry may list it second.
		if ( count == 2 && isNamed( radiographs.get( 0 ), "lateral" ) && isNamed( radiographs.get( 1 ), "frontal" ) )
			Collections.reverse( radiographs );
		return radiographs;
	}

	/**
	 * @param index
	 *            of a radiograph of {@link #on}
	 * @return the image that it is in
	 */
	ImagePlus image( final int index )
	{
		return lateral == null || index == 0 ? frontal : lateral;
	}

	/**
	 * @param view
	 *            of a radiograph
	 * @param views
	 *            all of them, in the order of the geometry
	 * @return its slice in the image that it is in, from 1
	 */
	int slice( final View view, final List< View > views )
	{
		return lateral == null ? views.indexOf( view ) + 1 : 1;
	}

	/** From an image of one value a model would make up some bone. */
	private static void requireContrast( final RandomAccessibleInterval< FloatType > image, final String view )
	{
		final float first = image.firstElement().get();
		for ( final FloatType value : image )
			if ( value.get() != first )
				return;
		throw new IllegalArgumentException(
				"The X-ray image of view \"" + view + "\" is empty: every pixel is " + first + "; expected log attenuation that varies." );
	}

	private static boolean isNamed( final Radiograph radiograph, final String name )
	{
		return radiograph.view().name().equalsIgnoreCase( name );
	}

	private View view( final List< View > views, final int index )
	{
		final String name = index == 0 ? "frontal" : "lateral";
		return lateral == null ? views.get( index )
				: views.stream().filter( v -> v.name().equalsIgnoreCase( name ) ).findFirst().orElse( views.get( index ) );
	}

	private static List< RandomAccessibleInterval< FloatType > > slices( final ImagePlus first, final ImagePlus second,
			final String firstName,
			final String secondName )
	{
		if ( second == null )
			return Inputs.images( first, firstName );
		final List< RandomAccessibleInterval< FloatType > > slices = new ArrayList<>();
		slices.add( single( first, firstName ) );
		slices.add( single( second, secondName ) );
		return slices;
	}

	private static RandomAccessibleInterval< FloatType > single( final ImagePlus image, final String parameter )
	{
		final List< RandomAccessibleInterval< FloatType > > slices = Inputs.images( image, parameter );
		if ( slices.size() != 1 )
			throw new IllegalArgumentException( "The image for \"" + parameter + "\" has " + slices.size()
					+ " slices; expected one, or both views in one stack and nothing for the other." );
		return slices.get( 0 );
	}

	/** In its own copy: masks of 0 and 255 are common. */
	private static RandomAccessibleInterval< FloatType > binary( final RandomAccessibleInterval< FloatType > mask )
	{
		mask.forEach( value -> value.set( value.get() > 0 ? 1 : 0 ) );
		return mask;
	}
}
