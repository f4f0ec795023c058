/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

/**
 * Tells clicks in a view from drags that turn the C-arm. Used by the event thread.
 */
final class DrrMouse extends MouseAdapter
{
	/** Hears of what the mouse does in a view. */
	interface Listener
	{
		/** The mouse went down in a view. */
		void pressed( DrrCanvas canvas );

		/** A point of the detector was clicked. */
		void clicked( DrrCanvas canvas, double column, double row );

		/**
		 * The C-arm is to be turned by degrees.
		 *
		 * @param adjusting
		 *            whether the mouse is still down
		 */
		void turned( DrrCanvas canvas, double primary, double secondary, boolean adjusting );
	}

	/** Degrees a pixel of the screen. */
	private static final double SPEED = 0.5;

	/** Pixels of the screen that a click may move. */
	private static final int SLACK = 3;

	private final DrrCanvas canvas;

	private final Listener listener;

	private int x, y;

	private boolean dragging;

	DrrMouse( final DrrCanvas canvas, final Listener listener )
	{
		this.canvas = canvas;
		this.listener = listener;
		canvas.addMouseListener( this );
		canvas.addMouseMotionListener( this );
	}

	@Override
	public void mousePressed( final MouseEvent e )
	{
		x = e.getX();
		y = e.getY();
		dragging = false;
		canvas.requestFocusInWindow();
		listener.pressed( canvas );
	}

	@Override
	public void mouseDragged( final MouseEvent e )
	{
		dragging |= Math.abs( e.getX() - x ) > SLACK || Math.abs( e.getY() - y ) > SLACK;
		if ( !dragging )
			return;
		listener.turned( canvas, SPEED * ( e.getX() - x ), SPEED * ( y - e.getY() ), true );
		x = e.getX();
		y = e.getY();
	}

	@Override
	public void mouseReleased( final MouseEvent e )
	{
		if ( dragging )
			listener.turned( canvas, 0, 0, false );
		else
		{
			final double[] pixel = canvas.pixel( e.getX(), e.getY() );
			listener.clicked( canvas, pixel[ 0 ], pixel[ 1 ] );
		}
	}
}
