/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.raywarp.OutsideData;
import org.raywarp.io.VolumeFiles;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Real CTs pass as Hounsfield units, and do not in other units.
 */
class RealHounsfieldTest
{
	@ParameterizedTest
	@CsvSource( { "data/vhf_pelvis_ct, vhf_pelvis_ct_1mm.nii.gz", "data/totalsegmentator_example_ct, example_ct_3mm.nii.gz" } )
	void realCtsPassInHounsfieldUnitsAlone( final String folder, final String file ) throws IOException
	{
		final Volume< FloatType > ct = VolumeFiles.read( OutsideData.folder( folder ).resolve( file ) );
		assertDoesNotThrow( () -> HounsfieldUnits.require( ct, "volume" ) );
		final float[] hu = FloatArrays.of( ct.voxels() ), other = new float[ hu.length ];
		for ( int i = 0; i < hu.length; ++i )
			other[ i ] = ( float ) Attenuation.ofHounsfield( hu[ i ], 60 );
		refuses( "attenuation coefficients", Volume.floats( ct.grid(), other ) );
		for ( int i = 0; i < hu.length; ++i )
			other[ i ] = Math.max( 0, hu[ i ] + 1024 );
		refuses( "plus an offset", Volume.floats( ct.grid(), other ) );
	}

	@ParameterizedTest
	@CsvSource( "data/totalsegmentator_example_ct, example_seg_totalsegmentator_v2_labels.nii.gz" )
	void realLabelsDoNotPass( final String folder, final String file ) throws IOException
	{
		refuses( "labels", VolumeFiles.read( OutsideData.folder( folder ).resolve( file ) ) );
	}

	private static void refuses( final String part, final Volume< FloatType > volume )
	{
		final String message =
				assertThrows( IllegalArgumentException.class, () -> HounsfieldUnits.require( volume, "volume" ) ).getMessage();
		assertTrue( message.contains( part ), message );
	}
}
