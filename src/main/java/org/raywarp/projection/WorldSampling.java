/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The fast loops of {@link Projections#toVolume} and its adjoint.
 */
final class WorldSampling
{
	/** Beam images are cut along the rows: lines of voxels mostly stay in few rows. */
	private static final int ROW_AXIS = 1;

	private WorldSampling()
	{}

	static void toVolume( final RandomAccessibleInterval< FloatType > source, final BeamCoordinates beam, final Volume< FloatType > target )
	{
		final VoxelsInBeam positions = new VoxelsInBeam( beam, target.grid() );
		requireWhole( source, beam, BeamSampling.beamSize( target, beam ) );
		final float[] values = FloatArrays.of( source );
		final float[] backing = FloatArrays.backing( target.voxels() );
		final float[] voxels = backing != null ? backing : new float[ Math.toIntExact( target.voxels().size() ) ];
		final VoxelBox[] beams = channels( beam, target.channels() );
		final int[] size = target.grid().size();
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, size[ 2 ] ).boxed().toList(), k -> {
			final long[] x = new long[ 3 ];
			for ( int j = 0; j < size[ 1 ]; ++j )
				for ( int i = 0; i < size[ 0 ]; ++i )
				{
					positions.at( i, j, k, x );
					for ( int channel = 0; channel < beams.length; ++channel )
						voxels[ i + size[ 0 ] * ( j + size[ 1 ] * ( k + size[ 2 ] * channel ) ) ] =
								TrilinearTaps.sample( beams[ channel ], values, x[ 0 ],
										x[ 1 ], x[ 2 ] );
				}
		} );
		FloatArrays.write( voxels, target.voxels() );
	}

	static void toVolumeAdjoint( final Volume< FloatType > source, final BeamCoordinates beam,
			final RandomAccessibleInterval< FloatType > target )
	{
		final VoxelsInBeam positions = new VoxelsInBeam( beam, source.grid() );
		requireWhole( target, beam, BeamSampling.beamSize( source, beam ) );
		final float[] voxels = FloatArrays.of( source.voxels() );
		final float[] backing = FloatArrays.backing( target );
		final float[] values = backing != null ? backing : new float[ Math.toIntExact( target.size() ) ];
		final int[] size = source.grid().size();
		VoxelSlabs.collect( beamSize( beam ), ROW_AXIS, source.channels(), values, ( slab, channel, sums ) -> {
			final long[] x = new long[ 3 ];
			for ( int k = 0; k < size[ 2 ]; ++k )
				for ( int j = 0; j < size[ 1 ]; ++j )
					if ( positions.lineMayTouchRows( j, k, slab.lo[ ROW_AXIS ], slab.hi[ ROW_AXIS ] ) )
					{
						final int line = size[ 0 ] * ( j + size[ 1 ] * ( k + size[ 2 ] * channel ) );
						for ( int i = 0; i < size[ 0 ]; ++i )
						{
							positions.at( i, j, k, x );
							TrilinearTaps.spread( voxels[ line + i ], slab, sums, x[ 0 ], x[ 1 ], x[ 2 ] );
						}
					}
		} );
		FloatArrays.write( values, target );
	}

	private static int[] beamSize( final BeamCoordinates beam )
	{
		return new int[] { beam.view().columns(), beam.view().rows(), beam.samples() };
	}

	private static VoxelBox[] channels( final BeamCoordinates beam, final int count )
	{
		final int[] size = beamSize( beam );
		return IntStream.range( 0, count ).mapToObj( c -> VoxelBox.whole( size, c * size[ 0 ] * size[ 1 ] * size[ 2 ] ) )
				.toArray( VoxelBox[]::new );
	}

	/** Checks that a beam image covers the whole beam space. */
	static void requireWhole( final RandomAccessibleInterval< ? > image, final BeamCoordinates beam, final long[] size )
	{
		if ( !Arrays.equals( image.dimensionsAsLongArray(), size ) || Arrays.stream( image.minAsLongArray() ).anyMatch( m -> m != 0 ) )
			throw new IllegalArgumentException( "The beam image from " + Arrays.toString( image.minAsLongArray() ) + " to "
					+ Arrays.toString( image.maxAsLongArray() ) + " does not cover the beam space of view \"" + beam.view().name()
					+ "\", which has " + Arrays.toString( size ) + " values." );
	}
}
