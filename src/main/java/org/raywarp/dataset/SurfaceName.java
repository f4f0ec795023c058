/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.raywarp.anatomy.Side;

/**
 * What the name of a surface's file says about it. The side is the first of: the word {@code left} or {@code right}; an
 * {@code l} or {@code r} before {@code femur} ({@code m3_lfemur_mm.stl}); an {@code l} or {@code r} after it
 * ({@code FemurR.obj}); a lone {@code l} or {@code r} between separators ({@code 07_R.ply}). The person is what is left of
 * the name without the side, {@code femur} and units; a name of nothing else belongs to the person that the folder is
 * named after.
 *
 * @param person
 *            whose bone it is
 * @param side
 *            which of the two
 */
record SurfaceName( String person, Side side )
{
	private static final Pattern[] SIDES = {
			Pattern.compile( "(left|right)" ),
			Pattern.compile( "(?<![a-z])([lr])[_\\- ]?(?=femur)" ),
			Pattern.compile( "(?<=femur)[_\\- ]?([lr])(?![a-z])" ),
			Pattern.compile( "(?<![a-z])([lr])(?![a-z])" ) };

	private static final Pattern EXTENSION = Pattern.compile( "\\.(stl|ply|obj)(\\.gz)?$" );

	/**
	 * @param file
	 *            name of a file
	 * @return whether its extension is that of a surface
	 */
	static boolean isSurface( final String file )
	{
		return EXTENSION.matcher( file.toLowerCase( Locale.ROOT ) ).find();
	}

	/**
	 * @param file
	 *            name of a file
	 * @param folder
	 *            name of its folder
	 * @return what it says
	 * @throws IllegalArgumentException
	 *             if it names no side
	 */
	static SurfaceName parse( final String file, final String folder )
	{
		final String stem = EXTENSION.matcher( file.toLowerCase( Locale.ROOT ) ).replaceFirst( "" );
		for ( final Pattern pattern : SIDES )
		{
			final Matcher matcher = pattern.matcher( stem );
			if ( matcher.find() )
			{
				final String rest = stem.substring( 0, matcher.start() ) + " " + stem.substring( matcher.end() );
				final String person =
						rest.replaceAll( "femur|(?<![a-z])mm(?![a-z])", " " ).replaceAll( "[_\\-. ]+", " " ).strip().replace( ' ', '-' );
				return new SurfaceName( person.isEmpty() ? folder : person, matcher.group( 1 ).startsWith( "l" ) ? Side.LEFT : Side.RIGHT );
			}
		}
		throw new IllegalArgumentException( "The file name " + file + " does not say which side the femur is; expected a name such as"
				+ " m3_lfemur.stl or FemurR.obj, or a surfaces.csv with the columns file, person, side in its folder." );
	}
}
