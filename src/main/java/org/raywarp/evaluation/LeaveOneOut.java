/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.raywarp.population.Correspondence;
import org.raywarp.population.CorrespondingSurface;
import org.raywarp.population.Enlargement;
import org.raywarp.population.ShapeFit;
import org.raywarp.population.ShapeModel;
import org.raywarp.population.ShapePopulation;
import org.raywarp.population.Specimen;
import org.raywarp.volume.Progress;

/**
 * How well a shape model reproduces bones of persons that it does not know: one is learned without each person in turn, and
 * fitted to the person's bones.
 *
 * @param modes
 *            number of modes at most
 * @param noise
 *            of the fits, in mm
 */
public record LeaveOneOut( int modes, double noise )
{
	/**
	 * A left-out bone.
	 *
	 * @param bone
	 *            its name
	 * @param enlargement
	 *            of the model
	 * @param modes
	 *            of the model
	 * @param registration
	 *            average symmetric surface distance of the reference mesh registered to the bone, in mm: what the mesh and the
	 *            registration leave
	 * @param assd
	 *            average symmetric surface distance of the fitted model to the bone, over the part that both have, in mm
	 */
	public record Row( String bone, Enlargement enlargement, int modes, double registration, double assd )
	{}

	/**
	 * @param bones
	 *            of at least two persons
	 * @param progress
	 *            told how far it is
	 * @return for each person's bones one row an {@link Enlargement}
	 * @throws IllegalArgumentException
	 *             if there are fewer than two persons
	 */
	public List< Row > run( final List< Specimen > bones, final Progress progress )
	{
		final List< String > persons = bones.stream().map( Specimen::person ).distinct().toList();
		if ( persons.size() < 2 )
			throw new IllegalArgumentException( "To leave a person out takes at least two, not " + persons.size() + "." );
		final List< CorrespondingSurface > surfaces = ShapePopulation.register( Correspondence.toMeanFemur(), bones,
				( f, what ) -> progress.report( 0.4 * f, what ) );
		final List< Row > rows = new ArrayList<>();
		for ( int p = 0; p < persons.size(); ++p )
		{
			progress.report( 0.4 + 0.6 * p / persons.size(), "leaving out " + persons.get( p ) );
			rows.addAll( without( persons.get( p ), bones, surfaces ) );
		}
		return rows;
	}

	private List< Row > without( final String person, final List< Specimen > bones, final List< CorrespondingSurface > surfaces )
	{
		final List< Specimen > others = new ArrayList<>();
		final List< CorrespondingSurface > theirs = new ArrayList<>();
		for ( int i = 0; i < bones.size(); ++i )
			if ( !bones.get( i ).person().equals( person ) )
			{
				others.add( bones.get( i ) );
				theirs.add( surfaces.get( i ) );
			}
		final List< Row > rows = new ArrayList<>();
		for ( final Enlargement enlargement : Enlargement.values() )
		{
			final ShapeModel model = ShapePopulation.learn( others, theirs, enlargement, modes );
			for ( int i = 0; i < bones.size() && model.modeCount() > 0; ++i )
				if ( bones.get( i ).person().equals( person ) )
				{
					final ShapeFit fit = model.fit( bones.get( i ).surface(), noise, Progress.NONE );
					rows.add( new Row( bones.get( i ).name(), enlargement, model.modeCount(), surfaces.get( i ).residual(),
							fit.residual() ) );
				}
		}
		return rows;
	}

	/**
	 * @param rows
	 *            of {@link #run}
	 * @return a Markdown table
	 */
	public static String table( final List< Row > rows )
	{
		final StringBuilder table = new StringBuilder( "| bone | registration (mm) |" );
		for ( final Enlargement e : Enlargement.values() )
			table.append( ' ' ).append( e ).append( " (modes: mm) |" );
		table.append( "\n|---|---|" ).append( "---|".repeat( Enlargement.values().length ) ).append( '\n' );
		for ( final String bone : rows.stream().map( Row::bone ).distinct().sorted().toList() )
		{
			final List< Row > its = rows.stream().filter( r -> r.bone().equals( bone ) ).toList();
			table.append( String.format( Locale.ROOT, "| %s | %.2f |", bone, its.get( 0 ).registration() ) );
			for ( final Enlargement e : Enlargement.values() )
				table.append( its.stream().filter( r -> r.enlargement() == e ).findFirst()
						.map( r -> String.format( Locale.ROOT, " %d: %.2f |", r.modes(), r.assd() ) ).orElse( " |" ) );
			table.append( '\n' );
		}
		return table.toString();
	}
}
