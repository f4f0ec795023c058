/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
/**
 * Line integrals of volumes along the rays of a view, their exact adjoints, and resampling between world and beam space
 * (the ProST and inv-ProST layers). No physics of X-rays, no files.
 * <p>
 * Read in this order:
 * <ol>
 * <li>{@link org.raywarp.projection.Projector}, the operator and its adjoint, with {@link JosephProjector} (the default),
 * {@link SiddonProjector} and {@link TrilinearProjector};</li>
 * <li>{@link org.raywarp.projection.PiecewiseLinearIntegrals}, integrals of several functions of one volume, such as the
 * densities of materials, in one pass;</li>
 * <li>{@link org.raywarp.projection.Projections}, beam view and world view, lazy and fast;</li>
 * <li>{@code RayDriven}, the loops that the projectors share: a tile of the detector is one task forward, a slab of the
 * volume is one task backward, so that no two tasks write to one place;</li>
 * <li>{@code JosephKernel}, {@code SiddonKernel}, {@code TrilinearKernel}: the weights along one ray.</li>
 * </ol>
 * May import {@code geometry} and {@code volume}.
 */
package org.raywarp.projection;
