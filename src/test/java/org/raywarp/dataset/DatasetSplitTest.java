/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class DatasetSplitTest
{
	private static final List< String > PERSONS = IntStream.range( 0, 60 ).mapToObj( i -> "person" + i % 20 ).toList();

	@Test
	void everyPersonIsOnOneSide()
	{
		final DatasetSplit split = DatasetSplit.of( PERSONS, 0.1, 0.25, 3 );
		assertEquals( 2, split.validation().size() );
		assertEquals( 5, split.test().size() );
		final Set< String > all = new HashSet<>( split.training() );
		all.addAll( split.validation() );
		all.addAll( split.test() );
		assertEquals( new HashSet<>( PERSONS ), all );
		assertEquals( 20, split.training().size() + split.validation().size() + split.test().size() );
	}

	@Test
	void orderOfThePersonsDoesNotMatter()
	{
		final List< String > reversed = IntStream.range( 0, 20 ).mapToObj( i -> "person" + ( 19 - i ) ).toList();
		assertEquals( DatasetSplit.of( PERSONS, 0.2, 0.2, 9 ), DatasetSplit.of( reversed, 0.2, 0.2, 9 ) );
	}

	@Test
	void impossibleSplitsAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> DatasetSplit.of( PERSONS, 0.5, 0.5, 1 ) );
		assertThrows( IllegalArgumentException.class, () -> DatasetSplit.of( PERSONS, -0.1, 0.5, 1 ) );
		assertThrows( IllegalArgumentException.class, () -> DatasetSplit.of( List.of(), 0, 0, 1 ) );
		assertThrows( IllegalArgumentException.class, () -> new DatasetSplit( Set.of( "a" ), Set.of(), Set.of( "a" ) ) );
	}
}
