/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JTabbedPane;

import org.scijava.Context;
import org.scijava.command.CommandService;

/**
 * Opens the window of a review and uses it as a person does, with mouse and screen: looks at every tab, drags the first
 * slider of each, and saves the report.
 */
public final class ReviewDriver
{
	private static final int SECONDS = 60, QUIET = 600, BELOW_CONTROLS = 120;

	private final Robot robot;

	private JFrame frame;

	private ReviewDriver() throws Exception
	{
		robot = new Robot();
		robot.setAutoDelay( 40 );
	}

	/**
	 * @param args
	 *            inputs of the command as {@code name=value}, and {@code screens=FOLDER}, where a picture of every tab is
	 *            saved; prints each slider's values before and after, and the status line after the report was saved
	 */
	public static void main( final String... args ) throws Exception
	{
		final Map< String, Object > inputs = new HashMap<>();
		for ( final String arg : args )
			inputs.put( arg.substring( 0, arg.indexOf( '=' ) ), arg.substring( arg.indexOf( '=' ) + 1 ) );
		final Path screens = Files.createDirectories( Path.of( ( String ) inputs.remove( "screens" ) ) );
		try ( Context context = new Context() )
		{
			context.service( CommandService.class ).run( ReviewRegistrationCommand.class, true, inputs ).get();
			new ReviewDriver().use( screens );
		}
		System.exit( 0 );
	}

	private void use( final Path screens ) throws Exception
	{
		await( "the window", () -> {
			for ( final Window window : Window.getWindows() )
				if ( window instanceof final JFrame f && window.isShowing() )
					frame = f;
			return frame != null;
		} );
		frame.setState( Frame.NORMAL );
		final JTabbedPane tabs = find( frame, JTabbedPane.class, null );
		for ( int i = 0; i < tabs.getTabCount(); ++i )
		{
			final Rectangle tab = tabs.getBoundsAt( i );
			final Point corner = tabs.getLocationOnScreen();
			click( corner.x + tab.x + tab.width / 2, corner.y + tab.y + tab.height / 2 );
			final int index = i;
			await( "tab " + i, () -> tabs.getSelectedIndex() == index );
			final String name = tabs.getTitleAt( i );
			final BufferedImage before = shoot( screens.resolve( name + ".png" ) );
			final JSlider slider = find( ( Container ) tabs.getComponentAt( i ), JSlider.class, null );
			if ( slider != null )
			{
				System.out.println( slider.getName() + " " + slider.getValue() + " -> " + drag( slider ) );
				await( "the picture of " + name, () -> !equal( before, screen(), BELOW_CONTROLS ) );
				shoot( screens.resolve( name + " moved.png" ) );
			}
		}
		final JButton save = find( frame, JButton.class, "Save report" );
		if ( save == null )
			return;
		final Point corner = save.getLocationOnScreen();
		click( corner.x + save.getWidth() / 2, corner.y + save.getHeight() / 2 );
		final JLabel status = find( frame, JLabel.class, "status" );
		await( "the report", () -> !status.getText().isBlank() );
		System.out.println( status.getText() );
	}

	private int drag( final JSlider slider )
	{
		final Point corner = slider.getLocationOnScreen();
		final double at = ( double ) ( slider.getValue() - slider.getMinimum() ) / ( slider.getMaximum() - slider.getMinimum() );
		robot.mouseMove( corner.x + 8 + ( int ) ( at * ( slider.getWidth() - 16 ) ), corner.y + slider.getHeight() / 2 );
		robot.mousePress( InputEvent.BUTTON1_DOWN_MASK );
		for ( int step = 1; step <= 5; ++step )
			robot.mouseMove( corner.x + 8 + ( int ) ( ( at - 0.05 * step ) * ( slider.getWidth() - 16 ) ),
					corner.y + slider.getHeight() / 2 );
		robot.mouseRelease( InputEvent.BUTTON1_DOWN_MASK );
		robot.waitForIdle();
		return slider.getValue();
	}

	private void click( final int x, final int y )
	{
		robot.mouseMove( x, y );
		robot.mousePress( InputEvent.BUTTON1_DOWN_MASK );
		robot.mouseRelease( InputEvent.BUTTON1_DOWN_MASK );
		robot.waitForIdle();
	}

	/** When the window has not changed for a while. */
	private BufferedImage shoot( final Path file ) throws Exception
	{
		BufferedImage last = null, now = screen();
		for ( int i = 0; i < SECONDS * 1000 / QUIET && !equal( last, now, 0 ); ++i )
		{
			Thread.sleep( QUIET );
			last = now;
			now = screen();
		}
		ImageIO.write( now, "png", file.toFile() );
		return now;
	}

	private BufferedImage screen()
	{
		robot.waitForIdle();
		return robot.createScreenCapture( frame.getBounds() );
	}

	/** From a row on. */
	private static boolean equal( final BufferedImage a, final BufferedImage b, final int top )
	{
		if ( a == null )
			return false;
		for ( int y = top; y < b.getHeight(); ++y )
			for ( int x = 0; x < b.getWidth(); ++x )
				if ( a.getRGB( x, y ) != b.getRGB( x, y ) )
					return false;
		return true;
	}

	private static void await( final String what, final BooleanSupplier there ) throws InterruptedException
	{
		for ( int i = 0; i < SECONDS * 10; ++i )
		{
			if ( there.getAsBoolean() )
				return;
			Thread.sleep( 100 );
		}
		throw new IllegalStateException( what + " did not come within " + SECONDS + " s" );
	}

	/** @return the first component of a type, of a name unless that is null; null where there is none */
	private static < T extends Component > T find( final Container container, final Class< T > type, final String name )
	{
		for ( final Component child : container.getComponents() )
		{
			if ( type.isInstance( child ) && ( name == null || name.equals( child.getName() ) ) )
				return type.cast( child );
			final T below = child instanceof final Container inner ? find( inner, type, name ) : null;
			if ( below != null )
				return below;
		}
		return null;
	}
}
