/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

import org.raywarp.viewer.ReviewPage.Control;

import ij.ImagePlus;

/**
 * The window of a review: a tab a page with its sliders and choices, a tab with the report, and a row of buttons. Components
 * are named, so that programs find them: a slider as its page and control ({@code Swipe: Edge (percent)}), a button as its
 * text.
 */
public final class ReviewWindow
{
	private static final int WIDTH = 1240, HEIGHT = 760, MARGIN = 6;

	private final JFrame frame;

	private final JTabbedPane tabs = new JTabbedPane();

	private final JLabel status = new JLabel( " " );

	private final JPanel buttons = new JPanel( new FlowLayout( FlowLayout.LEFT ) );

	/** A button's work; what it returns is shown in the status line, and so is the message of what it throws. */
	@FunctionalInterface
	public interface Action
	{
		/**
		 * @return what was done, in a sentence
		 * @throws Exception
		 *             with a sentence for the user
		 */
		String run() throws Exception;
	}

	private ReviewWindow( final String title, final Review review, final String text, final Map< String, Action > actions )
	{
		frame = new JFrame( title );
		frame.setDefaultCloseOperation( WindowConstants.DISPOSE_ON_CLOSE );
		for ( final ReviewPage page : review.pages() )
			tabs.addTab( page.title(), tab( page ) );
		tabs.addTab( "Report", report( text ) );
		final Map< String, Action > all = new LinkedHashMap<>( actions );
		all.put( "To ImageJ", this::toImageJ );
		all.forEach( this::addButton );
		final JPanel foot = new JPanel( new BorderLayout() );
		foot.add( buttons, BorderLayout.WEST );
		foot.add( status, BorderLayout.CENTER );
		status.setName( "status" );
		frame.add( tabs, BorderLayout.CENTER );
		frame.add( foot, BorderLayout.SOUTH );
		frame.setPreferredSize( new Dimension( WIDTH, HEIGHT ) );
		frame.pack();
	}

	/**
	 * Opens a window. May be called on any thread.
	 *
	 * @param title
	 *            of the window
	 * @param review
	 *            what it shows
	 * @param text
	 *            of the tab with the report
	 * @param actions
	 *            of the buttons, by their texts
	 */
	public static void open( final String title, final Review review, final String text, final Map< String, Action > actions )
	{
		SwingUtilities.invokeLater( () -> new ReviewWindow( title, review, text, actions ).frame.setVisible( true ) );
	}

	private static JComponent tab( final ReviewPage page )
	{
		final PageCanvas canvas = new PageCanvas( page );
		final JPanel controls = new JPanel( new FlowLayout( FlowLayout.LEFT, 2 * MARGIN, MARGIN ) );
		for ( int i = 0; i < page.controls().size(); ++i )
			addControl( controls, page, i, canvas );
		final JLabel note = new JLabel( page.note() );
		note.setBorder( BorderFactory.createEmptyBorder( MARGIN, MARGIN, MARGIN, MARGIN ) );
		final JPanel tab = new JPanel( new BorderLayout() );
		tab.setName( page.title() );
		tab.add( controls, BorderLayout.NORTH );
		tab.add( canvas, BorderLayout.CENTER );
		tab.add( note, BorderLayout.SOUTH );
		return tab;
	}

	private static void addControl( final JPanel row, final ReviewPage page, final int i, final PageCanvas canvas )
	{
		final Control control = page.controls().get( i );
		final JComponent component;
		if ( control.choices().isEmpty() )
		{
			final JSlider slider = new JSlider( control.min(), control.max(), control.initial() );
			slider.addChangeListener( event -> canvas.set( i, slider.getValue() ) );
			component = slider;
		}
		else
		{
			final JComboBox< String > choice = new JComboBox<>( control.choices().toArray( String[]::new ) );
			choice.addActionListener( event -> canvas.set( i, control.min() + choice.getSelectedIndex() ) );
			component = choice;
		}
		component.setName( page.title() + ": " + control.name() );
		row.add( new JLabel( control.name() ) );
		row.add( component );
	}

	private static JComponent report( final String text )
	{
		final JTextArea area = new JTextArea( text );
		area.setEditable( false );
		area.setLineWrap( true );
		area.setWrapStyleWord( true );
		area.setFont( new Font( Font.MONOSPACED, Font.PLAIN, 13 ) );
		area.setCaretPosition( 0 );
		return new JScrollPane( area );
	}

	private void addButton( final String name, final Action action )
	{
		final JButton button = new JButton( name );
		button.setName( name );
		button.addActionListener( event -> perform( button, action ) );
		buttons.add( button );
	}

	/** Beside the event thread: a report takes a second. */
	private void perform( final JButton button, final Action action )
	{
		button.setEnabled( false );
		final Thread thread = new Thread( () -> {
			String done;
			try
			{
				done = action.run();
			}
			catch ( final Exception e )
			{
				done = e.getMessage() == null ? e.toString() : e.getMessage();
			}
			final String sentence = done;
			SwingUtilities.invokeLater( () -> {
				status.setText( sentence );
				status.setToolTipText( sentence );
				button.setEnabled( true );
			} );
		}, "RayWarp review" );
		thread.setDaemon( true );
		thread.start();
	}

	private String toImageJ()
	{
		final String title = tabs.getTitleAt( tabs.getSelectedIndex() );
		if ( tabs.getSelectedComponent() instanceof final JPanel tab
				&& ( ( BorderLayout ) tab.getLayout() ).getLayoutComponent( BorderLayout.CENTER ) instanceof final PageCanvas canvas
				&& canvas.picture() != null )
		{
			new ImagePlus( title, canvas.picture() ).show();
			return "The picture is open in ImageJ as \"" + title + "\".";
		}
		return "This tab has no picture.";
	}
}
