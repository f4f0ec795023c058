/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.raywarp.deformation.DisplacementField;
import org.raywarp.registration.Radiograph;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;
import org.raywarp.xray.LabelMasks;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What a registration was given and what it found, to be looked at. The labels are always there, everything else may be
 * missing: a model may find labels alone.
 *
 * @param radiographs
 *            what was registered to, at least one
 * @param drrs
 *            projections of the registered bone in any unit, one a radiograph; empty where there are none
 * @param registered
 *            the warped atlas
 * @param displacement
 *            subject to atlas, on the grid of the registered labels
 * @param atlas
 *            the atlas as it was, on any grid
 * @param truth
 *            the subject as it is, on the grid of the registered labels
 */
public record ReviewCase( List< Radiograph > radiographs, List< RandomAccessibleInterval< FloatType > > drrs, Bone registered,
		Optional< DisplacementField > displacement, Optional< Bone > atlas, Optional< Bone > truth )
{
	/**
	 * A labeled bone, perhaps with its CT.
	 *
	 * @param name
	 *            what it is, such as {@code warped atlas}
	 * @param labels
	 *            the label map
	 * @param ct
	 *            in HU, on the same grid
	 */
	public record Bone( String name, Volume< UnsignedByteType > labels, Optional< Volume< FloatType > > ct )
	{
		/**
		 * @throws IllegalArgumentException
		 *             if the grids differ
		 */
		public Bone
		{
			if ( ct.isPresent() )
				requireGrid( ct.get().grid(), "CT of the " + name, labels.grid(), "its labels" );
		}
	}

	/**
	 * Copies the lists.
	 *
	 * @throws IllegalArgumentException
	 *             if there is no radiograph, not one projection a radiograph of its size, or a grid differs
	 */
	public ReviewCase
	{
		radiographs = List.copyOf( radiographs );
		drrs = List.copyOf( drrs );
		if ( radiographs.isEmpty() )
			throw new IllegalArgumentException( "A review needs at least one X-ray image; there is none." );
		if ( !drrs.isEmpty() && drrs.size() != radiographs.size() )
			throw new IllegalArgumentException( "A review takes one DRR for each of the " + radiographs.size()
					+ " X-ray images; there " + ( drrs.size() == 1 ? "is 1." : "are " + drrs.size() + "." ) );
		for ( int i = 0; i < drrs.size(); ++i )
			requireSize( drrs.get( i ), radiographs.get( i ) );
		final Grid grid = registered.labels().grid();
		displacement.ifPresent( u -> requireGrid( u.grid(), "displacement", grid, "the labels of the " + registered.name() ) );
		truth.ifPresent( t -> requireGrid( t.labels().grid(), t.name(), grid, "the labels of the " + registered.name() ) );
	}

	private static void requireSize( final RandomAccessibleInterval< FloatType > drr, final Radiograph radiograph )
	{
		if ( drr.dimension( 0 ) != radiograph.view().columns() || drr.dimension( 1 ) != radiograph.view().rows() )
			throw new IllegalArgumentException( "The DRR of view \"" + radiograph.view().name() + "\" has " + drr.dimension( 0 ) + " x "
					+ drr.dimension( 1 ) + " pixels; its X-ray image has " + radiograph.view().columns() + " x " + radiograph.view().rows()
					+ "." );
	}

	private static void requireGrid( final Grid grid, final String what, final Grid other, final String than )
	{
		if ( !grid.matches( other ) )
			throw new IllegalArgumentException(
					"The " + what + " lies on another grid than " + than + ": " + grid + " instead of " + other + "." );
	}

	/**
	 * @param label
	 *            the bone's
	 * @return this case; where it has no projections, with the path lengths through the bone in their place
	 */
	public ReviewCase withDrrs( final int label )
	{
		if ( !drrs.isEmpty() )
			return this;
		final List< RandomAccessibleInterval< FloatType > > paths = new ArrayList<>();
		for ( final Radiograph radiograph : radiographs )
			paths.add( LabelMasks.pathLengths( registered.labels(), label, radiograph.view() ) );
		return new ReviewCase( radiographs, paths, registered, displacement, atlas, truth );
	}
}
