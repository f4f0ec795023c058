/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Locale;

import org.raywarp.volume.Grid;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;

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
	 * @param femur
	 *            the label in the frame
	 * @param side
	 *            of the femur
	 * @return what was done, and warnings where something is less than it should be
	 */
	static String text( final BoneMask bone, final Grid ct, final FemurFrame frame, final Volume< UnsignedByteType > femur,
			final Side side )
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
				femur.grid().spacing()[ 0 ], femur.grid().spacing()[ 1 ], femur.grid().spacing()[ 2 ], s[ 0 ], s[ 1 ], s[ 2 ],
				100 * Math.min( 1, share( bone, femur ) ) );
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

	private static double share( final BoneMask bone, final Volume< UnsignedByteType > femur )
	{
		long count = 0;
		for ( final byte label : LabelArrays.of( femur.voxels() ) )
			count += label;
		return count * femur.grid().worldFromVoxel().determinant() / ( bone.count() * bone.voxelVolume() );
	}
}
