/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.raywarp.deformation.VelocityModes;
import org.raywarp.network.WeightSource.Start;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Builds the graph of the whole network that registers an atlas, for training and inference alike (Van Houtte et al. 2022,
 * Fig. 1):
 * <ol>
 * <li>ProST projects the atlas along both views; {@link AffineModule} regresses the similarity T.
 * <li>The atlas is warped by T and projected again; {@link LocalModule} decodes each view in its beam's frame.
 * <li>inv-ProST brings both to the world, where one convolution yields the velocity.
 * </ol>
 * With the method {@link Method#STATISTICAL} the first step regresses the weights of the population's modes too, and
 * {@link StatisticalModule} takes the place of the others. What comes after, integration and the final warp, is done on the atlas's own grid outside the graph, and within it only
 * to compute the loss.
 */
final class RegistrationNetwork implements NetworkGraph
{
	/** Line integrals through the atlas are given in units of this many mm, which makes them about as large as the radiographs. */
	private static final float PROJECTION_UNIT = 40;

	/** An output of 1 of the last convolution is a velocity of this many mm. */
	private static final float VELOCITY_UNIT = 4;

	private static final String[] VIEWS = { "frontal", "lateral" };

	private final Ops tf;

	private final NetworkConfig config;

	private final GridTensors grid;

	private final WarpLayer warp;

	/** The bone of the atlas [1, z, y, x, 1], relative density. */
	final Placeholder< TFloat32 > atlas;

	/** What each view is given. */
	private final List< ViewInput > views = new ArrayList<>();

	/** Similarity parameters [1, 7]. */
	final Operand< TFloat32 > affine;

	/** The similarity as a map of world points. */
	final AffineMap similarity;

	/** The atlas under the similarity alone [1, z, y, x, 1]. */
	final Operand< TFloat32 > affineWarped;

	/** Weights of the population's modes in standard deviations [1, mode]; only of the method {@link Method#STATISTICAL}. */
	final Optional< Operand< TFloat32 > > modeWeights;

	/** Velocity [1, z, y, x, 3] in mm on the velocity grid. */
	final Operand< TFloat32 > velocity;

	/**
	 * The named inputs of one view.
	 *
	 * @param radiograph
	 *            [1, rows, columns, 1], normalized
	 * @param projection
	 *            [3, 4]
	 * @param rays
	 *            [3, 4]
	 * @param range
	 *            [2]
	 */
	private record ViewInput( Placeholder< TFloat32 > radiograph, Placeholder< TFloat32 > projection, Placeholder< TFloat32 > rays,
			Placeholder< TFloat32 > range )
	{}

	/**
	 * @param population
	 *            of the atlas; only the method {@link Method#STATISTICAL} needs it
	 */
	RegistrationNetwork( final Ops tf, final WeightSource weights, final NetworkConfig config,
			final Optional< VelocityModes > population )
	{
		this.tf = tf;
		this.config = config;
		grid = new GridTensors( tf, config.grid() );
		warp = new WarpLayer( tf, config.grid() );
		final int[] n = config.grid().size();
		atlas = placeholder( "atlas", 1, n[ 2 ], n[ 1 ], n[ 0 ], 1 );
		for ( int i = 0; i < VIEWS.length; ++i )
			views.add( new ViewInput( placeholder( "radiograph" + i, 1, config.detectorRows(), config.detectorColumns(), 1 ),
					placeholder( "projection" + i, 3, 4 ), placeholder( "rays" + i, 3, 4 ), placeholder( "range" + i, 2 ) ) );
		final List< ViewTensors > geometry = views.stream().map( v -> ViewTensors.of( tf, v.projection, v.rays, v.range ) ).toList();
		final List< Points > samples = geometry.stream().map( this::samples ).toList();

		final AffineModule module = new AffineModule( tf, weights, config.architecture() );
		final Operand< TFloat32 > features = module.features( pairs( atlas, geometry, samples ) );
		affine = module.parameters( features );
		similarity = SimilarityLayer.map( tf, affine );
		affineWarped = warp.read( atlas, similarity.apply( warp.points() ) );
		if ( config.method() == Method.STATISTICAL )
		{
			final StatisticalModule modes = new StatisticalModule( tf, config.velocityGrid(), required( population ) );
			final Operand< TFloat32 > ofModes = modes.weights( module, features );
			modeWeights = Optional.of( ofModes );
			velocity = modes.velocity( ofModes, similarity );
		}
		else
		{
			modeWeights = Optional.empty();
			velocity = velocity( weights, pairs( affineWarped, geometry, samples ), geometry );
		}
	}

	@Override
	public Map< String, Placeholder< TFloat32 > > inputs()
	{
		final Map< String, Placeholder< TFloat32 > > inputs = new LinkedHashMap<>( Map.of( "atlas", atlas ) );
		for ( int i = 0; i < views.size(); ++i )
		{
			inputs.put( "radiograph" + i, views.get( i ).radiograph );
			inputs.put( "projection" + i, views.get( i ).projection );
			inputs.put( "rays" + i, views.get( i ).rays );
			inputs.put( "range" + i, views.get( i ).range );
		}
		return inputs;
	}

	@Override
	public Map< String, Operand< TFloat32 > > outputs()
	{
		return Map.of( RegistrationGraph.AFFINE, affine, RegistrationGraph.VELOCITY, velocity );
	}

	private static VelocityModes required( final Optional< VelocityModes > population )
	{
		return population.orElseThrow( () -> new IllegalArgumentException(
				"The method STATISTICAL takes the population of the atlas, and the atlas has none; expected its file population.modes." ) );
	}

	private Placeholder< TFloat32 > placeholder( final String name, final long... shape )
	{
		return tf.withName( name ).placeholder( TFloat32.class, Placeholder.shape( Shape.of( shape ) ) );
	}

	private Points samples( final ViewTensors view )
	{
		final int k = config.architecture().samples();
		final Operand< TFloat32 > distances = tf.math.add( view.near( tf ), tf.math.mul( axis( 0, k ), view.spacing( tf, k ) ) );
		return ProstLayer.coordinates( tf, view.rays(), grid, axis( 2, config.detectorColumns() ), axis( 1, config.detectorRows() ),
				distances );
	}

	/** The indices 0 to length - 1 along one of the three dimensions of a tensor. */
	private Operand< TFloat32 > axis( final int dimension, final int length )
	{
		final float[] indices = new float[ length ];
		for ( int i = 0; i < length; ++i )
			indices[ i ] = i;
		final int[] shape = { 1, 1, 1 };
		shape[ dimension ] = length;
		return tf.reshape( tf.constant( indices ), tf.constant( shape ) );
	}

	/** For each view its radiograph beside the projection of a volume, [1, rows, columns, 2]. */
	private List< Operand< TFloat32 > > pairs( final Operand< TFloat32 > volume, final List< ViewTensors > geometry,
			final List< Points > samples )
	{
		final List< Operand< TFloat32 > > pairs = new ArrayList<>();
		for ( int i = 0; i < VIEWS.length; ++i )
		{
			final Operand< TFloat32 > spacing =
					tf.math.mul( geometry.get( i ).spacing( tf, config.architecture().samples() ), tf.constant( 1 / PROJECTION_UNIT ) );
			final Operand< TFloat32 > projected = ProstLayer.integrate( tf, ProstLayer.beam( tf, volume, samples.get( i ) ), spacing );
			pairs.add( tf.concat( List.of( views.get( i ).radiograph, projected ), tf.constant( -1 ) ) );
		}
		return pairs;
	}

	private Operand< TFloat32 > velocity( final WeightSource weights, final List< Operand< TFloat32 > > pairs,
			final List< ViewTensors > geometry )
	{
		final Architecture architecture = config.architecture();
		final LocalModule local = new LocalModule( tf, weights, architecture );
		final List< List< Operand< TFloat32 > > > encoded = new ArrayList<>();
		for ( int i = 0; i < VIEWS.length; ++i )
			encoded.add( local.encode( "local." + VIEWS[ i ], pairs.get( i ) ) );
		final List< Operand< TFloat32 > > inWorld = new ArrayList<>();
		if ( architecture.without( Ablation.SINGLE_DECODER ) )
			inWorld.add(
					toWorld( local.decode( "local.decoder", local.combine( encoded.get( 0 ), encoded.get( 1 ) ) ), geometry.get( 0 ) ) );
		else
			for ( int i = 0; i < VIEWS.length; ++i )
				inWorld.add( toWorld( local.decode( "local." + VIEWS[ i ], encoded.get( i ) ), geometry.get( i ) ) );
		final Operand< TFloat32 > features = inWorld.size() == 1 ? inWorld.get( 0 ) : tf.concat( inWorld, tf.constant( -1 ) );
		final Operand< TFloat32 > last = new ConvolutionBlocks( tf, weights ).convolve( "local.velocity", features, 3, Start.NARROW );
		return tf.math.mul( last, tf.constant( VELOCITY_UNIT ) );
	}

	/** Features in a beam's frame to the velocity grid. */
	private Operand< TFloat32 > toWorld( final Operand< TFloat32 > beam, final ViewTensors view )
	{
		final GridTensors target = new GridTensors( tf, config.velocityGrid() );
		final int samples = config.architecture().samples();
		final Points coordinates = config.architecture().without( Ablation.NO_INVERSE_PROST ) ? alongAxes( target )
				: InverseProstLayer.coordinates( tf, view.projection(), view.rays().translation(), target.world(), view.near( tf ),
						view.spacing( tf, samples ) );
		return InverseProstLayer.volume( tf, beam, coordinates );
	}

	/** Lays a beam on the world's axes as a frontal view without perspective: columns along x, rows down z, samples from back to front. */
	private Points alongAxes( final GridTensors target )
	{
		final int[] n = target.grid().size();
		final Points v = target.voxels();
		return new Points( stretched( v.x(), n[ 0 ], config.detectorColumns(), false ),
				stretched( v.z(), n[ 2 ], config.detectorRows(), true ),
				stretched( v.y(), n[ 1 ], config.architecture().samples(), true ) );
	}

	private Operand< TFloat32 > stretched( final Operand< TFloat32 > index, final int from, final int to, final boolean reversed )
	{
		final float scale = ( float ) ( to - 1 ) / ( from - 1 );
		return tf.math.add( tf.math.mul( index, tf.constant( reversed ? -scale : scale ) ), tf.constant( reversed ? to - 1f : 0f ) );
	}

	/** @return the displacement of the velocity's flow in mm, on the velocity grid [1, z, y, x, 3] */
	Operand< TFloat32 > displacement()
	{
		return VelocityIntegrationLayer.integrate( tf, velocity, config.velocityGrid(), config.architecture().squarings() );
	}

	/** @return the atlas under the whole registration [1, z, y, x, 1] */
	Operand< TFloat32 > warped( final Operand< TFloat32 > displacement )
	{
		return warp.read( atlas, warp.compose( similarity, displacement, config.velocityGrid() ) );
	}
}
