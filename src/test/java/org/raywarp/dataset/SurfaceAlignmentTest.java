/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;

class SurfaceAlignmentTest
{
	private static final Similarity MOTION = new Similarity( 5, -4, 6, 3, -2, 4, 1.06 );

	/** An egg with a bump: no rotation maps it to itself. */
	static TriangleMesh egg( final int meridians )
	{
		final int parallels = meridians / 2;
		final double[] vertices = new double[ 3 * meridians * ( parallels + 1 ) ];
		final int[] triangles = new int[ 6 * meridians * parallels ];
		int t = 0;
		for ( int p = 0; p <= parallels; ++p )
			for ( int m = 0; m < meridians; ++m )
			{
				final double theta = Math.PI * p / parallels, phi = 2 * Math.PI * m / meridians;
				final double bump = 1 + 0.4 * Math.exp( -4 * ( Math.pow( theta - 1.2, 2 ) + Math.pow( Math.sin( ( phi - 2 ) / 2 ), 2 ) ) );
				final int i = 3 * ( p * meridians + m );
				vertices[ i ] = 30 * bump * Math.sin( theta ) * Math.cos( phi );
				vertices[ i + 1 ] = 20 * bump * Math.sin( theta ) * Math.sin( phi );
				vertices[ i + 2 ] = 45 * bump * Math.cos( theta );
				if ( p < parallels )
				{
					final int a = p * meridians + m, b = p * meridians + ( m + 1 ) % meridians;
					for ( final int corner : new int[] { a, a + meridians, b, b, a + meridians, b + meridians } )
						triangles[ t++ ] = corner;
				}
			}
		return new TriangleMesh( vertices, triangles );
	}

	@Test
	void surfaceIsBroughtBackToWhereItCameFrom()
	{
		// Other triangles on the target: the points of the two surfaces are not the same.
		final TriangleMesh source = egg( 60 ), target = egg( 74 ).transformed( MOTION.about( 0, 0, 0 ) );
		// The triangles of the two surfaces leave up to 0.1 mm between them.
		assertSimilar( MOTION, SurfaceAlignment.align( source, target ), 0.1 );
	}

	@Test
	void surfaceFarFromTheFrameIsRefused()
	{
		final TriangleMesh egg = egg( 20 );
		assertThrows( IllegalArgumentException.class,
				() -> SurfaceAlignment.align( egg.transformed( Affine3D.translation( 300, 0, 0 ) ), egg ) );
	}

	private static void assertSimilar( final Similarity expected, final Similarity actual, final double tolerance )
	{
		assertEquals( expected.rotationX(), actual.rotationX(), tolerance );
		assertEquals( expected.rotationY(), actual.rotationY(), tolerance );
		assertEquals( expected.rotationZ(), actual.rotationZ(), tolerance );
		assertEquals( expected.translationX(), actual.translationX(), tolerance );
		assertEquals( expected.translationY(), actual.translationY(), tolerance );
		assertEquals( expected.translationZ(), actual.translationZ(), tolerance );
		assertEquals( expected.scale(), actual.scale(), tolerance / 50 );
	}
}
