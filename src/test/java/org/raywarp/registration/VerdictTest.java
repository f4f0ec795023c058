/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.deformation.Similarity;
import org.raywarp.registration.Verdict.Trust;
import org.raywarp.volume.Progress;

/**
 * Every reason moves the verdict, and real registrations get the right one.
 */
class VerdictTest
{
	private static final LossPath FELL = new LossPath( List.of( new LossPath.Stage( "similarity", List.of( 0.5, 0.1 ) ) ) );

	private static Verdict verdict( final int folded, final LossPath path, final ViewAgreement... views )
	{
		return new RegistrationQuality( 0.5, 0.9, 0.95, folded, path, List.of( views ) ).verdict();
	}

	private static ViewAgreement view( final double dice, final double correlation )
	{
		return new ViewAgreement( "lateral", dice, correlation );
	}

	@Test
	void trustsWhatFits()
	{
		final Verdict verdict = verdict( 0, FELL, view( 0.985, 0.9 ), view( 0.985, 0.9 ) );
		assertEquals( Trust.TRUST, verdict.trust() );
		assertTrue( verdict.toString().startsWith( "verdict: trust (outline and mask of view \"lateral\" overlap by 0.985" ),
				verdict.toString() );
	}

	@Test
	void everyReasonCounts()
	{
		final ViewAgreement good = view( 0.985, 0.9 );
		assertEquals( Trust.LOOK, verdict( 0, FELL, good, view( Double.NaN, 0.9 ) ).trust() );
		assertEquals( Trust.LOOK, verdict( 3, FELL, good ).trust() );
		assertEquals( Trust.DO_NOT_USE, verdict( 100_000, FELL, good ).trust() );
		assertEquals( Trust.LOOK, verdict( 0, LossPath.NONE, good ).trust() );
		final LossPath flat = new LossPath( List.of( new LossPath.Stage( "similarity", List.of( 0.2, 0.2 ) ) ) );
		assertEquals( Trust.LOOK, verdict( 0, flat, good ).trust() );
		final Verdict outline = verdict( 0, FELL, good, view( 0.8, 0.9 ) );
		assertEquals( Trust.DO_NOT_USE, outline.trust() );
		assertTrue( outline.reasons().get( 0 ).startsWith( "outline and mask of view \"lateral\" overlap by 0.800, expected 0." ),
				outline.toString() );
		assertEquals( Trust.LOOK, verdict( 0, FELL, good, view( 0.98, 0.9 ) ).trust() );
		final Verdict density = verdict( 0, FELL, good, view( 0.985, -0.3 ) );
		assertEquals( Trust.LOOK, density.trust() );
		assertTrue( density.reasons().get( 0 ).startsWith( "the density inside the bone of view \"lateral\" correlates by -0.300" ) );
		for ( final double loss : new double[] { 0.29, 0.31 } )
		{
			final LossPath poor = new LossPath( List.of( new LossPath.Stage( "similarity", List.of( 0.5, loss ) ),
					new LossPath.Stage( "population", List.of( loss, 0.05 ) ) ) );
			assertEquals( loss > 0.3 ? Trust.DO_NOT_USE : Trust.LOOK, verdict( 0, poor, good ).trust(),
					"the shape made up for a wrong pose" );
		}
	}

	/** The phantom, registered from near, is not refused; with the frontal image for the second view it is. */
	@Test
	void judgesRealRegistrations()
	{
		final List< Radiograph > right = Phantom.radiographs( new Similarity( 3, -4, 5, 3, -2, 2, 1.03 ), 0, 90 );
		final List< Radiograph > wrong = new ArrayList<>( right );
		wrong.set( 1, new Radiograph( right.get( 0 ).image(), right.get( 0 ).mask(), right.get( 1 ).view() ) );
		final Verdict of = verdict( right ), ofWrong = verdict( wrong );
		assertNotEquals( Trust.DO_NOT_USE, of.trust(), of.toString() );
		assertEquals( Trust.DO_NOT_USE, ofWrong.trust(), ofWrong.toString() );
	}

	private static Verdict verdict( final List< Radiograph > radiographs )
	{
		return BiplanarRegistration.refine( Phantom.atlas(), radiographs, Similarity.IDENTITY,
				RefinementSettings.FROM_POSE.withSearch( false ).withFreedom( RefinementSettings.Freedom.SIMILARITY ), Progress.NONE )
				.quality().verdict();
	}
}
