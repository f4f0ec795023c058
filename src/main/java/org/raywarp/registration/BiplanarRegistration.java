/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.ScalingAndSquaring;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.SourceDistance;
import org.raywarp.projection.JosephProjector;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Interpolation;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Registers an atlas to two radiographs (Van Houtte et al. 2022, Fig. 1), in these steps:
 * <ol>
 * <li>mask and resample atlas and radiographs to what the model takes ({@link ModelInput});</li>
 * <li>let the model regress similarity and velocity;</li>
 * <li>integrate the velocity by scaling and squaring;</li>
 * <li>where asked for, refine the similarity through the projector;</li>
 * <li>compose both on the atlas grid, warp CT and labels, and project the bone.</li>
 * </ol>
 */
public final class BiplanarRegistration
{
	/** What the warped CT shows where the atlas has no voxel, in HU. */
	private static final float AIR = -1000;

	private BiplanarRegistration()
	{}

	/**
	 * @param atlas
	 *            the atlas; its grid is the grid of the result
	 * @param radiographs
	 *            two, in any order: the more frontal one is taken as the frontal one
	 * @param model
	 *            regresses the registration
	 * @param refine
	 *            whether to refine the similarity through the projector
	 * @param progress
	 *            told of every step
	 * @return the registration and what it makes of the atlas
	 * @throws IllegalArgumentException
	 *             if there are not two radiographs, the atlas has no bone, is not in front of a source or not seen by a
	 *             view, or the mask of a radiograph is empty
	 * @implNote op names='raywarp.register'
	 */
	public static RegistrationResult register( final Atlas atlas, final List< Radiograph > radiographs, final RegistrationModel model,
			final boolean refine, final Progress progress )
	{
		if ( radiographs.size() != 2 )
			throw new IllegalArgumentException(
					"A registration takes two radiographs, frontal and lateral, not " + radiographs.size() + "." );
		final Grid grid = model.grid(), full = atlas.ct().grid();
		progress.report( 0, "preparing atlas and radiographs" );
		for ( final Radiograph radiograph : radiographs )
			SourceDistance.requireInFront( radiograph.view(), full.size(), full.worldFromVoxel() );
		final Volume< FloatType > bone = ModelInput.bone( atlas, grid );
		final List< Radiograph > prepared = prepare( radiographs, model );
		progress.report( 0.1, "regressing the registration" );
		final Regression regression = model.regress( bone, prepared );
		progress.report( 0.5, "integrating the velocity" );
		final DisplacementField local = ScalingAndSquaring.integrate( regression.velocity() );
		final ProjectionSimilarity objective = new ProjectionSimilarity( bone, prepared );
		final Similarity similarity = refine ? SimilarityRefinement.refine( objective, local, regression.similarity(),
				( f, what ) -> progress.report( 0.5 + 0.3 * f, what ) ) : regression.similarity();
		progress.report( 0.8, "warping the atlas" );
		final DisplacementField affine = Deformations.ofAffine( regression.similarity().about( grid.center() ), full );
		final DisplacementField total = Deformations.compose( local, similarity.about( grid.center() ), full );
		final double before = objective.of( zero( grid ), Similarity.IDENTITY ), after = objective.of( local, similarity );
		final RegistrationQuality quality = new RegistrationQuality( before, after,
				Deformations.foldedVoxels( Deformations.jacobianDeterminant( total ) ) );
		final RegistrationResult result = new RegistrationResult( similarity, affine, total, warpCt( atlas.ct(), total ),
				Deformations.warpLabels( atlas.labels(), total ), project( atlas, total, radiographs ), quality );
		progress.report( 1, "registered" );
		return result;
	}

	/**
	 * @param ct
	 *            in HU
	 * @param displacement
	 *            from the subject to the CT
	 * @return the CT warped onto the displacement's grid, air where it has no voxel
	 */
	public static Volume< FloatType > warpCt( final Volume< FloatType > ct, final DisplacementField displacement )
	{
		return Deformations.warp( ct, displacement, displacement.grid(), Interpolation.LINEAR, AIR );
	}

	/**
	 * @param radiographs
	 *            two
	 * @param model
	 *            whose standard detector they are brought to
	 * @return frontal and lateral, as the model takes them
	 */
	public static List< Radiograph > prepare( final List< Radiograph > radiographs, final RegistrationModel model )
	{
		return radiographs.stream().sorted( Comparator.comparingDouble( r -> -frontality( r, model.grid().center() ) ) )
				.map( r -> ModelInput.radiograph( r, model.grid().center(), model.detectorColumns(), model.detectorRows() ) ).toList();
	}

	/** The share of the beam direction along the sagittal axis. */
	private static double frontality( final Radiograph radiograph, final double[] center )
	{
		final double[] source = radiograph.view().projection().source();
		return Math.abs( source[ 1 ] - center[ 1 ] ) / Math.hypot( source[ 0 ] - center[ 0 ], source[ 1 ] - center[ 1 ] );
	}

	private static DisplacementField zero( final Grid grid )
	{
		return DisplacementField.of( grid, new float[ 3 * grid.voxelCount() ] );
	}

	private static List< RandomAccessibleInterval< FloatType > > project( final Atlas atlas, final DisplacementField displacement,
			final List< Radiograph > radiographs )
	{
		final Volume< FloatType > bone = Deformations.warp( ModelInput.bone( atlas, atlas.ct().grid() ), displacement );
		final List< RandomAccessibleInterval< FloatType > > drrs = new ArrayList<>();
		for ( final Radiograph radiograph : radiographs )
		{
			final RandomAccessibleInterval< FloatType > drr = ArrayImgs.floats( radiograph.view().columns(), radiograph.view().rows() );
			new JosephProjector().project( bone, radiograph.view(), drr );
			drrs.add( drr );
		}
		return drrs;
	}
}
