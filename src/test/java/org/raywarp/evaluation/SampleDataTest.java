/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.io.VolumeFiles;
import org.raywarp.metrics.LabelMetrics;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;
import org.raywarp.xray.LabelMasks;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

class SampleDataTest
{
	@Test
	void filesFitTogether( @TempDir final Path folder ) throws IOException
	{
		SampleData.write( folder, 3, Progress.NONE );
		final Volume< FloatType > ct = VolumeFiles.read( folder.resolve( "atlas-ct.nii.gz" ) );
		final Volume< UnsignedByteType > atlas = VolumeFiles.readLabels( folder.resolve( "atlas-labels.nii.gz" ) );
		final Volume< UnsignedByteType > subject = VolumeFiles.readLabels( folder.resolve( "subject-labels.nii.gz" ) );
		assertEquals( atlas.grid(), ct.grid() );
		assertEquals( atlas.grid(), subject.grid() );
		assertEquals( 0, ct.grid().center()[ 0 ], 1e-4 );
		assertEquals( GridSize.FULL.grid().voxelCount(), ct.grid().voxelCount() );
		// Another person in another pose, but not out of reach.
		final double dice = LabelMetrics.evaluate( subject, atlas, null, null ).get( 0 ).dice();
		assertTrue( dice > 0.4 && dice < 0.9, "Dice " + dice );
		final List< View > views = GeometryFile.read( folder.resolve( "geometry.json" ), null );
		for ( final View view : views )
		{
			final float[] mask = FloatArrays.of( VolumeFiles.read( folder.resolve( view.name() + "-mask.tif" ) ).voxels() );
			assertEquals( 160 * 224, FloatArrays.of( VolumeFiles.read( folder.resolve( view.name() + ".tif" ) ).voxels() ).length );
			// The NIfTI's frame has 32 bits: some outline pixels may change sides.
			final float[] expected = FloatArrays.of( LabelMasks.project( subject, 1, view ) );
			int different = 0;
			for ( int i = 0; i < mask.length; ++i )
				different += mask[ i ] == expected[ i ] ? 0 : 1;
			assertTrue( different <= 20, "pixels " + different );
		}
		final byte[] labels = LabelArrays.of( atlas.voxels() );
		final float[] hu = FloatArrays.of( ct.voxels() );
		double bone = 0, rest = 0, voxels = 0;
		for ( int i = 0; i < hu.length; ++i )
		{
			voxels += labels[ i ];
			bone += labels[ i ] * hu[ i ];
			rest += ( 1 - labels[ i ] ) * hu[ i ];
		}
		assertTrue( bone / voxels > rest / ( hu.length - voxels ) + 300 );
		try ( final Stream< Path > files = Files.list( folder ) )
		{
			assertEquals( 9, files.count() );
		}
		assertTrue( size( folder ) < 6_000_000 );
	}

	private static long size( final Path folder ) throws IOException
	{
		try ( final Stream< Path > files = Files.list( folder ) )
		{
			return files.mapToLong( f -> f.toFile().length() ).sum();
		}
	}
}
