/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.List;

import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Progress;

/**
 * Point-to-point correspondence of femora: deforms one reference mesh onto every surface. First a rigid motion, then smooth
 * displacements of ever finer scale, a Gaussian process morphable model without samples (Luethi et al. 2017) fitted by
 * nearest points with compatible normals from both surfaces. Where a surface was cut off, the displacement goes on as
 * smoothly as the process has it. Safe for concurrent use.
 */
public final class Correspondence
{
	/** From what moves the shaft as a whole to the shape of a trochanter's tip. */
	private static final List< GaussianKernel > ACROSS = List.of( new GaussianKernel( 8, 200 ), new GaussianKernel( 5, 70 ),
			new GaussianKernel( 3, 35 ), new GaussianKernel( 1.5, 18 ) );

	/** The shaft has no places along it: where it is wider it must widen, not slide. */
	private static final List< GaussianKernel > ALONG = List.of( new GaussianKernel( 4, 50 ), new GaussianKernel( 3, 25 ),
			new GaussianKernel( 1, 15 ) );

	private static final int MODES = 360;

	private final TriangleMesh reference;

	private final ShapeModel displacements;

	/**
	 * @param reference
	 *            the mesh to deform: a right femur in the reference frame, in mm, evenly meshed
	 */
	public Correspondence( final TriangleMesh reference )
	{
		this.reference = reference;
		displacements = GaussianProcesses.of( reference, ACROSS, ALONG, MODES );
	}

	/**
	 * @return the correspondence to the mean femur: a mesh of 8,000 vertices, 190 mm of bone below the head's center
	 */
	public static Correspondence toMeanFemur()
	{
		return new Correspondence( ReferenceFemur.mesh() );
	}

	/**
	 * @return the reference mesh; not to be changed
	 */
	public TriangleMesh reference()
	{
		return reference;
	}

	/**
	 * Deforms the reference onto a surface.
	 *
	 * @param surface
	 *            in mm, in the femur's reference frame; cut off wherever, closed or not
	 * @param progress
	 *            told how far it is
	 * @return the deformed reference
	 * @throws IllegalArgumentException
	 *             if hardly a point of the surface lies near the reference
	 */
	public CorrespondingSurface register( final TriangleMesh surface, final Progress progress )
	{
		final int all = displacements.modeCount();
		final ShapeFit fit = new ModelFitting( displacements ).fit( surface,
				List.of( new ModelFitting.Stage( 1, 0, 30, 10, 20 ), new ModelFitting.Stage( 2, Math.min( 30, all ), 20, 8, 0 ),
						new ModelFitting.Stage( 1, Math.min( 90, all ), 12, 6, 0 ), new ModelFitting.Stage( 0.5, all, 8, 5, 0 ),
						new ModelFitting.Stage( 0.2, all, 6, 4, 0 ) ),
				progress );
		return new CorrespondingSurface( fit.surface(), fit.seen(), fit.residual() );
	}
}
