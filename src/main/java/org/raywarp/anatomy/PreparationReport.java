/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Locale;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;
import org.raywarp.volume.LabelArrays;

/**
 * A preparation in a few lines of text.
 */
final class PreparationReport
{
	private PreparationReport()
	{}

	/**
	 * @param bone
	 *            what was labeled
	 * @param ct
	 *            grid of the CT
	 * @param frame
	 *            how the bone lies
	 * @param grid
	 *            of the result
	 * @param side
	 *            of the femur
	 * @return what was done, and warnings where something is less than it should be
	 */
	static String text( final BoneMask bone, final Grid ct, final FemurFrame frame, final Grid grid, final Side side )
	{
		final StringBuilder text = new StringBuilder();
		line( text, "%s femur%s, head radius %.1f mm, neck-shaft angle %.1f degrees, misfit to the mean femur %.2f mm",
				side.name().toLowerCase( Locale.ROOT ), side == Side.LEFT ? ", mirrored" : "", frame.headRadius(), frame.neckShaftAngle(),
				frame.misfit() );
		if ( frame.shaftIsMeasured() )
			line( text, "axis of the shaft: measured, to about 1 degree" );
		else
			line( text,
					"WARNING: the bone ends %.0f mm below the center of its head, too early to measure the axis of its shaft; the axis is"
							+ " that of the mean femur, about %s",
					frame.below(), error( frame.below() ) );
		if ( bone.pieces() > 1 )
			line( text, "WARNING: the label is in %d pieces; the largest was taken, %.1f %% of its voxels", bone.pieces(),
					100.0 * bone.count() / bone.labeled() );
		if ( !bone.scan().matches( ct ) )
			line( text, "WARNING: the labels lie on another grid than the CT; both were taken where they lie in the world" );
		final double[] s = ct.spacing();
		line( text, "voxels of %.3f x %.3f x %.3f mm from %.3f x %.3f x %.3f mm; %.0f %% of the bone lie in the frame's box",
				grid.spacing()[ 0 ], grid.spacing()[ 1 ], grid.spacing()[ 2 ], s[ 0 ], s[ 1 ], s[ 2 ],
				100 * share( bone, frame, grid ) );
		return text.toString();
	}

	private static void line( final StringBuilder text, final String format, final Object... values )
	{
		text.append( String.format( Locale.ROOT, format, values ) ).append( System.lineSeparator() );
	}

	/** From bones that were cut so far below the head's center; see {@link CtPreparation}. */
	private static String error( final double below )
	{
		return below < 40 ? "7 degrees off and up to 17" : below < 65 ? "6 degrees off and up to 12" : "4 degrees off and up to 9";
	}

	/** Of the bone's voxels, how many have their center in the box of the frame. */
	private static double share( final BoneMask bone, final FemurFrame frame, final Grid grid )
	{
		final int[] size = bone.size(), n = grid.size();
		final Affine3D gridFromBox =
				grid.worldFromVoxel().inverse().after( frame.frameFromPatient() ).after( bone.labels().worldFromVoxel() );
		int inside = 0;
		for ( int i = 0; i < bone.voxels().length; ++i )
			if ( bone.voxels()[ i ] != 0 )
			{
				final double[] x = gridFromBox.apply( i % size[ 0 ], i / size[ 0 ] % size[ 1 ], i / ( size[ 0 ] * size[ 1 ] ) );
				inside += LabelArrays.nearest( n, x[ 0 ], x[ 1 ], x[ 2 ] ) < 0 ? 0 : 1;
			}
		return ( double ) inside / bone.count();
	}
}
