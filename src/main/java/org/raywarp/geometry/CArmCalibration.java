/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import java.util.Locale;

/**
 * Finds the position of a C-arm that a calibrated view is: the inverse of {@link ConeBeamGeometry#view}. A projection matrix
 * does not say where on the central ray the C-arm turns; the isocenter becomes the point there that is nearest to a given one.
 */
public final class CArmCalibration
{
	/** Greatest deviation of the detector's axes from those of a C-arm, in radians, and of its two distances, relatively. */
	private static final double TOLERANCE = 1e-4;

	private CArmCalibration()
	{}

	/**
	 * @param view
	 *            a view with the true pixel spacing
	 * @param near
	 *            a point near which the C-arm turns, in mm
	 * @return the position; its projection matrix is the view's up to the tolerance of 1e-4
	 * @throws IllegalArgumentException
	 *             if no position of a C-arm has this view: it is mirrored, the detector is turned about the beam, its columns are not
	 *             perpendicular to its rows, the pixel spacing does not fit, or {@code near} is not between source and detector
	 */
	public static ConeBeamGeometry of( final View view, final double[] near )
	{
		final Affine3D p = view.projection().homogeneousFromWorld();
		final double[] beam = { p.get( 2, 0 ), p.get( 2, 1 ), p.get( 2, 2 ) };
		final double[] column = across( p, 0, beam ), row = across( p, 1, beam );
		if ( Vectors.dot( Vectors.cross( column, row ), beam ) > 0 )
			throw new IllegalArgumentException( "The view \"" + view.name()
					+ "\" is no position of a C-arm: it is mirrored, showing the patient as seen from the source; flip its columns or its rows." );
		// Along z, the beam alone does not tell the primary angle; the columns always do.
		final double a = Math.atan2( column[ 1 ], column[ 0 ] );
		final double b = Math.atan2( beam[ 2 ], Math.sin( a ) * beam[ 0 ] - Math.cos( a ) * beam[ 1 ] );
		final CArmAngulation angulation = new CArmAngulation( Math.toDegrees( a ), Math.toDegrees( b ) );
		final double off = Math.max( deviation( column, angulation.columnDirection() ), deviation( row, angulation.rowDirection() ) );
		if ( off > TOLERANCE )
			throw new IllegalArgumentException( String.format( Locale.ROOT,
					"The view \"%s\" is no position of a C-arm: its detector is turned or sheared by %.3g degrees against that of a C-arm.",
					view.name(), Math.toDegrees( off ) ) );
		final double distance = Vectors.length( column ) * view.pixelSpacingX(), other = Vectors.length( row ) * view.pixelSpacingY();
		if ( !( Math.abs( distance - other ) <= TOLERANCE * distance ) )
			throw new IllegalArgumentException( String.format( Locale.ROOT,
					"The pixel spacing of the view \"%s\", %.5g x %.5g mm, does not fit its projection matrix: the detector would be %.5g mm"
							+ " and %.5g mm away from the source.",
					view.name(), view.pixelSpacingX(), view.pixelSpacingY(), distance, other ) );
		final double[] source = view.projection().source(), isocenter = near.clone();
		for ( int d = 0; d < 3; ++d )
			isocenter[ d ] -= source[ d ];
		final double along = Vectors.dot( isocenter, beam );
		for ( int d = 0; d < 3; ++d )
			isocenter[ d ] = source[ d ] + along * beam[ d ];
		if ( !( along > 0 && along < distance ) )
			throw new IllegalArgumentException( String.format( Locale.ROOT,
					"The volume does not lie between source and detector of the view \"%s\": it is %.5g mm from the source, the detector %.5g mm.",
					view.name(), along, distance ) );
		return ConeBeamGeometry.of( distance, along, isocenter, angulation,
				new Detector( view.columns(), view.rows(), view.pixelSpacingX(), view.pixelSpacingY(), dot( p, 0, beam ),
						dot( p, 1, beam ) ) );
	}

	/** The part of a row of the matrix that is perpendicular to the beam: an axis of the detector times the focal length. */
	private static double[] across( final Affine3D p, final int row, final double[] beam )
	{
		final double along = dot( p, row, beam );
		return new double[] { p.get( row, 0 ) - along * beam[ 0 ], p.get( row, 1 ) - along * beam[ 1 ],
				p.get( row, 2 ) - along * beam[ 2 ] };
	}

	private static double dot( final Affine3D p, final int row, final double[] beam )
	{
		return p.get( row, 0 ) * beam[ 0 ] + p.get( row, 1 ) * beam[ 1 ] + p.get( row, 2 ) * beam[ 2 ];
	}

	/** The angle between two directions. */
	private static double deviation( final double[] direction, final double[] expected )
	{
		return Math.atan2( Vectors.length( Vectors.cross( direction, expected ) ), Vectors.dot( direction, expected ) );
	}
}
