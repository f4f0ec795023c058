/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

import org.raywarp.geometry.Shadow;
import org.raywarp.geometry.View;
import org.raywarp.projection.JosephProjector;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Resampling;
import org.raywarp.volume.Volume;
import org.raywarp.xray.Attenuation;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * A CT as attenuation at several resolutions, for radiographs that follow the mouse: what {@code DrrSimulator} makes of
 * photons of one energy, or the same from coarser voxels on coarser pixels. Knows how long a radiograph takes. Used by one
 * thread at a time.
 */
public final class DrrLevels
{
	/** Coarse levels are not made of volumes that have fewer voxels than this along an axis. */
	private static final int LEAST_SIZE = 32;

	private static final int MOST_LEVELS = 4;

	/** More pixels than this along a side would not be seen. */
	private static final int MOST_PIXELS = 1024;

	/** Rows between two looks at whether somebody still waits. */
	private static final int BAND = 64;

	/** Until one was measured: nanoseconds a ray takes for one slice of the volume. */
	private static final double USUAL_TIME = 2;

	private final List< Volume< FloatType > > levels = new ArrayList<>();

	private final boolean allAir;

	private double nanoseconds = USUAL_TIME;

	/**
	 * @param hounsfield
	 *            the CT, in HU; copied
	 * @param energy
	 *            of the photons, in keV
	 * @throws IllegalArgumentException
	 *             if the CT has channels or voxels that are not finite, or the energy is outside of the tables
	 */
	public DrrLevels( final Volume< FloatType > hounsfield, final double energy )
	{
		Volume< FloatType > level = Attenuation.of( hounsfield, Attenuation.water( energy ) );
		levels.add( level );
		while ( levels.size() < MOST_LEVELS && Arrays.stream( level.grid().size() ).min().getAsInt() >= LEAST_SIZE )
		{
			level = Resampling.resample( level,
					level.grid().resampled( Arrays.stream( level.grid().size() ).map( n -> ( n + 1 ) / 2 ).toArray() ) );
			levels.add( level );
		}
		boolean air = true;
		for ( final float mu : FloatArrays.of( levels.get( 0 ).voxels() ) )
			air &= mu == 0;
		allAir = air;
	}

	/** @return where the voxels of the CT lie */
	Grid grid()
	{
		return levels.get( 0 ).grid();
	}

	/**
	 * @param view
	 *            a view
	 * @return 1, or the power of two by which the detector has more pixels than could be seen
	 */
	static int finest( final View view )
	{
		int factor = 1;
		while ( Math.max( view.columns(), view.rows() ) > MOST_PIXELS * factor )
			factor *= 2;
		return factor;
	}

	/**
	 * @param view
	 *            a view
	 * @param milliseconds
	 *            that a radiograph may take
	 * @return the least power of two by which pixels and voxels must be coarser for that, going by the last radiographs
	 */
	int factorWithin( final View view, final double milliseconds )
	{
		int factor = finest( view );
		while ( factor < 1 << MOST_LEVELS && samples( raster( view, factor ), level( factor ) ) * nanoseconds > milliseconds * 1e6 )
			factor *= 2;
		return factor;
	}

	/**
	 * @param view
	 *            a view
	 * @param factor
	 *            a power of two, by which pixels and, where there is such a level, voxels are coarser
	 * @param superseded
	 *            asked from time to time whether nobody waits for the radiograph any more
	 * @return the radiograph, or null if it was superseded
	 */
	DrrImage project( final View view, final int factor, final BooleanSupplier superseded )
	{
		final String problem = problem( view );
		if ( problem != null )
			return DrrImage.nothing( problem );
		final View raster = raster( view, factor );
		final int columns = raster.columns(), rows = raster.rows();
		final float[] pixels = new float[ columns * rows ];
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( pixels, columns, rows );
		final long start = System.nanoTime();
		for ( int row = 0; row < rows; row += BAND )
		{
			if ( superseded.getAsBoolean() )
				return null;
			new JosephProjector().project( level( factor ), raster,
					Views.interval( image, new long[] { 0, row }, new long[] { columns - 1, Math.min( rows, row + BAND ) - 1 } ) );
		}
		nanoseconds += ( ( System.nanoTime() - start ) / samples( raster, level( factor ) ) - nanoseconds ) / 4;
		final DrrImage made = new DrrImage( pixels, columns, rows, null );
		return made.greatest() > 0 ? made : new DrrImage( pixels, columns, rows, "All rays meet nothing but air (-1000 HU or less)." );
	}

	/** Why nothing can be seen, which the geometry alone tells, or null. */
	private String problem( final View view )
	{
		if ( allAir )
			return "The whole CT is air: no voxel is above -1000 HU.";
		final Shadow shadow;
		try
		{
			shadow = Shadow.of( view, grid().size(), grid().worldFromVoxel() );
		}
		catch ( final IllegalArgumentException e )
		{
			return e.getMessage();
		}
		return shadow.meets( view ) ? null
				: String.format( Locale.ROOT,
						"The volume is outside the cone: its shadow falls on columns %.0f to %.0f and rows %.0f to %.0f of %d x %d pixels.",
						shadow.lowColumn(), shadow.highColumn(), shadow.lowRow(), shadow.highRow(), view.columns(), view.rows() );
	}

	private Volume< FloatType > level( final int factor )
	{
		return levels.get( Math.min( levels.size() - 1, Integer.numberOfTrailingZeros( factor ) ) );
	}

	private static View raster( final View view, final int factor )
	{
		return factor == 1 ? view
				: view.resampled( Math.max( 1, view.columns() / factor ), Math.max( 1, view.rows() / factor ) );
	}

	/** Slices of the volume that all rays together pass: Joseph's method takes a sample in each. */
	private static double samples( final View view, final Volume< ? > volume )
	{
		return ( double ) view.columns() * view.rows() * Arrays.stream( volume.grid().size() ).max().getAsInt();
	}
}
