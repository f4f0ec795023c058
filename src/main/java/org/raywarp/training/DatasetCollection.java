/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.raywarp.dataset.Case;
import org.raywarp.dataset.DatasetPart;
import org.raywarp.dataset.DatasetReader;
import org.raywarp.dataset.GeometryMode;

/**
 * The cases of one or more data sets, numbered through: a model that is to know more than one kind of shape, view or
 * physics learns from several data sets. A real person may occur in more than one, and is for training in the whole only
 * where none has set the person aside; sampled and parametric persons are those of one data set alone, whatever their names.
 */
public final class DatasetCollection
{
	private record Entry( DatasetReader dataset, int index )
	{}

	private final List< DatasetReader > datasets;

	private final List< Entry > entries = new ArrayList<>();

	/**
	 * @param datasets
	 *            at least one
	 * @throws IllegalArgumentException
	 *             if there is none, their CTs have different sizes, or one has samples of a shape model of people whom
	 *             another has set aside
	 */
	public DatasetCollection( final List< DatasetReader > datasets )
	{
		if ( datasets.isEmpty() || datasets.stream().map( d -> d.settings().size() ).distinct().count() > 1 )
			throw new IllegalArgumentException( "A training takes one or more data sets of one size, not "
					+ datasets.stream().map( d -> d.settings().size() ).toList() + "." );
		this.datasets = List.copyOf( datasets );
		for ( final DatasetReader dataset : datasets )
			for ( int i = 0; i < dataset.size(); ++i )
				entries.add( new Entry( dataset, i ) );
		for ( final int i : indices( DatasetPart.TRAINING ) )
			if ( isSampled( i ) )
				requireUnseen( entries.get( i ).dataset );
	}

	/** Samples of a model carry no name of the people that it was learned from. */
	private boolean isSampled( final int index )
	{
		final Entry entry = entries.get( index );
		final Set< String > people = entry.dataset.people( DatasetPart.TRAINING );
		return !people.isEmpty() && !people.contains( entry.dataset.persons().get( entry.index ) );
	}

	private void requireUnseen( final DatasetReader sampled )
	{
		for ( final DatasetReader other : datasets )
			for ( final DatasetPart part : List.of( DatasetPart.VALIDATION, DatasetPart.TEST ) )
				for ( final String person : other.people( part ) )
					if ( sampled.people( DatasetPart.TRAINING ).contains( person ) )
						throw new IllegalArgumentException( "One data set has samples of a shape model that was learned from " + person
								+ ", whom another has set aside; expected data sets with the same people for training." );
	}

	/**
	 * @return {@link GeometryMode#GENERALIZED} where the views of some data set are
	 */
	public GeometryMode mode()
	{
		return datasets.stream().anyMatch( d -> d.settings().mode() == GeometryMode.GENERALIZED ) ? GeometryMode.GENERALIZED
				: GeometryMode.ORTHOGONAL;
	}

	/**
	 * @param index
	 *            which case, from 0
	 * @return whose it is; sampled and parametric persons are told apart by their data set
	 */
	public String person( final int index )
	{
		final Entry entry = entries.get( index );
		final String name = entry.dataset.persons().get( entry.index );
		for ( final DatasetPart part : DatasetPart.values() )
			if ( entry.dataset.people( part ).contains( name ) )
				return name;
		return datasets.size() == 1 ? name : name + " of data set " + ( 1 + datasets.indexOf( entry.dataset ) );
	}

	/**
	 * @param index
	 *            which case, from 0
	 * @return the case
	 * @throws IOException
	 *             if a file of it is missing or cannot be read
	 */
	public Case read( final int index ) throws IOException
	{
		final Entry entry = entries.get( index );
		return entry.dataset.read( entry.index );
	}

	/**
	 * @param part
	 *            training or validation
	 * @return which cases are for it, in ascending order; not those of persons that another data set has set aside
	 */
	public List< Integer > indices( final DatasetPart part )
	{
		final Set< String > excluded = new TreeSet<>( persons( DatasetPart.TEST ) );
		if ( part == DatasetPart.TRAINING )
			excluded.addAll( persons( DatasetPart.VALIDATION ) );
		final List< Integer > indices = new ArrayList<>();
		for ( int i = 0; i < entries.size(); ++i )
			if ( part( i ) == part && ( part == DatasetPart.TEST || !excluded.contains( person( i ) ) ) )
				indices.add( i );
		return indices;
	}

	private DatasetPart part( final int index )
	{
		final Entry entry = entries.get( index );
		return entry.dataset.parts().get( entry.index );
	}

	private Set< String > persons( final DatasetPart part )
	{
		final Set< String > persons = new TreeSet<>();
		for ( int i = 0; i < entries.size(); ++i )
			if ( part( i ) == part )
				persons.add( person( i ) );
		return persons;
	}
}
