/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.raywarp.metrics.LabelMetrics;

/**
 * The columns of Tables 1 and 2 of Van Houtte et al. 2022, and the Hausdorff distance.
 */
public enum Metric
{
	/** Dice overlap, 0 to 1. */
	DICE( "Dice", 3, LabelMetrics::dice ),
	/** Jaccard overlap, 0 to 1. */
	JACCARD( "Jaccard", 3, LabelMetrics::jaccard ),
	/** Structural similarity of the masked densities. */
	SSIM( "SSIM", 3, LabelMetrics::ssim ),
	/** Average symmetric surface distance, in mm. */
	ASSD( "ASSD (mm)", 2, LabelMetrics::assd ),
	/** 95th percentile of the surface distances, in mm. */
	HD95( "HD95 (mm)", 2, LabelMetrics::hd95 );

	private final String label;

	private final int digits;

	private final ToDoubleFunction< LabelMetrics > value;

	Metric( final String label, final int digits, final ToDoubleFunction< LabelMetrics > value )
	{
		this.label = label;
		this.digits = digits;
		this.value = value;
	}

	/**
	 * @return its name in tables, with its unit
	 */
	public String label()
	{
		return label;
	}

	/**
	 * @param metrics
	 *            of a bone
	 * @return this one of them
	 */
	public double of( final LabelMetrics metrics )
	{
		return value.applyAsDouble( metrics );
	}

	/**
	 * @param number
	 *            a value of this metric
	 * @return the number with the digits that tables show, or a dash if it is not defined
	 */
	public String format( final double number )
	{
		return Double.isNaN( number ) ? "–" : String.format( Locale.ROOT, "%." + digits + "f", number );
	}

	/**
	 * @param quartiles
	 *            lower quartile, median and upper quartile
	 * @return the median, and the others in parentheses
	 */
	public String formatQuartiles( final double[] quartiles )
	{
		return format( quartiles[ 1 ] ) + " (" + format( quartiles[ 0 ] ) + " to " + format( quartiles[ 2 ] ) + ")";
	}
}
