/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Map;

import javax.swing.SwingUtilities;

import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.viewer.DrrLevels;
import org.raywarp.viewer.VirtualCArm;
import org.raywarp.volume.Volume;
import org.raywarp.xray.Attenuation;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Opens the window of the virtual C-arm.
 */
final class CArmWindow
{
	private CArmWindow()
	{}

	/** @return whether there is a screen */
	static boolean isPossible()
	{
		return !GraphicsEnvironment.isHeadless();
	}

	/**
	 * @param image
	 *            the CT as the user sees it; shown where it is not
	 * @param ct
	 *            its values, in HU
	 * @param kilovoltage
	 *            of the tube
	 * @param arms
	 *            positions by the names of the views
	 * @param saved
	 *            the file with these positions, or null
	 */
	static void open( final ImagePlus image, final Volume< FloatType > ct, final double kilovoltage,
			final Map< String, ConeBeamGeometry > arms, final Path saved )
	{
		final DrrLevels levels = new DrrLevels( ct, Attenuation.effectiveEnergy( kilovoltage ) );
		SwingUtilities.invokeLater( () -> {
			if ( image.getWindow() == null )
				image.show();
			new VirtualCArm( image, levels, arms, saved, CArmWindow::record ).open();
		} );
	}

	/** A line for macros, to the recorder, or to the log where no recorder is open. */
	private static void record( final String line )
	{
		if ( Recorder.getInstance() == null )
			IJ.log( line );
		else
			Recorder.recordString( line + "\n" );
	}
}
