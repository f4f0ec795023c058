/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;

/**
 * Writes graphs as SavedModels.
 */
final class SavedModels
{
	/** Tag of the one graph in a SavedModel. */
	static final String TAG = "serve";

	/** Key of its one signature. */
	static final String SIGNATURE = "serving_default";

	/** What a signature calls its method. */
	static final String METHOD = "tensorflow/serving/predict";

	/** The file that holds a graph. */
	static final String FILE = "saved_model.pb";

	private SavedModels()
	{}

	/**
	 * @param graph
	 *            without variables
	 * @param signature
	 *            its inputs and outputs
	 * @param folder
	 *            must not hold a model yet
	 */
	static void write( final Graph graph, final Signature signature, final Path folder ) throws IOException
	{
		Files.createDirectories( folder );
		try ( Session session = new Session( graph ) )
		{
			SavedModelBundle.exporter( folder.toString() ).withTags( TAG ).withSession( session ).withSignature( signature ).export();
		}
	}
}
