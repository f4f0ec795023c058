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
import java.util.Optional;

import org.raywarp.dataset.Case;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RegistrationResult;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;
import org.raywarp.xray.LabelMasks;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A row of Fig. 2 of Van Houtte et al. 2022: what one system made of one case. From the left: the radiographs with the
 * outline of the predicted bone and a contour of its DRR; a coronal slice of the warped atlas with the deformed grid of the
 * atlas's coordinates; the predicted labels over the true CT, with the true outline; and the predicted surface from anterior
 * and from posterior in the colors of the distance to the true one.
 */
public final class ComparisonPicture
{
	/** Of the predicted bone. */
	private static final Color OUTLINE = RegistrationPicture.AFTER, DRR = new Color( 0xE6A000 ), GRID = new Color( 0x40B0FF ),
			LABELS = new Color( 0x00, 0xC8, 0x78, 0x70 ), TRUTH = RegistrationPicture.TRUTH;

	/** Distance of the lines of the grid, in mm. */
	private static final int LINES = 8;

	/** The same for all systems; from 4 mm on all distances have one color. */
	private static final ColorScale COLORS = ColorScale.amounts( 4, "mm" );

	private static final List< ViewDirection > VIEWS = List.of( ViewDirection.ANTERIOR, ViewDirection.POSTERIOR );

	private static final List< String > NAMES = List.of( "from anterior", "from posterior" );

	/** Width of the picture of a surface by its height. */
	private static final double ASPECT = 0.7;

	/** The share of the DRR's greatest value at which its contour runs. */
	private static final double CONTOUR = 0.5;

	private static final int HEIGHT = 360;

	private ComparisonPicture()
	{}

	/**
	 * @param system
	 *            name of the system
	 * @param truth
	 *            the case
	 * @param radiographs
	 *            that the system had
	 * @param labels
	 *            that it predicted
	 * @param registration
	 *            that they come from, if any
	 * @param surface
	 *            of the predicted bone, with distances in mm; empty if there is none
	 * @return the picture
	 */
	public static BufferedImage draw( final String system, final Case truth, final List< Radiograph > radiographs,
			final Volume< UnsignedByteType > labels, final Optional< RegistrationResult > registration,
			final Optional< SurfaceReview > surface )
	{
		final List< Panel > panels = new ArrayList<>();
		for ( int i = 0; i < radiographs.size(); ++i )
			panels.add( radiograph( ( i == 0 ? system + ": " : "" ), radiographs.get( i ), labels, registration, i ) );
		registration.ifPresent( r -> panels.add( slice( "warped atlas, grid of " + LINES + " mm", r.ct(), grid( r.displacement() ) ) ) );
		final Map< Path2D, Color > overlay = new LinkedHashMap<>();
		overlay.put( Contours.runs( slice( labels ), 0.5 ), LABELS );
		overlay.put( Contours.of( slice( truth.labels() ), 0.5 ), TRUTH );
		panels.add( slice( "truth (red), labels (green)", truth.ct(), overlay ) );
		final BufferedImage row = Picture.draw( panels, HEIGHT );
		return surface.map( s -> Charts.beside( List.of( row, s.draw( HEIGHT, VIEWS, NAMES, ASPECT, COLORS ) ) ) ).orElse( row );
	}

	private static Panel radiograph( final String title, final Radiograph radiograph, final Volume< UnsignedByteType > labels,
			final Optional< RegistrationResult > registration, final int which )
	{
		final Map< Path2D, Color > outlines = new LinkedHashMap<>();
		registration.map( r -> r.drrs().get( which ) ).ifPresent( drr -> outlines.put( Contours.of( drr, CONTOUR * max( drr ) ), DRR ) );
		outlines.put( Contours.of( LabelMasks.project( labels, Atlas.BONE, radiograph.view() ), 0.5 ), OUTLINE );
		return new Panel( title + radiograph.view().name(), radiograph.image(), radiograph.view().pixelSpacingX(),
				radiograph.view().pixelSpacingY(), outlines );
	}

	private static double max( final RandomAccessibleInterval< FloatType > image )
	{
		float max = 0;
		for ( final float value : FloatArrays.of( image ) )
			max = Math.max( max, value );
		return max;
	}

	private static Panel slice( final String title, final Volume< FloatType > ct, final Map< Path2D, Color > outlines )
	{
		final double[] spacing = ct.grid().spacing();
		return new Panel( title, RegistrationPicture.coronal( ct.voxels() ), spacing[ 0 ], spacing[ 2 ], outlines );
	}

	private static RandomAccessibleInterval< FloatType > slice( final Volume< UnsignedByteType > labels )
	{
		return RegistrationPicture.coronal( RegistrationPicture.bone( labels ) );
	}

	/** Lines of equal x and of equal z of the atlas in the middle coronal slice of the subject. */
	private static Map< Path2D, Color > grid( final DisplacementField displacement )
	{
		final Grid grid = displacement.grid();
		final float[] u = FloatArrays.of( displacement.vectors() );
		final Map< Path2D, Color > lines = new LinkedHashMap<>();
		for ( int component = 0; component < 3; component += 2 )
		{
			final float[] place = new float[ grid.voxelCount() ];
			final int[] n = grid.size();
			for ( int i = 0; i < place.length; ++i )
				place[ i ] = u[ 3 * i + component ] + ( float ) grid.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ],
						i / ( n[ 0 ] * n[ 1 ] ) )[ component ];
			lines.put( Contours.multiples( RegistrationPicture.coronal( ArrayImgs.floats( place, n[ 0 ], n[ 1 ], n[ 2 ] ) ), LINES ),
					GRID );
		}
		return lines;
	}
}
