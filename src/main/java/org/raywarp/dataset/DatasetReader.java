/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads data sets that {@link DatasetGenerator} wrote.
 */
public final class DatasetReader
{
	private final Path folder;

	private DatasetReader( final Path folder )
	{
		this.folder = folder;
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
		return new DatasetReader( folder );
	}

	/**
	 * @return number of cases
	 */
	public int size()
	{
		throw new UnsupportedOperationException();
	}

	/**
	 * @return the person of each case
	 */
	public List< String > persons()
	{
		throw new UnsupportedOperationException();
	}

	/**
	 * @param index
	 *            which case, from 0
	 * @return the case
	 * @throws IOException
	 *             if a file of it cannot be read
	 */
	public Case read( final int index ) throws IOException
	{
		throw new UnsupportedOperationException( folder.toString() );
	}
}
