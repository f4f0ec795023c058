/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.raywarp.io.JsonFields;
import org.raywarp.network.ModelDescription.Checksums;
import org.raywarp.network.ModelDescription.Training;
import org.raywarp.network.ModelDescription.ViewRange;
import org.raywarp.volume.Grid;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Model descriptions as JSON.
 */
final class ModelDescriptionFile
{
	private static final String FORMAT = "raywarp-model";

	private static final int VERSION = 1;

	private ModelDescriptionFile()
	{}

	static byte[] write( final ModelDescription model )
	{
		final JsonObject root = new JsonObject();
		root.addProperty( "format", FORMAT );
		root.addProperty( "version", VERSION );
		root.addProperty( "name", model.name() );
		root.add( "network", network( model.network() ) );
		final JsonArray views = new JsonArray();
		for ( final ViewRange view : model.views() )
		{
			final JsonObject v = new JsonObject();
			v.addProperty( "name", view.name() );
			v.add( "primaryAngle", numbers( view.leastPrimary(), view.mostPrimary() ) );
			v.add( "secondaryAngle", numbers( view.leastSecondary(), view.mostSecondary() ) );
			views.add( v );
		}
		root.add( "views", views );
		final JsonObject training = new JsonObject();
		training.addProperty( "data", model.training().data() );
		training.addProperty( "cases", model.training().cases() );
		training.addProperty( "persons", model.training().persons() );
		training.addProperty( "masks", model.training().masks().name() );
		training.addProperty( "steps", model.training().steps() );
		training.addProperty( "commit", model.training().commit() );
		root.add( "training", training );
		final JsonObject metrics = new JsonObject();
		model.metrics().forEach( metrics::addProperty );
		root.add( "metrics", metrics );
		final JsonObject sums = new JsonObject();
		sums.addProperty( ModelFolder.GRAPH, model.checksums().graph() );
		sums.addProperty( ModelFolder.ATLAS_CT, model.checksums().atlasCt() );
		sums.addProperty( ModelFolder.ATLAS_LABELS, model.checksums().atlasLabels() );
		model.checksums().population().ifPresent( sum -> sums.addProperty( ModelFolder.POPULATION, sum ) );
		root.add( "sha256", sums );
		return ( new GsonBuilder().setPrettyPrinting().create().toJson( root ) + "\n" ).getBytes( StandardCharsets.UTF_8 );
	}

	private static JsonObject network( final NetworkConfig config )
	{
		final JsonObject network = new JsonObject();
		network.addProperty( "method", config.method().name() );
		network.addProperty( "detectorColumns", config.detectorColumns() );
		network.addProperty( "detectorRows", config.detectorRows() );
		final int[] size = config.grid().size();
		network.add( "gridSize", numbers( size[ 0 ], size[ 1 ], size[ 2 ] ) );
		network.add( "gridSpacing", numbers( config.grid().spacing() ) );
		final Architecture a = config.architecture();
		network.addProperty( "levels", a.levels() );
		network.addProperty( "features", a.features() );
		network.add( "decoderFeatures", numbers( a.decoderFeatures().stream().mapToDouble( f -> f ).toArray() ) );
		network.addProperty( "squarings", a.squarings() );
		network.addProperty( "velocityStride", a.velocityStride() );
		final JsonArray ablations = new JsonArray();
		a.ablations().stream().sorted().forEach( ablation -> ablations.add( ablation.name() ) );
		network.add( "ablations", ablations );
		return network;
	}

	private static JsonArray numbers( final double... values )
	{
		final JsonArray array = new JsonArray();
		for ( final double v : values )
			if ( v == Math.rint( v ) )
				array.add( ( long ) v );
			else
				array.add( v );
		return array;
	}

	/**
	 * @param where
	 *            the file, for errors
	 * @param text
	 *            its content
	 * @throws IOException
	 *             if it is not a description of this version
	 */
	static ModelDescription read( final String where, final String text ) throws IOException
	{
		final JsonFields root = JsonFields.parse( where, text );
		if ( !root.has( "format" ) || !FORMAT.equals( root.text( "format" ) ) )
			throw new IOException( where + " does not describe a RayWarp model; expected \"format\": \"" + FORMAT + "\"." );
		if ( root.number( "version" ) != VERSION )
			throw root.wrong( "version", root.object().get( "version" ), VERSION + ", the version this software reads" );
		root.requireOnly( "format", "version", "name", "network", "views", "training", "metrics", "sha256" );
		final List< ViewRange > views = new ArrayList<>();
		for ( final JsonElement e : root.array( "views" ) )
			views.add( view( where, e ) );
		final JsonFields training = root.object( "training" );
		training.requireOnly( "data", "cases", "persons", "masks", "steps", "commit" );
		final JsonFields metrics = root.object( "metrics" );
		final Map< String, Double > values = new TreeMap<>();
		for ( final String key : metrics.object().keySet() )
			values.put( key, metrics.number( key ) );
		final JsonFields sums = root.object( "sha256" );
		sums.requireOnly( ModelFolder.GRAPH, ModelFolder.ATLAS_CT, ModelFolder.ATLAS_LABELS, ModelFolder.POPULATION );
		final NetworkConfig network = network( where, root.object( "network" ) );
		if ( network.method() == Method.LABELS && views.size() != 2 )
			throw new IOException( where + ": the key \"views\" holds " + views.size()
					+ " views; expected the two that the label map is regressed from." );
		return new ModelDescription( root.text( "name" ), network, views,
				new Training( training.text( "data" ), training.whole( "cases", 0, Integer.MAX_VALUE ),
						training.whole( "persons", 0, Integer.MAX_VALUE ), choice( training, "masks", LearnedMasks.WITH ),
						training.whole( "steps", 0, Integer.MAX_VALUE ), training.text( "commit" ) ),
				values,
				new Checksums( sums.text( ModelFolder.GRAPH ), sums.text( ModelFolder.ATLAS_CT ), sums.text( ModelFolder.ATLAS_LABELS ),
						sums.has( ModelFolder.POPULATION ) ? Optional.of( sums.text( ModelFolder.POPULATION ) ) : Optional.empty() ) );
	}

	private static ViewRange view( final String where, final JsonElement e ) throws IOException
	{
		if ( !e.isJsonObject() )
			throw new IOException( where + ": the key \"views\" holds " + e + "; expected objects." );
		final JsonFields fields = new JsonFields( where, "views.", e.getAsJsonObject() );
		fields.requireOnly( "name", "primaryAngle", "secondaryAngle" );
		final double[] primary = fields.numbers( "primaryAngle", 2 ), secondary = fields.numbers( "secondaryAngle", 2 );
		return new ViewRange( fields.text( "name" ), primary[ 0 ], primary[ 1 ], secondary[ 0 ], secondary[ 1 ] );
	}

	private static NetworkConfig network( final String where, final JsonFields n ) throws IOException
	{
		n.requireOnly( "method", "detectorColumns", "detectorRows", "gridSize", "gridSpacing", "levels", "features", "decoderFeatures",
				"squarings",
				"velocityStride",
				"ablations" );
		final int levels = n.whole( "levels", 1, 6 );
		final List< Integer > decoder = new ArrayList<>();
		for ( final double f : n.numbers( "decoderFeatures", levels + 1 ) )
			decoder.add( ( int ) f );
		final int[] size = new int[ 3 ];
		final double[] sizes = n.numbers( "gridSize", 3 ), spacing = n.numbers( "gridSpacing", 3 );
		for ( int d = 0; d < 3; ++d )
		{
			if ( sizes[ d ] != Math.rint( sizes[ d ] ) || sizes[ d ] < 2 || sizes[ d ] > NetworkConfig.MAX_SIZE
					|| !( spacing[ d ] > 0.01 && spacing[ d ] < 100 ) )
				throw new IOException( where + ": the key \"network.gridSize\" or \"network.gridSpacing\" is out of range; expected 2 to "
						+ NetworkConfig.MAX_SIZE
						+ " voxels of 0.01 to 100 mm." );
			size[ d ] = ( int ) sizes[ d ];
		}
		try
		{
			final Architecture architecture =
					new Architecture( levels, n.whole( "features", 1, 64 ), decoder, n.whole( "squarings", 0, 12 ),
							n.whole( "velocityStride", 1, 2 ), ablations( n ) );
			return new NetworkConfig( n.whole( "detectorColumns", 1, NetworkConfig.MAX_SIZE ),
					n.whole( "detectorRows", 1, NetworkConfig.MAX_SIZE ),
					Grid.centered( size, spacing ), architecture, choice( n, "method", Method.DEFORMATION ) );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( where + ": " + e.getMessage(), e );
		}
	}

	/** Descriptions of the first models, which regress a deformation and learned with masks, do not say so. */
	private static < E extends Enum< E > > E choice( final JsonFields fields, final String key, final E missing ) throws IOException
	{
		if ( !fields.has( key ) )
			return missing;
		final E[] all = missing.getDeclaringClass().getEnumConstants();
		for ( final E constant : all )
			if ( constant.name().equals( fields.text( key ) ) )
				return constant;
		throw fields.wrong( key, fields.object().get( key ), "one of " + Arrays.toString( all ) );
	}

	private static Set< Ablation > ablations( final JsonFields n ) throws IOException
	{
		final Set< Ablation > ablations = new HashSet<>();
		for ( final JsonElement e : n.array( "ablations" ) )
			try
			{
				ablations.add( Ablation.valueOf( e.getAsString() ) );
			}
			catch ( final RuntimeException x )
			{
				throw n.wrong( "ablations", e, "names out of " + Arrays.toString( Ablation.values() ) );
			}
		return ablations;
	}
}
