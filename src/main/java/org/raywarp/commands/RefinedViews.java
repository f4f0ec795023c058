/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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
	/** The image property that holds their projection matrices, 12 numbers row by row, by their names, as JSON. */
	static final String PROPERTY = "RayWarp_refinedViews";

	private static final TypeToken< Map< String, double[] > > NUMBERS = new TypeToken<>()
	{};

	private RefinedViews()
	{}

	/**
	 * @param views
	 *            refined
	 * @param drr
	 *            receives them
	 */
	static void keep( final List< View > views, final ImagePlus drr )
	{
		drr.setProp( PROPERTY,
				new Gson().toJson( views.stream().collect( Collectors.toMap( View::name, v -> v.projection().toArray() ) ) ) );
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
	 * @return these, as it refined them where it did
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
			final Map< String, double[] > refined = Objects.requireNonNullElse( new Gson().fromJson( text, NUMBERS ), Map.of() );
			return given.stream().map( v -> refined.get( v.name() ) == null ? v : on( ProjectionMatrix.of( refined.get( v.name() ) ), v ) )
					.toList();
		}
		catch ( final JsonParseException | IllegalArgumentException e )
		{
			throw new IllegalArgumentException( "The property " + PROPERTY + " of the image \"" + drr.getTitle()
					+ "\" is no JSON of projection matrices by the names of views: " + e.getMessage(), e );
		}
	}

	private static View on( final ProjectionMatrix projection, final View view )
	{
		return new View( view.name(), projection, view.columns(), view.rows(), view.pixelSpacingX(), view.pixelSpacingY() );
	}
}
