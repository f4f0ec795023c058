/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.metrics.LabelMetrics;

class MetricsTableTest
{
	@Test
	void textRoundsByLessThanAMillionth()
	{
		final String[] row = MetricsTable
				.of( List.of( new LabelMetrics( 3, 0.92452493, 0.85964329, 0.92045566, 2, 0.83610718, Double.NaN ) ) ).getRowAsString( 0 )
				.strip().split( "\t" );
		assertEquals( "3", row[ 0 ] );
		assertEquals( 0.92452493, Double.parseDouble( row[ 1 ] ), 1e-7 );
		assertEquals( 0.92045566, Double.parseDouble( row[ 3 ] ), 1e-7 );
		assertEquals( "NaN", row[ 6 ] );
	}
}
