/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.List;
import java.util.Optional;

import org.raywarp.registration.BiplanarModel;
import org.raywarp.registration.Finding;
import org.raywarp.registration.Finding.Severity;
import org.raywarp.registration.Radiograph;

/**
 * What to say where an X-ray has no mask.
 */
final class MissingMasks
{
	private MissingMasks()
	{}

	/**
	 * @param radiographs
	 *            to be registered to
	 * @param model
	 *            that does it; null for none
	 * @return a warning where a mask is missing
	 */
	static Optional< Finding > of( final List< Radiograph > radiographs, final BiplanarModel model )
	{
		if ( radiographs.stream().allMatch( r -> r.mask() != null ) )
			return Optional.empty();
		// Measured on a parametric femur with a model that needs masks: Dice 0.95 with, 0.49 without.
		return Optional.of( new Finding( Severity.WARNING, model == null || model.needsMasks()
				? "an X-ray has no mask; models that need masks, and refinement, are mostly wrong without"
				: "an X-ray has no mask; the model finds the bone without, but less well: look at its outline" ) );
	}
}
