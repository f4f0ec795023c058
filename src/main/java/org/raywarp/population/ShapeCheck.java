/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import org.raywarp.anatomy.ClosedSurface;
import org.raywarp.anatomy.FemurFrame;
import org.raywarp.anatomy.Side;
import org.raywarp.geometry.TriangleMesh;

/**
 * Whether a surface could be a femur.
 *
 * @param surface
 *            in the reference frame, where it passed
 * @param reason
 *            why it did not pass; empty where it did
 */
public record ShapeCheck( TriangleMesh surface, String reason )
{
	/**
	 * @param surface
	 *            near the reference frame, in mm
	 * @return what was found
	 */
	public static ShapeCheck of( final TriangleMesh surface )
	{
		try
		{
			final TriangleMesh closed = ClosedSurface.of( surface );
			return new ShapeCheck( closed.transformed( FemurFrame.of( closed, Side.RIGHT ).frameFromPatient() ), "" );
		}
		catch ( final IllegalArgumentException e )
		{
			return new ShapeCheck( surface, e.getMessage() );
		}
	}

	/**
	 * @return whether it could be a femur
	 */
	public boolean passed()
	{
		return reason.isEmpty();
	}
}
