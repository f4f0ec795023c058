/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.PatientDirection;

/**
 * Draws one view of the virtual C-arm: the radiograph, the letters of the patient's directions at its borders, the marks of
 * points, and a sentence where there is nothing to see. Used by the event thread.
 */
final class DrrCanvas extends JComponent
{
	private static final long serialVersionUID = 1L;

	/** Left for letters about the image, and for the title above. */
	private static final int MARGIN = 26, TITLE = 22;

	private static final int CROSS = 7;

	private static final Color LETTERS = new Color( 0xF0F0F0 );

	private final Color color;

	private String title = "";

	private transient ConeBeamGeometry arm;

	private transient DrrImage image = DrrImage.nothing( "" );

	private transient BufferedImage gray;

	private double black, white = 1;

	private double[] mark, line;

	private boolean selected;

	/**
	 * @param color
	 *            of the view's title
	 * @param mouse
	 *            hears of clicks and drags
	 */
	DrrCanvas( final Color color, final DrrMouse.Listener mouse )
	{
		this.color = color;
		setPreferredSize( new Dimension( 300, 420 ) );
		setFocusable( true );
		setToolTipText(
				"<html>Click: the point in the other view and in the CT.<br>Drag, or arrow keys (1 degree): turn the C-arm.</html>" );
		new DrrMouse( this, mouse );
		bind( "LEFT", -1, 0, mouse );
		bind( "RIGHT", 1, 0, mouse );
		bind( "UP", 0, 1, mouse );
		bind( "DOWN", 0, -1, mouse );
	}

	private void bind( final String key, final int primary, final int secondary, final DrrMouse.Listener mouse )
	{
		getInputMap().put( KeyStroke.getKeyStroke( key ), key );
		getActionMap().put( key, new AbstractAction()
		{
			@Override
			public void actionPerformed( final ActionEvent e )
			{
				mouse.turned( DrrCanvas.this, primary, secondary, false );
			}
		} );
	}

	void setArm( final String name, final ConeBeamGeometry newArm, final boolean isSelected )
	{
		arm = newArm;
		selected = isSelected;
		title = String.format( "%s: %s %.1f\u00b0 %s %.1f\u00b0", name, arm.angulation().primaryAngle() < 0 ? "RAO" : "LAO",
				Math.abs( arm.angulation().primaryAngle() ), arm.angulation().secondaryAngle() < 0 ? "CAU" : "CRA",
				Math.abs( arm.angulation().secondaryAngle() ) );
		repaint();
	}

	void setImage( final DrrImage made )
	{
		image = made;
		gray = null;
		repaint();
	}

	DrrImage image()
	{
		return image;
	}

	/** Line integrals that are shown black and white. */
	void setWindow( final double newBlack, final double newWhite )
	{
		black = newBlack;
		white = newWhite;
		gray = null;
		repaint();
	}

	/** What is marked: (column, row) or null, and (column, row, column, row) or null. */
	void setMarks( final double[] newMark, final double[] newLine )
	{
		mark = newMark;
		line = newLine;
		repaint();
	}

	/** @return (column, row) at a point of this component */
	double[] pixel( final double x, final double y )
	{
		final Rectangle2D at = place();
		return new double[] { ( x - at.getX() ) / at.getWidth() * arm.detector().columns() - 0.5,
				( y - at.getY() ) / at.getHeight() * arm.detector().rows() - 0.5 };
	}

	/** @return where in this component (column, row) is */
	double[] at( final double column, final double row )
	{
		final Rectangle2D at = place();
		return new double[] { at.getX() + ( column + 0.5 ) / arm.detector().columns() * at.getWidth(),
				at.getY() + ( row + 0.5 ) / arm.detector().rows() * at.getHeight() };
	}

	/** The detector plate in its true proportions, as large as there is room. */
	private Rectangle2D place()
	{
		final double width = arm.detector().columns() * arm.detector().pixelSpacingX(),
				height = arm.detector().rows() * arm.detector().pixelSpacingY();
		final double roomX = Math.max( 10, getWidth() - 2 * MARGIN ), roomY = Math.max( 10, getHeight() - 2 * MARGIN - TITLE );
		final double scale = Math.min( roomX / width, roomY / height );
		return new Rectangle2D.Double( ( getWidth() - scale * width ) / 2, TITLE + MARGIN + ( roomY - scale * height ) / 2, scale * width,
				scale * height );
	}

	@Override
	protected void paintComponent( final Graphics graphics )
	{
		final Graphics2D g = ( Graphics2D ) graphics.create();
		g.setRenderingHint( RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON );
		g.setRenderingHint( RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON );
		g.setRenderingHint( RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR );
		g.setColor( new Color( 0x202020 ) );
		g.fillRect( 0, 0, getWidth(), getHeight() );
		if ( arm != null )
		{
			final Rectangle2D at = place();
			g.setColor( Color.BLACK );
			g.fill( at );
			if ( image.pixels().length > 0 )
				g.drawImage( gray(), ( int ) at.getX(), ( int ) at.getY(), ( int ) at.getWidth(), ( int ) at.getHeight(), null );
			g.setColor( selected ? color : color.darker() );
			g.setStroke( new BasicStroke( selected ? 2 : 1 ) );
			g.draw( at );
			g.setFont( getFont().deriveFont( selected ? Font.BOLD : Font.PLAIN ) );
			g.drawString( title, 8, TITLE - 6 );
			drawLetters( g, at );
			drawMarks( g, at );
			final String problem = problem();
			if ( problem != null )
				drawProblem( g, at, problem );
		}
		g.dispose();
	}

	/** Why there is nothing to see, or null. */
	String problem()
	{
		if ( image.problem() != null )
			return image.problem();
		return image.greatest() <= black ? "All pixels are below the window: lower the level, or press Auto." : null;
	}

	private BufferedImage gray()
	{
		if ( gray == null )
		{
			gray = new BufferedImage( image.columns(), image.rows(), BufferedImage.TYPE_BYTE_GRAY );
			final byte[] levels = new byte[ image.pixels().length ];
			final double scale = 255 / Math.max( 1e-9, white - black );
			for ( int i = 0; i < levels.length; ++i )
				levels[ i ] = ( byte ) Math.max( 0, Math.min( 255, Math.round( scale * ( image.pixels()[ i ] - black ) ) ) );
			gray.getRaster().setDataElements( 0, 0, image.columns(), image.rows(), levels );
		}
		return gray;
	}

	private void drawLetters( final Graphics2D g, final Rectangle2D at )
	{
		final double[] right = arm.angulation().columnDirection(), down = arm.angulation().rowDirection();
		g.setColor( LETTERS );
		g.setFont( getFont().deriveFont( Font.BOLD, 14f ) );
		final double middle = at.getCenterY() + 5;
		centered( g, PatientDirection.letters( right ), at.getMaxX() + MARGIN / 2.0, middle );
		centered( g, PatientDirection.letters( -right[ 0 ], -right[ 1 ], -right[ 2 ] ), at.getX() - MARGIN / 2.0, middle );
		centered( g, PatientDirection.letters( down ), at.getCenterX(), at.getMaxY() + 18 );
		centered( g, PatientDirection.letters( -down[ 0 ], -down[ 1 ], -down[ 2 ] ), at.getCenterX(), at.getY() - 8 );
	}

	private static void centered( final Graphics2D g, final String text, final double x, final double y )
	{
		g.drawString( text, ( float ) ( x - g.getFontMetrics().stringWidth( text ) / 2.0 ), ( float ) y );
	}

	private void drawMarks( final Graphics2D g, final Rectangle2D at )
	{
		g.clip( at );
		g.setStroke( new BasicStroke( 1.5f ) );
		if ( line != null )
		{
			g.setColor( Marks.LINE );
			final double[] a = at( line[ 0 ], line[ 1 ] ), b = at( line[ 2 ], line[ 3 ] );
			g.draw( new Line2D.Double( a[ 0 ], a[ 1 ], b[ 0 ], b[ 1 ] ) );
		}
		if ( mark != null )
		{
			g.setColor( Marks.POINT );
			final double[] p = at( mark[ 0 ], mark[ 1 ] );
			g.draw( new Line2D.Double( p[ 0 ] - CROSS, p[ 1 ], p[ 0 ] + CROSS, p[ 1 ] ) );
			g.draw( new Line2D.Double( p[ 0 ], p[ 1 ] - CROSS, p[ 0 ], p[ 1 ] + CROSS ) );
		}
		g.setClip( null );
	}

	private void drawProblem( final Graphics2D g, final Rectangle2D at, final String problem )
	{
		g.setColor( new Color( 0xFFD070 ) );
		g.setFont( getFont() );
		final FontMetrics metrics = g.getFontMetrics();
		final double width = Math.max( at.getWidth(), getWidth() - 2.0 * MARGIN ) - 16;
		final StringBuilder row = new StringBuilder();
		double y = at.getCenterY() - 40;
		for ( final String word : problem.split( " " ) )
		{
			if ( row.length() > 0 && metrics.stringWidth( row + " " + word ) > width )
			{
				centered( g, row.toString(), getWidth() / 2.0, y );
				y += metrics.getHeight();
				row.setLength( 0 );
			}
			row.append( row.length() > 0 ? " " : "" ).append( word );
		}
		centered( g, row.toString(), getWidth() / 2.0, y );
	}
}
