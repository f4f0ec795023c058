/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.volume.FloatArrays;
import org.raywarp.xray.LabelMasks;
import org.scijava.command.CommandModule;

import ij.IJ;
import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A geometry file whose lateral view is three rows off.
 */
class RefinedViewsTest
{
	@TempDir
	Path folder;

	private static List< View > given()
	{
		final View lateral = SmallCase.views().get( 1 );
		return List.of( SmallCase.views().get( 0 ), new View( lateral.name(), lateral.projection().onRaster( 1, 0, 1, 3 ),
				lateral.columns(), lateral.rows(), lateral.pixelSpacingX(), lateral.pixelSpacingY() ) );
	}

	private ImagePlus stack( final String title, final float scale, final float least )
	{
		final List< RandomAccessibleInterval< FloatType > > images = new ArrayList<>();
		for ( final View view : SmallCase.views() )
		{
			final float[] path = FloatArrays.of( LabelMasks.pathLengths( SmallCase.labels(), 1, view ) ).clone();
			for ( int i = 0; i < path.length; ++i )
				path[ i ] = path[ i ] > least ? scale * path[ i ] : 0;
			images.add( ArrayImgs.floats( path, view.columns(), view.rows() ) );
		}
		return ImagePlusVolumes.toImagePlus( title, images, SmallCase.views() );
	}

	private int[] overlay( final Forms forms, final Path geometry, final Object... inputs ) throws Exception
	{
		final List< Object > all = new ArrayList<>( List.of( "frontal", stack( "xrays", 0.03f, 0 ), "geometry", geometry.toFile(),
				"show", ReviewOutputs.Show.IMAGES ) );
		all.addAll( List.of( inputs ) );
		final CommandModule review = forms.run( ReviewRegistrationCommand.class, all.toArray() );
		return ( int[] ) ( ( ImagePlus ) review.getOutput( "overlay" ) ).getProcessor().getPixels();
	}

	@Test
	void reviewIsOnTheViewsThatTheRegistrationRefined() throws Exception
	{
		final Path geometry = folder.resolve( "given.json" ), refined = folder.resolve( "refined.json" ),
				results = folder.resolve( "results" ),
				html = folder.resolve( "report.html" );
		GeometryFile.writeViews( given(), geometry );
		try ( Forms forms = new Forms() )
		{
			forms.run( RegisterAtlasCommand.class, "atlas", SmallCase.image( SmallCase.ct(), "ct" ), "atlas_labels",
					SmallCase.image( SmallCase.labels(), "labels" ), "frontal", stack( "xrays", 0.03f, 0 ), "frontal_mask",
					stack( "masks", 1, 1 ), "geometry", geometry.toFile(), "model", "none", "freedom", RefinementSettings.Freedom.RIGID,
					"refine_geometry", true, "point_uncertainty", 5.0, "save_to", results.toString() );
			final ImagePlus drr = IJ.openImage( results.resolve( "drr.tif" ).toString() );
			final List< View > views = RefinedViews.of( drr, given() );
			final double[] off = given().get( 1 ).projection().project( 0, 0, 0 ), better = views.get( 1 ).projection().project( 0, 0, 0 );
			assertTrue( Math.abs( better[ 1 ] - off[ 1 ] ) > 0.5, Arrays.toString( better ) );
			GeometryFile.writeViews( views, refined );
			final int[] shown = overlay( forms, geometry, "results", results.toString(), "save_report", html.toString() );
			assertTrue( Files.readString( html ).contains( "given.json, refined by the registration" ) );
			drr.setProp( RefinedViews.PROPERTY, null );
			assertTrue( Arrays.equals( overlay( forms, refined, "results", results.toString(), "drr", drr ), shown ) );
			assertFalse( Arrays.equals( overlay( forms, geometry, "results", results.toString(), "drr", drr ), shown ) );
		}
	}

	@Test
	void otherDrrsLeaveTheViewsAsTheyAre()
	{
		final List< View > views = given();
		final ImagePlus drr = IJ.createImage( "drr", "32-bit", 40, 36, 2 );
		assertSame( views, RefinedViews.of( null, views ) );
		assertSame( views, RefinedViews.of( drr, views ) );
		RefinedViews.keep( SmallCase.views(), views, drr );
		assertSame( views, RefinedViews.of( drr, views ), "a registration of other views of these names" );
		RefinedViews.keep( views.subList( 1, 2 ), SmallCase.views().subList( 1, 2 ), drr );
		assertSame( views, RefinedViews.of( drr, views ), "a registration of one of the views" );
		RefinedViews.keep( views, SmallCase.views(), drr );
		assertEquals( SmallCase.views(), RefinedViews.of( drr, views ) );
		for ( final String wrong : new String[] { "what", "[1]", "{\"frontal\": [1, 2]}", "{\"frontal\": 7}" } )
		{
			drr.setProp( RefinedViews.PROPERTY, wrong );
			assertTrue( assertThrows( IllegalArgumentException.class, () -> RefinedViews.of( drr, views ), wrong ).getMessage()
					.startsWith( "The property RayWarp_refinedViews of the image \"drr\" is no JSON" ), wrong );
		}
	}
}
