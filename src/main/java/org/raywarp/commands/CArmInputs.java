/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.raywarp.dataset.StandardViews;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.CArmCalibration;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.io.AutoscoperCameraFile;
import org.raywarp.io.GeometryFile;

/**
 * Where a virtual C-arm begins.
 */
final class CArmInputs
{
	private CArmInputs()
	{}

	/**
	 * @param geometry
	 *            the geometry file, or a camera file of MayaCam and Autoscoper (.txt); null for the standard C-arm
	 * @param center
	 *            of the volume, in mm, which a view without an isocenter turns about
	 * @return the positions of the C-arm by the names of the views
	 * @throws IOException
	 *             if the file is not a readable geometry, or a view in it is no position of a C-arm
	 */
	static Map< String, ConeBeamGeometry > read( final Path geometry, final double[] center ) throws IOException
	{
		if ( geometry == null )
			return standard( center );
		final String name = geometry.getFileName().toString();
		if ( !name.endsWith( ".txt" ) )
			return GeometryFile.readCArms( geometry, center );
		final View view = AutoscoperCameraFile.read( geometry, name.substring( 0, name.length() - 4 ) );
		return new LinkedHashMap<>( Map.of( view.name(), CArmCalibration.of( view, center ) ) );
	}

	private static Map< String, ConeBeamGeometry > standard( final double[] center )
	{
		final Map< String, ConeBeamGeometry > arms = new LinkedHashMap<>();
		arms.put( "frontal", standard( center, StandardViews.FRONTAL_ANGLE ) );
		arms.put( "lateral", standard( center, StandardViews.LATERAL_ANGLE ) );
		return arms;
	}

	private static ConeBeamGeometry standard( final double[] center, final double primaryAngle )
	{
		final ConeBeamGeometry arm =
				ConeBeamGeometry.standard( new CArmAngulation( primaryAngle, 0 ), StandardViews.COLUMNS, StandardViews.ROWS );
		return new ConeBeamGeometry( arm.sourceToDetector(), arm.sourceToIsocenter(),
				Affine3D.translation( center[ 0 ], center[ 1 ], center[ 2 ] ), arm.angulation(), arm.detector() );
	}

	/**
	 * @param arms
	 *            positions by the names of the views
	 * @param primary
	 *            added to the primary angle of each, in degrees
	 * @param secondary
	 *            added to the secondary angle of each, in degrees
	 * @return the turned positions
	 */
	static Map< String, ConeBeamGeometry > turned( final Map< String, ConeBeamGeometry > arms, final double primary,
			final double secondary )
	{
		final Map< String, ConeBeamGeometry > turned = new LinkedHashMap<>();
		arms.forEach( ( name, arm ) -> turned.put( name, new ConeBeamGeometry( arm.sourceToDetector(), arm.sourceToIsocenter(),
				arm.isocenter(),
				new CArmAngulation( arm.angulation().primaryAngle() + primary, arm.angulation().secondaryAngle() + secondary ),
				arm.detector() ) ) );
		return turned;
	}
}
