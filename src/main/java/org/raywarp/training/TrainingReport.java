/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import org.raywarp.network.Losses;

/**
 * How a training ended.
 *
 * @param steps
 *            number of steps taken, earlier runs included
 * @param bestStep
 *            the step whose weights did best on the validation cases; these are the ones to use
 * @param best
 *            the mean losses of the validation cases there
 * @param finished
 *            whether all steps were taken, rather than the time limit reached
 */
public record TrainingReport( long steps, long bestStep, Losses best, boolean finished )
{}
