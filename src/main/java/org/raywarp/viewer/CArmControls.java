/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.event.ActionListener;
import java.util.EnumMap;
import java.util.Map;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;

import org.raywarp.geometry.ConeBeamGeometry;

/**
 * Sliders and fields of the virtual C-arm. Used by the event thread.
 */
final class CArmControls extends JPanel
{
	private static final long serialVersionUID = 1L;

	/** Hears of changes by the user. */
	interface Listener
	{
		/** A number of the selected view, or of both where that is asked for. */
		void changed( CArmParameter parameter, double value, boolean both, boolean adjusting );

		/** The line integrals that are shown black and white. */
		void windowChanged( double black, double white );

		/** A button: its name. */
		void pressed( String button );
	}

	static final String AUTO = "Auto window", SAVE = "Save geometry...", RECORD = "Record macro line";

	private static final CArmParameter FIRST_OF_MACHINE = CArmParameter.SOURCE_TO_DETECTOR;

	private final Map< CArmParameter, SliderField > fields = new EnumMap<>( CArmParameter.class );

	private final JCheckBox both = new JCheckBox( "Distances, detector, isocenter of both views", true );

	private final SliderField level, width;

	private int row;

	CArmControls( final int views, final Listener listener )
	{
		super( new GridBagLayout() );
		setBorder( BorderFactory.createEmptyBorder( 6, 2, 4, 2 ) );
		both.setToolTipText( "Whether the numbers below hold for both views, or only for the selected one (click it)" );
		for ( final CArmParameter p : CArmParameter.values() )
		{
			if ( p == FIRST_OF_MACHINE && views > 1 )
				whole( both );
			final SliderField field = new SliderField( p.label, p.meaning, p.range,
					( value, adjusting ) -> listener.changed( p, value, both.isSelected(), adjusting ) );
			fields.put( p, field );
			field.addTo( this, row++ );
		}
		final SliderField.Listener window = ( value, adjusting ) -> listener.windowChanged( black(), white() );
		level = new SliderField( "Level", "log attenuation that is shown in the middle of gray", new SliderRange( 0, 10, 0.01, 0.1 ),
				window );
		width = new SliderField( "Window", "log attenuation from black to white", new SliderRange( 0.01, 10, 0.01, 0.1 ), window );
		level.addTo( this, row++ );
		width.addTo( this, row++ );
		final ActionListener buttons = e -> listener.pressed( e.getActionCommand() );
		whole( button( AUTO, "Black at 0, white at the greatest log attenuation of the views", buttons ) );
		whole( button( SAVE, "The positions of all views as a geometry file (JSON), angles in degrees, lengths in mm", buttons ) );
		whole( button( RECORD, "A line for macros that simulates these radiographs, to the macro recorder or else to the log", buttons ) );
	}

	private static JButton button( final String text, final String tooltip, final ActionListener listener )
	{
		final JButton button = new JButton( text );
		button.setToolTipText( tooltip );
		button.addActionListener( listener );
		return button;
	}

	private void whole( final JComponent component )
	{
		final GridBagConstraints at = new GridBagConstraints();
		at.gridy = row++;
		at.gridwidth = 3;
		at.fill = GridBagConstraints.HORIZONTAL;
		at.insets = new Insets( 2, 6, 2, 6 );
		add( component, at );
	}

	/** Shows the numbers of a C-arm. */
	void show( final ConeBeamGeometry arm )
	{
		fields.forEach( ( parameter, field ) -> field.set( parameter.of( arm ) ) );
	}

	/** Shows a window from 0 to a value. */
	void showWindow( final double greatest )
	{
		level.setBounds( 0, Math.max( 1, Math.ceil( 2 * greatest ) ) );
		width.setBounds( 0.01, Math.max( 1, Math.ceil( 2 * greatest ) ) );
		level.set( greatest / 2 );
		width.set( greatest );
	}

	double black()
	{
		return level.value() - width.value() / 2;
	}

	double white()
	{
		return level.value() + width.value() / 2;
	}
}
