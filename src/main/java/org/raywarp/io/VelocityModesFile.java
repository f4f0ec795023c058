/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.raywarp.deformation.VelocityModes;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;

/**
 * The modes of a population as files, in big-endian order: the integer {@code 0x52574D44}, the version 1, the sizes of grid
 * and lattice, the number of modes; twelve 64-bit numbers, {@code worldFromVoxel} row by row; the coefficients of each
 * mode, 32-bit, rounded to {@link #QUANTUM}, which lets archives halve them; no more.
 */
public final class VelocityModesFile
{
	private static final int MAGIC = 0x52574D44, VERSION = 1;

	/** Of what is stored, in mm: a hundredth of what matters. */
	private static final float QUANTUM = 1f / 1024;

	/** Voxels along an axis: bounds what a file can ask for. */
	private static final int MAX_SIZE = 4096;

	private VelocityModesFile()
	{}

	/**
	 * @param modes
	 *            of a population
	 * @param file
	 *            where to; written beside its place first, then moved there
	 * @throws IOException
	 *             if it cannot be written
	 */
	public static void write( final VelocityModes modes, final Path file ) throws IOException
	{
		WholeFile.write( file, temporary -> {
			try ( DataOutputStream out = new DataOutputStream( new BufferedOutputStream( Files.newOutputStream( temporary ), 1 << 16 ) ) )
			{
				out.writeInt( MAGIC );
				out.writeInt( VERSION );
				for ( final int n : modes.grid().size() )
					out.writeInt( n );
				for ( final int n : modes.controls() )
					out.writeInt( n );
				out.writeInt( modes.count() );
				for ( int i = 0; i < 12; ++i )
					out.writeDouble( modes.grid().worldFromVoxel().get( i / 4, i % 4 ) );
				for ( final float[] mode : modes.modes() )
					for ( final float c : mode )
						out.writeFloat( QUANTUM * Math.round( c / QUANTUM ) );
			}
		} );
	}

	/**
	 * @param file
	 *            a file that {@link #write} wrote
	 * @return the modes, within half of {@value #QUANTUM} mm
	 * @throws IOException
	 *             if it cannot be read, is no such file, has another length than its numbers demand, or numbers that no modes
	 *             have
	 */
	public static VelocityModes read( final Path file ) throws IOException
	{
		try ( DataInputStream in = new DataInputStream( new BufferedInputStream( Files.newInputStream( file ), 1 << 16 ) ) )
		{
			if ( in.readInt() != MAGIC || in.readInt() != VERSION )
				throw new IOException( file + " holds no modes of a population, version " + VERSION + "." );
			final int[] size = new int[ 3 ];
			for ( int d = 0; d < 3; ++d )
				size[ d ] = within( in.readInt(), 1, MAX_SIZE, file );
			final List< Integer > controls = new ArrayList<>();
			for ( int d = 0; d < 3; ++d )
				controls.add( within( in.readInt(), 4, VelocityModes.MAX_CONTROLS, file ) );
			final int count = within( in.readInt(), 1, VelocityModes.MAX_MODES, file );
			final double[] m = new double[ 12 ];
			for ( int i = 0; i < m.length; ++i )
				m[ i ] = in.readDouble();
			final int length = 3 * controls.get( 0 ) * controls.get( 1 ) * controls.get( 2 );
			final List< float[] > modes = new ArrayList<>();
			for ( int j = 0; j < count; ++j )
			{
				final float[] mode = new float[ length ];
				ByteBuffer.wrap( in.readNBytes( 4 * length ) ).asFloatBuffer().get( mode );
				modes.add( mode );
			}
			if ( in.read() >= 0 )
				throw new IOException( file + " goes on after its last mode." );
			return new VelocityModes( new Grid( size, Affine3D.of( m ) ), controls, modes );
		}
		catch ( final EOFException | java.nio.BufferUnderflowException e )
		{
			throw new IOException( file + " ends before its last mode.", e );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( file + " is damaged: " + e.getMessage(), e );
		}
	}

	private static int within( final int value, final int least, final int greatest, final Path file ) throws IOException
	{
		if ( value < least || value > greatest )
			throw new IOException( file + " is damaged: it declares a size of " + value + "; expected " + least + " to " + greatest + "." );
		return value;
	}
}
