/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.raywarp.registration.Atlas;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RegistrationResult;
import org.raywarp.volume.Volume;
import org.raywarp.xray.LabelMasks;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The picture of a registration: the radiographs with the outline of the bone before and after, and the middle coronal
 * slice of the warped atlas with its outline and, where it is known, the true one.
 */
public final class RegistrationPicture
{
	/** Color of the atlas as it was. */
	public static final Color BEFORE = new Color( 0xE6A000 );

	/** Color of the registered atlas. */
	public static final Color AFTER = new Color( 0x00C878 );

	/** Color of the truth. */
	public static final Color TRUTH = new Color( 0xE03070 );

	private static final int CORONAL = 1;

	private RegistrationPicture()
	{}

	/**
	 * @param atlas
	 *            as it was
	 * @param radiographs
	 *            it was registered to
	 * @param result
	 *            of the registration
	 * @param truth
	 *            the true labels on the atlas grid, or null
	 * @return a panel a radiograph, and one for the slice
	 */
	public static List< Panel > panels( final Atlas atlas, final List< Radiograph > radiographs, final RegistrationResult result,
			final Volume< UnsignedByteType > truth )
	{
		final List< Panel > panels = new ArrayList<>();
		for ( final Radiograph radiograph : radiographs )
		{
			final Map< Path2D, Color > outlines = new LinkedHashMap<>();
			outlines.put( outline( atlas.labels(), radiograph ), BEFORE );
			outlines.put( outline( result.labels(), radiograph ), AFTER );
			panels.add( new Panel( radiograph.view().name() + ": atlas (yellow), registered (green)", radiograph.image(),
					radiograph.view().pixelSpacingX(), radiograph.view().pixelSpacingY(), outlines ) );
		}
		final Map< Path2D, Color > outlines = new LinkedHashMap<>();
		if ( truth != null )
			outlines.put( Contours.of( coronal( bone( truth ) ), 0.5 ), TRUTH );
		outlines.put( Contours.of( coronal( bone( result.labels() ) ), 0.5 ), AFTER );
		final double[] spacing = result.ct().grid().spacing();
		panels.add( new Panel( "coronal slice: warped (green)" + ( truth == null ? "" : ", true (red)" ), coronal( result.ct().voxels() ),
				spacing[ 0 ],
				spacing[ 2 ], outlines ) );
		return panels;
	}

	private static Path2D outline( final Volume< UnsignedByteType > labels, final Radiograph radiograph )
	{
		return Contours.of( LabelMasks.project( labels, Atlas.BONE, radiograph.view() ), 0.5 );
	}

	static RandomAccessibleInterval< FloatType > bone( final Volume< UnsignedByteType > labels )
	{
		return Converters.convert( labels.voxels(), ( label, bone ) -> bone.setReal( label.get() == Atlas.BONE ? 1 : 0 ), new FloatType() );
	}

	/** Superior is up. */
	static < T extends RealType< T > > RandomAccessibleInterval< T > coronal( final RandomAccessibleInterval< T > volume )
	{
		final RandomAccessibleInterval< T > slice = Views.hyperSlice( volume, CORONAL, volume.dimension( CORONAL ) / 2 );
		return Views.zeroMin( Views.invertAxis( slice, 1 ) );
	}
}
