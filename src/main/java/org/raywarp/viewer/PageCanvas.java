/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/**
 * Shows a picture of a page as large as there is room, and draws it anew, beside the event thread, when its settings or its
 * room change. What was asked for last is what is shown.
 */
final class PageCanvas extends JComponent
{
	/** Panels are not drawn larger or smaller. */
	private static final int LEAST = 120, MOST = 1400;

	/** Titles and gaps of a picture. */
	private static final int FRAME = 32;

	private final ReviewPage page;

	private final ExecutorService painter = Executors.newSingleThreadExecutor( task -> {
		final Thread thread = new Thread( task, "RayWarp review" );
		thread.setDaemon( true );
		return thread;
	} );

	private final AtomicInteger asked = new AtomicInteger();

	private int[] settings;

	private BufferedImage picture;

	PageCanvas( final ReviewPage page )
	{
		this.page = page;
		settings = page.initial();
		setPreferredSize( new Dimension( 900, 600 ) );
	}

	/** Called on the event thread. */
	void set( final int control, final int value )
	{
		settings = settings.clone();
		settings[ control ] = value;
		redraw();
	}

	/** @return what is shown; null before it is drawn */
	BufferedImage picture()
	{
		return picture;
	}

	@Override
	public void setBounds( final int x, final int y, final int width, final int height )
	{
		final boolean resized = width != getWidth() || height != getHeight();
		super.setBounds( x, y, width, height );
		if ( resized )
			redraw();
	}

	private void redraw()
	{
		final int turn = asked.incrementAndGet();
		final int[] now = settings;
		final int width = getWidth(), height = Math.max( LEAST, Math.min( MOST, getHeight() - FRAME ) );
		if ( width > 0 && getHeight() > 0 )
			painter.execute( () -> {
				if ( turn == asked.get() )
					show( turn, fitting( width, height, now ) );
			} );
	}

	/** A picture that is too wide is drawn again, lower. */
	private BufferedImage fitting( final int width, final int height, final int[] now )
	{
		final BufferedImage high = page.painter().draw( height, now );
		return high.getWidth() <= width ? high
				: page.painter().draw( Math.max( LEAST, ( int ) ( ( double ) height * width / high.getWidth() ) - 1 ), now );
	}

	private void show( final int turn, final BufferedImage drawn )
	{
		SwingUtilities.invokeLater( () -> {
			if ( turn == asked.get() )
			{
				picture = drawn;
				repaint();
			}
		} );
	}

	@Override
	protected void paintComponent( final Graphics graphics )
	{
		graphics.setColor( Color.BLACK );
		graphics.fillRect( 0, 0, getWidth(), getHeight() );
		if ( picture == null )
			return;
		( ( Graphics2D ) graphics ).setRenderingHint( RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR );
		final double scale = Math.min( 1,
				Math.min( ( double ) getWidth() / picture.getWidth(), ( double ) getHeight() / picture.getHeight() ) );
		final int width = ( int ) ( scale * picture.getWidth() ), height = ( int ) ( scale * picture.getHeight() );
		graphics.drawImage( picture, ( getWidth() - width ) / 2, ( getHeight() - height ) / 2, width, height, null );
	}

	@Override
	public void removeNotify()
	{
		super.removeNotify();
		painter.shutdown();
	}
}
