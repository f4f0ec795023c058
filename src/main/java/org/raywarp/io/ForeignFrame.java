/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.Path;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;

/**
 * What geometry files of other programs leave out: where their origin lies in the world, which ways their axes point, and
 * what the detector is like.
 *
 * @param isocenter
 *            the point of the world, in mm, that the format's origin or center of rotation is at; null if unknown
 * @param axes
 *            which ways the axes of the file point
 * @param columns
 *            of the detector, 0 if unknown
 * @param rows
 *            of the detector, 0 if unknown
 * @param pixelSpacingX
 *            distance between columns in mm, 0 if unknown
 * @param pixelSpacingY
 *            distance between rows in mm, 0 if unknown
 */
public record ForeignFrame( double[] isocenter, WorldAxes axes, int columns, int rows, double pixelSpacingX, double pixelSpacingY )
{
	/**
	 * @throws IllegalArgumentException
	 *             if a size or spacing is negative or too large, or only one of two is known
	 */
	public ForeignFrame
	{
		if ( columns < 0 || rows < 0 || columns > Detector.MAX_PIXELS || rows > Detector.MAX_PIXELS || columns == 0 != ( rows == 0 ) )
			throw new IllegalArgumentException( "The detector has " + columns + " columns and " + rows + " rows; expected 1 to "
					+ Detector.MAX_PIXELS + " of both, or 0 of both if the file has them." );
		if ( !( pixelSpacingX >= 0 && pixelSpacingY >= 0 && Double.isFinite( pixelSpacingX + pixelSpacingY ) )
				|| pixelSpacingX == 0 != ( pixelSpacingY == 0 ) )
			throw new IllegalArgumentException( "The pixel spacing is " + pixelSpacingX + " x " + pixelSpacingY
					+ " mm; expected two positive lengths, or 0 and 0 if the file has them." );
	}

	/**
	 * @param isocenter
	 *            in mm, or null
	 * @return a frame of which nothing else is known
	 */
	public static ForeignFrame about( final double[] isocenter )
	{
		return new ForeignFrame( isocenter, WorldAxes.FORMAT, 0, 0, 0, 0 );
	}

	/**
	 * @param view
	 *            a view
	 * @return this frame with its detector
	 */
	ForeignFrame withDetectorOf( final View view )
	{
		return new ForeignFrame( isocenter, axes, view.columns(), view.rows(), view.pixelSpacingX(), view.pixelSpacingY() );
	}

	/**
	 * @param file
	 *            for errors
	 * @return the isocenter
	 * @throws IOException
	 *             if it is unknown
	 */
	double[] requireIsocenter( final Path file ) throws IOException
	{
		if ( isocenter == null )
			throw new IOException(
					file + " gives its views about an isocenter that is nowhere in the world; expected a volume, about whose "
							+ "center they turn, or an isocenter." );
		return isocenter;
	}

	/**
	 * @param usual
	 *            the axes of the format
	 * @return the map from the file's frame, whose origin is that of the world
	 */
	Affine3D worldFromFile( final WorldAxes usual )
	{
		return axes.lpsFromAxes( usual );
	}

	/**
	 * @param file
	 *            for errors
	 * @param usual
	 *            the axes of the format
	 * @return the map from the file's frame, whose origin is the isocenter
	 * @throws IOException
	 *             if the isocenter is unknown
	 */
	Affine3D worldFromIsocentricFile( final Path file, final WorldAxes usual ) throws IOException
	{
		final double[] c = requireIsocenter( file );
		return Affine3D.translation( c[ 0 ], c[ 1 ], c[ 2 ] ).after( axes.lpsFromAxes( usual ) );
	}

	/**
	 * @param file
	 *            for errors
	 * @throws IOException
	 *             if number or spacing of the pixels are unknown
	 */
	void requireDetector( final Path file ) throws IOException
	{
		if ( columns == 0 || pixelSpacingX == 0 )
			throw new IOException(
					file + " does not say how many pixels the detector has and how far they are apart; expected columns, rows "
							+ "and pixel spacing from \"Convert Geometry...\"." );
	}
}
