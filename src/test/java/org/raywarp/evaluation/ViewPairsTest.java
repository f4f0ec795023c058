/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class ViewPairsTest
{
	@Test
	void allBinsFillEvenly()
	{
		// 15 x 15 bins of 4 degrees.
		final List< Trial > trials = new ViewPairs( 45, 7 ).trials( 10 );
		assertEquals( 450, trials.size() );
		assertEquals( List.of( 2L ), trials.stream().map( t -> t.views().orElseThrow() )
				.collect( Collectors.groupingBy( a -> Math.floor( ( a.frontal() + 30 ) / 4 ) + 100 * Math.floor( ( a.lateral() - 60 ) / 4 ),
						Collectors.counting() ) )
				.values().stream().distinct().toList() );
		for ( final Trial trial : trials )
		{
			final Trial.Angles angles = trial.views().orElseThrow();
			assertTrue( angles.frontal() >= -30 && angles.frontal() < 30 && angles.lateral() >= 60 && angles.lateral() < 120 );
		}
		assertEquals( 450, trials.stream().map( Measurement::key ).distinct().count() );
	}

	@Test
	void seedDecidesAndMoreCasesKeepTheFirstOnes()
	{
		final List< Trial > trials = new ViewPairs( 3, 7 ).trials( 10 );
		assertEquals( trials.subList( 0, 12 ), new ViewPairs( 3, 7 ).trials( 4 ) );
		assertNotEquals( trials, new ViewPairs( 3, 8 ).trials( 10 ) );
	}
}
