/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.geometry.View;
import org.raywarp.metrics.PartialCorrelation;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How well the registered bone agrees with one radiograph, on the radiograph's own pixels. Rays that leave the atlas's
 * box where its bone is cut off do not count.
 *
 * @param view
 *            name of the view
 * @param silhouetteDice
 *            overlap of the mask and the bone's silhouette, 0 to 1; NaN without a mask
 * @param insideCorrelation
 *            correlation of radiograph and projected density where both mask and silhouette are, blind to a plane, -1 to 1;
 *            0 where there is no such pixel
 */
public record ViewAgreement( String view, double silhouetteDice, double insideCorrelation )
{

	/**
	 * Line integral of density relative to water, in voxels, from which on a pixel is in the silhouette: 1 mm on the FULL
	 * grid, less than a ray through the outermost voxel of bone has, and more than the ramp of the interpolant.
	 */
	private static final double SEEN = 1.31;

	/**
	 * @param atlas
	 *            that was registered
	 * @param radiographs
	 *            to which
	 * @param drrs
	 *            the registered bone, one a radiograph
	 * @param views
	 *            on which the bone was projected
	 * @return one a radiograph
	 */
	static List< ViewAgreement > of( final Atlas atlas, final List< Radiograph > radiographs,
			final List< RandomAccessibleInterval< FloatType > > drrs, final List< View > views )
	{
		final Grid box = atlas.ct().grid(),
				around = ExtendedAtlas.grid( box, ExtendedAtlas.faces( atlas, List.of() ) );
		final Grid coarse = CoarseBone.grid( box, around, 1 );
		final double[] s = box.spacing();
		final double seen = SEEN * Math.cbrt( s[ 0 ] * s[ 1 ] * s[ 2 ] );
		final List< ViewAgreement > agreements = new ArrayList<>();
		for ( int v = 0; v < radiographs.size(); ++v )
			agreements.add( of( radiographs.get( v ), FloatArrays.of( drrs.get( v ) ),
					BoneProjections.counted( coarse, views.get( v ), box ), seen ) );
		return agreements;
	}

	private static ViewAgreement of( final Radiograph radiograph, final float[] drr, final double[] counted,
			final double seen )
	{
		final float[] image = FloatArrays.of( radiograph.image() ),
				mask = radiograph.mask() == null ? null : FloatArrays.of( radiograph.mask() );
		final double[] density = new double[ drr.length ], values = new double[ drr.length ], region = new double[ drr.length ];
		double both = 0, sum = 0;
		for ( int i = 0; i < drr.length; ++i )
		{
			final boolean bone = drr[ i ] > seen, masked = mask == null || mask[ i ] > 0.5;
			density[ i ] = drr[ i ];
			values[ i ] = image[ i ];
			region[ i ] = bone && masked ? counted[ i ] : 0;
			both += region[ i ];
			sum += counted[ i ] * ( ( bone ? 1 : 0 ) + ( masked ? 1 : 0 ) );
		}
		return new ViewAgreement( radiograph.view().name(), mask == null ? Double.NaN : sum > 0 ? 2 * both / sum : 0,
				new PartialCorrelation( values, region, ViewFit.background( radiograph.view(), ViewFit.ORDER ) ).of( density, null ) );
	}
}
