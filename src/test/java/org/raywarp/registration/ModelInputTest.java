/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.raywarp.deformation.Similarity;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.LabelArrays;

import net.imglib2.img.array.ArrayImgs;

public class ModelInputTest
{
	@Test
	public void boneIsRelativeDensityInsideTheLabelAndNothingOutside()
	{
		final Atlas atlas = Phantom.atlas();
		final float[] bone = FloatArrays.of( ModelInput.bone( atlas, Phantom.GRID ).voxels() );
		final float[] hu = FloatArrays.of( atlas.ct().voxels() );
		final byte[] label = LabelArrays.of( atlas.labels().voxels() );
		for ( int i = 0; i < bone.length; ++i )
			assertEquals( label[ i ] == Atlas.BONE ? 1 + hu[ i ] / 1000 : 0, bone[ i ], 1e-5 );
	}

	@Test
	public void coarserGridKeepsTheMassOfTheBone()
	{
		final double fine = sum( FloatArrays.of( ModelInput.bone( Phantom.atlas(), GridSize.QUARTER.grid() ).voxels() ) );
		final double coarse = sum(
				FloatArrays.of( ModelInput.bone( Phantom.atlas(), GridSize.QUARTER.grid().resampled( 24, 16, 24 ) ).voxels() ) );
		assertEquals( 1, 8 * coarse / fine, 1e-4 );
	}

	@Test
	public void radiographHasMeanOneAndDeviationHalfInsideItsMask()
	{
		final Radiograph source = Phantom.radiographs( Similarity.IDENTITY, 0 ).get( 0 );
		final Radiograph prepared = ModelInput.radiograph( source, new double[ 3 ], 40, 56 );
		final float[] image = FloatArrays.of( prepared.image() ), mask = FloatArrays.of( prepared.mask() );
		double weight = 0, mean = 0, squares = 0;
		for ( int i = 0; i < image.length; ++i )
			if ( mask[ i ] > 0 )
			{
				final double value = image[ i ] / mask[ i ];
				weight += mask[ i ];
				mean += mask[ i ] * value;
				squares += mask[ i ] * ( value - 1 ) * ( value - 1 );
			}
			else
				assertTrue( image[ i ] == 0, "not 0 outside the mask: " + image[ i ] );
		assertEquals( 1, mean / weight, 1e-5 );
		assertEquals( 0.5, Math.sqrt( squares / weight ), 1e-5 );
	}

	@Test
	public void exposureDoesNotMatter()
	{
		final Radiograph source = Phantom.radiographs( Similarity.IDENTITY, 0 ).get( 0 );
		final float[] image = FloatArrays.of( source.image() ).clone();
		for ( int i = 0; i < image.length; ++i )
			image[ i ] = 3 * image[ i ] + 7;
		final Radiograph other = new Radiograph( ArrayImgs.floats( image, 80, 112 ), source.mask(), source.view() );
		final float[] a = FloatArrays.of( ModelInput.radiograph( source, new double[ 3 ], 40, 56 ).image() );
		final float[] b = FloatArrays.of( ModelInput.radiograph( other, new double[ 3 ], 40, 56 ).image() );
		for ( int i = 0; i < a.length; ++i )
			assertEquals( a[ i ], b[ i ], 1e-4 );
	}

	@Test
	public void emptyMaskIsRefused()
	{
		final Radiograph source = Phantom.radiographs( Similarity.IDENTITY, 0 ).get( 0 );
		final Radiograph empty = new Radiograph( source.image(), ArrayImgs.floats( 80, 112 ), source.view() );
		final IllegalArgumentException e =
				assertThrows( IllegalArgumentException.class, () -> ModelInput.radiograph( empty, new double[ 3 ], 40, 56 ) );
		assertTrue( e.getMessage().contains( "mask" ), e.getMessage() );
	}

	private static double sum( final float[] values )
	{
		double sum = 0;
		for ( final float v : values )
			sum += v;
		return sum;
	}
}
