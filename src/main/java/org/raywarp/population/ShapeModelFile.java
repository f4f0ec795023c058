/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.raywarp.geometry.TriangleMesh;
import org.raywarp.io.WholeFile;

/**
 * Shape models as files, little endian: the 20 ASCII characters {@code RayWarp shape model}&#92;n, 32-bit integers 1 (the
 * version) and the numbers of vertices, triangles and modes; then the coordinates of the mean (64-bit), the triangles
 * (32-bit integers), the standard deviations (64-bit), the modes (32-bit); no more.
 */
public final class ShapeModelFile
{
	private static final byte[] MAGIC = "RayWarp shape model\n".getBytes( StandardCharsets.US_ASCII );

	private static final int VERSION = 1, HEADER = MAGIC.length + 16;

	/** Bounds what is read into memory: ten times the largest model that is of use. */
	private static final long MAX_BYTES = 1L << 30;

	private ShapeModelFile()
	{}

	/**
	 * @param model
	 *            the model
	 * @param file
	 *            where to; written beside its place first, then moved there
	 * @throws IOException
	 *             if it cannot be written
	 */
	public static void write( final ShapeModel model, final Path file ) throws IOException
	{
		WholeFile.write( file, temporary -> {
			try ( OutputStream out = new BufferedOutputStream( Files.newOutputStream( temporary ), 1 << 16 ) )
			{
				final double[] v = model.mean().vertices();
				final int[] t = model.mean().triangles();
				out.write( MAGIC );
				final ByteBuffer counts = buffer( 16 ).putInt( VERSION ).putInt( v.length / 3 ).putInt( t.length / 3 );
				out.write( counts.putInt( model.modeCount() ).array() );
				final ByteBuffer mean = buffer( 8 * v.length + 4 * t.length + 8 * model.modeCount() );
				Arrays.stream( v ).forEach( mean::putDouble );
				Arrays.stream( t ).forEach( mean::putInt );
				for ( int j = 0; j < model.modeCount(); ++j )
					mean.putDouble( model.standardDeviation( j ) );
				out.write( mean.array() );
				for ( int j = 0; j < model.modeCount(); ++j )
				{
					final ByteBuffer mode = buffer( 4 * v.length );
					mode.asFloatBuffer().put( model.mode( j ) );
					out.write( mode.array() );
				}
			}
		} );
	}

	/**
	 * @param file
	 *            a file that {@link #write} wrote
	 * @return the model, equal to the one written
	 * @throws IOException
	 *             if it does not exist, is no shape model, has not the length that its counts demand, or contains numbers that
	 *             no shape model has
	 */
	public static ShapeModel read( final Path file ) throws IOException
	{
		if ( !Files.isRegularFile( file ) )
			throw new IOException(
					file + ( Files.exists( file ) ? " is not a file" : " does not exist" ) + "; expected a shape model file." );
		final long size = Files.size( file );
		if ( size > MAX_BYTES )
			throw new IOException( file + " has " + size + " bytes; expected a shape model of at most " + MAX_BYTES + "." );
		final ByteBuffer in = ByteBuffer.wrap( start( file ) ).order( ByteOrder.LITTLE_ENDIAN );
		final byte[] start = new byte[ MAGIC.length ];
		if ( size >= HEADER )
			in.get( start );
		if ( !Arrays.equals( MAGIC, start ) )
			throw new IOException( file + " is no shape model: it does not begin with \"RayWarp shape model\"." );
		final int version = in.getInt();
		if ( version != VERSION )
			throw new IOException( file + " has version " + version + " of the format; expected " + VERSION + "." );
		final long vertices = in.getInt(), triangles = in.getInt(), modes = in.getInt();
		if ( vertices < 4 || triangles < 4 || modes < 0 || vertices > MAX_BYTES || triangles > MAX_BYTES || modes > 3 * vertices )
			throw new IOException( file + " is damaged: it declares " + vertices + " vertices, " + triangles + " triangles and " + modes
					+ " modes." );
		final double expected = HEADER + 24.0 * vertices + 12.0 * triangles + 8.0 * modes + 12.0 * vertices * modes;
		if ( expected != size )
			throw new IOException(
					file + " is truncated or damaged: it has " + size + " bytes; its counts demand " + ( long ) expected + "." );
		try
		{
			return content( ByteBuffer.wrap( Files.readAllBytes( file ) ).order( ByteOrder.LITTLE_ENDIAN ).position( HEADER ),
					( int ) vertices, ( int ) triangles, ( int ) modes );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( file + " is damaged: " + e.getMessage(), e );
		}
	}

	/** The header alone, or less if there is less. */
	private static byte[] start( final Path file ) throws IOException
	{
		try ( InputStream in = Files.newInputStream( file ) )
		{
			return in.readNBytes( HEADER );
		}
	}

	private static ShapeModel content( final ByteBuffer in, final int vertices, final int triangles, final int modes )
	{
		final double[] v = new double[ 3 * vertices ], deviations = new double[ modes ];
		final int[] t = new int[ 3 * triangles ];
		for ( int i = 0; i < v.length; ++i )
			v[ i ] = in.getDouble();
		for ( int i = 0; i < t.length; ++i )
			t[ i ] = in.getInt();
		for ( int j = 0; j < modes; ++j )
			deviations[ j ] = in.getDouble();
		final float[][] u = new float[ modes ][ v.length ];
		for ( final float[] mode : u )
			for ( int i = 0; i < mode.length; ++i )
				mode[ i ] = in.getFloat();
		return new ShapeModel( new TriangleMesh( v, t ), u, deviations );
	}

	private static ByteBuffer buffer( final int bytes )
	{
		return ByteBuffer.allocate( bytes ).order( ByteOrder.LITTLE_ENDIAN );
	}
}
