/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import org.raywarp.geometry.View;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A digitally reconstructed radiograph: a simulated X-ray image.
 *
 * @param image
 *            log attenuation {@code -ln( I / I0 )} over (column, row), dimensionless: bones are bright
 * @param mask
 *            1 where the chosen label is seen and 0 elsewhere, over (column, row); null where there were no labels
 * @param view
 *            where the image was taken from
 */
public record Drr( RandomAccessibleInterval< FloatType > image, RandomAccessibleInterval< FloatType > mask, View view )
{}
