/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.stream.IntStream;

import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Scattered radiation behind a body, from the primary beam behind it: every pixel of the beam brings its own kernel, of the
 * thickness of water that attenuates as the body does there, as in scatter kernel superposition (Ohnesorge, Flohr and
 * Klingenbeck-Regn 1999, European Radiology 9, 563-569; Sun and Star-Lack 2010, Physics in Medicine and Biology 55,
 * 6695-6720), with {@link ScatterKernels} for theirs. Kernels are centimeters wide: they are added up on cells of a few mm.
 * <p>
 * Photons from the thin rim of a body towards its thick middle meet more of it than in a slab of the thickness of the rim.
 * As Sun and Star-Lack adapt kernels to the thickness where the photons arrive, so they are multiplied here by
 * {@code min( 1, exp( 0.4 ( p0 - p ) ) )}, where p and p0 are the log attenuations at the pixel and at the beam, smoothed
 * over 15 mm. In slabs that is 1. In the shadow of cylinders of water, 12 to 36 cm thick, scatter is then within 15 percent
 * of Monte Carlo simulations; without it, it was up to 2.6 times too much in the middle. Beside the body, where the open
 * beam outshines it, scatter is up to half too little.
 */
public final class Scattering
{
	/** Side of a cell, in mm, and the largest number of cells along a side of the detector. */
	private static final double CELL = 5;

	private static final int MOST_CELLS = 48;

	/** A cell that is nearer than that many cells is not a point. */
	private static final int NEAR = 2;

	private static final int PARTS = 4;

	/** How much the difference in log attenuation counts, fitted to simulations of cylinders. */
	private static final double ADAPTATION = 0.4;

	/** Standard deviation of what smooths the log attenuation, in mm. */
	private static final double SMOOTHING = 15;

	private Scattering()
	{}

	/**
	 * Estimates scatter. The beam is collimated to the image: outside there is none.
	 *
	 * @param primary
	 *            signal of the primary beam relative to that of the open beam, over (column, row)
	 * @param view
	 *            that says how large the pixels are
	 * @param kernels
	 *            of spectrum, detector and position of the body
	 * @param target
	 *            receives the signal of the scatter relative to that of the open beam; may be {@code primary}
	 */
	public static void estimate( final RandomAccessibleInterval< FloatType > primary, final View view, final ScatterKernels kernels,
			final RandomAccessibleInterval< FloatType > target )
	{
		final int columns = ( int ) primary.dimension( 0 ), rows = ( int ) primary.dimension( 1 );
		final double width = columns * view.pixelSpacingX(), height = rows * view.pixelSpacingY();
		final int across = cells( width, columns ), down = cells( height, rows );
		final float[] weights = new float[ across * down ];
		final float[][] beams = beams( FloatArrays.of( primary ), columns, across, kernels, weights );
		weigh( weights, across, width / across, height / down );
		final float[] scatter = new float[ across * down ];
		for ( int slab = 1; slab < beams.length; ++slab )
			if ( beams[ slab ] != null )
				superpose( beams[ slab ], weights, kernel( kernels, slab, width / across, height / down, new int[] { across, down } ),
						across, scatter );
		FloatArrays.write( enlarged( scatter, across, columns, rows ), target );
	}

	private static int cells( final double length, final int pixels )
	{
		return Math.min( pixels, Math.max( 1, Math.min( MOST_CELLS, ( int ) Math.ceil( length / CELL ) ) ) );
	}

	/** Turns the log attenuation of cells into exponentials of it. */
	private static void weigh( final float[] attenuation, final int across, final double width, final double height )
	{
		final RandomAccessibleInterval< FloatType > cells = ArrayImgs.floats( attenuation, across, attenuation.length / across );
		Blurring.gaussian( cells, SMOOTHING * SMOOTHING / ( width * width ), SMOOTHING * SMOOTHING / ( height * height ), cells );
		for ( int i = 0; i < attenuation.length; ++i )
			attenuation[ i ] = ( float ) Math.exp( ADAPTATION * attenuation[ i ] );
	}

	/**
	 * Sorts the beam by cell and slab.
	 *
	 * @param attenuation
	 *            receives the mean log attenuation of each cell
	 * @return for each slab the primary signal that came through such slabs, by cell; null where there is none
	 */
	private static float[][] beams( final float[] primary, final int columns, final int across, final ScatterKernels kernels,
			final float[] attenuation )
	{
		final int rows = primary.length / columns, down = attenuation.length / across;
		final float[][] beams = new float[ kernels.slabs() ][];
		final int[] pixels = new int[ across * down ];
		for ( int i = 0; i < primary.length; ++i )
			++pixels[ i / columns * down / rows * across + i % columns * across / columns ];
		for ( int i = 0; i < primary.length; ++i )
		{
			final int cell = i / columns * down / rows * across + i % columns * across / columns;
			final double log = -Math.log( Math.max( primary[ i ], Float.MIN_NORMAL ) ), slab = kernels.slab( log );
			attenuation[ cell ] += Math.max( 0, Math.min( kernels.greatestAttenuation(), log ) ) / pixels[ cell ];
			final int below = ( int ) slab;
			add( beams, below, cell, ( 1 - ( slab - below ) ) * primary[ i ] / pixels[ cell ], across * down );
			add( beams, below + 1, cell, ( slab - below ) * primary[ i ] / pixels[ cell ], across * down );
		}
		return beams;
	}

	private static void add( final float[][] beams, final int slab, final int cell, final double value, final int cells )
	{
		if ( slab == 0 || !( value > 0 ) )
			return;
		if ( beams[ slab ] == null )
			beams[ slab ] = new float[ cells ];
		beams[ slab ][ cell ] += value;
	}

	/** @return what a cell brings to a cell a number of columns and rows away */
	private static float[] kernel( final ScatterKernels kernels, final int slab, final double width, final double height,
			final int[] size )
	{
		final float[] kernel = new float[ size[ 0 ] * size[ 1 ] ];
		for ( int y = 0; y < size[ 1 ]; ++y )
			for ( int x = 0; x < size[ 0 ]; ++x )
			{
				final int parts = Math.max( x, y ) <= NEAR ? PARTS : 1;
				double sum = 0;
				for ( int p = 0; p < parts * parts; ++p )
				{
					final double u = ( x + ( p % parts + 0.5 ) / parts - 0.5 ) * width,
							v = ( y + ( p / parts + 0.5 ) / parts - 0.5 ) * height;
					sum += kernels.at( slab, Math.sqrt( u * u + v * v ) );
				}
				kernel[ y * size[ 0 ] + x ] = ( float ) ( sum / ( parts * parts ) * width * height );
			}
		return kernel;
	}

	private static void superpose( final float[] beam, final float[] weights, final float[] kernel, final int across, final float[] target )
	{
		final int down = beam.length / across;
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, down ).boxed().toList(), row -> {
			for ( int from = 0; from < beam.length; ++from )
				if ( beam[ from ] > 0 )
				{
					final int offset = Math.abs( from / across - row ) * across, column = from % across;
					for ( int x = 0; x < across; ++x )
						target[ row * across + x ] += beam[ from ] * kernel[ offset + Math.abs( column - x ) ]
								* Math.min( 1, weights[ from ] / weights[ row * across + x ] );
				}
		} );
	}

	/** @return the image on the pixels, linear between the centers of the cells and on beyond the outermost */
	private static float[] enlarged( final float[] cells, final int across, final int columns, final int rows )
	{
		final int down = cells.length / across;
		final float[] pixels = new float[ columns * rows ];
		for ( int row = 0; row < rows; ++row )
		{
			final double y = ( row + 0.5 ) * down / rows - 0.5;
			final int y0 = Math.max( 0, Math.min( down - 2, ( int ) y ) ), y1 = Math.min( down - 1, y0 + 1 );
			for ( int column = 0; column < columns; ++column )
			{
				final double x = ( column + 0.5 ) * across / columns - 0.5;
				final int x0 = Math.max( 0, Math.min( across - 2, ( int ) x ) ), x1 = Math.min( across - 1, x0 + 1 );
				final double top = cells[ y0 * across + x0 ] + ( x - x0 ) * ( cells[ y0 * across + x1 ] - cells[ y0 * across + x0 ] );
				final double bottom = cells[ y1 * across + x0 ] + ( x - x0 ) * ( cells[ y1 * across + x1 ] - cells[ y1 * across + x0 ] );
				pixels[ row * columns + column ] = ( float ) Math.max( 0, top + ( y - y0 ) * ( bottom - top ) );
			}
		}
		return pixels;
	}
}
