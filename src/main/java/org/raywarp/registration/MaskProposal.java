/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;
import org.raywarp.xray.LabelMasks;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Proposed masks of the bone for radiographs that have none: the silhouette of the atlas, moved to the edges of the image. Without a
 * model:
 * <ol>
 * <li>a rigid pose of the atlas is found by the correlation of gradients, and by the masks of views that have one; a scale
 * that may change grows, without masks, until the bone covers everything bright;</li>
 * <li>its silhouettes are moved to the nearest edges ({@link SilhouetteCut}), and a similarity is fitted to them and to the
 * gradients in all views at once; this is done twice;</li>
 * <li>the silhouettes are moved once more, less far.</li>
 * </ol>
 *
 * @param masks
 *            of all radiographs, 0 and 1; those that were given are as they were
 * @param support
 *            of each, on how much of its outline the image is brighter inside than outside; half of it would be chance
 * @param byModel
 *            whether a model saw where the bone is, see {@link ModelMasks}
 */
public record MaskProposal( List< RandomAccessibleInterval< FloatType > > masks, List< Double > support, boolean byModel )
{

	/**
	 * The least support of a view in proposals that are good. Measured on 24 proposals, by a model and by the atlas, for radiographs of
	 * two persons in a thigh and in a hip: from here on all masks have Dice coefficients of at least 0.97, and below, one of each pair has at
	 * most 0.96.
	 */
	public static final double GOOD = 0.985;

	/** How far outlines may move, in mm at the detector, from one time to the next. */
	private static final double[] BANDS = { 6, 5, 4 };

	/** Masks of a first guess count less than drawn ones. */
	private static final RefinementWeights EDGES = new RefinementWeights( 0, 1, 1.5, 20, 0.01, 2e-3, 10 );

	/**
	 * @param atlas
	 *            the atlas
	 * @param radiographs
	 *            one or more; those with a mask keep it
	 * @param start
	 *            where to begin: subject to atlas, about the center of the atlas's grid
	 * @param search
	 *            whether orientations about the start are tried
	 * @param progress
	 *            told of every step
	 * @return the masks
	 * @throws IllegalArgumentException
	 *             as {@link BiplanarRegistration#refine}, or if a silhouette falls beside its image
	 */
	public static MaskProposal of( final Atlas atlas, final List< Radiograph > radiographs, final Similarity start, final boolean search,
			final Progress progress )
	{
		final RefinementSettings rigid = new RefinementSettings( RefinementSettings.Freedom.RIGID, search, ViewUncertainty.NONE, EDGES );
		Similarity pose =
				BiplanarRegistration.refine( atlas, radiographs, start, rigid, ( f, what ) -> progress.report( 0.6 * f, what ) )
						.similarity();
		final RefinementSettings sized = rigid.withFreedom( RefinementSettings.Freedom.SIMILARITY ).withSearch( false );
		List< Radiograph > masked = cut( atlas, radiographs, pose, BANDS[ 0 ] );
		for ( int i = 1; i < BANDS.length; ++i )
		{
			final double done = 0.6 + 0.2 * ( i - 1 );
			pose = BiplanarRegistration
					.refine( atlas, masked, pose, sized, ( f, what ) -> progress.report( done + 0.2 * f, what ) ).similarity();
			masked = cut( atlas, radiographs, pose, BANDS[ i ] );
		}
		progress.report( 1, "proposed masks" );
		return of( masked, false );
	}

	/**
	 * @param radiographs
	 *            those that the masks are for
	 * @return whether all masks that were not given have a support of at least {@link #GOOD}
	 */
	boolean isGood( final List< Radiograph > radiographs )
	{
		return IntStream.range( 0, support.size() ).allMatch( i -> radiographs.get( i ).mask() != null || support.get( i ) >= GOOD );
	}

	/**
	 * @param radiographs
	 *            those that the masks are for
	 * @return the same with these masks
	 */
	List< Radiograph > on( final List< Radiograph > radiographs )
	{
		return IntStream.range( 0, masks.size() )
				.mapToObj( i -> new Radiograph( radiographs.get( i ).image(), masks.get( i ), radiographs.get( i ).view() ) ).toList();
	}

	/**
	 * @param masked
	 *            radiographs with proposed masks
	 * @param byModel
	 *            whether a model proposed them
	 * @return these masks
	 */
	static MaskProposal of( final List< Radiograph > masked, final boolean byModel )
	{
		return new MaskProposal( masked.stream().map( Radiograph::mask ).toList(), masked.stream().map( MaskProposal::support ).toList(),
				byModel );
	}

	/** On how much of the outline of its mask a radiograph is brighter inside than outside. */
	static double support( final Radiograph radiograph )
	{
		return new SilhouetteCut( FloatArrays.of( radiograph.image() ), radiograph.view().columns() )
				.support( inside( FloatArrays.of( radiograph.mask() ) ) );
	}

	private static boolean[] inside( final float[] mask )
	{
		final boolean[] inside = new boolean[ mask.length ];
		for ( int i = 0; i < mask.length; ++i )
			inside[ i ] = mask[ i ] > 0;
		return inside;
	}

	/**
	 * @param labels
	 *            of a bone that was registered to the radiographs
	 * @param radiographs
	 *            those with a mask keep it
	 * @param band
	 *            how far outlines may move from its silhouettes, in mm at the detector
	 * @return the radiographs, all with masks
	 * @throws IllegalArgumentException
	 *             if a silhouette falls beside its image
	 */
	static List< Radiograph > about( final Volume< UnsignedByteType > labels, final List< Radiograph > radiographs, final double band )
	{
		return radiographs.stream()
				.map( r -> r.mask() != null ? r : cut( r, LabelMasks.project( labels, Atlas.BONE, r.view() ), band ) ).toList();
	}

	/** The atlas is projected where it was moved to, so that no part is lost that its own box does not reach. */
	private static List< Radiograph > cut( final Atlas atlas, final List< Radiograph > radiographs, final Similarity pose,
			final double band )
	{
		final Affine3D subjectFromAtlas = pose.about( atlas.ct().grid().center() ).inverse();
		final List< Radiograph > masked = new ArrayList<>();
		for ( final Radiograph r : radiographs )
			masked.add( r.mask() != null ? r
					: cut( r, LabelMasks.project( atlas.labels(), Atlas.BONE, r.view().after( subjectFromAtlas ) ), band ) );
		return masked;
	}

	private static Radiograph cut( final Radiograph radiograph, final RandomAccessibleInterval< FloatType > silhouette, final double band )
	{
		final View view = radiograph.view();
		final float[] mask = FloatArrays.of( silhouette );
		final boolean[] inside = inside( mask );
		if ( IntStream.range( 0, inside.length ).noneMatch( i -> inside[ i ] ) )
			throw new IllegalArgumentException( "The atlas falls beside the image of the view \"" + view.name()
					+ "\"; expected a start from which its bone is found." );
		final boolean[] moved = new SilhouetteCut( FloatArrays.of( radiograph.image() ), view.columns() )
				.moved( inside, band / Math.min( view.pixelSpacingX(), view.pixelSpacingY() ) );
		for ( int i = 0; i < mask.length; ++i )
			mask[ i ] = moved[ i ] ? 1 : 0;
		return new Radiograph( radiograph.image(), ArrayImgs.floats( mask, view.columns(), view.rows() ), view );
	}
}
