/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
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
import org.raywarp.anatomy.FemurShape;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.anatomy.SurfaceToCt;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

/**
 * The time from a turn of the virtual C-arm until the radiographs are drawn, on the FULL grid with a detector of 160 x 224
 * pixels: 66 ms are 15 frames a second.
 */
@State( Scope.Benchmark )
@BenchmarkMode( Mode.SampleTime )
@OutputTimeUnit( TimeUnit.MILLISECONDS )
@Warmup( iterations = 3, time = 2 )
@Measurement( iterations = 3, time = 3 )
@Fork( value = 1, jvmArgsAppend = { "-Xmx2g", "-Djava.awt.headless=true" } )
public class LiveDrrBenchmark
{
	/** While dragging, or at the end. */
	@Param( { "true", "false" } )
	public boolean quick;

	/** Views that turn. */
	@Param( { "1", "2" } )
	public int turning;

	private final BlockingQueue< DrrImage > made = new LinkedBlockingQueue<>();

	private final BufferedImage screen = new BufferedImage( 300, 430, BufferedImage.TYPE_INT_RGB );

	private LiveDrr live;

	private DrrCanvas canvas;

	private double angle;

	@Setup
	public void setUp()
	{
		final DrrLevels levels = new DrrLevels( SurfaceToCt
				.makeInFrame( ParametricFemur.surface( FemurShape.mean() ), GridSize.FULL, 1, Progress.NONE ).ct(), 35 );
		live = new LiveDrr( levels, ( view, image ) -> made.add( image ) );
		canvas = new DrrCanvas( Color.WHITE, null );
		canvas.setSize( 300, 430 );
		canvas.setFont( new Font( Font.DIALOG, Font.PLAIN, 12 ) );
		canvas.setWindow( 0, 4 );
	}

	@TearDown
	public void tearDown()
	{
		live.close();
	}

	private static ConeBeamGeometry arm( final double angle )
	{
		return ConeBeamGeometry.standard( new CArmAngulation( angle, 10 ), 160, 224 );
	}

	@Benchmark
	public void turn() throws InterruptedException
	{
		angle = ( angle + 0.5 ) % 360;
		final List< View > views = new ArrayList<>();
		for ( int v = 0; v < turning; ++v )
			views.add( arm( angle + 90 * v ).view( "view" ) );
		live.request( views, quick );
		final Graphics2D g = screen.createGraphics();
		for ( int v = 0; v < turning; ++v )
		{
			canvas.setImage( made.take() );
			canvas.setArm( "view", arm( angle ), true );
			canvas.paint( g );
		}
		g.dispose();
	}

	public static void main( final String[] args ) throws RunnerException
	{
		new Runner( new OptionsBuilder().include( LiveDrrBenchmark.class.getName() + "\\." ).build() ).run();
	}
}
