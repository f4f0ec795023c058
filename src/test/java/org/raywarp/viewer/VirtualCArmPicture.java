/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Component;
import java.awt.Frame;
import java.awt.Rectangle;
import java.io.File;
import java.util.Arrays;

import javax.imageio.ImageIO;
import javax.swing.JSlider;

import org.raywarp.anatomy.FemurShape;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.anatomy.SurfaceToCt;
import org.raywarp.commands.VirtualCArmCommand;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.ImagePlus;

/**
 * Draws the picture of the README: the real window, driven by mouse, beside a modeled femur. Argument: the PNG file.
 */
final class VirtualCArmPicture
{
	private VirtualCArmPicture()
	{}

	public static void main( final String[] args ) throws Exception
	{
		final ImagePlus ct = ImagePlusVolumes.toImagePlus( "ct", SurfaceToCt
				.makeInFrame( ParametricFemur.surface( FemurShape.mean() ), GridSize.FULL, 1, Progress.NONE ).ct() );
		ct.setDisplayRange( -400, 1400 );
		ct.setSlice( 150 );
		final Hands hands = new Hands();
		final VirtualCArm window = open( hands, ct, "" );
		final JSlider slider = Hands.find( window, JSlider.class, s -> CArmParameter.PRIMARY_ANGLE.label.equals( s.getName() ) );
		hands.drag( slider, slider.getWidth() / 2, slider.getWidth() / 2 + 7 );
		final Component[] views = views( window );
		click( hands, window, views, 0, 30, 5, 60 );
		click( hands, window, views, 1, 30, 5, 60 );
		hands.robot.mouseMove( 1279, 799 );
		hands.robot.delay( 1500 );
		final Rectangle all = new Rectangle( ct.getWindow().getBounds() ).union( window.getBounds() );
		ImageIO.write( hands.robot.createScreenCapture( all ), "png", new File( args[ 0 ] ) );
		System.exit( 0 );
	}

	/** Runs the command and waits for the first radiographs. */
	static VirtualCArm open( final Hands hands, final ImagePlus ct, final String geometry ) throws Exception
	{
		Hands.inEventThread( () -> {
			ct.show();
			ct.getCanvas().zoomIn( ct.getWidth() / 2, ct.getHeight() / 2 );
			ct.getWindow().setLocation( 0, 0 );
			return null;
		} );
		new Context().service( CommandService.class ).run( VirtualCArmCommand.class, true, "volume", ct, "geometry", geometry ).get();
		hands.await( "window", () -> Arrays.stream( Frame.getFrames() ).anyMatch( f -> f instanceof VirtualCArm && f.isShowing() ) );
		final VirtualCArm window =
				( VirtualCArm ) Arrays.stream( Frame.getFrames() ).filter( VirtualCArm.class::isInstance ).findFirst().get();
		Hands.inEventThread( () -> {
			window.setLocation( 330, 0 );
			return null;
		} );
		hands.await( "radiographs", () -> Arrays.stream( views( window ) ).allMatch( c -> ( ( DrrCanvas ) c ).image().greatest() > 0 ) );
		return window;
	}

	static DrrCanvas[] views( final VirtualCArm window )
	{
		final DrrCanvas first = Hands.find( window, DrrCanvas.class, c -> true );
		return Arrays.stream( first.getParent().getComponents() ).map( DrrCanvas.class::cast ).toArray( DrrCanvas[]::new );
	}

	private static void click( final Hands hands, final VirtualCArm window, final Component[] views, final int view, final double... world )
	{
		final double[] pixel = window.views().get( view ).projection().project( world );
		final double[] at = ( ( DrrCanvas ) views[ view ] ).at( pixel[ 0 ], pixel[ 1 ] );
		hands.click( views[ view ], at[ 0 ], at[ 1 ] );
	}
}
