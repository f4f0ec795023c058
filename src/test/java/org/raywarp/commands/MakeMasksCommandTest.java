/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.io.GeometryFile;
import org.scijava.command.CommandModule;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ImageProcessor;

class MakeMasksCommandTest
{
	@TempDir
	Path folder;

	private Forms forms;

	private File geometry;

	private ImagePlus drr, truth;

	@BeforeEach
	void prepare() throws Exception
	{
		forms = new Forms();
		SmallCase.write( folder );
		geometry = folder.resolve( "geometry.json" ).toFile();
		simulate();
	}

	private void simulate() throws Exception
	{
		final CommandModule made = forms.run( SimulateDrrCommand.class, "volume", SmallCase.image( SmallCase.ct(), "ct" ), "labels",
				SmallCase.image( SmallCase.labels(), "labels" ), "geometry", geometry );
		drr = ( ImagePlus ) made.getOutput( "drr" );
		truth = ( ImagePlus ) made.getOutput( "mask" );
	}

	@AfterEach
	void dispose()
	{
		forms.close();
	}

	private ImagePlus slice( final int slice )
	{
		final ImagePlus image = new ImagePlus( "view " + slice, drr.getStack().getProcessor( slice ).duplicate() );
		image.setCalibration( drr.getCalibration().copy() );
		return image;
	}

	private CommandModule run( final Object... more ) throws Exception
	{
		final Object[] all = new Object[ more.length + 2 ];
		System.arraycopy( new Object[] { "geometry", geometry }, 0, all, 0, 2 );
		System.arraycopy( more, 0, all, 2, more.length );
		return forms.run( MakeMasksCommand.class, all );
	}

	private static int count( final ImagePlus mask )
	{
		assertEquals( 8, mask.getBitDepth() );
		int count = 0;
		for ( final byte value : ( byte[] ) mask.getProcessor().getPixels() )
		{
			assertTrue( value == 0 || value == 1 );
			count += value;
		}
		return count;
	}

	private static Roi named( final Roi roi, final String name )
	{
		roi.setName( name );
		return roi;
	}

	@Test
	void selectionsOfTwoImagesBecomeMasks() throws Exception
	{
		final ImagePlus a = slice( 1 ), b = slice( 2 );
		a.setRoi( new Roi( 3, 4, 10, 5 ) );
		b.setRoi( new OvalRoi( 5, 5, 20, 12 ) );
		final CommandModule made = run( "frontal", a, "lateral", b, "propose", false, "save_to", folder.resolve( "out" ).toString() );
		final ImagePlus frontal = ( ImagePlus ) made.getOutput( "frontal_mask" ), lateral = ( ImagePlus ) made.getOutput( "lateral_mask" );
		assertEquals( "frontal_mask", frontal.getTitle() );
		assertEquals( "lateral_mask", lateral.getTitle() );
		assertEquals( 50, count( frontal ) );
		assertEquals( 1, frontal.getProcessor().get( 3, 4 ) );
		assertEquals( 0, frontal.getProcessor().get( 13, 4 ) );
		assertEquals( Math.PI * 10 * 6, count( lateral ), 8 );
		assertEquals( drr.getCalibration().pixelWidth, frontal.getCalibration().pixelWidth );
		assertEquals( drr.getCalibration().getUnit(), frontal.getCalibration().getUnit() );
		assertEquals( 50, count( IJ.openImage( folder.resolve( "out/frontal_mask.tif" ).toString() ) ) );
		assertTrue( Files.exists( folder.resolve( "out/lateral_mask.tif" ) ) );
		assertTrue( made.getOutput( "report" ).toString().contains( "as drawn" ) );
	}

	@Test
	void regionsOfAStackBelongToTheirSliceOrTheViewTheyName() throws Exception
	{
		final Overlay overlay = new Overlay();
		final Roi second = new Roi( 0, 0, 7, 3 );
		second.setPosition( 2 );
		overlay.add( second );
		overlay.add( named( new Roi( 0, 0, 4, 4 ), "Frontal head" ) );
		overlay.add( named( new Roi( 2, 2, 4, 4 ), "frontal neck" ) );
		drr.setOverlay( overlay );
		final CommandModule made = run( "frontal", drr, "propose", false );
		assertEquals( 28, count( ( ImagePlus ) made.getOutput( "frontal_mask" ) ) );
		assertEquals( 21, count( ( ImagePlus ) made.getOutput( "lateral_mask" ) ) );
		// What was drawn is as it was.
		assertEquals( 3, drr.getOverlay().size() );
	}

	@Test
	void whatIsNotDrawnOrHasNoAreaIsRefused() throws IOException
	{
		final ImagePlus a = slice( 1 ), b = slice( 2 );
		a.setRoi( new EllipseRoi( 5, 5, 20, 20, 0.5 ) );
		assertTrue( forms.refusal( MakeMasksCommand.class, "geometry", geometry, "frontal", a, "lateral", b, "propose", false )
				.contains( "No region is drawn on the view \"lateral\"" ) );
		b.setRoi( new Line( 1, 1, 9, 9 ) );
		assertTrue( forms.refusal( MakeMasksCommand.class, "geometry", geometry, "frontal", a, "lateral", b, "propose", false )
				.contains( "expected one with an area" ) );
		b.setRoi( new Roi( 500, 500, 3, 3 ) );
		final String beside = forms.refusal( MakeMasksCommand.class, "geometry", geometry, "frontal", a, "lateral", b, "propose", false );
		assertTrue( beside.contains( "no pixel" ) || beside.contains( "No region" ), beside );
	}

	@Test
	void aViewThatIsNotDrawnIsProposedFromTheAtlas() throws Exception
	{
		// A ball of 20 pixels, and an atlas that begins 7 pixels beside it.
		GeometryFile.writeViews( SmallCase.views().stream().map( v -> v.resampled( 120, 108 ) ).toList(), geometry.toPath() );
		simulate();
		final ImagePlus a = slice( 1 ), b = slice( 2 );
		final ImageProcessor mask = truth.getStack().getProcessor( 1 ).convertToByte( false );
		mask.setThreshold( 1, 255, ImageProcessor.NO_LUT_UPDATE );
		a.setRoi( new ThresholdToSelection().convert( mask ) );
		final CommandModule made = run( "frontal", a, "lateral", b, "atlas", SmallCase.image( SmallCase.ct(), "ct" ), "atlas_labels",
				SmallCase.image( SmallCase.labels(), "labels" ), "initial_pose", "0 0 0 2 3 -2" );
		final ImagePlus lateral = ( ImagePlus ) made.getOutput( "lateral_mask" );
		final ImageProcessor found = lateral.getProcessor(), expected = truth.getStack().getProcessor( 2 );
		int both = 0, sum = 0;
		for ( int i = 0; i < found.getPixelCount(); ++i )
		{
			both += found.get( i ) > 0 && expected.getf( i ) > 0 ? 2 : 0;
			sum += ( found.get( i ) > 0 ? 1 : 0 ) + ( expected.getf( i ) > 0 ? 1 : 0 );
		}
		assertTrue( ( double ) both / sum > 0.93, "Dice " + ( double ) both / sum );
		assertTrue( made.getOutput( "report" ).toString().contains( "proposed" ) );
		assertNull( b.getOverlay() );
	}
}
