/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.raywarp.metrics.LabelMetrics;
import org.raywarp.registration.Atlas;

/**
 * How well a system did in a trial: a line of a {@link ResultLog}.
 *
 * @param trial
 *            the case and how it was seen
 * @param person
 *            whose bone it is
 * @param affine
 *            after the affine stage; empty without one
 * @param result
 *            at the end; empty where the system refused the trial
 * @param refusal
 *            why it did; empty if it did not
 */
public record Measurement( Trial trial, String person, Optional< LabelMetrics > affine, Optional< LabelMetrics > result, String refusal )
{

	private static final int KEY = 4;

	/** Names of the columns of {@link #cells}. */
	static final List< String > COLUMNS = Stream.of( Stream.of( "case", "frontal_deg", "lateral_deg", "error_deg", "person" ),
			Stream.of( Metric.values() ).map( m -> "affine_" + m.name().toLowerCase( Locale.ROOT ) ),
			Stream.of( Metric.values() ).map( m -> m.name().toLowerCase( Locale.ROOT ) ), Stream.of( "refusal" ) ).flatMap( s -> s )
			.toList();

	/**
	 * @param trial
	 *            the case and how it is seen
	 * @return the cells that tell it from others
	 */
	static List< String > key( final Trial trial )
	{
		return List.of( Integer.toString( trial.subject() ), trial.views().map( v -> angle( v.frontal() ) ).orElse( "" ),
				trial.views().map( v -> angle( v.lateral() ) ).orElse( "" ), angle( trial.error() ) );
	}

	private static String angle( final double degrees )
	{
		return String.format( Locale.ROOT, "%.4f", degrees );
	}

	/**
	 * @return the cells of a line
	 */
	List< String > cells()
	{
		final List< String > cells = new ArrayList<>( key( trial ) );
		cells.add( person );
		cells.addAll( cells( affine ) );
		cells.addAll( cells( result ) );
		cells.add( refusal );
		return cells;
	}

	private static List< String > cells( final Optional< LabelMetrics > metrics )
	{
		return Stream.of( Metric.values() ).map( m -> metrics.map( m::of ).filter( v -> !Double.isNaN( v ) )
				.map( v -> String.format( Locale.ROOT, "%.6f", v ) ).orElse( "" ) ).toList();
	}

	/**
	 * @param trial
	 *            whose line it is
	 * @param cells
	 *            of the line
	 * @return what it says
	 */
	static Measurement of( final Trial trial, final List< String > cells )
	{
		final int count = Metric.values().length, first = KEY + 1;
		return new Measurement( trial, cells.get( KEY ), metrics( cells.subList( first, first + count ) ),
				metrics( cells.subList( first + count, first + 2 * count ) ), cells.get( first + 2 * count ) );
	}

	/** Without a Dice overlap there is no prediction: two label maps always have one. */
	private static Optional< LabelMetrics > metrics( final List< String > cells )
	{
		if ( cells.get( Metric.DICE.ordinal() ).isEmpty() )
			return Optional.empty();
		final double[] v = cells.stream().mapToDouble( cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble( cell ) ).toArray();
		return Optional.of( new LabelMetrics( Atlas.BONE, v[ Metric.DICE.ordinal() ], v[ Metric.JACCARD.ordinal() ],
				v[ Metric.ASSD.ordinal() ], v[ Metric.HD95.ordinal() ], v[ Metric.SSIM.ordinal() ], Double.NaN ) );
	}
}
