/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.raywarp.xray.AntiScatterGrid;
import org.raywarp.xray.Blur;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.ImagingChain;
import org.raywarp.xray.Physics;
import org.raywarp.xray.RaySampling;
import org.raywarp.xray.Scatter;
import org.raywarp.xray.TungstenTube;

/**
 * From the fields of a form to the settings of a simulated radiograph. Each call checks its values.
 */
final class DrrOptions
{
	private static final Pattern RASTER = Pattern.compile( "\\s*(\\d{1,6})\\s*[xX]\\s*(\\d{1,6})\\s*" );

	private DrrSettings settings;

	DrrOptions( final Physics physics, final double kilovoltage, final double filtration, final DetectorModel detector )
	{
		if ( !( filtration >= 0 && Double.isFinite( filtration ) ) )
			throw new IllegalArgumentException( "The thickness of a filter is 0 or more, in mm, not " + filtration + "." );
		final DrrSettings ideal = physics == Physics.MONOENERGETIC ? DrrSettings.ofKilovoltage( kilovoltage )
				: DrrSettings.polyenergetic( kilovoltage )
						.withSpectrum( TungstenTube.spectrum( kilovoltage, TungstenTube.USUAL_ANODE_ANGLE, filtration ) );
		settings = ideal
				.withChain( new ImagingChain( detector.response( physics ), Scatter.NONE, AntiScatterGrid.NONE, Blur.NONE, 0 ) );
	}

	DrrSettings settings()
	{
		return settings;
	}

	/** @param raster columns x rows, or empty for the pixels of the view */
	DrrOptions rays( final String raster, final int perSide )
	{
		int columns = 0, rows = 0;
		if ( raster != null && !raster.isBlank() )
		{
			final Matcher matcher = RASTER.matcher( raster );
			if ( !matcher.matches() )
				throw new IllegalArgumentException( "The raster of rays is columns x rows, such as 422x640, not \"" + raster + "\"." );
			columns = Integer.parseInt( matcher.group( 1 ) );
			rows = Integer.parseInt( matcher.group( 2 ) );
			if ( columns == 0 && rows == 0 )
				throw new IllegalArgumentException( "The raster of rays has from 1 to " + RaySampling.MAX_RASTER
						+ " columns and rows, or is empty for that of the view, not \"" + raster + "\"." );
		}
		settings = settings.withSampling( new RaySampling( columns, rows, perSide ) );
		return this;
	}

	DrrOptions noise( final double photons, final double electronic, final long seed )
	{
		final ImagingChain c = settings.chain();
		settings = settings.withNoise( photons, seed )
				.withChain( new ImagingChain( c.response(), c.scatter(), c.grid(), c.blur(), electronic ) );
		return this;
	}

	DrrOptions scatter( final boolean scatter, final boolean grid )
	{
		settings = settings.withChain( settings.chain().withScatter( scatter ? Scatter.WATER : Scatter.NONE,
				grid ? AntiScatterGrid.RATIO_12 : AntiScatterGrid.NONE ) );
		return this;
	}

	DrrOptions blur( final double focalSpot, final double scintillator )
	{
		final ImagingChain c = settings.chain();
		settings = settings.withChain(
				new ImagingChain( c.response(), c.scatter(), c.grid(), new Blur( focalSpot, scintillator ), c.electronicNoise() ) );
		return this;
	}
}
