/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewEnergiesTest
{
	private static final DetectorResponse RESPONSE = CesiumIodideResponse.STANDARD;

	private static final Mixture BODY = Tissues.MIXTURE.upTo( 2.9 ), WITH_METAL = Tissues.MIXTURE;

	@ParameterizedTest
	@ValueSource( doubles = { 40, 60, 73.3, 80, 100, 120, 150 } )
	void standForTheSpectrumBehindTissues( final double kilovoltage )
	{
		final Spectrum spectrum = TungstenTube.spectrum( kilovoltage );
		final FewEnergies few = FewEnergies.of( spectrum, RESPONSE, BODY );
		assertTrue( few.energies().length <= 16, "energies " + few.energies().length );
		final Random random = new Random( 5 );
		for ( int i = 0; i < 2000; ++i )
		{
			final double[] path = { 20 * random.nextDouble(), 20 * random.nextDouble(), 0, 10 * random.nextDouble() };
			path[ 2 ] = 40 * random.nextDouble() - path[ 0 ] - path[ 1 ];
			if ( path[ 2 ] >= 0 )
				requireEqual( spectrum, few, BODY, path, 5e-5 );
		}
	}

	/** Even across the largest patients. */
	@ParameterizedTest
	@ValueSource( doubles = { 40, 60, 80, 120, 150 } )
	void standForTheSpectrumBehindUpToEightyCentimetersOfWater( final double kilovoltage )
	{
		for ( final double filtration : new double[] { 0, 2.5 } )
		{
			final Spectrum spectrum = TungstenTube.spectrum( kilovoltage, TungstenTube.USUAL_ANODE_ANGLE, filtration );
			final FewEnergies few = FewEnergies.of( spectrum, RESPONSE, BODY );
			for ( int centimeters = 0; centimeters <= 80; ++centimeters )
				requireEqual( spectrum, few, BODY, new double[] { 0, centimeters, 0, 0 }, 5e-5 );
		}
	}

	@ParameterizedTest
	@ValueSource( doubles = { 60, 80, 120 } )
	void standForTheSpectrumBehindImplants( final double kilovoltage )
	{
		final Spectrum spectrum = TungstenTube.spectrum( kilovoltage );
		final FewEnergies few = FewEnergies.of( spectrum, RESPONSE, WITH_METAL );
		final Random random = new Random( 5 );
		for ( int i = 0; i < 1000; ++i )
			requireEqual( spectrum, few, WITH_METAL, new double[] { 10 * random.nextDouble(), 0, 20 * random.nextDouble(),
					5 * random.nextDouble(), 5 * random.nextDouble(), 10 * random.nextDouble() }, 1e-4 );
	}

	@Test
	void theOpenBeamIsOne()
	{
		final Spectrum spectrum = TungstenTube.spectrum( 90 );
		final FewEnergies few = FewEnergies.of( spectrum, RESPONSE, BODY );
		assertEquals( 1, Arrays.stream( few.signal() ).sum(), 1e-14 );
		assertEquals( 1 / RESPONSE.quantumEfficiency( spectrum ), Arrays.stream( few.secondMoment() ).sum(), 1e-12 );
	}

	@Test
	void oneEnergyIsItself()
	{
		final FewEnergies few = FewEnergies.of( Spectrum.monochromatic( 47 ), DetectorResponse.IDEAL, WITH_METAL );
		assertArrayEquals( new double[] { 47 }, few.energies() );
		assertArrayEquals( new double[] { 1 }, few.signal(), 1e-15 );
		assertSame( few.signal(), few.secondMoment() );
	}

	private static void requireEqual( final Spectrum spectrum, final FewEnergies few, final Mixture mixture, final double[] path,
			final double tolerance )
	{
		final DoubleUnaryOperator transmission = energy -> {
			double sum = 0;
			for ( int m = 0; m < path.length; ++m )
				sum += path[ m ] * mixture.materials().get( m ).massAttenuation( energy );
			return Math.exp( -sum );
		};
		final double open = sum( spectrum, RESPONSE::signal );
		final double mean = sum( spectrum, e -> RESPONSE.signal( e ) * transmission.applyAsDouble( e ) ) / open;
		final double second = sum( spectrum, e -> RESPONSE.secondMoment( e ) * transmission.applyAsDouble( e ) ) / open / open;
		double fewMean = 0, fewSecond = 0;
		for ( int k = 0; k < few.energies().length; ++k )
		{
			fewMean += few.signal()[ k ] * transmission.applyAsDouble( few.energies()[ k ] );
			fewSecond += few.secondMoment()[ k ] * transmission.applyAsDouble( few.energies()[ k ] );
		}
		assertEquals( 1, fewMean / mean, tolerance, () -> Arrays.toString( path ) );
		assertEquals( 1, fewSecond / second, tolerance, () -> Arrays.toString( path ) );
	}

	/** The sum over all energies of the spectrum. */
	private static double sum( final Spectrum spectrum, final DoubleUnaryOperator function )
	{
		double sum = 0;
		for ( int i = 0; i < spectrum.energies().length; ++i )
			sum += spectrum.photons()[ i ] * function.applyAsDouble( spectrum.energies()[ i ] );
		return sum;
	}
}
