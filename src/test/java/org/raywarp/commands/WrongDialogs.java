/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.Window;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.raywarp.viewer.Hands;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.MessageDialog;

/**
 * A person who fills the dialogs of ImageJ with {@link WrongInputs#dialogs}, and closes what tells of it.
 */
public final class WrongDialogs
{
	/** Says on the standard error stream when it makes its folder. */
	private static final Logger PREFERENCES = Logger.getLogger( "java.util.prefs" );

	private static final Set< String > IMAGES = Set.of( "ct.nii.gz", "labels.nii.gz", "xrays.tif", "frontal.tif", "lateral.tif",
			"frontal-mask.tif", "lateral-mask.tif" );

	private WrongDialogs()
	{}

	/**
	 * @param args
	 *            the folder of {@link WrongFiles}; prints what each dialog says, and what it leaves
	 */
	public static void main( final String... args ) throws Exception
	{
		PREFERENCES.setLevel( Level.OFF );
		try
		{
			run( Path.of( args[ 0 ] ) );
		}
		catch ( final Throwable t )
		{
			t.printStackTrace();
		}
		System.exit( 0 );
	}

	private static void run( final Path folder ) throws Exception
	{
		Hands.inEventThread( () -> new ImageJ( ImageJ.STANDALONE ) );
		for ( final String image : IMAGES )
		{
			final ImagePlus read = ImageFiles.read( folder.resolve( image ).toFile() );
			Hands.inEventThread( () -> {
				read.show();
				return null;
			} );
		}
		final ImageJDialogs dialogs = new ImageJDialogs();
		for ( final WrongInput wrong : WrongInputs.dialogs() )
			refuse( dialogs, wrong.in( folder ), folder );
	}

	private static void refuse( final ImageJDialogs dialogs, final WrongInput wrong, final Path folder ) throws Exception
	{
		final Set< Window > windows = ImageJDialogs.windows();
		final Set< String > files = WrongFiles.tree( folder );
		final int images = WindowManager.getImageCount();
		final Map< String, String > inputs = new LinkedHashMap<>( wrong.inputs() );
		inputs.replaceAll( ( name, text ) -> titled( text ) );
		dialogs.press( dialogs.open( wrong.command(), inputs ), "OK" );
		final MessageDialog message =
				( MessageDialog ) dialogs.shown( "a message about " + wrong, w -> w instanceof MessageDialog );
		System.out.println( IJ.getErrorMessage() );
		dialogs.press( message, "OK" );
		final Set< Window > left = ImageJDialogs.windows();
		left.removeAll( windows );
		final Set< String > changed = new TreeSet<>( WrongFiles.tree( folder ) );
		changed.removeAll( files );
		if ( WindowManager.getImageCount() != images )
			left.addAll( windows );
		System.out.println( "windows " + left + ", log " + IJ.getLog() + ", files " + changed );
	}

	/** The title of an image that is open instead of its path. */
	private static String titled( final String path )
	{
		final String name = path.replaceAll( ".*/", "" );
		return IMAGES.contains( name ) ? name : path;
	}
}
