/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.MaskProposal;
import org.raywarp.registration.Radiograph;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Progress;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import net.imglib2.img.array.ArrayImgs;

/**
 * Makes the masks of radiographs: drawn ones as they are drawn, the others as they are proposed.
 *
 * @param inputs
 *            the X-rays, without masks
 * @param proposing
 *            how masks are proposed that are not drawn; empty for not at all
 */
record MaskMaking( RadiographInputs inputs, Optional< MaskProposing > proposing )
{
	/**
	 * The masks.
	 *
	 * @param inputs
	 *            the X-rays
	 * @param views
	 *            theirs
	 * @param slices
	 *            theirs in the image that they are in, from 1
	 * @param masks
	 *            of each 0 and 1
	 * @param supports
	 *            of each on how much of its outline the image is brighter inside; NaN for a drawn one
	 * @param origin
	 *            what proposed those that are not drawn
	 */
	record Outcome( RadiographInputs inputs, List< View > views, List< Integer > slices, List< ByteProcessor > masks,
			List< Double > supports, String origin )
	{
		/**
		 * @return frontal and lateral mask of two views; a single mask, or a stack of all, of others
		 */
		List< ImagePlus > images()
		{
			final List< ImagePlus > images = new ArrayList<>();
			if ( masks.size() == 2 )
			{
				images.add( image( "frontal_mask", 0, 1 ) );
				images.add( image( "lateral_mask", 1, 2 ) );
			}
			else
				images.add( image( "frontal_mask", 0, masks.size() ) );
			return images;
		}

		private ImagePlus image( final String title, final int from, final int to )
		{
			final ImageStack stack = new ImageStack( masks.get( from ).getWidth(), masks.get( from ).getHeight() );
			for ( int i = from; i < to; ++i )
				stack.addSlice( views.get( i ).name(), masks.get( i ) );
			final ImagePlus image = new ImagePlus( title, stack );
			image.setCalibration( inputs.image( from ).getCalibration().copy() );
			image.setDisplayRange( 0, 1 );
			return image;
		}

		/**
		 * @return one line a view
		 */
		String report()
		{
			final StringBuilder report = new StringBuilder();
			final double least = supports.stream().mapToDouble( s -> Double.isNaN( s ) ? 1 : s ).min().orElse( 1 );
			for ( int i = 0; i < views.size(); ++i )
			{
				final double support = supports.get( i );
				report.append( "view \"" + views.get( i ).name() + "\": " );
				if ( Double.isNaN( support ) )
					report.append( "as drawn" );
				else
					report.append( String.format( Locale.ROOT,
							"proposed by %s; the image is brighter inside than outside on %.1f%% of its outline", origin, 100 * support ) );
				report.append( System.lineSeparator() );
			}
			if ( supports.stream().anyMatch( a -> !Double.isNaN( a ) ) )
				report.append( least < MaskProposal.GOOD
						? "The proposals are poor, as where the bone has another size than the atlas, ends in the image or lies before other bones; draw them."
						: "A proposal is a start for editing: look at its outline before it is used." );
			return report.toString().strip();
		}

		/** Puts the outlines of proposals onto X-rays that are shown, where they can be edited. */
		void show()
		{
			if ( GraphicsEnvironment.isHeadless() )
				return;
			for ( int i = 0; i < views.size(); ++i )
				if ( !Double.isNaN( supports.get( i ) ) && inputs.image( i ).getWindow() != null )
				{
					final ImagePlus shown = inputs.image( i );
					final Overlay overlay = shown.getOverlay() == null ? new Overlay() : shown.getOverlay();
					overlay.add( outline( masks.get( i ), views.get( i ).name(), shown.getStackSize() > 1 ? slices.get( i ) : 0 ) );
					shown.setOverlay( overlay );
				}
		}
	}

	/**
	 * @param geometry
	 *            the geometry file
	 * @param progress
	 *            told of every step
	 * @return the masks
	 * @throws IOException
	 *             if the geometry, the atlas or the model cannot be read
	 * @throws IllegalArgumentException
	 *             if something is not drawn and shall not be proposed, or as {@link MaskProposing#on}
	 */
	Outcome on( final File geometry, final Progress progress ) throws IOException
	{
		final Atlas known = proposing.isPresent() ? proposing.get().atlas() : null;
		final List< View > given = GeometryFile.read( geometry.toPath(), known == null ? new double[ 3 ] : known.ct().grid().center() );
		final List< Radiograph > plain = inputs.on( given );
		final List< View > views = plain.stream().map( Radiograph::view ).toList();
		final List< ByteProcessor > masks = new ArrayList<>();
		for ( int i = 0; i < views.size(); ++i )
			masks.add( new DrawnMasks( inputs.image( i ), inputs.slice( views.get( i ), given ), views.get( i ) ).mask() );
		final List< Double > supports = new ArrayList<>( masks.stream().map( m -> Double.NaN ).toList() );
		String origin = "";
		if ( masks.contains( null ) )
		{
			if ( proposing.isEmpty() )
				throw new IllegalArgumentException( "No region is drawn on the view \"" + views.get( masks.indexOf( null ) ).name()
						+ "\"; expected a selection, or a region of the overlay or the ROI Manager with its slice or name." );
			final List< Radiograph > radiographs = new ArrayList<>();
			for ( int i = 0; i < masks.size(); ++i )
				radiographs.add( masks.get( i ) == null ? plain.get( i ) : new Radiograph( plain.get( i ).image(),
						ArrayImgs.floats( ( float[] ) masks.get( i ).convertToFloatProcessor().getPixels(), views.get( i ).columns(),
								views.get( i ).rows() ),
						views.get( i ) ) );
			final MaskProposing.Proposed proposed = proposing.get().on( known, radiographs, progress );
			origin = proposed.origin();
			for ( int i = 0; i < masks.size(); ++i )
				if ( masks.get( i ) == null )
				{
					supports.set( i, proposed.proposal().support().get( i ) );
					masks.set( i, bytes( FloatArrays.of( proposed.proposal().masks().get( i ) ), views.get( i ) ) );
				}
		}
		return new Outcome( inputs, views, views.stream().map( v -> inputs.slice( v, given ) ).toList(), masks, supports,
				origin );
	}

	private static ByteProcessor bytes( final float[] mask, final View view )
	{
		final byte[] pixels = new byte[ mask.length ];
		for ( int i = 0; i < pixels.length; ++i )
			pixels[ i ] = ( byte ) ( mask[ i ] > 0 ? 1 : 0 );
		return new ByteProcessor( view.columns(), view.rows(), pixels );
	}

	private static Roi outline( final ByteProcessor mask, final String name, final int slice )
	{
		final ImageProcessor copy = mask.duplicate();
		copy.setThreshold( 1, 255, ImageProcessor.NO_LUT_UPDATE );
		final Roi outline = new ThresholdToSelection().convert( copy );
		outline.setName( name );
		outline.setPosition( slice );
		return outline;
	}
}
