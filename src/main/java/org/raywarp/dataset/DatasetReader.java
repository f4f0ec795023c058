/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads data sets that {@link DatasetGenerator} wrote.
 */
public final class DatasetReader
{
	/** The file of a data set that says what is in it. */
	public static final String INDEX = DatasetIndex.FILE;

	private final Path folder;

	private final DatasetIndex index;

	private final List< String > persons;

	private final List< DatasetPart > parts;

	private DatasetReader( final Path folder, final DatasetIndex index )
	{
		this.folder = folder;
		this.index = index;
		persons = index.cases().stream().map( DatasetIndex.Entry::person ).toList();
		parts = index.cases().stream().map( DatasetIndex.Entry::part ).toList();
	}

	/**
	 * @param folder
	 *            of a data set
	 * @return its reader
	 * @throws IOException
	 *             if there is no readable index in it
	 */
	public static DatasetReader open( final Path folder ) throws IOException
	{
		return new DatasetReader( folder, DatasetIndex.read( folder ) );
	}

	/**
	 * @return number of cases
	 */
	public int size()
	{
		return index.cases().size();
	}

	/**
	 * @return how the cases were made
	 */
	public PhantomSettings settings()
	{
		return index.settings();
	}

	/**
	 * @return the person of each case
	 */
	public List< String > persons()
	{
		return persons;
	}

	/**
	 * @param part
	 *            of the data set
	 * @return the real people of that part: those whose surfaces it has or learned a shape model from; none of parametric
	 *         shapes
	 */
	public Set< String > people( final DatasetPart part )
	{
		final DatasetIndex.Counts counts = index.split().get( part );
		return counts == null || counts.people() == null ? Set.of() : Set.copyOf( counts.people() );
	}

	/**
	 * @return what each case is for
	 */
	public List< DatasetPart > parts()
	{
		return parts;
	}

	/**
	 * @param which
	 *            which case, from 0
	 * @return the case
	 * @throws IOException
	 *             if a file of it is missing or cannot be read
	 */
	public Case read( final int which ) throws IOException
	{
		final DatasetIndex.Entry entry = index.cases().get( which );
		return CaseFiles.read( folder.resolve( entry.name() ), entry );
	}
}
