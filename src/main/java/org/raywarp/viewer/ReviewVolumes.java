/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.registration.Atlas;
import org.raywarp.viewer.BigDataViewerBridge.Source;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Resampling;
import org.raywarp.volume.Volume;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.LUT;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The volumes of a review over each other: in BigDataViewer where it is installed, else as one image of ImageJ with a channel
 * a volume. CTs are gray, labels in dim colors.
 */
public final class ReviewVolumes
{
	/** CTs are shown from air to cortical bone, in HU. */
	private static final double BLACK_HU = -1000, WHITE_HU = 1500;

	private ReviewVolumes()
	{}

	/**
	 * @param review
	 *            the case
	 * @return warped atlas, registered labels, atlas with its labels, subject with its labels, as far as they are there
	 */
	public static List< Source > sources( final ReviewCase review )
	{
		final List< Source > sources = new ArrayList<>();
		add( review.registered(), RegistrationPicture.AFTER, sources );
		review.atlas().ifPresent( atlas -> add( atlas, RegistrationPicture.BEFORE, sources ) );
		review.truth().ifPresent( truth -> add( truth, RegistrationPicture.TRUTH, sources ) );
		return sources;
	}

	/** Only the first CT is switched on: together they would be white. */
	private static void add( final ReviewCase.Bone bone, final Color color, final List< Source > sources )
	{
		bone.ct().ifPresent( ct -> sources.add( new Source( bone.name(), ct, BLACK_HU, WHITE_HU, Color.WHITE, sources.isEmpty() ) ) );
		sources.add( new Source( bone.name() + ", labels", bone.labels(), 0, Atlas.BONE,
				new Color( color.getRed() / 3, color.getGreen() / 3, color.getBlue() / 3 ), true ) );
	}

	/**
	 * Shows one bone in BigDataViewer.
	 *
	 * @param bone
	 *            that was registered
	 * @throws IllegalStateException
	 *             if BigDataViewer is not there, or refuses
	 */
	public static void show( final ReviewCase.Bone bone )
	{
		final List< Source > sources = new ArrayList<>();
		add( bone, RegistrationPicture.AFTER, sources );
		BigDataViewerBridge.show( sources );
	}

	/**
	 * Shows them in BigDataViewer, or else in ImageJ.
	 *
	 * @param review
	 *            the case
	 * @return a sentence that says where they are shown
	 */
	public static String show( final ReviewCase review )
	{
		final List< Source > sources = sources( review );
		try
		{
			BigDataViewerBridge.show( sources );
			return sources.size() + " volumes are shown in BigDataViewer.";
		}
		catch ( final IllegalStateException e )
		{
			composite( sources, review.registered().labels().grid() ).show();
			return e.getMessage();
		}
	}

	/**
	 * @param sources
	 *            volumes anywhere in the world
	 * @param grid
	 *            onto which they are brought
	 * @return an image with a channel a source, in its color and range, shown over each other
	 */
	static ImagePlus composite( final List< Source > sources, final Grid grid )
	{
		final int[] n = grid.size();
		final int channels = sources.size(), area = n[ 0 ] * n[ 1 ];
		final float[][] values = new float[ channels ][];
		for ( int c = 0; c < channels; ++c )
			values[ c ] = onGrid( sources.get( c ), grid );
		final ImageStack stack = new ImageStack( n[ 0 ], n[ 1 ] );
		for ( int z = 0; z < n[ 2 ]; ++z )
			for ( int c = 0; c < channels; ++c )
			{
				final float[] slice = new float[ area ];
				System.arraycopy( values[ c ], z * area, slice, 0, area );
				stack.addSlice( sources.get( c ).name(), new FloatProcessor( n[ 0 ], n[ 1 ], slice ) );
			}
		final ImagePlus image = new ImagePlus( "review_volumes", stack );
		image.setDimensions( channels, n[ 2 ], 1 );
		ImagePlusVolumes.setWorldFromVoxel( image, grid.worldFromVoxel() );
		final CompositeImage composite = new CompositeImage( image, CompositeImage.COMPOSITE );
		composite.setOpenAsHyperStack( true );
		composite.setSlice( 1 + n[ 2 ] / 2 * channels );
		for ( int c = 0; c < channels; ++c )
		{
			final Source source = sources.get( c );
			final LUT lut = LUT.createLutFromColor( source.color() );
			lut.min = source.min();
			lut.max = source.max();
			composite.setChannelLut( lut, c + 1 );
			composite.getActiveChannels()[ c ] = source.visible();
		}
		return composite;
	}

	private static float[] onGrid( final Source source, final Grid grid )
	{
		if ( source.volume().grid().matches( grid ) )
			return FloatArrays.of( source.volume().voxels() );
		return FloatArrays.of( Resampling.resample( floats( source.volume() ), grid, ( float ) source.min() ).voxels() );
	}

	private static Volume< FloatType > floats( final Volume< ? extends RealType< ? > > volume )
	{
		return Volume.floats( volume.grid(), FloatArrays.of( volume.voxels() ) );
	}
}
