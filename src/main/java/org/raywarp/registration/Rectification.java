/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Brings a radiograph onto a standard detector that faces the same source: perpendicular to the ray through the bone's
 * center, upright, with the standard pixel size at that center. Two detectors of one source see the same rays, so the
 * map between them is a homography and loses nothing but resolution (Hartley and Zisserman, 2nd edition, section 8.4).
 * <p>
 * A model thus meets one image layout whatever the pixels, the principal point, the tilt or the mirroring of the real
 * detector; only the direction and distance of the source are left to it, and those it gets as numbers.
 */
public final class Rectification
{
	/** More samples a pixel than this gain nothing: the pixel is then over 8 detector pixels wide. */
	private static final int MAX_SUPERSAMPLING = 8;

	private Rectification()
	{}

	/**
	 * The standard view of a source. Its columns run to patient left where the beam is more frontal than lateral, else
	 * to posterior, so that a posterior-anterior radiograph comes out like an anterior-posterior one.
	 *
	 * @param view
	 *            the real view
	 * @param center
	 *            the world point to look at, in mm
	 * @param columns
	 *            number of pixel columns of the standard detector
	 * @param rows
	 *            number of pixel rows of the standard detector
	 * @return the standard view from the same source
	 * @throws IllegalArgumentException
	 *             if the source is at the center
	 */
	public static View standardView( final View view, final double[] center, final int columns, final int rows )
	{
		final double[] source = view.projection().source();
		double square = 0;
		for ( int d = 0; d < 3; ++d )
			square += ( center[ d ] - source[ d ] ) * ( center[ d ] - source[ d ] );
		final double shrink = Math.sqrt( square ) / ConeBeamGeometry.STANDARD_SOURCE_TO_DETECTOR;
		return standardView( view, center, columns, rows,
				new double[] { shrink * ConeBeamGeometry.STANDARD_PLATE_WIDTH, shrink * ConeBeamGeometry.STANDARD_PLATE_HEIGHT } );
	}

	/**
	 * The standard view of a source with a plate of another size.
	 *
	 * @param view
	 *            the real view
	 * @param center
	 *            the world point to look at, in mm
	 * @param columns
	 *            number of pixel columns
	 * @param rows
	 *            number of pixel rows
	 * @param extent
	 *            width and height that the plate covers at the center, in mm
	 * @return the view from the same source
	 * @throws IllegalArgumentException
	 *             if the source is at the center
	 */
	static View standardView( final View view, final double[] center, final int columns, final int rows, final double[] extent )
	{
		final double[] beam = view.projection().source();
		double square = 0;
		for ( int d = 0; d < 3; ++d )
		{
			beam[ d ] = center[ d ] - beam[ d ];
			square += beam[ d ] * beam[ d ];
		}
		final CArmAngulation angulation = CArmAngulation.ofBeam( beam );
		final double scale = Math.sqrt( square ) / ConeBeamGeometry.STANDARD_SOURCE_TO_ISOCENTER;
		final double magnification = ConeBeamGeometry.STANDARD_SOURCE_TO_DETECTOR / ConeBeamGeometry.STANDARD_SOURCE_TO_ISOCENTER;
		final Detector detector =
				Detector.centered( columns, rows, magnification * extent[ 0 ] / columns, magnification * extent[ 1 ] / rows );
		final View standard = ConeBeamGeometry.of( scale * ConeBeamGeometry.STANDARD_SOURCE_TO_DETECTOR,
				scale * ConeBeamGeometry.STANDARD_SOURCE_TO_ISOCENTER, center, angulation, detector ).view( view.name() );
		final double[] c = angulation.columnDirection();
		final boolean mirrored = ( isFrontal( angulation ) ? c[ 0 ] : c[ 1 ] ) < 0;
		return mirrored ? new View( standard.name(), standard.projection().onRaster( -1, columns - 1, 1, 0 ), columns, rows,
				standard.pixelSpacingX(), standard.pixelSpacingY() ) : standard;
	}

	/**
	 * @param angulation
	 *            where a C-arm is turned to
	 * @return whether the beam is nearer the sagittal direction than the transverse one
	 */
	public static boolean isFrontal( final CArmAngulation angulation )
	{
		final double[] beam = angulation.beamDirection();
		return Math.abs( beam[ 1 ] ) >= Math.abs( beam[ 0 ] );
	}

	/**
	 * Reads a radiograph on the raster of another view from the same source, averaging over each pixel. Only pixels
	 * inside the mask count; where there is no mask, all pixels of the radiograph do.
	 *
	 * @param radiograph
	 *            the radiograph
	 * @param standard
	 *            the other view
	 * @param values
	 *            receives the mean value in each pixel, 0 where nothing counts; row by row
	 * @param coverage
	 *            receives the fraction, 0 to 1, of each pixel that counts
	 */
	public static void resample( final Radiograph radiograph, final View standard, final float[] values, final float[] coverage )
	{
		final float[] image = FloatArrays.of( radiograph.image() );
		final RandomAccessibleInterval< FloatType > maskImage = radiograph.mask();
		final float[] mask = maskImage == null ? null : FloatArrays.of( maskImage );
		final Affine3D pixelFromStandard = radiograph.view().projection().homogeneousFromWorld()
				.after( standard.projection().worldFromHomogeneous() );
		final int supersampling = supersampling( pixelFromStandard, standard );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, standard.rows() ).boxed().toList(), row -> {
			final double[] h = new double[ 3 ];
			for ( int column = 0; column < standard.columns(); ++column )
			{
				double sum = 0, weight = 0;
				for ( int s = 0; s < supersampling * supersampling; ++s )
				{
					h[ 0 ] = column + ( s % supersampling + 0.5 ) / supersampling - 0.5;
					h[ 1 ] = row + ( s / supersampling + 0.5 ) / supersampling - 0.5;
					h[ 2 ] = 1;
					final double[] p = pixelFromStandard.applyToVector( h );
					if ( !( p[ 2 ] > 0 ) )
						continue;
					final double w = bilinear( null, mask, radiograph.view(), p[ 0 ] / p[ 2 ], p[ 1 ] / p[ 2 ] );
					if ( w > 0 )
						sum += bilinear( image, mask, radiograph.view(), p[ 0 ] / p[ 2 ], p[ 1 ] / p[ 2 ] );
					weight += w;
				}
				final int i = row * standard.columns() + column;
				values[ i ] = weight > 0 ? ( float ) ( sum / weight ) : 0;
				coverage[ i ] = ( float ) ( weight / ( supersampling * supersampling ) );
			}
		} );
	}

	/** Detector pixels per standard pixel at the middle of the standard detector. */
	private static int supersampling( final Affine3D pixelFromStandard, final View standard )
	{
		final double c = ( standard.columns() - 1 ) / 2.0, r = ( standard.rows() - 1 ) / 2.0;
		final double[] a = pixelFromStandard.applyToVector( c, r, 1 ), b = pixelFromStandard.applyToVector( c + 1, r + 1, 1 );
		final double step = Math.hypot( a[ 0 ] / a[ 2 ] - b[ 0 ] / b[ 2 ], a[ 1 ] / a[ 2 ] - b[ 1 ] / b[ 2 ] ) / Math.sqrt( 2 );
		return ( int ) Math.max( 1, Math.min( MAX_SUPERSAMPLING, Math.ceil( step ) ) );
	}

	/** The sum over the four nearest pixels of bilinear weight x mask x image; null stands for 1 inside the detector. */
	private static double bilinear( final float[] image, final float[] mask, final View view, final double column, final double row )
	{
		final int c0 = ( int ) Math.floor( column ), r0 = ( int ) Math.floor( row );
		double sum = 0;
		for ( int r = Math.max( 0, r0 ); r <= Math.min( view.rows() - 1, r0 + 1 ); ++r )
			for ( int c = Math.max( 0, c0 ); c <= Math.min( view.columns() - 1, c0 + 1 ); ++c )
			{
				final int i = r * view.columns() + c;
				final double weight = ( 1 - Math.abs( column - c ) ) * ( 1 - Math.abs( row - r ) );
				sum += weight * ( mask == null ? 1 : mask[ i ] ) * ( image == null ? 1 : image[ i ] );
			}
		return sum;
	}
}
