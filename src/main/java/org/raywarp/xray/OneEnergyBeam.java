/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import org.raywarp.geometry.View;
import org.raywarp.projection.JosephProjector;
import org.raywarp.projection.Projections;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Photons of one energy that a detector counts: the law of Beer and Lambert.
 *
 * @param attenuation
 *            of the body, in 1/mm
 */
record OneEnergyBeam( Volume< FloatType > attenuation ) implements PrimaryBeam
{
	/** @return the integrals of the attenuation along the rays */
	RandomAccessibleInterval< FloatType > lineIntegrals( final View rays )
	{
		return Projections.project( attenuation, rays, new JosephProjector() );
	}

	@Override
	public PrimarySignal signal( final View rays )
	{
		final RandomAccessibleInterval< FloatType > image = lineIntegrals( rays );
		Radiographs.intensity( image, image );
		return new PrimarySignal( image, image );
	}
}
