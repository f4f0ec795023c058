/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.raywarp.deformation.Similarity;
import org.raywarp.io.Folders;
import org.raywarp.volume.Progress;

import net.imglib2.parallel.Parallelization;

/**
 * Writes data sets: a folder a case as {@link CaseFiles} say, and the file {@code index.json} with the name, bone, person
 * and true similarity of each, and all settings. The same seed writes the same files, whatever the number of threads.
 * <p>
 * Bones of a folder of surfaces (see {@link Subjects}) take turns, each time in another pose, and deformed smoothly
 * where the settings say so. Without such a folder every case is another parametric femur. A case appears whole or not
 * at all, so that a generation that was stopped continues where it was when it is called again.
 */
public final class DatasetGenerator
{
	private DatasetGenerator()
	{}

	/**
	 * Writes a data set, or what is missing of it.
	 *
	 * @param settings
	 *            what to write
	 * @param progress
	 *            told after every case
	 * @return the number of cases that were written now; the others were there already
	 * @throws IOException
	 *             if a surface cannot be read, the folder holds another data set, or it cannot be written
	 */
	public static int generate( final DatasetSettings settings, final Progress progress ) throws IOException
	{
		final List< Subject > bones = settings.surfaces() == null ? null : Subjects.ofFolder( settings.surfaces(), progress );
		final PhantomCases shared = bones == null ? null : new PhantomCases( bones, settings.phantoms() );
		final List< DatasetIndex.Entry > entries = new ArrayList<>();
		for ( int i = 0; i < settings.cases(); ++i )
		{
			final String parametric = Subjects.parametricName( i );
			final Subject bone = bones == null ? null : bones.get( i % bones.size() );
			final CaseDraw draw = CaseDraw.of( settings.phantoms(), i );
			entries.add(
					new DatasetIndex.Entry( draw.name(), bone == null ? parametric : bone.name(), bone == null ? parametric : bone.person(),
							draw.atlasFromSubject( bone == null ? Similarity.IDENTITY : bone.atlasFromReference() ) ) );
		}
		Files.createDirectories( settings.output() );
		new DatasetIndex( settings.phantoms(), entries ).writeOrRequireSame( settings.output() );
		final List< Integer > missing = new ArrayList<>();
		for ( int i = 0; i < entries.size(); ++i )
			if ( !Files.isDirectory( settings.output().resolve( entries.get( i ).name() ) ) )
				missing.add( i );
		final AtomicInteger done = new AtomicInteger();
		try
		{
			Parallelization.getTaskExecutor().forEach( missing, i -> {
				progress.report( ( double ) done.get() / missing.size(), "making " + entries.get( i ).name() );
				final PhantomCases cases = shared == null ? ofParametric( i, settings.phantoms() ) : shared;
				writeWhole( cases.model( i ), settings.output() );
				progress.report( ( double ) done.incrementAndGet() / missing.size(), "made " + entries.get( i ).name() );
			} );
		}
		catch ( final UncheckedIOException e )
		{
			throw e.getCause();
		}
		return missing.size();
	}

	private static PhantomCases ofParametric( final int index, final PhantomSettings settings )
	{
		return new PhantomCases( List.of( Subjects.parametric( index, settings.seed() ) ), settings );
	}

	private static void writeWhole( final Case made, final Path output )
	{
		final Path partial = output.resolve( "." + made.name() + ".partial" );
		try
		{
			Folders.delete( partial );
			try
			{
				CaseFiles.write( made, partial );
				Files.move( partial, output.resolve( made.name() ), StandardCopyOption.ATOMIC_MOVE );
			}
			finally
			{
				Folders.delete( partial );
			}
		}
		catch ( final IOException e )
		{
			throw new UncheckedIOException( e );
		}
	}
}
