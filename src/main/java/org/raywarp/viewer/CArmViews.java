/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;

/**
 * The positions of a C-arm that are being set, at most two of which are shown. Used by one thread.
 */
final class CArmViews
{
	private static final List< String > USUAL = List.of( "frontal", "lateral" );

	private final Map< String, ConeBeamGeometry > arms;

	private final List< String > shown;

	private int selected;

	/**
	 * @param arms
	 *            by the names of their views, at least one; copied. The two that are called frontal and lateral are shown, or
	 *            the first two where there are none.
	 */
	CArmViews( final Map< String, ConeBeamGeometry > arms )
	{
		this.arms = new LinkedHashMap<>( arms );
		shown = arms.keySet().containsAll( USUAL ) ? USUAL : new ArrayList<>( arms.keySet() ).subList( 0, Math.min( 2, arms.size() ) );
	}

	/** @return all positions by the names of their views */
	Map< String, ConeBeamGeometry > arms()
	{
		return new LinkedHashMap<>( arms );
	}

	/** @return how many views are shown */
	int count()
	{
		return shown.size();
	}

	/** @return the views that are shown */
	List< View > views()
	{
		return shown.stream().map( name -> arms.get( name ).view( name ) ).toList();
	}

	/** @return the position of a view that is shown */
	ConeBeamGeometry arm( final int view )
	{
		return arms.get( shown.get( view ) );
	}

	/** @return the view whose numbers are set */
	int selected()
	{
		return selected;
	}

	void select( final int view )
	{
		selected = view;
	}

	/**
	 * Sets a number of the selected view.
	 *
	 * @param both
	 *            whether numbers other than angles are set in all views
	 */
	void set( final CArmParameter parameter, final double value, final boolean both )
	{
		if ( both && !parameter.isAngle() )
			arms.replaceAll( ( name, arm ) -> parameter.set( arm, value ) );
		else
			arms.computeIfPresent( shown.get( selected ), ( name, arm ) -> parameter.set( arm, value ) );
	}

	/** Turns a view by degrees; the primary angle goes round, the secondary one ends at 90 degrees. */
	void turn( final int view, final double primary, final double secondary )
	{
		final CArmAngulation now = arm( view ).angulation();
		final double around = Math.IEEEremainder( now.primaryAngle() + primary, 360 ),
				up = secondary == 0 ? now.secondaryAngle() : Math.max( -90, Math.min( 90, now.secondaryAngle() + secondary ) );
		arms.computeIfPresent( shown.get( view ), ( name, arm ) -> CArmParameter.turned( arm, new CArmAngulation( around, up ) ) );
	}
}
