/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.util.Arrays;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;

import ij.measure.Calibration;

/**
 * An affine world frame as an ImageJ calibration (spacing, and the index of the world's origin) with a text of 12
 * numbers for what the calibration cannot hold.
 */
final class CalibratedFrame
{
	/** Spacings that agree to this part are the same: TIFF keeps them as fractions of 10^6. */
	private static final double SPACING_TOLERANCE = 1e-5;

	/** Origins that agree to this part of a voxel, beyond what the rounding of the spacing makes, are the same. */
	private static final double ORIGIN_TOLERANCE = 1e-3;

	private CalibratedFrame()
	{}

	/**
	 * @param c
	 *            spacing in its units, and origin
	 * @param kept
	 *            12 numbers of the map, row by row, or null: directions come from them, spacing and origin from the
	 *            calibration where they differ
	 * @param name
	 *            begins the sentence of an error
	 * @return voxel indices to the world in mm
	 * @throws IllegalArgumentException
	 *             if the calibration or the text is not an invertible map
	 */
	static Affine3D worldFromVoxel( final Calibration c, final String kept, final String name )
	{
		final double[] spacing =
				{ LengthUnit.millimeters( c.getXUnit() ) * c.pixelWidth, LengthUnit.millimeters( c.getYUnit() ) * c.pixelHeight,
						LengthUnit.millimeters( c.getZUnit() ) * c.pixelDepth };
		final double[] origin = { c.xOrigin, c.yOrigin, c.zOrigin };
		for ( int d = 0; d < 3; ++d )
			if ( !( spacing[ d ] > 0 && Double.isFinite( spacing[ d ] ) && Double.isFinite( origin[ d ] ) ) )
				throw new IllegalArgumentException( name + " has the voxel spacing " + Arrays.toString( spacing ) + " mm and the origin "
						+ Arrays.toString( origin ) + "; expected positive and finite numbers." );
		if ( kept == null )
			return withOrigin( Affine3D.scaleAndOrigin( spacing, new double[ 3 ] ), origin );
		return reconciled( parsed( kept, name ), spacing, origin );
	}

	/**
	 * @param worldFromVoxel
	 *            voxel indices to the world in mm
	 * @param c
	 *            receives spacing and origin, in mm
	 * @return the 12 numbers of the map, or null where the calibration holds all of it
	 */
	static String write( final Affine3D worldFromVoxel, final Calibration c )
	{
		final double[] spacing = spacing( worldFromVoxel ), origin = worldFromVoxel.inverse().apply( 0, 0, 0 );
		c.setUnit( "mm" );
		c.pixelWidth = spacing[ 0 ];
		c.pixelHeight = spacing[ 1 ];
		c.pixelDepth = spacing[ 2 ];
		c.xOrigin = 0.0 + origin[ 0 ];
		c.yOrigin = 0.0 + origin[ 1 ];
		c.zOrigin = 0.0 + origin[ 2 ];
		boolean aligned = true;
		for ( int r = 0; r < 3; ++r )
			for ( int k = 0; k < 3; ++k )
				aligned &= r == k ? worldFromVoxel.get( r, k ) > 0 : worldFromVoxel.get( r, k ) == 0;
		if ( aligned )
			return null;
		final StringBuilder numbers = new StringBuilder();
		for ( final double v : worldFromVoxel.toArray() )
			numbers.append( numbers.length() == 0 ? "" : " " ).append( v );
		return numbers.toString();
	}

	private static Affine3D parsed( final String kept, final String name )
	{
		try
		{
			final Affine3D map = Affine3D.of( Arrays.stream( kept.trim().split( "\\s+" ) ).mapToDouble( Double::parseDouble ).toArray() );
			map.inverse();
			return map;
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IllegalArgumentException( name + " has the property " + ImagePlusVolumes.WORLD_FROM_VOXEL + " \"" + kept
					+ "\"; expected the 12 numbers of an invertible map, row by row.", e );
		}
	}

	private static Affine3D reconciled( final Affine3D kept, final double[] spacing, final double[] origin )
	{
		final double[] keptSpacing = spacing( kept ), keptOrigin = kept.inverse().apply( 0, 0, 0 ), scale = new double[ 3 ];
		boolean same = true;
		for ( int d = 0; d < 3; ++d )
		{
			scale[ d ] = spacing[ d ] / keptSpacing[ d ];
			if ( Math.abs( scale[ d ] - 1 ) <= SPACING_TOLERANCE )
				scale[ d ] = 1;
			final double rounding = ORIGIN_TOLERANCE + SPACING_TOLERANCE * Math.abs( keptOrigin[ d ] );
			same &= scale[ d ] == 1 && Math.abs( origin[ d ] - keptOrigin[ d ] ) <= rounding;
		}
		return same ? kept : withOrigin( kept.after( Affine3D.scaleAndOrigin( scale, new double[ 3 ] ) ), origin );
	}

	/** The linear part of a map with the translation that brings a voxel index to the world's origin. */
	private static Affine3D withOrigin( final Affine3D map, final double[] origin )
	{
		final double[] m = map.toArray(), t = map.applyToVector( origin );
		for ( int r = 0; r < 3; ++r )
			m[ 4 * r + 3 ] = 0.0 - t[ r ];
		return Affine3D.of( m );
	}

	private static double[] spacing( final Affine3D worldFromVoxel )
	{
		return new Grid( new int[] { 1, 1, 1 }, worldFromVoxel ).spacing();
	}
}
