/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Finds where a subject's bone ends although the atlas's goes on through a face of its box, and cuts there.
 */
final class BoneEnds
{
	/** A bone that ends less than this before the face goes on through it, in mm. */
	private static final double NEAR = 4;

	/** From the length of a mask alone, without a pose and a scale, an end is only told if so much is missing, in mm. */
	private static final double MISSING = 20;

	/** Thickness of what at a face tells the direction of the axis, as part of the box, and half the width of a shaft in mm. */
	private static final double AXIS = 0.15, HALF_WIDTH = 8;

	/** Part of the box, along an axis, within which a bone may end. */
	private static final double DEEPEST = 0.85;

	private BoneEnds()
	{}

	/**
	 * @param atlas
	 *            whose bone goes on through faces of its box
	 * @param radiographs
	 *            of the subject
	 * @param atlasFromSubject
	 *            the pose
	 * @return a plane for each of these faces before which all masks end, square to the bone's axis; none where a radiograph
	 *         has no mask, or is alone: the second one tells an end from a gap between two parts of a bone
	 */
	static List< BoneEnd > find( final Atlas atlas, final List< Radiograph > radiographs, final Affine3D atlasFromSubject )
	{
		final List< BoneEnd > ends = new ArrayList<>();
		if ( radiographs.size() < 2 || radiographs.stream().anyMatch( r -> r.mask() == null ) )
			return ends;
		for ( final BoneEnd face : atFaces( atlas, atlasFromSubject ) )
		{
			double sum = 0, least = Double.MAX_VALUE;
			for ( final Radiograph radiograph : radiographs )
			{
				final double height = height( radiograph, face, DEEPEST * length( atlas, face.face() ) );
				sum += height / radiographs.size();
				least = Math.min( least, height );
			}
			if ( least > NEAR )
				ends.add( face.moved( sum, 0, 0 ) );
		}
		return ends;
	}

	/**
	 * As {@link #find}, for a pose that may be far off: compares how far masks and atlas reach along the axis.
	 *
	 * @return the planes in the world of the atlas
	 */
	static List< BoneEnd > guess( final Atlas atlas, final List< Radiograph > radiographs )
	{
		final List< BoneEnd > ends = new ArrayList<>();
		if ( radiographs.size() < 2 || radiographs.stream().anyMatch( r -> r.mask() == null ) )
			return ends;
		for ( final BoneEnd face : atFaces( atlas, Affine3D.IDENTITY ) )
		{
			double least = Double.MAX_VALUE;
			for ( final Radiograph radiograph : radiographs )
				least = Math.min( least, MaskLength.missing( atlas, radiograph, face ) );
			if ( least > MISSING && least < DEEPEST * length( atlas, face.face() ) )
				ends.add( face.moved( least, 0, 0 ) );
		}
		return ends;
	}

	/**
	 * @param faces
	 *            through which the bones of atlas and subject go on
	 * @param ends
	 *            of the subject's bone
	 * @return the faces through which the atlas is to be continued: also those before which the subject's bone ends, lest the
	 *         atlas's ends above the plane
	 */
	static boolean[] open( final boolean[] faces, final List< BoneEnd > ends )
	{
		final boolean[] open = faces.clone();
		ends.forEach( e -> open[ e.face() ] = true );
		return open;
	}

	private static double length( final Atlas atlas, final int face )
	{
		return atlas.ct().grid().size()[ face / 2 ] * atlas.ct().grid().spacing()[ face / 2 ];
	}

	/** For each face that the atlas's bone touches the plane square to its axis there, in the subject's world. */
	static List< BoneEnd > atFaces( final Atlas atlas, final Affine3D atlasFromSubject )
	{
		final Grid grid = atlas.ct().grid();
		final int[] n = grid.size();
		final byte[] labels = LabelArrays.of( atlas.labels().voxels() );
		final Affine3D subjectFromVoxel = atlasFromSubject.inverse().after( grid.worldFromVoxel() );
		final List< BoneEnd > faces = new ArrayList<>();
		for ( int f = 0; f < 6; ++f )
		{
			final int axis = f / 2, depth = ( int ) Math.max( 1, AXIS * n[ axis ] );
			if ( n[ axis ] < 2 )
				continue;
			final double[] at = ExtendedAtlas.centroid( labels, n, axis, f % 2 == 0 ? 0 : n[ axis ] - 1 );
			final double[] inside = ExtendedAtlas.centroid( labels, n, axis, f % 2 == 0 ? depth : n[ axis ] - 1 - depth );
			if ( at == null || inside == null )
				continue;
			final double[] origin = subjectFromVoxel.apply( at ), up = subjectFromVoxel.apply( inside );
			for ( int d = 0; d < 3; ++d )
				up[ d ] -= origin[ d ];
			faces.add( BoneEnd.across( f, origin, BoneEnd.unit( up ), 0 ) );
		}
		return faces;
	}

	/** How far above the face the mask begins, along the bone's axis, in mm: where it has most of five points, lest a slope misleads. */
	private static double height( final Radiograph radiograph, final BoneEnd face, final double deepest )
	{
		final float[] mask = FloatArrays.of( radiograph.mask() );
		final int columns = radiograph.view().columns(), rows = radiograph.view().rows();
		boolean onDetector = false;
		for ( double t = 0; t < deepest; t += 0.5 )
		{
			int seen = 0;
			boolean inside = true;
			for ( int side = 0; side < 5; ++side )
			{
				final double[] x = new double[ 3 ];
				for ( int d = 0; d < 3; ++d )
					x[ d ] = face.origin()[ d ] + t * face.up()[ d ]
							+ ( side == 0 ? 0 : ( side % 2 == 0 ? HALF_WIDTH : -HALF_WIDTH ) * face.across()[ ( side - 1 ) / 2 ][ d ] );
				final double[] p = radiograph.view().projection().project( x );
				final int c = ( int ) Math.round( p[ 0 ] ), r = ( int ) Math.round( p[ 1 ] );
				if ( c < 0 || r < 0 || c >= columns || r >= rows )
					inside = false;
				else if ( mask[ r * columns + c ] > 0.5 )
					++seen;
			}
			// A bone that leaves the detector goes on.
			if ( seen > 2 )
				return onDetector ? t : 0;
			onDetector |= inside;
		}
		return 0;
	}

	/**
	 * @param bone
	 *            of the atlas
	 * @param ends
	 *            in the subject's world
	 * @param subjectFromAtlas
	 *            the pose
	 * @return the bone cut off at the ends
	 */
	static Volume< FloatType > cut( final Volume< FloatType > bone, final List< BoneEnd > ends, final Affine3D subjectFromAtlas )
	{
		if ( ends.isEmpty() )
			return bone;
		final float[] values = FloatArrays.of( bone.voxels() ).clone();
		cut( bone.grid(), ends, subjectFromAtlas, values );
		return Volume.floats( bone.grid(), values );
	}

	/** Scales values by how much of their voxels lies above all planes. */
	static void cut( final Grid grid, final List< BoneEnd > ends, final Affine3D subjectFromAtlas, final float[] values )
	{
		final int[] n = grid.size();
		final Affine3D subjectFromVoxel = subjectFromAtlas.after( grid.worldFromVoxel() );
		for ( final BoneEnd end : ends )
			for ( int i = 0; i < values.length; ++i )
			{
				final double above = end.above( subjectFromVoxel.apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] ) );
				values[ i ] *= ( float ) Math.max( 0, Math.min( 1, 0.5 + above / grid.spacing()[ end.face() / 2 ] ) );
			}
	}
}
