/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Simulates radiographs of a CT, in the order of the physics:
 * <ol>
 * <li>Hounsfield units to materials, as {@link Composition} says;</li>
 * <li>line integrals of all materials along the rays of {@link RaySampling}, by Joseph's method;</li>
 * <li>the signal of the primary beam relative to that of the open beam, and its second moment ({@link PrimarySignal}),
 * averaged over the area of each pixel;</li>
 * <li>scatter, blur, grid and noise ({@link Detection});</li>
 * <li>log attenuation.</li>
 * </ol>
 * Photons of one energy in a body of water need no materials: there the second step integrates the attenuation itself, and
 * where no other effect is on, the image is that integral.
 */
public final class DrrSimulator
{
	private DrrSimulator()
	{}

	/**
	 * Simulates one radiograph a view, each with noise of its own.
	 *
	 * @param hounsfield
	 *            the CT, in HU
	 * @param labels
	 *            the label map, in a world of the same patient; null for radiographs without masks
	 * @param label
	 *            the label of the masks
	 * @param views
	 *            where the radiographs are taken from
	 * @param settings
	 *            beam, materials, rays, detector
	 * @return the radiographs, in the order of the views
	 * @throws IllegalArgumentException
	 *             if the CT has channels or voxels that are not finite, a volume is not in front of a source, or an effect
	 *             needs to know how far the body is from the detector and the pixel spacing of the view does not fit
	 * @implNote op names='raywarp.simulateDrr'
	 */
	public static List< Drr > simulate( final Volume< FloatType > hounsfield, final Volume< UnsignedByteType > labels, final int label,
			final List< View > views, final DrrSettings settings )
	{
		final PrimaryBeam beam = PrimaryBeam.behind( hounsfield, settings );
		final List< Drr > drrs = new ArrayList<>();
		for ( int i = 0; i < views.size(); ++i )
		{
			final View view = views.get( i );
			final DrrSettings own = settings.withNoise( settings.photons(), RandomSeeds.derive( settings.seed(), i ) );
			drrs.add( new Drr( radiograph( beam, hounsfield.grid(), view, own ),
					labels == null ? null : LabelMasks.project( labels, label, view ), view ) );
		}
		return drrs;
	}

	private static RandomAccessibleInterval< FloatType > radiograph( final PrimaryBeam beam, final Grid grid, final View view,
			final DrrSettings settings )
	{
		final View rays = settings.sampling().rays( view );
		final boolean ideal = settings.photons() == 0 && settings.chain().equals( ImagingChain.IDEAL );
		if ( ideal && rays == view && beam instanceof final OneEnergyBeam one )
			return one.lineIntegrals( rays );
		final PrimarySignal signal = averaged( beam.signal( rays ), view );
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( view.columns(), view.rows() );
		Detection.detect( signal, view, distances( view, grid, settings.chain() ), settings.chain(), settings.exposure(), image );
		Radiographs.logAttenuation( image, image );
		return image;
	}

	/** The signal of the pixels: the mean over the area of each. */
	private static PrimarySignal averaged( final PrimarySignal rays, final View view )
	{
		if ( rays.mean().dimension( 0 ) == view.columns() && rays.mean().dimension( 1 ) == view.rows() )
			return rays;
		final RandomAccessibleInterval< FloatType > mean = ArrayImgs.floats( view.columns(), view.rows() );
		Radiographs.average( rays.mean(), mean );
		if ( rays.secondMoment() == rays.mean() )
			return new PrimarySignal( mean, mean );
		final RandomAccessibleInterval< FloatType > second = ArrayImgs.floats( view.columns(), view.rows() );
		Radiographs.average( rays.secondMoment(), second );
		return new PrimarySignal( mean, second );
	}

	/** Where the body is, which views without a pixel spacing do not tell: null where no effect asks for it. */
	private static BodyDistances distances( final View view, final Grid grid, final ImagingChain chain )
	{
		return chain.scatter().scale() > 0 || chain.blur().focalSpot() > 0 ? BodyDistances.of( view, grid ) : null;
	}
}
