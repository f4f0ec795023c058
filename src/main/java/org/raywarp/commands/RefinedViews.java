/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.View;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;

/**
 * The views that a registration refined. They go with its DRRs, which lie on them, also into the file of these: the geometry
 * file that the registration was given does not know them.
 */
final class RefinedViews
{
	/**
	 * The image property that holds their projection matrices, 12 numbers row by row, as given and as refined, by their names,
	 * as JSON.
	 */
	static final String PROPERTY = "RayWarp_refinedViews";

	/** Files keep the frame of the volume in single precision, and with it the matrices. */
	private static final double SAME = 1e-5;

	private static final TypeToken< Map< String, double[][] > > NUMBERS = new TypeToken<>()
	{};

	private RefinedViews()
	{}

	/**
	 * @param given
	 *            views of a registration
	 * @param refined
	 *            the same views, as it refined them
	 * @param drr
	 *            receives them
	 */
	static void keep( final List< View > given, final List< View > refined, final ImagePlus drr )
	{
		final Map< String, double[][] > numbers = new LinkedHashMap<>();
		for ( int i = 0; i < given.size(); ++i )
			numbers.put( given.get( i ).name(),
					new double[][] { given.get( i ).projection().toArray(), refined.get( i ).projection().toArray() } );
		drr.setProp( PROPERTY, new Gson().toJson( numbers ) );
	}

	/**
	 * @param file
	 *            that the image was read from
	 * @param image
	 *            receives what the file keeps, if it is a TIFF file that does
	 */
	static void copy( final Path file, final ImagePlus image )
	{
		final FileInfo[] tiff = file.toString().matches( "(?i).*\\.tiff?" ) ? Opener.getTiffFileInfo( file.toString() ) : null;
		final String[] properties = tiff == null || tiff[ 0 ].properties == null ? new String[ 0 ] : tiff[ 0 ].properties;
		for ( int i = 0; i + 1 < properties.length; i += 2 )
			if ( PROPERTY.equals( properties[ i ] ) )
				image.setProp( PROPERTY, properties[ i + 1 ] );
	}

	/**
	 * @param drr
	 *            of a registration; may be null
	 * @param given
	 *            the views that it was given
	 * @return these, as it refined them where it did; a registration of other views, whatever their names, tells nothing of them
	 * @throws IllegalArgumentException
	 *             if the property is not what it should be
	 */
	static List< View > of( final ImagePlus drr, final List< View > given )
	{
		final String text = drr == null ? null : drr.getProp( PROPERTY );
		if ( text == null )
			return given;
		try
		{
			final Map< String, double[][] > kept = Objects.requireNonNullElse( new Gson().fromJson( text, NUMBERS ), Map.of() );
			for ( final View view : given )
				if ( !isOf( kept.get( view.name() ), view.projection().toArray() ) )
					return given;
			return given.stream().map( v -> on( ProjectionMatrix.of( kept.get( v.name() )[ 1 ] ), v ) ).toList();
		}
		catch ( final JsonParseException | IllegalArgumentException e )
		{
			throw new IllegalArgumentException( "The property " + PROPERTY + " of the image \"" + drr.getTitle()
					+ "\" is no JSON of projection matrices by the names of views: " + e.getMessage(), e );
		}
	}

	private static boolean isOf( final double[][] kept, final double[] given )
	{
		if ( kept == null || kept.length != 2 || kept[ 0 ] == null || kept[ 0 ].length != given.length || kept[ 1 ] == null )
			return false;
		double greatest = 0, difference = 0;
		for ( int i = 0; i < given.length; ++i )
		{
			greatest = Math.max( greatest, Math.abs( given[ i ] ) );
			difference = Math.max( difference, Math.abs( given[ i ] - kept[ 0 ][ i ] ) );
		}
		return difference <= SAME * greatest;
	}

	private static View on( final ProjectionMatrix projection, final View view )
	{
		return new View( view.name(), projection, view.columns(), view.rows(), view.pixelSpacingX(), view.pixelSpacingY() );
	}
}
