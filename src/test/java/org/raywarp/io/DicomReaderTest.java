/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import ij.ImagePlus;
import ij.io.Opener;
import net.imglib2.type.numeric.real.FloatType;

class DicomReaderTest
{
	@TempDir
	Path folder;

	private Path written( final String name, final DicomFixture slice ) throws IOException
	{
		return Files.write( folder.resolve( name ), slice.bytes( DicomFixture.EXPLICIT ) );
	}

	private void assertRefused( final DicomFixture slice, final String... words ) throws IOException
	{
		final Path file = written( "bad.dcm", slice );
		SampleVolumes.assertFails( () -> VolumeFiles.read( file ), file, words );
	}

	@ParameterizedTest
	@ValueSource( strings = { DicomFixture.IMPLICIT, DicomFixture.EXPLICIT, DicomFixture.BIG } )
	void aSliceHasItsRescaledValuesAndFrame( final String syntax ) throws IOException
	{
		final Path file = Files.write( folder.resolve( "slice" ),
				new DicomFixture( 10, 20, 30 ).with( 0x00281053, "DS:2.5" ).with( 0x00180050, "DS:3" ).with( 0x00081140, "" )
						.bytes( syntax ) );
		final Volume< FloatType > volume = VolumeFiles.read( file );
		assertArrayEquals( new int[] { 4, 3, 1 }, volume.grid().size() );
		for ( int i = 0; i < 12; ++i )
			assertEquals( 2.5f * ( 100 * i - 300 ) - 1024, FloatArrays.of( volume.voxels() )[ i ] );
		assertArrayEquals( new double[] { 0.25, 0, 0, 10, 0, 0.5, 0, 20, 0, 0, 3, 30 }, volume.worldFromVoxel().toArray() );
	}

	@ParameterizedTest
	@ValueSource( strings = { DicomFixture.IMPLICIT, DicomFixture.EXPLICIT } )
	void imageJReadsTheSameValuesAndSpacing( final String syntax ) throws IOException
	{
		final Path file = Files.write( folder.resolve( "slice.dcm" ), new DicomFixture( 10, 20, 30 ).bytes( syntax ) );
		final ImagePlus image = new Opener().openImage( file.toString() );
		final Volume< FloatType > mine = VolumeFiles.read( file ), theirs = ImagePlusVolumes.toVolume( image );
		assertArrayEquals( FloatArrays.of( theirs.voxels() ), FloatArrays.of( mine.voxels() ) );
		assertArrayEquals( Arrays.copyOf( theirs.grid().spacing(), 2 ), Arrays.copyOf( mine.grid().spacing(), 2 ), 1e-12 );
	}

	@Test
	void aFileWithoutPreambleIsRead() throws IOException
	{
		final DicomFixture slice = new DicomFixture( 10, 20, 30 );
		slice.preamble = false;
		for ( final String syntax : new String[] { DicomFixture.IMPLICIT, DicomFixture.EXPLICIT } )
			assertEquals( -1324, FloatArrays
					.of( VolumeFiles.read( Files.write( folder.resolve( "bare.dcm" ), slice.bytes( syntax ) ) ).voxels() )[ 0 ] );
	}

	@Test
	void aFileWithATiffHeaderInItsPreambleIsDicom() throws IOException
	{
		final byte[] bytes = new DicomFixture( 10, 20, 30 ).bytes( DicomFixture.EXPLICIT );
		System.arraycopy( new byte[] { 'I', 'I', 42, 0, 8 }, 0, bytes, 0, 5 );
		assertEquals( -1324, FloatArrays.of( VolumeFiles.read( Files.write( folder.resolve( "both" ), bytes ) ).voxels() )[ 0 ] );
	}

	@Test
	void unsignedPixelsAndUnusedBitsAreUnderstood() throws IOException
	{
		final DicomFixture slice = new DicomFixture( 0, 0, 0 ).with( 0x00281052, null ).with( 0x00281053, null ).with( 0x00280103, 0 );
		slice.pixels[ 0 ] = ( short ) 0xf123;
		assertEquals( 0xf123, FloatArrays.of( VolumeFiles.read( written( "u.dcm", slice ) ).voxels() )[ 0 ] );
		assertEquals( 0x123, FloatArrays.of( VolumeFiles.read( written( "u.dcm", slice.with( 0x00280101, 12 ) ) ).voxels() )[ 0 ] );
		slice.pixels[ 0 ] = ( short ) 0x0fff;
		assertEquals( -1, FloatArrays.of( VolumeFiles.read( written( "u.dcm", slice.with( 0x00280103, 1 ) ) ).voxels() )[ 0 ] );
	}

	@Test
	void aSeriesIsSortedAlongItsNormalWhateverItsNamesSay() throws IOException
	{
		// Image columns run along y and rows along -z, so the normal is -x.
		final int[] order = { 2, 0, 3, 1 };
		for ( int n = 0; n < 4; ++n )
		{
			final DicomFixture slice = new DicomFixture( 50 - 1.5 * order[ n ], 7, 8 ).with( 0x00200037, "DS:0\\1\\0\\0\\0\\-1" );
			Arrays.fill( slice.pixels, ( short ) order[ n ] );
			written( "slice" + n, slice );
		}
		Files.writeString( folder.resolve( "README.txt" ), "A series." );
		final Volume< FloatType > volume = VolumeFiles.read( folder );
		assertArrayEquals( new int[] { 4, 3, 4 }, volume.grid().size() );
		for ( int z = 0; z < 4; ++z )
			assertEquals( z - 1024, FloatArrays.of( volume.voxels() )[ 12 * z ] );
		assertArrayEquals( new double[] { 0, 0, -1.5, 50, 0.25, 0, 0, 7, 0, -0.5, 0, 8 }, volume.worldFromVoxel().toArray(), 1e-9 );
	}

	@Test
	void aTiltedGantryShearsTheFrame() throws IOException
	{
		for ( int z = 0; z < 3; ++z )
			written( "s" + z, new DicomFixture( 0, 0.3 * z, 2 * z ) );
		assertArrayEquals( new double[] { 0.25, 0, 0, 0, 0, 0.5, 0.3, 0, 0, 0, 2, 0 },
				VolumeFiles.read( folder ).worldFromVoxel().toArray(), 1e-12 );
	}

	@Test
	void missingAndDoubledSlicesAreRefused() throws IOException
	{
		for ( final int z : new int[] { 0, 1, 2, 4, 5 } )
			written( "s" + z, new DicomFixture( 0, 0, 2 * z ) );
		SampleVolumes.assertFails( () -> VolumeFiles.read( folder ), folder, "4.0 mm apart", "s2 and s4" );
		written( "s3", new DicomFixture( 0, 0, 6 ) );
		assertEquals( 6, VolumeFiles.read( folder ).grid().size()[ 2 ] );
		written( "again", new DicomFixture( 0, 0, 6 ) );
		SampleVolumes.assertFails( () -> VolumeFiles.read( folder ), folder, "0.0 mm apart", "twice" );
	}

	@Test
	void mixedSeriesAndSizesAreRefused() throws IOException
	{
		written( "a", new DicomFixture( 0, 0, 0 ) );
		final Path other = written( "b", new DicomFixture( 0, 0, 2 ).with( 0x0020000e, "UI:9.9" ) );
		SampleVolumes.assertFails( () -> VolumeFiles.read( folder ), other, "9.9", "1.2.3" );
		written( "b", new DicomFixture( 0, 0, 2 ).with( 0x00280030, "DS:1\\1" ) );
		SampleVolumes.assertFails( () -> VolumeFiles.read( folder ), other, "pixel spacing" );
		written( "b", new DicomFixture( 0, 0, 2 ).with( 0x00200032, null ) );
		SampleVolumes.assertFails( () -> VolumeFiles.read( folder ), other, "(0020,0032)" );
	}

	@Test
	void whatIsNoPlainImageIsRefused() throws IOException
	{
		assertRefused( new DicomFixture( 0, 0, 0 ).with( 0x00280002, 3 ), "3 samples" );
		assertRefused( new DicomFixture( 0, 0, 0 ).with( 0x00280008, "IS:7" ), "7 frames" );
		assertRefused( new DicomFixture( 0, 0, 0 ).with( 0x00280100, 32 ), "32 bits" );
		assertRefused( new DicomFixture( 0, 0, 0 ).with( 0x00280030, "DS:0\\1" ), "invertible" );
		assertRefused( new DicomFixture( 0, 0, 0 ).with( 0x00200032, "DS:1\\2" ), "(0020,0032)", "3 finite numbers" );
		final Path jpeg = Files.write( folder.resolve( "j.dcm" ), new DicomFixture( 0, 0, 0 ).bytes( "1.2.840.10008.1.2.4.70" ) );
		SampleVolumes.assertFails( () -> VolumeFiles.read( jpeg ), jpeg, "compressed", "1.2.840.10008.1.2.4.70" );
	}

	@Test
	void sizesAreComparedWithTheFileBeforeMemoryIsTaken() throws IOException
	{
		assertRefused( new DicomFixture( 0, 0, 0 ).with( 0x00280010, 60000 ).with( 0x00280011, 10000 ), "truncated", "1200000000" );
		assertRefused( new DicomFixture( 0, 0, 0 ).with( 0x00280010, 0 ), "positive" );
	}

	@Test
	void truncatedFilesAreRefused() throws IOException
	{
		final byte[] whole = new DicomFixture( 0, 0, 0 ).with( 0x00081140, "" ).bytes( DicomFixture.EXPLICIT );
		for ( int length = 132; length < whole.length; ++length )
		{
			final Path file = Files.write( folder.resolve( "t.dcm" ), Arrays.copyOf( whole, length ) );
			SampleVolumes.assertFails( () -> VolumeFiles.read( file ), file, "truncated" );
		}
	}
}
