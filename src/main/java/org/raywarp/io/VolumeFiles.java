/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads and writes volumes, whatever their format. What a file is, is read from its first bytes, and from its name where
 * those do not tell.
 */
public final class VolumeFiles
{
	private static final int FIRST_BYTES = 352;

	private VolumeFiles()
	{}

	/**
	 * @param file
	 *            a NIfTI-1, MetaImage, NRRD, TIFF or uncompressed DICOM file, or a folder with one DICOM series
	 * @return its values in its own unit, with its world frame (LPS, mm); over (x, y, z, channel) where a TIFF file has
	 *         several channels
	 * @throws IOException
	 *             if the file is none of these, damaged, or holds something else than one volume
	 */
	public static Volume< FloatType > read( final Path file ) throws IOException
	{
		if ( Files.isDirectory( file ) )
			return DicomReader.read( file );
		if ( !Files.isRegularFile( file ) )
			throw new IOException( file + " does not exist; expected a volume file or a folder with a DICOM series." );
		final byte[] first = firstBytes( file );
		final String name = file.getFileName().toString().toLowerCase( Locale.ROOT );
		final boolean gzip = first.length > 1 && first[ 0 ] == 0x1f && first[ 1 ] == ( byte ) 0x8b;
		if ( NiftiReader.recognizes( first ) || name.endsWith( ".nii" )
				|| gzip && ( name.endsWith( ".nii.gz" ) || NiftiReader.recognizes( inflated( file ) ) ) )
			return NiftiReader.read( file );
		if ( begins( first, "NRRD" ) || name.endsWith( ".nrrd" ) || name.endsWith( ".nhdr" ) )
			return NrrdReader.read( file );
		if ( begins( first, "ObjectType" ) || begins( first, "NDims" ) || name.endsWith( ".mha" ) || name.endsWith( ".mhd" ) )
			return MetaImageReader.read( file );
		// The preamble of a DICOM file may be a TIFF header.
		if ( DicomReader.recognizes( file ) || name.endsWith( ".dcm" ) )
			return DicomReader.read( file );
		if ( TiffReader.recognizes( first ) )
			return TiffReader.read( file );
		throw new IOException( file + " is not a volume that can be read; expected NIfTI (.nii, .nii.gz), MetaImage (.mha, .mhd), "
				+ "NRRD (.nrrd, .nhdr), TIFF, or uncompressed DICOM." );
	}

	/**
	 * @param file
	 *            as {@link #read}
	 * @return its labels with their world frame
	 * @throws IOException
	 *             as {@link #read}, and if a value is not a whole number from 0 to 255
	 */
	public static Volume< UnsignedByteType > readLabels( final Path file ) throws IOException
	{
		try
		{
			return Labels.of( read( file ), file.toString() );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( e.getMessage(), e );
		}
	}

	/**
	 * Writes a volume in the format of the file's extension: .mha (zlib), .nii, .nii.gz, .tif or .tiff. Labels are written
	 * with 8 bits, values of {@link net.imglib2.type.numeric.integer.ShortType} with 16 but for TIFF, other values as
	 * 32-bit floating point numbers.
	 *
	 * @param volume
	 *            the volume; several channels fit into TIFF only
	 * @param file
	 *            written beside its place first, then moved there
	 * @throws IOException
	 *             if the extension is none of these, or the file cannot be written
	 */
	public static void write( final Volume< ? extends RealType< ? > > volume, final Path file ) throws IOException
	{
		final String name = file.getFileName().toString().toLowerCase( Locale.ROOT );
		final boolean tiff = name.endsWith( ".tif" ) || name.endsWith( ".tiff" );
		if ( volume.channels() != 1 && !tiff )
			throw new IOException( file + " cannot hold the volume's " + volume.channels() + " channels; expected one, or a TIFF file." );
		if ( tiff )
			WholeFile.write( file, temporary -> ImagePlusVolumes.saveTiff( volume, temporary ) );
		else if ( name.endsWith( ".mha" ) )
			WholeFile.write( file, temporary -> MetaImageWriter.write( volume, temporary ) );
		else if ( name.endsWith( ".nii" ) || name.endsWith( ".nii.gz" ) )
			WholeFile.write( file, temporary -> NiftiWriter.write( volume, temporary, name.endsWith( ".gz" ) ) );
		else
			throw new IOException(
					file + " has no extension of a volume that can be written; expected .mha, .nii, .nii.gz, .tif or .tiff." );
	}

	private static byte[] firstBytes( final Path file ) throws IOException
	{
		try ( InputStream in = Files.newInputStream( file ) )
		{
			return in.readNBytes( FIRST_BYTES );
		}
	}

	/** The first bytes of a gzipped file, none where it is damaged. */
	private static byte[] inflated( final Path file )
	{
		try ( InputStream in = new GZIPInputStream( new BufferedInputStream( Files.newInputStream( file ) ) ) )
		{
			return in.readNBytes( FIRST_BYTES );
		}
		catch ( final IOException e )
		{
			return new byte[ 0 ];
		}
	}

	private static boolean begins( final byte[] first, final String text )
	{
		return new String( first, 0, Math.min( first.length, text.length() ), StandardCharsets.ISO_8859_1 ).equals( text );
	}
}
