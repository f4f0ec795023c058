/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

class CaseProgressTest
{
	private final long[] now = new long[ 1 ];

	private final List< String > said = new ArrayList<>();

	private final CaseProgress progress = new CaseProgress( 1000, ( fraction, what ) -> said.add( what ), () -> now[ 0 ] );

	private void make( final int cases, final double seconds )
	{
		for ( int i = 0; i < cases; ++i )
		{
			now[ 0 ] += ( long ) ( 1e9 * seconds );
			progress.made( "a case" );
		}
	}

	@Test
	void timeLeftFollowsTheRateOfTheLastCases()
	{
		make( 1, 2 );
		assertEquals( "made a case, 1 of 1000 cases, 33 min left", said.get( 0 ) );
		make( 99, 2 );
		assertEquals( "made a case, 100 of 1000 cases, 30 min left", said.get( 99 ) );
		// 64 cases of 0.1 s make the slow ones forgotten.
		make( 64, 0.1 );
		assertEquals( "made a case, 164 of 1000 cases, 84 s left", said.get( 163 ) );
		make( 836, 0.1 );
		assertEquals( "made a case, 1000 of 1000 cases", said.get( 999 ) );
	}

	@Test
	void whatHappensWithinCasesIsToldTenTimesASecond()
	{
		for ( int i = 0; i < 100; ++i )
		{
			now[ 0 ] += 10_000_000;
			progress.report( 0, "modeling" );
		}
		assertEquals( 10, said.size() );
	}

	@Test
	void everyThreadEndsOnceOneHasFailed()
	{
		progress.stop();
		assertThrows( CancellationException.class, () -> progress.report( 0, "modeling" ) );
	}

	@Test
	void longTimesAreSaidInHours()
	{
		assertEquals( "89 s", CaseProgress.duration( 89 ) );
		assertEquals( "2 min", CaseProgress.duration( 90 ) );
		assertEquals( "2 h 5 min", CaseProgress.duration( 7500 ) );
	}
}
