/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.deformation.ScalingAndSquaring;
import org.raywarp.deformation.Similarity;
import org.raywarp.deformation.VelocityField;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.network.Graphs.Input;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import net.imglib2.RealRandomAccess;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The layers of the graph against the CPU code of the other packages on random inputs. Single precision at a source 925 mm
 * away leaves about 1e-4 voxel, hence the tolerances.
 */
class LayerAgreementTest
{
	private static final Grid GRID = Grid.centered( new int[] { 11, 9, 13 }, 7, 8, 9 );

	private static final View VIEW = ConeBeamGeometry.standard( new CArmAngulation( 25, -10 ), 12, 16 ).view( "oblique" );

	private final Random random = new Random( 1 );

	private final Input volume = Graphs.random( random, 1, 1, 13, 9, 11, 1 );

	@Test
	void similarityMovesPointsAsTheRecordDoes()
	{
		final Similarity s = new Similarity( 7, -12, 21, 3, -4, 5, 1.1 );
		final Affine3D expected = s.about( 0, 0, 0 );
		final float[] parameters = SimilarityLayer.parameters( s );
		final double[] point = { 20, -30, 40 };
		final float[] moved = Graphs.run( ( tf, in ) -> {
			final Points p = SimilarityLayer.map( tf, in.get( 0 ) )
					.apply( new Points( tf.constant( 20f ), tf.constant( -30f ), tf.constant( 40f ) ) );
			return tf.concat( List.of( p.x(), p.y(), p.z() ), tf.constant( 0 ) );
		}, new Input( parameters, 1, 7 ) );
		for ( int d = 0; d < 3; ++d )
			assertEquals( expected.apply( point )[ d ], moved[ d ], 2e-5 );
		assertEquals( s.scale(), SimilarityLayer.similarity( parameters ).scale(), 1e-7 );
	}

	@Test
	void prostReadsTheVolumeAtTheBeamCoordinates()
	{
		final BeamCoordinates beam = BeamCoordinates.covering( VIEW, GRID.size(), GRID.worldFromVoxel(), 20 );
		final float[] sampled = Graphs.run(
				( tf, in ) -> ProstLayer.beam( tf, in.get( 0 ), prostCoordinates( tf, view( tf, in.get( 1 ), in.get( 2 ), in.get( 3 ) ) ) ),
				inputs( volume, beam ) );
		final RealRandomAccess< FloatType > interpolant = Volume.floats( GRID, volume.values() ).interpolant().realRandomAccess();
		final Affine3D voxelFromWorld = GRID.worldFromVoxel().inverse();
		int i = 0;
		for ( int k = 0; k < 20; ++k )
			for ( int r = 0; r < VIEW.rows(); ++r )
				for ( int c = 0; c < VIEW.columns(); ++c )
				{
					interpolant.setPosition( voxelFromWorld.apply( beam.worldFromBeam( c, r, k ) ) );
					assertEquals( interpolant.get().get(), sampled[ i++ ], 2e-4 );
				}
	}

	@Test
	void inverseProstReadsTheBeamAtTheWorldPoints()
	{
		final BeamCoordinates beam = BeamCoordinates.covering( VIEW, GRID.size(), GRID.worldFromVoxel(), 20 );
		final Input beamVolume = Graphs.random( random, 1, 1, 20, VIEW.rows(), VIEW.columns(), 1 );
		final float[] world = Graphs.run( ( tf, in ) -> {
			final ViewTensors view = view( tf, in.get( 1 ), in.get( 2 ), in.get( 3 ) );
			final Points at =
					InverseProstLayer.coordinates( tf, view.projection(), view.rays().translation(), new GridTensors( tf, GRID ).world(),
							view.near( tf ), view.spacing( tf, 20 ) );
			return InverseProstLayer.volume( tf, in.get( 0 ), at );
		}, inputs( beamVolume, beam ) );
		final Grid raster = new Grid( new int[] { VIEW.columns(), VIEW.rows(), 20 }, Affine3D.IDENTITY );
		final RealRandomAccess< FloatType > interpolant = Volume.floats( raster, beamVolume.values() ).interpolant().realRandomAccess();
		int i = 0;
		for ( int z = 0; z < 13; ++z )
			for ( int y = 0; y < 9; ++y )
				for ( int x = 0; x < 11; ++x )
				{
					interpolant.setPosition( beam.beamFromWorld( GRID.worldFromVoxel().apply( x, y, z ) ) );
					assertEquals( interpolant.get().get(), world[ i++ ], 5e-4 );
				}
	}

	@Test
	void velocityIsIntegratedAsOnTheCpu()
	{
		final Input velocity = Graphs.random( random, 6, 1, 13, 9, 11, 3 );
		final float[] displacement = Graphs.run( ( tf, in ) -> VelocityIntegrationLayer.integrate( tf, in.get( 0 ), GRID, 6 ), velocity );
		final float[] expected = FloatArrays.of( ScalingAndSquaring.integrate( VelocityField.of( GRID, velocity.values() ), 6 ).vectors() );
		assertArrayEquals( expected, displacement, 2e-4f );
	}

	@Test
	void registrationReadsTheAtlasAtTheSimilarityOfTheDisplacedPoint()
	{
		final Similarity s = new Similarity( 5, 3, -8, 2, 1, -3, 0.95 );
		final Input displacement = Graphs.random( random, 5, 1, 13, 9, 11, 3 );
		final float[] warped = Graphs.run( ( tf, in ) -> {
			final WarpLayer layer = new WarpLayer( tf, GRID );
			return layer.read( in.get( 0 ), layer.compose( SimilarityLayer.map( tf, in.get( 1 ) ), in.get( 2 ), GRID ) );
		}, volume, new Input( SimilarityLayer.parameters( s ), 1, 7 ), displacement );
		final RealRandomAccess< FloatType > interpolant = Volume.floats( GRID, volume.values() ).interpolant().realRandomAccess();
		final Affine3D voxelFromWorld = GRID.worldFromVoxel().inverse(), similarity = s.about( 0, 0, 0 );
		for ( int i = 0; i < GRID.voxelCount(); ++i )
		{
			final double[] x = GRID.worldFromVoxel().apply( i % 11, i / 11 % 9, i / 99 );
			for ( int d = 0; d < 3; ++d )
				x[ d ] += displacement.values()[ 3 * i + d ];
			interpolant.setPosition( voxelFromWorld.apply( similarity.apply( x ) ) );
			assertEquals( interpolant.get().get(), warped[ i ], 1e-4 );
		}
	}

	@Test
	void coarseDisplacementIsReadBetweenItsVoxels()
	{
		final Grid coarse = GRID.resampled( 5, 4, 6 );
		final double[] slope = { 0.1, -0.2, 0.05 };
		final float[] linear = new float[ 3 * coarse.voxelCount() ];
		for ( int i = 0; i < coarse.voxelCount(); ++i )
		{
			final double[] x = coarse.worldFromVoxel().apply( i % 5, i / 5 % 4, i / 20 );
			for ( int d = 0; d < 3; ++d )
				linear[ 3 * i + d ] = ( float ) ( slope[ d ] * x[ d ] );
		}
		final float[] x = Graphs.run(
				( tf, in ) -> new WarpLayer( tf, GRID ).compose( SimilarityLayer.map( tf, in.get( 1 ) ), in.get( 0 ), coarse ).x(),
				new Input( linear, 1, 6, 4, 5, 3 ), new Input( new float[ 7 ], 1, 7 ) );
		final double[] inner = GRID.worldFromVoxel().apply( 4, 4, 6 );
		assertEquals( 1.1 * inner[ 0 ], x[ ( 6 * 9 + 4 ) * 11 + 4 ], 1e-4 );
	}

	private static Input[] inputs( final Input image, final BeamCoordinates beam )
	{
		return new Input[] { image, new Input( AffineMap.entries( VIEW.projection().homogeneousFromWorld() ), 3, 4 ),
				new Input( AffineMap.entries( VIEW.projection().worldFromHomogeneous() ), 3, 4 ),
				new Input( new float[] { ( float ) beam.near(), ( float ) beam.far() }, 2 ) };
	}

	private static ViewTensors view( final Ops tf, final Operand< TFloat32 > projection, final Operand< TFloat32 > rays,
			final Operand< TFloat32 > range )
	{
		return ViewTensors.of( tf, projection, rays, range );
	}

	private static Points prostCoordinates( final Ops tf, final ViewTensors view )
	{
		final Operand< TFloat32 > distances = tf.math.add( view.near( tf ), tf.math.mul( axis( tf, 0, 20 ), view.spacing( tf, 20 ) ) );
		return ProstLayer.coordinates( tf, view.rays(), new GridTensors( tf, GRID ), axis( tf, 2, VIEW.columns() ),
				axis( tf, 1, VIEW.rows() ), distances );
	}

	private static Operand< TFloat32 > axis( final Ops tf, final int dimension, final int length )
	{
		final float[] indices = new float[ length ];
		for ( int i = 0; i < length; ++i )
			indices[ i ] = i;
		final int[] shape = { 1, 1, 1 };
		shape[ dimension ] = length;
		return tf.reshape( tf.constant( indices ), tf.constant( shape ) );
	}
}
