/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

class NrrdReaderTest
{
	private static final String SHORTS =
			"NRRD0004\n# a comment\ntype: short\ndimension: 3\nsizes: 2 3 4\nendian: little\nkey:=a value: with colon\n";

	private static final String RAW = "encoding: raw\n";

	private static final String LPS =
			"space: left-posterior-superior\nspace directions: (0,2,0) (-3,0,0) (0,0,4)\nspace origin: (10,20,30)\n";

	@TempDir
	Path folder;

	private static byte[] shorts( final ByteOrder order )
	{
		final ByteBuffer b = ByteBuffer.allocate( 48 ).order( order );
		for ( int i = 0; i < 24; ++i )
			b.putShort( ( short ) ( i - 5 ) );
		return b.array();
	}

	private Volume< FloatType > read( final String header, final byte[] data ) throws IOException
	{
		return VolumeFiles.read( SampleVolumes.written( folder.resolve( "v.nrrd" ), header + "\n", data ) );
	}

	private void assertRefused( final String header, final byte[] data, final String... words ) throws IOException
	{
		final Path file = SampleVolumes.written( folder.resolve( "v.nrrd" ), header + "\n", data );
		SampleVolumes.assertFails( () -> VolumeFiles.read( file ), file, words );
	}

	@Test
	void rawAndGzipAreReadInBothByteOrders() throws IOException
	{
		final byte[] little = shorts( ByteOrder.LITTLE_ENDIAN ), big = shorts( ByteOrder.BIG_ENDIAN );
		SampleVolumes.assertCounts( read( SHORTS + RAW, little ) );
		SampleVolumes.assertCounts( read( SHORTS.replace( "little", "big" ) + RAW, big ) );
		SampleVolumes.assertCounts( read( SHORTS + "encoding: gzip\n", SampleVolumes.gzip( little ) ) );
		SampleVolumes.assertCounts( read( SHORTS.replace( "little", "big" ) + "encoding: gz\n", SampleVolumes.gzip( big ) ) );
	}

	@Test
	void directionsAreTheAxesInLpsRasAndLas() throws IOException
	{
		final byte[] data = shorts( ByteOrder.LITTLE_ENDIAN );
		assertArrayEquals( new double[] { 0, -3, 0, 10, 2, 0, 0, 20, 0, 0, 4, 30 },
				read( SHORTS + RAW + LPS, data ).worldFromVoxel().toArray() );
		for ( final String ras : new String[] { "right-anterior-superior", "RAS" } )
			assertArrayEquals( new double[] { 0, 3, 0, -10, -2, 0, 0, -20, 0, 0, 4, 30 },
					read( SHORTS + RAW + LPS.replace( "left-posterior-superior", ras ), data ).worldFromVoxel().toArray() );
		for ( final String las : new String[] { "left-anterior-superior", "LAS" } )
			assertArrayEquals( new double[] { 0, -3, 0, 10, -2, 0, 0, -20, 0, 0, 4, 30 },
					read( SHORTS + RAW + LPS.replace( "left-posterior-superior", las ), data ).worldFromVoxel().toArray() );
	}

	@Test
	void axesOutsideOfSpaceAreLeftOutWhereTheyAreSingle() throws IOException
	{
		final String header = SHORTS.replace( "dimension: 3", "dimension: 4" ).replace( "sizes: 2", "sizes: 1 2" ) + RAW
				+ LPS.replace( "directions: ", "directions: none " );
		final Volume< FloatType > volume = read( header, shorts( ByteOrder.LITTLE_ENDIAN ) );
		assertArrayEquals( new int[] { 2, 3, 4 }, volume.grid().size() );
		assertArrayEquals( new double[] { 0, -3, 0, 10, 2, 0, 0, 20, 0, 0, 4, 30 }, volume.worldFromVoxel().toArray() );
		assertRefused( header.replace( "sizes: 1", "sizes: 3" ), shorts( ByteOrder.LITTLE_ENDIAN ), "[3, 2, 3, 4]" );
	}

	@Test
	void spacingsAndMinsAreReadWithoutDirections() throws IOException
	{
		final byte[] data = shorts( ByteOrder.LITTLE_ENDIAN );
		assertArrayEquals( new double[] { 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1, 0 },
				read( SHORTS + RAW + "spacings: 2 3 nan\n", data ).worldFromVoxel().toArray() );
		assertArrayEquals( new double[] { 2, 0, 0, 11, 0, 3, 0, 20, 0, 0, 4, 30 },
				read( SHORTS + RAW + "spacings: 2 3 4\naxis mins: 10 20 30\ncenterings: cell node ???\n", data ).worldFromVoxel()
						.toArray() );
		assertArrayEquals( new double[] { 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 }, read( SHORTS + RAW, data ).worldFromVoxel().toArray() );
	}

	@Test
	void unitsBecomeMillimeters() throws IOException
	{
		assertEquals( 4000, read( SHORTS + RAW + LPS + "space units: \"m\" \"m\" \"m\"\n", shorts( ByteOrder.LITTLE_ENDIAN ) )
				.worldFromVoxel().get( 2, 2 ) );
	}

	@Test
	void linesAndBytesAreSkipped() throws IOException
	{
		final byte[] data = shorts( ByteOrder.LITTLE_ENDIAN ),
				skipped = ByteBuffer.allocate( 60 ).put( "one\ntwo\nxyz.".getBytes() ).put( data ).array();
		SampleVolumes.assertCounts( read( SHORTS + RAW + "line skip: 2\nbyte skip: 4\n", skipped ) );
		SampleVolumes.assertCounts( read( SHORTS + RAW + "byte skip: -1\n", skipped ) );
		final byte[] zipped = SampleVolumes.gzip( ByteBuffer.allocate( 52 ).put( 4, data ).array() );
		SampleVolumes.assertCounts( read( SHORTS + "encoding: gzip\nline skip: 1\nbyte skip: 4\n",
				ByteBuffer.allocate( 4 + zipped.length ).put( "one\n".getBytes() ).put( zipped ).array() ) );
		assertRefused( SHORTS + RAW + "line skip: 100\n", skipped, "truncated" );
		assertRefused( SHORTS + RAW + "byte skip: 100\n", skipped, "truncated" );
		assertRefused( SHORTS + "encoding: gzip\nbyte skip: -1\n", skipped, "byte skip" );
	}

	@Test
	void detachedVoxelsLieInTheSameFolder() throws IOException
	{
		final byte[] data = shorts( ByteOrder.LITTLE_ENDIAN );
		Files.write( folder.resolve( "v.raw" ), data );
		Files.write( folder.resolve( "v.raw.gz" ), SampleVolumes.gzip( data ) );
		SampleVolumes.assertCounts( VolumeFiles
				.read( SampleVolumes.written( folder.resolve( "v.nhdr" ), SHORTS + RAW + "data file: v.raw\n", new byte[ 0 ] ) ) );
		SampleVolumes.assertCounts( VolumeFiles
				.read( SampleVolumes.written( folder.resolve( "w.nhdr" ), SHORTS + RAW + "datafile: ./v.raw", new byte[ 0 ] ) ) );
		SampleVolumes.assertCounts( VolumeFiles.read(
				SampleVolumes.written( folder.resolve( "z.nhdr" ), SHORTS + "encoding: gzip\ndata file: v.raw.gz\n", new byte[ 0 ] ) ) );
		for ( final String name : new String[] { "../v.raw", "/etc/hostname", "sub/v.raw" } )
			assertRefused( SHORTS + RAW + "data file: " + name + "\n", new byte[ 0 ], name, "same folder" );
		assertRefused( SHORTS + RAW + "data file: LIST\n", new byte[ 0 ], "LIST" );
	}

	@Test
	void impossibleHeadersAreRefused() throws IOException
	{
		final byte[] data = shorts( ByteOrder.LITTLE_ENDIAN );
		assertRefused( SHORTS.replace( "2 3 4", "10000 10000 10000" ) + RAW, data, "1.0E12" );
		assertRefused( SHORTS.replace( "2 3 4", "2 -3 4" ) + RAW, data, "[2, -3, 4]" );
		assertRefused( SHORTS.replace( "2 3 4", "2 3" ) + RAW, data, "sizes" );
		assertRefused( SHORTS.replace( "short", "block" ) + RAW, data, "block" );
		assertRefused( SHORTS + "encoding: bzip2\n", data, "bzip2" );
		assertRefused( SHORTS, data, "encoding" );
		assertRefused( SHORTS.replace( "endian: little\n", "" ) + RAW, data, "endian" );
		assertRefused( SHORTS.replace( "little", "middle" ) + RAW, data, "middle" );
		assertRefused( SHORTS + RAW + LPS.replace( "(0,0,4)", "" ), data, "space directions" );
		assertRefused( SHORTS + RAW + LPS.replace( "(0,0,4)", "(0,0)" ), data, "space directions" );
		assertRefused( SHORTS + RAW + LPS.replace( "(0,0,4)", "(0,0,0)" ), data, "invertible" );
		assertRefused( SHORTS + RAW + LPS.replace( "(0,0,4)", "(0,0,NaN)" ), data, "NaN" );
		assertRefused( SHORTS + RAW + LPS.replace( "superior", "superior-time" ), data, "time" );
		assertRefused( "NRRD0009\n", data, "NRRD0001" );
		assertRefused( "NRRD0004\nnonsense\n", data, "nonsense" );
	}

	@Test
	void truncatedVoxelsAreRefused() throws IOException
	{
		final byte[] data = shorts( ByteOrder.LITTLE_ENDIAN ), zipped = SampleVolumes.gzip( data );
		assertRefused( SHORTS + RAW, Arrays.copyOf( data, 47 ), "truncated", "47" );
		for ( int length = 0; length < zipped.length; ++length )
			assertRefused( SHORTS + "encoding: gzip\n", Arrays.copyOf( zipped, length ), "truncated" );
		assertRefused( SHORTS + "encoding: gzip\n", data, "damaged" );
	}
}
