/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.TriangleMesh;

/**
 * A bone to make cases of.
 *
 * @param name
 *            of the bone, such as {@code m3-left}
 * @param person
 *            whose bone it is
 * @param surface
 *            closed, in mm, in the femur's reference frame, a left bone mirrored to a right one
 * @param atlasFromReference
 *            the similarity, about the world's origin, that brings the surface onto the atlas's;
 *            {@link Similarity#IDENTITY} without an atlas
 */
public record Subject( String name, String person, TriangleMesh surface, Similarity atlasFromReference )
{
	/**
	 * @param name
	 *            of the bone
	 * @param person
	 *            whose bone it is
	 * @param surface
	 *            closed, in mm, in the femur's reference frame
	 * @return the bone without an atlas
	 */
	public static Subject of( final String name, final String person, final TriangleMesh surface )
	{
		return new Subject( name, person, surface, Similarity.IDENTITY );
	}

	/**
	 * @param atlas
	 *            the surface of the atlas, in its reference frame, in mm
	 * @return this bone with the similarity to the atlas, see {@link SurfaceAlignment}
	 */
	public Subject alignedTo( final TriangleMesh atlas )
	{
		return new Subject( name, person, surface, SurfaceAlignment.align( surface, atlas ) );
	}
}
