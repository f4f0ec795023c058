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
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

import org.raywarp.deformation.DisplacementField;
import org.raywarp.geometry.Affine3D;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The pages that show slices of the registered volume in the three planes of the body: the warped atlas with outlines and
 * the deformation grid, and the Jacobian determinant.
 * <p>
 * The deformation grid is the atlas's regular grid of {@value #GRID_STEP} mm as the displacement carries it into the
 * subject: the lines along which a coordinate in the atlas, {@code x + u( x )}, is a multiple of the step. What moves out of
 * the slice is not seen.
 */
final class SlicePages
{
	private static final double GRID_STEP = 10;

	/** Ratios of volumes beyond this factor have the strongest color. */
	private static final double STRONG_RATIO = 2;

	/** CTs are shown from 0, air -1000 HU, to 2500, cortical bone. */
	private static final float BLACK_HU = -1000, WHITE_HU = 2500;

	private static final Color GRID = new Color( 0x60A0FF );

	private final ReviewCase review;

	private final byte[] labels;

	private final List< AnatomicalSlices > planes = new ArrayList<>();

	SlicePages( final ReviewCase review )
	{
		this.review = review;
		labels = LabelArrays.of( review.registered().labels().voxels() );
		for ( final AnatomicalSlices.Plane plane : AnatomicalSlices.Plane.values() )
			planes.add( AnatomicalSlices.of( review.registered().labels().grid(), plane ) );
	}

	/** @return the warped atlas, or the labels where there is none, with outlines and the deformation grid */
	ReviewPage slices()
	{
		final List< ReviewPage.Control > controls = sliders();
		if ( review.displacement().isPresent() )
			controls.add( ReviewPage.Control.choice( "Grid", "deformation grid", "no grid" ) );
		return new ReviewPage( "Slices", legend() + ( review.displacement().isPresent()
				? " Blue: the atlas's grid of " + ( int ) GRID_STEP + " mm, as the displacement carries it into the subject." : "" ),
				controls, ( height, settings ) -> draw( height,
						plane -> slice( plane, settings[ planes.indexOf( plane ) ],
								settings.length > planes.size() && settings[ 3 ] == 0 ) ) );
	}

	/**
	 * @param jacobian
	 *            determinant of the displacement
	 * @return its slices in colors about 1
	 */
	ReviewPage jacobian( final JacobianSummary jacobian )
	{
		final float[] values = FloatArrays.of( jacobian.determinant().voxels() );
		return new ReviewPage( "Jacobian", "Volume in the atlas per volume in the subject. " + legend() + " Yellow: folded, "
				+ jacobian.foldedVoxels() + " voxels.", sliders(), ( height, settings ) -> draw( height, plane -> {
					final int index = settings[ planes.indexOf( plane ) ];
					return panel( plane, index, plane.slice( index, i -> values[ i ] ), outlines( plane, index ), Double.NaN )
							.withColors( ColorScale.ratios( STRONG_RATIO, "det" ) );
				} ) );
	}

	private interface PlanePanel
	{
		Panel of( AnatomicalSlices plane );
	}

	private BufferedImage draw( final int height, final PlanePanel panel )
	{
		return Picture.drawToScale( planes.stream().map( panel::of ).toList(), height );
	}

	private String legend()
	{
		return "Green: registered bone." + ( review.truth().isPresent() ? " Red: true bone." : "" );
	}

	/** At first through the middle of the bone. */
	private List< ReviewPage.Control > sliders()
	{
		final int[] middle = middle();
		final List< ReviewPage.Control > sliders = new ArrayList<>();
		for ( final AnatomicalSlices plane : planes )
			sliders.add( ReviewPage.Control.slider( name( plane ), 0, plane.count() - 1, middle[ plane.normal() ] ) );
		return sliders;
	}

	private int[] middle()
	{
		final int[] n = review.registered().labels().grid().size();
		final long[] sum = new long[ 3 ];
		long count = 0;
		for ( int i = 0; i < labels.length; ++i )
			if ( ( labels[ i ] & 0xff ) == Atlas.BONE )
			{
				sum[ 0 ] += i % n[ 0 ];
				sum[ 1 ] += i / n[ 0 ] % n[ 1 ];
				sum[ 2 ] += i / ( n[ 0 ] * n[ 1 ] );
				++count;
			}
		final int[] middle = new int[ 3 ];
		for ( int d = 0; d < 3; ++d )
			middle[ d ] = count == 0 ? n[ d ] / 2 : ( int ) ( sum[ d ] / count );
		return middle;
	}

	private static String name( final AnatomicalSlices plane )
	{
		return plane.plane().name().toLowerCase( Locale.ROOT );
	}

	private Panel slice( final AnatomicalSlices plane, final int index, final boolean withGrid )
	{
		final IntToDoubleFunction gray = review.registered().ct().< IntToDoubleFunction >map( ct -> {
			final float[] hu = FloatArrays.of( ct.voxels() );
			return i -> ( hu[ i ] - BLACK_HU ) / ( WHITE_HU - BLACK_HU );
		} ).orElse( i -> labels[ i ] == 0 ? 0 : 0.5 );
		final Map< Path2D, Color > outlines = new LinkedHashMap<>();
		if ( withGrid )
			gridLines( plane, index ).forEach( lines -> outlines.put( lines, GRID ) );
		outlines.putAll( outlines( plane, index ) );
		return panel( plane, index, plane.slice( index, gray ), outlines, 1 );
	}

	private static Panel panel( final AnatomicalSlices plane, final int index, final RandomAccessibleInterval< FloatType > image,
			final Map< Path2D, Color > outlines, final double white )
	{
		return new Panel( name( plane ) + " " + ( index + 1 ) + "/" + plane.count(), image, plane.pixelWidth(), plane.pixelHeight(),
				outlines, white );
	}

	private Map< Path2D, Color > outlines( final AnatomicalSlices plane, final int index )
	{
		final Map< Path2D, Color > outlines = new LinkedHashMap<>();
		review.truth().ifPresent( truth -> outlines.put( outline( plane, index, truth.labels() ), RegistrationPicture.TRUTH ) );
		outlines.put( outline( plane, index, review.registered().labels() ), RegistrationPicture.AFTER );
		return outlines;
	}

	private static Path2D outline( final AnatomicalSlices plane, final int index, final Volume< UnsignedByteType > of )
	{
		final byte[] values = LabelArrays.of( of.voxels() );
		return Contours.of( plane.slice( index, i -> ( values[ i ] & 0xff ) == Atlas.BONE ? 1 : 0 ), 0.5 );
	}

	private List< Path2D > gridLines( final AnatomicalSlices plane, final int index )
	{
		final DisplacementField field = review.displacement().orElseThrow();
		final float[] u = FloatArrays.of( field.vectors() );
		final Affine3D world = field.worldFromVoxel();
		final int[] n = field.grid().size();
		final List< Path2D > lines = new ArrayList<>();
		for ( final int d : new int[] { plane.plane().worldAcross(), plane.plane().worldDown() } )
			lines.add( Contours.multiples( plane.slice( index, i -> world.get( d, 0 ) * ( i % n[ 0 ] )
					+ world.get( d, 1 ) * ( i / n[ 0 ] % n[ 1 ] ) + world.get( d, 2 ) * ( i / ( n[ 0 ] * n[ 1 ] ) ) + world.get( d, 3 )
					+ u[ 3 * i + d ] ), GRID_STEP ) );
		return lines;
	}
}
