/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.Path;

import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads and writes volumes, whatever their format.
 */
public final class VolumeFiles
{
	private VolumeFiles()
	{}

	/**
	 * @param file
	 *            a NIfTI-1, MetaImage, NRRD, TIFF or DICOM file, or a folder with one DICOM series
	 * @return its values in its own unit, with its world frame (LPS, mm)
	 * @throws IOException
	 *             if the file is none of these, damaged, or holds something else than one volume
	 */
	public static Volume< FloatType > read( final Path file ) throws IOException
	{
		throw new UnsupportedOperationException();
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
		throw new UnsupportedOperationException();
	}

	/**
	 * Writes a volume in the format of the file's extension: .mha (compressed), .nii, .nii.gz, .tif or .tiff. Labels are
	 * written with 8 bits, other values as 32-bit floating point numbers.
	 *
	 * @param volume
	 *            the volume
	 * @param file
	 *            written beside its place first, then moved there
	 * @throws IOException
	 *             if the extension is none of these, or the file cannot be written
	 */
	public static void write( final Volume< ? extends RealType< ? > > volume, final Path file ) throws IOException
	{
		throw new UnsupportedOperationException();
	}
}
