/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GpuDiagnosisTest
{
	@Test
	void firstThingThatIsMissingIsNamed()
	{
		assertTrue( GpuDiagnosis.reason( false, false, l -> false ).contains( "Linux" ) );
		assertTrue( GpuDiagnosis.reason( true, false, l -> false ).contains( "-Dtf.gpu" ) );
		assertTrue( GpuDiagnosis.reason( true, true, l -> false ).contains( "driver" ) );
		assertTrue( GpuDiagnosis.reason( true, true, l -> !l.contains( "cudnn" ) ).startsWith( "libcudnn.so.8" ) );
		assertTrue( GpuDiagnosis.reason( true, true, l -> true ).contains( "no GPU" ) );
	}

	@Test
	void computerWithoutGpuIsDiagnosed()
	{
		assertFalse( GpuDiagnosis.reason().isBlank() );
	}
}
