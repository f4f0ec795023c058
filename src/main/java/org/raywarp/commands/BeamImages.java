/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.View;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.volume.Volume;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Beam images as ImageJ images: the calibrated z of a slice is its distance from the source along the rays, in mm.
 */
final class BeamImages
{
	private BeamImages()
	{}

	/**
	 * @param coordinates
	 *            where samples lie
	 * @return room for them, over (column, row, sample)
	 * @throws IllegalArgumentException
	 *             if they and the image that is made of them do not fit into the memory that Java may use
	 */
	static ArrayImg< FloatType, ? > room( final BeamCoordinates coordinates )
	{
		final View view = coordinates.view();
		final long count = ( long ) view.columns() * view.rows() * coordinates.samples();
		final long most = Math.min( Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / ( 2 * Float.BYTES ) );
		if ( count > most )
			throw new IllegalArgumentException( "A beam image of " + view.columns() + " x " + view.rows() + " pixels and "
					+ coordinates.samples() + " samples has " + count + " values; expected at most " + most
					+ " in the memory that Java may use." );
		return ArrayImgs.floats( view.columns(), view.rows(), coordinates.samples() );
	}

	/**
	 * @param title
	 *            of the image
	 * @param samples
	 *            over (column, row, sample)
	 * @param coordinates
	 *            where the samples lie
	 * @return a copy
	 */
	static ImagePlus toImagePlus( final String title, final RandomAccessibleInterval< FloatType > samples,
			final BeamCoordinates coordinates )
	{
		final View view = coordinates.view();
		return ImagePlusVolumes.toImagePlus( title,
				new Volume<>( samples,
						Affine3D.scaleAndOrigin( new double[] { view.pixelSpacingX(), view.pixelSpacingY(), coordinates.sampleSpacing() },
								new double[] { 0, 0, coordinates.near() } ) ) );
	}

	/**
	 * @param image
	 *            a beam image
	 * @param view
	 *            whose rays it follows
	 * @return where its samples lie
	 * @throws IllegalArgumentException
	 *             if it has not the columns and rows of the view, or its z is no distance from a source
	 */
	static BeamCoordinates coordinates( final Volume< FloatType > image, final View view )
	{
		final int[] size = image.grid().size();
		if ( size[ 0 ] != view.columns() || size[ 1 ] != view.rows() )
			throw new IllegalArgumentException( "The image for \"beam\" has " + size[ 0 ] + " x " + size[ 1 ] + " pixels; its view \""
					+ view.name() + "\" has " + view.columns() + " x " + view.rows() + "." );
		final double near = image.worldFromVoxel().get( 2, 3 );
		return new BeamCoordinates( view, near, near + ( size[ 2 ] - 1 ) * image.worldFromVoxel().get( 2, 2 ), size[ 2 ] );
	}
}
