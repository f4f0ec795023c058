/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Interpolation;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Volume;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class DeformationsTest
{
	/** Float rounding of coordinates of tens of mm, times a gradient of about 1 a voxel. */
	private static final float ROUNDING = 2e-5f;

	private static final Grid SOURCE = Grid.centered( new int[] { 21, 19, 17 }, 1, 1.2, 1.4 );

	private static final Grid COARSE = Grid.centered( new int[] { 7, 6, 5 }, 3, 3.6, 4.2 );

	private static final Grid OBLIQUE = SampleFields.oblique( 0.9, 16, 15, 14 );

	private static final Affine3D AFFINE = new Similarity( 10, -5, 20, 2, -1, 3, 1.1 ).about( 1, 2, 3 );

	private static Volume< FloatType > image()
	{
		final Random random = new Random( 4 );
		final float[] values = new float[ SOURCE.voxelCount() ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = random.nextFloat();
		return Volume.floats( SOURCE, values );
	}

	private static Volume< UnsignedByteType > labels()
	{
		final byte[] values = new byte[ SOURCE.voxelCount() ];
		new Random( 5 ).nextBytes( values );
		return Volume.labels( SOURCE, values );
	}

	private static DisplacementField waves( final Grid grid )
	{
		return DisplacementField.of( grid, SampleFields.sample( grid, SampleFields::waves ) );
	}

	@Test
	void warpAgreesWithLazyViewOnItsOwnAndOtherGrids()
	{
		for ( final Grid fieldGrid : new Grid[] { SOURCE, COARSE, OBLIQUE } )
			for ( final Grid target : new Grid[] { fieldGrid, OBLIQUE, SOURCE } )
				assertArrayEquals( FloatArrays.of( DeformationViews.warped( image(), waves( fieldGrid ), target ).voxels() ),
						FloatArrays.of( Deformations.warp( image(), waves( fieldGrid ), target ).voxels() ), ROUNDING );
	}

	@Test
	void warpOfLabelsAgreesWithLazyView()
	{
		for ( final Grid target : new Grid[] { COARSE, OBLIQUE, SOURCE } )
		{
			final byte[] expected = LabelArrays.of( DeformationViews.warpedLabels( labels(), waves( COARSE ), target ).voxels() );
			assertArrayEquals( expected, LabelArrays.of( Deformations.warpLabels( labels(), waves( COARSE ), target ).voxels() ) );
			final float[] values = FloatArrays.of( labels().voxels() );
			final float[] floats = FloatArrays
					.of( Deformations.warp( Volume.floats( SOURCE, values ), waves( COARSE ), target, Interpolation.NEAREST, 0 ).voxels() );
			for ( int i = 0; i < expected.length; ++i )
				assertEquals( expected[ i ] & 0xff, floats[ i ] );
		}
	}

	@Test
	void warpWithAShiftOfWholeVoxelsMovesVoxels()
	{
		final DisplacementField shift = Deformations.ofAffine( Affine3D.translation( 2, -1.2, 1.4 ), SOURCE );
		final Volume< FloatType > image = image(), warped = Deformations.warp( image, shift );
		assertEquals( image.voxels().getAt( 7, 4, 6 ).get(), warped.voxels().getAt( 5, 5, 5 ).get(), ROUNDING );
		assertEquals( 0, warped.voxels().getAt( 20, 5, 5 ).get() );
		assertEquals( -1000, Deformations.warp( image, shift, SOURCE, Interpolation.LINEAR, -1000 ).voxels().getAt( 20, 5, 5 ).get() );
		assertEquals( labels().voxels().getAt( 7, 4, 6 ), Deformations.warpLabels( labels(), shift ).voxels().getAt( 5, 5, 5 ) );
	}

	@Test
	void channelsAreWarpedAlike()
	{
		final float[] values = FloatArrays.of( image().voxels() ), two = new float[ 2 * values.length ];
		System.arraycopy( values, 0, two, values.length, values.length );
		final Volume< FloatType > warped =
				Deformations.warp( new Volume<>( ArrayImgs.floats( two, 21, 19, 17, 2 ), SOURCE.worldFromVoxel() ),
						waves( COARSE ), OBLIQUE );
		assertArrayEquals( FloatArrays.of( Deformations.warp( image(), waves( COARSE ), OBLIQUE ).voxels() ),
				FloatArrays.of( Views.hyperSlice( warped.voxels(), 3, 1 ) ) );
	}

	@Test
	void compositionWithAnAffineAgreesWithLazyView()
	{
		for ( final Grid target : new Grid[] { COARSE, OBLIQUE, SOURCE } )
			assertArrayEquals( FloatArrays.of( DeformationViews.composed( waves( COARSE ), AFFINE, target ).vectors() ),
					FloatArrays.of( Deformations.compose( waves( COARSE ), AFFINE, target ).vectors() ), ROUNDING );
	}

	@Test
	void compositionMapsPointsOneAfterTheOther()
	{
		final double[] points = { 0, 0, 0, 4, -5, 6, -2, 3, -4 };
		final DisplacementField local = waves( SOURCE ), other = DisplacementField.of( COARSE, SampleFields.noise( COARSE, 0.3 ) );
		final double[] first = Deformations.sourcePoints( points, local );
		// The composition is trilinear between the voxels; at the voxels it is exact.
		final double[] expected = Deformations.sourcePoints( first, other );
		assertArrayEquals( expected, Deformations.sourcePoints( points, Deformations.compose( other, local ) ), 0.1 );
		final double[] voxel = SOURCE.worldFromVoxel().apply( 4, 5, 6 );
		assertArrayEquals( Deformations.sourcePoints( Deformations.sourcePoints( voxel, local ), other ),
				Deformations.sourcePoints( voxel, Deformations.compose( other, local ) ), ROUNDING );
		assertArrayEquals( AFFINE.apply( Deformations.sourcePoints( voxel, local ) ),
				Deformations.sourcePoints( voxel, Deformations.compose( local, AFFINE, SOURCE ) ), ROUNDING );
	}

	@Test
	void fieldOnACoarserGridContinuesWithItsBorder()
	{
		final DisplacementField one = DisplacementField.of( new Grid( new int[] { 1, 1, 1 }, Affine3D.IDENTITY ), new float[] { 1, 2, 3 } );
		final float[] u = FloatArrays.of( Deformations.resample( one, OBLIQUE ).vectors() );
		for ( int i = 0; i < u.length; ++i )
			assertEquals( 1 + i % 3, u[ i ], ROUNDING );
	}

	@Test
	void inverseOfAffineWithLargeRotationIsItsInverse()
	{
		final Affine3D affine = new Similarity( 40, 60, -110, 12, 5, -7, 0.8 ).about( 0, 0, 0 );
		final Grid wide = Grid.centered( new int[] { 31, 31, 31 }, 3, 3, 3 );
		final InverseField inverse = Deformations.invert( Deformations.ofAffine( affine, wide ), COARSE );
		assertTrue( inverse.maxError() < 1e-3, () -> "error " + inverse.maxError() );
		assertArrayEquals( FloatArrays.of( Deformations.ofAffine( affine.inverse(), COARSE ).vectors() ),
				FloatArrays.of( inverse.field().vectors() ), 1e-3f );
	}

	@Test
	void inverseUndoesTheFieldAndReportsItsError()
	{
		final DisplacementField u = Deformations.compose( waves( SOURCE ), AFFINE, SOURCE );
		final InverseField inverse = Deformations.invert( u, SOURCE );
		assertTrue( inverse.maxError() <= 1e-4 && inverse.meanError() <= inverse.maxError(), inverse::toString );
		for ( final int[] v : new int[][] { { 3, 4, 5 }, { 0, 0, 0 }, { 20, 18, 16 }, { 10, 2, 9 } } )
		{
			final double[] y = SOURCE.worldFromVoxel().apply( v[ 0 ], v[ 1 ], v[ 2 ] );
			final double[] x = Deformations.sourcePoints( y, inverse.field() );
			assertArrayEquals( y, Deformations.sourcePoints( x, u ), 2e-4 );
		}
	}

	@Test
	void foldedFieldHasAnInverseErrorAndFoldedVoxels()
	{
		final DisplacementField folded = DisplacementField.of( SOURCE,
				SampleFields.sample( SOURCE, ( x, y, z ) -> new double[] { Math.abs( x ) < 3 ? -3 * x : 0, 0, 0 } ) );
		assertTrue( Deformations.foldedVoxels( Deformations.jacobianDeterminant( folded ) ) > 0 );
		final DisplacementField constant =
				DisplacementField.of( SOURCE, SampleFields.sample( SOURCE, ( x, y, z ) -> new double[] { -x, -y, -z } ) );
		assertTrue( Deformations.invert( constant, SOURCE ).maxError() > 1 );
		assertThrows( IllegalArgumentException.class, () -> Deformations.warpPoints( new double[] { 1, 1, 1 }, constant ) );
	}

	@Test
	void jacobianDeterminantOfAnAffineIsItsDeterminant()
	{
		for ( final Grid grid : new Grid[] { SOURCE, OBLIQUE } )
			for ( final float det : FloatArrays.of( Deformations.jacobianDeterminant( Deformations.ofAffine( AFFINE, grid ) ).voxels() ) )
				assertEquals( 1.1 * 1.1 * 1.1, det, 1e-4 );
	}

	@Test
	void jacobianDeterminantOfAQuadraticStretchIsItsDerivative()
	{
		final DisplacementField u =
				DisplacementField.of( SOURCE, SampleFields.sample( SOURCE, ( x, y, z ) -> new double[] { 0.02 * x * x, 0, 0 } ) );
		// Central differences are exact for a parabola.
		final double x = SOURCE.worldFromVoxel().apply( 15, 3, 4 )[ 0 ];
		assertEquals( 1 + 0.04 * x, Deformations.jacobianDeterminant( u ).voxels().getAt( 15, 3, 4 ).get(), 1e-4 );
	}

	@Test
	void pointsMoveToWhereTheyAppearInTheWarpedImage()
	{
		final DisplacementField u = Deformations.compose( waves( SOURCE ), AFFINE, SOURCE );
		final float[] values = SampleFields.sample( SOURCE, ( x, y, z ) -> new double[] { x, y, z } );
		final double[] atlas = { 1, -2, 3 }, subject = Deformations.warpPoints( atlas, u );
		for ( int d = 0; d < 3; ++d )
		{
			// An atlas that holds its own coordinates: warped to the subject, it shows the atlas point at the subject point.
			final float[] coordinate = new float[ SOURCE.voxelCount() ];
			for ( int i = 0; i < coordinate.length; ++i )
				coordinate[ i ] = values[ 3 * i + d ];
			final Volume< FloatType > warped = Deformations.warp( Volume.floats( SOURCE, coordinate ), u );
			final double[] voxel = SOURCE.worldFromVoxel().inverse().apply( subject );
			assertEquals( atlas[ d ], warped.interpolant().getAt( voxel ).get(), 1e-3 );
		}
	}

	@Test
	void meshMovesWithItsVerticesAndKeepsItsTriangles()
	{
		final TriangleMesh mesh = new TriangleMesh( new double[] { 0, 0, 0, 5, 0, 0, 0, 5, 0 }, new int[] { 0, 1, 2 } );
		final TriangleMesh warped = Deformations.warpMesh( mesh, waves( SOURCE ) );
		assertSame( mesh.triangles(), warped.triangles() );
		assertArrayEquals( mesh.vertices(), Deformations.sourcePoints( warped.vertices(), waves( SOURCE ) ), 1e-4 );
	}

	@Test
	void pointsComeInThrees()
	{
		assertThrows( IllegalArgumentException.class, () -> Deformations.sourcePoints( new double[ 4 ], waves( SOURCE ) ) );
		assertThrows( IllegalArgumentException.class, () -> Deformations.warpPoints( new double[ 2 ], waves( SOURCE ) ) );
	}
}
