/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.raywarp.anatomy.ClosedSurface;
import org.raywarp.anatomy.FemurFrame;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.anatomy.Side;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.io.MeshFiles;
import org.raywarp.volume.Progress;
import org.raywarp.xray.RandomSeeds;

/**
 * Bones to make cases of: those of a folder of surfaces, or parametric ones.
 * <p>
 * Side and person of a surface come from the file {@value #TABLE} in its folder, where there is one: a header line
 * {@code file,person,side} and one line a surface, the side {@code left} or {@code right}; surfaces that it does not name
 * are left out. Without it they come from the name of the file: the side is the first of the word {@code left} or
 * {@code right}, an {@code l} or {@code r} before {@code femur} ({@code m3_lfemur_mm.stl}) or after it
 * ({@code FemurR.obj}), or alone between separators ({@code 07_R.ply}); the person is what is left of the name without
 * the side, {@code femur} and {@code mm}, or the folder's name where nothing is left.
 */
public final class Subjects
{
	/** Name of the table of persons and sides. */
	public static final String TABLE = "surfaces.csv";

	private Subjects()
	{}

	/**
	 * Reads the femora of a folder and brings each into its reference frame.
	 *
	 * @param folder
	 *            of closed surfaces (STL, PLY, OBJ, each perhaps with .gz) in mm, LPS
	 * @param progress
	 *            told before every surface
	 * @return the bones, by the names of the files
	 * @throws IOException
	 *             if there is no surface, one cannot be read or is no femur, or its side is not known
	 */
	public static List< Subject > ofFolder( final Path folder, final Progress progress ) throws IOException
	{
		final Map< String, SurfaceName > names = names( folder );
		final List< Subject > subjects = new ArrayList<>();
		for ( final Map.Entry< String, SurfaceName > entry : new TreeMap<>( names ).entrySet() )
		{
			final Path file = folder.resolve( entry.getKey() );
			progress.report( ( double ) subjects.size() / names.size(), "reading " + entry.getKey() );
			final TriangleMesh surface = MeshFiles.read( file );
			try
			{
				final TriangleMesh closed = ClosedSurface.of( surface );
				final SurfaceName name = entry.getValue();
				subjects.add( Subject.of( name.person() + "-" + name.side().name().toLowerCase( Locale.ROOT ), name.person(),
						closed.transformed( FemurFrame.of( closed, name.side() ).frameFromPatient() ) ) );
			}
			catch ( final IllegalArgumentException e )
			{
				throw new IOException( file + ": " + e.getMessage(), e );
			}
		}
		return subjects;
	}

	/**
	 * @param count
	 *            number of persons, each with one femur
	 * @param seed
	 *            of the shapes
	 * @param progress
	 *            told before every femur
	 * @return femora of published anatomical measures
	 */
	public static List< Subject > parametric( final int count, final long seed, final Progress progress )
	{
		final List< Subject > subjects = new ArrayList<>();
		for ( int i = 0; i < count; ++i )
		{
			progress.report( ( double ) i / count, "shaping a femur" );
			subjects.add( parametric( i, seed ) );
		}
		return subjects;
	}

	static Subject parametric( final int index, final long seed )
	{
		final String name = parametricName( index );
		return Subject.of( name, name, ParametricFemur.sample( RandomSeeds.derive( seed, index ) ) );
	}

	static String parametricName( final int index )
	{
		return String.format( Locale.ROOT, "parametric-%05d", index );
	}

	private static Map< String, SurfaceName > names( final Path folder ) throws IOException
	{
		if ( !Files.isDirectory( folder ) )
			throw new IOException( folder + " is not a folder; expected one with femur surfaces." );
		final Map< String, SurfaceName > names =
				Files.exists( folder.resolve( TABLE ) ) ? tabulated( folder.resolve( TABLE ) ) : new HashMap<>();
		if ( names.isEmpty() )
			try ( final Stream< Path > files = Files.list( folder ) )
			{
				for ( final Path file : files.toList() )
					if ( SurfaceName.isSurface( file.getFileName().toString() ) )
						names.put( file.getFileName().toString(),
								SurfaceName.parse( file.getFileName().toString(), folder.toAbsolutePath().getFileName().toString() ) );
			}
			catch ( final IllegalArgumentException e )
			{
				throw new IOException( folder + ": " + e.getMessage(), e );
			}
		if ( names.isEmpty() )
			throw new IOException( folder + " has no surfaces; expected files that end in .stl, .ply or .obj, perhaps with .gz." );
		return names;
	}

	private static Map< String, SurfaceName > tabulated( final Path table ) throws IOException
	{
		final Map< String, SurfaceName > names = new HashMap<>();
		final List< String > lines = Files.readAllLines( table );
		for ( int i = 1; i < lines.size(); ++i )
		{
			final String[] cells = lines.get( i ).split( ",", -1 );
			if ( lines.get( i ).isBlank() )
				continue;
			if ( cells.length != 3 || !cells[ 2 ].strip().matches( "(?i)left|right" ) )
				throw new IOException(
						table + ", line " + ( i + 1 ) + ": \"" + lines.get( i ) + "\"; expected file,person,side with left or right." );
			names.put( cells[ 0 ].strip(),
					new SurfaceName( cells[ 1 ].strip(), Side.valueOf( cells[ 2 ].strip().toUpperCase( Locale.ROOT ) ) ) );
		}
		return names;
	}
}
