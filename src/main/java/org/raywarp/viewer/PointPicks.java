/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.raywarp.geometry.EpipolarLine;
import org.raywarp.geometry.Ray;
import org.raywarp.geometry.Triangulation;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;

/**
 * The point that was clicked: in the CT, or in one of two views, which leaves a line in the other, or in both, which is a point
 * of the world again. Used by one thread.
 */
final class PointPicks
{
	private final Grid grid;

	/** In the world; null while there is none. */
	private double[] point;

	/** The view that alone was clicked; -1 for none. */
	private int view = -1;

	private double[] pixel;

	/** Through what was clicked in each view; null where nothing was. */
	private final Ray[] rays = new Ray[ 2 ];

	private String sentence = "";

	/** @param grid where the voxels of the CT lie */
	PointPicks( final Grid grid )
	{
		this.grid = grid;
	}

	/** A click in the CT. */
	void pick( final double... world )
	{
		forget();
		point = world.clone();
		sentence = "Point " + text( world ) + ", clicked in the CT.";
	}

	/** A click in a view: the first one of a point, or the second. */
	void pick( final List< View > views, final int clicked, final double column, final double row )
	{
		final Ray through = Ray.of( views.get( clicked ), column, row );
		if ( view < 0 || view == clicked )
		{
			forget();
			view = clicked;
			pixel = new double[] { column, row };
			rays[ clicked ] = through;
			sentence = String.format( Locale.ROOT, "Column %.1f, row %.1f of \"%s\"%s.", column, row, views.get( clicked ).name(),
					views.size() > 1 ? "; the other view shows where that can lie: click it there too" : "" );
			return;
		}
		try
		{
			final Triangulation found = Triangulation.of( rays[ view ], through );
			rays[ clicked ] = through;
			point = found.point();
			sentence = String.format( Locale.ROOT, "Point %s, from both views; the two rays pass each other at %.2f mm.", text( point ),
					found.gap() );
		}
		catch ( final IllegalArgumentException e )
		{
			sentence = e.getMessage();
		}
		view = -1;
	}

	/** Forgets a click in a view that was turned since: the pixel shows something else now. */
	void moved( final List< View > before, final List< View > after )
	{
		if ( view >= 0 && !before.get( view ).equals( after.get( view ) ) )
		{
			forget();
			sentence = "";
		}
	}

	private void forget()
	{
		view = -1;
		point = null;
		Arrays.fill( rays, null );
	}

	/** @return the point in the world, in mm, or null */
	double[] point()
	{
		return point == null ? null : point.clone();
	}

	/** @return (column, row) of the mark in a view, or null */
	double[] mark( final List< View > views, final int index )
	{
		if ( view == index )
			return pixel.clone();
		final double[] projected = point == null ? null : views.get( index ).projection().project( point );
		return projected == null || !( projected[ 2 ] > 0 ) ? null : Arrays.copyOf( projected, 2 );
	}

	/** @return the ends (column, row, column, row) of the epipolar line in a view, or null */
	double[] line( final List< View > views, final int index )
	{
		final Ray other = rays[ 1 - index ];
		return other == null ? null : EpipolarLine.of( other, views.get( index ), grid.size(), grid.worldFromVoxel() );
	}

	/** @return what there is, for a person */
	String sentence()
	{
		return sentence;
	}

	/** As radiologists write it: how far to the left or right, posterior or anterior, superior or inferior. */
	private static String text( final double... world )
	{
		return String.format( Locale.ROOT, "%s %.1f, %s %.1f, %s %.1f mm", world[ 0 ] < 0 ? "R" : "L", Math.abs( world[ 0 ] ),
				world[ 1 ] < 0 ? "A" : "P", Math.abs( world[ 1 ] ), world[ 2 ] < 0 ? "I" : "S", Math.abs( world[ 2 ] ) );
	}
}
