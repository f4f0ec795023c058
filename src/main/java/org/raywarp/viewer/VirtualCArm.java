/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.volume.Grid;

import ij.ImagePlus;
import ij.WindowManager;

/**
 * The window of the virtual C-arm: radiographs of a CT that follow the sliders, a sketch of where everything is, and points that
 * are found again in the CT and in both views. Used by the event thread.
 */
public final class VirtualCArm extends JFrame implements CArmControls.Listener, DrrMouse.Listener
{
	private static final long serialVersionUID = 1L;

	private static final Dimension SIZE = new Dimension( 940, 740 );

	private final transient CArmViews arms;

	private final transient ImagePlus ct;

	private final transient Consumer< String > macroLines;

	private final transient LiveDrr drrs;

	private final transient PointPicks picks;

	private final transient CtMarks marks;

	private final CArmControls controls;

	private final List< DrrCanvas > canvases = new ArrayList<>();

	private final SceneSketch scene;

	private final JLabel status = new JLabel( " " );

	/** The geometry as it was saved last, and where. */
	private transient Map< String, ConeBeamGeometry > saved;

	private transient Path savedAs;

	/** Whether the window of gray values was ever fitted to radiographs. */
	private boolean windowed;

	/**
	 * Makes the window without showing it.
	 *
	 * @param ct
	 *            the image of the CT, for clicks and marks
	 * @param levels
	 *            the CT as attenuation
	 * @param positions
	 *            of the C-arm, by the names of the views
	 * @param geometry
	 *            the file that they were read from, or null
	 * @param macroLines
	 *            receives lines for macros
	 */
	public VirtualCArm( final ImagePlus ct, final DrrLevels levels, final Map< String, ConeBeamGeometry > positions, final Path geometry,
			final Consumer< String > macroLines )
	{
		super( "Virtual C-arm: " + ct.getTitle() );
		this.ct = ct;
		this.macroLines = macroLines;
		final Grid grid = levels.grid();
		arms = new CArmViews( positions );
		saved = geometry == null ? null : arms.arms();
		savedAs = geometry;
		picks = new PointPicks( grid );
		marks = new CtMarks( ct, grid, this::clickedInCt );
		controls = new CArmControls( arms.count(), this );
		scene = new SceneSketch( grid );
		final JPanel views = new JPanel( new GridLayout( 1, arms.count(), 4, 0 ) );
		for ( int i = 0; i < arms.count(); ++i )
		{
			canvases.add( new DrrCanvas( Marks.VIEWS[ i ], this ) );
			views.add( canvases.get( i ) );
		}
		final JPanel right = new JPanel( new BorderLayout( 0, 4 ) );
		right.add( views, BorderLayout.CENTER );
		right.add( scene, BorderLayout.SOUTH );
		status.setBorder( BorderFactory.createEmptyBorder( 3, 8, 4, 8 ) );
		final JPanel left = new JPanel( new BorderLayout() );
		left.add( controls, BorderLayout.NORTH );
		add( left, BorderLayout.WEST );
		add( right, BorderLayout.CENTER );
		add( status, BorderLayout.SOUTH );
		setSize( SIZE );
		setDefaultCloseOperation( DISPOSE_ON_CLOSE );
		drrs = new LiveDrr( levels, ( view, image ) -> SwingUtilities.invokeLater( () -> made( view, image ) ) );
		addWindowListener( new WindowAdapter()
		{
			@Override
			public void windowClosed( final WindowEvent e )
			{
				drrs.close();
				marks.close();
				WindowManager.removeWindow( VirtualCArm.this );
			}
		} );
		controls.show( arms.arm( 0 ) );
		say( "Click the CT or a view to mark a point. Drag a view, or use the arrow keys, to turn the C-arm." );
		refresh( false );
	}

	/** Shows the window and lists it among those of ImageJ. */
	public void open()
	{
		WindowManager.addWindow( this );
		setVisible( true );
	}

	/** @return the views as they are now */
	List< View > views()
	{
		return arms.views();
	}

	/** @return the positions of all views, by their names */
	Map< String, ConeBeamGeometry > arms()
	{
		return arms.arms();
	}

	/** @return the line at the bottom */
	String sentence()
	{
		return status.getText();
	}

	private void say( final String sentence )
	{
		status.setText( sentence.isEmpty() ? " " : sentence );
		status.setToolTipText( sentence );
	}

	private void made( final int view, final DrrImage image )
	{
		canvases.get( view ).setImage( image );
		final boolean all = canvases.stream().allMatch( c -> c.image().greatest() > 0 );
		if ( !windowed && all )
			pressed( CArmControls.AUTO );
	}

	/** Draws everything as it is now, and asks for the radiographs. */
	private void refresh( final boolean adjusting )
	{
		final List< View > views = arms.views();
		final List< ConeBeamGeometry > shown = new ArrayList<>();
		for ( int i = 0; i < views.size(); ++i )
		{
			shown.add( arms.arm( i ) );
			canvases.get( i ).setArm( views.get( i ).name(), arms.arm( i ), i == arms.selected() );
			canvases.get( i ).setMarks( picks.mark( views, i ), picks.line( views, i ) );
		}
		scene.setScene( views, shown, picks.point() );
		drrs.request( views, adjusting );
	}

	/** Changes positions; a click in a view that turns is forgotten. */
	private void change( final Runnable change, final boolean adjusting )
	{
		final List< View > before = arms.views();
		try
		{
			change.run();
		}
		catch ( final IllegalArgumentException e )
		{
			say( e.getMessage() );
		}
		picks.moved( before, arms.views() );
		controls.show( arms.arm( arms.selected() ) );
		refresh( adjusting );
	}

	@Override
	public void changed( final CArmParameter parameter, final double value, final boolean both, final boolean adjusting )
	{
		change( () -> arms.set( parameter, value, both ), adjusting );
	}

	@Override
	public void turned( final DrrCanvas canvas, final double primary, final double secondary, final boolean adjusting )
	{
		change( () -> arms.turn( canvases.indexOf( canvas ), primary, secondary ), adjusting );
	}

	@Override
	public void pressed( final DrrCanvas canvas )
	{
		arms.select( canvases.indexOf( canvas ) );
		controls.show( arms.arm( arms.selected() ) );
		refresh( false );
	}

	@Override
	public void clicked( final DrrCanvas canvas, final double column, final double row )
	{
		final View view = arms.views().get( canvases.indexOf( canvas ) );
		if ( column < -0.5 || row < -0.5 || column > view.columns() - 0.5 || row > view.rows() - 0.5 )
			return;
		picks.pick( arms.views(), canvases.indexOf( canvas ), column, row );
		picked();
	}

	private void clickedInCt( final double[] world )
	{
		picks.pick( world );
		picked();
	}

	private void picked()
	{
		say( picks.sentence() );
		marks.show( picks.point() );
		refresh( false );
	}

	@Override
	public void windowChanged( final double black, final double white )
	{
		canvases.forEach( c -> c.setWindow( black, white ) );
	}

	@Override
	public void pressed( final String button )
	{
		switch ( button )
		{
		case CArmControls.AUTO:
			final double greatest = canvases.stream().mapToDouble( c -> c.image().greatest() ).max().orElse( 0 );
			windowed |= greatest > 0;
			controls.showWindow( greatest > 0 ? greatest : 1 );
			windowChanged( controls.black(), controls.white() );
			break;
		case CArmControls.SAVE:
			save();
			break;
		default:
			record();
		}
	}

	/** Asks where, and whether to overwrite. */
	private void save()
	{
		final JFileChooser chooser = new JFileChooser();
		chooser.setDialogTitle( "Save geometry" );
		chooser.setSelectedFile(
				savedAs == null || !savedAs.toString().endsWith( ".json" ) ? new File( chooser.getCurrentDirectory(), "geometry.json" )
						: savedAs.toFile() );
		if ( chooser.showSaveDialog( this ) != JFileChooser.APPROVE_OPTION )
			return;
		final File file = chooser.getSelectedFile();
		if ( file.exists() && JOptionPane.showConfirmDialog( this, file + " is there already. Replace it?", "Save geometry",
				JOptionPane.YES_NO_OPTION ) != JOptionPane.YES_OPTION )
			return;
		try
		{
			GeometryFile.writeCArms( arms.arms(), file.toPath() );
			saved = arms.arms();
			savedAs = file.toPath();
			say( "Saved " + file + "." );
		}
		catch ( final IOException | IllegalArgumentException e )
		{
			say( "The geometry could not be saved: " + e.getMessage() );
		}
	}

	/** The line names the geometry file, which therefore has to be saved first. */
	private void record()
	{
		if ( !arms.arms().equals( saved ) )
			save();
		if ( !arms.arms().equals( saved ) )
		{
			say( "Save the geometry first: the macro line names its file." );
			return;
		}
		macroLines.accept( "run(\"Simulate DRR...\", \"volume=[" + ct.getTitle() + "] geometry=["
				+ savedAs.toAbsolutePath().toString().replace( '\\', '/' ) + "]\");" );
		say( "Recorded a line that simulates these radiographs." );
	}
}
