/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;

/**
 * A SavedModel loaded by DJL: named arrays in, named arrays out. For one thread at a time.
 */
final class SavedModelRunner implements AutoCloseable
{
	private final ZooModel< NDList, NDList > model;

	private final Predictor< NDList, NDList > predictor;

	/** An array with its shape. */
	record Tensor( float[] values, long... shape )
	{}

	/**
	 * @param folder
	 *            of a SavedModel that was checked
	 */
	SavedModelRunner( final Path folder, final Device device ) throws IOException
	{
		TensorFlowRuntime.require( device );
		model = withOwnLoader( () -> load( folder, device ) );
		predictor = withOwnLoader( model::newPredictor );
	}

	private static ZooModel< NDList, NDList > load( final Path folder, final Device device ) throws IOException
	{
		final boolean gpu = device != Device.CPU && TensorFlowRuntime.hasGpu();
		final Criteria< NDList, NDList > criteria = Criteria.builder().setTypes( NDList.class, NDList.class ).optEngine( "TensorFlow" )
				.optModelPath( folder )
				.optModelName( SavedModels.FILE ).optOption( "Tags", SavedModels.TAG ).optOption( "SignatureDefKey", SavedModels.SIGNATURE )
				.optDevice( gpu ? ai.djl.Device.gpu() : ai.djl.Device.cpu() ).optTranslator( new NoopTranslator() ).build();
		try
		{
			return criteria.loadModel();
		}
		catch ( final ModelNotFoundException | MalformedModelException e )
		{
			throw new IOException( "The saved model in " + folder + " cannot be loaded: " + e.getMessage(), e );
		}
	}

	/**
	 * @param inputs
	 *            by the names of the signature
	 * @return the outputs by theirs
	 */
	Map< String, float[] > run( final Map< String, Tensor > inputs )
	{
		try ( NDManager manager = model.getNDManager().newSubManager() )
		{
			final NDList list = new NDList();
			inputs.forEach( ( name, tensor ) -> {
				final NDArray array = manager.create( tensor.values, new Shape( tensor.shape ) );
				array.setName( name );
				list.add( array );
			} );
			final NDList outputs = withOwnLoader( () -> predict( list ) );
			final Map< String, float[] > values = new HashMap<>();
			for ( final NDArray output : List.copyOf( outputs ) )
				values.put( output.getName(), output.toFloatArray() );
			outputs.close();
			return values;
		}
		catch ( final IOException e )
		{
			throw new IllegalStateException( e.getMessage(), e );
		}
	}

	private NDList predict( final NDList list ) throws IOException
	{
		try
		{
			return predictor.predict( list );
		}
		catch ( final TranslateException e )
		{
			throw new IOException( "The saved model cannot be run: " + e.getMessage(), e );
		}
	}

	@FunctionalInterface
	private interface Call< T >
	{
		T run() throws IOException;
	}

	/** DJL finds its engines through the thread's class loader, which within Fiji need not know them. */
	private static < T > T withOwnLoader( final Call< T > call ) throws IOException
	{
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader( SavedModelRunner.class.getClassLoader() );
		try
		{
			return call.run();
		}
		finally
		{
			thread.setContextClassLoader( before );
		}
	}

	@Override
	public void close()
	{
		predictor.close();
		model.close();
	}
}
