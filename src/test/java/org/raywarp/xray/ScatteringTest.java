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
		final float[] primary = new float[ 73 * 110 ];
		Arrays.fill( primary, 0.04f );
		final float[] scatter = scatter( primary, view );
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

	/**
	 * Long elliptic cylinders of water of the given half axes in a beam of 60 keV and 44 cm x 30 cm, their axis so far from the
	 * detector. Scatter relative to the open beam, along a strip of 15 cm about the middle, 1 to 17 cm from it in steps of 2 cm,
	 * comes from a Monte Carlo simulation of 1.5 million photons with the physics of {@link SlabMonteCarlo}; its error is 1 to 3
	 * percent.
	 */
	@Test
	void shadowsOfCylindersAreScatteredIntoAsSimulated()
	{
		cylinder( 180, 110, 150, 0.04125, 0.04232, 0.04437, 0.04550, 0.04892, 0.05092, 0.05354, 0.05486, 0.05357 );
		cylinder( 140, 180, 200, 0.00593, 0.00573, 0.00639, 0.00718, 0.00892, 0.01104, 0.01424 );
		cylinder( 60, 60, 100, 0.08475, 0.08095, 0.07651 );
	}

	private static void cylinder( final double halfWidth, final double halfThickness, final double distance, final double... expected )
	{
		final int columns = 110, rows = 75;
		final View view = new View( "cylinder", view( columns, rows ).projection(), columns, rows, 4, 4 );
		final float[] primary = new float[ columns * rows ];
		for ( int i = 0; i < primary.length; ++i )
		{
			final double x = ( i % columns + 0.5 - columns / 2 ) * 4 / halfWidth;
			primary[ i ] = ( float ) Math
					.exp( -Material.WATER.linearAttenuation( 60 ) * 2 * halfThickness * Math.sqrt( Math.max( 0, 1 - x * x ) ) );
		}
		final RandomAccessibleInterval< FloatType > target = ArrayImgs.floats( columns, rows );
		Scattering.estimate( ArrayImgs.floats( primary, columns, rows ), view, ScatterKernels.of( Spectrum.monochromatic( 60 ),
				CesiumIodideResponse.STANDARD, new BodyDistances( 2000, 2000 - distance ) ), target );
		final float[] scatter = FloatArrays.of( target );
		for ( int k = 0; k < expected.length; ++k )
		{
			double sum = 0;
			int pixels = 0;
			for ( int i = 0; i < scatter.length; ++i )
				if ( Math.abs( i / columns + 0.5 - rows / 2.0 ) * 4 < 75
						&& ( int ) ( Math.abs( i % columns + 0.5 - columns / 2 ) * 4 / 20 ) == k )
				{
					sum += scatter[ i ];
					++pixels;
				}
			assertEquals( expected[ k ], sum / pixels, 0.15 * expected[ k ], "half width " + halfWidth + " mm, strip " + k );
		}
	}

	@Test
	void scatterDoesNotDependOnTheSizeOfPixels()
	{
		final View coarse = view( 60, 90 ), fine = view( 480, 720 );
		final float[] a = scatter( block( coarse ), coarse ), b = scatter( block( fine ), fine );
		for ( final int[] pixel : new int[][] { { 4, 4 }, { 30, 45 }, { 50, 80 } } )
			assertEquals( a[ pixel[ 1 ] * 60 + pixel[ 0 ] ], b[ ( 8 * pixel[ 1 ] + 4 ) * 480 + 8 * pixel[ 0 ] + 4 ],
					0.02 * a[ pixel[ 1 ] * 60 + pixel[ 0 ] ] );
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
