/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

import org.raywarp.dataset.Case;
import org.raywarp.dataset.DatasetPart;
import org.raywarp.dataset.DatasetReader;
import org.raywarp.dataset.PhantomCases;
import org.raywarp.dataset.PhantomSettings;
import org.raywarp.dataset.Subject;

/**
 * The cases of an experiment, read or made one at a time, so that they need not fit into memory together.
 */
public interface EvaluationCases
{
	/**
	 * @return number of cases
	 */
	int size();

	/**
	 * @param which
	 *            from 0
	 * @return the case; the same whenever it is asked for
	 * @throws IOException
	 *             if it cannot be read
	 */
	Case read( int which ) throws IOException;

	/**
	 * @return how the cases were made
	 */
	PhantomSettings settings();

	/**
	 * @return one line that says everything the cases depend on
	 */
	String description();

	/**
	 * The test cases of a data set, or all of its cases where it has none for tests.
	 *
	 * @param folder
	 *            of the data set
	 * @param most
	 *            number of cases to take at most, the first ones; 0 for all
	 * @return its cases
	 * @throws IOException
	 *             if it is no data set
	 */
	static EvaluationCases ofDataset( final Path folder, final int most ) throws IOException
	{
		final DatasetReader reader = DatasetReader.open( folder );
		final boolean split = reader.parts().contains( DatasetPart.TEST );
		final int[] chosen =
				IntStream.range( 0, reader.size() ).filter( i -> !split || reader.parts().get( i ) == DatasetPart.TEST )
						.limit( most == 0 ? reader.size() : most ).toArray();
		final String description =
				"data set " + folder.toAbsolutePath().getFileName() + ", checksum of its index "
						+ checksum( Files.readAllBytes( folder.resolve( DatasetReader.INDEX ) ) );
		return new EvaluationCases()
		{
			@Override
			public int size()
			{
				return chosen.length;
			}

			@Override
			public Case read( final int which ) throws IOException
			{
				return reader.read( chosen[ which ] );
			}

			@Override
			public PhantomSettings settings()
			{
				return reader.settings();
			}

			@Override
			public String description()
			{
				return description;
			}
		};
	}

	/**
	 * Cases that are made of surfaces when they are asked for, each anew from its posed surface: some seconds.
	 *
	 * @param subjects
	 *            the bones, which take turns
	 * @param phantoms
	 *            what the cases are like
	 * @param poses
	 *            number of cases a bone
	 * @return the cases
	 */
	static EvaluationCases ofSurfaces( final List< Subject > subjects, final PhantomSettings phantoms, final int poses )
	{
		final PhantomCases cases = new PhantomCases( subjects, phantoms );
		final StringBuilder description = new StringBuilder( "poses of" );
		for ( final Subject subject : subjects )
		{
			final double[] vertices = subject.surface().vertices();
			final ByteBuffer bytes = ByteBuffer.allocate( Double.BYTES * vertices.length );
			bytes.asDoubleBuffer().put( vertices );
			description.append( ' ' ).append( subject.name() ).append( ' ' ).append( checksum( bytes.array() ) );
		}
		description.append( ", " ).append( phantoms );
		return new EvaluationCases()
		{
			@Override
			public int size()
			{
				return poses * subjects.size();
			}

			@Override
			public Case read( final int which )
			{
				return cases.model( which );
			}

			@Override
			public PhantomSettings settings()
			{
				return phantoms;
			}

			@Override
			public String description()
			{
				return description.toString();
			}
		};
	}

	private static String checksum( final byte[] bytes )
	{
		final CRC32 sum = new CRC32();
		sum.update( bytes );
		return String.format( "%08x", sum.getValue() );
	}
}
