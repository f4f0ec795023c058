/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * A flat detector with rectangular pixels. Pixel (column, row) is a point, its center.
 *
 * @param columns
 *            number of pixel columns, from 1 to {@link #MAX_PIXELS}
 * @param rows
 *            number of pixel rows, from 1 to {@link #MAX_PIXELS}
 * @param pixelSpacingX
 *            distance between columns, in mm at the detector
 * @param pixelSpacingY
 *            distance between rows, in mm at the detector
 * @param principalColumn
 *            the column where the detector is pierced by its normal through the source; need not be whole, nor inside
 * @param principalRow
 *            the row of that point
 */
public record Detector( int columns, int rows, double pixelSpacingX, double pixelSpacingY, double principalColumn,
		double principalRow )
{

	/** The largest number of rows or columns: bounds the memory a geometry file can ask for. */
	public static final int MAX_PIXELS = 16384;

	/**
	 * @throws IllegalArgumentException
	 *             if a size or spacing is not positive, or a number is not finite
	 */
	public Detector
	{
		if ( columns < 1 || columns > MAX_PIXELS || rows < 1 || rows > MAX_PIXELS )
			throw new IllegalArgumentException(
					"A detector has 1 to " + MAX_PIXELS + " columns and rows, not " + columns + " x " + rows + "." );
		if ( !( pixelSpacingX > 0 && pixelSpacingY > 0 && Double.isFinite( pixelSpacingX ) && Double.isFinite( pixelSpacingY ) ) )
			throw new IllegalArgumentException(
					"The pixel spacing is positive, in mm, not " + pixelSpacingX + " x " + pixelSpacingY + "." );
		if ( !Double.isFinite( principalColumn ) || !Double.isFinite( principalRow ) )
			throw new IllegalArgumentException(
					"The principal point is a pair of pixel indices, not (" + principalColumn + ", " + principalRow + ")." );
	}

	/**
	 * @param columns
	 *            number of pixel columns
	 * @param rows
	 *            number of pixel rows
	 * @param pixelSpacingX
	 *            distance between columns in mm
	 * @param pixelSpacingY
	 *            distance between rows in mm
	 * @return the detector whose principal point is its center
	 */
	public static Detector centered( final int columns, final int rows, final double pixelSpacingX, final double pixelSpacingY )
	{
		return new Detector( columns, rows, pixelSpacingX, pixelSpacingY, ( columns - 1 ) / 2.0, ( rows - 1 ) / 2.0 );
	}

	/**
	 * The same detector plate with another number of pixels.
	 *
	 * @param newColumns
	 *            number of pixel columns
	 * @param newRows
	 *            number of pixel rows
	 * @return the resampled detector; its outer pixel edges are those of this one
	 */
	public Detector resampled( final int newColumns, final int newRows )
	{
		final double x = ( double ) columns / newColumns, y = ( double ) rows / newRows;
		return new Detector( newColumns, newRows, pixelSpacingX * x, pixelSpacingY * y, ( principalColumn + 0.5 ) / x - 0.5,
				( principalRow + 0.5 ) / y - 0.5 );
	}
}
