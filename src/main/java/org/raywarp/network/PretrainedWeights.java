/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * The constants of a finished model, among them its weights, for another training to begin with.
 *
 * @param model
 *            where they come from, for messages
 * @param values
 *            of each constant by its name
 */
public record PretrainedWeights( String model, Map< String, float[] > values )
{
	/**
	 * @param graph
	 *            a SavedModel that {@link SavedModelCheck} let through
	 * @return its constants
	 */
	static PretrainedWeights read( final String model, final Path graph ) throws IOException
	{
		final Map< String, float[] > values = new HashMap<>();
		for ( final NodeDef node : SavedModelCheck.read( graph ).getGraphDef().getNodeList() )
			if ( node.getOp().equals( "Const" ) )
			{
				final TensorProto tensor = node.getAttrOrThrow( "value" ).getTensor();
				if ( tensor.getDtype() == DataType.DT_FLOAT )
					values.put( node.getName(), floats( tensor ) );
			}
		return new PretrainedWeights( model, values );
	}

	private static float[] floats( final TensorProto tensor )
	{
		// Tensors of one value, or of one many times, have a list instead of bytes.
		if ( tensor.getTensorContent().isEmpty() )
		{
			final float[] values = new float[ ( int ) SavedModelCheck.elements( tensor.getTensorShape() ) ];
			for ( int i = 0; i < values.length && tensor.getFloatValCount() > 0; ++i )
				values[ i ] = tensor.getFloatVal( Math.min( i, tensor.getFloatValCount() - 1 ) );
			return values;
		}
		final FloatBuffer content = tensor.getTensorContent().asReadOnlyByteBuffer().order( ByteOrder.LITTLE_ENDIAN ).asFloatBuffer();
		final float[] values = new float[ content.remaining() ];
		content.get( values );
		return values;
	}
}
