/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import org.raywarp.geometry.View;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * The photons behind a body that were neither absorbed nor scattered. Implementations are immutable and can be used by
 * several threads at once.
 */
interface PrimaryBeam
{
	/**
	 * @param rays
	 *            the view whose pixel centers the rays go through
	 * @return what they bring to the detector
	 * @throws IllegalArgumentException
	 *             if the body is not in front of the source
	 */
	PrimarySignal signal( View rays );

	/**
	 * @param hounsfield
	 *            the body, in HU
	 * @param settings
	 *            spectrum, materials, response of the detector
	 * @return the beam behind it
	 * @throws IllegalArgumentException
	 *             if the CT has channels or voxels that are not finite, or the detector does not see the spectrum
	 */
	static PrimaryBeam behind( final Volume< FloatType > hounsfield, final DrrSettings settings )
	{
		final Spectrum spectrum = settings.exposure().spectrum();
		final DetectorResponse response = settings.chain().response();
		if ( settings.composition() == Composition.WATER && spectrum.energies().length == 1 && response.equals( DetectorResponse.IDEAL ) )
			return new OneEnergyBeam( Attenuation.of( hounsfield, Attenuation.water( spectrum.energies()[ 0 ] ) ) );
		final Volume< FloatType > relative = Attenuation.of( hounsfield, 1 );
		final Mixture needed = settings.composition().mixture().upTo( Attenuation.greatest( relative ) );
		return new SpectralBeam( relative, needed, FewEnergies.of( spectrum, response, needed ) );
	}
}
