/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A positive quantity tabulated by photon energy, interpolated linearly in the logarithms of energy and quantity. Files
 * are CSV in this package's resources: comments begin with {@code #}, the first row names the columns, the first column is
 * the energy in keV.
 */
final class EnergyTable
{
	private final double[] logEnergies;

	private final double[] logValues;

	private EnergyTable( final double[] energies, final double[] values )
	{
		logEnergies = Arrays.stream( energies ).map( Math::log ).toArray();
		logValues = Arrays.stream( values ).map( Math::log ).toArray();
	}

	/**
	 * @param resource
	 *            name of the file
	 * @param column
	 *            name of the column
	 * @return that column of the rows that begin with a number
	 */
	static EnergyTable of( final String resource, final String column )
	{
		final List< String[] > rows = rows( resource );
		final int index = column( rows, column );
		final List< String[] > numbers = rows.stream().filter( r -> Character.isDigit( r[ 0 ].charAt( 0 ) ) ).toList();
		return new EnergyTable( numbers.stream().mapToDouble( r -> Double.parseDouble( r[ 0 ] ) ).toArray(),
				numbers.stream().mapToDouble( r -> Double.parseDouble( r[ index ] ) ).toArray() );
	}

	/** @return the value of a column in the row that begins with a name, such as {@code density} */
	static double named( final String resource, final String row, final String column )
	{
		final List< String[] > rows = rows( resource );
		return rows.stream().filter( r -> r[ 0 ].equals( row ) ).mapToDouble( r -> Double.parseDouble( r[ column( rows, column ) ] ) )
				.findFirst().orElseThrow();
	}

	/** @return the rows of numbers of a file that has one row of names, with the first column */
	static double[][] matrix( final String resource )
	{
		return rows( resource ).stream().skip( 1 ).map( r -> Arrays.stream( r ).mapToDouble( Double::parseDouble ).toArray() )
				.toArray( double[][]::new );
	}

	/** @return the first row of a file whose columns are named by numbers, without the first column */
	static double[] header( final String resource )
	{
		return Arrays.stream( rows( resource ).get( 0 ) ).skip( 1 ).mapToDouble( Double::parseDouble ).toArray();
	}

	private static int column( final List< String[] > rows, final String column )
	{
		return Arrays.asList( rows.get( 0 ) ).indexOf( column );
	}

	private static List< String[] > rows( final String resource )
	{
		try ( final BufferedReader reader = new BufferedReader(
				new InputStreamReader( EnergyTable.class.getResourceAsStream( resource ), StandardCharsets.US_ASCII ) ) )
		{
			return reader.lines().filter( line -> !line.isBlank() && line.charAt( 0 ) != '#' ).map( line -> line.split( "," ) ).toList();
		}
		catch ( final IOException e )
		{
			throw new UncheckedIOException( e );
		}
	}

	/**
	 * @param energy
	 *            in keV, inside the table
	 * @return the interpolated quantity
	 */
	double at( final double energy )
	{
		final double e = Math.log( energy );
		final int found = Arrays.binarySearch( logEnergies, e );
		final int above = Math.max( 1, Math.min( logEnergies.length - 1, found < 0 ? -found - 1 : found ) );
		final double t = ( e - logEnergies[ above - 1 ] ) / ( logEnergies[ above ] - logEnergies[ above - 1 ] );
		return Math.exp( ( 1 - t ) * logValues[ above - 1 ] + t * logValues[ above ] );
	}
}
