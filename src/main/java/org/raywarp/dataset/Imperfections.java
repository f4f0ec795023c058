/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.xray.Drr;
import org.raywarp.xray.RandomSeeds;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What is wrong with radiographs outside of simulations: views that are calibrated with an error, and masks that somebody
 * drew. The images stay as they are.
 *
 * @param calibration
 *            bounds of the error of each view: it says that the patient lies where a random pose within these bounds, about
 *            the world's origin, puts them
 * @param maskOffset
 *            bound of the random distance by which all of a mask's outline is dilated or eroded, in mm at the detector
 * @param maskRoughness
 *            standard deviation of the waviness of the outline, in mm at the detector
 */
public record Imperfections( PoseAugmentation calibration, double maskOffset, double maskRoughness )
{

	/** Views and masks are what they are. */
	public static final Imperfections NONE = new Imperfections( PoseAugmentation.NONE, 0, 0 );

	/** Half a degree and a millimeter of calibration, masks within some 3 mm at the detector. */
	public static final Imperfections TYPICAL = new Imperfections( new PoseAugmentation( 0.5, 1 ), 2, 0.7 );

	/**
	 * @throws IllegalArgumentException
	 *             if a length is negative or above 20 mm
	 */
	public Imperfections
	{
		if ( !( maskOffset >= 0 && maskOffset <= 20 && maskRoughness >= 0 && maskRoughness <= 20 ) )
			throw new IllegalArgumentException( "Offset and roughness of a mask's outline are 0 to 20 mm, not " + maskOffset + " and "
					+ maskRoughness + " mm." );
	}

	/**
	 * @param drrs
	 *            true radiographs with masks
	 * @param seed
	 *            of the random numbers
	 * @return the same images with imperfect views and masks
	 */
	public List< Drr > apply( final List< Drr > drrs, final long seed )
	{
		if ( equals( NONE ) )
			return drrs;
		final List< Drr > imperfect = new ArrayList<>();
		for ( int i = 0; i < drrs.size(); ++i )
		{
			final Drr drr = drrs.get( i );
			final Similarity error = calibration.draw( RandomSeeds.derive( seed, i, 0 ) );
			final View view = drr.view().after( error.about( 0, 0, 0 ) );
			imperfect.add( new Drr( drr.image(), mask( drr, RandomSeeds.derive( seed, i, 1 ) ), view ) );
		}
		return imperfect;
	}

	private RandomAccessibleInterval< FloatType > mask( final Drr drr, final long seed )
	{
		final View view = drr.view();
		if ( drr.mask() == null || maskOffset == 0 && maskRoughness == 0 )
			return drr.mask();
		final float[] drawn = new MaskOutline( FloatArrays.of( drr.mask() ), view ).moved( maskOffset, maskRoughness, seed );
		return ArrayImgs.floats( drawn, view.columns(), view.rows() );
	}
}
