/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.raywarp.metrics.LabelMetrics;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.Progress;

/**
 * A case as it is looked at: everything computed once, then pages that draw at once.
 *
 * @param pages
 *            what can be shown of this case, in the order in which it is looked at
 * @param comparisons
 *            for each view, how alike radiograph and projection are
 * @param jacobian
 *            of the displacement, where there is one
 * @param surface
 *            where the truth is known
 * @param metrics
 *            agreement with the truth, one record a label; empty where it is not known
 */
public record Review( List< ReviewPage > pages, List< Similarity > comparisons, Optional< JacobianSummary > jacobian,
		Optional< SurfaceReview > surface, List< LabelMetrics > metrics )
{
	/**
	 * How alike a radiograph and the projection of the registered bone are.
	 *
	 * @param view
	 *            name of the view
	 * @param correlation
	 *            over the projected bone and the mask, from -1 to 1; NaN where one is constant there
	 */
	public record Similarity( String view, double correlation )
	{}

	/**
	 * @param review
	 *            the case
	 * @param progress
	 *            told of every step
	 * @return its pages
	 * @throws IllegalArgumentException
	 *             if the labels or the true labels have no bone, or a view does not see the volume
	 */
	public static Review of( final ReviewCase review, final Progress progress )
	{
		progress.report( 0, "projecting the outlines" );
		final RadiographPages radiographs = new RadiographPages( review.withDrrs( Atlas.BONE ) );
		final List< ReviewPage > pages = new ArrayList<>( List.of( radiographs.overlay(), radiographs.swipe(), radiographs.checkerboard(),
				radiographs.difference() ) );
		progress.report( 0.3, "slicing" );
		final SlicePages slices = new SlicePages( review );
		pages.add( slices.slices() );
		final Optional< JacobianSummary > jacobian =
				review.displacement().map( u -> JacobianSummary.of( u, review.registered().labels() ) );
		jacobian.ifPresent( j -> pages.add( slices.jacobian( j ) ) );
		progress.report( 0.5, "measuring the distance to the true surface" );
		final Optional< SurfaceReview > surface =
				review.truth().flatMap( truth -> SurfaceReview.of( review.registered().labels(), truth.labels() ) );
		surface.ifPresent( s -> pages.add( s.page() ) );
		progress.report( 0.9, "comparing with the truth" );
		final List< LabelMetrics > metrics = review.truth().map( truth -> metrics( review.registered(), truth ) ).orElse( List.of() );
		return new Review( List.copyOf( pages ),
				radiographs.comparisons().stream().map( c -> new Similarity( c.radiograph().view().name(), c.correlation() ) ).toList(),
				jacobian, surface, metrics );
	}

	private static List< LabelMetrics > metrics( final ReviewCase.Bone registered, final ReviewCase.Bone truth )
	{
		final boolean images = registered.ct().isPresent() && truth.ct().isPresent();
		return LabelMetrics.evaluate( truth.labels(), registered.labels(), images ? truth.ct().get() : null,
				images ? registered.ct().get() : null );
	}

	/**
	 * @param title
	 *            of a page
	 * @return that page, where this case has it
	 */
	public Optional< ReviewPage > page( final String title )
	{
		return pages.stream().filter( p -> p.title().equals( title ) ).findFirst();
	}
}
