/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

import org.raywarp.metrics.LabelMetrics;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.CalibrationError;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RegistrationResult;
import org.raywarp.volume.Progress;

/**
 * How far a registration moves if the calibration of a view is wrong: it is done again with the wrong view, and the result
 * compared with that of the views as they are given (after Van Houtte et al. 2022, Fig. 3, which compares with a truth).
 *
 * @param error
 *            what is wrong
 * @param view
 *            index of the view that is wrong
 * @param center
 *            about which the view turns, in mm
 */
public record CalibrationSensitivity( CalibrationError error, int view, double[] center )
{
	/**
	 * One wrong calibration.
	 *
	 * @param amount
	 *            of the error, in its unit
	 * @param metrics
	 *            the bone compared with that of the views as they are given
	 * @param correlation
	 *            of X-rays and projected bone, on the views that were assumed
	 */
	public record Point( double amount, LabelMetrics metrics, double correlation )
	{}

	/** Bounds the time that one run may take. */
	public static final int MAX_STEPS = 101;

	/** What is small for a surface, in mm: half of what the registration itself is off. */
	private static final double SMALL = 0.5;

	/**
	 * @param least
	 *            amount
	 * @param greatest
	 *            amount
	 * @param step
	 *            between amounts
	 * @return the multiples of the step within the range, and 0
	 * @throws IllegalArgumentException
	 *             if the range is empty, the step not positive, or there are more than {@link #MAX_STEPS}
	 */
	public static double[] amounts( final double least, final double greatest, final double step )
	{
		if ( !( least <= greatest && step > 0 && ( greatest - least ) / step < MAX_STEPS ) )
			throw new IllegalArgumentException( "A range of errors goes from the least to the greatest in at most " + MAX_STEPS
					+ " steps, not from " + least + " to " + greatest + " by " + step + "." );
		final List< Double > amounts = new ArrayList<>( List.of( 0.0 ) );
		for ( long k = ( long ) Math.ceil( least / step - 1e-9 ); k <= ( long ) Math.floor( greatest / step + 1e-9 ); ++k )
			if ( k != 0 )
				amounts.add( k * step );
		return amounts.stream().mapToDouble( Double::doubleValue ).sorted().toArray();
	}

	/**
	 * @param radiographs
	 *            of the subject, on the views as they are given
	 * @param amounts
	 *            of the error, as {@link #amounts} gives them
	 * @param registration
	 *            the method
	 * @param progress
	 *            told before every registration
	 * @return one point an amount, in the same order
	 * @throws IllegalArgumentException
	 *             if there is no such view, or a registration refuses
	 */
	public List< Point > run( final List< Radiograph > radiographs, final double[] amounts,
			final BiFunction< List< Radiograph >, Progress, RegistrationResult > registration, final Progress progress )
	{
		if ( view < 0 || view >= radiographs.size() )
			throw new IllegalArgumentException( "There is no view " + ( view + 1 ) + " to be wrong: there "
					+ ( radiographs.size() == 1 ? "is 1 X-ray." : "are " + radiographs.size() + " X-rays." ) );
		final RegistrationResult given =
				registration.apply( radiographs, part( progress, 0, amounts.length, "with the geometry as it is given: " ) );
		final List< Point > points = new ArrayList<>();
		for ( final double amount : amounts )
		{
			final RegistrationResult result = amount == 0 ? given
					: registration.apply( wrong( radiographs, amount ), part( progress, points.size() + 1, amounts.length,
							"with " + number( amount, "+0.###;-0.###" ) + " " + error.unit() + ": " ) );
			points.add( new Point( amount, LabelMetrics.evaluate( given.labels(), result.labels(), null, null ).stream()
					.filter( m -> m.label() == Atlas.BONE ).findFirst().orElseThrow(), result.quality().similarityAfter() ) );
		}
		return points;
	}

	/** The progress of one registration of all. */
	private static Progress part( final Progress progress, final int index, final int count, final String which )
	{
		return ( fraction, what ) -> progress.report( ( index + fraction ) / ( count + 1 ), which + what );
	}

	private List< Radiograph > wrong( final List< Radiograph > radiographs, final double amount )
	{
		final List< Radiograph > wrong = new ArrayList<>( radiographs );
		final Radiograph r = radiographs.get( view );
		wrong.set( view, new Radiograph( r.image(), r.mask(), error.apply( r.view(), center, amount ) ) );
		return wrong;
	}

	/**
	 * @param name
	 *            of the view
	 * @param points
	 *            of a run
	 * @return in plain words what an error costs
	 */
	public String sentence( final String name, final List< Point > points )
	{
		final double reach = points.stream().mapToDouble( p -> Math.abs( p.amount() ) ).max().orElse( 0 );
		if ( reach == 0 )
			return "No error was tried.";
		// About the middle of the range, both signs where both were tried.
		final double middle = points.stream().mapToDouble( p -> Math.abs( p.amount() ) ).filter( a -> a > 0 ).boxed()
				.min( ( a, b ) -> Double.compare( Math.abs( a - reach / 2 ), Math.abs( b - reach / 2 ) ) ).orElseThrow();
		final Point[] there = points.stream().filter( p -> Math.abs( Math.abs( p.amount() ) - middle ) < 1e-9 ).toArray( Point[]::new );
		final StringBuilder text = new StringBuilder( String.format( Locale.ROOT,
				"An error of %s %s of the %s of the view \"%s\" costs %.2f mm: so far, on average, the surface moves (Dice %.3f).%n",
				number( middle, "0.###" ), error.unit(), error.label(), name, mean( there, p -> p.metrics().assd() ),
				mean( there, p -> p.metrics().dice() ) ) );
		final double safe = safe( points );
		text.append( String.format( Locale.ROOT, safe > 0 ? "Up to %2$s %3$s it moves by less than %1$.1f mm.%n"
				: "The least error that was tried already moves it by %1$.1f mm or more.%n", SMALL, number( safe, "0.###" ),
				error.unit() ) );
		final Point best = points.stream().max( ( a, b ) -> Double.compare( a.correlation(), b.correlation() ) ).orElseThrow();
		final Point given = points.stream().filter( p -> p.amount() == 0 ).findFirst().orElseThrow();
		text.append( String.format( Locale.ROOT,
				best == given ? "The X-rays agree best with the geometry as it is given (correlation %.4f).%n"
						: "The X-rays agree best with %2$s %3$s (correlation %4$.4f, %1$.4f as it is given): two views hardly tell this"
								+ " error from another shape of the bone, so check the calibration before you change it.%n",
				given.correlation(), number( best.amount(), "+0.###;-0.###" ), error.unit(), best.correlation() ) );
		return text.toString();
	}

	private static String number( final double value, final String pattern )
	{
		return new DecimalFormat( pattern, DecimalFormatSymbols.getInstance( Locale.ROOT ) ).format( value );
	}

	private static double mean( final Point[] points, final ToDoubleFunction< Point > value )
	{
		return Arrays.stream( points ).mapToDouble( value ).average().orElse( Double.NaN );
	}

	/** The greatest amount up to which, in both directions, every point is within what is small. */
	private static double safe( final List< Point > points )
	{
		double safe = 0;
		for ( final double a : points.stream().mapToDouble( p -> Math.abs( p.amount() ) ).sorted().toArray() )
		{
			if ( points.stream().anyMatch( p -> Math.abs( p.amount() ) == a && !( p.metrics().assd() < SMALL ) ) )
				break;
			safe = a;
		}
		return safe;
	}
}
