/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.geometry.View;
import org.raywarp.volume.Volume;
import org.raywarp.xray.LabelMasks;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How all labels of a map are projected beside the mask of one.
 */
public enum LabelProjection
{
	/** Not at all. */
	NONE,
	/** One slice a view: the number of the label that the ray runs through longest. */
	LABEL_NUMBER,
	/** One slice a view and label: how far the ray runs through the label, in mm. */
	PATH_LENGTH;

	/** Adds the stack {@code projected_labels} to the results; null for {@link #NONE}. */
	ImagePlus of( final Volume< UnsignedByteType > labels, final List< View > views, final Results results )
	{
		if ( this == NONE )
			return null;
		final List< RandomAccessibleInterval< FloatType > > slices = new ArrayList<>();
		final List< View > viewOfSlice = new ArrayList<>();
		final List< String > names = new ArrayList<>();
		for ( final View view : views )
			for ( final int label : this == LABEL_NUMBER ? new int[] { 0 } : LabelMasks.labelsOf( labels ) )
			{
				slices.add( this == LABEL_NUMBER ? LabelMasks.longest( labels, view ) : LabelMasks.pathLengths( labels, label, view ) );
				viewOfSlice.add( view );
				names.add( this == LABEL_NUMBER ? view.name() : view.name() + ", label " + label );
			}
		final ImagePlus image = results.add( "projected_labels", slices, viewOfSlice );
		for ( int i = 0; i < names.size(); ++i )
			image.getStack().setSliceLabel( names.get( i ), i + 1 );
		return image;
	}
}
