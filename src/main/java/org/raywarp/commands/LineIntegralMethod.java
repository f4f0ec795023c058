/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.raywarp.geometry.View;
import org.raywarp.network.Device;
import org.raywarp.network.TensorFlowProjector;
import org.raywarp.projection.ProjectionMethod;
import org.raywarp.projection.Projections;
import org.raywarp.projection.Projector;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The methods that {@link ProjectVolumeCommand} offers.
 */
public enum LineIntegralMethod
{
	/** One bilinear sample in each slice. */
	JOSEPH,
	/** Exact path lengths through cuboid voxels. */
	SIDDON,
	/** Uniform trilinear samples along the ray. */
	TRILINEAR,
	/** As TRILINEAR, as a TensorFlow graph, on the GPU where there is one. */
	TENSORFLOW;

	/**
	 * @param volume
	 *            to be projected, in any unit
	 * @param views
	 *            to project onto
	 * @param samplesPerRay
	 *            for the methods with uniform samples
	 * @param progress
	 *            told after every view
	 * @return value times mm over (column, row), one a view
	 * @throws IOException
	 *             if the graph cannot be loaded
	 */
	List< RandomAccessibleInterval< FloatType > > project( final Volume< FloatType > volume, final List< View > views,
			final int samplesPerRay,
			final Progress progress ) throws IOException
	{
		final List< RandomAccessibleInterval< FloatType > > projections = new ArrayList<>();
		if ( this == TENSORFLOW )
			try ( TensorFlowProjector projector = new TensorFlowProjector( Device.AUTO ) )
			{
				for ( final View view : views )
				{
					progress.report( ( double ) projections.size() / views.size(), "projecting onto view " + view.name() );
					final RandomAccessibleInterval< FloatType > projection = ArrayImgs.floats( view.columns(), view.rows() );
					projector.project( volume, view, samplesPerRay, projection );
					projections.add( projection );
				}
				return projections;
			}
		final Projector projector = ProjectionMethod.valueOf( name() ).projector( samplesPerRay );
		for ( final View view : views )
		{
			progress.report( ( double ) projections.size() / views.size(), "projecting onto view " + view.name() );
			projections.add( Projections.project( volume, view, projector ) );
		}
		return projections;
	}
}
