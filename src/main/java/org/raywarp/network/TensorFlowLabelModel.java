/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.View;
import org.raywarp.network.ModelDescription.ViewRange;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.LabelModel;
import org.raywarp.registration.Radiograph;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * A trained {@link LabelNetwork} run through DJL. It copies radiographs along the axes of the world, and so takes only the
 * views that it was trained on.
 */
final class TensorFlowLabelModel extends LoadedModel implements LabelModel
{
	/** Views that are so many degrees off still count as those of the training: 2 mm at 60 mm from the middle, less than a QUARTER voxel. */
	private static final double TOLERANCE = 2;

	/**
	 * @param folder
	 *            a private copy of the model, deleted with this
	 */
	TensorFlowLabelModel( final ModelDescription description, final Atlas atlas, final SavedModelRunner runner, final Path folder )
	{
		super( description, atlas, runner, folder );
	}

	@Override
	public Volume< FloatType > occupancy( final List< Radiograph > radiographs )
	{
		final NetworkInput input = new NetworkInput( description.network() );
		final var arrays = input.views( radiographs );
		for ( int i = 0; i < radiographs.size(); ++i )
			requireTrained( radiographs.get( i ).view(), description.views().get( i ) );
		return Volume.floats( grid(), runner.run( input.tensors( arrays ) ).get( RegistrationGraph.OCCUPANCY ) );
	}

	private void requireTrained( final View view, final ViewRange trained )
	{
		final double[] beam = view.projection().source(), center = grid().center();
		for ( int d = 0; d < 3; ++d )
			beam[ d ] = center[ d ] - beam[ d ];
		final CArmAngulation at = CArmAngulation.ofBeam( beam );
		if ( !beyond( at.primaryAngle(), trained.leastPrimary(), trained.mostPrimary() )
				&& !beyond( at.secondaryAngle(), trained.leastSecondary(), trained.mostSecondary() ) )
			return;
		throw new IllegalArgumentException( String.format( Locale.ROOT,
				"The model %s takes the orthogonal views that it was trained on, the %s one at primary angles of %.0f to %.0f degrees "
						+ "and secondary angles of %.0f to %.0f, within %.0f degrees; the view \"%s\" is at %.1f and %.1f.",
				name(), trained.name(), trained.leastPrimary(), trained.mostPrimary(), trained.leastSecondary(),
				trained.mostSecondary(), TOLERANCE, view.name(), at.primaryAngle(), at.secondaryAngle() ) );
	}

	private static boolean beyond( final double angle, final double least, final double most )
	{
		return angle < least - TOLERANCE || angle > most + TOLERANCE;
	}
}
