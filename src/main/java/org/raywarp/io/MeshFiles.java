/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.Path;

import org.raywarp.geometry.TriangleMesh;

/**
 * Reads and writes triangle surfaces, whatever their format. Coordinates are taken as they are: mm, LPS.
 */
public final class MeshFiles
{
	private MeshFiles()
	{}

	/**
	 * @param file
	 *            STL (binary or text), PLY (ascii or binary) or OBJ, each perhaps with .gz
	 * @return the surface; equal vertices of an STL are one, vertices without a triangle are dropped
	 * @throws IOException
	 *             if the file is none of these, damaged, or has no triangle
	 */
	public static TriangleMesh read( final Path file ) throws IOException
	{
		throw new UnsupportedOperationException();
	}

	/**
	 * @param mesh
	 *            the surface
	 * @param file
	 *            .stl (binary), .ply (binary) or .obj, each perhaps with .gz; written beside its place first, then moved
	 *            there
	 * @throws IOException
	 *             if the extension is none of these, or the file cannot be written
	 */
	public static void write( final TriangleMesh mesh, final Path file ) throws IOException
	{
		throw new UnsupportedOperationException();
	}
}
