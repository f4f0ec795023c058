/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.io.VolumeFiles;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;
import org.raywarp.xray.Drr;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converter;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A case as files: {@code ct.nii.gz} (HU, 16 bits), {@code labels.nii.gz}, {@code drr.tif} and {@code mask.tif} (one slice
 * a view), {@code geometry.json}, and {@code case.json} with the person and the truth.
 */
public final class CaseFiles
{
	private CaseFiles()
	{}

	/**
	 * @param hounsfield
	 *            in HU
	 * @return the same, rounded to whole HU between -32768 and 32767; lazy
	 */
	public static Volume< ShortType > rounded( final Volume< FloatType > hounsfield )
	{
		final Converter< FloatType, ShortType > round = ( hu, whole ) -> whole
				.set( ( short ) Math.max( Short.MIN_VALUE, Math.min( Short.MAX_VALUE, Math.round( hu.get() ) ) ) );
		return new Volume<>( Converters.convert( hounsfield.voxels(), round, new ShortType() ), hounsfield.worldFromVoxel() );
	}

	/**
	 * @param images
	 *            over (column, row), all of one size
	 * @param view
	 *            gives the pixel spacing
	 * @return one volume with a slice an image, for TIFF files
	 */
	public static Volume< FloatType > stack( final List< RandomAccessibleInterval< FloatType > > images, final View view )
	{
		final int columns = view.columns(), rows = view.rows();
		final float[] values = new float[ columns * rows * images.size() ];
		for ( int i = 0; i < images.size(); ++i )
			System.arraycopy( FloatArrays.of( images.get( i ) ), 0, values, i * columns * rows, columns * rows );
		return Volume.floats( new Grid( new int[] { columns, rows, images.size() }, Affine3D
				.scaleAndOrigin( new double[] { view.pixelSpacingX(), view.pixelSpacingY(), 1 }, new double[ 3 ] ) ), values );
	}

	/**
	 * @param stack
	 *            zeros and ones
	 * @return the same with 8 bits
	 */
	public static Volume< UnsignedByteType > bytes( final Volume< FloatType > stack )
	{
		final float[] values = FloatArrays.of( stack.voxels() );
		final byte[] bytes = new byte[ values.length ];
		for ( int i = 0; i < bytes.length; ++i )
			bytes[ i ] = ( byte ) values[ i ];
		return Volume.labels( stack.grid(), bytes );
	}

	static void write( final Case made, final DatasetIndex.Entry entry, final Path folder ) throws IOException
	{
		Files.createDirectories( folder );
		final List< Drr > drrs = made.drrs();
		VolumeFiles.write( rounded( made.ct() ), folder.resolve( "ct.nii.gz" ) );
		VolumeFiles.write( made.labels(), folder.resolve( "labels.nii.gz" ) );
		VolumeFiles.write( stack( drrs.stream().map( Drr::image ).toList(), drrs.get( 0 ).view() ), folder.resolve( "drr.tif" ) );
		VolumeFiles.write( bytes( stack( drrs.stream().map( Drr::mask ).toList(), drrs.get( 0 ).view() ) ), folder.resolve( "mask.tif" ) );
		GeometryFile.writeViews( drrs.stream().map( Drr::view ).toList(), folder.resolve( "geometry.json" ) );
		CaseDescription.of( made, entry ).write( folder );
	}

	static Case read( final Path folder, final DatasetIndex.Entry entry ) throws IOException
	{
		if ( !Files.isDirectory( folder ) )
			throw new IOException(
					"The data set has no folder " + folder + "; expected every case of its index: generate it again to complete it." );
		final CaseDescription description = CaseDescription.read( folder );
		final Volume< FloatType > ct = VolumeFiles.read( folder.resolve( "ct.nii.gz" ) );
		final List< View > views = GeometryFile.read( folder.resolve( "geometry.json" ), ct.grid().center() );
		final List< RandomAccessibleInterval< FloatType > > images = slices( folder.resolve( "drr.tif" ), views );
		final List< RandomAccessibleInterval< FloatType > > masks = slices( folder.resolve( "mask.tif" ), views );
		final List< Drr > drrs = new ArrayList<>();
		for ( int i = 0; i < views.size(); ++i )
			drrs.add( new Drr( images.get( i ), masks.get( i ), views.get( i ) ) );
		try
		{
			return new Case( entry.name(), entry.person(), ct, VolumeFiles.readLabels( folder.resolve( "labels.nii.gz" ) ), drrs,
					description.truth( views ) );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( folder + ": " + e.getMessage(), e );
		}
	}

	private static List< RandomAccessibleInterval< FloatType > > slices( final Path file, final List< View > views ) throws IOException
	{
		final Volume< FloatType > stack = VolumeFiles.read( file );
		final int[] n = stack.grid().size();
		final float[] values = FloatArrays.of( stack.voxels() );
		final int area = n[ 0 ] * n[ 1 ];
		final List< RandomAccessibleInterval< FloatType > > images = new ArrayList<>();
		if ( n[ 2 ] != views.size() || n[ 0 ] != views.get( 0 ).columns() || n[ 1 ] != views.get( 0 ).rows() )
			throw new IOException(
					file + " has " + n[ 2 ] + " images of " + n[ 0 ] + " x " + n[ 1 ] + " pixels; expected " + views.size() + " of "
							+ views.get( 0 ).columns() + " x " + views.get( 0 ).rows() + "." );
		for ( int i = 0; i < n[ 2 ]; ++i )
			images.add( ArrayImgs.floats( Arrays.copyOfRange( values, i * area, ( i + 1 ) * area ), n[ 0 ], n[ 1 ] ) );
		return images;
	}
}
