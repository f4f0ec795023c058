/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;

import net.imglib2.type.numeric.integer.UnsignedByteType;

class LabelResamplingTest
{
	private static final Affine3D OBLIQUE = Affine3D.of( 0.6, -0.8, 0, 2, 0.8, 0.6, 0, -3, 0, 0, 1, 0.5 );

	private static Volume< UnsignedByteType > random( final int labels )
	{
		final Random random = new Random( 4 );
		final byte[] values = new byte[ 9 * 8 * 7 ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = ( byte ) random.nextInt( labels );
		return Volume.labels( Grid.centered( new int[] { 9, 8, 7 }, 1, 1.5, 2 ), values );
	}

	/** The definition: for each label the resampled indicator, and of these the greatest. */
	private static byte[] byIndicators( final Volume< UnsignedByteType > source, final Grid target, final int labels )
	{
		final byte[] from = LabelArrays.of( source.voxels() ), best = new byte[ target.voxelCount() ];
		final float[] most = new float[ best.length ];
		for ( int label = 0; label < labels; ++label )
		{
			final float[] indicator = new float[ from.length ];
			for ( int i = 0; i < indicator.length; ++i )
				indicator[ i ] = from[ i ] == label ? 1 : 0;
			// Beyond the source there is label 0.
			final float[] share =
					FloatArrays.of( Resampling.resample( Volume.floats( source.grid(), indicator ), target, label == 0 ? 1 : 0 ).voxels() );
			for ( int i = 0; i < best.length; ++i )
				if ( share[ i ] >= most[ i ] - 1e-6f )
				{
					most[ i ] = Math.max( share[ i ], most[ i ] );
					best[ i ] = ( byte ) label;
				}
		}
		return best;
	}

	@Test
	void labelWithTheGreatestShareIsTaken()
	{
		final Volume< UnsignedByteType > source = random( 5 );
		for ( final double spacing : new double[] { 0.7, 1.9, 3.1 } )
		{
			final Grid target = new Grid( new int[] { 12, 11, 10 }, OBLIQUE
					.after( Affine3D.scaleAndOrigin( new double[] { spacing, spacing, spacing },
							new double[] { -5 * spacing, -5 * spacing, -5 * spacing } ) ) );
			assertArrayEquals( byIndicators( source, target, 5 ), LabelArrays.of( LabelResampling.byShare( source, target ).voxels() ) );
		}
	}

	@Test
	void ownGridIsACopy()
	{
		final Volume< UnsignedByteType > source = random( 256 );
		assertArrayEquals( LabelArrays.of( source.voxels() ), LabelArrays.of( LabelResampling.byShare( source, source.grid() ).voxels() ) );
	}

	@Test
	void greaterLabelWinsWhereTwoHaveTheSameShare()
	{
		final Volume< UnsignedByteType > two = Volume.labels( Grid.centered( new int[] { 2, 1, 1 }, 1, 1, 1 ), new byte[] { 7, 3 } );
		assertEquals( 7, LabelArrays.of( LabelResampling.byShare( two, Grid.centered( new int[] { 1, 1, 1 }, 1, 1, 1 ) ).voxels() )[ 0 ] );
	}
}
