/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import ij.CompositeImage;
import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;

/**
 * What reaches BigDataViewer, by classes with its names and signatures (those of version 10.6) that write down what they are
 * asked for.
 */
class BigDataViewerBridgeTest
{
	private static final Map< String, String > CLASSES = Map.of( "net/imglib2/realtransform/AffineTransform3D",
			"public class AffineTransform3D { public double[] m; public void set( double... m ) { this.m = m; } }", "bdv/util/Bdv",
			"public interface Bdv {}", "bdv/util/BdvOptions",
			"public class BdvOptions { public net.imglib2.realtransform.AffineTransform3D t; public Bdv to;"
					+ " public static BdvOptions options() { return new BdvOptions(); }"
					+ " public BdvOptions sourceTransform( net.imglib2.realtransform.AffineTransform3D t ) { this.t = t; return this; }"
					+ " public BdvOptions addTo( Bdv to ) { this.to = to; return this; } }",
			"bdv/util/BdvStackSource",
			"public class BdvStackSource< T > implements Bdv { final String name; public BdvStackSource( String name ) { this.name = name; }"
					+ " public void setDisplayRange( double a, double b ) { BdvFunctions.log.add( name + \" \" + a + \" \" + b ); }"
					+ " public void setActive( boolean a ) { BdvFunctions.log.add( name + \" \" + a ); }"
					+ " public void setColor( net.imglib2.type.numeric.ARGBType c ) {"
					+ " BdvFunctions.log.add( name + \" \" + Integer.toHexString( c.get() ) ); } }",
			"bdv/util/BdvFunctions",
			"public class BdvFunctions { public static final java.util.List< String > log = new java.util.ArrayList<>();"
					+ " public static < T > BdvStackSource< T > show( net.imglib2.RandomAccessibleInterval< T > i, String name, BdvOptions o ) {"
					+ " log.add( name + \" \" + i.numDimensions() + \" \" + o.t.m[ 3 ] + \" \" + ( o.to != null ) );"
					+ " return new BdvStackSource<>( name ); } }" );

	private static ReviewCase.Bone bone( final String name, final double shift )
	{
		final Grid grid = new Grid( new int[] { 4, 5, 6 }, Affine3D.translation( shift, 0, 0 ) );
		final byte[] labels = new byte[ grid.voxelCount() ];
		labels[ 42 ] = 1;
		return new ReviewCase.Bone( name, Volume.labels( grid, labels ), Optional.of( Volume.floats( grid ) ) );
	}

	private static List< BigDataViewerBridge.Source > sources()
	{
		final List< BigDataViewerBridge.Source > sources = new ArrayList<>();
		for ( final ReviewCase.Bone bone : List.of( bone( "warped", 0 ), bone( "atlas", 2 ) ) )
		{
			sources.add(
					new BigDataViewerBridge.Source( bone.name(), bone.ct().orElseThrow(), -1000, 1500, Color.WHITE, sources.isEmpty() ) );
			sources.add( new BigDataViewerBridge.Source( bone.name() + " labels", bone.labels(), 0, 1, new Color( 0x006432 ), true ) );
		}
		return sources;
	}

	@Test
	void everySourceHasItsPlaceRangeAndColorInOneWindow( @TempDir final Path folder ) throws Exception
	{
		try ( URLClassLoader loader = compiled( folder ) )
		{
			new BigDataViewerBridge( loader ).showAll( sources() );
			assertEquals(
					List.of( "warped 3 0.0 false", "warped -1000.0 1500.0", "warped ffffffff", "warped true", "warped labels 3 0.0 true",
							"warped labels 0.0 1.0", "warped labels ff006432", "warped labels true", "atlas 3 2.0 true",
							"atlas -1000.0 1500.0", "atlas ffffffff", "atlas false",
							"atlas labels 3 2.0 true", "atlas labels 0.0 1.0", "atlas labels ff006432", "atlas labels true" ),
					loader.loadClass( "bdv.util.BdvFunctions" ).getField( "log" ).get( null ) );
		}
	}

	private static URLClassLoader compiled( final Path folder ) throws IOException
	{
		final List< String > arguments = new ArrayList<>( List.of( "-nowarn", "-proc:none", "-cp",
				Path.of( URI.create( RandomAccessibleInterval.class.getProtectionDomain().getCodeSource().getLocation().toString() ) )
						.toString(),
				"-d", folder.toString() ) );
		for ( final Map.Entry< String, String > type : CLASSES.entrySet() )
		{
			final Path file = folder.resolve( type.getKey() + ".java" );
			Files.createDirectories( file.getParent() );
			final String name = type.getKey().replace( '/', '.' );
			Files.writeString( file, "package " + name.substring( 0, name.lastIndexOf( '.' ) ) + ";\n" + type.getValue() );
			arguments.add( file.toString() );
		}
		assertEquals( 0, ToolProvider.getSystemJavaCompiler().run( null, null, null, arguments.toArray( String[]::new ) ) );
		return new URLClassLoader( new URL[] { folder.toUri().toURL() }, BigDataViewerBridge.class.getClassLoader() );
	}

	@Test
	void saysThatItIsAbsent()
	{
		assertTrue( assertThrows( IllegalStateException.class, () -> BigDataViewerBridge.show( sources() ) ).getMessage()
				.startsWith( "BigDataViewer is not installed" ) );
	}

	/** Without BigDataViewer a channel a source, brought onto one grid. */
	@Test
	void imageJShowsThemAsChannels()
	{
		final ImagePlus image = ReviewVolumes.composite( sources(), bone( "warped", 0 ).labels().grid() );
		assertEquals( 4, image.getNChannels() );
		assertEquals( 6, image.getNSlices() );
		final CompositeImage composite = ( CompositeImage ) image;
		assertEquals( 1500, composite.getChannelLut( 3 ).max );
		assertArrayEquals( new boolean[] { true, true, false, true }, Arrays.copyOf( composite.getActiveChannels(), 4 ) );
		// Voxel 42 is (2, 0, 2); the atlas lies 2 mm farther left, so that its label is beyond the last column.
		assertEquals( 1, image.getStack().getProcessor( image.getStackIndex( 2, 3, 1 ) ).getf( 2, 0 ) );
		assertEquals( 0, image.getStack().getProcessor( image.getStackIndex( 4, 3, 1 ) ).getf( 2, 0 ) );
	}
}
