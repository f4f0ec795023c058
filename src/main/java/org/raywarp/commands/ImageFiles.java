/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Locale;

import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.io.VolumeFiles;
import org.scijava.Priority;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.WindowManager;
import ij.io.FileInfo;

/**
 * Image files as ImageJ images: read by a command, or given as a path where a command or script takes an image.
 */
public final class ImageFiles
{
	/** The image property with the file that the image was read from. */
	private static final String FILE = "RayWarp_file";

	private ImageFiles()
	{}

	/**
	 * @param file
	 *            a NIfTI, MetaImage, NRRD, TIFF or DICOM file, or a folder with a DICOM series
	 * @return the image with its world frame; its title is the name of the file
	 * @throws IOException
	 *             if the file cannot be read
	 */
	static ImagePlus read( final File file ) throws IOException
	{
		final Path path = file.getAbsoluteFile().toPath().normalize();
		final ImagePlus image = ImagePlusVolumes.toImagePlus( path.getFileName().toString(), VolumeFiles.read( file.toPath() ) );
		image.setProperty( FILE, path );
		RefinedViews.copy( path, image );
		return image;
	}

	/**
	 * @param image
	 *            any image
	 * @return the file that it was read from, by RayWarp or by ImageJ; null where it was not read or nobody knows
	 */
	static Path source( final ImagePlus image )
	{
		if ( image.getProperty( FILE ) instanceof final Path file )
			return file;
		final FileInfo info = image.getOriginalFileInfo();
		return info == null || info.directory == null || info.fileName == null ? null : Path.of( info.directory, info.fileName );
	}

	/** A file that exists and is a picture without a world frame is left to ImageJ's own converters. */
	private static boolean isPicture( final File file )
	{
		return file.exists() && file.getName().toLowerCase( Locale.ROOT ).matches( ".*\\.(png|jpe?g|gif|bmp|pgm)" );
	}

	/** The title or the ID of an open image, as Fiji's recorder writes it, is left to Fiji's own converter. */
	private static boolean isOpen( final String titleOrId )
	{
		return WindowManager.getImage( titleOrId ) != null
				|| titleOrId.matches( "-\\d{1,9}" ) && WindowManager.getImage( Integer.parseInt( titleOrId ) ) != null;
	}

	private static < T > T convert( final File file, final Class< T > type )
	{
		try
		{
			return type.cast( read( file ) );
		}
		catch ( final IOException e )
		{
			throw new IllegalArgumentException( Failure.sentence( e ), e );
		}
	}

	/** A path as the image in that file. */
	@Plugin( type = Converter.class, priority = Priority.HIGH )
	public static final class FromPath extends AbstractConverter< String, ImagePlus >
	{
		/** The one of the overloaded methods that decides which converter is taken. */
		@Override
		public boolean canConvert( final Object source, final Type type )
		{
			return super.canConvert( source, type ) && !isOpen( ( String ) source ) && !isPicture( new File( ( String ) source ) );
		}

		@Override
		public < T > T convert( final Object source, final Class< T > type )
		{
			return ImageFiles.convert( new File( ( String ) source ), type );
		}

		@Override
		public Class< ImagePlus > getOutputType()
		{
			return ImagePlus.class;
		}

		@Override
		public Class< String > getInputType()
		{
			return String.class;
		}
	}

	/** A file as the image in it. */
	@Plugin( type = Converter.class, priority = Priority.HIGH )
	public static final class FromFile extends AbstractConverter< File, ImagePlus >
	{
		@Override
		public boolean canConvert( final Object source, final Type type )
		{
			return super.canConvert( source, type ) && !isPicture( ( File ) source );
		}

		@Override
		public < T > T convert( final Object source, final Class< T > type )
		{
			return ImageFiles.convert( ( File ) source, type );
		}

		@Override
		public Class< ImagePlus > getOutputType()
		{
			return ImagePlus.class;
		}

		@Override
		public Class< File > getInputType()
		{
			return File.class;
		}
	}
}
