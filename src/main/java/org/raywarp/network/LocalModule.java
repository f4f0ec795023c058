/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Decodes the features of radiographs into volumes in the beam's frame (Van Houtte et al. 2022, "Local registration
 * module"): a U-net of a 2-D encoder and a 3-D decoder.
 */
final class LocalModule
{
	private final Ops tf;

	private final Architecture architecture;

	private final ConvolutionBlocks blocks;

	LocalModule( final Ops tf, final WeightSource weights, final Architecture architecture )
	{
		this.tf = tf;
		this.architecture = architecture;
		blocks = new ConvolutionBlocks( tf, weights );
	}

	/**
	 * The feature maps of one view from the input to the deepest level.
	 *
	 * @param name
	 *            of the view
	 * @param pair
	 *            radiograph beside the projected atlas [1, rows, columns, 2]
	 * @return levels + 1 maps; map l is [1, rows / 2^l, columns / 2^l, features 2^(l-1)]
	 */
	List< Operand< TFloat32 > > encode( final String name, final Operand< TFloat32 > pair )
	{
		final List< Operand< TFloat32 > > maps = new ArrayList<>( List.of( pair ) );
		for ( int level = 0; level < architecture.levels(); ++level )
		{
			final long features = ( long ) architecture.features() << level;
			final Operand< TFloat32 > strided = blocks.image( name + ".down" + level, maps.get( level ), features, 2 );
			maps.add( blocks.image( name + ".same" + level, strided, features, 1 ) );
		}
		return maps;
	}

	/**
	 * The feature maps of both views combined at each level, for a single decoder.
	 *
	 * @return as many maps as {@link #encode}, combined
	 */
	List< Operand< TFloat32 > > combine( final List< Operand< TFloat32 > > first, final List< Operand< TFloat32 > > second )
	{
		final List< Operand< TFloat32 > > maps = new ArrayList<>();
		for ( int level = 0; level < first.size(); ++level )
		{
			final long features = level == 0 ? architecture.features() : first.get( level ).shape().get( 3 );
			maps.add( blocks.image( "local.combined" + level,
					tf.concat( List.of( first.get( level ), second.get( level ) ), tf.constant( -1 ) ), features, 1 ) );
		}
		return maps;
	}

	/**
	 * @param name
	 *            of the decoder
	 * @param maps
	 *            of {@link #encode}
	 * @return features in the beam's frame [1, samples, rows, columns, last of the decoder's features]
	 */
	Operand< TFloat32 > decode( final String name, final List< Operand< TFloat32 > > maps )
	{
		final int levels = architecture.levels();
		Operand< TFloat32 > volume = blocks.copy( maps.get( levels ), Architecture.COPIES );
		for ( int step = 0; step <= levels; ++step )
		{
			final long features = architecture.decoderFeatures().get( step );
			if ( step > 0 )
			{
				volume = blocks.upsample( volume );
				if ( !architecture.without( Ablation.NO_SKIPS ) )
				{
					final Operand< TFloat32 > skip =
							blocks.skip( name + ".skip" + step, maps.get( levels - step ), features, Architecture.COPIES << step );
					volume = tf.concat( List.of( volume, skip ), tf.constant( -1 ) );
				}
			}
			volume = blocks.volume( name + ".up" + step, volume, features );
		}
		return volume;
	}
}
