/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Times {@code plastimatch drr -i exact} on the standard C-arm: what it reports as total time less the time for files.
 */
public final class PlastimatchTimes implements AutoCloseable
{
	private static final Path PROGRAM = Path.of( "/usr/bin/plastimatch" );

	private static final int ROUNDS = 12;

	private static final Pattern SECONDS = Pattern.compile( "(Total|I/O) time: ([0-9.eE+-]+) sec" );

	private final Path folder;

	private final Map< String, Double > best = new HashMap<>();

	private PlastimatchTimes( final Path folder )
	{
		this.folder = folder;
	}

	/**
	 * @param volume
	 *            what is projected
	 * @return the clock
	 * @throws IOException
	 *             if the volume cannot be written to a temporary folder
	 */
	public static PlastimatchTimes ofVolume( final Volume< FloatType > volume ) throws IOException
	{
		final Path folder = Files.createTempDirectory( "plastimatch" );
		final int[] n = volume.grid().size();
		final double[] spacing = volume.grid().spacing(), origin = volume.worldFromVoxel().apply( 0, 0, 0 );
		final String header = "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\nCompressedData = False\n"
				+ "TransformMatrix = 1 0 0 0 1 0 0 0 1\nOffset = " + origin[ 0 ] + " " + origin[ 1 ] + " " + origin[ 2 ]
				+ "\nElementSpacing = "
				+ spacing[ 0 ] + " " + spacing[ 1 ] + " " + spacing[ 2 ] + "\nDimSize = " + n[ 0 ] + " " + n[ 1 ] + " " + n[ 2 ]
				+ "\nElementType = MET_FLOAT\nElementDataFile = LOCAL\n";
		final float[] values = FloatArrays.of( volume.voxels() );
		final ByteBuffer bytes = ByteBuffer.allocate( 4 * values.length ).order( ByteOrder.LITTLE_ENDIAN );
		bytes.asFloatBuffer().put( values );
		try ( OutputStream out = Files.newOutputStream( folder.resolve( "volume.mha" ) ) )
		{
			out.write( header.getBytes( StandardCharsets.US_ASCII ) );
			out.write( bytes.array() );
		}
		return new PlastimatchTimes( folder );
	}

	/**
	 * Runs all cases some times; does nothing where the program is not installed.
	 *
	 * @throws IOException
	 *             if the program fails
	 * @throws InterruptedException
	 *             if the thread is interrupted
	 */
	public void measure() throws IOException, InterruptedException
	{
		if ( !Files.isExecutable( PROGRAM ) )
			return;
		for ( int round = 0; round < ROUNDS; ++round )
			for ( final double angle : new double[] { 0, 90 } )
				for ( final int[] size : new int[][] { { 160, 224 }, { 422, 640 } } )
					best.merge( key( angle, size[ 0 ], size[ 1 ] ), run( angle, size[ 0 ], size[ 1 ] ), Math::min );
	}

	/**
	 * @param angle
	 *            0 or 90 degrees
	 * @param columns
	 *            160 or 422
	 * @param rows
	 *            224 or 640
	 * @return the least time in ms, NaN where there is none
	 */
	public double best( final double angle, final int columns, final int rows )
	{
		return best.getOrDefault( key( angle, columns, rows ), Double.NaN );
	}

	private static String key( final double angle, final int columns, final int rows )
	{
		return angle + " " + columns + " " + rows;
	}

	private double run( final double angle, final int columns, final int rows ) throws IOException, InterruptedException
	{
		// The normal of plastimatch's detector points to the source: at 0 degrees that is posterior, at 90 to the right.
		final String normal = angle == 0 ? "0 1 0" : "-1 0 0";
		final Process process = new ProcessBuilder( PROGRAM.toString(), "drr", "-i", "exact", "-I", "volume.mha", "-O", "out_", "-t", "pfm",
				"-P",
				"none", "-r", columns + " " + rows, "-z", "145.6 220.8", "--sad", "925", "--sid", "1000", "-o", "0 0 0", "-n", normal )
						.directory( folder.toFile() ).redirectErrorStream( true ).start();
		final String output = new String( process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII );
		if ( process.waitFor() != 0 )
			throw new IOException( "plastimatch failed: " + output );
		double seconds = 0;
		final Matcher matcher = SECONDS.matcher( output );
		while ( matcher.find() )
			seconds += ( matcher.group( 1 ).equals( "Total" ) ? 1 : -1 ) * Double.parseDouble( matcher.group( 2 ) );
		return 1000 * seconds;
	}

	/** Removes the files. */
	@Override
	public void close() throws IOException
	{
		try ( Stream< Path > files = Files.list( folder ) )
		{
			for ( final Path file : files.toList() )
				Files.delete( file );
		}
		Files.delete( folder );
	}
}
