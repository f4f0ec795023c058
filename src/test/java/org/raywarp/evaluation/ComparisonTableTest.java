/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.metrics.LabelMetrics;

class ComparisonTableTest
{
	private static final double[] OURS = { 0.931, 0.942, 0.928, 0.951, 0.917, 0.939, 0.944, 0.925 },
			OTHERS = { 0.925, 0.937, 0.930, 0.940, 0.901, 0.941, 0.930, 0.902 };

	/** Dice is given, all else follows from it; labels alone have neither an affine stage nor SSIM. */
	private static List< Measurement > measurements( final double[] dice, final boolean labelsAlone )
	{
		final List< Measurement > all = new ArrayList<>();
		for ( int i = 0; i < dice.length; ++i )
		{
			final Optional< LabelMetrics > metrics = Double.isNaN( dice[ i ] ) ? Optional.empty()
					: Optional.of( new LabelMetrics( 1, dice[ i ], dice[ i ] / ( 2 - dice[ i ] ), 10 - 10 * dice[ i ], 20 - 20 * dice[ i ],
							labelsAlone ? Double.NaN : dice[ i ], Double.NaN ) );
			all.add( new Measurement( Trial.asTaken( i, 0 ), "p", labelsAlone ? Optional.empty() : metrics, metrics,
					metrics.isEmpty() ? "views not at right angles" : "" ) );
		}
		return all;
	}

	private static ComparisonTable table()
	{
		final double[] some = OTHERS.clone();
		some[ 3 ] = Double.NaN;
		final Map< String, List< Measurement > > systems = new LinkedHashMap<>();
		systems.put( "ours", measurements( OURS, false ) );
		systems.put( "other", measurements( OTHERS, false ) );
		systems.put( "labels", measurements( some, true ) );
		return new ComparisonTable( "Table", systems, List.of( Stage.AFFINE, Stage.LOCAL ) );
	}

	@Test
	void saysMeansDeviationsAndProbabilities( @TempDir final Path folder ) throws IOException
	{
		table().write( folder, "table" );
		final String markdown = Files.readString( folder.resolve( "table.md" ) ), csv = Files.readString( folder.resolve( "table.csv" ) );
		// numpy: mean 0.934625, std( ddof=1 ) 0.01127497; ASSD is 10 ( 1 - Dice ).
		assertTrue( markdown.contains( "| ours | 8 | 0 | 0.935 ± 0.011 | " ), markdown );
		assertTrue( markdown.contains( "| 0.65 ± 0.11 | 1.31 ± 0.23 |" ), markdown );
		// The numbers of PairedTestsTest.
		assertTrue( markdown.contains( "| other | 8 | paired t-test | 0.024 | " ), markdown );
		assertTrue( csv.contains( "affine + local,other,Dice,8,0,0.925750,0.0159262,8,0.0244875,0.0390625\n" ), csv );
		// scipy.stats without the fourth case: ttest_rel 0.05329488, wilcoxon 0.078125.
		assertTrue( csv.contains( "affine + local,labels,Dice,7,1,0.923714,0.0160386,7,0.0532949,0.0781250\n" ), csv );
		assertTrue( csv.contains( "affine + local,labels,SSIM,0,1,,,0,,\n" ), csv );
		assertTrue( markdown.contains( "| labels | 0 | 1 | – | – | – | – | – |" ), markdown );
		assertTrue( Files.size( folder.resolve( "table.png" ) ) > 5000 );
	}

	@Test
	void linesKeepWhatWasMeasured()
	{
		for ( final List< Measurement > system : table().measurements().values() )
			for ( final Measurement m : system )
			{
				assertEquals( Measurement.COLUMNS.size(), m.cells().size() );
				final Measurement read = Measurement.of( m.trial(), m.cells() );
				assertEquals( m.cells(), read.cells() );
				assertEquals( m.affine().isPresent(), read.affine().isPresent() );
				assertEquals( m.result().isPresent(), read.result().isPresent() );
			}
	}
}
