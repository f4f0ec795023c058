/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;
import org.raywarp.deformation.SplineEnergy;
import org.raywarp.deformation.SplineLattice;
import org.raywarp.deformation.VelocityModes;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Grid;

import net.imglib2.parallel.Parallelization;

/**
 * Extends the modes of a shape model from the surface to all of space: velocity fields from the members of the population
 * to an atlas. To first order a member's vertex {@code a + d} goes to the atlas's vertex a by the velocity {@code -d} at a;
 * of all fields that do so nearly, the smoothest is taken. What of a mode is a similarity is left out: registrations find
 * that apart.
 */
public final class ShapeVelocities
{
	/** Vertices farther outside of the box than this do not count, in mm: the atlas ends there. */
	private static final double MARGIN = 10;

	/** So many vertices make a surface. */
	private static final int FEWEST = 100;

	/** Weight of the bending energy against the mean square deviation at the vertices, in mm^2: a fortieth of a mode is lost to both. */
	private static final double BENDING = 10;

	/** Weight of the mean square of the field: away from the surface it decays instead of growing. */
	private static final double MAGNITUDE = 1e-3;

	private final SplineLattice lattice;

	private final SplineEnergy bending, magnitude;

	private final List< double[] > points = new ArrayList<>();

	private final List< Integer > vertices = new ArrayList<>();

	private ShapeVelocities( final TriangleMesh atlas, final Grid grid, final int[] controls )
	{
		lattice = new SplineLattice( controls, grid.size() );
		bending = new SplineEnergy( lattice, grid.spacing(), 2 );
		magnitude = new SplineEnergy( lattice, grid.spacing(), 0 );
		final Affine3D voxelFromWorld = grid.worldFromVoxel().inverse();
		final double[] v = atlas.vertices(), spacing = grid.spacing();
		for ( int i = 0; i < v.length; i += 3 )
		{
			final double[] p = voxelFromWorld.apply( v[ i ], v[ i + 1 ], v[ i + 2 ] );
			boolean near = true;
			for ( int d = 0; d < 3; ++d )
				near &= p[ d ] > -MARGIN / spacing[ d ] && p[ d ] < grid.size()[ d ] - 1 + MARGIN / spacing[ d ];
			if ( near )
			{
				points.add( p );
				vertices.add( i );
			}
		}
	}

	/**
	 * @param model
	 *            the population
	 * @param atlas
	 *            the surface of the atlas, vertex by vertex that of the model
	 * @param grid
	 *            the box of the atlas, with axes along those of the world
	 * @param controls
	 *            number of coefficients along x, y, z
	 * @return the modes of the model as velocities
	 * @throws IllegalArgumentException
	 *             if the surface has another number of vertices than the model, or hardly a vertex lies in the box
	 */
	public static VelocityModes of( final ShapeModel model, final TriangleMesh atlas, final Grid grid, final int... controls )
	{
		if ( atlas.vertices().length != model.mean().vertices().length )
			throw new IllegalArgumentException( "The atlas has " + atlas.vertexCount() + " vertices, the shape model "
					+ model.mean().vertexCount() + "; expected the same vertices." );
		final ShapeVelocities fit = new ShapeVelocities( atlas, grid, controls );
		if ( fit.points.size() < FEWEST )
			throw new IllegalArgumentException( "Only " + fit.points.size() + " vertices of the atlas lie in the box of " + grid + "." );
		final List< double[] > similarities = fit.similarities( atlas );
		final DecompositionSolver solver = fit.solver();
		final List< float[] > modes = Parallelization.getTaskExecutor().forEachApply(
				IntStream.range( 0, model.modeCount() ).boxed().toList(), j -> fit.velocity( model, j, similarities, solver ) );
		return new VelocityModes( grid, IntStream.of( controls ).boxed().toList(), modes );
	}

	/** An orthonormal basis of the displacements of the vertices by small similarities. */
	private List< double[] > similarities( final TriangleMesh atlas )
	{
		final List< double[] > basis = new ArrayList<>();
		for ( int s = 0; s < 7; ++s )
		{
			final double[] field = new double[ 3 * points.size() ];
			for ( int i = 0; i < points.size(); ++i )
				for ( int d = 0; d < 3; ++d )
				{
					final int a = ( d + 1 ) % 3, b = ( d + 2 ) % 3;
					final double[] v = atlas.vertices();
					final int at = vertices.get( i );
					field[ 3 * i + d ] = s < 3 ? ( s == d ? 1 : 0 ) : s == 6 ? v[ at + d ]
							: s - 3 == a ? v[ at + b ] : s - 3 == b ? -v[ at + a ] : 0;
				}
			basis.forEach( known -> subtract( field, known ) );
			final double length = Math.sqrt( dot( field, field ) );
			for ( int i = 0; i < field.length; ++i )
				field[ i ] /= length;
			basis.add( field );
		}
		return basis;
	}

	private static void subtract( final double[] field, final double[] unit )
	{
		final double share = dot( field, unit );
		for ( int i = 0; i < field.length; ++i )
			field[ i ] -= share * unit[ i ];
	}

	/** The symmetric matrix of mean square at the vertices and weighted bending, alike for each component of the field. */
	private DecompositionSolver solver()
	{
		final int n = lattice.coefficientCount() / 3;
		final double[][] matrix = new double[ n ][ n ];
		final double[] unit = new double[ 3 * n ], half = new double[ 3 * n ];
		for ( int i = 0; i < n; ++i )
		{
			unit[ 3 * i ] = 1;
			Arrays.fill( half, 0 );
			bending.add( unit, BENDING / 2, half );
			magnitude.add( unit, MAGNITUDE / 2, half );
			unit[ 3 * i ] = 0;
			for ( int j = 0; j < n; ++j )
				matrix[ i ][ j ] = half[ 3 * j ];
		}
		final SplineLattice.Support support = lattice.support();
		for ( final double[] point : points )
		{
			support.moveTo( point );
			support.forEach( ( a, i ) -> support.forEach( ( b, j ) -> matrix[ i / 3 ][ j / 3 ] += a * b / points.size() ) );
		}
		return new CholeskyDecomposition( new Array2DRowRealMatrix( matrix, false ), 1e-9, 0 ).getSolver();
	}

	private float[] velocity( final ShapeModel model, final int mode, final List< double[] > similarities,
			final DecompositionSolver solver )
	{
		final double[] target = new double[ 3 * points.size() ];
		for ( int i = 0; i < points.size(); ++i )
			for ( int d = 0; d < 3; ++d )
				target[ 3 * i + d ] = -model.standardDeviation( mode ) * model.mode( mode )[ vertices.get( i ) + d ];
		similarities.forEach( s -> subtract( target, s ) );
		final double[][] right = new double[ lattice.coefficientCount() / 3 ][ 3 ];
		final SplineLattice.Support support = lattice.support();
		for ( int i = 0; i < points.size(); ++i )
		{
			final int at = 3 * i;
			support.moveTo( points.get( i ) );
			support.forEach( ( weight, c ) -> {
				for ( int d = 0; d < 3; ++d )
					right[ c / 3 ][ d ] += weight * target[ at + d ] / points.size();
			} );
		}
		final RealMatrix solution = solver.solve( new Array2DRowRealMatrix( right, false ) );
		final float[] coefficients = new float[ lattice.coefficientCount() ];
		for ( int i = 0; i < coefficients.length; ++i )
			coefficients[ i ] = ( float ) solution.getEntry( i / 3, i % 3 );
		return coefficients;
	}

	private static double dot( final double[] a, final double[] b )
	{
		double sum = 0;
		for ( int i = 0; i < a.length; ++i )
			sum += a[ i ] * b[ i ];
		return sum;
	}
}
