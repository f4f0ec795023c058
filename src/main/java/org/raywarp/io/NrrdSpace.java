/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where the voxels of an NRRD file lie. Spaces named RAS and LAS are turned to LPS; a space of another name, or of none,
 * is taken as LPS. Without directions the axes have their spacings, and begin at their "axis mins".
 *
 * @param sizes
 *            of the spatial axes; axes that are not spatial have size 1 and are left out
 * @param worldFromVoxel
 *            12 entries, row by row
 */
record NrrdSpace( long[] sizes, double[] worldFromVoxel )
{
	/**
	 * @param text
	 *            the header
	 * @param sizes
	 *            of all axes
	 * @return where the voxels lie, in mm
	 * @throws IOException
	 *             if an axis that is not spatial is longer than 1, or a field cannot be understood
	 */
	static NrrdSpace of( final TextHeader text, final long[] sizes ) throws IOException
	{
		final String directions = text.text( "space directions" );
		final double[] m = { 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 };
		final long[] spatial = directions == null ? fromSpacings( text, sizes, m ) : fromDirections( text, sizes, m );
		if ( text.text( "space origin" ) != null )
		{
			final double[] origin = text.numbers( "space origin", text.text( "space origin" ), 3 );
			for ( int r = 0; r < 3; ++r )
				m[ 4 * r + 3 ] = origin[ r ];
		}
		final double[] sign = signs( text );
		final String units = text.text( "space units" );
		final double millimeters =
				units == null ? 1 : LengthUnit.millimeters( units.trim().split( "[\"\\s]+" )[ units.startsWith( "\"" ) ? 1 : 0 ] );
		for ( int i = 0; i < 12; ++i )
			m[ i ] = 0.0 + m[ i ] * sign[ i / 4 ] * millimeters;
		return new NrrdSpace( spatial, m );
	}

	private static double[] signs( final TextHeader text ) throws IOException
	{
		final String space = text.text( "space" );
		switch ( space == null ? "" : space.toLowerCase( Locale.ROOT ) )
		{
		case "right-anterior-superior":
		case "ras":
			return new double[] { -1, -1, 1 };
		case "left-anterior-superior":
		case "las":
			return new double[] { 1, -1, 1 };
		default:
			if ( space != null && space.toLowerCase( Locale.ROOT ).contains( "time" ) )
				throw new IOException( text.file() + ": the field \"space\" is \"" + space + "\"; expected a space without time." );
			return new double[] { 1, 1, 1 };
		}
	}

	private static long[] fromDirections( final TextHeader text, final long[] sizes, final double[] m ) throws IOException
	{
		final String value = text.text( "space directions" );
		final List< String > vectors = new ArrayList<>();
		for ( final String v : value.replace( "none", "(none)" ).split( "\\)" ) )
			if ( !v.isBlank() )
				vectors.add( v.substring( v.indexOf( '(' ) + 1 ) );
		if ( vectors.size() != sizes.length )
			throw new IOException( text.file() + ": the field \"space directions\" is \"" + value + "\"; expected " + sizes.length
					+ " vectors, one an axis." );
		final List< Long > spatial = new ArrayList<>();
		for ( int a = 0; a < sizes.length; ++a )
		{
			if ( vectors.get( a ).equals( "none" ) )
			{
				requireSingle( text, sizes, a );
				continue;
			}
			if ( spatial.size() == 3 )
				throw new IOException( text.file() + ": the field \"space directions\" is \"" + value + "\"; expected three vectors." );
			final double[] v = text.numbers( "space directions", vectors.get( a ), 3 );
			for ( int r = 0; r < 3; ++r )
				m[ 4 * r + spatial.size() ] = v[ r ];
			spatial.add( sizes[ a ] );
		}
		if ( spatial.size() != 3 )
			throw new IOException( text.file() + ": the field \"space directions\" is \"" + value + "\"; expected three vectors." );
		return spatial.stream().mapToLong( Long::longValue ).toArray();
	}

	private static long[] fromSpacings( final TextHeader text, final long[] sizes, final double[] m ) throws IOException
	{
		for ( int a = 3; a < sizes.length; ++a )
			requireSingle( text, sizes, a );
		final int n = Math.min( 3, sizes.length );
		final double[] spacings = perAxis( text, "spacings", sizes.length ), mins = perAxis( text, "axis mins", sizes.length );
		final String centerings = text.textOfAny( "centerings", "centers" );
		final String[] centers = centerings == null ? new String[ 0 ] : centerings.split( "\\s+" );
		for ( int a = 0; a < n; ++a )
		{
			final double spacing = spacings == null || Double.isNaN( spacings[ a ] ) ? 1 : spacings[ a ];
			m[ 5 * a ] = spacing;
			if ( mins != null && !Double.isNaN( mins[ a ] ) )
				m[ 4 * a + 3 ] = mins[ a ] + ( a < centers.length && centers[ a ].equals( "cell" ) ? spacing / 2 : 0 );
		}
		return Arrays.copyOf( sizes, n );
	}

	private static double[] perAxis( final TextHeader text, final String name, final int axes ) throws IOException
	{
		final String value = text.textOfAny( name, name.replace( " ", "" ) );
		return value == null ? null : text.numbers( name, value.replaceAll( "(?i)\\bnan\\b", "NaN" ), axes );
	}

	private static void requireSingle( final TextHeader text, final long[] sizes, final int axis ) throws IOException
	{
		if ( sizes[ axis ] != 1 )
			throw new IOException( text.file() + " has the sizes " + Arrays.toString( sizes ) + " with axis " + axis
					+ " not in space; expected one three-dimensional volume." );
	}
}
