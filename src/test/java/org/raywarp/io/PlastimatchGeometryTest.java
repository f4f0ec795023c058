/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.projection.Projections;
import org.raywarp.projection.SiddonProjector;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

class PlastimatchGeometryTest
{
	private static final Path PROGRAM = Path.of( "/usr/bin/plastimatch" );

	/** What plastimatch 1.9.4 wrote for the arguments of {@link #drr} but for the normal, which was (0.154, 0.988, 0). */
	private static final String FILE = "    1.82000008e+01     3.30999985e+01\n"
			+ "   -1.97606325e-01     3.08502900e-02     0.00000000e+00     1.35905745e-01\n"
			+ "    0.00000000e+00     0.00000000e+00    -2.50000000e-01     7.50000000e-01\n"
			+ "   -1.10179607e-04    -7.05736874e-04     0.00000000e+00     6.44378796e-01\n" + "    9.00000000e+02\n    1.40000000e+03\n"
			+ "   -1.54251450e-01    -9.88031624e-01    -0.00000000e+00\n" + "Extrinsic\n"
			+ "   -9.88031624e-01     1.54251450e-01    -0.00000000e+00     6.79528724e-01\n";

	@TempDir
	Path folder;

	@Test
	void aFileOfPlastimatchIsReadWithTheSizeOfTheImageBesideIt() throws IOException
	{
		final Path file = Files.writeString( folder.resolve( "a_0000.txt" ), FILE );
		Files.writeString( folder.resolve( "a_0000.pfm" ), "Pf\n40 60\n-1.000000\n" );
		final View view = GeometryFile.read( file, null ).get( 0 );
		assertEquals( "a_0000", view.name() );
		assertArrayEquals( new int[] { 40, 60 }, new int[] { view.columns(), view.rows() } );
		assertEquals( 5, view.pixelSpacingX(), 1e-6 );
		assertEquals( 4, view.pixelSpacingY(), 1e-6 );
		// The isocenter, at the image center and at a depth of the SAD.
		assertArrayEquals( new double[] { 18.2, 33.1, 900 }, view.projection().project( 1, 2, 3 ), 1e-4 );
		// The centroid of the image that plastimatch made of a Gaussian of 3 mm at this point.
		assertArrayEquals( new double[] { 14.717, 29.17 }, Arrays.copyOf( view.projection().project( 11, -7, 13 ), 2 ), 0.1 );
		Files.writeString( folder.resolve( "a_0000.pfm" ), "P5\n40 60\n255\n" );
		SampleVolumes.assertFails( () -> GeometryFile.read( file, null ), folder.resolve( "a_0000.pfm" ), "float map" );
		Files.writeString( file, FILE.replace( "-2.50000000e-01", "1e999" ) );
		SampleVolumes.assertFails( () -> GeometryFile.read( file, null ), file, "line 3", "1e999", "12 finite numbers" );
		Files.writeString( file, FILE.substring( 0, 100 ) );
		SampleVolumes.assertFails( () -> GeometryFile.read( file, null ), file, "projection matrix" );
	}

	private static Volume< FloatType > volume()
	{
		final Grid grid =
				new Grid( new int[] { 20, 24, 28 }, Affine3D.scaleAndOrigin( new double[] { 2, 2.5, 3 }, new double[] { -17, -33, -40 } ) );
		final float[] values = new float[ grid.voxelCount() ];
		for ( int i = 0; i < values.length; ++i )
		{
			final double[] x = grid.worldFromVoxel().apply( i % 20, i / 20 % 24, i / 480 );
			for ( final double[] g : new double[][] { { 0, 0, 0, 7 }, { 6, -10, 12, 4 }, { -6, 8, -15, 5 } } )
				values[ i ] += ( float ) Math
						.exp( -( Math.pow( x[ 0 ] - g[ 0 ], 2 ) + Math.pow( x[ 1 ] - g[ 1 ], 2 ) + Math.pow( x[ 2 ] - g[ 2 ], 2 ) )
								/ ( 2 * g[ 3 ] * g[ 3 ] ) );
		}
		return Volume.floats( grid, values );
	}

	/** @return the pixels of the image that plastimatch makes, in its unit */
	private float[] drr( final String normal, final String up ) throws IOException, InterruptedException
	{
		final Process process = new ProcessBuilder( PROGRAM.toString(), "drr", "-i", "exact", "-I", "v.mha", "-O", "d_", "-t", "pfm", "-P",
				"none", "-r", "40 60", "-z", "200 240", "--image-center", "18.2 33.1", "--sad", "900", "--sid", "1400", "-o", "1 2 3",
				"--nrm", normal, "--vup", up ).directory( folder.toFile() ).redirectErrorStream( true ).start();
		final String output = new String( process.getInputStream().readAllBytes(), StandardCharsets.UTF_8 );
		assertEquals( 0, process.waitFor(), output );
		final byte[] bytes = Files.readAllBytes( folder.resolve( "d_0000.pfm" ) );
		final ByteBuffer pixels = ByteBuffer.wrap( bytes, bytes.length - 4 * 40 * 60, 4 * 40 * 60 ).order( ByteOrder.LITTLE_ENDIAN );
		final float[] image = new float[ 40 * 60 ];
		pixels.slice().order( ByteOrder.LITTLE_ENDIAN ).asFloatBuffer().get( image );
		return image;
	}

	@Test
	void ourProjectionWithItsFileIsItsImage() throws IOException, InterruptedException
	{
		Assumptions.assumeTrue( Files.isExecutable( PROGRAM ), "skipped: plastimatch is not installed" );
		final Volume< FloatType > volume = volume();
		VolumeFiles.write( volume, folder.resolve( "v.mha" ) );
		for ( final String[] direction : new String[][] { { "0 1 0", "0 0 1" }, { "0.6 0.64 0.48", "0.1 -0.2 1" },
				{ "-1 0.2 0", "0 1 0.3" } } )
		{
			final float[] theirs = drr( direction[ 0 ], direction[ 1 ] );
			final View view = GeometryFile.read( folder.resolve( "d_0000.txt" ), null ).get( 0 );
			final double error = error( volume, view, theirs );
			// What their own tracing makes of voxels; a shift of a quarter of a pixel shows.
			assertTrue( error < 0.015, "relative: " + error );
			for ( final double[] shift : new double[][] { { 0.25, 0 }, { -0.25, 0 }, { 0, 0.25 }, { 0, -0.25 } } )
				assertTrue(
						error( volume, new View( "s", view.projection().onRaster( 1, shift[ 0 ], 1, shift[ 1 ] ), 40, 60, 1, 1 ), theirs )
								> 4
										* error );
			final View again = GeometryFile.readIn( GeometryFile.write( List.of( view ), GeometryFormat.PLASTIMATCH,
					folder.resolve( "again.txt" ), ForeignFrame.about( new double[] { 1, 2, 3 } ) ).get( 0 ),
					new ForeignFrame( null, WorldAxes.FORMAT, 40, 60, 0, 0 ) ).get( 0 );
			assertArrayEquals( view.projection().toArray(), again.projection().toArray(), 1e-7 );
			assertSameText( folder.resolve( "d_0000.txt" ), folder.resolve( "again.txt" ) );
		}
	}

	/** The largest difference relative to the largest value. */
	private static double error( final Volume< FloatType > volume, final View view, final float[] theirs )
	{
		final float[] ours = FloatArrays.of( Projections.project( volume, view, new SiddonProjector() ) );
		double most = 0, largest = 0;
		for ( int i = 0; i < ours.length; ++i )
		{
			// Theirs is in cm.
			most = Math.max( most, Math.abs( ours[ i ] - 10 * theirs[ i ] ) );
			largest = Math.max( largest, ours[ i ] );
		}
		return most / largest;
	}

	/** Number by number, words included: what plastimatch wrote and what is written for its view. */
	private static void assertSameText( final Path theirs, final Path ours ) throws IOException
	{
		final String[] a = Files.readString( theirs ).trim().split( "\\s+" ), b = Files.readString( ours ).trim().split( "\\s+" );
		assertEquals( a.length, b.length );
		for ( int i = 0; i < a.length; ++i )
			if ( Character.isLetter( a[ i ].charAt( 0 ) ) )
				assertEquals( a[ i ], b[ i ] );
			else
				assertEquals( Double.parseDouble( a[ i ] ), Double.parseDouble( b[ i ] ),
						1e-5 * Math.max( 1, Math.abs( Double.parseDouble( a[ i ] ) ) ) );
	}
}
