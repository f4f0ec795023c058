/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.raywarp.registration.Atlas;
import org.raywarp.registration.Radiograph;
import org.raywarp.xray.DisplayContrast;
import org.raywarp.xray.LabelMasks;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The pages that show radiographs: outlines of the bone over them, and radiograph against projection.
 */
final class RadiographPages
{
	private static final int TILES = 8, MOST_TILES = 32;

	private static final String NORMALIZED = "Intensities of the DRR are fitted to the X-ray by a line over the bone.";

	private final List< ViewComparison > comparisons = new ArrayList<>();

	private final List< RandomAccessibleInterval< FloatType > > grays = new ArrayList<>();

	private final List< Path2D > before = new ArrayList<>(), after = new ArrayList<>(), truth = new ArrayList<>();

	/**
	 * Compares and projects.
	 *
	 * @param review
	 *            a case with projections
	 */
	RadiographPages( final ReviewCase review )
	{
		for ( int i = 0; i < review.radiographs().size(); ++i )
		{
			final Radiograph radiograph = review.radiographs().get( i );
			comparisons.add( ViewComparison.of( radiograph, review.drrs().get( i ) ) );
			final RandomAccessibleInterval< FloatType > gray = ArrayImgs.floats( radiograph.view().columns(), radiograph.view().rows() );
			DisplayContrast.gray( radiograph.image(), gray );
			grays.add( gray );
			after.add( outline( review.registered(), radiograph ) );
			review.atlas().ifPresent( atlas -> before.add( outline( atlas, radiograph ) ) );
			review.truth().ifPresent( bone -> truth.add( outline( bone, radiograph ) ) );
		}
	}

	private static Path2D outline( final ReviewCase.Bone bone, final Radiograph radiograph )
	{
		return Contours.of( LabelMasks.project( bone.labels(), Atlas.BONE, radiograph.view() ), 0.5 );
	}

	/** @return radiographs and projections on one scale */
	List< ViewComparison > comparisons()
	{
		return comparisons;
	}

	/**
	 * @return the radiographs with the outlines of the registered bone, and of the atlas and the truth where they are known
	 */
	ReviewPage overlay()
	{
		final List< String > choices = new ArrayList<>( List.of( "registered bone" ) );
		if ( !before.isEmpty() )
			choices.add( 0, "atlas and registered bone" );
		if ( !truth.isEmpty() )
			choices.add( "registered bone and truth" );
		choices.add( "none" );
		return new ReviewPage( "X-rays", "Outlines of the bone: where its labels are seen in each view.",
				List.of( ReviewPage.Control.choice( "Outlines", choices.toArray( String[]::new ) ) ),
				( height, settings ) -> Picture.draw( overlay( choices.get( settings[ 0 ] ) ), height ) );
	}

	private List< Panel > overlay( final String choice )
	{
		final List< Panel > panels = new ArrayList<>();
		for ( int i = 0; i < grays.size(); ++i )
		{
			final Map< Path2D, Color > outlines = new LinkedHashMap<>();
			String legend = "";
			if ( choice.startsWith( "atlas" ) )
			{
				outlines.put( before.get( i ), RegistrationPicture.BEFORE );
				legend += ", atlas (yellow)";
			}
			if ( choice.endsWith( "truth" ) )
			{
				outlines.put( truth.get( i ), RegistrationPicture.TRUTH );
				legend += ", true (red)";
			}
			if ( choice.contains( "registered" ) )
			{
				outlines.put( after.get( i ), RegistrationPicture.AFTER );
				legend += ", registered (green)";
			}
			panels.add( panel( i, legend, outlines ) );
		}
		return panels;
	}

	private Panel panel( final int i, final String legend, final Map< Path2D, Color > outlines )
	{
		final Radiograph radiograph = comparisons.get( i ).radiograph();
		return new Panel( radiograph.view().name() + legend, grays.get( i ), radiograph.view().pixelSpacingX(),
				radiograph.view().pixelSpacingY(), outlines, 1 );
	}

	/** @return radiograph on the left, projection on the right of an edge that a slider moves */
	ReviewPage swipe()
	{
		return new ReviewPage( "Swipe", NORMALIZED, List.of( ReviewPage.Control.slider( "Edge (percent)", 0, 100, 50 ) ),
				( height, settings ) -> draw( height, c -> c.swipe( settings[ 0 ] / 100.0 ) ) );
	}

	/** @return radiograph and projection in squares by turns */
	ReviewPage checkerboard()
	{
		return new ReviewPage( "Checkerboard", NORMALIZED, List.of( ReviewPage.Control.slider( "Squares", 2, MOST_TILES, TILES ) ),
				( height, settings ) -> draw( height, c -> c.checkerboard( settings[ 0 ] ) ) );
	}

	/** @return radiograph minus projection, with the outline of the registered bone */
	ReviewPage difference()
	{
		return new ReviewPage( "Difference", "X-ray minus DRR, as log attenuation, over the bone and its mask. " + NORMALIZED, List.of(),
				( height, settings ) -> draw( height,
						c -> c.difference( Map.of( after.get( comparisons.indexOf( c ) ), RegistrationPicture.AFTER ) ) ) );
	}

	private BufferedImage draw( final int height, final Function< ViewComparison, Panel > panel )
	{
		return Picture.draw( comparisons.stream().map( panel ).toList(), height );
	}
}
