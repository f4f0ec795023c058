/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.raywarp.deformation.Similarity;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.registration.ViewUncertainty;

class RefinementInputsTest
{
	private static Similarity pose( final String text )
	{
		return new RefinementInputs( true, RefinementSettings.Freedom.SIMILARITY, ViewUncertainty.NONE, text ).pose();
	}

	@Test
	void aPoseIsSixOrSevenNumbers()
	{
		assertEquals( new Similarity( 1, 2, 3, 4, 5, 6, 1 ), pose( "1, 2, 3, 4, 5, 6" ) );
		assertEquals( new Similarity( 1, 2, 3, 4, 5, 6, 0.9 ), pose( "1 2 3 4 5 6 0.9" ) );
		assertEquals( Similarity.IDENTITY, pose( "" ) );
	}

	@ParameterizedTest
	@ValueSource( strings = { "abc", "1,2,3", "0,0,0,0,0,0,1e9", "0,0,0,1e9,0,0,1", "0,0,0,0,-20000,0", "0,0,0,0,0,0,0.01" } )
	void whatIsNoPoseOfABodyIsNamed( final String text )
	{
		final String message = assertThrows( IllegalArgumentException.class, () -> pose( text ) ).getMessage();
		assertTrue( message.startsWith( "The initial_pose \"" + text + "\" is no" ), message );
	}
}
