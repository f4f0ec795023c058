/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.raywarp.evaluation.CalibrationSensitivity;
import org.raywarp.viewer.Charts;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/**
 * The sensitivity of a registration as a table and as a picture of curves.
 */
final class SensitivityOutput
{
	private static final int DECIMALS = 4;

	private SensitivityOutput()
	{}

	/**
	 * @param points
	 *            of a run
	 * @return one row an error: Error (in its unit), Dice, ASSD_mm, HD95_mm, Correlation
	 */
	static ResultsTable table( final List< CalibrationSensitivity.Point > points )
	{
		final ResultsTable table = new ResultsTable();
		table.setPrecision( DECIMALS );
		table.showRowNumbers( false );
		for ( final CalibrationSensitivity.Point p : points )
		{
			table.incrementCounter();
			table.addValue( "Error", p.amount() );
			table.addValue( "Dice", p.metrics().dice() );
			table.addValue( "ASSD_mm", p.metrics().assd() );
			table.addValue( "HD95_mm", p.metrics().hd95() );
			table.addValue( "Correlation", p.correlation() );
		}
		return table;
	}

	/**
	 * @param sensitivity
	 *            that was run
	 * @param points
	 *            of the run
	 * @return distances over the error, and beside it overlap and correlation
	 */
	static ImagePlus plot( final CalibrationSensitivity sensitivity, final List< CalibrationSensitivity.Point > points )
	{
		final String x = "error of the " + sensitivity.error().label() + " (" + sensitivity.error().unit() + ")";
		final double[] amounts = column( points, CalibrationSensitivity.Point::amount );
		final Map< String, double[] > distances = new LinkedHashMap<>(), shares = new LinkedHashMap<>();
		distances.put( "mean distance (ASSD)", column( points, p -> p.metrics().assd() ) );
		distances.put( "95th percentile (HD95)", column( points, p -> p.metrics().hd95() ) );
		shares.put( "Dice with the result as given", column( points, p -> p.metrics().dice() ) );
		shares.put( "correlation with the X-rays", column( points, CalibrationSensitivity.Point::correlation ) );
		return new ImagePlus( "plot", Charts.beside( List.of(
				Charts.curves( "How far the surface moves", x, "distance (mm)", amounts, distances ),
				Charts.curves( "How well it fits", x, "Dice, correlation (1 is best)", amounts, shares ) ) ) );
	}

	private static double[] column( final List< CalibrationSensitivity.Point > points,
			final ToDoubleFunction< CalibrationSensitivity.Point > value )
	{
		return points.stream().mapToDouble( value ).toArray();
	}
}
