/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.BitSet;

import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Recognizes volumes that are given as CT numbers but are something else. Volumes that may be CTs pass: one whole number
 * throughout, such as water; whatever has air; phantoms of a few even materials.
 */
public final class HounsfieldUnits
{
	/** Attenuation coefficients: at least this, which leaves room for interpolation, and at most that of iron at 60 keV in 1/cm. */
	private static final float LEAST_ATTENUATION = -0.05f, GREATEST_ATTENUATION = 10;

	/** Where soft tissue lies in CTs that were stored with an offset of 1000 or 1024. */
	private static final int LEAST_OFFSET_TISSUE = 900, GREATEST_OFFSET_TISSUE = 1200;

	/** What counts as air in CTs with an offset. */
	private static final int OFFSET_AIR = 100;

	/** Even phantoms have fewer different values. */
	private static final int VARIED = 32;

	/** Values from here on count as one. */
	private static final float GREATEST = 65535;

	private HounsfieldUnits()
	{}

	/**
	 * @param volume
	 *            finite values
	 * @param name
	 *            of the volume in the message
	 * @throws IllegalArgumentException
	 *             with advice, if the values look like attenuation coefficients (all from 0 to 10, not all whole), like
	 *             labels (whole numbers from 0 to 255 with 1 among them, in large even areas), or like CT numbers plus 1000
	 *             or 1024 (none below 0, air about 0, tissue about 1000, and not just a few even materials)
	 */
	public static void require( final Volume< FloatType > volume, final String name )
	{
		final float[] values = FloatArrays.of( volume.voxels() );
		float min = Float.POSITIVE_INFINITY, max = Float.NEGATIVE_INFINITY;
		boolean whole = true;
		for ( final float v : values )
		{
			min = Math.min( min, v );
			max = Math.max( max, v );
			whole &= v == Math.rint( v );
		}
		final String range = "The values of \"" + name + "\" are from " + min + " to " + max + " and look like ";
		if ( min >= LEAST_ATTENUATION && max <= GREATEST_ATTENUATION && max > 0 && !whole )
			throw new IllegalArgumentException( range + "attenuation coefficients, not Hounsfield units; convert them by"
					+ " HU = 1000 ( mu / mu of water - 1 ), where air is -1000 and water 0." );
		if ( whole && min == 0 && max <= 255 && areLabels( values, volume.grid().size()[ 0 ] ) )
			throw new IllegalArgumentException( range + "labels, not Hounsfield units; give the CT, where air is -1000 and water 0." );
		if ( min >= 0 && hasOffset( values ) )
			throw new IllegalArgumentException( range + "Hounsfield units plus an offset; subtract it first (1024, or the negative of"
					+ " DICOM's Rescale Intercept), so that air is -1000 and water 0." );
	}

	private static boolean areLabels( final float[] values, final int columns )
	{
		int equal = 0, pairs = 0;
		boolean one = false;
		for ( int i = 0; i < values.length; ++i )
		{
			one |= values[ i ] == 1;
			if ( i % columns > 0 )
			{
				++pairs;
				equal += values[ i ] == values[ i - 1 ] ? 1 : 0;
			}
		}
		return one && equal > 0.8 * pairs;
	}

	private static boolean hasOffset( final float[] values )
	{
		final BitSet different = new BitSet();
		int air = 0, between = 0, tissue = 0;
		for ( final float v : values )
		{
			if ( v < OFFSET_AIR )
				++air;
			else if ( v < LEAST_OFFSET_TISSUE )
				++between;
			else if ( v <= GREATEST_OFFSET_TISSUE )
				++tissue;
			different.set( ( int ) Math.min( v, GREATEST ) );
		}
		// Few voxels of bodies are neither air nor tissue, and noise, or bone, makes values many.
		return air > 0.05 * values.length && tissue > 0.05 * values.length && tissue > between && different.cardinality() > VARIED;
	}
}
