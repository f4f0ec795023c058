/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import org.raywarp.geometry.View;

/**
 * How many rays make a pixel. Rays run through the centers of a raster that covers the detector plate, and the intensities
 * that they carry are averaged over the area of each pixel. The raster is either a whole number of rays along each side of
 * a pixel, or one of its own, such as the 422 x 640 pixels of the paper's radiographs that are brought down to 160 x 224
 * (Van Houtte et al. 2022, "Generating DRR").
 *
 * @param columns
 *            columns of the raster; 0 for {@code perSide} times those of the view
 * @param rows
 *            rows of the raster; 0 for {@code perSide} times those of the view
 * @param perSide
 *            number of rays along each side of a pixel, or of an element of the raster where that has a size of its own
 */
public record RaySampling( int columns, int rows, int perSide )
{

	/** The largest number of rays along one side of a pixel. */
	public static final int MAX_PER_SIDE = 16;

	/** The most columns or rows of a raster. */
	public static final int MAX_RASTER = 16384;

	/** One ray through the center of each pixel. */
	public static final RaySampling CENTERS = new RaySampling( 0, 0, 1 );

	/**
	 * @throws IllegalArgumentException
	 *             if the number of rays is not from 1 to {@link #MAX_PER_SIDE}, or only one of columns and rows is 0, or
	 *             they are not from 0 to {@link #MAX_RASTER}
	 */
	public RaySampling
	{
		if ( perSide < 1 || perSide > MAX_PER_SIDE )
			throw new IllegalArgumentException(
					"The supersampling is from 1 to " + MAX_PER_SIDE + " rays a pixel side, not " + perSide + "." );
		if ( columns < 0 || rows < 0 || columns > MAX_RASTER || rows > MAX_RASTER || ( columns == 0 ) != ( rows == 0 ) )
			throw new IllegalArgumentException( "The raster of rays has from 1 to " + MAX_RASTER
					+ " columns and rows, or 0 x 0 for that of the view, not " + columns + " x " + rows + "." );
	}

	/**
	 * @param view
	 *            source and detector
	 * @return the view whose pixel centers are where the rays go
	 */
	public View rays( final View view )
	{
		final int rayColumns = perSide * ( columns == 0 ? view.columns() : columns );
		final int rayRows = perSide * ( rows == 0 ? view.rows() : rows );
		return rayColumns == view.columns() && rayRows == view.rows() ? view : view.resampled( rayColumns, rayRows );
	}
}
