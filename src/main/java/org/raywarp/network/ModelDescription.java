/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a trained model beside its weights: the content of {@code model.json}.
 *
 * @param name
 *            for reports
 * @param network
 *            its configuration
 * @param views
 *            the geometry it was trained for
 * @param training
 *            what it was trained on
 * @param metrics
 *            results on persons it was not trained on, by their names
 * @param checksums
 *            of the other files of the model
 */
public record ModelDescription( String name, NetworkConfig network, List< ViewRange > views, Training training,
		Map< String, Double > metrics,
		Checksums checksums )
{
	/** Defensive copies. */
	public ModelDescription
	{
		views = List.copyOf( views );
		metrics = Collections.unmodifiableMap( new TreeMap<>( metrics ) );
	}

	/**
	 * The directions from which radiographs were taken in training, in degrees.
	 *
	 * @param name
	 *            of the view
	 * @param leastPrimary
	 *            smallest primary angle
	 * @param mostPrimary
	 *            largest primary angle
	 * @param leastSecondary
	 *            smallest secondary angle
	 * @param mostSecondary
	 *            largest secondary angle
	 */
	public record ViewRange( String name, double leastPrimary, double mostPrimary, double leastSecondary, double mostSecondary )
	{}

	/**
	 * What a model was trained on.
	 *
	 * @param data
	 *            the data set and its license, in words
	 * @param cases
	 *            number of cases
	 * @param persons
	 *            number of persons
	 * @param masks
	 *            whether radiographs had masks
	 * @param steps
	 *            number of steps
	 * @param commit
	 *            of the software that trained it
	 */
	public record Training( String data, int cases, int persons, LearnedMasks masks, long steps, String commit )
	{}

	/**
	 * SHA-256 checksums as hexadecimal numbers.
	 *
	 * @param graph
	 *            of the SavedModel
	 * @param atlasCt
	 *            of the atlas's CT
	 * @param atlasLabels
	 *            of the atlas's labels
	 * @param population
	 *            of the population's modes, where the model has them
	 */
	public record Checksums( String graph, String atlasCt, String atlasLabels, Optional< String > population )
	{}
}
