/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What the primary beam, which was neither absorbed nor scattered, leaves in the detector, over (column, row): with S the
 * spectrum of the open beam (sum 1), T the transmission of the body at each energy, D and D2 of {@link DetectorResponse}.
 *
 * @param mean
 *            {@code sum( S D T ) / sum( S D )}: the signal relative to that of the open beam
 * @param secondMoment
 *            {@code sum( S D2 T ) / sum( S D )^2}: the variance of that signal where one photon a pixel is sent; for
 *            {@link DetectorResponse#IDEAL} it is the mean, and may be the same image
 */
public record PrimarySignal( RandomAccessibleInterval< FloatType > mean, RandomAccessibleInterval< FloatType > secondMoment )
{}
