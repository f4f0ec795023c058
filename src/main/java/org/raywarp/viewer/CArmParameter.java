/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.util.function.ToDoubleFunction;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;

/**
 * One number of a C-arm that a user can turn at.
 */
public enum CArmParameter
{
	/** LAO positive. */
	PRIMARY_ANGLE( "LAO / RAO (\u00b0)", "degrees; LAO positive, RAO negative", new SliderRange( -180, 180, 0.1, 1 ),
			arm -> arm.angulation().primaryAngle(),
			( arm, value ) -> turned( arm, new CArmAngulation( value, arm.angulation().secondaryAngle() ) ) ),
	/** Cranial positive. */
	SECONDARY_ANGLE( "CRA / CAU (\u00b0)", "degrees; cranial positive, caudal negative", new SliderRange( -90, 90, 0.1, 1 ),
			arm -> arm.angulation().secondaryAngle(),
			( arm, value ) -> turned( arm, new CArmAngulation( arm.angulation().primaryAngle(), value ) ) ),
	/** The isocenter stays in front of the detector. */
	SOURCE_TO_DETECTOR( "Source-detector (mm)", "mm from the X-ray source to the detector", new SliderRange( 100, 2500, 1, 10 ),
			ConeBeamGeometry::sourceToDetector,
			( arm, value ) -> withDistances( arm, value, Math.min( arm.sourceToIsocenter(), value - Distances.LEAST ) ) ),
	/** The detector stays behind the isocenter. */
	SOURCE_TO_ISOCENTER( "Source-isocenter (mm)", "mm from the X-ray source to the point that the C-arm turns about",
			new SliderRange( 50, 2499,
					1, 10 ),
			ConeBeamGeometry::sourceToIsocenter,
			( arm, value ) -> withDistances( arm, Math.max( arm.sourceToDetector(), value + Distances.LEAST ), value ) ),
	/** Number of pixel columns. */
	COLUMNS( "Columns", "pixel columns of the detector", new SliderRange( 16, 2048, 1, 16 ), arm -> arm.detector().columns(),
			( arm, value ) -> withPlate( arm, ( int ) Math.round( value ), arm.detector().rows(), arm.detector().pixelSpacingX(),
					arm.detector().pixelSpacingY() ) ),
	/** Number of pixel rows. */
	ROWS( "Rows", "pixel rows of the detector", new SliderRange( 16, 2048, 1, 16 ), arm -> arm.detector().rows(),
			( arm, value ) -> withPlate( arm, arm.detector().columns(), ( int ) Math.round( value ), arm.detector().pixelSpacingX(),
					arm.detector().pixelSpacingY() ) ),
	/** Distance between columns. */
	SPACING_X( "Column spacing (mm)", "mm between pixel columns, at the detector", new SliderRange( 0.05, 5, 0.001, 0.05 ),
			arm -> arm.detector().pixelSpacingX(),
			( arm, value ) -> withPlate( arm, arm.detector().columns(), arm.detector().rows(), value, arm.detector().pixelSpacingY() ) ),
	/** Distance between rows. */
	SPACING_Y( "Row spacing (mm)", "mm between pixel rows, at the detector", new SliderRange( 0.05, 5, 0.001, 0.05 ),
			arm -> arm.detector().pixelSpacingY(),
			( arm, value ) -> withPlate( arm, arm.detector().columns(), arm.detector().rows(), arm.detector().pixelSpacingX(), value ) ),
	/** To the patient's left. */
	ISOCENTER_X( "Isocenter x (mm)", "mm in the world of the CT, to the patient's left", Distances.OF_ISOCENTER,
			arm -> arm.isocenter().get( 0, 3 ), ( arm, value ) -> withIsocenter( arm, 0, value ) ),
	/** To posterior. */
	ISOCENTER_Y( "Isocenter y (mm)", "mm in the world of the CT, to posterior", Distances.OF_ISOCENTER,
			arm -> arm.isocenter().get( 1, 3 ), ( arm, value ) -> withIsocenter( arm, 1, value ) ),
	/** To superior. */
	ISOCENTER_Z( "Isocenter z (mm)", "mm in the world of the CT, to superior", Distances.OF_ISOCENTER,
			arm -> arm.isocenter().get( 2, 3 ), ( arm, value ) -> withIsocenter( arm, 2, value ) );

	/** Makes a C-arm with another number. */
	@FunctionalInterface
	private interface Setter
	{
		ConeBeamGeometry set( ConeBeamGeometry arm, double value );
	}

	/** What the constants above use. */
	private static final class Distances
	{
		/** Between isocenter and detector, in mm. */
		static final double LEAST = 1;

		static final SliderRange OF_ISOCENTER = new SliderRange( -500, 500, 0.1, 1 );
	}

	final String label, meaning;

	final SliderRange range;

	private final ToDoubleFunction< ConeBeamGeometry > getter;

	private final Setter setter;

	CArmParameter( final String label, final String meaning, final SliderRange range, final ToDoubleFunction< ConeBeamGeometry > getter,
			final Setter setter )
	{
		this.label = label;
		this.meaning = meaning;
		this.range = range;
		this.getter = getter;
		this.setter = setter;
	}

	/** @return the number, in its unit */
	double of( final ConeBeamGeometry arm )
	{
		return getter.applyAsDouble( arm );
	}

	/** @return the C-arm with another number; a distance that would not fit any more gives way */
	ConeBeamGeometry set( final ConeBeamGeometry arm, final double value )
	{
		return setter.set( arm, value );
	}

	/** @return whether the number is a matter of one view, unlike those of the machine */
	boolean isAngle()
	{
		return this == PRIMARY_ANGLE || this == SECONDARY_ANGLE;
	}

	/** @return the C-arm turned to other angles */
	static ConeBeamGeometry turned( final ConeBeamGeometry arm, final CArmAngulation angulation )
	{
		return new ConeBeamGeometry( arm.sourceToDetector(), arm.sourceToIsocenter(), arm.isocenter(), angulation, arm.detector() );
	}

	private static ConeBeamGeometry withDistances( final ConeBeamGeometry arm, final double toDetector, final double toIsocenter )
	{
		return new ConeBeamGeometry( toDetector, toIsocenter, arm.isocenter(), arm.angulation(), arm.detector() );
	}

	private static ConeBeamGeometry withIsocenter( final ConeBeamGeometry arm, final int axis, final double value )
	{
		final double[] isocenter = arm.isocenter().apply( 0, 0, 0 );
		isocenter[ axis ] = value;
		return new ConeBeamGeometry( arm.sourceToDetector(), arm.sourceToIsocenter(),
				Affine3D.translation( isocenter[ 0 ], isocenter[ 1 ], isocenter[ 2 ] ), arm.angulation(), arm.detector() );
	}

	/** The principal point stays as many mm off the middle of the plate. */
	private static ConeBeamGeometry withPlate( final ConeBeamGeometry arm, final int columns, final int rows, final double spacingX,
			final double spacingY )
	{
		final Detector d = arm.detector();
		final double offX = ( d.principalColumn() - ( d.columns() - 1 ) / 2.0 ) * d.pixelSpacingX(),
				offY = ( d.principalRow() - ( d.rows() - 1 ) / 2.0 ) * d.pixelSpacingY();
		return new ConeBeamGeometry( arm.sourceToDetector(), arm.sourceToIsocenter(), arm.isocenter(), arm.angulation(),
				new Detector( columns,
						rows, spacingX, spacingY, ( columns - 1 ) / 2.0 + offX / spacingX, ( rows - 1 ) / 2.0 + offY / spacingY ) );
	}
}
