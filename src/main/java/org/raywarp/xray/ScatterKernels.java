/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import org.raywarp.geometry.View;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Scattered radiation behind a body, from the primary beam behind it.
 */
public final class ScatterKernels
{
	private ScatterKernels()
	{}

	/**
	 * Prepares the scatter of one beam, detector and position of the body.
	 *
	 * @param spectrum
	 *            of the open beam
	 * @param response
	 *            of the detector
	 * @param distances
	 *            of body and detector from the source
	 * @return the kernels
	 */
	public static ScatterKernels of( final Spectrum spectrum, final DetectorResponse response, final BodyDistances distances )
	{
		throw new UnsupportedOperationException( "No scatter yet." );
	}

	/**
	 * @param primary
	 *            signal of the primary beam relative to that of the open beam
	 * @param view
	 *            that says how large the pixels are; the beam is collimated to the image
	 * @param target
	 *            receives the signal of the scatter relative to that of the open beam
	 */
	public void estimate( final RandomAccessibleInterval< FloatType > primary, final View view,
			final RandomAccessibleInterval< FloatType > target )
	{
		throw new UnsupportedOperationException( "No scatter yet." );
	}

	/**
	 * @return the second moment of {@link PrimarySignal} of scatter of the relative signal 1
	 */
	public double secondMoment()
	{
		throw new UnsupportedOperationException( "No scatter yet." );
	}
}
