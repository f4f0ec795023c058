/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.raywarp.deformation.Deformations;
import org.raywarp.geometry.Affine3D;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.ScalingAndSquaring;
import org.raywarp.deformation.Similarity;
import org.raywarp.deformation.VelocityField;
import org.raywarp.geometry.SourceDistance;
import org.raywarp.geometry.View;
import org.raywarp.projection.JosephProjector;
import org.raywarp.projection.Projections;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Interpolation;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Registers an atlas to radiographs (Van Houtte et al. 2022, Fig. 1), in these steps:
 * <ol>
 * <li>find masks where they are missing and the model needs none ({@link ModelMasks});</li>
 * <li>mask and resample atlas and radiographs to what the model takes ({@link ModelInput});</li>
 * <li>let the model regress similarity and velocity, or start from a given pose;</li>
 * <li>refine both through the projector ({@code Refinement});</li>
 * <li>integrate the velocity by scaling and squaring;</li>
 * <li>compose both on the atlas grid, warp CT and labels, and project the bone.</li>
 * </ol>
 * A bone that the atlas's box cuts off is continued beyond it ({@code ExtendedAtlas}).
 */
public final class BiplanarRegistration
{
	/** What the warped CT shows where the atlas has no voxel, in HU. */
	private static final float AIR = -1000;

	/** Pixels of the radiographs on which the quality of a registration without a model is measured. */
	private static final int MEASURED_COLUMNS = 40, MEASURED_ROWS = 56;

	private BiplanarRegistration()
	{}

	/**
	 * @param atlas
	 *            the atlas; its grid is the grid of the result
	 * @param radiographs
	 *            two or more, in any order: the model sees the most frontal and the most lateral one, the refinement all
	 * @param model
	 *            regresses the registration
	 * @param refinement
	 *            how it is refined; {@link RefinementSettings#NONE} for not at all, as where no radiograph has a mask and the model needs
	 *            them
	 * @param progress
	 *            told of every step
	 * @return the registration and what it makes of the atlas; where masks were found, its views are compared with the radiographs as
	 *         given, its correlations and loss are those with the masks
	 * @throws IllegalArgumentException
	 *             if there is but one radiograph, the atlas has no bone, is not in front of a source or not seen by a view, the mask of
	 *             a radiograph is empty, or masks are missing and not found
	 * @implNote op names='raywarp.register'
	 */
	public static RegistrationResult register( final Atlas atlas, final List< Radiograph > radiographs, final RegistrationModel model,
			final RefinementSettings refinement, final Progress progress )
	{
		requireForModel( atlas, radiographs );
		final Grid grid = model.grid();
		progress.report( 0, "preparing atlas and radiographs" );
		final Volume< FloatType > bone = ModelInput.bone( atlas, grid );
		final boolean unmasked = !model.needsMasks() && radiographs.stream().anyMatch( r -> r.mask() == null );
		final List< Radiograph > seen = unmasked
				? ModelMasks.propose( atlas, radiographs, model, ( f, what ) -> progress.report( 0.1 * f, what ) ).on( radiographs )
				: radiographs;
		progress.report( 0.1, "regressing the registration" );
		final Regression regression = regress( atlas, bone, seen, model );
		// Measured on two femora: without any mask the loss follows the outline of the thigh, Dice 0.45 falls to 0.29.
		final boolean masked = seen.stream().anyMatch( r -> r.mask() != null );
		final RegistrationResult result = finish( atlas, seen, regression, new ProjectionSimilarity( bone, prepare( seen, model ) ),
				masked ? refinement : RefinementSettings.NONE, progress );
		// Masks that were made of the bone's own outline do not speak for it.
		return unmasked ? result.comparedWith( atlas, radiographs ) : result;
	}

	/** What a model says of radiographs; twice where their masks tell that the bone ends. */
	static Regression regress( final Atlas atlas, final Volume< FloatType > bone, final List< Radiograph > radiographs,
			final RegistrationModel model )
	{
		final List< Radiograph > prepared = prepare( radiographs, model );
		final Regression first = model.regress( bone, prepared );
		final Affine3D pose = first.similarity().about( model.grid().center() );
		final List< BoneEnd > ends = BoneEnds.find( atlas, radiographs, pose );
		// A model takes the end of a bone for its shape unless the atlas has the same end.
		return ends.isEmpty() ? first : model.regress( BoneEnds.cut( bone, ends, pose.inverse() ), prepared );
	}

	/**
	 * Registers without a model: refines a given pose, first by a similarity, then by the modes of the atlas's population where
	 * it is known, then by a free velocity. From the identity this is the method without learning that models are compared with.
	 *
	 * @param atlas
	 *            the atlas; its grid is the grid of the result
	 * @param radiographs
	 *            one or more, in any order
	 * @param start
	 *            where to begin: subject to atlas, about the center of the atlas's grid
	 * @param refinement
	 *            how it is refined
	 * @param progress
	 *            told of every step
	 * @return the registration and what it makes of the atlas
	 * @throws IllegalArgumentException
	 *             if there is no radiograph, the atlas has no bone, is not in front of a source or not seen by a view, the
	 *             start puts it outside of its own box, or the mask of a radiograph is empty
	 */
	public static RegistrationResult refine( final Atlas atlas, final List< Radiograph > radiographs, final Similarity start,
			final RefinementSettings refinement, final Progress progress )
	{
		if ( radiographs.isEmpty() )
			throw new IllegalArgumentException( "A registration takes at least one radiograph; there is none." );
		requireInFront( atlas, radiographs );
		requireInBox( atlas.ct().grid(), start );
		final Grid full = atlas.ct().grid(), grid = CoarseBone.grid( full, full, 1 );
		final Regression regression = new Regression( start, VelocityField.of( grid, new float[ 3 * grid.voxelCount() ] ) );
		final List< Radiograph > prepared = radiographs.stream()
				.map( r -> ModelInput.radiograph( r, grid.center(), MEASURED_COLUMNS, MEASURED_ROWS ) ).toList();
		return finish( atlas, radiographs, regression, new ProjectionSimilarity( ModelInput.bone( atlas, grid ), prepared ), refinement,
				progress );
	}

	static void requireForModel( final Atlas atlas, final List< Radiograph > radiographs )
	{
		if ( radiographs.size() < 2 )
			throw new IllegalArgumentException( "A registration with a model takes at least two radiographs, frontal and lateral, not "
					+ radiographs.size() + "; without a model one is enough." );
		requireInFront( atlas, radiographs );
	}

	private static void requireInFront( final Atlas atlas, final List< Radiograph > radiographs )
	{
		for ( final Radiograph radiograph : radiographs )
			SourceDistance.requireInFront( radiograph.view(), atlas.ct().grid().size(), atlas.ct().worldFromVoxel() );
	}

	/** The result lies on the atlas's grid: a bone that is elsewhere would be lost without a word. */
	private static void requireInBox( final Grid grid, final Similarity start )
	{
		final double[] center = grid.center(), at = start.about( center ).inverse().apply( center );
		final double[] voxel = grid.worldFromVoxel().inverse().apply( at );
		for ( int d = 0; d < 3; ++d )
			if ( !( voxel[ d ] >= 0 && voxel[ d ] <= grid.size()[ d ] - 1 ) )
				throw new IllegalArgumentException( String.format( Locale.ROOT,
						"The pose to start from puts the middle of the atlas at (%.1f, %.1f, %.1f) mm, outside of the atlas's own box, "
								+ "on which the result lies; expected it inside: move the atlas's frame near the bone first.",
						at[ 0 ], at[ 1 ], at[ 2 ] ) );
	}

	private static RegistrationResult finish( final Atlas atlas, final List< Radiograph > radiographs, final Regression regression,
			final ProjectionSimilarity quality, final RefinementSettings settings, final Progress progress )
	{
		final Grid full = atlas.ct().grid();
		final double[] center = quality.bone().grid().center();
		final Refinement.Result refined = settings.freedom() == RefinementSettings.Freedom.NONE
				? new Refinement.Result( regression, radiographs.stream().map( Radiograph::view ).toList(),
						BoneEnds.find( atlas, radiographs, regression.similarity().about( center ) ), LossPath.NONE )
				: Refinement.refine( atlas, radiographs, regression, center, settings,
						( f, what ) -> progress.report( 0.2 + 0.6 * f, what ) );
		progress.report( 0.8, "integrating the velocity" );
		final DisplacementField local = ScalingAndSquaring.integrate( refined.regression().velocity() );
		final Similarity similarity = refined.regression().similarity();
		progress.report( 0.85, "warping the atlas" );
		final boolean[] open = BoneEnds.open( ExtendedAtlas.faces( atlas, radiographs ), refined.ends() );
		// The similarity alone is shown as it is but for the end, which needs the shaft to go on down to it.
		final DisplacementField affine = EndStretch.apply( atlas, refined.ends(), ExtendedAtlas.within( atlas,
				BoneEnds.open( new boolean[ 6 ], refined.ends() ),
				Deformations.ofAffine( regression.similarity().about( center ), full ) ) );
		final DisplacementField total = ExtendedAtlas.within( atlas, open,
				Deformations.compose( local, similarity.about( center ), full ) );
		EndStretch.apply( atlas, refined.ends(), total );
		final double before = quality.of( zero( quality.bone().grid() ), Similarity.IDENTITY );
		final double regressed = quality.of( ScalingAndSquaring.integrate( regression.velocity() ), regression.similarity() );
		final List< RandomAccessibleInterval< FloatType > > drrs = project( atlas, total, refined.views() );
		final RegistrationQuality reached = new RegistrationQuality( before, regressed, quality.of( local, similarity ),
				Deformations.foldedVoxels( Deformations.jacobianDeterminant( total ) ), refined.path(),
				ViewAgreement.of( atlas, radiographs, drrs, refined.views() ) );
		final RegistrationResult result = new RegistrationResult( similarity, affine, total, warpCt( atlas.ct(), total ),
				Deformations.warpLabels( atlas.labels(), total ), drrs, refined.views(), reached );
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
	 *            two or more
	 * @param model
	 *            whose standard detector they are brought to
	 * @return the most frontal and the most lateral one, as the model takes them
	 */
	public static List< Radiograph > prepare( final List< Radiograph > radiographs, final BiplanarModel model )
	{
		final List< Radiograph > sorted = radiographs.stream()
				.sorted( Comparator.comparingDouble( r -> -frontality( r, model.grid().center() ) ) ).toList();
		return Stream.of( sorted.get( 0 ), sorted.get( sorted.size() - 1 ) )
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
			final List< View > views )
	{
		final Volume< FloatType > bone = Deformations.warp( ModelInput.bone( atlas, atlas.ct().grid() ), displacement );
		return views.stream().map( view -> Projections.project( bone, view, new JosephProjector() ) ).toList();
	}
}
