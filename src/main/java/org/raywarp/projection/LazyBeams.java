/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.SourceDistance;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.FinalInterval;
import net.imglib2.Localizable;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealRandomAccess;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The lazy views of {@link Projections}: the definitions that the fast loops are tested against.
 */
final class LazyBeams
{
	private LazyBeams()
	{}

	static RandomAccessibleInterval< FloatType > beamView( final Volume< FloatType > volume, final BeamCoordinates beam )
	{
		SourceDistance.requireInFront( beam.view(), volume.grid().size(), volume.worldFromVoxel() );
		final Affine3D voxelFromWorld = volume.worldFromVoxel().inverse();
		return resampled( volume, BeamSampling.beamSize( volume, beam ), x -> voxelFromWorld.apply( beam.worldFromBeam( x ) ) );
	}

	static RandomAccessibleInterval< FloatType > worldView( final RandomAccessibleInterval< FloatType > image, final BeamCoordinates beam,
			final Grid grid )
	{
		SourceDistance.requireInFront( beam.view(), grid.size(), grid.worldFromVoxel() );
		final Volume< FloatType > source = new Volume<>( image, Affine3D.IDENTITY );
		WorldSampling.requireWhole( image, beam, BeamSampling.beamSize( source, beam ) );
		final long[] size = Arrays.copyOf( Arrays.stream( grid.size() ).asLongStream().toArray(), image.numDimensions() );
		if ( image.numDimensions() == 4 )
			size[ 3 ] = source.channels();
		return resampled( source, size, x -> beam.beamFromWorld( grid.worldFromVoxel().apply( x ) ) );
	}

	/** Maps three coordinates of a new image to those of a source image. */
	@FunctionalInterface
	private interface SourceFromTarget
	{
		double[] apply( double[] target );
	}

	private static RandomAccessibleInterval< FloatType > resampled( final Volume< FloatType > source, final long[] size,
			final SourceFromTarget map )
	{
		final Supplier< BiConsumer< Localizable, ? super FloatType > > function = () -> {
			final RealRandomAccess< FloatType > access = source.interpolant().realRandomAccess();
			final double[] x = new double[ 3 ];
			return ( position, value ) -> {
				for ( int d = 0; d < 3; ++d )
					x[ d ] = position.getDoublePosition( d );
				final double[] mapped = map.apply( x );
				for ( int d = 0; d < 3; ++d )
					access.setPosition( mapped[ d ], d );
				if ( size.length == 4 )
					access.setPosition( position.getDoublePosition( 3 ), 3 );
				value.set( access.get() );
			};
		};
		return Views.interval( new FunctionRandomAccessible<>( size.length, function, FloatType::new ), new FinalInterval( size ) );
	}

	static RandomAccessibleInterval< FloatType > sumAlongRays( final RandomAccessibleInterval< FloatType > image,
			final BeamCoordinates beam )
	{
		if ( image.numDimensions() < 3 || image.numDimensions() > 4 || image.min( 2 ) != 0 || image.dimension( 2 ) != beam.samples() )
			throw new IllegalArgumentException( "The beam image from " + Arrays.toString( image.minAsLongArray() ) + " to "
					+ Arrays.toString( image.maxAsLongArray() ) + " does not hold the " + beam.samples()
					+ " samples of a ray in dimension 2." );
		final RandomAccessibleInterval< FloatType > first = Views.hyperSlice( image, 2, 0 );
		final Supplier< BiConsumer< Localizable, ? super FloatType > > function = () -> {
			final RandomAccess< FloatType > access = image.randomAccess();
			return ( position, value ) -> {
				for ( int d = 0; d < position.numDimensions(); ++d )
					access.setPosition( position.getLongPosition( d ), d < 2 ? d : 3 );
				double sum = 0;
				for ( int s = 0; s < beam.samples(); ++s )
				{
					access.setPosition( s, 2 );
					sum += access.get().getRealDouble();
				}
				value.setReal( beam.sampleSpacing() * sum );
			};
		};
		return Views.interval( new FunctionRandomAccessible<>( first.numDimensions(), function, FloatType::new ), first );
	}
}
