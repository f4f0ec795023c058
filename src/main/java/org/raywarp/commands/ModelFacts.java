/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.raywarp.network.ModelDescription;
import org.raywarp.network.ModelDescription.ViewRange;
import org.raywarp.network.ModelZoo;
import org.raywarp.network.NetworkConfig;
import org.raywarp.network.UserModels;

/**
 * What is known of models, as text.
 */
final class ModelFacts
{
	private ModelFacts()
	{}

	/** @return a line for each model, those that come with the software first */
	static String list() throws IOException
	{
		final List< String > lines = new ArrayList<>();
		for ( final String name : ModelZoo.bundled() )
			lines.add( name + "\tcomes with RayWarp" );
		for ( final String name : UserModels.names() )
			lines.add( name + "\timported to " + UserModels.folder().resolve( name ) );
		return lines.isEmpty() ? "There are no models." : String.join( "\n", lines );
	}

	/** @return what a description says, a fact a line */
	static String of( final ModelDescription model )
	{
		final List< String > lines = new ArrayList<>();
		lines.add( "Model " + model.name() + ", method " + model.network().method() );
		lines.add( network( model.network() ) );
		for ( final ViewRange view : model.views() )
			lines.add( String.format( Locale.ROOT, "View %s: primary angle %s to %s, secondary angle %s to %s degrees", view.name(),
					number( view.leastPrimary() ), number( view.mostPrimary() ), number( view.leastSecondary() ),
					number( view.mostSecondary() ) ) );
		lines.add(
				String.format( Locale.ROOT, "Training: %d cases of %d persons, masks %s, %d steps, software %s", model.training().cases(),
						model.training().persons(), model.training().masks(), model.training().steps(), model.training().commit() ) );
		lines.add( "Data: " + model.training().data() );
		lines.add( model.metrics().isEmpty() ? "Metrics: none" : "Metrics on persons it was not trained on:" );
		model.metrics().forEach( ( name, value ) -> lines.add( "  " + name + " = " + number( value ) ) );
		lines.add( "SHA-256 of the graph: " + model.checksums().graph() );
		lines.add( "Population of the atlas: " + ( model.checksums().population().isPresent() ? "yes" : "no" ) );
		return String.join( "\n", lines );
	}

	private static String network( final NetworkConfig network )
	{
		final int[] size = network.grid().size();
		final double[] spacing = network.grid().spacing();
		return String.format( Locale.ROOT, "Network: X-rays of %d x %d pixels, atlas of %d x %d x %d voxels of %s mm, %d levels",
				network.detectorColumns(), network.detectorRows(), size[ 0 ], size[ 1 ], size[ 2 ],
				String.join( " x ", Arrays.stream( spacing ).mapToObj( ModelFacts::number ).toList() ), network.architecture().levels() );
	}

	/** Whole numbers without a fraction; others with up to six digits, which drops the noise of computed spacings. */
	private static String number( final double value )
	{
		return value == Math.rint( value ) && Math.abs( value ) < 1e9 ? Long.toString( ( long ) value )
				: Double.toString( Math.rint( value * 1e6 ) / 1e6 );
	}
}
