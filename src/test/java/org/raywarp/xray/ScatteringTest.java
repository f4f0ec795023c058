/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

class ScatteringTest
{
	private static final ScatterKernels KERNELS =
			ScatterKernels.of( TungstenTube.spectrum( 80 ), CesiumIodideResponse.STANDARD, new BodyDistances( 1000, 800 ) );

	private static View view( final int columns, final int rows )
	{
		return ConeBeamGeometry.standard( new CArmAngulation( 0, 0 ), columns, rows ).view( "frontal" );
	}

	private static float[] scatter( final float[] primary, final View view )
	{
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( primary, view.columns(), view.rows() ),
				target = ArrayImgs.floats( view.columns(), view.rows() );
		Scattering.estimate( image, view, KERNELS, target );
		return FloatArrays.of( target );
	}

	/** A block of a tenth before a beam of half, on the plate of 146 mm x 221 mm. */
	private static float[] block( final View view )
	{
		final float[] primary = new float[ view.columns() * view.rows() ];
		for ( int i = 0; i < primary.length; ++i )
			primary[ i ] = i % view.columns() < view.columns() / 3 ? 0.1f : i / view.columns() < view.rows() / 2 ? 0.5f : 0.02f;
		return primary;
	}

	@Test
	void openBeamsDoNotScatter()
	{
		final float[] open = new float[ 60 * 80 ];
		Arrays.fill( open, 1 );
		for ( final float value : scatter( open, view( 60, 80 ) ) )
			assertEquals( 0, value );
	}

	/** Every pixel with every pixel, without cells; the kernel of a pixel itself is that of a disk of its area. */
	@Test
	void cellsAgreeWithTheSumOverAllPixels()
	{
		final View view = view( 73, 110 );
		final float[] primary = block( view ), scatter = scatter( primary, view );
		final double x = view.pixelSpacingX(), y = view.pixelSpacingY();
		for ( final int[] pixel : new int[][] { { 36, 55 }, { 5, 5 }, { 72, 109 }, { 24, 30 }, { 60, 90 } } )
		{
			double sum = 0;
			for ( int i = 0; i < primary.length; ++i )
			{
				final double slab = KERNELS.slab( -Math.log( primary[ i ] ) );
				final int below = ( int ) slab;
				final double radius =
						Math.max( 0.38 * Math.sqrt( x * y ), Math.hypot( ( i % 73 - pixel[ 0 ] ) * x, ( i / 73 - pixel[ 1 ] ) * y ) );
				sum += primary[ i ] * x * y * ( ( below > 0 ? ( 1 - slab + below ) * KERNELS.at( below, radius ) : 0 )
						+ ( slab - below ) * KERNELS.at( Math.min( below + 1, KERNELS.slabs() - 1 ), radius ) );
			}
			assertEquals( sum, scatter[ pixel[ 1 ] * 73 + pixel[ 0 ] ], 0.015 * sum, Arrays.toString( pixel ) );
		}
	}

	@Test
	void scatterDoesNotDependOnTheSizeOfPixels()
	{
		final View coarse = view( 48, 66 ), fine = view( 480, 660 );
		final float[] a = scatter( block( coarse ), coarse ), b = scatter( block( fine ), fine );
		for ( final int[] pixel : new int[][] { { 4, 4 }, { 24, 33 }, { 40, 60 } } )
			assertEquals( a[ pixel[ 1 ] * 48 + pixel[ 0 ] ], b[ ( 10 * pixel[ 1 ] + 5 ) * 480 + 10 * pixel[ 0 ] + 5 ],
					0.02 * a[ pixel[ 1 ] * 48 + pixel[ 0 ] ] );
	}

	@Test
	void scatterIsSmoothAndReachesBehindTheBlock()
	{
		final View view = view( 422, 640 );
		final float[] scatter = scatter( block( view ), view );
		double most = 0, step = 0;
		for ( int i = 1; i < scatter.length; ++i )
		{
			assertTrue( scatter[ i ] > 0 );
			most = Math.max( most, scatter[ i ] );
			if ( i % 422 != 0 )
				step = Math.max( step, Math.abs( scatter[ i ] - scatter[ i - 1 ] ) );
		}
		assertTrue( step < 0.02 * most, step + " of " + most );
	}

	@Test
	void resultDoesNotDependOnThreads()
	{
		final View view = view( 100, 120 );
		final float[][] results = new float[ 2 ][];
		Parallelization.runSingleThreaded( () -> results[ 0 ] = scatter( block( view ), view ) );
		Parallelization.runWithNumThreads( 4, () -> results[ 1 ] = scatter( block( view ), view ) );
		assertArrayEquals( results[ 0 ], results[ 1 ], 0 );
	}
}
