/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;

/**
 * One way in which the calibration of a view may be wrong, as a change of the view about a center, the bone's or the
 * C-arm's. A view whose calibration is taken so too great is the true view with that much more.
 */
public enum CalibrationError
{
	/** Of a C-arm's primary angle, LAO positive, in degrees; or of a patient who turned about the long axis meanwhile. */
	PRIMARY_ANGLE( "primary angle", "degrees" )
	{
		@Override
		public View apply( final View view, final double[] center, final double amount )
		{
			return view.after( new Similarity( 0, 0, -amount, 0, 0, 0, 1 ).about( center ) );
		}
	},
	/** Of a C-arm's secondary angle, cranial positive, in degrees. */
	SECONDARY_ANGLE( "secondary angle", "degrees" )
	{
		@Override
		public View apply( final View view, final double[] center, final double amount )
		{
			return ViewCorrection.apply( view, center, 0, -amount, 0, 0, 0, 0 );
		}
	},
	/** Of the principal point along the columns, in mm at the center. */
	COLUMN_SHIFT( "principal point along columns", "mm" )
	{
		@Override
		public View apply( final View view, final double[] center, final double amount )
		{
			return ViewCorrection.apply( view, center, 0, 0, 0, amount, 0, 0 );
		}
	},
	/** Of the principal point along the rows, in mm at the center. */
	ROW_SHIFT( "principal point along rows", "mm" )
	{
		@Override
		public View apply( final View view, final double[] center, final double amount )
		{
			return ViewCorrection.apply( view, center, 0, 0, 0, 0, amount, 0 );
		}
	},
	/** Of the distance from source to detector, in percent; that from the source to the patient holds. */
	DETECTOR_DISTANCE( "distance from source to detector", "percent" )
	{
		@Override
		public View apply( final View view, final double[] center, final double amount )
		{
			if ( !( amount > -100 ) )
				throw new IllegalArgumentException( "A distance can be wrong by more than -100 percent, not " + amount + "." );
			final double m = 1 + amount / 100;
			final Affine3D p = view.projection().homogeneousFromWorld();
			double column = 0, row = 0;
			// The last row is the unit normal of the detector: its image is the principal point (Hartley and Zisserman, 6.2.1).
			for ( int d = 0; d < 3; ++d )
			{
				column += p.get( 0, d ) * p.get( 2, d );
				row += p.get( 1, d ) * p.get( 2, d );
			}
			return new View( view.name(), view.projection().onRaster( m, column * ( 1 - m ), m, row * ( 1 - m ) ), view.columns(),
					view.rows(), view.pixelSpacingX(), view.pixelSpacingY() );
		}
	};

	private final String label, unit;

	CalibrationError( final String label, final String unit )
	{
		this.label = label;
		this.unit = unit;
	}

	/**
	 * @param view
	 *            as calibrated
	 * @param center
	 *            about which angles turn and where shifts are measured, in mm
	 * @param amount
	 *            by how much the calibration is made greater, in {@link #unit()}
	 * @return the view with that error
	 * @throws IllegalArgumentException
	 *             if a distance would vanish
	 */
	public abstract View apply( View view, double[] center, double amount );

	/**
	 * @return what is wrong, in words
	 */
	public String label()
	{
		return label;
	}

	/**
	 * @return in which unit amounts are
	 */
	public String unit()
	{
		return unit;
	}

	@Override
	public String toString()
	{
		return label;
	}
}
