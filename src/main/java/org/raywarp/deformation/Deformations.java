/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Interpolation;
import org.raywarp.volume.Volume;

import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What is done with displacement fields: make, compose, invert, measure, and warp with them.
 * <p>
 * A field u is backward. It maps points of the target (the subject) to points of the source (the atlas),
 * {@code F( x ) = x + u( x )}. An image is warped from source to target by reading the source at {@code F( x )}. A point
 * or mesh that is drawn on the source moves to the target with the inverse of F; it then lies on the same structure of
 * the warped image.
 * <p>
 * Every function that makes pixels is a parallel loop over primitive arrays; {@link DeformationViews} holds their lazy
 * forms, which define them.
 */
public final class Deformations
{
	private Deformations()
	{}

	/**
	 * @param sourceFromTarget
	 *            an affine map of the world in mm
	 * @param target
	 *            where the field shall lie
	 * @return the displacement {@code u( x ) = A x - x} in mm
	 */
	public static DisplacementField ofAffine( final Affine3D sourceFromTarget, final Grid target )
	{
		return compose( DisplacementField.of( new Grid( new int[] { 1, 1, 1 }, target.worldFromVoxel() ), new float[ 3 ] ),
				sourceFromTarget, target );
	}

	/**
	 * The whole registration on a grid: {@code u( x ) = A( x + local( x ) ) - x} (Van Houtte et al. 2022, "Overview of
	 * network", Psi = phi + T o phi).
	 *
	 * @param local
	 *            the displacement phi in mm, acting first; on any grid: between its voxels it is trilinear, beyond them it
	 *            continues with its border values
	 * @param affine
	 *            the map A, acting second
	 * @param target
	 *            where the total field shall lie, as fine as it shall warp
	 * @return the total displacement in mm on that grid
	 * @implNote op names='raywarp.compose'
	 */
	public static DisplacementField compose( final DisplacementField local, final Affine3D affine, final Grid target )
	{
		final int[] n = target.size();
		final float[] u = new float[ Math.multiplyExact( 3, target.voxelCount() ) ];
		final RowDisplacements rows = new RowDisplacements( local, target );
		final Affine3D world = target.worldFromVoxel();
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			final double[] x = new double[ 3 ], y = new double[ 3 ];
			for ( int j = 0, o = 3 * k * n[ 0 ] * n[ 1 ]; j < n[ 1 ]; ++j )
			{
				rows.read( j, k, u, o );
				for ( int i = 0; i < n[ 0 ]; ++i, o += 3 )
				{
					x[ 0 ] = i;
					x[ 1 ] = j;
					x[ 2 ] = k;
					world.apply( x, x );
					for ( int d = 0; d < 3; ++d )
						y[ d ] = x[ d ] + u[ o + d ];
					affine.apply( y, y );
					for ( int d = 0; d < 3; ++d )
						u[ o + d ] = ( float ) ( y[ d ] - x[ d ] );
				}
			}
		} );
		return DisplacementField.of( target, u );
	}

	/**
	 * Two displacements one after the other, {@code u( x ) = inner( x ) + outer( x + inner( x ) )}.
	 *
	 * @param outer
	 *            acts second; on any grid
	 * @param inner
	 *            acts first
	 * @return the composition in mm, on the inner field's grid
	 */
	public static DisplacementField compose( final DisplacementField outer, final DisplacementField inner )
	{
		final Grid grid = inner.grid();
		final int[] n = grid.size();
		final float[] first = FloatArrays.of( inner.vectors() );
		final float[] u = new float[ first.length ];
		final FieldSampler second = new FieldSampler( outer.vectors() );
		final Affine3D voxelFromWorld = outer.worldFromVoxel().inverse(), world = grid.worldFromVoxel();
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			final double[] x = new double[ 3 ];
			for ( int j = 0, o = 3 * k * n[ 0 ] * n[ 1 ]; j < n[ 1 ]; ++j )
				for ( int i = 0; i < n[ 0 ]; ++i, o += 3 )
				{
					x[ 0 ] = i;
					x[ 1 ] = j;
					x[ 2 ] = k;
					world.apply( x, x );
					for ( int d = 0; d < 3; ++d )
						x[ d ] += first[ o + d ];
					voxelFromWorld.apply( x, x );
					second.sample( x[ 0 ], x[ 1 ], x[ 2 ], u, o );
					for ( int d = 0; d < 3; ++d )
						u[ o + d ] += first[ o + d ];
				}
		} );
		return DisplacementField.of( grid, u );
	}

	/**
	 * @param field
	 *            a displacement field
	 * @param target
	 *            another grid
	 * @return the field on that grid: trilinear between its voxels, continued with its border values
	 */
	public static DisplacementField resample( final DisplacementField field, final Grid target )
	{
		return compose( field, Affine3D.IDENTITY, target );
	}

	/**
	 * The inverse of a displacement field, by fixed-point iteration at every voxel from the inverse of the affine map that
	 * fits the field best. It exists where the field does not fold.
	 *
	 * @param field
	 *            u, from target to source
	 * @param grid
	 *            where the inverse shall lie, in the world of the source
	 * @return the displacement w with {@code F( y + w( y ) ) = y}, and how far that is missed
	 * @implNote op names='raywarp.invert'
	 */
	public static InverseField invert( final DisplacementField field, final Grid grid )
	{
		return new FieldInversion( field ).onGrid( grid );
	}

	/**
	 * The determinant of the Jacobian matrix of {@code F( x ) = x + u( x )}: by how much F changes volumes. Central
	 * differences, one-sided at the border.
	 *
	 * @param field
	 *            in mm
	 * @return the dimensionless determinant at each voxel; 0 or less where the field folds
	 * @implNote op names='raywarp.jacobianDeterminant'
	 */
	public static Volume< FloatType > jacobianDeterminant( final DisplacementField field )
	{
		return JacobianDeterminant.of( field );
	}

	/**
	 * @param jacobianDeterminant
	 *            of a field
	 * @return the number of voxels where it is not positive
	 */
	public static int foldedVoxels( final Volume< FloatType > jacobianDeterminant )
	{
		int folded = 0;
		for ( final float det : FloatArrays.of( jacobianDeterminant.voxels() ) )
			if ( !( det > 0 ) )
				++folded;
		return folded;
	}

	/**
	 * Warps intensities onto the field's grid: trilinear, 0 outside the source.
	 *
	 * @param source
	 *            three-dimensional, or with channels
	 * @param field
	 *            from the target to the source
	 * @return the source read at {@code x + u( x )}
	 * @implNote op names='raywarp.warp'
	 */
	public static Volume< FloatType > warp( final Volume< FloatType > source, final DisplacementField field )
	{
		return warp( source, field, field.grid() );
	}

	/**
	 * Warps intensities onto any grid: trilinear, 0 outside the source. A target grid coarser than the source is not
	 * averaged; resample the source first.
	 *
	 * @param source
	 *            three-dimensional, or with channels
	 * @param field
	 *            from the target to the source; trilinear between its voxels, continued with its border values
	 * @param target
	 *            where the result shall lie
	 * @return the source read at {@code x + u( x )}
	 */
	public static Volume< FloatType > warp( final Volume< FloatType > source, final DisplacementField field, final Grid target )
	{
		return warp( source, field, target, Interpolation.LINEAR, 0 );
	}

	/**
	 * Warps values with a choice of interpolation and of the value outside, such as -1000 HU.
	 *
	 * @param source
	 *            three-dimensional, or with channels
	 * @param field
	 *            from the target to the source
	 * @param target
	 *            where the result shall lie
	 * @param interpolation
	 *            NEAREST for labels
	 * @param outside
	 *            the value beyond the source's voxels
	 * @return the source read at {@code x + u( x )}
	 */
	public static Volume< FloatType > warp( final Volume< FloatType > source, final DisplacementField field, final Grid target,
			final Interpolation interpolation, final float outside )
	{
		return Warp.floats( source, field, target, interpolation, outside );
	}

	/**
	 * Warps labels onto the field's grid: nearest neighbor, 0 outside the source.
	 *
	 * @param source
	 *            a label map
	 * @param field
	 *            from the target to the source
	 * @return the label read at {@code x + u( x )}
	 * @implNote op names='raywarp.warpLabels'
	 */
	public static Volume< UnsignedByteType > warpLabels( final Volume< UnsignedByteType > source, final DisplacementField field )
	{
		return warpLabels( source, field, field.grid() );
	}

	/**
	 * Warps labels onto any grid: nearest neighbor, 0 outside the source.
	 *
	 * @param source
	 *            a label map
	 * @param field
	 *            from the target to the source
	 * @param target
	 *            where the result shall lie
	 * @return the label read at {@code x + u( x )}
	 */
	public static Volume< UnsignedByteType > warpLabels( final Volume< UnsignedByteType > source, final DisplacementField field,
			final Grid target )
	{
		return Warp.labels( source, field, target );
	}

	/**
	 * Moves points of the source (the atlas) to where they appear in the warped image (the subject): with the inverse of
	 * {@code F( x ) = x + u( x )}, found by fixed-point iteration to 1e-5 mm.
	 *
	 * @param sourcePoints
	 *            x, y, z of each point in mm, one point after the other
	 * @param field
	 *            from the target to the source
	 * @return the points x with {@code F( x )} equal to the source points
	 * @throws IllegalArgumentException
	 *             if for some point no such x is found within 1e-2 mm, because the field folds there
	 */
	public static double[] warpPoints( final double[] sourcePoints, final DisplacementField field )
	{
		requireThrees( sourcePoints );
		return new FieldInversion( field ).points( sourcePoints );
	}

	/**
	 * Moves points of the target (the subject) to the source (the atlas): with {@code F( x ) = x + u( x )} itself. The
	 * inverse of {@link #warpPoints}.
	 *
	 * @param targetPoints
	 *            x, y, z of each point in mm, one point after the other
	 * @param field
	 *            from the target to the source
	 * @return the points {@code F( x )}
	 */
	public static double[] sourcePoints( final double[] targetPoints, final DisplacementField field )
	{
		requireThrees( targetPoints );
		final FieldSampler u = new FieldSampler( field.vectors() );
		final Affine3D voxelFromWorld = field.worldFromVoxel().inverse();
		final double[] points = targetPoints.clone(), x = new double[ 3 ];
		final float[] displacement = new float[ 3 ];
		for ( int p = 0; p < points.length; p += 3 )
		{
			System.arraycopy( points, p, x, 0, 3 );
			voxelFromWorld.apply( x, x );
			u.sample( x[ 0 ], x[ 1 ], x[ 2 ], displacement, 0 );
			for ( int d = 0; d < 3; ++d )
				points[ p + d ] += displacement[ d ];
		}
		return points;
	}

	private static void requireThrees( final double[] points )
	{
		if ( points.length % 3 != 0 )
			throw new IllegalArgumentException( "Points have three coordinates each, but " + points.length + " numbers are given." );
	}

	/**
	 * Moves a surface of the source (the atlas) onto the warped image (the subject), as {@link #warpPoints} does.
	 *
	 * @param source
	 *            a mesh in the source's world
	 * @param field
	 *            from the target to the source
	 * @return the same triangles over the moved vertices
	 * @throws IllegalArgumentException
	 *             if the field folds at a vertex
	 */
	public static TriangleMesh warpMesh( final TriangleMesh source, final DisplacementField field )
	{
		return new TriangleMesh( warpPoints( source.vertices(), field ), source.triangles() );
	}
}
