/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;

/**
 * The geometry file: the calibrated views of a set of images, as JSON.
 */
public final class GeometryFile
{
	private GeometryFile()
	{}

	/**
	 * @param file
	 *            a geometry file
	 * @param defaultIsocenter
	 *            where a view without an isocenter turns about, in mm, usually the center of the volume; null if every
	 *            view must have one
	 * @return the views in the order of the file
	 * @throws IOException
	 *             if the file cannot be read, or anything in it is missing, unknown, of the wrong type or impossible
	 */
	public static List< View > read( final Path file, final double[] defaultIsocenter ) throws IOException
	{
		throw new UnsupportedOperationException();
	}

	/**
	 * Writes views as projection matrices.
	 *
	 * @param views
	 *            any views with different names
	 * @param file
	 *            written beside its place first, then moved there
	 * @throws IOException
	 *             if the file cannot be written
	 */
	public static void writeViews( final List< View > views, final Path file ) throws IOException
	{
		throw new UnsupportedOperationException();
	}

	/**
	 * Writes views as positions of a C-arm.
	 *
	 * @param views
	 *            geometries by the names of the views, in the order in which they are written
	 * @param file
	 *            written beside its place first, then moved there
	 * @throws IOException
	 *             if the file cannot be written
	 */
	public static void writeCArms( final Map< String, ConeBeamGeometry > views, final Path file ) throws IOException
	{
		throw new UnsupportedOperationException();
	}
}
