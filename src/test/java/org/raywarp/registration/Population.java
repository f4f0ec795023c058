/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.ScalingAndSquaring;
import org.raywarp.deformation.Similarity;
import org.raywarp.deformation.VelocityField;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.metrics.SurfaceDistance;
import org.raywarp.volume.Grid;
import org.raywarp.volume.LabelResampling;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Resampling;
import org.raywarp.xray.Drr;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;

/** Subjects drawn from the population of an atlas, and how well they are registered. */
final class Population
{
	private Population()
	{}

	static Atlas on( final Grid grid, final Atlas atlas )
	{
		return new Atlas( Resampling.resample( atlas.ct(), grid ), LabelResampling.byShare( atlas.labels(), grid ), atlas.population() );
	}

	/** A member, in a pose of up to 4 degrees and 4 mm. */
	static Atlas member( final Atlas atlas, final long seed )
	{
		final Random random = new Random( seed );
		final Grid full = atlas.ct().grid(), grid = full.resampled( 48, 32, 48 );
		final float[][] modes = atlas.population().orElseThrow().onto( grid, Affine3D.IDENTITY );
		final float[] velocity = new float[ 3 * grid.voxelCount() ];
		for ( final float[] mode : modes )
		{
			final float weight = ( float ) Math.max( -2, Math.min( 2, random.nextGaussian() ) );
			for ( int i = 0; i < velocity.length; ++i )
				velocity[ i ] += weight * mode[ i ];
		}
		final double[] p = random.doubles( 6, -4, 4 ).toArray();
		final DisplacementField total = Deformations.compose( ScalingAndSquaring.integrate( VelocityField.of( grid, velocity ) ),
				new Similarity( p[ 0 ], p[ 1 ], p[ 2 ], p[ 3 ], p[ 4 ], p[ 5 ], 1 ).about( full.center() ), full );
		ExtendedAtlas.within( atlas, ExtendedAtlas.faces( atlas, List.of() ), total );
		return new Atlas( BiplanarRegistration.warpCt( atlas.ct(), total ), Deformations.warpLabels( atlas.labels(), total ) );
	}

	/** Mean surface distance in mm after a registration from the atlas's own pose. */
	static double error( final Atlas atlas, final Atlas member, final View... views )
	{
		final List< Radiograph > radiographs = new ArrayList<>();
		for ( final Drr drr : DrrSimulator.simulate( member.ct(), member.labels(), Atlas.BONE, List.of( views ),
				DrrSettings.ofKilovoltage( 90 ).withNoise( 20000, 1 ) ) )
			radiographs.add( new Radiograph( drr.image(), drr.mask(), drr.view() ) );
		final RegistrationResult result = BiplanarRegistration.refine( atlas, radiographs, Similarity.IDENTITY,
				RefinementSettings.FROM_POSE.withSearch( false ), Progress.NONE );
		return SurfaceDistance.between( member.labels(), result.labels(), Atlas.BONE ).assd();
	}
}
