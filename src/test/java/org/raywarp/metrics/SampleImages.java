/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;

import org.raywarp.OutsideData;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Label maps and images for the tests of metrics.
 */
final class SampleImages
{
	private SampleImages()
	{}

	/** Metrics of independent code; the test is skipped where they are not there. */
	static JsonObject reference() throws IOException
	{
		return JsonParser.parseString( Files.readString( OutsideData.folder( "reference" ).resolve( "metrics.json" ) ) ).getAsJsonObject();
	}

	static Volume< UnsignedByteType > referenceLabels( final String file ) throws IOException
	{
		return Volume.labels( Grid.centered( new int[] { 36, 48, 40 }, 1.3, 1.3, 2 ),
				Files.readAllBytes( OutsideData.folder( "reference" ).resolve( file ) ) );
	}

	static Volume< FloatType > referenceImage( final String file ) throws IOException
	{
		final float[] values = new float[ 32 * 28 * 24 ];
		ByteBuffer.wrap( Files.readAllBytes( OutsideData.folder( "reference" ).resolve( file ) ) ).order( ByteOrder.LITTLE_ENDIAN )
				.asFloatBuffer()
				.get( values );
		return Volume.floats( Grid.centered( new int[] { 32, 28, 24 }, 1, 1, 1 ), values );
	}

	/** Label 1 in the box from min to max inclusive. */
	static Volume< UnsignedByteType > box( final Grid grid, final int[] min, final int[] max )
	{
		final int[] n = grid.size();
		final byte[] labels = new byte[ grid.voxelCount() ];
		for ( int k = min[ 2 ]; k <= max[ 2 ]; ++k )
			for ( int j = min[ 1 ]; j <= max[ 1 ]; ++j )
				for ( int i = min[ 0 ]; i <= max[ 0 ]; ++i )
					labels[ i + n[ 0 ] * ( j + n[ 1 ] * k ) ] = 1;
		return Volume.labels( grid, labels );
	}

	/** Label 1 in an ellipsoid with half axes in mm. */
	static Volume< UnsignedByteType > ellipsoid( final Grid grid, final double[] center, final double... halfAxes )
	{
		final int[] n = grid.size();
		final byte[] labels = new byte[ grid.voxelCount() ];
		for ( int v = 0; v < labels.length; ++v )
		{
			final double[] x = grid.worldFromVoxel().apply( v % n[ 0 ], v / n[ 0 ] % n[ 1 ], v / ( n[ 0 ] * n[ 1 ] ) );
			double r = 0;
			for ( int d = 0; d < 3; ++d )
				r += ( x[ d ] - center[ d ] ) * ( x[ d ] - center[ d ] ) / ( halfAxes[ d ] * halfAxes[ d ] );
			labels[ v ] = ( byte ) ( r <= 1 ? 1 : 0 );
		}
		return Volume.labels( grid, labels );
	}
}
