/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;

import org.raywarp.deformation.Similarity;
import org.raywarp.deformation.VelocityField;

/**
 * How far a refinement has come.
 *
 * @param similarity
 *            subject to atlas, about the center of the problem
 * @param velocity
 *            the local deformation
 * @param corrections
 *            six numbers a view, see {@link ViewCorrection}
 * @param ends
 *            where the subject's bone ends although the atlas's goes on
 */
record RefinementState( Similarity similarity, VelocityField velocity, List< double[] > corrections, List< BoneEnd > ends )
{}
