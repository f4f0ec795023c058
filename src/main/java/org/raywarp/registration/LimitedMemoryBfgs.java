/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Minimizes a smooth function of many parameters by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno
 * (Nocedal and Wright, Numerical Optimization, 2nd edition, algorithms 7.4 and 7.5) with a backtracking line search that
 * ensures sufficient decrease. It never ends above the start.
 */
final class LimitedMemoryBfgs
{
	/** A function with its gradient. */
	interface Objective
	{
		/**
		 * @param x
		 *            the parameters
		 * @param gradient
		 *            is overwritten
		 * @return the value
		 */
		double valueAndGradient( double[] x, double[] gradient );
	}

	/** Steps and differences of gradients that shape the next step. */
	private static final int MEMORY = 20;

	/** Share of the decrease promised by the slope that a step must bring. */
	private static final double SUFFICIENT = 1e-4;

	/** No parameter changes by more than so many first steps at once. */
	private static final double MAX_STEPS = 4;

	private static final int MAX_HALVINGS = 12;

	/** The decrease is judged over this many iterations. */
	private static final int PATIENCE = 5;

	private record Pair( double[] step, double[] change, double product )
	{}

	private final Objective objective;

	private final double firstStep;

	private final Deque< Pair > pairs = new ArrayDeque<>();

	/**
	 * @param objective
	 *            to be minimized
	 * @param firstStep
	 *            length of the first step tried, in the unit of the parameters
	 */
	LimitedMemoryBfgs( final Objective objective, final double firstStep )
	{
		this.objective = objective;
		this.firstStep = firstStep;
	}

	/**
	 * @param x
	 *            the start; receives the best parameters found
	 * @param maxIterations
	 *            stops after so many
	 * @param tolerance
	 *            stops where five iterations decrease the value by less than this share of it
	 * @param progress
	 *            told the number of every iteration
	 * @return the value at the start and after each iteration
	 */
	List< Double > minimize( final double[] x, final int maxIterations, final double tolerance, final IntConsumer progress )
	{
		final int n = x.length;
		double[] gradient = new double[ n ], nextGradient = new double[ n ];
		final double[] next = new double[ n ];
		double value = objective.valueAndGradient( x, gradient );
		final List< Double > values = new ArrayList<>( List.of( value ) );
		for ( int iteration = 0; iteration < maxIterations; ++iteration )
		{
			progress.accept( iteration );
			double[] direction = direction( gradient );
			double slope = dot( direction, gradient );
			if ( !( slope < 0 ) )
			{
				pairs.clear();
				direction = direction( gradient );
				slope = dot( direction, gradient );
			}
			if ( !( slope < 0 ) )
				break;
			final double longest = Arrays.stream( direction ).map( Math::abs ).max().orElse( 1 );
			double length = pairs.isEmpty() ? firstStep / longest : Math.min( 1, MAX_STEPS * firstStep / longest ), nextValue = value;
			boolean found = false;
			for ( int halving = 0; halving < MAX_HALVINGS && !found; ++halving )
			{
				for ( int i = 0; i < n; ++i )
					next[ i ] = x[ i ] + length * direction[ i ];
				nextValue = objective.valueAndGradient( next, nextGradient );
				found = nextValue <= value + SUFFICIENT * length * slope;
				if ( !found )
					length *= Math.max( 0.1, Math.min( 0.5, -slope * length / ( 2 * ( nextValue - value - slope * length ) ) ) );
			}
			if ( !found && pairs.isEmpty() )
				break;
			if ( !found )
			{
				pairs.clear();
				continue;
			}
			remember( x, next, gradient, nextGradient );
			System.arraycopy( next, 0, x, 0, n );
			final double[] swap = gradient;
			gradient = nextGradient;
			nextGradient = swap;
			value = nextValue;
			values.add( value );
			final int last = values.size() - 1;
			if ( last >= PATIENCE && values.get( last - PATIENCE ) - value < tolerance * Math.abs( value ) )
				break;
		}
		return values;
	}

	private void remember( final double[] x, final double[] next, final double[] gradient, final double[] nextGradient )
	{
		final double[] step = new double[ x.length ], change = new double[ x.length ];
		for ( int i = 0; i < x.length; ++i )
		{
			step[ i ] = next[ i ] - x[ i ];
			change[ i ] = nextGradient[ i ] - gradient[ i ];
		}
		final double product = dot( step, change );
		if ( !( product > 1e-10 * Math.sqrt( dot( step, step ) * dot( change, change ) ) ) )
			return;
		pairs.addLast( new Pair( step, change, product ) );
		if ( pairs.size() > MEMORY )
			pairs.removeFirst();
	}

	/** The two-loop recursion. */
	private double[] direction( final double[] gradient )
	{
		final double[] q = gradient.clone();
		final double[] alphas = new double[ pairs.size() ];
		int p = alphas.length;
		for ( final Iterator< Pair > i = pairs.descendingIterator(); i.hasNext(); )
		{
			final Pair pair = i.next();
			alphas[ --p ] = dot( pair.step, q ) / pair.product;
			add( q, -alphas[ p ], pair.change );
		}
		if ( !pairs.isEmpty() )
		{
			final Pair last = pairs.getLast();
			final double scale = last.product / dot( last.change, last.change );
			for ( int i = 0; i < q.length; ++i )
				q[ i ] *= scale;
		}
		for ( final Pair pair : pairs )
			add( q, alphas[ p++ ] - dot( pair.change, q ) / pair.product, pair.step );
		for ( int i = 0; i < q.length; ++i )
			q[ i ] = -q[ i ];
		return q;
	}

	private static void add( final double[] target, final double factor, final double[] summand )
	{
		for ( int i = 0; i < target.length; ++i )
			target[ i ] += factor * summand[ i ];
	}

	private static double dot( final double[] a, final double[] b )
	{
		double sum = 0;
		for ( int i = 0; i < a.length; ++i )
			sum += a[ i ] * b[ i ];
		return sum;
	}
}
