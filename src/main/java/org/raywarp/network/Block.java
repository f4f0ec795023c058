/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

import org.raywarp.network.SavedModelRunner.Tensor;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A target image of {@link TensorFlowProjector}, filled piece by piece so that memory stays bounded. Images have their
 * channel last and slowest, tensors fastest.
 */
final class Block
{
	private final RandomAccessibleInterval< FloatType > target;

	/** Number of axes without the channel, 2 or 3. */
	private final int axes;

	private final int[] first = new int[ 3 ];

	private final int[] size = { 1, 1, 1 };

	private final int[] full = { 1, 1, 1 };

	private final int channels;

	/** What each index along an axis stands for. */
	private final IntToDoubleFunction[] coordinates = { i -> i, i -> i, i -> i };

	private Block( final RandomAccessibleInterval< FloatType > target, final int axes, final int channels, final int... full )
	{
		this.target = target;
		this.axes = axes;
		this.channels = channels;
		for ( int d = 0; d < axes; ++d )
		{
			first[ d ] = ( int ) target.min( d );
			size[ d ] = ( int ) target.dimension( d );
			this.full[ d ] = full[ d ];
		}
	}

	/**
	 * @param axes
	 *            number of axes without the channel
	 * @param channels
	 *            number of channels the image must have; it may lack the axis where there is 1
	 * @param full
	 *            sizes of the whole image
	 * @throws IllegalArgumentException
	 *             if the image is not part of the whole
	 */
	static Block of( final RandomAccessibleInterval< FloatType > target, final int axes, final int channels, final int... full )
	{
		boolean fits = target.numDimensions() == axes && channels == 1
				|| target.numDimensions() == axes + 1 && target.dimension( axes ) == channels && target.min( axes ) == 0;
		for ( int d = 0; fits && d < axes; ++d )
			fits = target.min( d ) >= 0 && target.max( d ) < full[ d ];
		if ( !fits )
			throw new IllegalArgumentException(
					"The image from " + Arrays.toString( target.minAsLongArray() ) + " to " + Arrays.toString( target.maxAsLongArray() )
							+ " is no part of " + Arrays.toString( full ) + " values with " + channels + " channels." );
		return new Block( target, axes, channels, full );
	}

	/**
	 * @throws IllegalArgumentException
	 *             if the image is only a part
	 */
	void requireWhole()
	{
		if ( !Arrays.equals( size, full ) )
			throw new IllegalArgumentException(
					"The image has " + Arrays.toString( size ) + " values; expected all " + Arrays.toString( full ) + "." );
	}

	/** Says what the indices along an axis stand for. */
	Block along( final int axis, final IntToDoubleFunction coordinate )
	{
		coordinates[ axis ] = coordinate;
		return this;
	}

	/** Fills the target with the results of a graph, at most so many values at a time. */
	void fill( final ProjectionGraph graph, final Map< String, Tensor > inputs, final SavedModelRunner runner, final int chunk )
	{
		final float[] backing = FloatArrays.backing( target );
		final float[] values = backing != null ? backing : new float[ Math.toIntExact( target.size() ) ];
		final int x = Math.max( 1, Math.min( size[ 0 ], chunk / channels ) ),
				y = Math.max( 1, Math.min( size[ 1 ], chunk / channels / x ) );
		final int z = Math.max( 1, Math.min( size[ 2 ], chunk / channels / x / y ) );
		for ( int k = 0; k < size[ 2 ]; k += z )
			for ( int j = 0; j < size[ 1 ]; j += y )
				for ( int i = 0; i < size[ 0 ]; i += x )
				{
					final int[] begin = { i, j, k },
							end = { Math.min( size[ 0 ], i + x ), Math.min( size[ 1 ], j + y ), Math.min( size[ 2 ], k + z ) };
					final Map< String, Tensor > fed = new HashMap<>( inputs );
					final String[] names = { ProjectionGraph.X, ProjectionGraph.Y, ProjectionGraph.Z };
					for ( int d = 0; d < axes; ++d )
					{
						final int axis = d, offset = first[ d ] + begin[ d ];
						fed.put( names[ d ], axis( d, end[ d ] - begin[ d ], n -> coordinates[ axis ].applyAsDouble( offset + n ) ) );
					}
					scatter( runner.run( fed ).get( ProjectionGraph.RESULT ), begin, end, values );
				}
		FloatArrays.write( values, target );
	}

	private void scatter( final float[] result, final int[] begin, final int[] end, final float[] values )
	{
		final int plane = size[ 0 ] * size[ 1 ], volume = plane * size[ 2 ];
		int o = 0;
		for ( int k = begin[ 2 ]; k < end[ 2 ]; ++k )
			for ( int j = begin[ 1 ]; j < end[ 1 ]; ++j )
				for ( int i = begin[ 0 ]; i < end[ 0 ]; ++i )
					for ( int c = 0; c < channels; ++c )
						values[ i + size[ 0 ] * j + plane * k + volume * c ] = result[ o++ ];
	}

	/** The coordinates 0 to length - 1 along one axis of a result, as [1, 1, n], [1, n, 1] or [n, 1, 1]. */
	static Tensor axis( final int axis, final int length, final IntToDoubleFunction coordinate )
	{
		final float[] values = new float[ length ];
		for ( int i = 0; i < length; ++i )
			values[ i ] = ( float ) coordinate.applyAsDouble( i );
		final long[] shape = { 1, 1, 1 };
		shape[ 2 - axis ] = length;
		return new Tensor( values, shape );
	}

	/** An image of three axes, with or without channels, as [1, c, b, a, channel]. */
	static Tensor interleaved( final RandomAccessibleInterval< FloatType > image, final int axes )
	{
		final float[] planar = FloatArrays.of( image );
		final int channels = image.numDimensions() > axes ? ( int ) image.dimension( axes ) : 1, length = planar.length / channels;
		final float[] values = channels == 1 ? planar : new float[ planar.length ];
		for ( int c = 0; channels > 1 && c < channels; ++c )
			for ( int i = 0; i < length; ++i )
				values[ i * channels + c ] = planar[ c * length + i ];
		return new Tensor( values, 1, image.dimension( 2 ), image.dimension( 1 ), image.dimension( 0 ), channels );
	}
}
