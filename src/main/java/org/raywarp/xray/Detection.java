/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What a detector shows of a primary beam, in the order of the physics:
 * <ol>
 * <li>scatter of the body is added to the mean and to the second moment of the signal;</li>
 * <li>the grid stops part of both, more of the scatter;</li>
 * <li>the focal spot blurs the beam;</li>
 * <li>photons arrive at random, independently in each pixel: white noise of the variance of a compound Poisson sum;</li>
 * <li>the scintillator spreads their light: signal and noise are blurred alike;</li>
 * <li>the electronics add white noise.</li>
 * </ol>
 * Scatter is so smooth that the focal spot does not change it: its order with the blur is of no account. Everything in
 * {@link ImagingChain#IDEAL} leaves the image alone bit for bit.
 */
public final class Detection
{
	private Detection()
	{}

	/**
	 * @param primary
	 *            signal of the primary beam
	 * @param view
	 *            that says how large the pixels are
	 * @param distances
	 *            of body and detector from the source; needed for scatter and for a focal spot alone, else may be null
	 * @param chain
	 *            what stands between beam and image
	 * @param exposure
	 *            spectrum, number of photons, seed of the noise
	 * @param target
	 *            receives the signal relative to the mean signal of the open beam behind the grid
	 */
	public static void detect( final PrimarySignal primary, final View view, final BodyDistances distances, final ImagingChain chain,
			final Exposure exposure, final RandomAccessibleInterval< FloatType > target )
	{
		PrimarySignal signal = primary;
		if ( chain.scatter().scale() > 0 && chain.grid().scatterTransmission() > 0 )
			signal = withScatter( signal, ScatterKernels.of( exposure.spectrum(), chain.response(), distances ), view, chain );
		if ( chain.blur().focalSpot() > 0 && distances.magnification() > 1 )
			signal = blurred( signal, chain.blur().focalSpotVariance( distances.magnification() ), view );
		RandomAccessibleInterval< FloatType > image = signal.mean();
		if ( exposure.photons() > 0 )
		{
			Noise.quantum( signal, exposure.photons() * chain.grid().primaryTransmission(), exposure.seed(), target );
			image = target;
		}
		if ( chain.blur().scintillator() > 0 )
		{
			Blurring.lorentzian( image, chain.blur().scintillator(), new double[] { view.pixelSpacingX(), view.pixelSpacingY() }, target );
			image = target;
		}
		if ( exposure.photons() > 0 && chain.electronicNoise() > 0 )
		{
			Noise.electronic( image, chain.electronicNoise() / exposure.photons() / chain.grid().primaryTransmission(), exposure.seed(),
					target );
			image = target;
		}
		FloatArrays.write( FloatArrays.of( image ), target );
	}

	private static PrimarySignal withScatter( final PrimarySignal primary, final ScatterKernels kernels, final View view,
			final ImagingChain chain )
	{
		final RandomAccessibleInterval< FloatType > scatter = image( view );
		Scattering.estimate( primary.mean(), view, kernels, scatter );
		final double factor = chain.scatter().scale() * chain.grid().scatterFactor();
		return new PrimarySignal( sum( primary.mean(), scatter, factor, view ),
				sum( primary.secondMoment(), scatter, factor * kernels.secondMoment(), view ) );
	}

	private static RandomAccessibleInterval< FloatType > sum( final RandomAccessibleInterval< FloatType > image,
			final RandomAccessibleInterval< FloatType > added, final double factor, final View view )
	{
		final float[] values = FloatArrays.of( image ), addends = FloatArrays.of( added );
		final RandomAccessibleInterval< FloatType > sum = image( view );
		final float[] result = FloatArrays.backing( sum );
		for ( int i = 0; i < result.length; ++i )
			result[ i ] = ( float ) ( values[ i ] + factor * addends[ i ] );
		return sum;
	}

	private static PrimarySignal blurred( final PrimarySignal signal, final double variance, final View view )
	{
		final double x = variance / ( view.pixelSpacingX() * view.pixelSpacingX() );
		final double y = variance / ( view.pixelSpacingY() * view.pixelSpacingY() );
		final RandomAccessibleInterval< FloatType > mean = image( view );
		Blurring.gaussian( signal.mean(), x, y, mean );
		if ( signal.secondMoment() == signal.mean() )
			return new PrimarySignal( mean, mean );
		final RandomAccessibleInterval< FloatType > second = image( view );
		Blurring.gaussian( signal.secondMoment(), x, y, second );
		return new PrimarySignal( mean, second );
	}

	private static RandomAccessibleInterval< FloatType > image( final View view )
	{
		return ArrayImgs.floats( view.columns(), view.rows() );
	}
}
