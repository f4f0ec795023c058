/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.List;

import org.raywarp.volume.FloatArrays;
import org.raywarp.xray.DisplayContrast;
import org.raywarp.xray.Drr;
import org.raywarp.xray.Radiographs;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What the pixels of a simulated radiograph are.
 */
public enum DrrOutput
{
	/** {@code -ln( I / I0 )}: bones are bright. What a registration takes. */
	LOG_ATTENUATION
	{
		@Override
		void convert( final RandomAccessibleInterval< FloatType > image )
		{}
	},
	/** {@code I / I0}, the signal relative to the open beam: bones are dark. */
	INTENSITY
	{
		@Override
		void convert( final RandomAccessibleInterval< FloatType > image )
		{
			Radiographs.intensity( image, image );
		}
	},
	/** Gray from 0 to 1 with contrast for the eye: bones are white. */
	DISPLAY
	{
		@Override
		void convert( final RandomAccessibleInterval< FloatType > image )
		{
			DisplayContrast.gray( image, image );
		}
	};

	/** Converts log attenuation in place. */
	abstract void convert( RandomAccessibleInterval< FloatType > image );

	/**
	 * @param drrs
	 *            simulated radiographs
	 * @param masked
	 *            whether pixels outside of the mask become 0
	 * @return the pixels to show, one image a radiograph
	 */
	List< RandomAccessibleInterval< FloatType > > of( final List< Drr > drrs, final boolean masked )
	{
		return drrs.stream().map( drr -> of( drr, masked ) ).toList();
	}

	private RandomAccessibleInterval< FloatType > of( final Drr drr, final boolean masked )
	{
		final float[] pixels = FloatArrays.of( drr.image() ).clone();
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( pixels, drr.image().dimensionsAsLongArray() );
		convert( image );
		if ( masked )
		{
			final float[] mask = FloatArrays.of( drr.mask() );
			for ( int i = 0; i < pixels.length; ++i )
				pixels[ i ] *= mask[ i ];
		}
		return image;
	}
}
