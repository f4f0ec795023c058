/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.Component;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.imageio.ImageIO;
import javax.swing.JSlider;
import javax.swing.JTabbedPane;

import org.raywarp.viewer.Hands;
import org.scijava.command.Command;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;

/**
 * Goes the way of docs/tutorial.md in the real windows of ImageJ, and takes the pictures: from the sample X-rays to the
 * report.
 */
public final class TutorialPictures
{
	private static final int SECONDS = 600, STEP = 250, OFF_SCREEN = 3000;

	/** Where ImageJ's menu bar has Plugins, in pixels of its window, and what of the screen its menu covers. */
	private static final int PLUGINS = 320, MENU_BAR = 12;

	private static final Rectangle MENU = new Rectangle( 0, 0, 720, 640 );

	private static final String ATLAS = "atlas";

	private static final String[] XRAYS = { "frontal.tif", "lateral.tif", "frontal-mask.tif", "lateral-mask.tif" };

	private static final Map< String, String > INPUTS = Map.of( "frontal", XRAYS[ 0 ], "lateral", XRAYS[ 1 ], "frontal_mask", XRAYS[ 2 ],
			"lateral_mask", XRAYS[ 3 ] );

	private final Path pictures, files;

	private final ImageJDialogs dialogs = new ImageJDialogs();

	private final ImageJ main;

	private String geometry;

	private TutorialPictures( final Path pictures, final Path files ) throws Exception
	{
		this.pictures = Files.createDirectories( pictures );
		this.files = Files.createDirectories( files );
		main = Hands.inEventThread( () -> {
			final ImageJ made = new ImageJ( ImageJ.STANDALONE );
			made.setLocation( 0, 0 );
			return made;
		} );
	}

	/**
	 * @param args
	 *            folder for the pictures; folder for results, where the report will be
	 */
	public static void main( final String... args ) throws Exception
	{
		// Says on the standard error stream when it makes its folder.
		Logger.getLogger( "java.util.prefs" ).setLevel( Level.OFF );
		try
		{
			final TutorialPictures tutorial = new TutorialPictures( Path.of( args[ 0 ] ), Path.of( args[ 1 ] ).toAbsolutePath() );
			tutorial.menu();
			tutorial.samples();
			tutorial.virtualCArm();
			tutorial.check();
			tutorial.register();
			tutorial.review();
		}
		catch ( final Throwable t )
		{
			t.printStackTrace();
			System.exit( 1 );
		}
		System.exit( 0 );
	}

	/** Plugins>RayWarp, the last entry of its menu, opened by mouse and keys. */
	private void menu() throws Exception
	{
		dialogs.hands.robot.delay( 4 * STEP );
		final Point corner = Hands.inEventThread( main::getLocationOnScreen );
		dialogs.hands.robot.mouseMove( corner.x + PLUGINS, corner.y + MENU_BAR );
		dialogs.hands.robot.mousePress( InputEvent.BUTTON1_DOWN_MASK );
		dialogs.hands.robot.mouseRelease( InputEvent.BUTTON1_DOWN_MASK );
		dialogs.hands.robot.delay( 4 * STEP );
		dialogs.hands.press( KeyEvent.VK_UP );
		dialogs.hands.press( KeyEvent.VK_RIGHT );
		dialogs.hands.robot.delay( 4 * STEP );
		ImageIO.write( dialogs.hands.robot.createScreenCapture( MENU ), "png", pictures.resolve( "menu.png" ).toFile() );
		for ( int i = 0; i < 3; ++i )
			dialogs.hands.press( KeyEvent.VK_ESCAPE );
	}

	private void samples() throws Exception
	{
		IJ.doCommand( "Femur X-rays with Masks" );
		awaitLong( "the samples", () -> Arrays.stream( XRAYS ).allMatch( t -> WindowManager.getImage( t ) != null ) );
		geometry = WindowManager.getImage( XRAYS[ 0 ] ).getProp( "geometry" );
		final List< Window > shown = new ArrayList<>( List.of( main ) );
		for ( int i = 0; i < XRAYS.length; ++i )
			shown.add( place( WindowManager.getImage( XRAYS[ i ] ), 5 + 200 * i, 110 ) );
		shoot( "samples", shown );
	}

	private void virtualCArm() throws Exception
	{
		IJ.doCommand( "Femur Atlas CT with Labels" );
		awaitLong( "the atlas",
				() -> WindowManager.getImage( ATLAS ) != null && WindowManager.getImage( "atlas_labels" ) != null );
		final ImagePlus image = WindowManager.getImage( ATLAS );
		image.setSlice( 150 );
		final Window slices = place( image, 0, 0 );
		accept( VirtualCArmCommand.class, Map.of( "volume", ATLAS, "geometry", geometry ), null );
		final Window window = dialogs.shown( "the virtual C-arm", w -> w.getClass().getSimpleName().equals( "VirtualCArm" ) );
		move( window, slices.getWidth() + 5, 0 );
		dialogs.hands.robot.delay( 8 * STEP );
		final JSlider slider = Hands.find( window, JSlider.class, s -> true );
		dialogs.hands.drag( slider, slider.getWidth() / 2, slider.getWidth() / 2 + 10 );
		dialogs.hands.robot.mouseMove( 1, 890 );
		dialogs.hands.robot.delay( 12 * STEP );
		shoot( "virtual-c-arm", List.of( slices, window ) );
		Hands.inEventThread( () -> {
			window.dispose();
			return null;
		} );
		for ( final String title : new String[] { ATLAS, "atlas_labels" } )
			WindowManager.getImage( title ).close();
	}

	private void check() throws Exception
	{
		IJ.log( "\\Clear" );
		accept( CheckXraysCommand.class, withGeometry( Map.of() ), "check" );
		awaitLong( "the answer", () -> IJ.getLog() != null && !IJ.getLog().isBlank() );
		shootLog( "check-log" );
	}

	private void register() throws Exception
	{
		IJ.log( "\\Clear" );
		accept( RegisterAtlasCommand.class, withGeometry( Map.of( "save_to", files.toString() ) ), "register" );
		awaitLong( "the registration", () -> WindowManager.getImage( "warped_atlas" ) != null && WindowManager.getImage( "drr" ) != null
				&& IJ.getLog().contains( "model" ) );
		final List< Window > shown = new ArrayList<>();
		final String[] titles = { "warped_atlas", "warped_labels", "drr" };
		for ( int i = 0, x = 5; i < titles.length; ++i )
		{
			final ImagePlus image = WindowManager.getImage( titles[ i ] );
			image.setSlice( i < 2 ? 150 : 1 );
			shown.add( place( image, x, 110 ) );
			x += shown.get( i ).getWidth() + 5;
		}
		shoot( "results", shown );
		shootLog( "verdict" );
	}

	private void review() throws Exception
	{
		accept( ReviewRegistrationCommand.class,
				withGeometry( Map.of( "results", files.toString(), "save_report", files.resolve( "report.html" ).toString() ) ),
				null );
		final Window window = dialogs.shown( "the review", w -> w instanceof Frame f && f.getTitle().startsWith( "Registration to" ) );
		final JTabbedPane tabs = Hands.find( window, JTabbedPane.class, t -> true );
		for ( final String tab : new String[] { "X-rays", "Slices" } )
		{
			Hands.inEventThread( () -> {
				window.setLocation( 0, 0 );
				tabs.setSelectedIndex( tabs.indexOfTab( tab ) );
				return null;
			} );
			dialogs.hands.robot.delay( 12 * STEP );
			shoot( "review-" + tab.toLowerCase( Locale.ROOT ), List.of( window ) );
		}
	}

	private Map< String, String > withGeometry( final Map< String, String > more )
	{
		final Map< String, String > all = new HashMap<>( INPUTS );
		all.put( "geometry", geometry );
		all.putAll( more );
		return all;
	}

	/** Fills a dialog, takes its picture unless that has no name, and presses OK. */
	private void accept( final Class< ? extends Command > command, final Map< String, String > inputs, final String picture )
			throws Exception
	{
		final GenericDialog dialog = dialogs.open( command, inputs );
		Hands.inEventThread( () -> {
			dialog.setLocation( 0, 0 );
			dialog.toFront();
			return null;
		} );
		if ( picture != null )
			shoot( picture, List.of( dialog ) );
		dialogs.press( dialog, "OK" );
	}

	private static void move( final Window window, final int x, final int y )
	{
		Hands.inEventThread( () -> {
			window.setLocation( x, y );
			return null;
		} );
	}

	private static Window place( final ImagePlus image, final int x, final int y )
	{
		return Hands.inEventThread( () -> {
			image.getWindow().setLocation( x, y );
			image.getWindow().toFront();
			return image.getWindow();
		} );
	}

	private void shootLog( final String name ) throws Exception
	{
		final Window log = WindowManager.getWindow( "Log" );
		Hands.inEventThread( () -> {
			log.setBounds( 0, 0, 900, 330 );
			log.toFront();
			return null;
		} );
		shoot( name, List.of( log ) );
	}

	/** Takes the picture of windows side by side, with the others out of the way. */
	private void shoot( final String name, final List< ? extends Window > windows ) throws IOException
	{
		final Map< Window, Point > others = new HashMap<>();
		for ( final Window other : ImageJDialogs.windows() )
			if ( !windows.contains( other ) )
				others.put( other, other.getLocation() );
		others.forEach( ( other, place ) -> move( other, OFF_SCREEN, 0 ) );
		dialogs.hands.robot.waitForIdle();
		dialogs.hands.robot.delay( 4 * STEP );
		final Rectangle all = windows.stream().map( Component::getBounds ).reduce( Rectangle::union ).orElseThrow();
		ImageIO.write( dialogs.hands.robot.createScreenCapture( all ), "png", pictures.resolve( name + ".png" ).toFile() );
		others.forEach( ( other, place ) -> move( other, place.x, place.y ) );
	}

	private void awaitLong( final String what, final Callable< Boolean > holds )
	{
		for ( int i = 0; i < SECONDS * 1000 / STEP; ++i )
		{
			if ( Hands.inEventThread( holds ) )
				return;
			dialogs.hands.robot.delay( STEP );
		}
		throw new IllegalStateException( "waited in vain for: " + what );
	}
}
