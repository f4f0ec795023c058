/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import org.raywarp.geometry.View;
import org.raywarp.io.ForeignFrame;
import org.raywarp.io.GeometryFile;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.io.WorldAxes;

import ij.ImagePlus;

/**
 * What is given about the views of a geometry beside its file.
 */
final class GeometryInputs
{
	private GeometryInputs()
	{}

	/**
	 * @param text
	 *            three numbers in mm, or blank
	 * @param volume
	 *            whose center counts then, or null
	 * @return the isocenter, or null where nothing is given
	 * @throws IllegalArgumentException
	 *             if the text is no point
	 */
	static double[] isocenter( final String text, final ImagePlus volume )
	{
		if ( text == null || text.isBlank() )
			return volume == null ? null : Inputs.grid( volume, "volume" ).center();
		try
		{
			final double[] point = Arrays.stream( text.strip().split( "[\\s,;]+" ) ).mapToDouble( Double::parseDouble ).toArray();
			if ( point.length == 3 && Arrays.stream( point ).allMatch( Double::isFinite ) )
				return point;
		}
		catch ( final NumberFormatException e )
		{
			// Answered below, together with a wrong count.
		}
		throw new IllegalArgumentException( "The isocenter \"" + text + "\" is no point; expected three numbers in mm." );
	}

	/**
	 * @param isocenter
	 *            in mm, or null
	 * @param axes
	 *            of the file
	 * @param detector
	 *            columns, rows, and the spacing of both in mm; 0 where unknown
	 * @param image
	 *            whose size and spacing count where they are unknown, or null
	 * @return what a geometry file may leave out
	 */
	static ForeignFrame frame( final double[] isocenter, final WorldAxes axes, final double[] detector, final ImagePlus image )
	{
		final double[] d = detector.clone();
		if ( image != null )
		{
			ImagePlusVolumes.requireImage( image, "image" );
			final double[] known =
					{ image.getWidth(), image.getHeight(), image.getCalibration().pixelWidth, image.getCalibration().pixelHeight };
			for ( int i = 0; i < 4; ++i )
				d[ i ] = d[ i ] == 0 ? known[ i ] : d[ i ];
		}
		return new ForeignFrame( isocenter, axes, ( int ) d[ 0 ], ( int ) d[ 1 ], d[ 2 ], d[ 3 ] );
	}

	/**
	 * @param first
	 *            a geometry file
	 * @param second
	 *            another, or null
	 * @param frame
	 *            what they leave out
	 * @return the views of both
	 * @throws IOException
	 *             if one is no readable geometry
	 */
	static List< View > read( final Path first, final Path second, final ForeignFrame frame ) throws IOException
	{
		final List< View > views = new ArrayList<>( GeometryFile.readIn( first, frame ) );
		if ( second != null )
			views.addAll( GeometryFile.readIn( second, frame ) );
		return views;
	}

	/**
	 * @param views
	 *            the views read
	 * @param names
	 *            theirs, separated by commas; blank for those they have
	 * @param mirror
	 *            whether columns count from the other side
	 * @return the views to write
	 * @throws IllegalArgumentException
	 *             if there are not as many names as views, or two alike
	 */
	static List< View > prepared( final List< View > views, final String names, final boolean mirror )
	{
		final List< String > named = names == null || names.isBlank() ? views.stream().map( View::name ).toList()
				: Arrays.stream( names.split( "," ) ).map( String::strip ).toList();
		if ( named.size() != views.size() || new HashSet<>( named ).size() < named.size() || named.contains( "" ) )
			throw new IllegalArgumentException( "The names of the " + views.size() + " views are " + named
					+ "; expected as many different ones, separated by commas." );
		final List< View > prepared = new ArrayList<>();
		for ( int i = 0; i < named.size(); ++i )
		{
			final View v = views.get( i );
			prepared.add(
					new View( named.get( i ), mirror ? v.projection().onRaster( -1, v.columns() - 1, 1, 0 ) : v.projection(), v.columns(),
							v.rows(), v.pixelSpacingX(), v.pixelSpacingY() ) );
		}
		return prepared;
	}

	/**
	 * @param views
	 *            that were written
	 * @param files
	 *            to which
	 * @return one line for each
	 */
	static String report( final List< View > views, final List< Path > files )
	{
		final StringBuilder report = new StringBuilder();
		for ( final View v : views )
		{
			final double[] s = v.projection().source();
			report.append(
					String.format( Locale.ROOT, "view \"%s\": %d x %d pixels of %.4g x %.4g mm, source at %.2f, %.2f, %.2f mm%n", v.name(),
							v.columns(), v.rows(), v.pixelSpacingX(), v.pixelSpacingY(), s[ 0 ], s[ 1 ], s[ 2 ] ) );
		}
		files.forEach( f -> report.append( "written: " ).append( f ).append( System.lineSeparator() ) );
		return report.toString().strip();
	}
}
