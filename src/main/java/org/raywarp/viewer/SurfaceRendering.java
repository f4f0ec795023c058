/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import org.raywarp.geometry.TriangleMesh;

/**
 * Pictures of surfaces in colors, by parallel projection with a depth buffer and smooth shading. Draws without a screen.
 * <p>
 * {@link org.raywarp.anatomy.BoneSurface} makes the surface of a label map, {@link org.raywarp.anatomy.MeshDistance} its
 * distances to another, {@link ColorBar} the legend. A surface of 100,000 triangles takes about 0.1 s.
 */
public final class SurfaceRendering
{
	/** Color where there is no value. */
	private static final int BONE = 0xffe8dcc8;

	private static final int MOST_PIXELS = 4096;

	/** Each pixel is the mean of so many squared. */
	private static final int FINER = 2;

	/** Part of the picture beside the surface. */
	private static final double MARGIN = 0.03;

	/** Where the light comes from in the picture: the right, the top, the onlooker. Of unit length. */
	private static final double[] LIGHT = { -0.348, 0.348, 0.870 };

	private static final double AMBIENT = 0.3;

	private final TriangleMesh mesh;

	private final double[] values;

	private final ColorScale colors;

	private final int width, height;

	/** For each vertex its place in the picture in pixels, its depth in mm, and the unit normal's part along the light. */
	private final double[] x, y, depth, light;

	private final double[] nearest;

	private final int[] argb;

	private SurfaceRendering( final TriangleMesh mesh, final double[] values, final ColorScale colors, final int width, final int height )
	{
		this.mesh = mesh;
		this.values = values;
		this.colors = colors;
		this.width = width;
		this.height = height;
		x = new double[ mesh.vertexCount() ];
		y = new double[ x.length ];
		depth = new double[ x.length ];
		light = new double[ x.length ];
		nearest = new double[ width * height ];
		argb = new int[ width * height ];
		Arrays.fill( nearest, Double.NEGATIVE_INFINITY );
	}

	/**
	 * @param mesh
	 *            in mm, facing outward; need not be closed
	 * @param values
	 *            one a vertex, mixed linearly between; NaN for plain bone; null for plain bone everywhere
	 * @param from
	 *            from where it is looked at; the surface fills the picture
	 * @param colors
	 *            of the values; not used where there are none
	 * @param width
	 *            in pixels, 1 to 4096
	 * @param height
	 *            in pixels, 1 to 4096
	 * @return the picture with an alpha channel, transparent beside the surface
	 * @throws IllegalArgumentException
	 *             if there is not one value a vertex, or the size is out of bounds
	 */
	public static BufferedImage draw( final TriangleMesh mesh, final double[] values, final ViewDirection from, final ColorScale colors,
			final int width, final int height )
	{
		if ( values != null && values.length != mesh.vertexCount() )
			throw new IllegalArgumentException(
					"A surface has one value a vertex, not " + values.length + " for " + mesh.vertexCount() + "." );
		if ( width < 1 || height < 1 || width > MOST_PIXELS || height > MOST_PIXELS )
			throw new IllegalArgumentException(
					"A picture has 1 to " + MOST_PIXELS + " pixels along each side, not " + width + " x " + height + "." );
		final SurfaceRendering fine = new SurfaceRendering( mesh, values, colors, FINER * width, FINER * height );
		fine.place( from.axes() );
		for ( int t = 0; t < mesh.triangleCount(); ++t )
			fine.fill( mesh.triangles()[ 3 * t ], mesh.triangles()[ 3 * t + 1 ], mesh.triangles()[ 3 * t + 2 ] );
		return fine.coarser();
	}

	private void place( final double[][] axes )
	{
		final double[] v = mesh.vertices(), normals = normals();
		final double inf = Double.POSITIVE_INFINITY;
		double left = inf, right = -inf, bottom = inf, top = -inf;
		for ( int i = 0; i < x.length; ++i )
		{
			x[ i ] = along( axes[ 0 ], v, i );
			y[ i ] = along( axes[ 1 ], v, i );
			depth[ i ] = along( axes[ 2 ], v, i );
			double shade = 0;
			for ( int d = 0; d < 3; ++d )
				shade += LIGHT[ d ] * along( axes[ d ], normals, i );
			light[ i ] = shade;
			left = Math.min( left, x[ i ] );
			right = Math.max( right, x[ i ] );
			bottom = Math.min( bottom, y[ i ] );
			top = Math.max( top, y[ i ] );
		}
		final double scale =
				( 1 - 2 * MARGIN ) * Math.min( width / Math.max( right - left, 1e-9 ), height / Math.max( top - bottom, 1e-9 ) );
		for ( int i = 0; i < x.length; ++i )
		{
			x[ i ] = width / 2.0 + scale * ( x[ i ] - ( left + right ) / 2 ) - 0.5;
			y[ i ] = height / 2.0 - scale * ( y[ i ] - ( bottom + top ) / 2 ) - 0.5;
		}
	}

	private static double along( final double[] axis, final double[] vectors, final int i )
	{
		return axis[ 0 ] * vectors[ 3 * i ] + axis[ 1 ] * vectors[ 3 * i + 1 ] + axis[ 2 ] * vectors[ 3 * i + 2 ];
	}

	/** Unit normals of the vertices: the mean of their triangles', by area. */
	private double[] normals()
	{
		final double[] normals = new double[ mesh.vertices().length ];
		for ( int t = 0; t < mesh.triangleCount(); ++t )
		{
			final double[] area = mesh.areaVector( t );
			for ( int k = 0; k < 3; ++k )
				for ( int d = 0; d < 3; ++d )
					normals[ 3 * mesh.triangles()[ 3 * t + k ] + d ] += area[ d ];
		}
		for ( int i = 0; i < normals.length; i += 3 )
		{
			final double length = Math.sqrt( normals[ i ] * normals[ i ] + normals[ i + 1 ] * normals[ i + 1 ]
					+ normals[ i + 2 ] * normals[ i + 2 ] );
			for ( int d = 0; d < 3 && length > 0; ++d )
				normals[ i + d ] /= length;
		}
		return normals;
	}

	private void fill( final int a, final int b, final int c )
	{
		final double area = ( x[ b ] - x[ a ] ) * ( y[ c ] - y[ a ] ) - ( y[ b ] - y[ a ] ) * ( x[ c ] - x[ a ] );
		if ( area == 0 )
			return;
		final int firstRow = first( Math.min( y[ a ], Math.min( y[ b ], y[ c ] ) ) ),
				lastRow = last( Math.max( y[ a ], Math.max( y[ b ], y[ c ] ) ), height );
		final int firstColumn = first( Math.min( x[ a ], Math.min( x[ b ], x[ c ] ) ) ),
				lastColumn = last( Math.max( x[ a ], Math.max( x[ b ], x[ c ] ) ), width );
		for ( int row = firstRow; row <= lastRow; ++row )
			for ( int column = firstColumn; column <= lastColumn; ++column )
			{
				final double wb = ( ( column - x[ a ] ) * ( y[ c ] - y[ a ] ) - ( row - y[ a ] ) * ( x[ c ] - x[ a ] ) ) / area;
				final double wc = ( ( x[ b ] - x[ a ] ) * ( row - y[ a ] ) - ( y[ b ] - y[ a ] ) * ( column - x[ a ] ) ) / area;
				final double wa = 1 - wb - wc;
				if ( wa < 0 || wb < 0 || wc < 0 )
					continue;
				final double z = wa * depth[ a ] + wb * depth[ b ] + wc * depth[ c ];
				final int at = row * width + column;
				if ( z <= nearest[ at ] )
					continue;
				nearest[ at ] = z;
				final double value = values == null ? Double.NaN : wa * values[ a ] + wb * values[ b ] + wc * values[ c ];
				// The inside of an open surface is lit from its own side; rows run downward, so that outsides turn clockwise.
				argb[ at ] = shaded( Double.isNaN( value ) ? BONE : colors.argb( value ),
						-Math.signum( area ) * ( wa * light[ a ] + wb * light[ b ] + wc * light[ c ] ) );
			}
	}

	private static int first( final double least )
	{
		return Math.max( 0, ( int ) Math.ceil( least ) );
	}

	private static int last( final double greatest, final int size )
	{
		return Math.min( size - 1, ( int ) Math.floor( greatest ) );
	}

	private static int shaded( final int color, final double light )
	{
		final double strength = AMBIENT + ( 1 - AMBIENT ) * Math.max( 0, Math.min( 1, light ) );
		int shaded = 0xff000000;
		for ( int shift = 0; shift < 24; shift += 8 )
			shaded |= ( int ) Math.round( strength * ( color >> shift & 0xff ) ) << shift;
		return shaded;
	}

	/** The mean over squares of pixels, colors weighted by how much of a square the surface covers. */
	private BufferedImage coarser()
	{
		final BufferedImage coarse = new BufferedImage( width / FINER, height / FINER, BufferedImage.TYPE_INT_ARGB );
		for ( int row = 0; row < coarse.getHeight(); ++row )
			for ( int column = 0; column < coarse.getWidth(); ++column )
			{
				int covered = 0, r = 0, g = 0, b = 0;
				for ( int s = 0; s < FINER * FINER; ++s )
				{
					final int c = argb[ ( FINER * row + s / FINER ) * width + FINER * column + s % FINER ];
					covered += c >>> 24 == 0 ? 0 : 1;
					r += c >> 16 & 0xff;
					g += c >> 8 & 0xff;
					b += c & 0xff;
				}
				if ( covered > 0 )
					coarse.setRGB( column, row,
							255 * covered / ( FINER * FINER ) << 24 | r / covered << 16 | g / covered << 8 | b / covered );
			}
		return coarse;
	}
}
