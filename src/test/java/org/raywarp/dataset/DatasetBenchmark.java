/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.raywarp.io.Folders;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

/**
 * The time of the parts of a case: its shape, which eight cases share, the case of a shape, and its files. On one thread
 * each, as data sets are made.
 */
@State( Scope.Benchmark )
@BenchmarkMode( Mode.AverageTime )
@OutputTimeUnit( TimeUnit.MILLISECONDS )
@Warmup( iterations = 3, time = 2 )
@Measurement( iterations = 4, time = 2 )
@Fork( value = 1, jvmArgsAppend = { "-Xmx2g", "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1" } )
public class DatasetBenchmark
{
	@Param( { "QUARTER", "HALF" } )
	public GridSize size;

	private CaseMaker maker;

	private CaseMaker.Shape shape;

	private Case made;

	private Path folder;

	private int next;

	@Setup
	public void setUp() throws IOException
	{
		maker = CaseMaker.of( ShapeSettings.of( ShapeSource.PARAMETRIC, null, 1000 ), 1000,
				PhantomSettings.augmented( size, GeometryMode.GENERALIZED, 1 ), Progress.NONE );
		shape = maker.shape( 0, Progress.NONE );
		made = maker.make( shape, 0, Progress.NONE );
		folder = Files.createTempDirectory( "dataset" );
	}

	@TearDown
	public void delete() throws IOException
	{
		Folders.delete( folder );
	}

	@Benchmark
	public Object shape()
	{
		return maker.shape( next++ % 100, Progress.NONE );
	}

	@Benchmark
	public Object caseOfShape()
	{
		return maker.make( shape, next++ % 8, Progress.NONE );
	}

	@Benchmark
	public void files() throws IOException
	{
		CaseFiles.write( made, maker.entry( 0 ), folder );
	}

	public static void main( final String[] methods ) throws RunnerException
	{
		final OptionsBuilder options = new OptionsBuilder();
		for ( final String method : methods.length == 0 ? new String[] { "" } : methods )
			options.include( DatasetBenchmark.class.getSimpleName() + ".*" + method );
		new Runner( options.build() ).run();
	}
}
