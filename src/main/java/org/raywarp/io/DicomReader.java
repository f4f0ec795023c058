/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.raywarp.geometry.Vectors;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads one uncompressed DICOM series from a folder, or one image from a file. Slices are sorted by their positions along
 * the normal of the image plane; the map to the world (LPS, mm) comes from orientation, pixel spacing and the first and
 * last position, a tilted gantry included.
 * <p>
 * Departs: the design reads DICOM through ImageJ, which takes memory before the length of the file can be compared with
 * its header, gives no orientation, and fills a truncated image with zeros. A test compares the values with ImageJ's.
 */
final class DicomReader
{
	/** How far slices may lie from equal distances, as a part of their distance. */
	private static final double IRREGULARITY = 0.05;

	private static final double DIRECTION_TOLERANCE = 1e-3;

	private DicomReader()
	{}

	/**
	 * @param file
	 *            any file
	 * @return whether it has the mark of DICOM files behind its preamble
	 * @throws IOException
	 *             if it cannot be read
	 */
	static boolean recognizes( final Path file ) throws IOException
	{
		try ( InputStream in = Files.newInputStream( file ) )
		{
			final byte[] first = in.readNBytes( 132 );
			return first.length == 132 && new String( first, 128, 4, StandardCharsets.US_ASCII ).equals( "DICM" );
		}
	}

	/**
	 * @param source
	 *            a folder whose DICOM files are one series, or one DICOM file
	 * @return the volume
	 * @throws IOException
	 *             if there is no such file, a file is damaged or compressed, there is more than one series, or a slice is
	 *             missing or twice there
	 */
	static Volume< FloatType > read( final Path source ) throws IOException
	{
		final List< DicomSlice > slices =
				Files.isDirectory( source ) ? series( source ) : new ArrayList<>( List.of( DicomSlice.of( source ) ) );
		final DicomSlice first = slices.get( 0 );
		for ( final DicomSlice s : slices )
			requireSamePlane( first, s );
		if ( slices.size() > 1 )
			slices.sort( Comparator.comparingDouble( s -> Vectors.dot( s.position(), normal( first ) ) ) );
		final int n = slices.size();
		final double[] step = step( source, slices );
		final VolumeHeader header = VolumeHeader.of( source, new long[] { first.size()[ 0 ], first.size()[ 1 ], n },
				worldFromVoxel( slices.get( 0 ), step ), VoxelType.INT16, ByteOrder.LITTLE_ENDIAN );
		final float[] values = new float[ header.grid().voxelCount() ];
		for ( int z = 0; z < n; ++z )
		{
			final float[] slice = slices.get( z ).values();
			System.arraycopy( slice, 0, values, z * slice.length, slice.length );
		}
		return Volume.floats( header.grid(), values );
	}

	private static List< DicomSlice > series( final Path folder ) throws IOException
	{
		final List< Path > files;
		try ( Stream< Path > entries = Files.list( folder ) )
		{
			files = entries.filter( Files::isRegularFile ).filter( f -> !f.getFileName().toString().equals( "DICOMDIR" ) ).sorted()
					.collect( Collectors.toList() );
		}
		final List< DicomSlice > slices = new ArrayList<>();
		for ( final Path file : files )
			if ( recognizes( file ) || file.toString().endsWith( ".dcm" ) )
				slices.add( DicomSlice.of( file ) );
		if ( slices.isEmpty() )
			throw new IOException( folder + " has no DICOM file among its " + files.size() + " files; expected one uncompressed series." );
		if ( slices.size() > 1 )
			for ( final DicomSlice s : slices )
				if ( s.position() == null || s.orientation() == null )
					throw new IOException(
							s.file() + " has no Image Position (0020,0032) or Image Orientation (0020,0037); expected both in a series." );
		return slices;
	}

	private static void requireSamePlane( final DicomSlice a, final DicomSlice b ) throws IOException
	{
		if ( !a.series().equals( b.series() ) )
			throw new IOException( b.file() + " belongs to the series " + b.series() + " and " + a.file() + " to " + a.series()
					+ "; expected one series in a folder." );
		boolean same = a.size()[ 0 ] == b.size()[ 0 ] && a.size()[ 1 ] == b.size()[ 1 ];
		for ( int d = 0; d < 2; ++d )
			same &= Math.abs( a.spacing()[ d ] - b.spacing()[ d ] ) <= DIRECTION_TOLERANCE * a.spacing()[ d ];
		for ( int d = 0; d < 6 && a.orientation() != null && b.orientation() != null; ++d )
			same &= Math.abs( a.orientation()[ d ] - b.orientation()[ d ] ) <= DIRECTION_TOLERANCE;
		if ( !same )
			throw new IOException(
					b.file() + " differs from " + a.file() + " in size, pixel spacing or orientation; expected slices of one volume." );
	}

	private static double[] normal( final DicomSlice s )
	{
		final double[] o = s.orientation() == null ? new double[] { 1, 0, 0, 0, 1, 0 } : s.orientation();
		return Vectors.cross( o, new double[] { o[ 3 ], o[ 4 ], o[ 5 ] } );
	}

	/** The vector from one slice to the next, once all of them lie where it says. */
	private static double[] step( final Path source, final List< DicomSlice > slices ) throws IOException
	{
		final int n = slices.size();
		final double[] normal = normal( slices.get( 0 ) );
		if ( n == 1 )
			return new double[] { slices.get( 0 ).thickness() * normal[ 0 ], slices.get( 0 ).thickness() * normal[ 1 ],
					slices.get( 0 ).thickness() * normal[ 2 ] };
		final double[] gaps = new double[ n - 1 ];
		for ( int z = 1; z < n; ++z )
			gaps[ z - 1 ] = Vectors.dot( slices.get( z ).position(), normal ) - Vectors.dot( slices.get( z - 1 ).position(), normal );
		final double usual = Arrays.stream( gaps ).sorted().toArray()[ ( n - 2 ) / 2 ];
		for ( int z = 1; z < n; ++z )
			if ( gaps[ z - 1 ] < DIRECTION_TOLERANCE || Math.abs( gaps[ z - 1 ] - usual ) > IRREGULARITY * usual )
				throw new IOException(
						source + " has slices " + ( float ) gaps[ z - 1 ] + " mm apart (" + slices.get( z - 1 ).file().getFileName()
								+ " and " + slices.get( z ).file().getFileName() + ") where most are " + ( float ) usual
								+ " mm apart; expected equal distances: a slice is missing or there twice." );
		final double[] step = new double[ 3 ];
		for ( int d = 0; d < 3; ++d )
			step[ d ] = ( slices.get( n - 1 ).position()[ d ] - slices.get( 0 ).position()[ d ] ) / ( n - 1 );
		for ( int z = 1; z < n; ++z )
			for ( int d = 0; d < 3; ++d )
				if ( Math.abs( slices.get( 0 ).position()[ d ] + z * step[ d ] - slices.get( z ).position()[ d ] ) > usual / 4 )
					throw new IOException(
							slices.get( z ).file() + " lies beside the line through the other slices; expected slices along one line." );
		return step;
	}

	private static double[] worldFromVoxel( final DicomSlice first, final double[] step )
	{
		final double[] o = first.orientation() == null ? new double[] { 1, 0, 0, 0, 1, 0 } : first.orientation();
		final double[] p = first.position() == null ? new double[ 3 ] : first.position(), m = new double[ 12 ];
		for ( int r = 0; r < 3; ++r )
		{
			m[ 4 * r ] = o[ r ] * first.spacing()[ 0 ];
			m[ 4 * r + 1 ] = o[ 3 + r ] * first.spacing()[ 1 ];
			m[ 4 * r + 2 ] = step[ r ];
			m[ 4 * r + 3 ] = p[ r ];
		}
		return m;
	}
}
