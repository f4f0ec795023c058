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
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.raywarp.OutsideData;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

class NiftiReaderTest
{
	private static final int VOXELS = 24;

	@TempDir
	Path folder;

	/** A header of 2 x 3 x 4 signed 16-bit voxels with spacing 1, 2, 3 and no form, then the voxels 0, 1, 2, ... */
	private static ByteBuffer file( final ByteOrder order, final int type, final int bytes )
	{
		final ByteBuffer b = ByteBuffer.allocate( 352 + bytes * VOXELS ).order( order );
		b.putInt( 0, 348 ).putShort( 40, ( short ) 3 ).putShort( 42, ( short ) 2 ).putShort( 44, ( short ) 3 ).putShort( 46, ( short ) 4 );
		b.putShort( 70, ( short ) type ).putShort( 72, ( short ) ( 8 * bytes ) ).putFloat( 76, 1 ).putFloat( 80, 1 ).putFloat( 84, 2 )
				.putFloat( 88, 3 );
		b.putFloat( 108, 352 ).put( 344, ( byte ) 'n' ).put( 345, ( byte ) '+' ).put( 346, ( byte ) '1' );
		for ( int i = 0; i < VOXELS; ++i )
			put( b, 352 + i * bytes, type, i );
		return b;
	}

	private static void put( final ByteBuffer b, final int at, final int type, final int value )
	{
		switch ( type )
		{
		case 2:
		case 256:
			b.put( at, ( byte ) value );
			break;
		case 4:
		case 512:
			b.putShort( at, ( short ) value );
			break;
		case 8:
		case 768:
			b.putInt( at, value );
			break;
		case 16:
			b.putFloat( at, value );
			break;
		case 64:
			b.putDouble( at, value );
			break;
		default:
			b.putLong( at, value );
		}
	}

	private Path written( final String name, final ByteBuffer content ) throws IOException
	{
		final byte[] bytes = content.array();
		return Files.write( folder.resolve( name ), name.endsWith( ".gz" ) ? SampleVolumes.gzip( bytes ) : bytes );
	}

	private Volume< FloatType > read( final Consumer< ByteBuffer > change ) throws IOException
	{
		final ByteBuffer b = file( ByteOrder.LITTLE_ENDIAN, 4, 2 );
		change.accept( b );
		return VolumeFiles.read( written( "v.nii", b ) );
	}

	private void assertRefused( final Consumer< ByteBuffer > change, final String... words ) throws IOException
	{
		final ByteBuffer b = file( ByteOrder.LITTLE_ENDIAN, 4, 2 );
		change.accept( b );
		final Path plain = written( "v.nii", b ), compressed = written( "v.nii.gz", b );
		SampleVolumes.assertFails( () -> VolumeFiles.read( plain ), plain, words );
		SampleVolumes.assertFails( () -> VolumeFiles.read( compressed ), compressed, words );
	}

	@ParameterizedTest
	@CsvSource( { "2,1", "4,2", "8,4", "16,4", "64,8", "256,1", "512,2", "768,4", "1024,8", "1280,8" } )
	void everyTypeIsReadInBothByteOrders( final int type, final int bytes ) throws IOException
	{
		for ( final ByteOrder order : new ByteOrder[] { ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN } )
			for ( final String name : new String[] { "v.nii", "v.nii.gz" } )
			{
				final float[] values = FloatArrays.of( VolumeFiles.read( written( name, file( order, type, bytes ) ) ).voxels() );
				for ( int i = 0; i < VOXELS; ++i )
					assertEquals( i, values[ i ] );
			}
	}

	@ParameterizedTest
	@CsvSource( { "2,1,255", "256,1,-1", "4,2,-1", "512,2,65535", "8,4,-1", "768,4,4294967295", "1024,8,-1",
			"1280,8,18446744073709551615" } )
	void theTypeSaysWhetherNumbersAreSigned( final int type, final int bytes, final double expected ) throws IOException
	{
		final ByteBuffer b = file( ByteOrder.BIG_ENDIAN, type, bytes );
		Arrays.fill( b.array(), 352, 352 + bytes, ( byte ) 0xff );
		assertEquals( ( float ) expected, FloatArrays.of( VolumeFiles.read( written( "v.nii", b ) ).voxels() )[ 0 ] );
	}

	@Test
	void slopeAndInterceptAreApplied() throws IOException
	{
		final float[] values = FloatArrays.of( read( b -> b.putFloat( 112, 2.5f ).putFloat( 116, -1024 ) ).voxels() );
		for ( int i = 0; i < VOXELS; ++i )
			assertEquals( 2.5f * i - 1024, values[ i ] );
	}

	@Test
	void aSlopeOfZeroOrNaNIsNoSlope() throws IOException
	{
		for ( final float slope : new float[] { 0, Float.NaN } )
			assertEquals( 5, FloatArrays.of( read( b -> b.putFloat( 112, slope ).putFloat( 116, 7 ) ).voxels() )[ 5 ] );
	}

	@Test
	void withoutFormsTheSpacingsAreTheMapInRas() throws IOException
	{
		assertArrayEquals( new double[] { -1, 0, 0, 0, 0, -2, 0, 0, 0, 0, 3, 0 }, read( b -> {} ).worldFromVoxel().toArray() );
	}

	@Test
	void theSformComesBeforeTheQform() throws IOException
	{
		final float[] ras = { 1, 0.5f, 0, 10, 0, 2, 0.25f, 20, 0, 0, 3, 30 };
		final double[] lps = read( b -> {
			b.putShort( 252, ( short ) 1 ).putShort( 254, ( short ) 2 );
			for ( int i = 0; i < 12; ++i )
				b.putFloat( 280 + 4 * i, ras[ i ] );
		} ).worldFromVoxel().toArray();
		assertArrayEquals( new double[] { -1, -0.5, 0, -10, 0, -2, -0.25, -20, 0, 0, 3, 30 }, lps );
	}

	@Test
	void theQformIsAQuarterTurnWithAFlip() throws IOException
	{
		// (a, b, c, d) = (sqrt 1/2, 0, 0, sqrt 1/2) turns x to y and y to -x; qfac -1 turns k over.
		final double[] lps = read( b -> b.putShort( 252, ( short ) 1 ).putFloat( 76, -1 ).putFloat( 264, ( float ) Math.sqrt( 0.5 ) )
				.putFloat( 268, 10 ).putFloat( 272, 20 ).putFloat( 276, 30 ) ).worldFromVoxel().toArray();
		assertArrayEquals( new double[] { 0, 2, 0, -10, -1, 0, 0, -20, 0, 0, -3, 30 }, lps, 1e-6 );
	}

	@Test
	void aHalfTurnIsNotTiltedByTheRoundingOfItsQuaternion() throws IOException
	{
		// b = c = sqrt 1/2 in 32 bits leaves 3.4e-8 for a^2, a tilt of 2.6e-4: the half turn about x + y swaps x and y.
		final double[] lps = read( b -> b.putShort( 252, ( short ) 1 ).putFloat( 256, ( float ) Math.sqrt( 0.5 ) )
				.putFloat( 260, ( float ) Math.sqrt( 0.5 ) ) ).worldFromVoxel().toArray();
		assertArrayEquals( new double[] { 0, -2, 0, 0, -1, 0, 0, 0, 0, 0, -3, 0 }, lps, 1e-6 );
	}

	@Test
	void metersAndMicrometersBecomeMillimeters() throws IOException
	{
		assertEquals( 3000, read( b -> b.put( 123, ( byte ) 1 ) ).worldFromVoxel().get( 2, 2 ) );
		assertEquals( 0.003, read( b -> b.put( 123, ( byte ) ( 3 | 8 ) ) ).worldFromVoxel().get( 2, 2 ), 1e-12 );
	}

	@Test
	void dimensionsOfOneBehindTheThirdAreAccepted() throws IOException
	{
		assertArrayEquals( new int[] { 2, 3, 4 },
				read( b -> b.putShort( 40, ( short ) 5 ).putShort( 48, ( short ) 1 ).putShort( 50, ( short ) 1 ) ).grid().size() );
	}

	@Test
	void extensionsBeforeTheVoxelsAreSkipped() throws IOException
	{
		final ByteBuffer b = ByteBuffer.allocate( 352 + 64 + 2 * VOXELS ).order( ByteOrder.LITTLE_ENDIAN );
		b.put( file( ByteOrder.LITTLE_ENDIAN, 4, 2 ).array(), 0, 352 ).putFloat( 108, 416 ).putShort( 416 + 2, ( short ) 7 );
		assertEquals( 7, FloatArrays.of( VolumeFiles.read( written( "v.nii.gz", b ) ).voxels() )[ 1 ] );
	}

	@Test
	void aNiftiFileIsKnownByItsContent() throws IOException
	{
		final Path file = Files.write( folder.resolve( "volume.dat" ), SampleVolumes.gzip( file( ByteOrder.BIG_ENDIAN, 4, 2 ).array() ) );
		assertEquals( 5, FloatArrays.of( VolumeFiles.read( file ).voxels() )[ 5 ] );
	}

	@Test
	void anythingButOneVolumeIsRefused() throws IOException
	{
		assertRefused( b -> b.putShort( 40, ( short ) 4 ).putShort( 48, ( short ) 2 ), "[2, 3, 4, 2]", "three-dimensional" );
		assertRefused( b -> b.putShort( 70, ( short ) 128 ), "data type 128" );
		assertRefused( b -> b.put( 345, ( byte ) 'i' ), "pair" );
		assertRefused( b -> b.putInt( 0, 540 ), "540", "NIfTI-1" );
		assertRefused( b -> b.putShort( 40, ( short ) 8 ), "8 dimensions" );
	}

	@Test
	void impossibleHeadersAreRefused() throws IOException
	{
		assertRefused( b -> b.putShort( 42, ( short ) 10000 ).putShort( 44, ( short ) 10000 ).putShort( 46, ( short ) 10000 ), "10000",
				"1.0E12" );
		assertRefused( b -> b.putShort( 42, ( short ) -2 ), "-2", "positive" );
		assertRefused( b -> b.putShort( 42, ( short ) 0 ), "[0, 3, 4]" );
		assertRefused( b -> b.putFloat( 108, Float.NaN ), "byte NaN" );
		assertRefused( b -> b.putFloat( 108, 12 ), "byte 12" );
		assertRefused( b -> b.putShort( 254, ( short ) 1 ), "invertible" );
		assertRefused( b -> b.putFloat( 84, Float.NaN ), "NaN", "invertible" );
		assertRefused( b -> b.putFloat( 112, 1 ).putFloat( 116, Float.NEGATIVE_INFINITY ), "intercept" );
	}

	@Test
	void moreVoxelsThanBytesAreRefusedBeforeMemoryIsTaken() throws IOException
	{
		assertRefused( b -> b.putShort( 42, ( short ) 400 ).putShort( 44, ( short ) 400 ).putShort( 46, ( short ) 400 ), "128000000" );
	}

	@Test
	void truncatedFilesAreRefused() throws IOException
	{
		final byte[] whole = file( ByteOrder.LITTLE_ENDIAN, 4, 2 ).array(), zipped = SampleVolumes.gzip( whole );
		for ( final int length : new int[] { 0, 1, 100, 347, 350, whole.length - 1 } )
		{
			final Path file = Files.write( folder.resolve( "t.nii" ), Arrays.copyOf( whole, length ) );
			SampleVolumes.assertFails( () -> VolumeFiles.read( file ), file, "truncated" );
		}
		for ( int length = 2; length < zipped.length; ++length )
		{
			final Path file = Files.write( folder.resolve( "t.nii.gz" ), Arrays.copyOf( zipped, length ) );
			SampleVolumes.assertFails( () -> VolumeFiles.read( file ), file, "truncated" );
		}
	}

	@Test
	void damagedCompressedDataAreRefused() throws IOException
	{
		final byte[] zipped = SampleVolumes.gzip( file( ByteOrder.LITTLE_ENDIAN, 4, 2 ).array() );
		zipped[ zipped.length - 8 ] ^= 0x55;
		final Path file = Files.write( folder.resolve( "d.nii.gz" ), zipped );
		SampleVolumes.assertFails( () -> VolumeFiles.read( file ), file, "damaged" );
	}

	@Test
	void theVisibleHumanPelvisHasItsVoxelsAndFrame() throws IOException
	{
		final Volume< FloatType > ct = VolumeFiles.read( OutsideData.folder( "data/vhf_pelvis_ct" ).resolve( "vhf_pelvis_ct_1mm.nii.gz" ) );
		assertArrayEquals( new int[] { 451, 283, 150 }, ct.grid().size() );
		float least = 0, most = 0;
		for ( final float v : FloatArrays.of( ct.voxels() ) )
		{
			least = Math.min( least, v );
			most = Math.max( most, v );
		}
		assertEquals( -1024, least );
		assertEquals( 1531, most );
		assertArrayEquals( new double[] { 1, 1, 1 }, ct.grid().spacing(), 1e-6 );
		assertEquals( 900, ct.worldFromVoxel().get( 2, 3 ), 1e-6 );
	}
}
