/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The fast loops of {@link Projections#toBeam} and its adjoint.
 */
final class BeamSampling
{
	private BeamSampling()
	{}

	static void toBeam( final Volume< FloatType > volume, final BeamCoordinates beam, final RandomAccessibleInterval< FloatType > target )
	{
		final PixelRays rays = RayDriven.rays( volume, beam.view() );
		final DetectorRaster image = DetectorRaster.writing( target, beam.view(), true, beamSize( volume, beam ) );
		final float[] voxels = FloatArrays.of( volume.voxels() );
		final VoxelBox[] channels = RayDriven.channels( volume );
		Parallelization.getTaskExecutor().forEach( DetectorTile.tiles( image ), tile -> {
			final TrilinearKernel kernel = new TrilinearKernel( rays, beam );
			for ( int row = tile.firstRow(); row < tile.endRow(); ++row )
			{
				kernel.aim( tile.firstColumn(), tile.endColumn(), row );
				for ( int column = tile.firstColumn(); column < tile.endColumn(); ++column )
					for ( int channel = 0; channel < channels.length; ++channel )
					{
						final float[] line = kernel.sample( column, channels[ channel ], voxels );
						final int position = image.position( column, row, channel ), stride = image.sampleStride();
						for ( int s = 0; s < image.samples; ++s )
							image.values[ position + s * stride ] = line[ image.firstSample + s ];
					}
			}
		} );
		image.write();
	}

	static void toBeamAdjoint( final RandomAccessibleInterval< FloatType > source, final BeamCoordinates beam,
			final Volume< FloatType > target )
	{
		final PixelRays rays = RayDriven.rays( target, beam.view() );
		final DetectorRaster image = DetectorRaster.reading( source, beam.view(), true, beamSize( target, beam ) );
		RayDriven.collect( rays, image, target, () -> {
			final TrilinearKernel kernel = new TrilinearKernel( rays, beam );
			final float[] line = new float[ beam.samples() ];
			return ( tile, row, channel, slab, sums ) -> {
				kernel.aim( tile.firstColumn(), tile.endColumn(), row );
				for ( int column = tile.firstColumn(); column < tile.endColumn(); ++column )
				{
					final int position = image.position( column, row, channel ), stride = image.sampleStride();
					for ( int s = 0; s < image.samples; ++s )
						line[ image.firstSample + s ] = image.values[ position + s * stride ];
					kernel.spreadSamples( column, line, slab, sums );
				}
			};
		} );
	}

	/** The size of the beam space of a volume, with channels where the volume has them. */
	static long[] beamSize( final Volume< ? > volume, final BeamCoordinates beam )
	{
		final View view = beam.view();
		return volume.voxels().numDimensions() == 3 ? new long[] { view.columns(), view.rows(), beam.samples() }
				: new long[] { view.columns(), view.rows(), beam.samples(), volume.channels() };
	}
}
