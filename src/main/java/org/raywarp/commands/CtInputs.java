/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.Arrays;
import java.util.Locale;

import org.raywarp.geometry.Affine3D;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;
import org.raywarp.xray.HounsfieldUnits;

import ij.ImagePlus;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A CT and its labels, checked.
 *
 * @param ct
 *            in Hounsfield units
 * @param labels
 *            with the registered bone; null where none were given
 */
record CtInputs( Volume< FloatType > ct, Volume< UnsignedByteType > labels )
{

	/**
	 * @param volume
	 *            what the user gave for the parameter {@code volume}
	 * @param labels
	 *            what the user gave for the parameter {@code labels}, or null
	 * @param needsLabels
	 *            whether an output needs them
	 * @return both
	 * @throws IllegalArgumentException
	 *             if the volume is missing or does not look like a CT, or the labels are missing though needed, have no
	 *             voxel of the bone, or do not lie where the volume lies
	 */
	static CtInputs of( final ImagePlus volume, final ImagePlus labels, final boolean needsLabels )
	{
		final Volume< FloatType > ct = Inputs.volume( volume, "volume" );
		HounsfieldUnits.require( ct, "volume" );
		if ( labels == null && needsLabels )
			throw new IllegalArgumentException(
					"The parameter labels is missing; masked radiographs and projections of labels need it." );
		return new CtInputs( ct, labels == null ? null : covering( ct.grid(), Inputs.labelsWith( labels, "labels", Atlas.BONE ) ) );
	}

	/** Labels may have other voxels than the CT, but no corner of the CT may be more than a voxel outside of them. */
	private static Volume< UnsignedByteType > covering( final Grid ct, final Volume< UnsignedByteType > labels )
	{
		final Affine3D labelFromVoxel = labels.worldFromVoxel().inverse().after( ct.worldFromVoxel() );
		final int[] size = ct.size(), labelSize = labels.grid().size();
		final double[] spacing = labels.grid().spacing();
		final double voxel = Math.max( Arrays.stream( ct.spacing() ).max().getAsDouble(), Arrays.stream( spacing ).max().getAsDouble() );
		for ( int corner = 0; corner < 8; ++corner )
		{
			final double[] at = labelFromVoxel.apply( ( corner & 1 ) * ( size[ 0 ] - 1 ), ( corner >> 1 & 1 ) * ( size[ 1 ] - 1 ),
					( corner >> 2 ) * ( size[ 2 ] - 1 ) );
			for ( int d = 0; d < 3; ++d )
				if ( at[ d ] * spacing[ d ] < -voxel || ( at[ d ] - labelSize[ d ] + 1 ) * spacing[ d ] > voxel )
					throw new IllegalArgumentException( "The labels (" + text( labels.grid() ) + ") do not cover the volume (" + text( ct )
							+ "); expected labels of the same body in the same world, whatever their voxels." );
		}
		return labels;
	}

	/** Size, spacing and place, for messages. */
	static String text( final Grid grid )
	{
		final int[] n = grid.size();
		final double[] mm = grid.spacing(), first = grid.worldFromVoxel().apply( 0, 0, 0 );
		return String.format( Locale.ROOT, "%d x %d x %d voxels of %.4g x %.4g x %.4g mm, the first at %.4g, %.4g, %.4g", n[ 0 ], n[ 1 ],
				n[ 2 ], mm[ 0 ], mm[ 1 ], mm[ 2 ], first[ 0 ], first[ 1 ], first[ 2 ] );
	}
}
