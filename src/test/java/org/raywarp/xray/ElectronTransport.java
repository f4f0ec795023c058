/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * How electrons run through a thick tungsten target, by the Monte Carlo method: elastic scattering by the screened
 * Rutherford cross section, continuous loss of energy by the stopping power of ICRU 37 between collisions (D. C. Joy 1995,
 * Monte Carlo Modeling for Electron Microscopy and Microanalysis). Its {@link #main} writes the table of
 * {@link ElectronPenetration}.
 */
final class ElectronTransport
{
	private static final double Z = 74, A = 183.84, AVOGADRO = 6.022e23;

	private final SplittableRandom random;

	private final double energy;

	ElectronTransport( final double energy, final long seed )
	{
		this.energy = energy;
		random = new SplittableRandom( seed );
	}

	/**
	 * @return by fraction of the energy and depth, how many electrons a shot one pass that energy there for the first time;
	 *         indices and units as in {@link ElectronPenetration}
	 */
	double[][] run( final int electrons )
	{
		final double[][] counts = new double[ ElectronPenetration.FRACTIONS ][ ElectronPenetration.DEPTHS ];
		final double range = StoppingPower.range( energy );
		for ( int i = 0; i < electrons; ++i )
			follow( counts, range );
		for ( final double[] row : counts )
			for ( int i = 0; i < row.length; ++i )
				row[ i ] /= electrons;
		return counts;
	}

	private void follow( final double[][] counts, final double range )
	{
		final double[] direction = { 0, 0, 1 };
		double t = energy, depth = 0;
		int next = counts.length - 1;
		counts[ next-- ][ 0 ]++;
		while ( next >= 0 )
		{
			final double screening = 3.4e-3 * Math.pow( Z, 0.67 ) / t;
			final double ratio = ( t + StoppingPower.REST ) / ( t + 2 * StoppingPower.REST );
			final double cross = 5.21e-21 * Z * Z / ( t * t ) * 4 * Math.PI / ( screening * ( 1 + screening ) ) * ratio * ratio;
			final double step = -A / ( AVOGADRO * cross ) * Math.log( 1 - random.nextDouble() );
			final double after = t - StoppingPower.of( t ) * step, deeper = depth + direction[ 2 ] * step;
			if ( deeper < 0 )
				return;
			for ( ; next >= 0 && after <= ElectronPenetration.fraction( next ) * energy; --next )
			{
				final double part = ( t - ElectronPenetration.fraction( next ) * energy ) / ( t - after );
				final int bin = ( int ) ( ( depth + part * ( deeper - depth ) ) / range / ElectronPenetration.STEP );
				counts[ next ][ Math.min( bin, counts[ next ].length - 1 ) ]++;
			}
			t = after;
			depth = deeper;
			final double r = random.nextDouble();
			turn( direction, 1 - 2 * screening * r / ( 1 + screening - r ), 2 * Math.PI * random.nextDouble() );
		}
	}

	private static void turn( final double[] d, final double cosine, final double azimuth )
	{
		final double sine = Math.sqrt( Math.max( 0, 1 - cosine * cosine ) ), a = sine * Math.cos( azimuth ), b = sine * Math.sin( azimuth );
		final double x = d[ 0 ], y = d[ 1 ], z = d[ 2 ], across = Math.sqrt( x * x + y * y );
		if ( across < 1e-9 )
		{
			d[ 0 ] = a;
			d[ 1 ] = b;
			d[ 2 ] = cosine * z;
		}
		else
		{
			d[ 0 ] = cosine * x + ( a * x * z - b * y ) / across;
			d[ 1 ] = cosine * y + ( a * y * z + b * x ) / across;
			d[ 2 ] = cosine * z - a * across;
		}
		final double length = Math.sqrt( d[ 0 ] * d[ 0 ] + d[ 1 ] * d[ 1 ] + d[ 2 ] * d[ 2 ] );
		for ( int i = 0; i < 3; ++i )
			d[ i ] /= length;
	}

	public static void main( final String... args ) throws IOException
	{
		final double[][] counts = new ElectronTransport( 100, 1 ).run( 200_000 );
		final StringBuilder text = new StringBuilder()
				.append( "# Electrons of 100 keV shot at right angles into thick tungsten: how many a shot electron slow down to a fraction\n" )
				.append( "# of their energy (rows) at a depth (columns: lower edge of the bin, over the range in continuous slowing down).\n" )
				.append( "# Source: org.raywarp.xray.ElectronTransport, 200,000 electrons.\n" ).append( "fraction" );
		for ( int i = 0; i < ElectronPenetration.DEPTHS; ++i )
			text.append( String.format( Locale.ROOT, ",%.2f", i * ElectronPenetration.STEP ) );
		for ( int i = 0; i < counts.length; ++i )
			text.append( String.format( Locale.ROOT, "%n%.3f,", ElectronPenetration.fraction( i ) ) ).append( Arrays.stream( counts[ i ] )
					.mapToObj( n -> String.format( Locale.ROOT, "%.5f", n ).replaceAll( "\\.?0+$", "" ) )
					.collect( Collectors.joining( "," ) ) );
		Files.writeString( Path.of( args[ 0 ] ), text.append( System.lineSeparator() ) );
	}
}
