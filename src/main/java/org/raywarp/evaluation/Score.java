/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

/**
 * How well a warped atlas fits a subject: the columns of Table 1 of Van Houtte et al. 2022, and the Hausdorff distance.
 *
 * @param person
 *            whose bone it is
 * @param name
 *            of the case
 * @param stage
 *            how far the registration had gone
 * @param dice
 *            Dice overlap of the bone, 0 to 1
 * @param jaccard
 *            Jaccard overlap of the bone, 0 to 1
 * @param assd
 *            average symmetric surface distance of the bone, in mm
 * @param hd95
 *            95th percentile of the surface distances, in mm
 * @param ssim
 *            structural similarity of the masked CTs; NaN where there is no CT
 */
public record Score( String person, String name, Stage stage, double dice, double jaccard, double assd, double hd95, double ssim )
{}
