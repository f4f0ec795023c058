/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.OutsideData;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

class AutoscoperCameraFileTest
{
	private static final String CAMERA = "image size\n640,480\n\ncamera matrix\n1000,0,300\n0,1100,250\n0,0,1\n\n"
			+ "rotation\n0,1,0\n-1,0,0\n0,0,1\n\ntranslation\n1\n2\n500\n";

	/** Centers of the six markers on the forearm in the wrist's frame 99, found as dark spots: camera 1, then camera 2. */
	private static final double[][] MARKERS = { { 778.7, 1318.6, 895.6, 1380.9 }, { 804.9, 1340.0, 877.5, 1400.8 },
			{ 764.1, 1349.7, 892.0, 1412.1 }, { 796.2, 1371.7, 879.1, 1434.2 }, { 765.5, 1374.1, 889.2, 1437.1 },
			{ 787.8, 1396.7, 880.4, 1460.3 } };

	@TempDir
	Path folder;

	private static View wrist( final int camera ) throws IOException
	{
		final Path data = OutsideData.folder( "data/autoscoper_biplane_xrays" );
		return AutoscoperCameraFile.read( data.resolve( "sample_data/Calibration/xr_calib_wrist_cam0" + camera + ".txt" ),
				"camera " + camera );
	}

	/** The point nearest to two rays, in the least squares sense of the pixels' homogeneous equations. */
	private static double[] triangulated( final View a, final View b, final double[] pixels )
	{
		final double[][] m = new double[ 4 ][ 3 ];
		final double[] right = new double[ 4 ];
		for ( int e = 0; e < 4; ++e )
		{
			final double[] p = ( e < 2 ? a : b ).projection().toArray();
			for ( int c = 0; c < 4; ++c )
			{
				final double v = pixels[ e ] * p[ 8 + c ] - p[ 4 * ( e % 2 ) + c ];
				if ( c < 3 )
					m[ e ][ c ] = v;
				else
					right[ e ] = -v;
			}
		}
		return new SingularValueDecomposition( new Array2DRowRealMatrix( m ) ).getSolver().solve( new ArrayRealVector( right ) ).toArray();
	}

	private static double error( final View a, final View b, final double[] pixels )
	{
		final double[] x = triangulated( a, b, pixels ), u = a.projection().project( x ), v = b.projection().project( x );
		return Math.max( Math.hypot( u[ 0 ] - pixels[ 0 ], u[ 1 ] - pixels[ 1 ] ),
				Math.hypot( v[ 0 ] - pixels[ 2 ], v[ 1 ] - pixels[ 3 ] ) );
	}

	@Test
	void aPointProjectsToCameraMatrixTimesRotatedAndShiftedPoint() throws IOException
	{
		final View view = AutoscoperCameraFile.read( Files.writeString( folder.resolve( "c.txt" ), CAMERA.replace( "\n", "\r\n" ) ), "c" );
		assertEquals( 640, view.columns() );
		assertEquals( 480, view.rows() );
		// Camera point (20 + 1, -10 + 2, 30 + 500).
		assertArrayEquals( new double[] { 300 + 1000 * 21 / 530.0, 250 - 1100 * 8 / 530.0, 530 }, view.projection().project( 10, 20, 30 ),
				1e-9 );
		assertArrayEquals( new double[] { 2, -1, -500 }, view.projection().source(), 1e-9 );
	}

	@Test
	void damagedFilesAreRefused() throws IOException
	{
		final String[][] cases =
				{ { "1000,0,300", "1000,0", "camera matrix" }, { "500\n", "", "translation" }, { "0,1,0", "0,2,0", "rotation" },
						{ "-1,0,0", "1,0,0", "rotation" }, { "640,480", "0,480", "480" }, { "640,480", "640.5,480", "640.5" },
						{ "image size", "size", "image size" },
						{ "500\n", "NaN\n", "NaN" }, { "1000,0,300", "0,0,300", "singular" } };
		for ( final String[] c : cases )
		{
			final Path file = Files.writeString( folder.resolve( "c.txt" ), CAMERA.replace( c[ 0 ], c[ 1 ] ) );
			SampleVolumes.assertFails( () -> AutoscoperCameraFile.read( file, "c" ), file, c[ 2 ] );
		}
		final Path missing = folder.resolve( "missing.txt" );
		SampleVolumes.assertFails( () -> AutoscoperCameraFile.read( missing, "c" ), missing, "camera file" );
	}

	@Test
	void theMarkersOfTheWristAreSeenAtOnePlaceByBothCameras() throws IOException
	{
		final View a = wrist( 1 ), b = wrist( 2 );
		for ( final double[] m : MARKERS )
		{
			// The spots are found to about 0.2 pixels.
			assertTrue( error( a, b, m ) < 0.3, "pixels: " + error( a, b, m ) );
			final double[] x = triangulated( a, b, m );
			assertTrue( a.projection().project( x )[ 2 ] > 900 && b.projection().project( x )[ 2 ] > 900 );
		}
	}

	@Test
	void rowsCountFromTheTop() throws IOException
	{
		final View a = wrist( 1 ), b = wrist( 2 );
		double rows = 0, columns = 0;
		for ( final double[] m : MARKERS )
		{
			rows = Math.max( rows, error( a, b, new double[] { m[ 0 ], 1759 - m[ 1 ], m[ 2 ], 1759 - m[ 3 ] } ) );
			columns = Math.max( columns, error( a, b, new double[] { 1759 - m[ 0 ], m[ 1 ], 1759 - m[ 2 ], m[ 3 ] } ) );
		}
		assertTrue( rows > 20 && columns > 2, "pixels when turned over: " + rows + ", " + columns );
	}

	@Test
	void theOpticalAxesOfTheWristNearlyMeetBetweenTwoDistantSources() throws IOException
	{
		final View a = wrist( 1 ), b = wrist( 2 );
		final double[] meeting = triangulated( a, b, new double[] { 803.741292437, 865.698104164, 904.484800922, 894.238444813 } );
		for ( final View v : new View[] { a, b } )
		{
			final double depth = v.projection().project( meeting )[ 2 ];
			assertTrue( depth > 900 && depth < 1200, "mm: " + depth );
		}
		double baseline = 0;
		for ( int d = 0; d < 3; ++d )
			baseline += Math.pow( a.projection().source()[ d ] - b.projection().source()[ d ], 2 );
		// Two sources a meter from the wrist, 110 degrees apart.
		assertEquals( 1752, Math.sqrt( baseline ), 1 );
		assertTrue( error( a, b, new double[] { 803.741292437, 865.698104164, 904.484800922, 894.238444813 } ) < 15 );
	}

	@Test
	void theRadiusOfTheWristLandsOnBothImagesInFrontOfTheSources() throws IOException
	{
		final View a = wrist( 1 ), b = wrist( 2 );
		final Path model = OutsideData.folder( "data/autoscoper_biplane_xrays" ).resolve( "sample_data/Models/rad_dcm_cropped.tif" );
		final Volume< FloatType > bone = VolumeFiles.read( model );
		// The file does not know its voxel size, which its description gives, nor its pose: it is put at the markers.
		final Affine3D spacing = Affine3D.scaleAndOrigin( new double[] { 0.39625, 0.39625, 0.625 }, new double[ 3 ] );
		final double[] center = new Grid( bone.grid().size(), spacing ).center(), marker = triangulated( a, b, MARKERS[ 0 ] );
		final Affine3D worldFromVoxel =
				Affine3D.translation( marker[ 0 ] - center[ 0 ], marker[ 1 ] - center[ 1 ], marker[ 2 ] - center[ 2 ] ).after( spacing );
		final int[] n = bone.grid().size();
		for ( int corner = 0; corner < 8; ++corner )
			for ( final View v : new View[] { a, b } )
			{
				final double[] p =
						v.projection().project( worldFromVoxel.apply( ( corner & 1 ) * ( n[ 0 ] - 1 ), ( corner >> 1 & 1 ) * ( n[ 1 ] - 1 ),
								( corner >> 2 ) * ( n[ 2 ] - 1 ) ) );
				assertTrue( p[ 2 ] > 0 && p[ 0 ] > 0 && p[ 0 ] < v.columns() && p[ 1 ] > 0 && p[ 1 ] < v.rows(),
						Arrays.toString( p ) );
			}
	}
}
