/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.volume.FrameTransform;

/**
 * One femur of a patient's CT in its reference frame, and the way back.
 *
 * @param labeled
 *            CT in HU and labels (1 = the femur)
 * @param transform
 *            between the patient and the frame
 * @param frame
 *            how the femur lies
 * @param report
 *            what was done and how far it can be trusted: lines for a person
 */
public record PreparedCt( LabeledCt labeled, FrameTransform transform, FemurFrame frame, String report )
{}
