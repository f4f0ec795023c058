/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Trilinear;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Why a labeled CT cannot be prepared, each reason in one sentence with the value and what was expected.
 */
final class CtChecks
{
	/** A cluster of metal above this volume, in mm^3, is an implant. */
	private static final double LEAST_IMPLANT = 100;

	/** Mean of a proximal femur, in HU. */
	private static final double LEAST_MEAN = 50, GREATEST_MEAN = 1000;

	/** What a surface must have to be recognized, in mm. */
	private static final double LEAST_LENGTH = 60;

	/** How much of the bone the CT must show. */
	private static final double LEAST_SHARE = 0.99;

	private CtChecks()
	{}

	/**
	 * @throws IllegalArgumentException
	 *             if the bone lies partly outside the CT, or its mean is not that of bone
	 */
	static void requireBoneIn( final Volume< FloatType > ct, final BoneMask bone, final String name )
	{
		final int[] n = ct.grid().size(), size = bone.size();
		final Trilinear hu = new Trilinear( FloatArrays.of( ct.voxels() ), 0, n, 0 );
		final Affine3D ctFromBox = ct.worldFromVoxel().inverse().after( bone.labels().worldFromVoxel() );
		double sum = 0;
		int inside = 0;
		for ( int i = 0; i < bone.voxels().length; ++i )
		{
			if ( bone.voxels()[ i ] == 0 )
				continue;
			final double[] x = ctFromBox.apply( i % size[ 0 ], i / size[ 0 ] % size[ 1 ], i / ( size[ 0 ] * size[ 1 ] ) );
			boolean in = true;
			for ( int d = 0; d < 3; ++d )
				in &= x[ d ] > -0.51 && x[ d ] < n[ d ] - 0.49;
			if ( !in )
				continue;
			++inside;
			sum += hu.at( clamp( x[ 0 ], n[ 0 ] ), clamp( x[ 1 ], n[ 1 ] ), clamp( x[ 2 ], n[ 2 ] ) );
		}
		if ( inside < LEAST_SHARE * bone.count() )
			throw new IllegalArgumentException( "Only " + Math.round( 100.0 * inside / bone.count() ) + " % of " + name
					+ " lies in the CT; expected labels and CT of the same scan, with their world frames." );
		final double mean = sum / inside;
		if ( !( mean >= LEAST_MEAN && mean <= GREATEST_MEAN ) )
			throw new IllegalArgumentException( "The mean of the CT in " + name + " is " + ( float ) mean + "; expected "
					+ ( int ) LEAST_MEAN
					+ " to " + ( int ) GREATEST_MEAN + " HU: " + ( mean > GREATEST_MEAN ? "was 1000 or 1024 added to Hounsfield units?"
							: "is the CT in HU, and does it belong to the labels?" ) );
	}

	private static double clamp( final double x, final int n )
	{
		return Math.max( 0, Math.min( n - 1, x ) );
	}

	/**
	 * @throws IllegalArgumentException
	 *             if the surface of the bone is shorter than any femur
	 */
	static void requireLength( final TriangleMesh surface, final String name )
	{
		final double[] b = surface.bounds();
		final double longest = Math.max( b[ 3 ] - b[ 0 ], Math.max( b[ 4 ] - b[ 1 ], b[ 5 ] - b[ 2 ] ) );
		if ( longest < LEAST_LENGTH )
			throw new IllegalArgumentException( "The largest piece of " + name + " is " + Math.round( longest )
					+ " mm long; expected a femur, or its upper end, of " + ( int ) LEAST_LENGTH + " mm at least." );
	}

	/**
	 * @throws IllegalArgumentException
	 *             if there is metal in the bone
	 */
	static void requireNoImplant( final Volume< FloatType > ct, final BoneMask bone, final String name )
	{
		final MetalSearch metal = MetalSearch.of( bone, ct );
		if ( metal.volume() > LEAST_IMPLANT )
			throw new IllegalArgumentException( "There is metal in " + name + ", " + round( metal.volume() / 1000 ) + " cm^3 above "
					+ MetalSearch.METAL + " HU (up to " + Math.round( metal.greatest() )
					+ " HU); expected a bone without implant: metal and its streaks spoil the label, and the axes that are taken from it." );
	}

	/**
	 * @throws IllegalArgumentException
	 *             if the border of the scan cuts off more than the shaft
	 */
	static void requireShaftCutOnly( final BoneMask bone, final FemurFrame frame, final String name )
	{
		final int[] scan = bone.scan().size();
		final Affine3D frameFromScan = frame.frameFromPatient().after( bone.scan().worldFromVoxel() );
		final int[] n = bone.size(), first = bone.first();
		for ( int d = 0; d < 3; ++d )
			for ( int end = 0; end < 2; ++end )
			{
				if ( !( end == 0 ? bone.touchesFirst( d ) : bone.touchesLast( d ) ) )
					continue;
				double highest = Double.NEGATIVE_INFINITY, nearest = Double.POSITIVE_INFINITY;
				for ( int i = 0; i < bone.voxels().length; ++i )
				{
					final int[] x = { i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / ( n[ 0 ] * n[ 1 ] ) };
					if ( bone.voxels()[ i ] == 0 || x[ d ] + first[ d ] != ( end == 0 ? 0 : scan[ d ] - 1 ) )
						continue;
					final double[] p = frameFromScan.apply( x[ 0 ] + first[ 0 ], x[ 1 ] + first[ 1 ], x[ 2 ] + first[ 2 ] );
					highest = Math.max( highest, p[ 2 ] - FemurFrame.HEAD_Z );
					nearest = Math.min( nearest, Math.sqrt( square( p[ 0 ] - FemurFrame.HEAD_X ) + square( p[ 1 ] - FemurFrame.HEAD_Y )
							+ square( p[ 2 ] - FemurFrame.HEAD_Z ) ) );
				}
				final double[] out = new double[ 3 ];
				out[ d ] = end == 0 ? -1 : 1;
				final double[] normal = frameFromScan.applyToVector( out );
				final double down = -normal[ 2 ] / Math.sqrt( square( normal[ 0 ] ) + square( normal[ 1 ] ) + square( normal[ 2 ] ) );
				if ( highest > -2.5 * frame.headRadius() && ( down < 0.5 || nearest < 1.1 * frame.headRadius() ) )
					throw new IllegalArgumentException( "The border of the scan cuts " + name + " off " + round( nearest )
							+ " mm from the center of its head; expected head, neck and greater trochanter whole, and a cut across the shaft at most." );
			}
	}

	private static double square( final double v )
	{
		return v * v;
	}

	private static double round( final double v )
	{
		return Math.round( 10 * v ) / 10.0;
	}
}
