/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * An isocentric C-arm: a point source and a detector that turn about an isocenter, the detector perpendicular to the
 * central ray.
 *
 * @param sourceToDetector
 *            in mm; DICOM (0018,1110) Distance Source to Detector
 * @param sourceToIsocenter
 *            in mm, less than {@code sourceToDetector}; DICOM (0018,1111) Distance Source to Patient
 * @param isocenter
 *            in the world, in mm, as an {@link Affine3D} translation
 * @param angulation
 *            where the C-arm is turned to
 * @param detector
 *            the detector
 */
public record ConeBeamGeometry( double sourceToDetector, double sourceToIsocenter, Affine3D isocenter, CArmAngulation angulation,
		Detector detector )
{
	/**
	 * @throws IllegalArgumentException
	 *             unless {@code 0 < sourceToIsocenter < sourceToDetector}
	 */
	public ConeBeamGeometry
	{
		if ( !( sourceToIsocenter > 0 && sourceToIsocenter < sourceToDetector && Double.isFinite( sourceToDetector ) ) )
			throw new IllegalArgumentException(
					"The isocenter lies between source and detector: 0 < sourceToIsocenter (" + sourceToIsocenter
							+ ") < sourceToDetector (" + sourceToDetector + ")." );
	}

	/** Distance from source to detector of the standard C-arm, in mm (Van Houtte et al. 2022, "Generating DRR"). */
	public static final double STANDARD_SOURCE_TO_DETECTOR = 1000;

	/** Distance from source to isocenter of the standard C-arm, in mm (ibid.). */
	public static final double STANDARD_SOURCE_TO_ISOCENTER = 925;

	/** Width of the standard detector along its columns, in mm: it covers the FULL grid's box at the isocenter. */
	public static final double STANDARD_PLATE_WIDTH = 145.6;

	/** Height of the standard detector along its rows, in mm. */
	public static final double STANDARD_PLATE_HEIGHT = 220.8;

	/**
	 * The standard C-arm about the world's origin: the paper's distances, and a plate as large as the paper's grid asks
	 * for; the paper gives its pixels (160 x 224) but not their size.
	 *
	 * @param angulation
	 *            where the C-arm is turned to
	 * @param columns
	 *            number of pixel columns on the plate
	 * @param rows
	 *            number of pixel rows on the plate
	 * @return the geometry
	 */
	public static ConeBeamGeometry standard( final CArmAngulation angulation, final int columns, final int rows )
	{
		return new ConeBeamGeometry( STANDARD_SOURCE_TO_DETECTOR, STANDARD_SOURCE_TO_ISOCENTER, Affine3D.IDENTITY, angulation,
				Detector.centered( columns, rows, STANDARD_PLATE_WIDTH / columns, STANDARD_PLATE_HEIGHT / rows ) );
	}

	/**
	 * @param sourceToDetector
	 *            in mm
	 * @param sourceToIsocenter
	 *            in mm
	 * @param isocenter
	 *            three coordinates in mm
	 * @param angulation
	 *            where the C-arm is turned to
	 * @param detector
	 *            the detector
	 * @return the geometry
	 */
	public static ConeBeamGeometry of( final double sourceToDetector, final double sourceToIsocenter, final double[] isocenter,
			final CArmAngulation angulation, final Detector detector )
	{
		return new ConeBeamGeometry( sourceToDetector, sourceToIsocenter,
				Affine3D.translation( isocenter[ 0 ], isocenter[ 1 ], isocenter[ 2 ] ), angulation, detector );
	}

	/**
	 * @return P with {@code u = principalColumn * w + sourceToDetector / pixelSpacingX * (columns . (x - source))} and
	 *         likewise v, where {@code w = beam . (x - source)}
	 */
	public ProjectionMatrix projectionMatrix()
	{
		final double[] beam = angulation.beamDirection(), column = angulation.columnDirection(), row = angulation.rowDirection();
		final double fx = sourceToDetector / detector.pixelSpacingX(), fy = sourceToDetector / detector.pixelSpacingY();
		final double[] p = new double[ 12 ];
		for ( int i = 0; i < 3; ++i )
		{
			final double source = isocenter.get( i, 3 ) - sourceToIsocenter * beam[ i ];
			p[ i ] = fx * column[ i ] + detector.principalColumn() * beam[ i ];
			p[ 4 + i ] = fy * row[ i ] + detector.principalRow() * beam[ i ];
			p[ 8 + i ] = beam[ i ];
			for ( int r = 0; r < 3; ++r )
				p[ 4 * r + 3 ] -= p[ 4 * r + i ] * source;
		}
		return ProjectionMatrix.of( p );
	}

	/**
	 * @param name
	 *            what the view is called
	 * @return this geometry as a view for the projectors
	 */
	public View view( final String name )
	{
		return new View( name, projectionMatrix(), detector.columns(), detector.rows(), detector.pixelSpacingX(),
				detector.pixelSpacingY() );
	}
}
