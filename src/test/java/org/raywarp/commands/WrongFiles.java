/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.raywarp.io.GeometryFile;
import org.raywarp.io.VolumeFiles;
import org.raywarp.network.ModelZoo;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;
import org.scijava.command.CommandModule;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/**
 * A small case, and files of which each is wrong in one way.
 */
final class WrongFiles
{
	private static final int COLUMNS = 40, ROWS = 36;

	private static final String ARM =
			"{\"format\":\"raywarp-geometry\",\"version\":1,\"views\":[{\"name\":\"frontal\",\"sourceToDetector\":%s,"
					+ "\"sourceToIsocenter\":900,\"primaryAngle\":%s,\"secondaryAngle\":0,\"detector\":{\"columns\":%s,\"rows\":36,"
					+ "\"pixelSpacingX\":2,\"pixelSpacingY\":%s}}]}";

	private static final String META = "ObjectType = Image\nNDims = 3\nDimSize = %s\nElementSpacing = %s\nElementType = MET_UCHAR\n"
			+ "ElementDataFile = LOCAL\n12345678";

	private final Path folder;

	private WrongFiles( final Path folder )
	{
		this.folder = folder;
	}

	static void write( final Path folder, final Forms forms ) throws Exception
	{
		final WrongFiles files = new WrongFiles( folder );
		SmallCase.write( folder );
		files.xrays( forms );
		files.geometries();
		files.images();
		files.models();
		files.others();
		Files.writeString( Files.createDirectory( folder.resolve( "out" ) ).resolve( "kept.txt" ), "of the user" );
	}

	/** All files and folders in a folder with their sizes, except what the program that is tested prints to. */
	static Set< String > tree( final Path folder ) throws IOException
	{
		try ( Stream< Path > paths = Files.walk( folder ) )
		{
			return paths.map( p -> folder.relativize( p ) + ( Files.isDirectory( p ) ? "/" : " " + p.toFile().length() ) )
					.collect( Collectors.toCollection( TreeSet::new ) );
		}
	}

	private void xrays( final Forms forms ) throws Exception
	{
		final CommandModule drrs = forms.run( SimulateDrrCommand.class, "volume", file( "ct.nii.gz" ), "labels", file( "labels.nii.gz" ),
				"geometry", file( "geometry.json" ) );
		final ImagePlus drr = ( ImagePlus ) drrs.getOutput( "drr" ), mask = ( ImagePlus ) drrs.getOutput( "mask" );
		IJ.saveAsTiff( drr, file( "xrays.tif" ) );
		for ( int i = 1; i <= 2; ++i )
		{
			final String name = i == 1 ? "frontal" : "lateral";
			save( name + ".tif", drr.getStack().getProcessor( i ) );
			save( name + "-mask.tif", mask.getStack().getProcessor( i ) );
		}
		final ImageProcessor broken = drr.getStack().getProcessor( 1 ).duplicate();
		broken.setf( 3, 4, Float.NaN );
		save( "nan.tif", broken );
	}

	private void geometries() throws IOException
	{
		text( "not-json.json", "frontal: 1000 mm, 0 degrees\n" );
		text( "not-a-geometry.txt", "frontal: 1000 mm, 0 degrees\n" );
		text( "nan-angle.json", String.format( ARM, 1000, "NaN", COLUMNS, 2 ) );
		text( "zero-distance.json", String.format( ARM, 0, 0, COLUMNS, 2 ) );
		text( "negative-pixels.json", String.format( ARM, 1000, 0, COLUMNS, -2 ) );
		text( "huge-detector.json", String.format( ARM, 1000, 0, 2000000000, 2 ) );
		text( "wide-detector.json", String.format( ARM, 1000, 0, 16000, 2 ) );
		text( "key.json", String.format( ARM, 1000, 0, COLUMNS, 2 ).replace( "primaryAngle", "alpha" ) );
		final String good = Files.readString( folder.resolve( "geometry.json" ) );
		text( "cut.json", good.substring( 0, good.length() / 2 ) );
		GeometryFile.writeViews( SmallCase.views().subList( 0, 1 ), folder.resolve( "one-view.json" ) );
	}

	private void images() throws IOException
	{
		save( "small.tif", drawn( 20, 20 ) );
		save( "blank.tif", new FloatProcessor( COLUMNS, ROWS ) );
		save( "color.tif", new ColorProcessor( COLUMNS, ROWS ) );
		save( "empty-mask.tif", new ByteProcessor( COLUMNS, ROWS ) );
		save( "small-mask.tif", new ByteProcessor( 20, 20 ) );
		VolumeFiles.write( Volume.labels( Grid.centered( new int[] { 8, 8, 8 }, 2, 2, 2 ), filled( 512 ) ),
				folder.resolve( "other-grid.nii.gz" ) );
		VolumeFiles.write( Volume.labels( SmallCase.GRID, new byte[ SmallCase.GRID.voxelCount() ] ), folder.resolve( "no-bone.nii.gz" ) );
		text( "text.tif", "no image\n" );
		text( "volume.xyz", "no image\n" );
		final byte[] ct = Files.readAllBytes( folder.resolve( "ct.nii.gz" ) );
		Files.write( folder.resolve( "cut.nii.gz" ), Arrays.copyOf( ct, ct.length / 2 ) );
		text( "negative.mha", String.format( META, "2 2 2", "1 -1 1" ) );
		text( "zero.mha", String.format( META, "2 2 2", "1 0 1" ) );
		text( "huge.mha", String.format( META, "100000 100000 100000", "1 1 1" ) );
		text( "short.mha", String.format( META, "20 20 20", "1 1 1" ) );
	}

	private static ImageProcessor drawn( final int columns, final int rows )
	{
		final ImageProcessor image = new FloatProcessor( columns, rows );
		image.setf( 5, 5, 1 );
		return image;
	}

	private static byte[] filled( final int count )
	{
		final byte[] ones = new byte[ count ];
		Arrays.fill( ones, ( byte ) 1 );
		return ones;
	}

	private void models() throws IOException
	{
		text( "model-without-description/saved_model.pb", "graph" );
		if ( ModelZoo.bundled().isEmpty() )
			return;
		for ( final String model : List.of( "cut-model", "described-model" ) )
			for ( final String name : List.of( "model.json", "saved_model.pb", "atlas-ct.nii.gz", "atlas-labels.nii.gz",
					"population.modes" ) )
				try ( InputStream in = ModelZoo.class.getResourceAsStream( "models/" + ModelZoo.bundled().get( 0 ) + "/" + name ) )
				{
					final byte[] all = in.readAllBytes();
					Files.createDirectories( folder.resolve( model ) );
					Files.write( folder.resolve( model ).resolve( name ),
							model.startsWith( "cut" ) && name.endsWith( ".pb" ) ? Arrays.copyOf( all, all.length / 3 ) : all );
				}
		final Path description = folder.resolve( "cut-model/model.json" );
		text( "cut-model/model.json", Files.readString( description ).replaceFirst( "femur-[a-z]*", "cut-femur" ) );
		text( "described-model/model.json", "{\"name\": 5}" );
	}

	private void others() throws IOException
	{
		Files.createDirectory( folder.resolve( "empty" ) );
		text( "file", "a file where a folder is expected\n" );
		text( "empty.stl", "" );
		text( "open.stl",
				"solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 10 0 0\nvertex 0 10 0\nendloop\nendfacet\nendsolid a\n" );
		text( "garbage.bin", "garbage\n" );
		text( "transform.json", "{\"format\": \"something else\"}" );
		text( "config.json", "{\"stepz\": 3}" );
		text( "surfaces/notes.txt", "no surface\n" );
	}

	private String file( final String name )
	{
		return folder.resolve( name ).toString();
	}

	private void text( final String name, final String text ) throws IOException
	{
		Files.createDirectories( folder.resolve( name ).getParent() );
		Files.write( folder.resolve( name ), text.getBytes( StandardCharsets.UTF_8 ) );
	}

	private void save( final String name, final ImageProcessor pixels )
	{
		IJ.saveAsTiff( new ImagePlus( name, pixels ), file( name ) );
	}
}
