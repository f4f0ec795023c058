/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;
import java.util.Locale;

import org.raywarp.volume.FloatArrays;

/**
 * Checks of the mask of a radiograph: 1 where the bone is projected, 0 elsewhere.
 */
final class MaskChecks
{
	/** A mask of a greater share of the image is one of all of it. */
	private static final double WHOLE = 0.95;

	/** Area of the mask relative to the projected atlas bone, within which people of all sizes lie. */
	private static final double LEAST_AREA = 0.4, GREATEST_AREA = 2.5;

	/** A mask touches a border along more than this share of it. */
	private static final double TOUCHING = 0.02;

	/** A border that the expected bone comes as near to as this share of the image may be touched. */
	private static final double NEAR = 0.12;

	private static final String[] SIDES = { "left", "right", "upper", "lower" };

	private MaskChecks()
	{}

	/** @return whether there is a mask with an inside and an outside that can be told apart */
	static boolean add( final Radiograph radiograph, final ExpectedView expected, final List< Finding > findings )
	{
		if ( radiograph.mask() == null )
			return false;
		final String view = radiograph.view().name();
		final float[] mask = FloatArrays.of( radiograph.mask() );
		final int columns = radiograph.view().columns(), rows = radiograph.view().rows();
		int inside = 0;
		for ( final float m : mask )
			inside += m > 0.5 ? 1 : 0;
		final boolean corners = mask[ 0 ] > 0.5 && mask[ columns - 1 ] > 0.5 && mask[ mask.length - columns ] > 0.5
				&& mask[ mask.length - 1 ] > 0.5;
		if ( inside == 0 )
			findings.add( Finding.error( "The mask of view \"" + view + "\" is empty; expected some pixels above 0 where the bone is." ) );
		else if ( inside > WHOLE * mask.length )
			findings.add( Finding.warning( "The mask of view \"" + view
					+ "\" covers the whole image; draw the outline of the bone, or leave the masks out." ) );
		else if ( corners && inside > mask.length / 2 )
			findings.add( Finding.error( "The mask of view \"" + view
					+ "\" is inverted: it covers all corners and leaves out the middle; invert it with Edit>Invert." ) );
		else
		{
			addSize( radiograph, expected, findings );
			addBorders( mask, columns, rows, radiograph, expected, findings );
			return true;
		}
		return false;
	}

	private static void addSize( final Radiograph radiograph, final ExpectedView expected, final List< Finding > findings )
	{
		final int n = expected.silhouette().length;
		final float[] values = new float[ n ], coverage = new float[ n ];
		Rectification.resample( radiograph, expected.raster(), values, coverage );
		double mask = 0, bone = 0;
		for ( int i = 0; i < n; ++i )
		{
			mask += expected.counted()[ i ] * coverage[ i ];
			bone += expected.counted()[ i ] * expected.silhouette()[ i ];
		}
		final double ratio = bone > 0 ? mask / bone : 1;
		if ( mask == 0 )
			findings.add( Finding.error( "The mask of view \"" + radiograph.view().name()
					+ "\" is empty where the bone is expected; expected some pixels above 0: check the isocenter and the principal point, or move the atlas onto the bone." ) );
		else if ( ratio < LEAST_AREA || ratio > GREATEST_AREA )
			findings.add( Finding.warning( String.format( Locale.ROOT,
					"The mask of view \"%s\" has %.2g times the area of the bone that is expected there; check that it marks this bone alone, and the distances of the geometry.",
					radiograph.view().name(), ratio ) ) );
	}

	private static void addBorders( final float[] mask, final int columns, final int rows, final Radiograph radiograph,
			final ExpectedView expected, final List< Finding > findings )
	{
		final double[] reach = reach( radiograph, expected );
		for ( int side = 0; side < 4; ++side )
		{
			final int length = side < 2 ? rows : columns;
			int touching = 0;
			for ( int i = 0; i < length; ++i )
				touching += mask[ side < 2 ? i * columns + ( side == 0 ? 0 : columns - 1 )
						: i + ( side == 2 ? 0 : ( rows - 1 ) * columns ) ] > 0.5 ? 1 : 0;
			if ( touching > TOUCHING * length && reach[ side ] > NEAR )
				findings.add( Finding.warning( "The mask of view \"" + radiograph.view().name() + "\" touches the " + SIDES[ side ]
						+ " border of the image, where the atlas's bone does not end: what is cut off there is guessed; check the mask, and take an image of the whole bone if you can." ) );
		}
	}

	/** How far the expected bone stays from the left, right, upper and lower border, as shares of the image. */
	private static double[] reach( final Radiograph radiograph, final ExpectedView expected )
	{
		final int columns = radiograph.view().columns(), rows = radiograph.view().rows(), width = expected.raster().columns();
		final double[] reach = { 1, 1, 1, 1 };
		for ( int i = 0; i < expected.silhouette().length; ++i )
			if ( expected.silhouette()[ i ] > 0.5 )
			{
				final double[] h = radiograph.view().projection().homogeneousFromWorld()
						.applyToVector( expected.raster().projection().rayDirection( i % width, i / width ) );
				final double column = h[ 0 ] / h[ 2 ] / columns, row = h[ 1 ] / h[ 2 ] / rows;
				reach[ 0 ] = Math.min( reach[ 0 ], column );
				reach[ 1 ] = Math.min( reach[ 1 ], 1 - column );
				reach[ 2 ] = Math.min( reach[ 2 ], row );
				reach[ 3 ] = Math.min( reach[ 3 ], 1 - row );
			}
		return reach;
	}
}
