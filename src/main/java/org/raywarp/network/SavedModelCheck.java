/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

import com.google.protobuf.InvalidProtocolBufferException;

/**
 * Refuses SavedModels that are not networks of a {@link Method}, before TensorFlow sees them: a graph is a program, and
 * TensorFlow has operations that read and write files, start code and send over the network. Only the operations that the
 * builders here use are let through, and neither functions nor further files.
 */
final class SavedModelCheck
{
	/** The operations of the networks. */
	private static final Set< String > OPERATIONS = Set.of( "Add", "AddV2", "BiasAdd", "Cast", "ConcatV2", "Const", "Conv2D", "Conv3D",
			"Cos", "Div", "Exp",
			"ExpandDims", "Floor", "FusedBatchNormV3", "GatherV2", "Greater", "Identity", "LeakyRelu", "MatMul", "MaxPool3D", "Maximum",
			"Minimum",
			"Mul", "Neg", "NoOp",
			"PadV2", "Placeholder", "Reshape", "Rsqrt", "SelectV2", "Shape", "Sigmoid", "Sin", "Slice", "Sqrt", "Square", "Sub", "Sum",
			"Tanh",
			"Tile" );

	/** Names of operations that touch files, processes or the network. */
	private static final Pattern OUTWARD =
			Pattern.compile( "File|Directory|PyFunc|Save|Restore|Checkpoint|Reader|Dataset|Summary|Rpc|Send|Recv"
					+ "|Print|Debug|Dynamic|Library|Remote|Audio|TPU|Collective" );

	/** What constants hold; others are texts, and handles of resources. */
	private static final Set< DataType > NUMBERS =
			Set.of( DataType.DT_FLOAT, DataType.DT_DOUBLE, DataType.DT_INT32, DataType.DT_INT64, DataType.DT_BOOL );

	private static final long MAX_BYTES = 512L << 20;

	private static final int MAX_NODES = 50_000;

	/** More than the weights and coordinates of the largest network. */
	private static final long MAX_CONSTANTS = 128L << 20;

	private SavedModelCheck()
	{}

	/**
	 * @param file
	 *            a SavedModel
	 * @param inputs
	 *            shapes of the inputs its signature must have, by name
	 * @param outputs
	 *            shapes of its outputs, likewise
	 * @throws IOException
	 *             if it is anything else
	 */
	static void require( final Path file, final Map< String, long[] > inputs, final Map< String, long[] > outputs ) throws IOException
	{
		if ( Files.size( file ) > MAX_BYTES )
			throw new IOException( file + " has " + Files.size( file ) + " bytes; expected at most " + MAX_BYTES + "." );
		final MetaGraphDef graph = read( file );
		requireOperations( file, graph );
		final SignatureDef signature = graph.getSignatureDefMap().get( SavedModels.SIGNATURE );
		if ( signature == null )
			throw new IOException( file + " has no signature " + SavedModels.SIGNATURE + "; expected a RayWarp model." );
		requireTensors( file, "inputs", signature.getInputsMap(), inputs );
		requireTensors( file, "outputs", signature.getOutputsMap(), outputs );
	}

	private static void requireOperations( final Path file, final MetaGraphDef graph ) throws IOException
	{
		final List< NodeDef > nodes = graph.getGraphDef().getNodeList();
		if ( nodes.size() > MAX_NODES )
			throw new IOException( file + " has " + nodes.size() + " operations; expected at most " + MAX_NODES + "." );
		// Before the functions themselves are refused: what one of them does tells a user more than its name.
		final FunctionDefLibrary library = graph.getGraphDef().getLibrary();
		for ( final FunctionDef function : library.getFunctionList() )
			for ( final NodeDef node : function.getNodeDefList() )
				requireKnown( file, node, "in the function " + function.getSignature().getName() );
		// An operation that reads a file tells more than the text with the file's name.
		for ( final NodeDef node : nodes )
			requireKnown( file, node, node.getName() );
		requireConstants( file, nodes );
		if ( library.getFunctionCount() > 0 )
			throw new IOException( file + " defines functions of its own (" + library.getFunction( 0 ).getSignature().getName()
					+ "), which no RayWarp model does." );
		if ( graph.getAssetFileDefCount() > 0 )
			throw new IOException( file + " names the further file " + graph.getAssetFileDef( 0 ).getFilename()
					+ ", which no RayWarp model has; it is not loaded." );
	}

	private static void requireConstants( final Path file, final List< NodeDef > nodes ) throws IOException
	{
		long constants = 0;
		for ( final NodeDef node : nodes )
		{
			if ( node.getOp().equals( "Const" ) )
				constants += constant( file, node );
			if ( constants > MAX_CONSTANTS || constants < 0 )
				throw new IOException( file + " holds constants of more than " + MAX_CONSTANTS + " numbers; it is not loaded." );
		}
	}

	private static void requireKnown( final Path file, final NodeDef node, final String where ) throws IOException
	{
		if ( !OPERATIONS.contains( node.getOp() ) )
			throw new IOException( file + " holds the operation " + node.getOp() + " (" + where + "), which "
					+ ( reachesOut( node.getOp() ) ? "can touch files, processes or the network" : "no RayWarp model needs" )
					+ "; it is not loaded." );
	}

	/** For the sentence alone; refused is whatever is not known. */
	private static boolean reachesOut( final String operation )
	{
		return OUTWARD.matcher( operation ).find();
	}

	/** @return how many numbers it has */
	private static long constant( final Path file, final NodeDef node ) throws IOException
	{
		final AttrValue value = node.getAttrMap().get( "value" );
		if ( value == null || !NUMBERS.contains( value.getTensor().getDtype() ) )
			throw new IOException( file + ": the constant " + node.getName() + " is "
					+ ( value == null ? "empty" : value.getTensor().getDtype() ) + "; expected numbers." );
		return elements( value.getTensor().getTensorShape() );
	}

	static MetaGraphDef read( final Path file ) throws IOException
	{
		try ( InputStream in = new BufferedInputStream( Files.newInputStream( file ) ) )
		{
			final SavedModel model = SavedModel.parseFrom( in );
			if ( model.getMetaGraphsCount() != 1 || !model.getMetaGraphs( 0 ).getMetaInfoDef().getTagsList().contains( SavedModels.TAG ) )
				throw new IOException(
						file + " holds " + model.getMetaGraphsCount() + " graphs; expected one tagged " + SavedModels.TAG + "." );
			return model.getMetaGraphs( 0 );
		}
		catch ( final InvalidProtocolBufferException e )
		{
			throw new IOException( file + " is damaged or no SavedModel: " + e.getMessage(), e );
		}
	}

	static long elements( final TensorShapeProto shape )
	{
		long n = 1;
		for ( final TensorShapeProto.Dim dim : shape.getDimList() )
		{
			if ( dim.getSize() < 0 || dim.getSize() > MAX_CONSTANTS )
				return MAX_CONSTANTS + 1;
			n = Math.min( MAX_CONSTANTS + 1, n * dim.getSize() );
		}
		return n;
	}

	private static void requireTensors( final Path file, final String what, final Map< String, TensorInfo > actual,
			final Map< String, long[] > expected )
			throws IOException
	{
		if ( !actual.keySet().equals( expected.keySet() ) )
			throw new IOException( file + " has the " + what + " " + new TreeSet<>( actual.keySet() ) + "; expected "
					+ new TreeSet<>( expected.keySet() ) + "." );
		for ( final Map.Entry< String, long[] > entry : expected.entrySet() )
		{
			final TensorInfo tensor = actual.get( entry.getKey() );
			final long[] shape = tensor.getTensorShape().getDimList().stream().mapToLong( TensorShapeProto.Dim::getSize ).toArray();
			if ( tensor.getDtype() != DataType.DT_FLOAT || !Arrays.equals( shape, entry.getValue() ) )
				throw new IOException(
						file + ": the tensor " + entry.getKey() + " is " + tensor.getDtype() + " " + Arrays.toString( shape )
								+ "; expected DT_FLOAT " + Arrays.toString( entry.getValue() ) + " as " + ModelFolder.DESCRIPTION
								+ " says." );
		}
	}
}
