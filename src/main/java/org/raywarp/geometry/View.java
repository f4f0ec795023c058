/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * One calibrated X-ray view: everything a projector needs.
 *
 * @param name
 *            what the view is called, such as {@code frontal}
 * @param projection
 *            world in mm to pixel indices
 * @param columns
 *            number of pixel columns
 * @param rows
 *            number of pixel rows
 * @param pixelSpacingX
 *            distance between columns in mm at the detector, for the calibration of images alone; 1 where unknown
 * @param pixelSpacingY
 *            distance between rows in mm at the detector, likewise
 */
public record View( String name, ProjectionMatrix projection, int columns, int rows, double pixelSpacingX, double pixelSpacingY )
{
	/**
	 * @throws IllegalArgumentException
	 *             if a size or spacing is out of the bounds of {@link Detector}
	 */
	public View
	{
		Detector.centered( columns, rows, pixelSpacingX, pixelSpacingY );
	}

	/**
	 * The same detector plate with another number of pixels.
	 *
	 * @param newColumns
	 *            number of pixel columns
	 * @param newRows
	 *            number of pixel rows
	 * @return the resampled view; its outer pixel edges are those of this one
	 */
	public View resampled( final int newColumns, final int newRows )
	{
		final double x = ( double ) newColumns / columns, y = ( double ) newRows / rows;
		return new View( name, projection.onRaster( x, x / 2 - 0.5, y, y / 2 - 0.5 ), newColumns, newRows, pixelSpacingX / x,
				pixelSpacingY / y );
	}

	/**
	 * The view of a world that was moved first: projecting {@code x} with the result is projecting
	 * {@code worldFromMoved( x )} with this.
	 *
	 * @param worldFromMoved
	 *            where points of the new frame lie in this view's world
	 * @return the view from the new frame
	 */
	public View after( final Affine3D worldFromMoved )
	{
		return new View( name, projection.after( worldFromMoved ), columns, rows, pixelSpacingX, pixelSpacingY );
	}
}
