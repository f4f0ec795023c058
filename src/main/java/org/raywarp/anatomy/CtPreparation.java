/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Locale;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.FrameTransform;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Resampling;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The way from a labeled CT of a patient to a labeled CT of one femur in its reference frame (Van Houtte et al. 2022,
 * "CT-data preprocessing and augmentation"): turned so that the frontal and the lateral view look along y and x, a left
 * femur mirrored to a right one, cropped about the head.
 * <ol>
 * <li>{@link BoneMask}: the largest piece of the label;</li>
 * <li>{@code CtChecks}: place, unit and implants;</li>
 * <li>{@link BoneSurface}: a surface without steps;</li>
 * <li>{@link FemurFrame}: head, neck and shaft, hence the frame;</li>
 * <li>one resampling of the CT, and one of the label.</li>
 * </ol>
 * <b>Resolution.</b> The scan is sampled once, straight from its own voxels: by trilinear interpolation where it is coarser
 * than the grid, by the mean over the grid's voxels where it is finer ({@link Resampling}). Beyond the scan there is air,
 * -1000 HU, and no label. The label's indicator is resampled after a blur of two thirds of a voxel, and cut at one half, so
 * that its surface has no steps.
 * <p>
 * <b>Accuracy</b> of the axes, from labels of 3 mm of femora of three men and a woman (7) and of parametric femora (24), against
 * their frames from the uncut surface (CtPreparationTest): 0.5 degrees (at most 1.1) where the shaft is there; where the
 * scan ends so many mm below the center of the head the whole rotation is off by, on average (at most):
 * <table>
 * <caption>Error of the rotation in degrees</caption>
 * <tr><td>100 mm</td><td>1.5 (6.5)</td></tr>
 * <tr><td>70 to 80 mm</td><td>4 (9)</td></tr>
 * <tr><td>35 to 60 mm</td><td>6 (12)</td></tr>
 * <tr><td>30 mm</td><td>7 (17)</td></tr>
 * </table>
 * Nearly all of it is the inclination of the shaft, which nothing shows then; the neck's version is 1 to 3 degrees off and the
 * head's center 0.1 mm (at most 0.4).
 */
public final class CtPreparation
{
	/** In a CT that ends there, in head radii below the head's center, a frame is still accepted. */
	private static final double LEAST_BELOW = 1.25;

	/** By which factor a bone fits the other side worse at least. */
	private static final double LEAST_SIDEDNESS = 1.03;

	/** Mean distance of the head's surface from its ball, in mm, at most. */
	private static final double GREATEST_RESIDUAL = 1.5;

	private static final float AIR = -1000;

	private static final double LABEL_BLUR = 0.67;

	private CtPreparation()
	{}

	/**
	 * @param ct
	 *            of the patient, HU
	 * @param labels
	 *            of the same patient in the same world, on any grid
	 * @param label
	 *            value of the voxels of the femur
	 * @param side
	 *            which femur it is
	 * @param size
	 *            of the grid that is wanted
	 * @param progress
	 *            told how far it is
	 * @return the femur in its frame, and the way back to the CT's grid
	 * @throws IllegalArgumentException
	 *             if the values are no HU, the label is not there or not in the CT, an implant is in the bone, the scan cuts
	 *             off more than the shaft, or the bone is no femur of that side, or too short to tell how it lies
	 * @implNote op names='raywarp.prepareCt'
	 */
	public static PreparedCt prepare( final Volume< FloatType > ct, final Volume< UnsignedByteType > labels, final int label,
			final Side side, final GridSize size, final Progress progress )
	{
		if ( label < 1 || label > 255 )
			throw new IllegalArgumentException( "The label of a bone is from 1 to 255, not " + label + "." );
		progress.report( 0, "checking CT and labels" );
		final String name = "the bone with label " + label;
		final BoneMask bone = BoneMask.of( labels, label );
		CtChecks.requireBoneIn( ct, bone, name );
		CtChecks.requireNoImplant( ct, bone, name );
		progress.report( 0.2, "finding the reference frame" );
		final TriangleMesh surface = BoneSurface.of( bone ), walls = BoneSurface.withoutCuts( bone, surface );
		CtChecks.requireLength( surface, name );
		final FemurFrame frame = frame( surface, walls, side, name );
		CtChecks.requireShaftCutOnly( bone, frame, name );
		progress.report( 0.5, "resampling" );
		final FrameTransform transform = new FrameTransform( frame.frameFromPatient(), ct.grid() );
		final Grid grid = size.grid(), inPatient = transform.placed( grid );
		final float[] hu = FloatArrays.of( Resampling.resample( ct, inPatient, AIR ).voxels() );
		final Volume< UnsignedByteType > femur = Volume.labels( grid, femur( bone, inPatient ) );
		progress.report( 1, "resampling" );
		final LabeledCt labeled = new LabeledCt( Volume.floats( grid, hu ), femur, frame.frameFromPatient() );
		return new PreparedCt( labeled, transform, frame, PreparationReport.text( bone, ct.grid(), frame, grid, side ) );
	}

	private static FemurFrame frame( final TriangleMesh surface, final TriangleMesh walls, final Side side, final String name )
	{
		final FemurFrame frame;
		try
		{
			frame = FemurFrame.of( surface, walls, side, LEAST_BELOW );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IllegalArgumentException( "In " + name + " no axes can be found: " + e.getMessage(), e );
		}
		if ( frame.mirrorMisfit() < LEAST_SIDEDNESS * frame.misfit() )
			throw new IllegalArgumentException( "The axes of " + name + " cannot be trusted: it lies " + millimeters( frame.misfit() )
					+ " from a mean " + side.name().toLowerCase( Locale.ROOT ) + " femur and " + millimeters( frame.mirrorMisfit() )
					+ " from one of the other side; expected a side that fits better by 3 % at least." );
		final double residual = HeadSphere.residual( walls.transformed( frame.frameFromPatient() ), frame );
		if ( residual > GREATEST_RESIDUAL )
			throw new IllegalArgumentException( "The axes of " + name + " cannot be trusted: the surface of its head lies "
					+ millimeters( residual ) + " from a ball on average; expected at most " + GREATEST_RESIDUAL + " mm." );
		return frame;
	}

	private static String millimeters( final double length )
	{
		return Math.round( 100 * length ) / 100.0 + " mm";
	}

	/** 1 where more than half of a voxel lies in the bone and none of it beyond the scan. */
	private static byte[] femur( final BoneMask bone, final Grid inPatient )
	{
		final Volume< FloatType > share = BoneSurface.blurred( bone, bone.voxels(), new double[] { LABEL_BLUR, LABEL_BLUR, LABEL_BLUR } );
		final float[] shares = FloatArrays.of( Resampling.resample( share, inPatient ).voxels() );
		final byte[] femur = new byte[ shares.length ];
		final int[] n = inPatient.size();
		final Affine3D scanFromGrid = bone.scan().worldFromVoxel().inverse().after( inPatient.worldFromVoxel() );
		for ( int i = 0; i < femur.length; ++i )
			if ( shares[ i ] > 0.5f )
			{
				final double[] x = scanFromGrid.apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / ( n[ 0 ] * n[ 1 ] ) );
				femur[ i ] = ( byte ) ( LabelArrays.nearest( bone.scan().size(), x[ 0 ], x[ 1 ], x[ 2 ] ) < 0 ? 0 : 1 );
			}
		return femur;
	}
}
