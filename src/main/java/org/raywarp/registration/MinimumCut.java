/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.Arrays;

/**
 * The least cut between a source and a sink of a directed graph, by Dinic's maximum flow (Dinitz 1970): nodes are whole
 * numbers, the last two of them source and sink.
 */
final class MinimumCut
{
	private static final float NONE = 1e-6f;

	private final int source, sink;

	private final int[] first;

	private int[] target, next;

	private float[] capacity;

	private int edges;

	private final int[] level, current;

	/**
	 * @param nodes
	 *            how many there are beside source and sink
	 */
	MinimumCut( final int nodes )
	{
		source = nodes;
		sink = nodes + 1;
		first = new int[ nodes + 2 ];
		Arrays.fill( first, -1 );
		level = new int[ nodes + 2 ];
		current = new int[ nodes + 2 ];
		target = new int[ 12 * nodes + 2 ];
		next = new int[ target.length ];
		capacity = new float[ target.length ];
	}

	/**
	 * @param a
	 *            a node
	 * @param b
	 *            another
	 * @param forth
	 *            what it costs to have a on the side of the source and b on that of the sink, 0 or more
	 * @param back
	 *            what the reverse costs
	 */
	void edge( final int a, final int b, final float forth, final float back )
	{
		if ( edges + 2 > target.length )
		{
			target = Arrays.copyOf( target, 2 * target.length );
			next = Arrays.copyOf( next, target.length );
			capacity = Arrays.copyOf( capacity, target.length );
		}
		add( a, b, forth );
		add( b, a, back );
	}

	private void add( final int from, final int to, final float c )
	{
		target[ edges ] = to;
		capacity[ edges ] = c;
		next[ edges ] = first[ from ];
		first[ from ] = edges++;
	}

	/**
	 * @param node
	 *            a node
	 * @param inside
	 *            what it costs to have it on the side of the source, 0 or more
	 * @param outside
	 *            what it costs to have it on the side of the sink, 0 or more
	 */
	void terminal( final int node, final float inside, final float outside )
	{
		edge( source, node, outside, 0 );
		edge( node, sink, inside, 0 );
	}

	/**
	 * Cuts the graph; the edges are used up.
	 *
	 * @return of each node whether it is on the side of the source
	 */
	boolean[] cut()
	{
		while ( layer() )
		{
			System.arraycopy( first, 0, current, 0, first.length );
			augment();
		}
		final boolean[] inside = new boolean[ source ];
		for ( int i = 0; i < source; ++i )
			inside[ i ] = level[ i ] >= 0;
		return inside;
	}

	/** Breadth first; false where the sink is not reached. */
	private boolean layer()
	{
		Arrays.fill( level, -1 );
		final int[] queue = new int[ level.length ];
		int begin = 0, end = 0;
		queue[ end++ ] = source;
		level[ source ] = 0;
		while ( begin < end )
		{
			final int node = queue[ begin++ ];
			for ( int e = first[ node ]; e >= 0; e = next[ e ] )
				if ( capacity[ e ] > NONE && level[ target[ e ] ] < 0 )
				{
					level[ target[ e ] ] = level[ node ] + 1;
					queue[ end++ ] = target[ e ];
				}
		}
		return level[ sink ] >= 0;
	}

	/** Depth first with the path on a stack of edges, not of calls: paths are long. */
	private void augment()
	{
		final int[] path = new int[ level.length ];
		int length = 0, node = source;
		while ( true )
		{
			if ( node == sink )
			{
				length = push( path, length );
				node = target[ path[ length ] ^ 1 ];
				continue;
			}
			int e = current[ node ];
			while ( e >= 0 && !( capacity[ e ] > NONE && level[ target[ e ] ] == level[ node ] + 1 ) )
				e = next[ e ];
			current[ node ] = e;
			if ( e >= 0 )
			{
				path[ length++ ] = e;
				node = target[ e ];
			}
			else if ( length == 0 )
				return;
			else
			{
				// A dead end: nothing leads through this node any more.
				level[ node ] = -1;
				node = target[ path[ --length ] ^ 1 ];
			}
		}
	}

	/** @return the index of the first edge of the path that is full now */
	private int push( final int[] path, final int length )
	{
		float most = Float.POSITIVE_INFINITY;
		for ( int i = 0; i < length; ++i )
			most = Math.min( most, capacity[ path[ i ] ] );
		int full = length;
		for ( int i = length - 1; i >= 0; --i )
		{
			capacity[ path[ i ] ] -= most;
			capacity[ path[ i ] ^ 1 ] += most;
			if ( capacity[ path[ i ] ] <= NONE )
				full = i;
		}
		return full;
	}
}
