/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * A projection matrix taken apart into a camera: {@code P = K [ R | t ]} with the upper triangular
 * {@code K = ( fx skew cx; 0 fy cy; 0 0 1 )} and a rotation R. The camera frame has its origin in the source, y along the
 * rows' direction and z to the detector. Hartley and Zisserman, Multiple View Geometry, 2nd edition, section 6.2.4.
 *
 * @param fx
 *            distance from source to detector in columns; negative where the image is mirrored, that is, shows the scene
 *            as seen from the detector as radiographs do, not as seen from the source as photographs do
 * @param skew
 *            0 where columns and rows are perpendicular
 * @param cx
 *            the column in which the detector's normal through the source meets it
 * @param fy
 *            distance from source to detector in rows, positive
 * @param cy
 *            the row of that point
 * @param cameraFromWorld
 *            the rotation R and translation t, in mm
 */
public record PinholeCamera( double fx, double skew, double cx, double fy, double cy, Affine3D cameraFromWorld )
{
	/**
	 * @param projection
	 *            any projection: every one has exactly one such camera
	 * @return the camera
	 */
	public static PinholeCamera of( final ProjectionMatrix projection )
	{
		final Affine3D p = projection.homogeneousFromWorld();
		final double[] r1 = row( p, 0 ), r2 = row( p, 1 ), r3 = row( p, 2 );
		final double cx = Vectors.dot( r1, r3 ), cy = Vectors.dot( r2, r3 );
		subtract( r1, cx, r3 );
		subtract( r2, cy, r3 );
		final double fy = Vectors.length( r2 );
		scale( r2, 1 / fy );
		final double skew = Vectors.dot( r1, r2 );
		subtract( r1, skew, r2 );
		final double length = Vectors.length( r1 ), fx = Vectors.dot( Vectors.cross( r1, r2 ), r3 ) < 0 ? -length : length;
		scale( r1, 1 / fx );
		final double t3 = p.get( 2, 3 ), t2 = ( p.get( 1, 3 ) - cy * t3 ) / fy,
				t1 = ( p.get( 0, 3 ) - cx * t3 - skew * t2 ) / fx;
		return new PinholeCamera( fx, skew, cx, fy, cy, Affine3D.of( r1[ 0 ], r1[ 1 ], r1[ 2 ], t1, r2[ 0 ], r2[ 1 ], r2[ 2 ], t2, r3[ 0 ],
				r3[ 1 ], r3[ 2 ], t3 ) );
	}

	/**
	 * @return the projection of this camera
	 * @throws IllegalArgumentException
	 *             if it is singular
	 */
	public ProjectionMatrix projection()
	{
		return ProjectionMatrix.of( Affine3D.of( fx, skew, cx, 0, 0, fy, cy, 0, 0, 0, 1, 0 ).after( cameraFromWorld ).toArray() );
	}

	/**
	 * @return whether the image shows the scene as seen from the detector
	 */
	public boolean mirrored()
	{
		return fx < 0;
	}

	/**
	 * @return where the source lies in the world, in mm
	 */
	public double[] source()
	{
		return cameraFromWorld.inverse().apply( 0, 0, 0 );
	}

	/**
	 * @param axis
	 *            0, 1 or 2
	 * @return that axis of the camera frame as a unit vector of the world
	 */
	public double[] axis( final int axis )
	{
		return row( cameraFromWorld, axis );
	}

	private static double[] row( final Affine3D a, final int r )
	{
		return new double[] { a.get( r, 0 ), a.get( r, 1 ), a.get( r, 2 ) };
	}

	private static void subtract( final double[] a, final double factor, final double[] b )
	{
		for ( int d = 0; d < 3; ++d )
			a[ d ] -= factor * b[ d ];
	}

	private static void scale( final double[] a, final double factor )
	{
		for ( int d = 0; d < 3; ++d )
			a[ d ] *= factor;
	}
}
