/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JSlider;
import javax.swing.JTextField;

import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.io.VolumeFiles;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What a person does with the virtual C-arm, on a screen: each step prints its name and what is seen. Arguments: folder of the
 * sample data, folder for files.
 */
final class VirtualCArmSession
{
	/** A point of the world that the session clicks, in mm, in the middle of a slice. */
	private static final double[] POINT = { 12, -7, 30.5 };

	private final Hands hands = new Hands();

	private final Volume< FloatType > ct;

	private final ImagePlus image;

	private final VirtualCArm window;

	private final DrrCanvas[] views;

	private VirtualCArmSession( final Path data ) throws Exception
	{
		ct = VolumeFiles.read( data.resolve( "atlas-ct.nii.gz" ) );
		image = ImagePlusVolumes.toImagePlus( "atlas-ct", ct );
		window = VirtualCArmPicture.open( hands, image, data.resolve( "geometry.json" ).toString() );
		views = VirtualCArmPicture.views( window );
	}

	/** Says on the standard error stream when it makes its folder. */
	private static final Logger PREFERENCES = Logger.getLogger( "java.util.prefs" );

	public static void main( final String[] args ) throws Exception
	{
		PREFERENCES.setLevel( Level.OFF );
		// Without it there is no window for the log.
		new ImageJ( ImageJ.NO_SHOW );
		try
		{
			final VirtualCArmSession session = new VirtualCArmSession( Path.of( args[ 0 ] ) );
			session.turns();
			session.clicks();
			session.saves( Path.of( args[ 1 ] ) );
			session.saysWhyItIsBlack();
			session.closes();
		}
		catch ( final Throwable t )
		{
			t.printStackTrace();
		}
		System.exit( 0 );
	}

	private static void print( final String step, final Object seen )
	{
		System.out.println( step + ": " + seen );
	}

	private JSlider slider( final CArmParameter parameter )
	{
		return Hands.find( window, JSlider.class, s -> parameter.label.equals( s.getName() ) );
	}

	private double angle( final CArmParameter parameter, final int view )
	{
		return Hands.inEventThread( () -> parameter.of( window.arms().get( window.views().get( view ).name() ) ) );
	}

	private float[] pixels( final int view )
	{
		return Hands.inEventThread( () -> views[ view ].image().pixels() );
	}

	/** Whether a view shows, at its full size, what the simulator makes of its geometry. */
	private boolean isTrue( final int view )
	{
		final View now = window.views().get( view );
		final float[] expected = FloatArrays.of( DrrSimulator.simulate( ct, null, 1, List.of( now ), DrrSettings.ofKilovoltage( 70 ) )
				.get( 0 ).image() );
		final float[] shown = views[ view ].image().pixels();
		boolean equal = shown.length == expected.length;
		for ( int i = 0; equal && i < shown.length; ++i )
			equal = Math.abs( shown[ i ] - expected[ i ] ) < 1e-5;
		return equal;
	}

	private void turns()
	{
		final float[] before = pixels( 0 ), lateral = pixels( 1 );
		final JSlider slider = slider( CArmParameter.PRIMARY_ANGLE );
		hands.drag( slider, slider.getWidth() / 2, slider.getWidth() / 2 + 15 );
		print( "slider turned the frontal view", angle( CArmParameter.PRIMARY_ANGLE, 0 ) > 5 );
		hands.await( "the radiograph of the new angle", () -> isTrue( 0 ) );
		print( "another radiograph", !Arrays.equals( before, pixels( 0 ) ) );
		print( "the lateral one as before", Arrays.equals( lateral, pixels( 1 ) ) );
		final double dragged = angle( CArmParameter.PRIMARY_ANGLE, 0 );
		hands.press( KeyEvent.VK_RIGHT );
		hands.press( KeyEvent.VK_RIGHT );
		hands.await( "arrow keys on the slider", () -> Math.abs( angle( CArmParameter.PRIMARY_ANGLE, 0 ) - dragged - 2 ) < 1e-9 );
		hands.click( views[ 1 ], 5, 40 );
		hands.press( KeyEvent.VK_UP );
		hands.await( "arrow keys on a view", () -> Math.abs( angle( CArmParameter.SECONDARY_ANGLE, 1 ) - 1 ) < 1e-9 );
		hands.await( "the lateral radiograph of the new angle", () -> isTrue( 1 ) );
		print( "keys turn by a degree", true );
	}

	/** Clicks a world point in a view, and says where. */
	private Point click( final int view )
	{
		final double[] pixel = window.views().get( view ).projection().project( POINT );
		final double[] at = views[ view ].at( pixel[ 0 ], pixel[ 1 ] );
		hands.click( views[ view ], at[ 0 ], at[ 1 ] );
		return Hands.place( views[ view ], at[ 0 ], at[ 1 ] );
	}

	/** Whether a color is on the screen near where the point is in a view. */
	private boolean isNear( final int view, final Color color )
	{
		final double[] pixel = window.views().get( view ).projection().project( POINT );
		final double[] at = views[ view ].at( pixel[ 0 ], pixel[ 1 ] );
		final Point corner = views[ view ].getLocationOnScreen();
		final BufferedImage shot = hands.robot.createScreenCapture(
				new Rectangle( corner.x + ( int ) at[ 0 ] - 3, corner.y + ( int ) at[ 1 ] - 3, 7, 7 ) );
		for ( int i = 0; i < 49; ++i )
		{
			final Color seen = new Color( shot.getRGB( i % 7, i / 7 ) );
			if ( Math.abs( seen.getRed() - color.getRed() ) + Math.abs( seen.getGreen() - color.getGreen() )
					+ Math.abs( seen.getBlue() - color.getBlue() ) < 60 )
				return true;
		}
		return false;
	}

	private void clicks()
	{
		final double[] voxel = ct.worldFromVoxel().inverse().apply( POINT );
		Hands.inEventThread( () -> {
			image.setSlice( 1 + ( int ) Math.round( voxel[ 2 ] ) );
			return null;
		} );
		final ImageCanvas canvas = image.getCanvas();
		hands.click( canvas, canvas.screenXD( voxel[ 0 ] + 0.5 ), canvas.screenYD( voxel[ 1 ] + 0.5 ) );
		hands.await( "click in the CT", () -> window.sentence().endsWith( "clicked in the CT." ) );
		hands.await( "marks in both views", () -> isNear( 0, Marks.POINT ) && isNear( 1, Marks.POINT ) );
		print( "CT clicked", window.sentence() );
		Hands.inEventThread( () -> {
			image.setSlice( 1 );
			return null;
		} );
		click( 0 );
		hands.await( "epipolar line through the point", () -> isNear( 1, Marks.LINE ) );
		click( 1 );
		hands.await( "point of both views", () -> window.sentence().contains( "from both views" ) );
		print( "both views clicked", window.sentence() );
		print( "slice of the CT", image.getCurrentSlice() - 1 - Math.round( voxel[ 2 ] ) );
		print( "marks in the CT", image.getOverlay().size() );
	}

	private void press( final String button )
	{
		hands.click( Hands.find( window, JButton.class, b -> button.equals( b.getText() ) ) );
	}

	private void saves( final Path folder ) throws Exception
	{
		final Path file = folder.resolve( "saved_geometry.json" );
		press( CArmControls.SAVE );
		hands.await( "dialog",
				() -> Arrays.stream( window.getOwnedWindows() )
						.anyMatch( w -> w.isShowing() && Hands.find( w, JTextField.class, f -> true ) != null ) );
		final JTextField name = Hands.inEventThread( () -> Arrays.stream( window.getOwnedWindows() ).filter( w -> w.isShowing() )
				.map( w -> Hands.find( w, JTextField.class, f -> f.isShowing() ) ).findFirst().get() );
		hands.click( name );
		hands.press( KeyEvent.VK_CONTROL, KeyEvent.VK_A );
		hands.type( file.toString() );
		hands.press( KeyEvent.VK_ENTER );
		hands.await( "saved", () -> window.sentence().startsWith( "Saved" ) );
		final Map< String, ConeBeamGeometry > read = GeometryFile.readCArms( file, null );
		print( "saved what is shown", read.equals( window.arms() ) );
		press( CArmControls.RECORD );
		hands.await( "recorded", () -> window.sentence().startsWith( "Recorded" ) );
		print( "recorded", IJ.getLog().strip().replace( file.toString(), "FILE" ) );
		try ( Stream< Path > files = Files.list( folder ) )
		{
			print( "files of that name", files.filter( f -> f.toString().endsWith( "saved_geometry.json" ) ).count() );
		}
	}

	/** Moves the isocenter to the left: out of the frontal cone, then so far that the source of the lateral view is inside. */
	private void saysWhyItIsBlack()
	{
		final double inside = CArmParameter.SOURCE_TO_ISOCENTER.of( window.arms().get( "lateral" ) );
		for ( final CArmParameter angle : new CArmParameter[] { CArmParameter.PRIMARY_ANGLE, CArmParameter.SECONDARY_ANGLE } )
			Hands.inEventThread( () -> {
				window.changed( angle, angle == CArmParameter.PRIMARY_ANGLE ? 90 : 0, true, false );
				return null;
			} );
		move( 400 );
		hands.await( "a black frontal view", () -> views[ 0 ].problem() != null );
		print( "frontal view", views[ 0 ].problem() );
		move( inside );
		hands.await( "a black lateral view", () -> views[ 1 ].problem() != null );
		print( "lateral view", views[ 1 ].problem() );
	}

	private void move( final double isocenter )
	{
		Hands.inEventThread( () -> {
			window.changed( CArmParameter.ISOCENTER_X, isocenter, true, false );
			return null;
		} );
	}

	private static boolean isComputing()
	{
		return Thread.getAllStackTraces().keySet().stream().anyMatch( t -> t.getName().equals( LiveDrr.THREAD ) );
	}

	private void closes()
	{
		print( "thread while open", isComputing() );
		Hands.inEventThread( () -> {
			window.dispose();
			return null;
		} );
		hands.await( "end of the thread", () -> !isComputing() );
		hands.await( "no mark left", () -> image.getOverlay() == null );
		print( "closed", !window.isShowing() );
	}
}
