/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.raywarp.deformation.DisplacementField;
import org.raywarp.geometry.Shadow;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Inputs of commands as the types of the lower packages, checked. Images are copied.
 */
final class Inputs
{
	private Inputs()
	{}

	/**
	 * @param image
	 *            what the user gave
	 * @param parameter
	 *            its name
	 * @return the volume
	 * @throws IllegalArgumentException
	 *             if there is no image, or a voxel is not finite
	 */
	static Volume< FloatType > volume( final ImagePlus image, final String parameter )
	{
		final Volume< FloatType > volume = ImagePlusVolumes.toVolume( ImagePlusVolumes.requireImage( image, parameter ) );
		ImagePlusVolumes.requireFinite( volume.voxels(), parameter );
		return volume;
	}

	/**
	 * @param image
	 *            what the user gave
	 * @param parameter
	 *            its name
	 * @return the label map
	 * @throws IllegalArgumentException
	 *             if there is no image, or a voxel is not a label
	 */
	static Volume< UnsignedByteType > labels( final ImagePlus image, final String parameter )
	{
		return ImagePlusVolumes.toLabels( ImagePlusVolumes.requireImage( image, parameter ) );
	}

	/**
	 * @param image
	 *            what the user gave
	 * @param parameter
	 *            its name
	 * @return the field
	 * @throws IllegalArgumentException
	 *             if there is no image, it has not three channels, or a component is not finite
	 */
	static DisplacementField displacement( final ImagePlus image, final String parameter )
	{
		final DisplacementField field = ImagePlusVolumes.toDisplacement( ImagePlusVolumes.requireImage( image, parameter ) );
		ImagePlusVolumes.requireFinite( field.vectors(), parameter );
		return field;
	}

	/**
	 * @param image
	 *            what the user gave
	 * @param parameter
	 *            its name
	 * @param label
	 *            that must be there
	 * @return the label map
	 * @throws IllegalArgumentException
	 *             as {@link #labels}, and if no voxel has the label
	 */
	static Volume< UnsignedByteType > labelsWith( final ImagePlus image, final String parameter, final int label )
	{
		final Volume< UnsignedByteType > labels = labels( image, parameter );
		for ( final float value : FloatArrays.of( labels.voxels() ) )
			if ( value == label )
				return labels;
		throw new IllegalArgumentException(
				"The image for \"" + parameter + "\" has no voxel with the label " + label + ", the registered bone." );
	}

	/**
	 * @param image
	 *            what the user gave
	 * @param parameter
	 *            its name
	 * @return the slices
	 * @throws IllegalArgumentException
	 *             if there is no image, or a pixel is not finite
	 */
	static List< RandomAccessibleInterval< FloatType > > images( final ImagePlus image, final String parameter )
	{
		final List< RandomAccessibleInterval< FloatType > > images =
				ImagePlusVolumes.toImages( ImagePlusVolumes.requireImage( image, parameter ) );
		images.forEach( i -> ImagePlusVolumes.requireFinite( i, parameter ) );
		return images;
	}

	/**
	 * @param image
	 *            what the user gave
	 * @param parameter
	 *            its name
	 * @return where its voxels lie; their values do not matter
	 * @throws IllegalArgumentException
	 *             if there is no image
	 */
	static Grid grid( final ImagePlus image, final String parameter )
	{
		ImagePlusVolumes.requireImage( image, parameter );
		return new Grid( new int[] { image.getWidth(), image.getHeight(), image.getStackSize() / image.getNChannels() },
				ImagePlusVolumes.worldFromVoxel( image ) );
	}

	/**
	 * @param geometry
	 *            a geometry file of any format
	 * @param volume
	 *            about whose center a view without an isocenter turns
	 * @return all views
	 * @throws IOException
	 *             if the file is not a readable geometry
	 */
	static List< View > views( final File geometry, final Volume< ? > volume ) throws IOException
	{
		return GeometryFile.read( geometry.toPath(), volume.grid().center() );
	}

	/**
	 * @param geometry
	 *            as for {@link #views}
	 * @param volume
	 *            that is projected
	 * @return all views
	 * @throws IOException
	 *             if the file is not a readable geometry
	 * @throws IllegalArgumentException
	 *             if the volume is not in front of the source of a view, or its shadow lies wholly beside the detector
	 */
	static List< View > viewsOnto( final File geometry, final Volume< ? > volume ) throws IOException
	{
		final List< View > views = views( geometry, volume );
		for ( final View view : views )
			requireShadow( geometry, view, volume.grid() );
		return views;
	}

	/**
	 * @param geometry
	 *            where the view is from, for the message
	 * @param view
	 *            the view
	 * @param grid
	 *            of the volume that is projected
	 * @throws IllegalArgumentException
	 *             if the volume is not in front of the source, or its shadow lies wholly beside the detector
	 */
	static void requireShadow( final Object geometry, final View view, final Grid grid )
	{
		final Shadow shadow = Shadow.of( view, grid.size(), grid.worldFromVoxel() );
		if ( !shadow.meets( view ) )
			throw new IllegalArgumentException( String.format( Locale.ROOT,
					"%s: no ray of the view \"%s\" meets the volume, whose shadow falls on columns %.0f to %.0f and rows %.0f to %.0f of a"
							+ " detector of %d x %d pixels; expected a geometry in the world of the volume.",
					geometry, view.name(), shadow.lowColumn(), shadow.highColumn(), shadow.lowRow(), shadow.highRow(), view.columns(),
					view.rows() ) );
	}

	/**
	 * @param geometry
	 *            the geometry file
	 * @param volume
	 *            about whose center a view without an isocenter turns
	 * @param name
	 *            of the view
	 * @return that view
	 * @throws IOException
	 *             if the file is not a readable geometry
	 * @throws IllegalArgumentException
	 *             if it has no view of that name
	 */
	static View view( final File geometry, final Volume< ? > volume, final String name ) throws IOException
	{
		final List< View > views = views( geometry, volume );
		return views.stream().filter( v -> v.name().equals( name ) ).findFirst().orElseThrow( () -> new IllegalArgumentException(
				geometry + " has no view \"" + name + "\"; it has " + views.stream().map( v -> "\"" + v.name() + "\"" ).toList() + "." ) );
	}
}
