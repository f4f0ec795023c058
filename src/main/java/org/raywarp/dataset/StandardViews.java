/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.List;
import java.util.Random;

import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.volume.GridSize;
import org.raywarp.xray.RandomSeeds;

/**
 * The biplanar views of the paper on the {@linkplain ConeBeamGeometry#standard standard C-arm}. FULL radiographs have 160
 * x 224 pixels of 0.91 x 0.986 mm; HALF and QUARTER have half and a quarter of them on the same plate.
 */
public final class StandardViews
{
	/** Number of pixel columns at FULL size. */
	public static final int COLUMNS = 160;

	/** Number of pixel rows at FULL size. */
	public static final int ROWS = 224;

	/** Primary angle of the frontal view, in degrees: the detector is anterior. */
	public static final double FRONTAL_ANGLE = 0;

	/** Primary angle of the lateral view, in degrees: LAO 90, the beam runs to the patient's left. */
	public static final double LATERAL_ANGLE = 90;

	/** Greatest deviation of a generalized view's primary angle, in degrees. */
	public static final double DEVIATION = 30;

	private StandardViews()
	{}

	/**
	 * @param size
	 *            how many pixels
	 * @return the frontal and the lateral view
	 */
	public static List< View > orthogonal( final GridSize size )
	{
		return at( size, FRONTAL_ANGLE, LATERAL_ANGLE );
	}

	/**
	 * @param mode
	 *            orthogonal, or drawn at random
	 * @param size
	 *            how many pixels
	 * @param seed
	 *            of the random angles
	 * @return a frontal and a lateral view
	 */
	public static List< View > draw( final GeometryMode mode, final GridSize size, final long seed )
	{
		if ( mode == GeometryMode.ORTHOGONAL )
			return orthogonal( size );
		final Random random = new Random( RandomSeeds.derive( seed ) );
		final double frontal = FRONTAL_ANGLE + DEVIATION * ( 2 * random.nextDouble() - 1 );
		return at( size, frontal, LATERAL_ANGLE + DEVIATION * ( 2 * random.nextDouble() - 1 ) );
	}

	/**
	 * @param size
	 *            how many pixels
	 * @param frontal
	 *            primary angle of the frontal view, in degrees
	 * @param lateral
	 *            primary angle of the lateral view, in degrees
	 * @return both views
	 */
	public static List< View > at( final GridSize size, final double frontal, final double lateral )
	{
		return List.of( view( "frontal", frontal, size ), view( "lateral", lateral, size ) );
	}

	private static View view( final String name, final double primaryAngle, final GridSize size )
	{
		return ConeBeamGeometry.standard( new CArmAngulation( primaryAngle, 0 ), COLUMNS / size.factor(), ROWS / size.factor() )
				.view( name );
	}
}
