/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import org.raywarp.geometry.TriangleMesh;

/**
 * A bone that a population is learned from.
 *
 * @param name
 *            of the bone, such as {@code m3-left}
 * @param person
 *            whose bone it is; the bones of one person count as one together
 * @param surface
 *            in mm, in the femur's reference frame ({@link org.raywarp.anatomy.FemurFrame}), a left bone mirrored to a right
 *            one
 */
public record Specimen( String name, String person, TriangleMesh surface )
{}
