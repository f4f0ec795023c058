/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Volume;

import ij.gui.Plot;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How a displacement changes volumes: the determinant of the derivatives of {@code x + u( x )}, the volume in the atlas per
 * volume in the subject. Below 1 the atlas was stretched to make the subject, above 1 it was squeezed; where it is not
 * positive, space is folded.
 *
 * @param determinant
 *            in each voxel
 * @param foldedVoxels
 *            number of voxels of the whole grid where it is not positive
 * @param sorted
 *            its values within the bone, ascending; not to be changed
 */
public record JacobianSummary( Volume< FloatType > determinant, int foldedVoxels, float[] sorted )
{

	private static final int BINS = 60, MARGIN = 90;

	private static final double TAIL = 0.005;

	/**
	 * @param displacement
	 *            the whole displacement
	 * @param labels
	 *            on its grid
	 * @return the determinant, and its values within the bone
	 */
	public static JacobianSummary of( final DisplacementField displacement, final Volume< UnsignedByteType > labels )
	{
		final Volume< FloatType > determinant = Deformations.jacobianDeterminant( displacement );
		final float[] all = FloatArrays.of( determinant.voxels() ), within = new float[ all.length ];
		final byte[] label = LabelArrays.of( labels.voxels() );
		int n = 0;
		for ( int i = 0; i < all.length; ++i )
			if ( ( label[ i ] & 0xff ) == Atlas.BONE )
				within[ n++ ] = all[ i ];
		final float[] sorted = Arrays.copyOf( within, n );
		Arrays.sort( sorted );
		return new JacobianSummary( determinant, Deformations.foldedVoxels( determinant ), sorted );
	}

	/**
	 * @param part
	 *            from 0 to 1
	 * @return the value within the bone that this part of its voxels does not exceed; NaN where no voxel is of the bone
	 */
	public double quantile( final double part )
	{
		return sorted.length == 0 ? Double.NaN : sorted[ ( int ) Math.round( part * ( sorted.length - 1 ) ) ];
	}

	/**
	 * @return one line
	 */
	public String text()
	{
		return String.format( Locale.ROOT,
				"Jacobian determinant within the bone: median %.3f, 5th to 95th percentile %.3f to %.3f; folded voxels: %d",
				quantile( 0.5 ),
				quantile( 0.05 ), quantile( 0.95 ), foldedVoxels );
	}

	/**
	 * @param width
	 *            in pixels, at least 200
	 * @param height
	 *            in pixels, at least 150
	 * @return the histogram of the values within the bone, without the outermost half percent on either side; null where no
	 *         voxel is of the bone
	 */
	public BufferedImage histogram( final int width, final int height )
	{
		if ( sorted.length == 0 )
			return null;
		final double min = Math.min( quantile( TAIL ), 1 - 1e-3 ), max = Math.max( quantile( 1 - TAIL ), 1 + 1e-3 );
		final double[] at = new double[ BINS ], share = new double[ BINS ];
		for ( int bin = 0; bin < BINS; ++bin )
			at[ bin ] = min + ( bin + 0.5 ) * ( max - min ) / BINS;
		for ( final float value : sorted )
			if ( value >= min && value <= max )
				share[ ( int ) Math.min( BINS - 1, BINS * ( value - min ) / ( max - min ) ) ] += 100.0 / sorted.length;
		final Plot plot = new Plot( "", "Jacobian determinant", "% of the bone" );
		plot.setFrameSize( width - MARGIN, height - MARGIN * 2 / 3 );
		plot.setFont( Font.PLAIN, 12 );
		plot.setLimits( min, max, 0, 1.05 * Arrays.stream( share ).max().getAsDouble() );
		plot.setColor( Color.DARK_GRAY, new Color( 0x8DB0FE ) );
		plot.add( "bar", at, share );
		plot.setColor( RegistrationPicture.TRUTH );
		plot.drawDottedLine( 1, 0, 1, Arrays.stream( share ).max().getAsDouble(), 2 );
		return plot.getImagePlus().getBufferedImage();
	}
}
