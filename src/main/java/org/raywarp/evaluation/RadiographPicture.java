/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.raywarp.anatomy.LabeledCt;
import org.raywarp.anatomy.MeanFemur;
import org.raywarp.dataset.StandardViews;
import org.raywarp.geometry.View;
import org.raywarp.viewer.Panel;
import org.raywarp.viewer.Picture;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;
import org.raywarp.xray.AntiScatterGrid;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;
import org.raywarp.xray.ImagingChain;
import org.raywarp.xray.Scatter;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The picture of the README: one modeled femur as CT, as line integrals, and as radiographs of 60, 80 and 120 kV.
 */
public final class RadiographPicture
{
	private static final int[] KILOVOLTAGES = { 60, 80, 120 };

	/** The one energy of the line integrals, in keV: near the mean of 80 kV behind the femur. */
	private static final double ENERGY = 45;

	/** Photons of the open beam a pixel, for noise that can be seen. */
	private static final double PHOTONS = 4_000;

	private static final int COLUMNS = 211, ROWS = 320, HEIGHT = 300, CORONAL = 1;

	/** Log attenuation that is white, in all radiographs alike; black is 0. */
	private static final double WHITE = 3.2;

	/** Length of the bar, in mm of the CT's slice, or of the detector. */
	private static final double BAR = 50;

	private RadiographPicture()
	{}

	/**
	 * @param file
	 *            the PNG file; written beside its place first, then moved there
	 * @param size
	 *            of the femur's grid
	 * @param progress
	 *            told after every panel
	 * @throws IOException
	 *             if it cannot be written
	 */
	public static void write( final Path file, final GridSize size, final Progress progress ) throws IOException
	{
		if ( file.toAbsolutePath().getParent() != null )
			Files.createDirectories( file.toAbsolutePath().getParent() );
		final LabeledCt femur = MeanFemur.ct( size, Progress.NONE );
		final View view = StandardViews.orthogonal( size ).get( 0 ).resampled( COLUMNS, ROWS );
		final List< Panel > panels = new ArrayList<>();
		panels.add( slice( femur.ct() ) );
		panels.add( radiograph( "line integral, " + ( int ) ENERGY + " keV", femur.ct(), view, DrrSettings.monochromatic( ENERGY ) ) );
		for ( int i = 0; i < KILOVOLTAGES.length; ++i )
		{
			progress.report( ( i + 1.0 ) / ( KILOVOLTAGES.length + 1 ), "taking a radiograph" );
			final ImagingChain chain = ImagingChain.FLAT_DETECTOR.withScatter( Scatter.WATER, AntiScatterGrid.NONE );
			panels.add( radiograph( KILOVOLTAGES[ i ] + " kV, noise, scatter", femur.ct(), view,
					DrrSettings.polyenergetic( KILOVOLTAGES[ i ] ).withChain( chain ).withNoise( PHOTONS, i ) ) );
		}
		Picture.write( panels, HEIGHT, file );
		progress.report( 1, "picture written" );
	}

	/** Superior is up. */
	private static Panel slice( final Volume< FloatType > ct )
	{
		final RandomAccessibleInterval< FloatType > slice = Views.hyperSlice( ct.voxels(), CORONAL, ct.voxels().dimension( CORONAL ) / 2 );
		final double[] spacing = ct.grid().spacing();
		return panel( "CT slice (bar: 50 mm)", Views.zeroMin( Views.invertAxis( slice, 1 ) ), spacing[ 0 ], spacing[ 2 ], Double.NaN );
	}

	private static Panel radiograph( final String title, final Volume< FloatType > ct, final View view, final DrrSettings settings )
	{
		final RandomAccessibleInterval< FloatType > image =
				DrrSimulator.simulate( ct, null, 1, List.of( view ), settings ).get( 0 ).image();
		return panel( title, image, view.pixelSpacingX(), view.pixelSpacingY(), WHITE );
	}

	private static Panel panel( final String title, final RandomAccessibleInterval< FloatType > image, final double width,
			final double height, final double white )
	{
		return new Panel( title, image, width, height, Map.of(), white ).withScaleBar( BAR );
	}
}
