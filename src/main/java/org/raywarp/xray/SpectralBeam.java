/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.List;
import java.util.stream.IntStream;

import org.raywarp.geometry.View;
import org.raywarp.projection.PiecewiseLinearIntegrals;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Photons of a spectrum behind a body of several materials. The line integrals L of the density of each material come from
 * one pass over the volume; the sum over the spectrum, {@code sum S( E ) D( E ) exp( -sum_m ( mu / rho )_m( E ) L_m )},
 * runs over {@link FewEnergies}, with the error stated there.
 */
final class SpectralBeam implements PrimaryBeam
{
	/** From g/cm3 times mm to g/cm2. */
	private static final double PER_MM = 0.1;

	private final Volume< FloatType > relative;

	private final Mixture mixture;

	private final FewEnergies energies;

	/** Mass attenuation by energy and material, for line integrals in g/cm3 times mm. */
	private final double[] attenuation;

	/**
	 * @param relative
	 *            the body: attenuation relative to water in the CT scanner, 0 or more
	 * @param mixture
	 *            what the body is made of
	 * @param energies
	 *            that stand for the spectrum
	 */
	SpectralBeam( final Volume< FloatType > relative, final Mixture mixture, final FewEnergies energies )
	{
		this.relative = relative;
		this.mixture = mixture;
		this.energies = energies;
		final int materials = mixture.materials().size();
		attenuation = new double[ energies.energies().length * materials ];
		for ( int i = 0; i < attenuation.length; ++i )
			attenuation[ i ] =
					PER_MM * mixture.materials().get( i % materials ).massAttenuation( energies.energies()[ i / materials ] );
	}

	@Override
	public PrimarySignal signal( final View rays )
	{
		final RandomAccessibleInterval< FloatType > integrals =
				ArrayImgs.floats( rays.columns(), rays.rows(), mixture.materials().size() );
		PiecewiseLinearIntegrals.project( relative, mixture.densities(), rays, integrals );
		return signal( integrals );
	}

	/**
	 * @param integrals
	 *            line integrals of the density of each material over (column, row, material), in g/cm3 times mm
	 * @return the signal behind the body
	 */
	PrimarySignal signal( final RandomAccessibleInterval< FloatType > integrals )
	{
		final int columns = ( int ) integrals.dimension( 0 ), rows = ( int ) integrals.dimension( 1 );
		final float[] values = FloatArrays.of( integrals );
		final float[] mean = new float[ columns * rows ];
		final boolean counted = energies.signal() == energies.secondMoment();
		final float[] second = counted ? mean : new float[ columns * rows ];
		final List< Integer > all = IntStream.range( 0, rows ).boxed().toList();
		Parallelization.getTaskExecutor().forEach( all, row -> sum( values, row * columns, ( row + 1 ) * columns, mean, second ) );
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( mean, columns, rows );
		return new PrimarySignal( image, counted ? image : ArrayImgs.floats( second, columns, rows ) );
	}

	private void sum( final float[] integrals, final int from, final int to, final float[] mean, final float[] second )
	{
		final int materials = mixture.materials().size();
		final double[] signals = energies.signal(), squares = energies.secondMoment(), path = new double[ materials ];
		for ( int i = from; i < to; ++i )
		{
			for ( int m = 0; m < materials; ++m )
				path[ m ] = integrals[ m * mean.length + i ];
			double signal = 0, square = 0;
			for ( int k = 0; k < signals.length; ++k )
			{
				double exponent = 0;
				for ( int m = 0; m < materials; ++m )
					exponent += attenuation[ k * materials + m ] * path[ m ];
				final double transmission = Math.exp( -exponent );
				signal += signals[ k ] * transmission;
				square += squares[ k ] * transmission;
			}
			second[ i ] = ( float ) square;
			mean[ i ] = ( float ) signal;
		}
	}
}
