/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Programs that come as models.
 */
class SavedModelCheckTest
{
	@TempDir
	Path folder;

	/** A graph without inputs, outputs or operations, and what is added to it. */
	private Path model( final Consumer< MetaGraphDef.Builder > more ) throws IOException
	{
		final MetaGraphDef.Builder graph = MetaGraphDef.newBuilder();
		graph.getMetaInfoDefBuilder().addTags( SavedModels.TAG );
		graph.putSignatureDef( SavedModels.SIGNATURE, SignatureDef.getDefaultInstance() );
		more.accept( graph );
		return Files.write( folder.resolve( "saved_model.pb" ), SavedModel.newBuilder().addMetaGraphs( graph ).build().toByteArray() );
	}

	private String refusal( final Consumer< MetaGraphDef.Builder > more ) throws IOException
	{
		final Path file = model( more );
		return assertThrows( IOException.class, () -> SavedModelCheck.require( file, Map.of(), Map.of() ) ).getMessage();
	}

	private static NodeDef node( final String operation )
	{
		return NodeDef.newBuilder().setName( "hidden" ).setOp( operation ).build();
	}

	private static NodeDef constant( final DataType type, final long elements )
	{
		final TensorProto tensor = TensorProto.newBuilder().setDtype( type )
				.setTensorShape( TensorShapeProto.newBuilder().addDim( TensorShapeProto.Dim.newBuilder().setSize( elements ) ) ).build();
		return NodeDef.newBuilder().setName( "c" ).setOp( "Const" ).putAttr( "value", AttrValue.newBuilder().setTensor( tensor ).build() )
				.build();
	}

	@Test
	void harmlessGraphsPass() throws IOException
	{
		final Path file = model( g -> g.getGraphDefBuilder().addNode( node( "Add" ) ).addNode( constant( DataType.DT_FLOAT, 7 ) ) );
		assertDoesNotThrow( () -> SavedModelCheck.require( file, Map.of(), Map.of() ) );
	}

	@ParameterizedTest
	@ValueSource( strings = { "ReadFile", "WriteFile", "MatchingFiles", "PyFunc", "PyFuncStateless", "EagerPyFunc", "SaveV2", "RestoreV2",
			"MergeV2Checkpoints", "DebugIdentity", "PrintV2", "TensorDataset", "LMDBDataset", "FixedLengthRecordReaderV2",
			"WriteAudioSummary", "_Send", "_HostRecv", "RpcCall", "CollectiveReduceV2" } )
	void operationsThatReachOutAreRefusedByName( final String operation ) throws IOException
	{
		final String graph = refusal( g -> g.getGraphDefBuilder().addNode( node( operation ) ) );
		assertTrue( graph.contains( "the operation " + operation + " (hidden), which can touch files, processes or the network" ), graph );
		final String function = refusal( g -> g.getGraphDefBuilder().getLibraryBuilder().addFunction( FunctionDef.newBuilder()
				.setSignature( OpDef.newBuilder().setName( "innocent" ) ).addNodeDef( node( "Add" ) ).addNodeDef( node( operation ) ) ) );
		assertTrue( function.contains( "the operation " + operation + " (in the function innocent)" ), function );
	}

	@ParameterizedTest
	@ValueSource( strings = { "StatefulPartitionedCall", "PartitionedCall", "SymbolicGradient", "While", "If", "VarHandleOp",
			"NoSuchOperation" } )
	void allElseThatNoModelNeedsIsRefused( final String operation ) throws IOException
	{
		final String sentence = refusal( g -> g.getGraphDefBuilder().addNode( node( operation ) ) );
		assertTrue( sentence.contains( "the operation " + operation + " (hidden), which no RayWarp model needs" ), sentence );
	}

	@Test
	void functionsAndFurtherFilesAreRefused() throws IOException
	{
		final String function = refusal( g -> g.getGraphDefBuilder().getLibraryBuilder()
				.addFunction( FunctionDef.newBuilder().setSignature( OpDef.newBuilder().setName( "innocent" ) ) ) );
		assertTrue( function.contains( "functions of its own (innocent)" ), function );
		final String asset = refusal( g -> g.addAssetFileDef( AssetFileDef.newBuilder().setFilename( "../../secret" ) ) );
		assertTrue( asset.contains( "the further file ../../secret" ), asset );
	}

	@Test
	void constantsAreNumbersAndNotTooMany() throws IOException
	{
		for ( final DataType type : new DataType[] { DataType.DT_STRING, DataType.DT_RESOURCE, DataType.DT_VARIANT } )
		{
			final String sentence = refusal( g -> g.getGraphDefBuilder().addNode( constant( type, 1 ) ) );
			assertTrue( sentence.contains( "the constant c is " + type + "; expected numbers" ), sentence );
		}
		final String empty = refusal( g -> g.getGraphDefBuilder().addNode( node( "Const" ) ) );
		assertTrue( empty.contains( "the constant hidden is empty" ), empty );
		final String many = refusal( g -> g.getGraphDefBuilder().addNode( constant( DataType.DT_FLOAT, 1L << 40 ) ) );
		assertTrue( many.contains( "constants of more than" ), many );
	}
}
