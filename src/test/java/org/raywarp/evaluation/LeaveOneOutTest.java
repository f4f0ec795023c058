/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.anatomy.FemurShape;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.population.Enlargement;
import org.raywarp.population.Specimen;
import org.raywarp.volume.Progress;

class LeaveOneOutTest
{
	@Test
	void onePersonCannotBeLeftOut()
	{
		final Specimen bone = new Specimen( "a-left", "a", ParametricFemur.surface( FemurShape.mean(), 5 ) );
		assertThrows( IllegalArgumentException.class, () -> new LeaveOneOut( 10, 0.5 ).run( List.of( bone, bone ), Progress.NONE ) );
	}

	@Test
	void tablesHaveOneLineABone()
	{
		final String table = LeaveOneOut.table( List.of( new LeaveOneOut.Row( "b", Enlargement.NONE, 5, 0.25, 1.234 ),
				new LeaveOneOut.Row( "b", Enlargement.KERNELS, 100, 0.25, 0.5 ) ) );
		assertEquals( "| bone | registration (mm) | NONE (modes: mm) | KERNELS (modes: mm) | KERNELS_AND_MEASURES (modes: mm) |\n"
				+ "|---|---|---|---|---|\n| b | 0.25 | 5: 1.23 | 100: 0.50 | |\n", table );
	}
}
