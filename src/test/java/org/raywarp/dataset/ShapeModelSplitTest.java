/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.raywarp.OutsideData;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

class ShapeModelSplitTest
{
	@Test
	void samplesAreForTrainingAndTheOthersAreThemselves() throws IOException
	{
		final ShapeSettings shapes = new ShapeSettings( ShapeSource.SHAPE_MODEL, OutsideData.folder( "data/libhip_proximal_femora" ), 1,
				0.25, 0.25 );
		final CaseMaker maker =
				CaseMaker.of( shapes, 14, PhantomSettings.standard( GridSize.QUARTER, GeometryMode.ORTHOGONAL, 1 ), Progress.NONE );
		final Set< String > people = new HashSet<>();
		for ( final DatasetPart part : DatasetPart.values() )
		{
			assertEquals( part == DatasetPart.TRAINING ? 2 : 1, maker.bones().people( part ).size() );
			people.addAll( maker.bones().people( part ) );
		}
		assertEquals( Set.of( "m3", "m4", "m7", "m8" ), people );
		final Set< String > samples = new HashSet<>();
		for ( int i = 0; i < 14; ++i )
		{
			final DatasetIndex.Entry entry = maker.entry( i );
			if ( entry.part() == DatasetPart.TRAINING )
				samples.add( entry.person() );
			else
				assertTrue( maker.bones().people( entry.part() ).contains( entry.person() ), entry.toString() );
		}
		assertTrue( samples.size() >= 6 && samples.stream().allMatch( s -> s.startsWith( "sample-" ) ), samples.toString() );
	}
}
