/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JComponent;

import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Ray;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;

/**
 * Where sources, detectors and the volume are, in three dimensions and true proportions, seen from far away. The mouse turns it,
 * the wheel zooms. Used by the event thread.
 */
final class SceneSketch extends JComponent
{
	private static final long serialVersionUID = 1L;

	private static final Color BOX = new Color( 0xC8C8C8 ), AXES = new Color( 0xF0F0F0 );

	private static final int MARGIN = 28;

	/** Pixels of the screen from the center of the volume to the letters of its axes, at least. */
	private static final double AXIS = 42;

	private static final String[] GREATER = { "L", "P", "S" }, LESSER = { "R", "A", "I" };

	private final transient Grid grid;

	private transient List< View > views = List.of();

	private transient List< ConeBeamGeometry > arms = List.of();

	private double[] point;

	/** Where the observer is, in degrees: about the patient's long axis, from the left, and above. */
	private double around = -62, above = 24;

	private double zoom = 1;

	/** Pixels of the screen a mm, and the world point in the middle. */
	private double scale;

	private double[] middle = new double[ 2 ];

	SceneSketch( final Grid grid )
	{
		this.grid = grid;
		setPreferredSize( new Dimension( 560, 220 ) );
		setToolTipText( "<html>X-ray sources, detectors and the box of the volume.<br>Drag to turn, wheel to zoom.</html>" );
		final MouseAdapter mouse = new MouseAdapter()
		{
			private int x, y;

			@Override
			public void mousePressed( final MouseEvent e )
			{
				x = e.getX();
				y = e.getY();
			}

			@Override
			public void mouseDragged( final MouseEvent e )
			{
				around -= 0.5 * ( e.getX() - x );
				above = Math.max( -90, Math.min( 90, above + 0.5 * ( e.getY() - y ) ) );
				mousePressed( e );
				repaint();
			}

			@Override
			public void mouseWheelMoved( final MouseWheelEvent e )
			{
				zoom = Math.max( 0.5, Math.min( 20, zoom * Math.pow( 1.2, -e.getPreciseWheelRotation() ) ) );
				repaint();
			}
		};
		addMouseListener( mouse );
		addMouseMotionListener( mouse );
		addMouseWheelListener( mouse );
	}

	void setScene( final List< View > newViews, final List< ConeBeamGeometry > newArms, final double[] newPoint )
	{
		views = newViews;
		arms = newArms;
		point = newPoint;
		repaint();
	}

	/** The direction across the screen and up it, at the distance of 1 mm. */
	private double[] flat( final double... world )
	{
		final double a = Math.toRadians( around ), b = Math.toRadians( above );
		final double across = -Math.sin( a ) * world[ 0 ] + Math.cos( a ) * world[ 1 ],
				near = Math.cos( a ) * world[ 0 ] + Math.sin( a ) * world[ 1 ];
		return new double[] { across, Math.sin( b ) * near - Math.cos( b ) * world[ 2 ] };
	}

	private double[] screen( final double... world )
	{
		final double[] p = flat( world );
		return new double[] { getWidth() / 2.0 + scale * ( p[ 0 ] - middle[ 0 ] ), getHeight() / 2.0 + scale * ( p[ 1 ] - middle[ 1 ] ) };
	}

	/** Source and the four corners of the detector. */
	private List< double[] > corners( final int view )
	{
		final View v = views.get( view );
		final double distance = arms.get( view ).sourceToDetector(), right = v.columns() - 0.5, bottom = v.rows() - 0.5;
		return List.of( v.projection().source(), Ray.of( v, -0.5, -0.5 ).at( distance ), Ray.of( v, right, -0.5 ).at( distance ),
				Ray.of( v, right, bottom ).at( distance ), Ray.of( v, -0.5, bottom ).at( distance ) );
	}

	private double[] boxCorner( final int corner )
	{
		final double[] x = new double[ 3 ];
		for ( int d = 0; d < 3; ++d )
			x[ d ] = ( corner >> d & 1 ) == 0 ? -0.5 : grid.size()[ d ] - 0.5;
		return grid.worldFromVoxel().apply( x );
	}

	/** Everything just fits in, and what the zoom magnifies is the volume. */
	private void fit()
	{
		final List< double[] > all = new ArrayList<>();
		for ( int corner = 0; corner < 8; ++corner )
			all.add( boxCorner( corner ) );
		for ( int v = 0; v < views.size(); ++v )
			all.addAll( corners( v ) );
		final double[] lo = flat( all.get( 0 ) ), hi = lo.clone();
		for ( final double[] world : all )
			for ( int d = 0; d < 2; ++d )
			{
				lo[ d ] = Math.min( lo[ d ], flat( world )[ d ] );
				hi[ d ] = Math.max( hi[ d ], flat( world )[ d ] );
			}
		scale = zoom
				* Math.min( ( getWidth() - 2 * MARGIN ) / ( hi[ 0 ] - lo[ 0 ] ), ( getHeight() - 2 * MARGIN ) / ( hi[ 1 ] - lo[ 1 ] ) );
		final double[] volume = flat( grid.center() );
		for ( int d = 0; d < 2; ++d )
			middle[ d ] = volume[ d ] + ( ( lo[ d ] + hi[ d ] ) / 2 - volume[ d ] ) / zoom;
	}

	@Override
	protected void paintComponent( final Graphics graphics )
	{
		final Graphics2D g = ( Graphics2D ) graphics.create();
		g.setRenderingHint( RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON );
		g.setRenderingHint( RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON );
		g.setColor( new Color( 0x202020 ) );
		g.fillRect( 0, 0, getWidth(), getHeight() );
		fit();
		drawBox( g );
		drawAxes( g );
		for ( int v = 0; v < views.size(); ++v )
			drawBeam( g, v );
		if ( point != null )
		{
			final double[] p = screen( point );
			g.setColor( Marks.POINT );
			g.fill( new Ellipse2D.Double( p[ 0 ] - 3, p[ 1 ] - 3, 6, 6 ) );
		}
		g.dispose();
	}

	private void drawBox( final Graphics2D g )
	{
		g.setColor( BOX );
		g.setStroke( new BasicStroke( 1 ) );
		for ( int corner = 0; corner < 8; ++corner )
			for ( int d = 0; d < 3; ++d )
				if ( ( corner >> d & 1 ) == 0 )
					line( g, screen( boxCorner( corner ) ), screen( boxCorner( corner | 1 << d ) ) );
	}

	/** The axes of the patient through the center of the volume. */
	private void drawAxes( final Graphics2D g )
	{
		g.setColor( AXES );
		g.setFont( getFont().deriveFont( Font.BOLD ) );
		final double[] size = new double[ 3 ], a = boxCorner( 0 ), b = boxCorner( 7 ), center = grid.center();
		g.setStroke( new BasicStroke( 1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] { 2, 3 }, 0 ) );
		for ( int d = 0; d < 3; ++d )
		{
			size[ d ] = Math.max( AXIS / scale, 0.7 * Math.abs( b[ d ] - a[ d ] ) );
			for ( int sign = -1; sign <= 1; sign += 2 )
			{
				final double[] end = center.clone();
				end[ d ] += sign * size[ d ];
				final double[] from = screen( center ), to = screen( end );
				line( g, from, to );
				final String letter = sign > 0 ? GREATER[ d ] : LESSER[ d ];
				final double length = Math.max( 1, Math.hypot( to[ 0 ] - from[ 0 ], to[ 1 ] - from[ 1 ] ) );
				g.drawString( letter, ( float ) ( to[ 0 ] + 9 * ( to[ 0 ] - from[ 0 ] ) / length - 4 ),
						( float ) ( to[ 1 ] + 9 * ( to[ 1 ] - from[ 1 ] ) / length + 5 ) );
			}
		}
	}

	private void drawBeam( final Graphics2D g, final int view )
	{
		final List< double[] > corners = corners( view );
		final double[] source = screen( corners.get( 0 ) );
		final Color color = Marks.VIEWS[ view % Marks.VIEWS.length ];
		for ( int i = 1; i <= 4; ++i )
		{
			final double[] at = screen( corners.get( i ) );
			g.setColor( new Color( color.getRed(), color.getGreen(), color.getBlue(), 110 ) );
			g.setStroke( new BasicStroke( 1 ) );
			line( g, source, at );
			g.setColor( color );
			g.setStroke( new BasicStroke( 2 ) );
			line( g, at, screen( corners.get( i % 4 + 1 ) ) );
		}
		g.fill( new Ellipse2D.Double( source[ 0 ] - 4, source[ 1 ] - 4, 8, 8 ) );
		g.setFont( getFont() );
		final String name = views.get( view ).name() + " source";
		final double x = Math.max( 4, Math.min( getWidth() - g.getFontMetrics().stringWidth( name ) - 4, source[ 0 ] + 8 ) );
		g.drawString( name, ( float ) x, ( float ) Math.max( 12, source[ 1 ] - 7 ) );
	}

	private static void line( final Graphics2D g, final double[] a, final double[] b )
	{
		g.draw( new Line2D.Double( a[ 0 ], a[ 1 ], b[ 0 ], b[ 1 ] ) );
	}
}
