/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;

class VolumeFilesTest
{
	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource( strings = { "v.mha", "v.nii", "v.nii.gz", "v.tif", "V.TIFF" } )
	void whatIsWrittenIsRead( final String name ) throws IOException
	{
		final Path file = folder.resolve( name );
		for ( final Affine3D frame : new Affine3D[] { SampleVolumes.ALIGNED, SampleVolumes.OBLIQUE, SampleVolumes.SHEARED,
				Affine3D.IDENTITY } )
		{
			VolumeFiles.write( SampleVolumes.floats( frame ), file );
			// NIfTI keeps 32 bits; TIFF keeps spacings as fractions of 10^6.
			SampleVolumes.assertSame( SampleVolumes.floats( frame ), VolumeFiles.read( file ), name.endsWith( ".mha" ) ? 1e-12 : 1e-3 );
			VolumeFiles.write( SampleVolumes.labels( frame ), file );
			SampleVolumes.assertSame( SampleVolumes.labels( frame ), VolumeFiles.readLabels( file ), 1e-3 );
			assertEquals( 1, SampleVolumes.fileCount( folder ) );
		}
	}

	@ParameterizedTest
	@ValueSource( strings = { "a.nii", "a.nii.gz", "a.mha" } )
	void shortsTakeTwoBytes( final String name ) throws IOException
	{
		final short[] values = { -1000, 0, 32767, -32768, 1, 2, 3, 4 };
		final Volume< ShortType > shorts = new Volume<>( ArrayImgs.shorts( values, 2, 2, 2 ), Affine3D.IDENTITY );
		final Path file = folder.resolve( name );
		VolumeFiles.write( shorts, file );
		assertArrayEquals( new float[] { -1000, 0, 32767, -32768, 1, 2, 3, 4 }, FloatArrays.of( VolumeFiles.read( file ).voxels() ) );
		if ( name.equals( "a.nii" ) )
			assertEquals( 352 + 16, Files.size( file ) );
	}

	@Test
	void obliqueFramesSurviveTiffExactly() throws IOException
	{
		final Path file = folder.resolve( "v.tif" );
		VolumeFiles.write( SampleVolumes.floats( SampleVolumes.OBLIQUE ), file );
		assertEquals( SampleVolumes.OBLIQUE, VolumeFiles.read( file ).worldFromVoxel() );
	}

	@Test
	void compressedMetaImagesNameTheirCompressedSize() throws IOException
	{
		final Path file = folder.resolve( "v.mha" );
		VolumeFiles.write( SampleVolumes.floats( SampleVolumes.ALIGNED ), file );
		final String text = new String( Files.readAllBytes( file ), StandardCharsets.ISO_8859_1 );
		final long size = Long.parseLong( text.replaceFirst( "(?s).*CompressedDataSize = (\\d+).*", "$1" ) );
		assertEquals( text.length() - text.indexOf( "LOCAL\n" ) - 6, size );
	}

	@Test
	void channelsSurviveTiffAndNothingElse() throws IOException
	{
		final float[] values = new float[ 2 * 3 * 4 * 5 ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = i;
		final Volume< ? extends RealType< ? > > volume =
				new Volume<>( ArrayImgs.floats( values, 2, 3, 4, 5 ), SampleVolumes.ALIGNED );
		final Path file = folder.resolve( "v.tif" );
		VolumeFiles.write( volume, file );
		SampleVolumes.assertSame( volume, VolumeFiles.read( file ), 1e-3 );
		for ( final String name : new String[] { "v.mha", "v.nii", "v.nii.gz" } )
			SampleVolumes.assertFails( () -> VolumeFiles.write( volume, folder.resolve( name ) ), folder.resolve( name ), "5 channels" );
	}

	@Test
	void aFailedWriteLeavesEverythingAsItWas() throws IOException
	{
		final Path file = Files.write( folder.resolve( "v.nii" ), new byte[] { 1, 2, 3 } );
		final Volume< ? extends RealType< ? > > tooLong =
				Volume.labels( new Grid( new int[] { 40000, 1, 1 }, Affine3D.IDENTITY ),
						new byte[ 40000 ] );
		assertThrows( IOException.class, () -> VolumeFiles.write( tooLong, file ) );
		assertArrayEquals( new byte[] { 1, 2, 3 }, Files.readAllBytes( file ) );
		assertEquals( 1, SampleVolumes.fileCount( folder ) );
	}

	@Test
	void unknownExtensionsAndFoldersAreRefused() throws IOException
	{
		final Volume< ? extends RealType< ? > > volume = SampleVolumes.floats( Affine3D.IDENTITY );
		final Path unknown = folder.resolve( "v.xyz" ), nowhere = folder.resolve( "no/v.nii" ),
				existing = Files.createDirectory( folder.resolve( "d.nii" ) );
		SampleVolumes.assertFails( () -> VolumeFiles.write( volume, unknown ), unknown, ".mha" );
		SampleVolumes.assertFails( () -> VolumeFiles.write( volume, nowhere ), nowhere, "folder" );
		SampleVolumes.assertFails( () -> VolumeFiles.write( volume, existing ), existing, "folder" );
		assertEquals( 1, SampleVolumes.fileCount( folder ) );
	}

	@Test
	void filesThatAreNoVolumesAreRefused() throws IOException
	{
		final Path text = Files.writeString( folder.resolve( "notes.txt" ), "Nothing to see here." ),
				missing = folder.resolve( "missing.nii" ),
				empty = Files.createFile( folder.resolve( "empty" ) );
		SampleVolumes.assertFails( () -> VolumeFiles.read( text ), text, "NIfTI" );
		SampleVolumes.assertFails( () -> VolumeFiles.read( missing ), missing, "does not exist" );
		SampleVolumes.assertFails( () -> VolumeFiles.read( empty ), empty, "NIfTI" );
		SampleVolumes.assertFails( () -> VolumeFiles.read( folder ), folder, "no DICOM file" );
	}

	@Test
	void labelsAreWholeNumbersUpTo255() throws IOException
	{
		final Path file = folder.resolve( "v.nii" );
		for ( final float bad : new float[] { 0.5f, -1, 256, Float.NaN } )
		{
			VolumeFiles.write( Volume.floats( new Grid( new int[] { 1, 1, 2 }, Affine3D.IDENTITY ), new float[] { 7, bad } ), file );
			SampleVolumes.assertFails( () -> VolumeFiles.readLabels( file ), file, Float.toString( bad ), "0 to 255" );
		}
	}

	@Test
	void truncatedTiffFilesAreRefused() throws IOException
	{
		final Path file = folder.resolve( "v.tif" );
		VolumeFiles.write( SampleVolumes.floats( SampleVolumes.OBLIQUE ), file );
		final byte[] whole = Files.readAllBytes( file );
		for ( int length = 4; length < whole.length; length += 7 )
		{
			Files.write( file, Arrays.copyOf( whole, length ) );
			SampleVolumes.assertFails( () -> VolumeFiles.read( file ), file, "truncated" );
		}
	}

	@Test
	void aTiffThatClaimsTooMuchIsRefusedBeforeMemoryIsTaken() throws IOException
	{
		// One directory of 60000 x 60000 pixels of 8 bits in a file of 100 bytes.
		final ByteBuffer b = ByteBuffer.allocate( 100 ).order( ByteOrder.LITTLE_ENDIAN );
		b.put( ( byte ) 'I' ).put( ( byte ) 'I' ).putShort( ( short ) 42 ).putInt( 8 ).putShort( ( short ) 4 );
		for ( final int[] entry : new int[][] { { 256, 60000 }, { 257, 60000 }, { 258, 8 }, { 273, 80 } } )
			b.putShort( ( short ) entry[ 0 ] ).putShort( ( short ) 4 ).putInt( 1 ).putInt( entry[ 1 ] );
		final Path file = Files.write( folder.resolve( "big.tif" ), b.array() );
		SampleVolumes.assertFails( () -> VolumeFiles.read( file ), file, "60000" );
	}
}
