/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.deformation.Deformations;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.io.VolumeFiles;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;
import org.raywarp.xray.LabelMasks;
import org.scijava.command.CommandModule;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The review of a ball that was moved by 4 mm, from files and from images, without a window.
 */
class ReviewCommandTest
{
	@TempDir
	static Path folder;

	private static Forms forms;

	@BeforeAll
	static void prepare() throws IOException
	{
		forms = new Forms();
		writeCase( folder );
	}

	@AfterAll
	static void dispose()
	{
		forms.close();
	}

	/** Writes X-rays, the true labels, and the results of a registration that moved the ball by 4 mm. */
	static void writeCase( final Path target ) throws IOException
	{
		SmallCase.write( target );
		final List< RandomAccessibleInterval< FloatType > > xrays = new ArrayList<>(), drrs = new ArrayList<>();
		final var moved = Deformations.ofAffine( Affine3D.translation( 4, 0, 0 ), SmallCase.GRID );
		final Volume< UnsignedByteType > labels = Deformations.warpLabels( SmallCase.labels(), moved );
		for ( final View view : SmallCase.views() )
		{
			final float[] path = FloatArrays.of( LabelMasks.pathLengths( SmallCase.labels(), 1, view ) ).clone();
			for ( int i = 0; i < path.length; ++i )
				path[ i ] = 0.5f + 0.03f * path[ i ];
			xrays.add( ArrayImgs.floats( path, view.columns(), view.rows() ) );
			drrs.add( LabelMasks.pathLengths( labels, 1, view ) );
		}
		IJ.saveAsTiff( ImagePlusVolumes.toImagePlus( "xrays", xrays, SmallCase.views() ), target.resolve( "xrays.tif" ).toString() );
		final Path results = Files.createDirectories( target.resolve( "results" ) );
		VolumeFiles.write( labels, results.resolve( "warped_labels.nii.gz" ) );
		VolumeFiles.write( Deformations.warp( SmallCase.ct(), moved ), results.resolve( "warped_atlas.nii.gz" ) );
		IJ.saveAsTiff( SmallCase.displacement(), results.resolve( "displacement.tif" ).toString() );
		IJ.saveAsTiff( ImagePlusVolumes.toImagePlus( "drr", drrs, SmallCase.views() ), results.resolve( "drr.tif" ).toString() );
		Files.writeString( results.resolve( "report.txt" ), "Verdict: plausible <script>alert(1)</script>\nmodel small & simple\n" );
	}

	private static CommandModule run( final Object... inputs ) throws Exception
	{
		return forms.run( ReviewRegistrationCommand.class, with( inputs ) );
	}

	private static String refusal( final Object... inputs )
	{
		return forms.refusal( ReviewRegistrationCommand.class, with( inputs ) );
	}

	private static Object[] with( final Object... inputs )
	{
		final List< Object > all = new ArrayList<>( List.of( "frontal", folder.resolve( "xrays.tif" ).toString(), "geometry",
				folder.resolve( "geometry.json" ).toFile(), "show", ReviewOutputs.Show.IMAGES ) );
		all.addAll( List.of( inputs ) );
		return all.toArray();
	}

	@Test
	void givesEveryPictureOfAWholeCase() throws Exception
	{
		final Path report = folder.resolve( "case.html" ), saved = folder.resolve( "saved" );
		final CommandModule module = run( "results", folder.resolve( "results" ).toString(), "reference_labels",
				folder.resolve( "labels.nii.gz" ).toString(), "atlas_labels", folder.resolve( "labels.nii.gz" ).toString(), "save_report",
				report.toString(), "save_to", saved.toString() );
		for ( final String picture : List.of( "overlay", "swipe", "checkerboard", "difference", "slices", "jacobian_map", "surface" ) )
		{
			final ImagePlus image = ( ImagePlus ) module.getOutput( picture );
			assertEquals( 24, image.getBitDepth(), picture );
			assertEquals( picture, image.getTitle() );
			assertTrue( image.getProcessor().getStatistics().stdDev > 5, picture + " is blank" );
		}
		final ImagePlus jacobian = ( ImagePlus ) module.getOutput( "jacobian" );
		assertEquals( SmallCase.GRID.size()[ 2 ], jacobian.getStackSize() );
		assertEquals( 1, jacobian.getStack().getProcessor( 9 ).getf( 7, 8 ), 1e-5 );
		final ResultsTable table = ( ResultsTable ) module.getOutput( "table" );
		// Two balls of radius 12 mm, 4 mm apart: Dice 1 - 3 d / 4 r + d^3 / 16 r^3, on voxels of 2 to 2.5 mm.
		assertEquals( 1 - 3 * 4 / 48.0 + 64 / ( 16 * 1728.0 ), table.getValue( "Dice", 0 ), 0.02 );
		assertEquals( report.toString(), module.getOutput( "report_file" ) );
		try ( Stream< Path > files = Files.list( saved ) )
		{
			assertEquals( List.of( "checkerboard.tif", "difference.tif", "jacobian.nii.gz", "jacobian_map.tif", "overlay.tif", "slices.tif",
					"surface.tif", "swipe.tif", "table.csv" ), files.map( f -> f.getFileName().toString() ).sorted().toList() );
		}
	}

	@Test
	void theReportStandsAlone() throws Exception
	{
		final Path report = folder.resolve( "alone.html" );
		run( "results", folder.resolve( "results" ).toString(), "reference_labels", folder.resolve( "labels.nii.gz" ).toString(),
				"save_report", report.toString() );
		final String html = Files.readString( report );
		assertTrue( html.contains( "<p class=\"verdict\">Verdict: plausible &#60;script&#62;alert(1)&#60;/script&#62;</p>" ) );
		assertFalse( html.contains( "<script" ) );
		assertTrue( html.contains( "small &#38; simple" ) );
		assertEquals( 6, html.split( "<img ", -1 ).length - 1 );
		assertEquals( html.split( "src=", -1 ).length, html.split( "src=\"data:image/png;base64,", -1 ).length );
		assertFalse( html.contains( "http://" ) || html.contains( "https://" ) || html.contains( "url(" ) );
		assertFalse( html.contains( folder.toString() ) );
	}

	/** A model may find labels and nothing else. */
	@Test
	void labelsAloneAreReviewed() throws Exception
	{
		final Path report = folder.resolve( "labels.html" );
		final CommandModule module =
				run( "warped_labels", SmallCase.image( SmallCase.labels(), "warped_labels" ), "save_report", report.toString() );
		for ( final String missing : List.of( "jacobian", "jacobian_map", "surface", "table" ) )
			assertNull( module.getOutput( missing ), missing );
		assertTrue( ( ( String ) module.getOutput( "report" ) ).contains( "frontal: correlation of X-ray and DRR over the bone 1.0000" ) );
		assertTrue( ( ( String ) module.getOutput( "report" ) ).contains( "path lengths through the labels" ) );
		assertEquals( 3, Files.readString( report ).split( "<img ", -1 ).length - 1 );
	}

	@Test
	void refusesWhatDoesNotFitInOneSentence() throws Exception
	{
		final ImagePlus labels = SmallCase.image( SmallCase.labels(), "warped_labels" );
		final Volume< FloatType > other = Volume.floats( Grid.centered( new int[] { 8, 9, 10 }, 5, 5, 5 ) );
		assertEquals( "There are no registered labels to review: give warped_labels, or as results a folder with the file "
				+ "warped_labels.nii.gz.", refusal() );
		assertTrue( refusal( "results", folder.resolve( "nowhere" ).toString() ).endsWith(
				"nowhere does not exist; expected one that Register Atlas to X-rays saved to." ) );
		assertTrue( refusal( "warped_labels", labels, "warped_atlas", SmallCase.image( other, "other" ) )
				.startsWith( "The CT of the warped atlas lies on another grid than its labels: 8 x 9 x 10 voxels" ) );
		assertTrue( refusal( "warped_labels", labels, "displacement",
				ImagePlusVolumes.toImagePlus( "u", Deformations.ofAffine( Affine3D.IDENTITY, other.grid() ) ) )
						.startsWith( "The displacement lies on another grid than the labels of the warped atlas: 8 x 9 x 10 voxels" ) );
		assertEquals( "The parameter reference is given without reference_labels, the labels on its grid.",
				refusal( "warped_labels", labels, "reference", SmallCase.image( SmallCase.ct(), "ct" ) ) );
		assertEquals( "A review takes one DRR for each of the 2 X-ray images; there is 1.",
				refusal( "warped_labels", labels, "drr", IJ.createImage( "drr", "32-bit", 40, 36, 1 ) ) );
		assertEquals( "The DRR of view \"frontal\" has 40 x 35 pixels; its X-ray image has 40 x 36.",
				refusal( "warped_labels", labels, "drr", IJ.createImage( "drr", "32-bit", 40, 35, 2 ) ) );
		assertTrue( refusal( "warped_labels", labels, "save_report", folder.resolve( "xrays.tif" ).toString() )
				.endsWith( "a report is an HTML file; expected a name that ends with .html." ) );
	}
}
