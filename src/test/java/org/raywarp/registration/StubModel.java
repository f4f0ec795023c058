/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.raywarp.deformation.Similarity;
import org.raywarp.deformation.VelocityField;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * A model without a network: it regresses the similarities it is given and no local deformation.
 *
 * @param grid
 *            on which it sees the atlas
 * @param answers
 *            the similarity of each regression
 * @param needsMasks
 *            as it says of itself
 */
public record StubModel( Grid grid, Supplier< Similarity > answers, boolean needsMasks ) implements RegistrationModel
{
	@Override
	public String name()
	{
		return "stub";
	}

	@Override
	public int detectorColumns()
	{
		return 40;
	}

	@Override
	public int detectorRows()
	{
		return 56;
	}

	@Override
	public Optional< Atlas > atlas()
	{
		return Optional.empty();
	}

	@Override
	public Regression regress( final Volume< FloatType > bone, final List< Radiograph > radiographs )
	{
		return new Regression( answers.get(), VelocityField.of( grid, new float[ 3 * grid.voxelCount() ] ) );
	}

	@Override
	public void close()
	{}
}
