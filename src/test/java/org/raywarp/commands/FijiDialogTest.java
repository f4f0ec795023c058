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
import java.net.URL;
import java.util.List;

import javax.imageio.ImageIO;
import javax.swing.JComboBox;
import javax.swing.JPanel;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.volume.GridSize;
import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.ServicePreprocessor;
import org.scijava.platform.AbstractPlatform;
import org.scijava.platform.Platform;
import org.scijava.platform.PlatformService;
import org.scijava.plugin.PluginIndex;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.widget.Button;
import org.scijava.widget.AbstractInputPanel;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetService;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;

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
	void choiceShowsTheDefault() throws ModuleException
	{
		final Module module = module( GenerateDatasetCommand.class );
		final EnumWidget widget = assertInstanceOf( EnumWidget.class, widget( module, "size", List.of() ) );
		final JComboBox< ? > choice = ( JComboBox< ? > ) widget.getComponent().getComponent( 0 );
		assertEquals( GridSize.values().length, choice.getItemCount() );
		assertSame( GridSize.QUARTER, choice.getSelectedItem() );
		assertSame( GridSize.QUARTER, module.getInput( "size" ) );
		choice.setSelectedIndex( 0 );
		assertSame( GridSize.values()[ 0 ], module.getInput( "size" ) );
		module.setInput( "size", GridSize.HALF );
		widget.refreshWidget();
		assertSame( GridSize.HALF, widget.getValue() );
	}

	/** Fiji's display of outputs warns of those that nobody took before it, and leaves them out. */
	@Test
	void tablesAreTaken() throws ModuleException
	{
		final List< TablePostprocessor > found = context.service( PluginService.class ).createInstancesOfType( PostprocessorPlugin.class )
				.stream().filter( TablePostprocessor.class::isInstance ).map( TablePostprocessor.class::cast ).toList();
		assertEquals( 1, found.size() );
		final Module module = module( EvaluateCommand.class );
		final ResultsTable table = new ResultsTable(), before = Analyzer.getResultsTable();
		found.get( 0 ).process( module );
		assertFalse( module.isOutputResolved( "table" ) );
		module.setOutput( "table", table );
		found.get( 0 ).process( module );
		assertTrue( module.isOutputResolved( "table" ) );
		assertSame( table, Analyzer.getResultsTable() );
		Analyzer.setResultsTable( before );
	}

	/** As Fiji reads the options: every input that ImageJ finds a value for. */
	private static Module read( final Class< ? > command, final String options ) throws ModuleException
	{
		final Module module = module( command );
		final ConvertService converter = context.service( ConvertService.class );
		for ( final ModuleItem< ? > item : ParameterValue.asked( module.getInfo() ) )
			if ( Macro.getValue( options, item.getName(), null ) != null )
			{
				module.setInput( item.getName(),
						converter.convert( Macro.getValue( options, item.getName(), null ), item.getType() ) );
				module.resolveInput( item.getName() );
			}
		MacroInputsPreprocessor.correct( converter, module, options );
		return module;
	}

	@Test
	void macroGivesAnInputWhatItWroteForIt() throws ModuleException
	{
		final Module both = read( CalibrationSensitivityCommand.class, "refine_geometry=true geometry=[/a b/g.json] step=3 " );
		assertEquals( new File( "/a b/g.json" ), both.getInput( "geometry" ) );
		assertEquals( true, both.getInput( "refine_geometry" ) );
		assertEquals( 3.0, both.getInput( "step" ) );
		final Module one = read( CalibrationSensitivityCommand.class, "refine_geometry=true " );
		assertNull( one.getInput( "geometry" ) );
		assertFalse( one.isInputResolved( "geometry" ) );
		assertTrue( one.isInputResolved( "refine_geometry" ) );
		final Module path = read( ConvertGeometryCommand.class, "save_to=[/a/second_geometry=1/out.json] geometry=g.json " );
		assertEquals( new File( "g.json" ), path.getInput( "geometry" ) );
		assertEquals( new File( "/a/second_geometry=1/out.json" ), path.getInput( "save_to" ) );
		final Module text = read( ConvertGeometryCommand.class, "written_axes=RAS second_geometry=h.json geometry=g.json " );
		assertEquals( new File( "g.json" ), text.getInput( "geometry" ) );
		assertEquals( module( ConvertGeometryCommand.class ).getInput( "axes" ), text.getInput( "axes" ) );
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

	/** The desktop, with its browser. */
	public static final class Desktop extends AbstractPlatform
	{
		private static String page;

		@Override
		public void open( final URL url )
		{
			page = url.toString();
		}
	}

	@Test
	void helpButtonOpensTheSectionOfTheCommand() throws Exception
	{
		final PluginIndex plugins = new PluginIndex();
		plugins.discover();
		final PluginInfo< Platform > desktop = new PluginInfo<>( Desktop.class, Platform.class );
		desktop.setPriority( Priority.EXTREMELY_HIGH );
		plugins.add( desktop );
		try ( Context fiji = new Context( List.of( CommandService.class, PlatformService.class ), plugins ) )
		{
			final Module module = fiji.service( CommandService.class ).getCommand( PrepareCtCommand.class ).createModule();
			final ServicePreprocessor services = new ServicePreprocessor();
			services.setContext( fiji );
			services.process( module );
			final ModuleItem< ? > help = module.getInfo().getInput( RayWarpCommand.HELP );
			assertEquals( Button.class, help.getType() );
			help.callback( module );
			assertEquals( HelpPages.url( PrepareCtCommand.class ), Desktop.page );
		}
	}

	@Test
	void helpButtonAloneIsNoReasonForADialog() throws ModuleException
	{
		final GivenInputsPreprocessor preprocessor = new GivenInputsPreprocessor();
		final Module about = module( AboutCommand.class );
		preprocessor.process( about );
		assertTrue( about.isInputResolved( RayWarpCommand.HELP ) );
		final Module simulate = module( SimulateDrrCommand.class );
		preprocessor.process( simulate );
		assertFalse( simulate.isInputResolved( RayWarpCommand.HELP ) );
		simulate.resolveInput( "geometry" );
		preprocessor.process( simulate );
		assertTrue( simulate.isInputResolved( RayWarpCommand.HELP ) );
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
