/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.raywarp.geometry.CArmCalibration;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;

/**
 * Calibrated views of a set of images as files of any {@link GeometryFormat}, which reading finds out from the content.
 */
public final class GeometryFile
{
	/** How far, in pixels, a point may project from where it did when views are read again that were written. */
	private static final double EXACT = 1e-6;

	/** Depths, in mm, at which the corners of the detector are compared. */
	private static final double[] DEPTHS = { 400, 1200 };

	private GeometryFile()
	{}

	/**
	 * @param file
	 *            a geometry file
	 * @param defaultIsocenter
	 *            where a view without an isocenter turns about, in mm, usually the center of the volume; null if every
	 *            view must have one
	 * @return the views in the order of the file, at least one, with different names
	 * @throws IOException
	 *             if the file cannot be read, or anything in it is missing, unknown, of the wrong type or impossible; the
	 *             message names the file, the place and what was expected
	 */
	public static List< View > read( final Path file, final double[] defaultIsocenter ) throws IOException
	{
		return readIn( file, ForeignFrame.about( defaultIsocenter ) );
	}

	/**
	 * @param file
	 *            a geometry file
	 * @param frame
	 *            what it may leave out
	 * @return the views in the order of the file, at least one, with different names
	 * @throws IOException
	 *             as {@link #read(Path, double[])}
	 */
	public static List< View > readIn( final Path file, final ForeignFrame frame ) throws IOException
	{
		if ( !Files.isRegularFile( file ) )
			throw new IOException(
					file + ( Files.exists( file ) ? " is not a file" : " does not exist" ) + "; expected a geometry file (.json)." );
		final List< View > views;
		try
		{
			views = GeometryFormat.of( file ).codec().read( file, frame );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( file + " has numbers that are no projection: " + e.getMessage(), e );
		}
		final Set< String > names = new HashSet<>();
		for ( final View view : views )
			if ( !names.add( view.name() ) )
				throw new IOException( file + ": two views have the \"name\" \"" + view.name() + "\"; expected different names." );
		return views;
	}

	/**
	 * Reads the views as positions of a C-arm. Those that are given as projection matrices are taken apart
	 * ({@link CArmCalibration}).
	 *
	 * @param file
	 *            a geometry file
	 * @param defaultIsocenter
	 *            where a view without an isocenter turns about, in mm, and near which a view with a projection matrix does
	 * @return the positions by the names of the views, in the order of the file
	 * @throws IOException
	 *             as {@link #read}, and if a projection matrix is that of no C-arm
	 */
	public static Map< String, ConeBeamGeometry > readCArms( final Path file, final double[] defaultIsocenter ) throws IOException
	{
		final List< View > views = read( file, defaultIsocenter );
		final Map< String, ConeBeamGeometry > arms = new LinkedHashMap<>();
		if ( GeometryFormat.of( file ) == GeometryFormat.RAYWARP )
			arms.putAll( RayWarpGeometry.readCArms( file, defaultIsocenter ) );
		for ( final View view : views )
			if ( !arms.containsKey( view.name() ) )
				arms.put( view.name(), takenApart( view, defaultIsocenter, file ) );
		return arms;
	}

	private static ConeBeamGeometry takenApart( final View view, final double[] near, final Path file ) throws IOException
	{
		if ( near == null )
			throw new IOException(
					file + ": view \"" + view.name() + "\" has a \"projectionMatrix\", and no volume tells what it turns about." );
		try
		{
			return CArmCalibration.of( view, near );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( file + ": " + e.getMessage(), e );
		}
	}

	/**
	 * Writes views, and reads them again to see that the format holds them.
	 *
	 * @param views
	 *            at least one, with different names
	 * @param format
	 *            of the file
	 * @param file
	 *            written beside its place first, then moved there; where the format holds one view and there are several, the
	 *            name of each is appended to its name
	 * @param frame
	 *            isocenter and axes of the format
	 * @return the files
	 * @throws IOException
	 *             if the format cannot hold a view to 1e-6 pixels, or the file cannot be written
	 */
	public static List< Path > write( final List< View > views, final GeometryFormat format, final Path file, final ForeignFrame frame )
			throws IOException
	{
		if ( format.holdsSeveralViews() || views.size() == 1 )
		{
			writeOne( views, format, file, frame );
			return List.of( file );
		}
		final List< Path > files = new ArrayList<>();
		for ( final View view : views )
		{
			final String name = file.getFileName().toString(), stem = GeometryCodec.stem( file );
			files.add( file
					.resolveSibling( stem + "-" + view.name().replaceAll( "[^\\p{L}\\p{N}_-]+", "_" ) + name.substring( stem.length() ) ) );
		}
		if ( new HashSet<>( files ).size() < files.size() )
			throw new IOException( file + " cannot be written: the names of its views are no different names of files." );
		writeAll( views, format, files, frame );
		return files;
	}

	/** All or none: a view that the format cannot hold must not leave the files of those before it. */
	private static void writeAll( final List< View > views, final GeometryFormat format, final List< Path > files,
			final ForeignFrame frame )
			throws IOException
	{
		final Path partial = Files.createTempDirectory( files.get( 0 ).toAbsolutePath().getParent(), ".partial" );
		try
		{
			for ( int i = 0; i < files.size(); ++i )
				writeOne( List.of( views.get( i ) ), format, partial.resolve( files.get( i ).getFileName() ), frame );
			for ( final Path file : files )
				Files.move( partial.resolve( file.getFileName() ), file, StandardCopyOption.REPLACE_EXISTING );
		}
		finally
		{
			Folders.delete( partial );
		}
	}

	private static void writeOne( final List< View > views, final GeometryFormat format, final Path file, final ForeignFrame frame )
			throws IOException
	{
		WholeFile.write( file, temporary -> {
			format.codec().write( views, temporary, frame );
			final List< View > again = format.codec().read( temporary, frame.withDetectorOf( views.get( 0 ) ) );
			for ( int i = 0; i < views.size(); ++i )
				requireSame( views.get( i ), again.get( i ), format );
		} );
	}

	private static void requireSame( final View view, final View again, final GeometryFormat format ) throws IOException
	{
		double most = 0;
		for ( int corner = 0; corner < 4; ++corner )
			for ( final double depth : DEPTHS )
			{
				final double column = ( corner & 1 ) * ( view.columns() - 1 ), row = ( corner >> 1 ) * ( view.rows() - 1 );
				final double[] x = view.projection().rayDirection( column, row ), source = view.projection().source();
				for ( int d = 0; d < 3; ++d )
					x[ d ] = source[ d ] + depth * x[ d ];
				final double[] pixel = again.projection().project( x );
				most = Math.max( most, Math.hypot( pixel[ 0 ] - column, pixel[ 1 ] - row ) );
				if ( !( pixel[ 2 ] > 0 ) )
					most = Double.POSITIVE_INFINITY;
			}
		if ( !( most <= EXACT ) || view.columns() != again.columns() || view.rows() != again.rows() )
			throw new IOException( "A file of the format " + format + " cannot hold the view \"" + view.name() + "\": read again, it has "
					+ again.columns() + " x " + again.rows() + " pixels and is " + most + " pixels off." );
	}

	/**
	 * Writes views as projection matrices in RayWarp's format.
	 *
	 * @param views
	 *            at least one, with different names
	 * @param file
	 *            written beside its place first, then moved there
	 * @throws IOException
	 *             if the file cannot be written
	 */
	public static void writeViews( final List< View > views, final Path file ) throws IOException
	{
		WholeFile.write( file, temporary -> GeometryFormat.RAYWARP.codec().write( views, temporary, ForeignFrame.about( null ) ) );
	}

	/**
	 * Writes views as positions of a C-arm in RayWarp's format.
	 *
	 * @param views
	 *            geometries by the names of the views, in the order in which they are written
	 * @param file
	 *            written beside its place first, then moved there
	 * @throws IOException
	 *             if the file cannot be written
	 */
	public static void writeCArms( final Map< String, ConeBeamGeometry > views, final Path file ) throws IOException
	{
		WholeFile.write( file, temporary -> RayWarpGeometry.writeCArms( views, temporary ) );
	}
}
