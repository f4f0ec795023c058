/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.raywarp.deformation.Deformations;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.io.VolumeFiles;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import ij.ImagePlus;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A ball of 400 HU with label 1 in air, seen by two views: small enough for every command.
 */
final class SmallCase
{
	static final Grid GRID = Grid.centered( new int[] { 24, 20, 28 }, 2, 2.5, 1.5 );

	private static final double RADIUS = 12;

	private SmallCase()
	{}

	static Volume< FloatType > ct()
	{
		final float[] hu = new float[ GRID.voxelCount() ];
		final byte[] labels = labelArray();
		for ( int i = 0; i < hu.length; ++i )
			hu[ i ] = labels[ i ] == 1 ? 400 : -1000;
		return Volume.floats( GRID, hu );
	}

	static Volume< UnsignedByteType > labels()
	{
		return Volume.labels( GRID, labelArray() );
	}

	private static byte[] labelArray()
	{
		final byte[] labels = new byte[ GRID.voxelCount() ];
		final int[] n = GRID.size();
		for ( int i = 0; i < labels.length; ++i )
		{
			final double[] x = GRID.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			labels[ i ] = ( byte ) ( x[ 0 ] * x[ 0 ] + x[ 1 ] * x[ 1 ] + x[ 2 ] * x[ 2 ] < RADIUS * RADIUS ? 1 : 0 );
		}
		return labels;
	}

	static List< View > views()
	{
		return List.of( view( "frontal", 0, 10 ), view( "lateral", 90, 0 ) );
	}

	private static View view( final String name, final double primaryAngle, final double secondaryAngle )
	{
		return ConeBeamGeometry
				.of( 1000, 900, new double[ 3 ], new CArmAngulation( primaryAngle, secondaryAngle ), Detector.centered( 40, 36, 2, 1.8 ) )
				.view( name );
	}

	static ImagePlus image( final Volume< ? extends RealType< ? > > volume, final String title )
	{
		return ImagePlusVolumes.toImagePlus( title, volume );
	}

	/** A displacement by 4 mm along x. */
	static ImagePlus displacement()
	{
		return ImagePlusVolumes.toImagePlus( "displacement", Deformations.ofAffine( Affine3D.translation( 4, 0, 0 ), GRID ) );
	}

	/** Writes ct.nii.gz, labels.nii.gz and geometry.json. */
	static void write( final Path folder ) throws IOException
	{
		VolumeFiles.write( ct(), folder.resolve( "ct.nii.gz" ) );
		VolumeFiles.write( labels(), folder.resolve( "labels.nii.gz" ) );
		GeometryFile.writeViews( views(), folder.resolve( "geometry.json" ) );
	}
}
