/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.projection.JosephProjector;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The mean loss of all views for a bone of two channels, excess density and occupancy, and its gradient with respect to
 * the voxels by the adjoint of the projector.
 */
final class BoneProjections
{
	/** Millimeters of plate per mm of box, as the standard detector has for the standard grid. */
	static final double MARGIN = 1.15;

	private final Grid grid;

	private final List< View > views = new ArrayList<>();

	private final List< ViewFit > fits = new ArrayList<>();

	private final JosephProjector projector = new JosephProjector();

	private final float[] back;

	/**
	 * @param grid
	 *            of the bone
	 * @param box
	 *            rays that leave this box within the grid do not count: the atlas says nothing about what lies there
	 * @param radiographs
	 *            at least one
	 * @param weights
	 *            of the loss
	 */
	BoneProjections( final Grid grid, final Grid box, final List< Radiograph > radiographs, final RefinementWeights weights )
	{
		this.grid = grid;
		back = new float[ 2 * grid.voxelCount() ];
		final double[] spacings = grid.spacing();
		final double spacing = Math.cbrt( spacings[ 0 ] * spacings[ 1 ] * spacings[ 2 ] );
		for ( final Radiograph radiograph : radiographs )
		{
			final View view = raster( radiograph.view(), grid, MARGIN * spacing );
			final double[] mask = radiograph.mask() == null ? null : resampled( radiograph, view, true );
			if ( mask != null && Arrays.stream( mask ).sum() == 0 )
				throw new IllegalArgumentException( "The mask of view \"" + radiograph.view().name()
						+ "\" is empty where the bone is expected; expected some pixels above 0." );
			final double[] image = resampled( new Radiograph( radiograph.image(), null, radiograph.view() ), view, false );
			views.add( view );
			fits.add( new ViewFit( view, image, mask, counted( grid, view, box ), spacing, weights ) );
		}
	}

	/** A detector that faces the box and is as large as its shadow. */
	static View raster( final View view, final Grid grid, final double pixel )
	{
		final double[] center = grid.center();
		final int[] n = grid.size();
		final View unit = Rectification.standardView( view, center, 1, 1, new double[] { 1, 1 } );
		double columns = 0, rows = 0;
		for ( int corner = 0; corner < 8; ++corner )
		{
			final double[] x = grid.worldFromVoxel().apply( ( corner & 1 ) * ( n[ 0 ] - 1 ), ( corner >> 1 & 1 ) * ( n[ 1 ] - 1 ),
					( corner >> 2 ) * ( n[ 2 ] - 1 ) );
			final double[] p = unit.projection().project( x );
			columns = Math.max( columns, 2 * Math.abs( p[ 0 ] ) );
			rows = Math.max( rows, 2 * Math.abs( p[ 1 ] ) );
		}
		final int width = ( int ) Math.ceil( columns / pixel ), height = ( int ) Math.ceil( rows / pixel );
		return Rectification.standardView( view, center, width, height, new double[] { width * pixel, height * pixel } );
	}

	/** 1 for each ray that does not leave a box within a grid, else 0. */
	static double[] counted( final Grid grid, final View view, final Grid box )
	{
		final int[] n = grid.size(), size = box.size();
		final float[] beyond = new float[ 2 * grid.voxelCount() ];
		final Affine3D boxFromVoxel = box.worldFromVoxel().inverse().after( grid.worldFromVoxel() );
		for ( int i = 0; i < grid.voxelCount(); ++i )
		{
			final double[] x = boxFromVoxel.apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			for ( int d = 0; d < 3; ++d )
				if ( x[ d ] < -0.5 || x[ d ] > size[ d ] - 0.5 )
					beyond[ i ] = 1;
		}
		final double[] counted = project( grid, beyond, view )[ 0 ];
		for ( int i = 0; i < counted.length; ++i )
			counted[ i ] = counted[ i ] > 0 ? 0 : 1;
		return counted;
	}

	private static double[] resampled( final Radiograph radiograph, final View view, final boolean coverage )
	{
		final float[] values = new float[ view.columns() * view.rows() ], covered = new float[ values.length ];
		Rectification.resample( radiograph, view, values, covered );
		final double[] chosen = new double[ values.length ];
		for ( int i = 0; i < chosen.length; ++i )
			chosen[ i ] = coverage ? covered[ i ] : values[ i ];
		return chosen;
	}

	/**
	 * @return the views, on the rasters that the loss is taken on
	 */
	List< View > views()
	{
		return List.copyOf( views );
	}

	/**
	 * @param bone
	 *            excess, then occupancy
	 * @param corrected
	 *            the views to project with
	 * @param gradient
	 *            receives the gradient with respect to the bone
	 * @return the mean loss of the views
	 */
	double loss( final float[] bone, final List< View > corrected, final float[] gradient )
	{
		Arrays.fill( gradient, 0 );
		double loss = 0;
		for ( int v = 0; v < fits.size(); ++v )
		{
			final View view = corrected.get( v );
			final int pixels = view.columns() * view.rows();
			final double[][] p = project( bone, view ), g = new double[ 2 ][ pixels ];
			loss += fits.get( v ).loss( p[ 0 ], p[ 1 ], g[ 0 ], g[ 1 ] ) / fits.size();
			final float[] both = new float[ 2 * pixels ];
			for ( int i = 0; i < pixels; ++i )
			{
				both[ i ] = ( float ) ( g[ 0 ][ i ] / fits.size() );
				both[ pixels + i ] = ( float ) ( g[ 1 ][ i ] / fits.size() );
			}
			projector.backproject( ArrayImgs.floats( both, view.columns(), view.rows(), 2 ), view, volume( grid, back ) );
			for ( int i = 0; i < back.length; ++i )
				gradient[ i ] += back[ i ];
		}
		return loss;
	}

	/**
	 * @param bone
	 *            excess, then occupancy
	 * @param index
	 *            which view
	 * @param corrected
	 *            that view, to project with
	 * @return what that view adds to the mean loss
	 */
	double loss( final float[] bone, final int index, final View corrected )
	{
		final double[][] p = project( bone, corrected );
		return fits.get( index ).loss( p[ 0 ], p[ 1 ] ) / fits.size();
	}

	/**
	 * The shift of the bone that brings the centroids of its silhouettes onto those of the masks, by least squares; along
	 * the rays of a single view it is 0.
	 *
	 * @param bone
	 *            excess, then occupancy
	 * @param center
	 *            of the bone in mm
	 * @return the shift in mm
	 */
	double[] shiftOntoMasks( final float[] bone, final double[] center )
	{
		final RealMatrix normal = MatrixUtils.createRealIdentityMatrix( 3 ).scalarMultiply( 1e-3 );
		RealVector right = new ArrayRealVector( 3 );
		for ( int v = 0; v < fits.size(); ++v )
		{
			final double[] offset = fits.get( v ).offset( project( bone, views.get( v ) )[ 1 ] );
			final double[] at = views.get( v ).projection().project( center );
			final double[][] slope = new double[ 2 ][ 3 ];
			for ( int d = 0; d < 3; ++d )
			{
				final double[] moved = center.clone();
				moved[ d ] += 1;
				final double[] p = views.get( v ).projection().project( moved );
				slope[ 0 ][ d ] = p[ 0 ] - at[ 0 ];
				slope[ 1 ][ d ] = p[ 1 ] - at[ 1 ];
			}
			final RealMatrix jacobian = MatrixUtils.createRealMatrix( slope );
			final RealMatrix product = jacobian.transpose().multiply( jacobian );
			for ( int e = 0; e < 9; ++e )
				normal.addToEntry( e / 3, e % 3, product.getEntry( e / 3, e % 3 ) );
			right = right.add( jacobian.transpose().operate( new ArrayRealVector( offset ) ) );
		}
		return new LUDecomposition( normal ).getSolver().solve( right ).toArray();
	}

	private double[][] project( final float[] bone, final View view )
	{
		return project( grid, bone, view );
	}

	/**
	 * @param grid
	 *            of the bone
	 * @param channels
	 *            of voxels, one after the other
	 * @param view
	 *            to project with
	 * @return the line integrals of each channel
	 */
	static double[][] project( final Grid grid, final float[] channels, final View view )
	{
		final int pixels = view.columns() * view.rows(), count = channels.length / grid.voxelCount();
		final float[] p = new float[ count * pixels ];
		new JosephProjector().project( volume( grid, channels ), view, ArrayImgs.floats( p, view.columns(), view.rows(), count ) );
		final double[][] integrals = new double[ count ][ pixels ];
		for ( int i = 0; i < p.length; ++i )
			integrals[ i / pixels ][ i % pixels ] = p[ i ];
		return integrals;
	}

	private static Volume< FloatType > volume( final Grid grid, final float[] channels )
	{
		final int[] n = grid.size();
		return new Volume<>( ArrayImgs.floats( channels, n[ 0 ], n[ 1 ], n[ 2 ], channels.length / grid.voxelCount() ),
				grid.worldFromVoxel() );
	}
}
