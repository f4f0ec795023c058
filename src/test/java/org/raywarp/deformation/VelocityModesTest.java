/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;

public class VelocityModesTest
{
	private static final int[] CONTROLS = { 6, 5, 7 };

	private static final Grid BOX = Grid.centered( new int[] { 24, 16, 30 }, 3, 4, 2.5 );

	private static VelocityModes modes()
	{
		final int count = 3 * 6 * 5 * 7;
		return new VelocityModes( BOX, List.of( 6, 5, 7 ),
				List.of( GradientCheck.floats( GradientCheck.random( count, 2, 1 ) ),
						GradientCheck.floats( GradientCheck.random( count, 2, 2 ) ) ) );
	}

	@Test
	public void ownGridSeesTheSplines()
	{
		final VelocityModes modes = modes();
		final float[][] fields = modes.onto( BOX, Affine3D.IDENTITY );
		final SplineLattice lattice = new SplineLattice( CONTROLS, BOX.size() );
		for ( int m = 0; m < modes.count(); ++m )
		{
			final float[] expected = new float[ 3 * BOX.voxelCount() ];
			lattice.evaluate( GradientCheck.doubles( modes.modes().get( m ) ), expected );
			for ( int i = 0; i < expected.length; ++i )
				assertEquals( expected[ i ], fields[ m ][ i ], 2e-5 );
		}
	}

	/** {@code S exp( v ) S^-1 = exp( S v S^-1 )}: carried to the subject and applied there, a field does what it does in the atlas. */
	@Test
	public void subjectMovesAsTheAtlasDoes()
	{
		final VelocityModes modes = modes();
		final Affine3D atlasFromSubject = new Similarity( 12, -20, 30, 3, -4, 2, 1.2 ).about( 0, 0, 0 );
		final Grid subject = Grid.centered( new int[] { 9, 8, 7 }, 4, 4, 5 );
		final float[] field = modes.onto( subject, atlasFromSubject )[ 1 ];
		final SplineLattice.Support support = new SplineLattice( CONTROLS, BOX.size() ).support();
		final double[] v = new double[ 3 ];
		for ( int i = 0; i < subject.voxelCount(); ++i )
		{
			final double[] x = subject.worldFromVoxel().apply( i % 9, i / 9 % 8, i / 72 );
			support.moveTo( BOX.worldFromVoxel().inverse().apply( atlasFromSubject.apply( x ) ) );
			support.evaluate( modes.modes().get( 1 ), v );
			final double[] moved = atlasFromSubject.applyToVector( field[ 3 * i ], field[ 3 * i + 1 ], field[ 3 * i + 2 ] );
			for ( int d = 0; d < 3; ++d )
				assertEquals( v[ d ], moved[ d ], 1e-5 );
		}
	}

	@Test
	public void otherNumbersOfCoefficientsAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> new VelocityModes( BOX, List.of( 6, 5, 7 ), List.of( new float[ 629 ] ) ) );
		assertThrows( IllegalArgumentException.class, () -> new VelocityModes( BOX, List.of( 3, 5, 7 ), List.of( new float[ 315 ] ) ) );
		assertThrows( IllegalArgumentException.class, () -> new VelocityModes( BOX, List.of( 6, 5, 7 ), List.of() ) );
		final float[] bad = new float[ 630 ];
		bad[ 7 ] = Float.NaN;
		assertThrows( IllegalArgumentException.class, () -> new VelocityModes( BOX, List.of( 6, 5, 7 ), List.of( bad ) ) );
	}
}
