/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.raywarp.volume.FloatArrays;

/**
 * What an uncompressed DICOM file with one image says about it. Its patient coordinates are the world: LPS in mm (DICOM
 * PS3.3, C.7.6.2.1.1).
 *
 * @param file
 *            where the pixels are
 * @param series
 *            identifier of the series
 * @param size
 *            columns and rows
 * @param spacing
 *            between columns and between rows in mm
 * @param thickness
 *            of the slice in mm, or the distance between slices where the file says it
 * @param position
 *            of the first pixel in mm, or null
 * @param orientation
 *            directions along a row and along a column, or null
 */
record DicomSlice( Path file, String series, int[] size, double[] spacing, double thickness, double[] position, double[] orientation )
{
	/**
	 * @param file
	 *            an uncompressed DICOM file
	 * @return what it says
	 * @throws IOException
	 *             if it is compressed, damaged, or holds something else than one image of gray values
	 */
	static DicomSlice of( final Path file ) throws IOException
	{
		try ( InputStream in = new BufferedInputStream( Files.newInputStream( file ), 1 << 13 ) )
		{
			final DicomElements e = DicomElements.scan( file, in, Files.size( file ) );
			voxels( file, e );
			final double[] spacing = Objects.requireNonNullElse( spacing( e ), new double[] { 1, 1 } );
			double[] thickness = e.decimals( 0x00180088, 1 );
			if ( thickness == null )
				thickness = e.decimals( 0x00180050, 1 );
			return new DicomSlice( file, Objects.requireNonNullElse( e.text( 0x0020000e ), "without identifier" ), size( e ),
					new double[] { spacing[ 1 ], spacing[ 0 ] }, thickness == null || !( thickness[ 0 ] > 0 ) ? 1 : thickness[ 0 ],
					e.decimals( 0x00200032, 3 ), e.decimals( 0x00200037, 6 ) );
		}
	}

	/**
	 * @return the values of the pixels, rescaled, row by row
	 * @throws IOException
	 *             if they cannot be read
	 */
	float[] values() throws IOException
	{
		try ( InputStream in = new BufferedInputStream( Files.newInputStream( file ), 1 << 16 ) )
		{
			final DicomElements e = DicomElements.scan( file, in, Files.size( file ) );
			final VolumeHeader header = voxels( file, e );
			final float[] values = FloatArrays.of( header.read( in ).voxels() );
			final int allocated = e.whole( 0x00280100, 16 ), unused = 32 - Math.min( allocated, e.whole( 0x00280101, allocated ) );
			if ( unused > 32 - allocated )
				for ( int i = 0; i < values.length; ++i )
				{
					// Bits above those stored may hold overlays (PS3.5, 8.1.1).
					final int shifted = ( int ) ( long ) values[ i ] << unused;
					values[ i ] =
							header.type() == VoxelType.INT16 || header.type() == VoxelType.INT8 ? shifted >> unused : shifted >>> unused;
				}
			final double[] slope = e.decimals( 0x00281053, 1 ), intercept = e.decimals( 0x00281052, 1 );
			final double a = slope == null ? 1 : slope[ 0 ], b = intercept == null ? 0 : intercept[ 0 ];
			for ( int i = 0; i < values.length; ++i )
				values[ i ] = ( float ) ( a * values[ i ] + b );
			return values;
		}
	}

	private static int[] size( final DicomElements e )
	{
		return new int[] { e.whole( 0x00280011, 0 ), e.whole( 0x00280010, 0 ) };
	}

	/** Pixel Spacing, or Imager Pixel Spacing for projections. */
	private static double[] spacing( final DicomElements e ) throws IOException
	{
		final double[] spacing = e.decimals( 0x00280030, 2 );
		return spacing == null ? e.decimals( 0x00181164, 2 ) : spacing;
	}

	private static VolumeHeader voxels( final Path file, final DicomElements e ) throws IOException
	{
		final int[] size = size( e );
		final int samples = e.whole( 0x00280002, 1 ), bits = e.whole( 0x00280100, 16 );
		final double[] frames = e.decimals( 0x00280008, 1 );
		if ( samples != 1 || frames != null && frames[ 0 ] != 1 )
			throw new IOException( file + " has " + samples + " samples a pixel and " + ( frames == null ? 1 : ( long ) frames[ 0 ] )
					+ " frames; expected one image of gray values a file." );
		if ( bits != 8 && bits != 16 )
			throw new IOException( file + " has " + bits + " bits a pixel; expected 8 or 16." );
		final boolean signed = e.whole( 0x00280103, 0 ) == 1;
		final VoxelType type = bits == 8 ? signed ? VoxelType.INT8 : VoxelType.UINT8 : signed ? VoxelType.INT16 : VoxelType.UINT16;
		return VolumeHeader
				.of( file, new long[] { size[ 0 ], size[ 1 ] }, new double[] { 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 }, type, e.order() )
				.requireBytes( e.available(), false );
	}
}
