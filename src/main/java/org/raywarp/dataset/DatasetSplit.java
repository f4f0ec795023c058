/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which persons are trained on and which are tested on. It splits persons, never cases: the cases of one person, left and
 * right bone alike, are all on one side.
 *
 * @param training
 *            persons to train on
 * @param validation
 *            persons to choose a model by
 * @param test
 *            persons to report on
 */
public record DatasetSplit( Set< String > training, Set< String > validation, Set< String > test )
{
	/**
	 * @throws IllegalArgumentException
	 *             if a person is on two sides
	 */
	public DatasetSplit
	{
		training = Set.copyOf( training );
		validation = Set.copyOf( validation );
		test = Set.copyOf( test );
		final Set< String > seen = new HashSet<>();
		for ( final Set< String > side : List.of( training, validation, test ) )
			for ( final String person : side )
				if ( !seen.add( person ) )
					throw new IllegalArgumentException( "Person \"" + person + "\" is on two sides of the split." );
	}

	/**
	 * Splits at random.
	 *
	 * @param persons
	 *            names; their order and repetitions do not matter
	 * @param validationFraction
	 *            part of the persons to validate with, 0 to 1; rounded to whole persons, but at least one of three or more
	 *            unless it is 0
	 * @param testFraction
	 *            part of the persons to test with, likewise
	 * @param seed
	 *            of the shuffling
	 * @return the split
	 * @throws IllegalArgumentException
	 *             if the fractions are not from 0 to 1 together, or nobody is left to train on
	 */
	public static DatasetSplit of( final Collection< String > persons, final double validationFraction, final double testFraction,
			final long seed )
	{
		if ( !( validationFraction >= 0 && testFraction >= 0 && validationFraction + testFraction <= 1 ) )
			throw new IllegalArgumentException( "The fractions for validation and test are from 0 to 1 together, not " + validationFraction
					+ " and " + testFraction + "." );
		final List< String > shuffled = new ArrayList<>( new TreeSet<>( persons ) );
		Collections.shuffle( shuffled, new Random( seed ) );
		final int n = shuffled.size();
		final int validation = share( validationFraction, n ), test = share( testFraction, n );
		if ( validation + test >= n )
			throw new IllegalArgumentException( "Of " + n + " persons none is left to train on: " + validation
					+ " are for validation and " + test + " for the test." );
		return new DatasetSplit( Set.copyOf( shuffled.subList( validation + test, n ) ), Set.copyOf( shuffled.subList( 0, validation ) ),
				Set.copyOf( shuffled.subList( validation, validation + test ) ) );
	}

	private static int share( final double fraction, final int persons )
	{
		final int rounded = ( int ) Math.round( fraction * persons );
		return fraction > 0 && persons >= 3 ? Math.max( 1, rounded ) : rounded;
	}

	/**
	 * @param person
	 *            one of the persons
	 * @return what their cases are for
	 * @throws IllegalArgumentException
	 *             if nobody of that name was split
	 */
	public DatasetPart part( final String person )
	{
		if ( training.contains( person ) )
			return DatasetPart.TRAINING;
		if ( validation.contains( person ) )
			return DatasetPart.VALIDATION;
		if ( test.contains( person ) )
			return DatasetPart.TEST;
		throw new IllegalArgumentException( "Person \"" + person + "\" is in no part of the split." );
	}

	/**
	 * @param part
	 *            which part
	 * @return its persons
	 */
	public Set< String > persons( final DatasetPart part )
	{
		return switch ( part )
		{
		case TRAINING -> training;
		case VALIDATION -> validation;
		case TEST -> test;
		};
	}
}
