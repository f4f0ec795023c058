/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import javax.swing.SwingUtilities;

/**
 * Mouse and keyboard of a person, for windows under test.
 */
public final class Hands
{
	private static final int SECONDS = 20;

	public final Robot robot;

	public Hands() throws AWTException
	{
		robot = new Robot();
		robot.setAutoDelay( 15 );
	}

	/** Waits until something holds. */
	public void await( final String what, final BooleanSupplier holds )
	{
		final long end = System.nanoTime() + SECONDS * 1_000_000_000L;
		while ( !inEventThread( holds::getAsBoolean ) )
		{
			if ( System.nanoTime() > end )
				throw new IllegalStateException( "waited in vain for: " + what );
			robot.delay( 20 );
		}
	}

	public static < T > T inEventThread( final Callable< T > read )
	{
		try
		{
			if ( SwingUtilities.isEventDispatchThread() )
				return read.call();
			final FutureTask< T > task = new FutureTask<>( read );
			SwingUtilities.invokeLater( task );
			return task.get();
		}
		catch ( final Exception e )
		{
			throw new IllegalStateException( e );
		}
	}

	/** The first part of a window that is of a class and fits. */
	public static < T extends Component > T find( final Container window, final Class< T > type, final Predicate< T > fits )
	{
		for ( final Component part : window.getComponents() )
		{
			if ( type.isInstance( part ) && fits.test( type.cast( part ) ) )
				return type.cast( part );
			final T inside = part instanceof Container ? find( ( Container ) part, type, fits ) : null;
			if ( inside != null )
				return inside;
		}
		return null;
	}

	/** The place on the screen of a point in a component. */
	public static Point place( final Component component, final double x, final double y )
	{
		final Point at = inEventThread( component::getLocationOnScreen );
		return new Point( at.x + ( int ) Math.round( x ), at.y + ( int ) Math.round( y ) );
	}

	public void click( final Component component, final double x, final double y )
	{
		final Point at = place( component, x, y );
		robot.mouseMove( at.x, at.y );
		robot.mousePress( InputEvent.BUTTON1_DOWN_MASK );
		robot.mouseRelease( InputEvent.BUTTON1_DOWN_MASK );
	}

	public void click( final Component component )
	{
		click( component, component.getWidth() / 2.0, component.getHeight() / 2.0 );
	}

	/** Drags from one x to another in steps of a few pixels. */
	public void drag( final Component component, final int fromX, final int toX )
	{
		final Point from = place( component, fromX, component.getHeight() / 2.0 );
		robot.mouseMove( from.x, from.y );
		robot.mousePress( InputEvent.BUTTON1_DOWN_MASK );
		for ( int x = 0; x != toX - fromX; x += Integer.signum( toX - fromX ) )
			robot.mouseMove( from.x + x, from.y );
		robot.mouseRelease( InputEvent.BUTTON1_DOWN_MASK );
	}

	public void press( final int... keys )
	{
		for ( final int key : keys )
			robot.keyPress( key );
		for ( final int key : keys )
			robot.keyRelease( key );
	}

	/** Types letters, digits and what paths are made of. */
	public void type( final String text )
	{
		for ( final char c : text.toCharArray() )
			if ( c == '_' )
				press( KeyEvent.VK_SHIFT, KeyEvent.VK_MINUS );
			else if ( Character.isUpperCase( c ) )
				press( KeyEvent.VK_SHIFT, KeyEvent.getExtendedKeyCodeForChar( c ) );
			else
				press( KeyEvent.getExtendedKeyCodeForChar( c ) );
	}
}
