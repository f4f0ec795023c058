/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;

import javax.imageio.ImageIO;
import javax.swing.JComboBox;
import javax.swing.JPanel;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.widget.AbstractInputPanel;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetService;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;

/**
 * What RayWarp adds to the dialogs and macros of Fiji, by the parts of SciJava that Fiji makes them with.
 */
class FijiDialogTest
{
	private static Context context;

	@BeforeAll
	static void createContext()
	{
		context = new Context();
	}

	@AfterAll
	static void disposeContext()
	{
		context.dispose();
	}

	/** A dialog, of Swing. */
	private static final class Panel extends AbstractInputPanel< JPanel, JPanel >
	{
		@Override
		public Class< JPanel > getWidgetComponentType()
		{
			return JPanel.class;
		}

		@Override
		public JPanel getComponent()
		{
			return null;
		}

		@Override
		public Class< JPanel > getComponentType()
		{
			return JPanel.class;
		}
	}

	private static Module module( final Class< ? > command ) throws ModuleException
	{
		return context.service( CommandService.class ).getCommand( command.getName() ).createModule();
	}

	private static InputWidget< ?, ? > widget( final Module module, final String input, final List< ImagePlus > open )
	{
		final WidgetService widgets = context.service( WidgetService.class );
		return widgets.create( widgets.createModel( new Panel(), module, module.getInfo().getInput( input ), open ) );
	}

	@Test
	void optionalImageIsNoneUntilOneIsChosen() throws ModuleException
	{
		final List< ImagePlus > open = List.of( new ImagePlus( "frontal" ), new ImagePlus( "mask" ) );
		final Module module = module( CheckXraysCommand.class );
		final OptionalImageWidget widget = assertInstanceOf( OptionalImageWidget.class, widget( module, "frontal_mask", open ) );
		final JComboBox< ? > choice = ( JComboBox< ? > ) widget.getComponent().getComponent( 0 );
		assertEquals( 3, choice.getItemCount() );
		widget.refreshWidget();
		assertNull( widget.getValue() );
		assertNull( module.getInput( "frontal_mask" ) );
		choice.setSelectedIndex( 2 );
		assertSame( open.get( 1 ), module.getInput( "frontal_mask" ) );
		choice.setSelectedIndex( 0 );
		assertNull( module.getInput( "frontal_mask" ) );
		assertFalse( widget( module, "frontal", open ) instanceof OptionalImageWidget );
		assertFalse( widget( module, "geometry", open ) instanceof OptionalImageWidget );
	}

	@Test
	void inputsThatAMacroLeavesOutKeepTheirDefaults() throws ModuleException
	{
		final Module module = module( SimulateDrrCommand.class );
		final GivenInputsPreprocessor preprocessor = new GivenInputsPreprocessor();
		preprocessor.process( module );
		for ( final ModuleItem< ? > item : ParameterValue.asked( module.getInfo() ) )
			assertFalse( module.isInputResolved( item.getName() ), item.getName() );
		module.setInput( "volume", new ImagePlus( "ct" ) );
		module.resolveInput( "volume" );
		preprocessor.process( module );
		for ( final ModuleItem< ? > item : ParameterValue.asked( module.getInfo() ) )
			assertEquals( !item.getName().equals( "geometry" ), module.isInputResolved( item.getName() ), item.getName() );
		assertEquals( 70.0, module.getInput( "kilovoltage" ) );
		assertNull( module.getInput( "labels" ) );
	}

	/** Fiji fills the active image, a mask perhaps, in for the only image that may be filled in, and does not show it. */
	@Test
	void noneOfSeveralImagesIsFilledIn()
	{
		for ( final var info : context.service( CommandService.class ).getCommands() )
			if ( info.getClassName().startsWith( "org.raywarp." ) )
			{
				final List< ModuleItem< ? > > images = ParameterValue.asked( info );
				images.removeIf( item -> item.getType() != ImagePlus.class );
				for ( final ModuleItem< ? > image : images )
					assertTrue( images.size() == 1 || !image.isAutoFill(), info.getClassName() + " " + image.getName() );
			}
	}

	/** Fiji's recorder writes titles. Its own converter knows them; ours, which comes first, must let it. */
	@Test
	void titleOfAnOpenImageIsNotTakenForAPath( @TempDir final File folder )
	{
		final ConvertService converter = context.service( ConvertService.class );
		final String path = new File( folder, "frontal.tif" ).getPath();
		final ImagePlus image = IJ.createImage( path, 3, 2, 1, 8 );
		assertInstanceOf( ImageFiles.FromPath.class, converter.getHandler( path, ImagePlus.class ) );
		Interpreter.batchMode = true;
		try
		{
			image.show();
			assertFalse( converter.getHandler( path, ImagePlus.class ) instanceof ImageFiles.FromPath );
			assertFalse( converter.getHandler( "" + image.getID(), ImagePlus.class ) instanceof ImageFiles.FromPath );
		}
		finally
		{
			image.close();
			Interpreter.batchMode = false;
		}
		assertInstanceOf( ImageFiles.FromPath.class, converter.getHandler( path, ImagePlus.class ) );
	}

	/** A picture has no world frame; ImageJ reads it. */
	@Test
	void pictureIsLeftToImageJ( @TempDir final File folder ) throws IOException
	{
		final File picture = new File( folder, "a.png" );
		final ConvertService converter = context.service( ConvertService.class );
		assertTrue( ImageIO.write( new BufferedImage( 3, 2, BufferedImage.TYPE_BYTE_GRAY ), "png", picture ) );
		assertEquals( 3, converter.convert( picture.getPath(), ImagePlus.class ).getWidth() );
		assertFalse( converter.getHandler( picture, ImagePlus.class ) instanceof ImageFiles.FromFile );
	}
}
