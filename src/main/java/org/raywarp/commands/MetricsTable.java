/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.List;

import org.raywarp.metrics.LabelMetrics;

import ij.measure.ResultsTable;

/**
 * Metrics as an ImageJ table.
 */
final class MetricsTable
{
	/** So that a saved or printed table rounds by less than the 1e-6 to which metrics are compared with other programs. */
	private static final int DECIMALS = 7;

	private MetricsTable()
	{}

	/**
	 * @param metrics
	 *            one a label
	 * @return one row a label: Label, Dice, Jaccard, ASSD_mm, HD95_mm, SSIM, NCC
	 */
	static ResultsTable of( final List< LabelMetrics > metrics )
	{
		final ResultsTable table = new ResultsTable();
		table.setPrecision( DECIMALS );
		table.showRowNumbers( false );
		for ( final LabelMetrics m : metrics )
		{
			table.incrementCounter();
			table.addValue( "Label", m.label() );
			table.addValue( "Dice", m.dice() );
			table.addValue( "Jaccard", m.jaccard() );
			table.addValue( "ASSD_mm", m.assd() );
			table.addValue( "HD95_mm", m.hd95() );
			table.addValue( "SSIM", m.ssim() );
			table.addValue( "NCC", m.ncc() );
		}
		table.setDecimalPlaces( 0, 0 );
		return table;
	}
}
