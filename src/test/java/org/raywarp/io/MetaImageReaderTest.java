/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.OutsideData;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

class MetaImageReaderTest
{
	private static final String SHORTS = "ObjectType = Image\nNDims = 3\nDimSize = 2 3 4\nElementType = MET_SHORT\n";

	@TempDir
	Path folder;

	/** The numbers -5, -4, ... 18. */
	private static byte[] shorts( final ByteOrder order )
	{
		final ByteBuffer b = ByteBuffer.allocate( 48 ).order( order );
		for ( int i = 0; i < 24; ++i )
			b.putShort( ( short ) ( i - 5 ) );
		return b.array();
	}

	private static byte[] zlib( final byte[] bytes ) throws IOException
	{
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try ( DeflaterOutputStream deflated = new DeflaterOutputStream( out ) )
		{
			deflated.write( bytes );
		}
		return out.toByteArray();
	}

	private Volume< FloatType > read( final String header, final byte[] data ) throws IOException
	{
		return VolumeFiles.read( SampleVolumes.written( folder.resolve( "v.mha" ), header + "ElementDataFile = LOCAL\n", data ) );
	}

	private void assertRefused( final String header, final byte[] data, final String... words ) throws IOException
	{
		final Path file = SampleVolumes.written( folder.resolve( "v.mha" ), header, data );
		SampleVolumes.assertFails( () -> VolumeFiles.read( file ), file, words );
	}

	@Test
	void rawAndCompressedAreReadInBothByteOrders() throws IOException
	{
		final byte[] little = shorts( ByteOrder.LITTLE_ENDIAN ), big = shorts( ByteOrder.BIG_ENDIAN );
		SampleVolumes.assertCounts( read( SHORTS, little ) );
		SampleVolumes.assertCounts( read( SHORTS + "ElementByteOrderMSB = True\n", big ) );
		SampleVolumes.assertCounts( read( SHORTS + "BinaryDataByteOrderMSB = True\r\n", big ) );
		SampleVolumes.assertCounts( read( SHORTS + "CompressedData = True\n", zlib( little ) ) );
		SampleVolumes.assertCounts( read( SHORTS + "CompressedData = True\nBinaryDataByteOrderMSB = True\n", zlib( big ) ) );
		SampleVolumes.assertCounts(
				read( SHORTS + "HeaderSize = 2\n", Arrays.copyOfRange( ByteBuffer.allocate( 50 ).put( 2, little ).array(), 0, 50 ) ) );
	}

	@Test
	void everyTypeIsRead() throws IOException
	{
		final String[] types = { "MET_CHAR", "MET_UCHAR", "MET_SHORT", "MET_USHORT", "MET_INT", "MET_UINT", "MET_LONG", "MET_ULONG",
				"MET_LONG_LONG", "MET_ULONG_LONG", "MET_FLOAT", "MET_DOUBLE" };
		final float[] minusOne = { -1, 255, -1, 65535, -1, 4294967295f, -1, 4294967295f, -1, 18446744073709551615f, Float.NaN, Float.NaN };
		for ( int t = 0; t < types.length; ++t )
		{
			final byte[] ones = new byte[ 16 ];
			Arrays.fill( ones, ( byte ) 0xff );
			final float[] values = FloatArrays.of( read( "NDims = 2\nDimSize = 2 1\nElementType = " + types[ t ] + "\n", ones ).voxels() );
			assertArrayEquals( new float[] { minusOne[ t ], minusOne[ t ] }, values );
		}
	}

	@Test
	void rowsOfTheMatrixAreTheAxes() throws IOException
	{
		final double[] map = read( SHORTS + "TransformMatrix = 0 1 0 -1 0 0 0 0 1\nOffset = 10 20 30\nElementSpacing = 2 3 4\n",
				shorts( ByteOrder.LITTLE_ENDIAN ) ).worldFromVoxel().toArray();
		assertArrayEquals( new double[] { 0, -3, 0, 10, 2, 0, 0, 20, 0, 0, 4, 30 }, map );
	}

	@Test
	void withoutAMatrixTheAnatomicalOrientationSaysWhereAxesBegin() throws IOException
	{
		final byte[] data = shorts( ByteOrder.LITTLE_ENDIAN );
		assertArrayEquals( new double[] { 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4, 0 },
				read( SHORTS + "AnatomicalOrientation = RAI\nElementSpacing = 2 3 4\n", data ).worldFromVoxel().toArray() );
		assertArrayEquals( new double[] { 0, 0, -4, 0, 2, 0, 0, 0, 0, -3, 0, 0 },
				read( SHORTS + "AnatomicalOrientation = ASL\nElementSpacing = 2 3 4\n", data ).worldFromVoxel().toArray() );
		assertRefused( SHORTS + "AnatomicalOrientation = RLI\nElementDataFile = LOCAL\n", data, "AnatomicalOrientation", "RLI" );
	}

	@Test
	void theMatrixComesBeforeTheAnatomicalOrientation() throws IOException
	{
		assertEquals( 1,
				read( SHORTS + "AnatomicalOrientation = LPS\nTransformMatrix = 1 0 0 0 1 0 0 0 1\n", shorts( ByteOrder.LITTLE_ENDIAN ) )
						.worldFromVoxel().get( 0, 0 ) );
	}

	@Test
	void slopeAndOffsetOfTheElementsAreApplied() throws IOException
	{
		assertEquals( -1034,
				FloatArrays.of( read( SHORTS + "ElementToIntensityFunctionSlope = 2\nElementToIntensityFunctionOffset = -1024\n",
						shorts( ByteOrder.LITTLE_ENDIAN ) ).voxels() )[ 0 ] );
	}

	@Test
	void voxelsInAnotherFileOfTheFolderAreRead() throws IOException
	{
		final byte[] data = shorts( ByteOrder.LITTLE_ENDIAN );
		Files.write( folder.resolve( "v.raw" ), data );
		Files.write( folder.resolve( "v.zraw" ), zlib( data ) );
		Files.write( folder.resolve( "long.raw" ), ByteBuffer.allocate( 148 ).put( 100, data ).array() );
		SampleVolumes.assertCounts( VolumeFiles
				.read( SampleVolumes.written( folder.resolve( "v.mhd" ), SHORTS + "ElementDataFile = v.raw\n", new byte[ 0 ] ) ) );
		SampleVolumes.assertCounts( VolumeFiles.read( SampleVolumes.written( folder.resolve( "z.mhd" ),
				SHORTS + "CompressedData = True\nElementDataFile = v.zraw", new byte[ 0 ] ) ) );
		SampleVolumes.assertCounts( VolumeFiles.read( SampleVolumes.written( folder.resolve( "e.mhd" ),
				SHORTS + "HeaderSize = -1\nElementDataFile = long.raw\n", new byte[ 0 ] ) ) );
	}

	@Test
	void voxelsOutsideTheFolderAreRefused() throws IOException
	{
		for ( final String name : new String[] { "../v.raw", "/etc/hostname", "sub/v.raw", "..\\v.raw", "C:v.raw", ".." } )
			assertRefused( SHORTS + "ElementDataFile = " + name + "\n", new byte[ 0 ], name, "same folder" );
		assertRefused( SHORTS + "ElementDataFile = missing.raw\n", new byte[ 0 ], "missing.raw", "does not exist" );
		assertRefused( SHORTS + "ElementDataFile = LIST\n", new byte[ 0 ], "LIST" );
		assertRefused( SHORTS + "ElementDataFile = v%03d.raw 1 9 1\n", new byte[ 0 ], "v%03d" );
	}

	@Test
	void impossibleHeadersAreRefused() throws IOException
	{
		final byte[] data = shorts( ByteOrder.LITTLE_ENDIAN );
		final String local = "ElementDataFile = LOCAL\n";
		assertRefused( SHORTS.replace( "2 3 4", "10000 10000 10000" ) + local, data, "1.0E12" );
		assertRefused( SHORTS.replace( "2 3 4", "2 -3 4" ) + local, data, "[2, -3, 4]" );
		assertRefused( SHORTS.replace( "2 3 4", "2 3" ) + local, data, "DimSize", "2 3" );
		assertRefused( SHORTS.replace( "2 3 4", "2 3 x" ) + local, data, "DimSize", "2 3 x" );
		assertRefused( SHORTS.replace( "2 3 4", "2 3 4.5" ) + local, data, "DimSize", "whole" );
		assertRefused( SHORTS.replace( "NDims = 3", "NDims = 5" ) + local, data, "NDims" );
		assertRefused( SHORTS.replace( "MET_SHORT", "MET_OTHER" ) + local, data, "MET_OTHER" );
		assertRefused( SHORTS + "Offset = 1 NaN 3\n" + local, data, "NaN", "finite" );
		assertRefused( SHORTS + "ElementSpacing = 1 0 3\n" + local, data, "1 0 3", "above 0" );
		assertRefused( SHORTS + "ElementSpacing = 1 -2 3\n" + local, data, "1 -2 3", "above 0" );
		assertRefused( SHORTS + "TransformMatrix = 1 0 0 0 0 0 0 0 1\n" + local, data, "invertible" );
		assertRefused( SHORTS + "ElementNumberOfChannels = 3\n" + local, data, "ElementNumberOfChannels" );
		assertRefused( SHORTS + "BinaryData = False\n" + local, data, "BinaryData" );
		assertRefused( SHORTS + "HeaderSize = -1\n" + local, data, "HeaderSize" );
		assertRefused( SHORTS, new byte[ 0 ], "ElementDataFile" );
		assertRefused( "NDims = 3\nnonsense\n" + local, data, "nonsense" );
	}

	@Test
	void truncatedVoxelsAreRefused() throws IOException
	{
		final byte[] data = shorts( ByteOrder.LITTLE_ENDIAN ), zipped = zlib( data );
		assertRefused( SHORTS + "ElementDataFile = LOCAL\n", Arrays.copyOf( data, 47 ), "truncated", "48", "47" );
		assertRefused( SHORTS + "HeaderSize = 1000\nElementDataFile = LOCAL\n", data, "truncated" );
		for ( int length = 0; length < zipped.length; ++length )
			assertRefused( SHORTS + "CompressedData = True\nElementDataFile = LOCAL\n", Arrays.copyOf( zipped, length ), "truncated" );
		assertRefused( SHORTS + "CompressedData = True\nElementDataFile = LOCAL\n", data, "damaged" );
		assertRefused( SHORTS.replace( "2 3 4", "400 400 400" ) + "CompressedData = True\nElementDataFile = LOCAL\n", zipped, "128000000" );
	}

	@Test
	void aFileOfAnotherProgramIsRead() throws IOException
	{
		final Volume< FloatType > phantom = VolumeFiles.read( OutsideData.folder( "reference" ).resolve( "plm_phantom.mha" ) );
		assertEquals( phantom.grid().voxelCount(), FloatArrays.of( phantom.voxels() ).length );
	}
}
