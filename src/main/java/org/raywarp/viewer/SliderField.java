/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Container;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.Insets;
import java.awt.event.ActionEvent;

import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.KeyStroke;
import javax.swing.SpinnerNumberModel;

/**
 * A number with a slider, for the mouse, and a field, for the exact value. Arrow keys on the slider go by a step of their own.
 * Used by the event thread.
 */
final class SliderField
{
	/** Hears of changes by the user. */
	@FunctionalInterface
	interface Listener
	{
		/**
		 * @param value
		 *            the number
		 * @param adjusting
		 *            whether the mouse is still down
		 */
		void changed( double value, boolean adjusting );
	}

	private static final int HEIGHT = 24;

	private final JLabel label;

	private final JSlider slider = new JSlider();

	private final SpinnerNumberModel number;

	private final JSpinner field;

	private SliderRange range;

	/** While the parts are brought together nobody hears of it. */
	private boolean quiet;

	/**
	 * @param text
	 *            what the number is
	 * @param meaning
	 *            unit and direction, for the tooltip
	 * @param range
	 *            what values there are
	 * @param listener
	 *            hears of changes by the user
	 */
	SliderField( final String text, final String meaning, final SliderRange range, final Listener listener )
	{
		label = new JLabel( text );
		number = new SpinnerNumberModel( range.least(), range.least(), range.greatest(), range.step() );
		field = new JSpinner( number );
		field.setEditor( new JSpinner.NumberEditor( field, format( range.step() ) ) );
		setRange( range );
		label.setLabelFor( field );
		for ( final JComponent part : new JComponent[] { label, slider, field,
				( ( JSpinner.DefaultEditor ) field.getEditor() ).getTextField() } )
			part.setToolTipText(
					String.format( "<html>%s<br>%s to %s; arrow keys on the slider: %s</html>", meaning, shown( range.least() ),
							shown( range.greatest() ), shown( range.keyStep() ) ) );
		slider.setName( text );
		slider.addChangeListener( e -> {
			if ( !quiet )
				change( this.range.at( slider.getValue() ), slider.getValueIsAdjusting(), listener );
		} );
		field.addChangeListener( e -> {
			if ( !quiet )
				change( number.getNumber().doubleValue(), false, listener );
		} );
		bind( "LEFT", -1, listener );
		bind( "DOWN", -1, listener );
		bind( "RIGHT", 1, listener );
		bind( "UP", 1, listener );
	}

	private static String format( final double step )
	{
		return step < 0.01 ? "0.000" : step < 0.1 ? "0.00" : step < 1 ? "0.0" : "0";
	}

	private static String shown( final double value )
	{
		return value == Math.rint( value ) ? String.valueOf( ( long ) value ) : String.valueOf( value );
	}

	private void bind( final String key, final int sign, final Listener listener )
	{
		slider.getInputMap().put( KeyStroke.getKeyStroke( key ), key );
		slider.getActionMap().put( key, new AbstractAction()
		{
			@Override
			public void actionPerformed( final ActionEvent e )
			{
				change( value() + sign * range.keyStep(), false, listener );
			}
		} );
	}

	private void change( final double value, final boolean adjusting, final Listener listener )
	{
		final double inside = range.inside( value );
		set( inside );
		listener.changed( inside, adjusting );
	}

	/** Puts label, slider and field into a row of a container with a grid bag layout. */
	void addTo( final Container container, final int row )
	{
		final GridBagConstraints at = new GridBagConstraints();
		at.gridy = row;
		at.anchor = GridBagConstraints.LINE_START;
		at.insets = new Insets( 1, 6, 1, 2 );
		container.add( label, at );
		at.fill = GridBagConstraints.HORIZONTAL;
		at.weightx = 1;
		at.insets = new Insets( 1, 2, 1, 2 );
		slider.setPreferredSize( new Dimension( 120, HEIGHT ) );
		container.add( slider, at );
		at.weightx = 0;
		at.insets = new Insets( 1, 2, 1, 6 );
		field.setPreferredSize( new Dimension( 78, HEIGHT ) );
		container.add( field, at );
	}

	/** Other bounds; the value moves into them. */
	void setBounds( final double least, final double greatest )
	{
		setRange( range.between( least, greatest ) );
	}

	private void setRange( final SliderRange newRange )
	{
		range = newRange;
		quiet = true;
		slider.setMinimum( 0 );
		slider.setMaximum( range.tick( range.greatest() ) );
		number.setMinimum( range.least() );
		number.setMaximum( range.greatest() );
		quiet = false;
		set( range.inside( value() ) );
	}

	double value()
	{
		return number.getNumber().doubleValue();
	}

	/** Shows a value, which widens the bounds where it lies beyond; nobody hears of it. */
	void set( final double value )
	{
		if ( value < range.least() || value > range.greatest() )
			setBounds( Math.min( range.least(), value ), Math.max( range.greatest(), value ) );
		quiet = true;
		number.setValue( value );
		slider.setValue( range.tick( value ) );
		quiet = false;
	}
}
