/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.GradientCheck;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.metrics.LabelMetrics;
import org.raywarp.projection.JosephProjector;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/** A shaft with a head leaves the atlas's box; the subject's ends within it. */
class BoneEndsTest
{
	private static final Grid GRID = GridSize.QUARTER.grid();

	private static final Similarity POSE = new Similarity( 4, -5, 6, 3, -2, 4, 1.05 );

	/** Where the subject's shaft ends, z in mm, and how steeply along x. */
	private static final double END = -55, SLOPE = 0.1;

	private static Atlas atlas;

	private static Volume< UnsignedByteType > subject;

	private static List< Radiograph > radiographs;

	@BeforeAll
	static void make()
	{
		final int[] n = GRID.size();
		final float[] hu = new float[ GRID.voxelCount() ];
		final byte[] labels = new byte[ hu.length ];
		for ( int i = 0; i < hu.length; ++i )
		{
			final double[] x = GRID.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			final double shaft = Math.hypot( x[ 0 ] + 10, x[ 1 ] ) / 15,
					head = Math.hypot( Math.hypot( x[ 0 ] - 20, x[ 1 ] ), x[ 2 ] - 55 ) / 23;
			final double inside = Math.min( x[ 2 ] < 40 ? shaft : 9, head );
			labels[ i ] = ( byte ) ( inside < 1 ? 1 : 0 );
			hu[ i ] = inside < 0.5 ? 200 : inside < 1 ? 1100 : 40;
		}
		atlas = new Atlas( Volume.floats( GRID, hu ), Volume.labels( GRID, labels ) );
		final DisplacementField pose = Deformations.ofAffine( POSE.about( GRID.center() ), GRID );
		subject = ended( Deformations.warpLabels( atlas.labels(), pose ) );
		radiographs = radiographs( Deformations.warp( ModelInput.bone( atlas, GRID ), pose ) );
	}

	private static double above( final double[] x )
	{
		return x[ 2 ] - END - SLOPE * x[ 0 ];
	}

	private static Volume< UnsignedByteType > ended( final Volume< UnsignedByteType > labels )
	{
		final byte[] values = LabelArrays.of( labels.voxels() ).clone();
		final int[] n = GRID.size();
		for ( int i = 0; i < values.length; ++i )
			if ( above( GRID.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] ) ) < 0 )
				values[ i ] = 0;
		return Volume.labels( GRID, values );
	}

	/** The true end. */
	private static BoneEnd end()
	{
		return new BoneEnd( 4, new double[] { 0, 0, END }, new double[] { 0, 0, 1 }, new double[][] { { 1, 0, 0 }, { 0, 1, 0 } }, 0,
				new double[] { SLOPE, 0 } );
	}

	private static List< Radiograph > radiographs( final Volume< FloatType > bone )
	{
		final Volume< FloatType > cut = BoneEnds.cut( bone, List.of( end() ), Affine3D.IDENTITY );
		final List< Radiograph > made = new ArrayList<>();
		for ( final double angle : new double[] { 0, 80 } )
		{
			final View view = ConeBeamGeometry.standard( new CArmAngulation( angle, 0 ), 80, 112 ).view( "at " + angle );
			final float[] image = new float[ 80 * 112 ], whole = new float[ image.length ], mask = new float[ image.length ];
			new JosephProjector().project( cut, view, ArrayImgs.floats( image, 80, 112 ) );
			new JosephProjector().project( bone, view, ArrayImgs.floats( whole, 80, 112 ) );
			// The end is where half of a ray's bone is left: the coarse voxels smear it.
			for ( int i = 0; i < image.length; ++i )
				mask[ i ] = whole[ i ] > 5 && image[ i ] > 0.5 * whole[ i ] ? 1 : 0;
			made.add( new Radiograph( ArrayImgs.floats( image, 80, 112 ), ArrayImgs.floats( mask, 80, 112 ), view ) );
		}
		return made;
	}

	@Test
	void endIsFoundWhereTheMasksEnd()
	{
		final List< BoneEnd > ends = BoneEnds.find( atlas, radiographs, POSE.about( GRID.center() ) );
		assertEquals( 1, ends.size() );
		assertEquals( 4, ends.get( 0 ).face() );
		assertEquals( 0, ends.get( 0 ).above( -10, 0, END - 10 * SLOPE ), 2 );
	}

	@Test
	void boneThatGoesOnHasNoEnd()
	{
		final List< Radiograph > whole = Phantom.radiographs( Similarity.IDENTITY, 0, 90 );
		assertEquals( List.of(), BoneEnds.find( Phantom.atlas(), whole, Affine3D.IDENTITY ) );
		final List< Radiograph > unmasked = radiographs.stream().map( r -> new Radiograph( r.image(), null, r.view() ) ).toList();
		assertEquals( List.of(), BoneEnds.find( atlas, unmasked, POSE.about( GRID.center() ) ) );
	}

	/** The field that ends the atlas where the subject ends gives the subject's labels. */
	@Test
	void stretchedFieldEndsTheBone()
	{
		final List< BoneEnd > ends = List.of( end() );
		final DisplacementField field = EndStretch.apply( atlas, ends, Deformations.ofAffine( POSE.about( GRID.center() ), GRID ) );
		final LabelMetrics metrics =
				LabelMetrics.evaluate( subject, Deformations.warpLabels( atlas.labels(), field ), null, null ).get( 0 );
		assertTrue( metrics.dice() > 0.99, "Dice " + metrics.dice() );
		assertEquals( 0, Deformations.foldedVoxels( Deformations.jacobianDeterminant( field ) ) );
	}

	@Test
	void refinementFindsPoseAndEndTogether()
	{
		final RegistrationResult result = BiplanarRegistration.refine( atlas, radiographs, Similarity.IDENTITY,
				RefinementSettings.FROM_POSE.withFreedom( RefinementSettings.Freedom.SIMILARITY ), Progress.NONE );
		final double dice = LabelMetrics.evaluate( subject, result.labels(), null, null ).get( 0 ).dice();
		assertTrue( dice > 0.93, "Dice " + dice );
		assertEquals( 0, result.quality().foldedVoxels() );
		// Warping with the field alone gives the same.
		final LabelMetrics again = LabelMetrics
				.evaluate( result.labels(), Deformations.warpLabels( atlas.labels(), result.displacement() ), null, null ).get( 0 );
		assertEquals( 1, again.dice() );
	}

	@Test
	void gradientOfTheEndAgreesWithDifferences()
	{
		final BoneEnd end = BoneEnds.find( atlas, radiographs, POSE.about( GRID.center() ) ).get( 0 );
		final EndGate gate = new EndGate( GRID, List.of( end ) );
		final float[] bone = new float[ 2 * GRID.voxelCount() ],
				weights = GradientCheck.floats( GradientCheck.random( bone.length, 1, 5 ) );
		final float[] whole = GradientCheck.floats( GradientCheck.random( bone.length, 1, 6 ) );
		final double[] p = { 0.4, -0.6, 0.8 }, gradient = new double[ 3 ];
		System.arraycopy( whole, 0, bone, 0, bone.length );
		gate.apply( p, bone );
		gate.backpropagate( p, bone, weights.clone(), gradient );
		GradientCheck.agree( q -> {
			System.arraycopy( whole, 0, bone, 0, bone.length );
			gate.apply( q, bone );
			return GradientCheck.product( bone, GradientCheck.doubles( weights ) )
					+ gate.backpropagate( q, bone, weights.clone(), new double[ 3 ] );
		}, p, gradient, 1e-2, 2e-3 );
	}
}
