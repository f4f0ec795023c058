/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.List;

import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.View;
import org.raywarp.volume.Volume;
import org.raywarp.xray.Drr;
import org.raywarp.xray.DrrSimulator;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One subject in one pose with its radiographs.
 *
 * @param name
 *            of the case, such as {@code case-00007}
 * @param person
 *            whose bone it is: cases of one person belong to one part of a data set
 * @param ct
 *            the CT, in HU
 * @param labels
 *            1 for the femur, on the CT's grid
 * @param drrs
 *            radiographs with masks, frontal first, with the imperfections that the settings ask for
 * @param truth
 *            what a registration wants to know
 */
public record Case( String name, String person, Volume< FloatType > ct, Volume< UnsignedByteType > labels, List< Drr > drrs,
		Truth truth )
{
	/**
	 * What is known about a case and its radiographs do not tell.
	 *
	 * @param atlasFromSubject
	 *            the true similarity, about the world's origin: from the bone of this case, posed and deformed, to the atlas
	 *            the case was made for, or, without one, to the femur's own reference frame
	 * @param views
	 *            where the radiographs were taken from indeed
	 * @param radiation
	 *            what they were taken with
	 */
	public record Truth( Similarity atlasFromSubject, List< View > views, Radiation.Drawn radiation )
	{
		/** Keeps a copy of the list. */
		public Truth
		{
			views = List.copyOf( views );
		}
	}

	/**
	 * @throws IllegalArgumentException
	 *             if CT and labels lie on different grids
	 */
	public Case
	{
		drrs = List.copyOf( drrs );
		if ( !ct.grid().equals( labels.grid() ) )
			throw new IllegalArgumentException( "The labels of case \"" + name + "\" lie on another grid than its CT: " + labels.grid()
					+ " instead of " + ct.grid() + "." );
	}

	/**
	 * Takes radiographs of this case anew, perfect ones.
	 *
	 * @param views
	 *            where they are taken from
	 * @param radiation
	 *            what cases such as this one are taken with; its strength is what was drawn for this case
	 * @param seed
	 *            of the noise
	 * @return the radiographs with masks
	 */
	public List< Drr > radiographs( final List< View > views, final Radiation radiation, final long seed )
	{
		return DrrSimulator.simulate( ct, labels, CaseDraw.FEMUR, views, radiation.settings( truth.radiation(), seed ) );
	}

	/**
	 * @return the true similarity, as in {@link Truth}
	 */
	public Similarity atlasFromSubject()
	{
		return truth.atlasFromSubject();
	}
}
