/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.VelocityModes;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.View;
import org.raywarp.io.Folders;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.io.MeshFiles;
import org.raywarp.io.VelocityModesFile;
import org.raywarp.io.VolumeFiles;
import org.raywarp.volume.Volume;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.StackStatistics;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The outputs of one run of a command: made, shown in headless macros, and saved where the user asked for it. The title
 * of an image is the name of its output.
 */
final class Results
{
	/** Where to save; null for nowhere. */
	private final Path folder;

	private final Map< String, Volume< ? > > volumes = new LinkedHashMap<>();

	private final List< ImagePlus > images = new ArrayList<>();

	private final Map< String, ResultsTable > tables = new LinkedHashMap<>();

	private final Map< String, String > texts = new LinkedHashMap<>();

	private final Map< String, TriangleMesh > surfaces = new LinkedHashMap<>();

	private final Map< String, VelocityModes > populations = new LinkedHashMap<>();

	/** Files that the inputs were read from. */
	private final List< Path > sources = new ArrayList<>();

	/**
	 * @param folder
	 *            where to save; made if it is not there; null or empty for nowhere
	 * @throws IOException
	 *             if it is a file or takes no files, which is to be known before any work
	 */
	Results( final String folder ) throws IOException
	{
		this.folder = Optionals.path( folder );
		if ( this.folder != null )
			Outputs.requireFolderThatTakesFiles( this.folder );
	}

	/**
	 * Keeps the files that images were read from: nothing is saved over them.
	 *
	 * @param inputs
	 *            of the command; null for those that were not given
	 * @return this
	 */
	Results from( final ImagePlus... inputs )
	{
		for ( final ImagePlus input : inputs )
			if ( input != null )
				from( ImageFiles.source( input ) );
		return this;
	}

	/**
	 * Keeps a file: nothing is saved over it.
	 *
	 * @param input
	 *            a file that is read; null for none
	 * @return this
	 */
	Results from( final Path input )
	{
		if ( input != null )
			sources.add( input );
		return this;
	}

	/**
	 * @param title
	 *            of the image
	 * @param volume
	 *            the values
	 * @return the image; saved as {@code title.nii.gz}
	 */
	ImagePlus add( final String title, final Volume< ? extends RealType< ? > > volume )
	{
		volumes.put( title, volume );
		return shown( ImagePlusVolumes.toImagePlus( title, volume ) );
	}

	/**
	 * @param title
	 *            of the image
	 * @param field
	 *            a displacement
	 * @return the image of three channels; saved as {@code title.tif}
	 */
	ImagePlus add( final String title, final DisplacementField field )
	{
		return add( ImagePlusVolumes.toImagePlus( title, field ) );
	}

	/**
	 * @param title
	 *            of the stack
	 * @param slices
	 *            one a view
	 * @param views
	 *            in the same order
	 * @return the stack; saved as {@code title.tif}
	 */
	ImagePlus add( final String title, final List< ? extends RandomAccessibleInterval< FloatType > > slices, final List< View > views )
	{
		return add( ImagePlusVolumes.toImagePlus( title, slices, views ) );
	}

	/**
	 * @param image
	 *            a new image
	 * @return the same; saved as {@code title.tif}
	 */
	ImagePlus add( final ImagePlus image )
	{
		return shown( image );
	}

	/**
	 * @param title
	 *            of the table
	 * @param table
	 *            the table
	 * @return the same; saved as {@code title.csv}
	 */
	ResultsTable add( final String title, final ResultsTable table )
	{
		tables.put( title, table );
		return table;
	}

	/**
	 * @param file
	 *            name of the file it is saved as
	 * @param text
	 *            any text
	 * @return the same
	 */
	String add( final String file, final String text )
	{
		texts.put( file, text );
		return text;
	}

	/**
	 * @param file
	 *            name of the file it is saved as, with the extension of a surface
	 * @param surface
	 *            a surface
	 */
	void add( final String file, final TriangleMesh surface )
	{
		surfaces.put( file, surface );
	}

	/**
	 * @param file
	 *            name of the file they are saved as
	 * @param modes
	 *            of a population
	 */
	void add( final String file, final VelocityModes modes )
	{
		populations.put( file, modes );
	}

	/** One display range for all slices. */
	private ImagePlus shown( final ImagePlus image )
	{
		final StackStatistics statistics = new StackStatistics( image );
		if ( image.getBitDepth() == 32 )
			image.setDisplayRange( statistics.min, statistics.max );
		images.add( image );
		return image;
	}

	/**
	 * Saves, and shows in a headless macro, where nobody else does.
	 *
	 * @throws IOException
	 *             if a file cannot be written, or is one that an input was read from; none is left then that was not there
	 *             before
	 */
	void deliver() throws IOException
	{
		if ( folder != null )
			save();
		if ( !GraphicsEnvironment.isHeadless() || !IJ.macroRunning() )
			return;
		for ( int i = images.size() - 1; i >= 0; --i )
			images.get( i ).show();
		tables.values().forEach( Analyzer::setResultsTable );
	}

	private void save() throws IOException
	{
		Files.createDirectories( folder );
		final Path partial = Files.createTempDirectory( folder, ".partial" );
		try
		{
			for ( final ImagePlus image : images )
				write( image, partial );
			for ( final Map.Entry< String, ResultsTable > table : tables.entrySet() )
				table.getValue().saveAs( partial.resolve( table.getKey() + ".csv" ).toString() );
			for ( final Map.Entry< String, String > text : texts.entrySet() )
				Files.writeString( partial.resolve( text.getKey() ), text.getValue() + "\n" );
			for ( final Map.Entry< String, TriangleMesh > surface : surfaces.entrySet() )
				MeshFiles.write( surface.getValue(), partial.resolve( surface.getKey() ) );
			for ( final Map.Entry< String, VelocityModes > population : populations.entrySet() )
				VelocityModesFile.write( population.getValue(), partial.resolve( population.getKey() ) );
			try ( var files = Files.list( partial ) )
			{
				final List< Path > all = files.sorted().toList();
				for ( final Path file : all )
					requireNoSource( folder.resolve( file.getFileName() ) );
				for ( final Path file : all )
					Files.move( file, folder.resolve( file.getFileName() ), StandardCopyOption.REPLACE_EXISTING );
			}
		}
		finally
		{
			Folders.delete( partial );
		}
	}

	private void requireNoSource( final Path target ) throws IOException
	{
		for ( final Path source : sources )
			if ( Files.exists( target ) && Files.exists( source ) && Files.isSameFile( source, target ) )
				throw new IOException( "The input " + target + " would be overwritten; expected another folder in save_to." );
	}

	private void write( final ImagePlus image, final Path partial ) throws IOException
	{
		final Volume< ? > volume = volumes.get( image.getTitle() );
		if ( volume != null )
			VolumeFiles.write( volume, partial.resolve( image.getTitle() + ".nii.gz" ) );
		else if ( !new FileSaver( image ).saveAsTiff( partial.resolve( image.getTitle() + ".tif" ).toString() ) )
			throw new IOException( folder + " could not be written to." );
	}
}
