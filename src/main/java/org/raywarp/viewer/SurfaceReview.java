/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.raywarp.anatomy.BoneSurface;
import org.raywarp.anatomy.MeshDistance;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * The surface of the registered bone in colors that tell how far the true surface is.
 *
 * @param surface
 *            of the registered bone, in mm
 * @param distances
 *            from each vertex to the nearest point of the true surface, in mm
 */
public record SurfaceReview( TriangleMesh surface, double[] distances )
{
	private static final int TITLE = 24, GAP = 8;

	/** The views of the picture, from left to right. */
	private static final List< ViewDirection > VIEWS =
			List.of( ViewDirection.ANTERIOR, ViewDirection.LEFT, ViewDirection.POSTERIOR, ViewDirection.RIGHT );

	private static final List< String > NAMES = List.of( "from anterior", "from the left", "from posterior", "from the right" );

	/** Distances beyond this part of them have the strongest color. */
	private static final double STRONG = 0.99;

	/**
	 * @param labels
	 *            the registered labels
	 * @param truth
	 *            the true labels
	 * @return the surface of the registered bone with its distances; nothing where a bone is thinner than about a voxel and so
	 *         has no surface
	 * @throws IllegalArgumentException
	 *             if one of them has no bone
	 */
	public static Optional< SurfaceReview > of( final Volume< UnsignedByteType > labels, final Volume< UnsignedByteType > truth )
	{
		final TriangleMesh surface = BoneSurface.of( labels, Atlas.BONE ), other = BoneSurface.of( truth, Atlas.BONE );
		if ( surface.triangleCount() == 0 || other.triangleCount() == 0 )
			return Optional.empty();
		return Optional.of( new SurfaceReview( surface, new MeshDistance( other ).distances( surface.vertices() ) ) );
	}

	/**
	 * @return one line: mean, 95th percentile and maximum over the vertices, which are spread evenly
	 */
	public String text()
	{
		final double[] sorted = distances.clone();
		Arrays.sort( sorted );
		return String.format( Locale.ROOT,
				"distance from the registered to the true surface: mean %.2f mm, 95th percentile %.2f mm, greatest %.2f mm",
				Arrays.stream( sorted ).average().orElse( Double.NaN ), quantile( sorted, 0.95 ), quantile( sorted, 1 ) );
	}

	private static double quantile( final double[] sorted, final double part )
	{
		return sorted[ ( int ) Math.round( part * ( sorted.length - 1 ) ) ];
	}

	/** @return the scale from 0 to the 99th percentile, rounded up to a half mm */
	ColorScale colors()
	{
		final double[] sorted = distances.clone();
		Arrays.sort( sorted );
		return ColorScale.amounts( Math.max( 0.5, Math.ceil( 2 * quantile( sorted, STRONG ) ) / 2 ), "mm" );
	}

	/** @return the surface from any side */
	ReviewPage page()
	{
		final ColorScale colors = colors();
		return new ReviewPage( "Surface distance", "Registered bone: " + text() + ".",
				List.of( ReviewPage.Control.slider( "Azimuth (degrees)", -180, 180, 0 ),
						ReviewPage.Control.slider( "Elevation (degrees)", -90, 90, 0 ) ),
				( height, settings ) -> draw( height, List.of( new ViewDirection( settings[ 0 ], settings[ 1 ] ) ),
						List.of( "registered bone" ), 1.3, colors ) );
	}

	/**
	 * @param height
	 *            of the surface in pixels
	 * @return the surface from four sides with a color bar
	 */
	public BufferedImage fourSides( final int height )
	{
		return draw( height, VIEWS, NAMES, 0.7, colors() );
	}

	/**
	 * @param height
	 *            of the surface in pixels
	 * @param views
	 *            from where it is looked at, from left to right
	 * @param names
	 *            of the views
	 * @param aspect
	 *            width of each by the height
	 * @param colors
	 *            of the distances
	 * @return the surface with a color bar
	 */
	BufferedImage draw( final int height, final List< ViewDirection > views, final List< String > names, final double aspect,
			final ColorScale colors )
	{
		final int width = Math.max( 1, ( int ) Math.round( aspect * height ) );
		final BufferedImage picture = new BufferedImage( views.size() * ( width + GAP ) + ColorBar.WIDTH, TITLE + height + GAP,
				BufferedImage.TYPE_INT_RGB );
		final Graphics2D g = picture.createGraphics();
		g.setRenderingHint( RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON );
		g.setColor( Color.WHITE );
		for ( int i = 0; i < views.size(); ++i )
		{
			final int x = GAP + i * ( width + GAP );
			g.drawImage( SurfaceRendering.draw( surface, distances, views.get( i ), colors, width, height ), x, TITLE, null );
			g.drawString( names.get( i ), x + 2, TITLE - GAP );
		}
		ColorBar.draw( colors, g, views.size() * ( width + GAP ), TITLE, height );
		g.dispose();
		return picture;
	}
}
