/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.SplittableRandom;

import org.raywarp.anatomy.SmoothNoise;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;

/**
 * The outline of a mask, which can be moved outward and inward.
 */
final class MaskOutline
{
	/** Distance in mm beyond which the waves of an outline are nearly independent. */
	private static final double WAVE = 12;

	/** Waves are cut off at so many standard deviations. */
	private static final double HIGHEST_WAVE = 2.5;

	private final float[] mask;

	private final int columns, rows;

	private final double spacingX, spacingY;

	/**
	 * @param mask
	 *            0 outside, column fastest
	 * @param view
	 *            its size and spacing
	 */
	MaskOutline( final float[] mask, final View view )
	{
		this.mask = mask;
		columns = view.columns();
		rows = view.rows();
		spacingX = view.pixelSpacingX();
		spacingY = view.pixelSpacingY();
	}

	/**
	 * Keeps the pixels whose signed distance to the outline, positive inside, plus an offset and smooth noise is positive.
	 *
	 * @param greatestOffset
	 *            bound of the uniform random offset, in mm
	 * @param roughness
	 *            standard deviation of the noise, in mm
	 * @param seed
	 *            of offset and noise
	 * @return 0 and 1; the mask itself where nothing would be left
	 */
	float[] moved( final double greatestOffset, final double roughness, final long seed )
	{
		final SplittableRandom random = new SplittableRandom( seed );
		final double offset = greatestOffset * ( 2 * random.nextDouble() - 1 );
		final double reach = Math.abs( offset ) + HIGHEST_WAVE * roughness;
		final Grid plane = new Grid( new int[] { columns, rows, 1 },
				Affine3D.scaleAndOrigin( new double[] { spacingX, spacingY, 1 }, new double[ 3 ] ) );
		final SmoothNoise waves = new SmoothNoise( plane, WAVE, random.nextLong() );
		final float[] moved = new float[ mask.length ];
		boolean any = false;
		for ( int i = 0; i < moved.length; ++i )
		{
			final int column = i % columns, row = i / columns;
			final double wave = Math.max( -HIGHEST_WAVE, Math.min( HIGHEST_WAVE, waves.at( column * spacingX, row * spacingY, 0 ) ) );
			if ( signedDistance( column, row, reach ) + offset + roughness * wave > 0 )
			{
				moved[ i ] = 1;
				any = true;
			}
		}
		return any ? moved : mask.clone();
	}

	/** Distance to the nearest pixel of the other kind, less half a pixel; cut off above the reach. */
	private double signedDistance( final int column, final int row, final double reach )
	{
		final boolean inside = mask[ row * columns + column ] != 0;
		final double half = Math.min( spacingX, spacingY ) / 2;
		double nearest = square( reach + half + Math.max( spacingX, spacingY ) );
		final int wide = ( int ) Math.ceil( Math.sqrt( nearest ) / spacingX ), high = ( int ) Math.ceil( Math.sqrt( nearest ) / spacingY );
		for ( int y = Math.max( 0, row - high ); y <= Math.min( rows - 1, row + high ); ++y )
			for ( int x = Math.max( 0, column - wide ); x <= Math.min( columns - 1, column + wide ); ++x )
				if ( mask[ y * columns + x ] != 0 != inside )
					nearest = Math.min( nearest, square( ( x - column ) * spacingX ) + square( ( y - row ) * spacingY ) );
		final double distance = Math.sqrt( nearest ) - half;
		return inside ? distance : -distance;
	}

	private static double square( final double v )
	{
		return v * v;
	}
}
