/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.function.Executable;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Small volumes for the tests of files, and what is asked of files again and again.
 */
final class SampleVolumes
{
	static final int[] SIZE = { 5, 4, 3 };

	/** A rotated, mirrored frame with three spacings: columns are orthogonal. */
	static final Affine3D OBLIQUE = Affine3D.of( 0.8 * 0.7, -0.6 * 0.9, 0, 12.5, 0.6 * 0.7, 0.8 * 0.9, 0, -33.25, 0, 0, -1.5, 101 );

	static final Affine3D SHEARED = Affine3D.of( 0.7, 0.05, 0.1, 12.5, 0, 0.9, 0.2, -33.25, 0, 0, 1.5, 101 );

	static final Affine3D ALIGNED = Affine3D.of( 0.664, 0, 0, -63.4, 0, 0.75, 0, 17.125, 0, 0, 2, -1000.5 );

	private SampleVolumes()
	{}

	static Volume< FloatType > floats( final Affine3D worldFromVoxel )
	{
		final Grid grid = new Grid( SIZE, worldFromVoxel );
		final float[] values = new float[ grid.voxelCount() ];
		final Random random = new Random( 3 );
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = ( float ) ( 1000 * random.nextGaussian() );
		return Volume.floats( grid, values );
	}

	static Volume< UnsignedByteType > labels( final Affine3D worldFromVoxel )
	{
		final Grid grid = new Grid( SIZE, worldFromVoxel );
		final byte[] labels = new byte[ grid.voxelCount() ];
		new Random( 4 ).nextBytes( labels );
		return Volume.labels( grid, labels );
	}

	static void assertSame( final Volume< ? extends RealType< ? > > expected, final Volume< ? extends RealType< ? > > actual,
			final double tolerance )
	{
		assertArrayEquals( expected.grid().size(), actual.grid().size() );
		assertArrayEquals( FloatArrays.of( expected.voxels() ), FloatArrays.of( actual.voxels() ) );
		assertArrayEquals( expected.worldFromVoxel().toArray(), actual.worldFromVoxel().toArray(), tolerance );
	}

	static void assertFails( final Executable reading, final Path file, final String... words )
	{
		final String message = assertThrows( IOException.class, reading ).getMessage();
		assertTrue( message.contains( file.getFileName().toString() ), message );
		for ( final String word : words )
			assertTrue( message.contains( word ), "\"" + word + "\" in: " + message );
		assertEquals( -1, message.indexOf( '\n' ), message );
	}

	static byte[] gzip( final byte[] bytes ) throws IOException
	{
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try ( GZIPOutputStream gzip = new GZIPOutputStream( out ) )
		{
			gzip.write( bytes );
		}
		return out.toByteArray();
	}

	static long fileCount( final Path folder ) throws IOException
	{
		try ( Stream< Path > files = Files.list( folder ) )
		{
			return files.count();
		}
	}

	/** @return the file, written as a header of text before data */
	static Path written( final Path file, final String header, final byte[] data ) throws IOException
	{
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write( header.getBytes( StandardCharsets.US_ASCII ) );
		out.write( data );
		return Files.write( file, out.toByteArray() );
	}

	/** That the first 24 values count up from -5. */
	static void assertCounts( final Volume< FloatType > volume )
	{
		final float[] values = FloatArrays.of( volume.voxels() );
		for ( int i = 0; i < 24; ++i )
			assertEquals( i - 5, values[ i ] );
	}
}
