/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.geometry.View;
import org.raywarp.projection.JosephProjector;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Simulates radiographs of a CT with photons of one energy: attenuation, line integrals by Joseph's method, the law of
 * Beer and Lambert, photon noise. Departs from the paper, which uses DeepDRR's spectra (Van Houtte et al. 2022,
 * "Generating DRR").
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
	 *            energy, noise, supersampling
	 * @return the radiographs, in the order of the views
	 * @throws IllegalArgumentException
	 *             if the CT has channels or voxels that are not finite, or a volume is not in front of a source
	 * @implNote op names='raywarp.simulateDrr'
	 */
	public static List< Drr > simulate( final Volume< FloatType > hounsfield, final Volume< UnsignedByteType > labels, final int label,
			final List< View > views, final DrrSettings settings )
	{
		final Volume< FloatType > attenuation = attenuation( hounsfield, settings.energy() );
		final List< Drr > drrs = new ArrayList<>();
		for ( int i = 0; i < views.size(); ++i )
		{
			final View view = views.get( i );
			final DrrSettings own = settings.withNoise( settings.photons(), RandomSeeds.derive( settings.seed(), i ) );
			drrs.add( new Drr( radiograph( attenuation, view, own ), labels == null ? null : LabelMasks.project( labels, label, view ),
					view ) );
		}
		return drrs;
	}

	private static Volume< FloatType > attenuation( final Volume< FloatType > hounsfield, final double energy )
	{
		if ( hounsfield.channels() != 1 )
			throw new IllegalArgumentException( "A CT has one channel, not " + hounsfield.channels() + "." );
		for ( final float hu : FloatArrays.of( hounsfield.voxels() ) )
			if ( !Float.isFinite( hu ) )
				throw new IllegalArgumentException( "The CT has a voxel of " + hu + " HU; expected finite values." );
		return new Volume<>( ArrayImgs.floats( FloatArrays.of( Attenuation.view( hounsfield, energy ).voxels() ),
				hounsfield.voxels().dimensionsAsLongArray() ), hounsfield.worldFromVoxel() );
	}

	/**
	 * @param attenuation
	 *            linear attenuation coefficients, in 1/mm
	 * @param view
	 *            where the radiograph is taken from
	 * @param settings
	 *            noise and supersampling
	 * @return log attenuation over (column, row)
	 */
	public static RandomAccessibleInterval< FloatType > radiograph( final Volume< FloatType > attenuation, final View view,
			final DrrSettings settings )
	{
		final int rays = settings.supersampling();
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( view.columns(), view.rows() );
		final RandomAccessibleInterval< FloatType > fine = rays == 1 ? image
				: ArrayImgs.floats( ( long ) view.columns() * rays, ( long ) view.rows() * rays );
		new JosephProjector().project( attenuation, rays == 1 ? view : view.resampled( view.columns() * rays, view.rows() * rays ), fine );
		if ( rays == 1 && settings.photons() == 0 )
			return image;
		Radiographs.intensity( fine, fine );
		if ( rays > 1 )
			Radiographs.average( fine, rays, image );
		if ( settings.photons() > 0 )
			Radiographs.countPhotons( image, settings.photons(), settings.seed(), image );
		Radiographs.logAttenuation( image, image );
		return image;
	}
}
