/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.raywarp.io.Folders;
import org.raywarp.volume.Progress;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Writes data sets: a folder a case as {@link CaseFiles} say, and the file {@code index.json} with all settings, and the
 * bone, the person and the part (training, validation, test) of every case. The same seed writes the same files, whatever
 * the number of threads. A case appears whole or not at all, so that a generation that was stopped, or killed, continues
 * where it was when it is called again.
 * <p>
 * Threads make whole shapes, each with all of its cases, so that memory holds one template and one case a thread, however
 * many cases there are.
 */
public final class DatasetGenerator
{
	private final CaseMaker maker;

	private final Path output;

	private final CaseProgress progress;

	private final AtomicInteger nextShape = new AtomicInteger();

	private final AtomicReference< Throwable > failure = new AtomicReference<>();

	private DatasetGenerator( final CaseMaker maker, final Path output, final CaseProgress progress )
	{
		this.maker = maker;
		this.output = output;
		this.progress = progress;
	}

	/**
	 * Writes a data set, or what is missing of it.
	 *
	 * @param settings
	 *            what to write
	 * @param progress
	 *            told after every case how many are made and how long the others take; where it cancels, generation ends
	 *            within the part of a second, and whole cases stay
	 * @return the number of cases that were written now; the others were there already
	 * @throws IOException
	 *             if a surface cannot be read, the folder holds another data set, or it cannot be written
	 */
	public static int generate( final DatasetSettings settings, final Progress progress ) throws IOException
	{
		final CaseMaker maker = CaseMaker.of( settings.shapes(), settings.cases(), settings.phantoms(), progress );
		final Path output = settings.output();
		Files.createDirectories( output );
		DatasetIndex.writeOrRequireSame( settings, maker );
		final int missing = ( int ) IntStream.range( 0, maker.size() ).filter( i -> isMissing( output, i ) ).count();
		new DatasetGenerator( maker, output, new CaseProgress( missing, progress, System::nanoTime ) ).run();
		return missing;
	}

	private void run() throws IOException
	{
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final int threads = executor.getParallelism();
		if ( shapes() < threads )
			makeShapes();
		else
			executor.forEach( IntStream.range( 0, threads ).boxed().toList(), i -> Parallelization.runSingleThreaded( this::makeShapes ) );
		final Throwable thrown = failure.get();
		if ( thrown instanceof IOException io )
			throw io;
		if ( thrown instanceof RuntimeException runtime )
			throw runtime;
		if ( thrown instanceof Error error )
			throw error;
	}

	private int shapes()
	{
		return ( maker.size() + maker.casesPerShape() - 1 ) / maker.casesPerShape();
	}

	/** What each thread does. */
	private void makeShapes()
	{
		try
		{
			for ( int shape = nextShape.getAndIncrement(); shape < shapes(); shape = nextShape.getAndIncrement() )
				makeCases( shape );
		}
		catch ( final Throwable thrown )
		{
			failure.compareAndSet( null, thrown );
			progress.stop();
		}
	}

	private void makeCases( final int which ) throws IOException
	{
		CaseMaker.Shape shape = null;
		final int end = Math.min( maker.size(), ( which + 1 ) * maker.casesPerShape() );
		for ( int i = which * maker.casesPerShape(); i < end; ++i )
			if ( isMissing( output, i ) )
			{
				shape = shape == null ? maker.shape( which, progress ) : shape;
				writeWhole( maker.make( shape, i, progress ), maker.entry( i ) );
				progress.made( CaseDraw.name( i ) );
			}
	}

	private static boolean isMissing( final Path output, final int index )
	{
		return !Files.isDirectory( output.resolve( CaseDraw.name( index ) ) );
	}

	private void writeWhole( final Case made, final DatasetIndex.Entry entry ) throws IOException
	{
		final Path partial = output.resolve( "." + made.name() + ".partial" );
		Folders.delete( partial );
		try
		{
			CaseFiles.write( made, entry, partial );
			Files.move( partial, output.resolve( made.name() ), StandardCopyOption.ATOMIC_MOVE );
		}
		finally
		{
			Folders.delete( partial );
		}
	}
}
