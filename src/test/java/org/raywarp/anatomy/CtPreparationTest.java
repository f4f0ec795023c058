/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.raywarp.OutsideData;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.io.MeshFiles;
import org.raywarp.io.VolumeFiles;
import org.raywarp.metrics.LabelOverlap;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.LabelResampling;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

class CtPreparationTest
{
	private static PreparedCt prepare( final PatientPhantom phantom )
	{
		return CtPreparation.prepare( phantom.ct(), phantom.labels(), 1, phantom.side(), GridSize.HALF, Progress.NONE );
	}

	/** Against the frame of the surface before it became voxels, which was cut off nowhere. */
	@ParameterizedTest
	@CsvSource( { "RIGHT, 1, 1, 1, 1", "LEFT, 2, 2, 2, 2", "RIGHT, 3, 3, 3, 3", "LEFT, 4, 3, 3, 3", "RIGHT, 5, 0.8, 0.8, 3" } )
	void frameAndLabelsAreThoseOfTheSurface( final Side side, final long seed, final double dx, final double dy, final double dz )
	{
		final PatientPhantom phantom = PatientPhantom.of( side, seed, dx, dy, dz );
		final PreparedCt prepared = prepare( phantom );
		final FemurFrame exact = FemurFrame.of( phantom.surface(), side );
		final Affine3D rest = prepared.transform().frameFromPatient().after( exact.frameFromPatient().inverse() );
		// Measured: up to 0.1 degrees for voxels of 1 mm, 0.7 for voxels of 3 mm; heads 0.02 and 0.13 mm.
		assertTrue( degrees( rest ) < ( dz < 3 ? 0.4 : 1 ), degrees( rest ) + " degrees" );
		assertTrue( headShift( rest ) < 0.3, headShift( rest ) + " mm" );
		assertEquals( side == Side.LEFT, prepared.transform().isMirrored() );
		final Volume< UnsignedByteType > truth = MeshVoxelizer
				.label( phantom.surface().transformed( prepared.transform().frameFromPatient() ), GridSize.HALF.grid() );
		clearOutside( truth, phantom.labels().grid(), prepared );
		// 0.980 for voxels of 3 mm, of which the nearest ones give 0.955.
		assertTrue( dice( truth, prepared.labeled().labels() ) > ( dx < 3 ? 0.985 : 0.975 ) );
		final Volume< UnsignedByteType > back =
				LabelResampling.byShare( prepared.transform().placed( prepared.labeled().labels() ), phantom.labels().grid() );
		assertTrue( dice( phantom.labels(), back ) > 0.985, "back " + dice( phantom.labels(), back ) );
	}

	@Test
	void ctHasTheValuesOfThePatientAndAirBeyondTheScan()
	{
		final PatientPhantom phantom = PatientPhantom.of( Side.LEFT, 6, 2, 2, 2 );
		final PreparedCt prepared = prepare( phantom );
		final Grid grid = prepared.labeled().ct().grid();
		final float[] hu = FloatArrays.of( prepared.labeled().ct().voxels() );
		final Affine3D patient = prepared.transform().patientFromFrame().after( grid.worldFromVoxel() );
		final Affine3D scan = phantom.labels().grid().worldFromVoxel().inverse().after( patient );
		final int[] n = grid.size(), m = phantom.labels().grid().size();
		int inside = 0, outside = 0;
		for ( int i = 0; i < hu.length; ++i )
		{
			final double[] v = { i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / ( n[ 0 ] * n[ 1 ] ) }, s = scan.apply( v );
			final double depth = Math.min( Math.min( Math.min( s[ 0 ], m[ 0 ] - 1 - s[ 0 ] ), Math.min( s[ 1 ], m[ 1 ] - 1 - s[ 1 ] ) ),
					Math.min( s[ 2 ], m[ 2 ] - 1 - s[ 2 ] ) );
			if ( depth > 1 )
			{
				++inside;
				// Interpolation keeps a slope; single precision of some 500 HU.
				assertEquals( PatientPhantom.slope( patient.apply( v ) ), hu[ i ], 0.01 );
			}
			else if ( depth < -2 )
			{
				++outside;
				assertEquals( -1000, hu[ i ] );
			}
		}
		assertTrue( inside > 10000 && outside > 10000 );
	}

	@Test
	void largestPieceIsTakenAndTheRestIsSaid()
	{
		final PatientPhantom phantom = PatientPhantom.of( Side.RIGHT, 7, 3, 3, 3 );
		final PreparedCt whole = prepare( phantom );
		final byte[] labels = LabelArrays.of( phantom.labels().voxels() );
		labels[ 0 ] = 1;
		final PreparedCt withCrumb = prepare( phantom );
		assertTrue( withCrumb.report().contains( "in 2 pieces" ), withCrumb.report() );
		assertEquals( 1, dice( whole.labeled().labels(), withCrumb.labeled().labels() ) );
		assertTrue( !whole.report().contains( "WARNING" ), whole.report() );
	}

	@Test
	void labelsMayLieOnAnotherGridThanTheCt()
	{
		final PatientPhantom phantom = PatientPhantom.of( Side.RIGHT, 7, 3, 3, 3 );
		final Grid grid = phantom.labels().grid();
		final int[] n = grid.size();
		final Volume< FloatType > finer = of( Volume.floats( grid.resampled( 2 * n[ 0 ], n[ 1 ], n[ 2 ] ) ), i -> 300 );
		final PreparedCt same = prepare( phantom );
		final PreparedCt other = CtPreparation.prepare( finer, phantom.labels(), 1, Side.RIGHT, GridSize.HALF, Progress.NONE );
		assertTrue( other.report().contains( "on another grid" ), other.report() );
		assertEquals( same.frame(), other.frame() );
		assertEquals( finer.grid(), other.transform().patientGrid() );
	}

	/** A label map that is a hollow bone gives the frame of the whole one. */
	@Test
	void cavitiesDoNotMatter()
	{
		final PatientPhantom phantom = PatientPhantom.of( Side.RIGHT, 8, 2, 2, 2 );
		final PreparedCt solid = prepare( phantom );
		final int[] n = phantom.labels().grid().size();
		final byte[] labels = LabelArrays.of( phantom.labels().voxels() ), before = labels.clone();
		for ( int i = 0; i < labels.length; ++i )
		{
			boolean deep = before[ i ] != 0;
			for ( int step = -3; step <= 3 && deep; ++step )
				for ( final int stride : new int[] { 1, n[ 0 ], n[ 0 ] * n[ 1 ] } )
					deep &= i + step * stride >= 0 && i + step * stride < before.length && before[ i + step * stride ] != 0;
			labels[ i ] = ( byte ) ( deep ? 0 : before[ i ] );
		}
		assertEquals( solid.frame().frameFromPatient(), prepare( phantom ).frame().frameFromPatient() );
	}

	@Test
	void whatCannotBePreparedIsRefusedWithItsReason()
	{
		final PatientPhantom p = PatientPhantom.of( Side.RIGHT, 9, 3, 3, 3 );
		final Volume< FloatType > ct = p.ct();
		final float[] hu = FloatArrays.of( ct.voxels() );
		refused( "No voxel has the label 4; the labels that are there are [1].", ct, p.labels(), 4, Side.RIGHT );
		refused( "In the bone with label 1 no axes can be found: The surface looks like a right femur, not like a left one", ct, p.labels(),
				1,
				Side.LEFT );
		refused( "is 0.02; expected 50 to 1000 HU: is the CT in HU", of( ct, i -> 0.02 ), p.labels(), 1, Side.RIGHT );
		refused( "was 1000 or 1024 added", of( ct, i -> 1424 ), p.labels(), 1, Side.RIGHT );
		refused( "does it belong to the labels?", of( ct, i -> i % 2 == 0 ? -1000 : 30 ), p.labels(), 1, Side.RIGHT );
		final Affine3D beside = Affine3D.translation( 60, 0, 0 ).after( ct.worldFromVoxel() );
		refused( "of the bone with label 1 lies in the CT", new Volume<>( ct.voxels(), beside ), p.labels(), 1, Side.RIGHT );
		final byte[] bone = LabelArrays.of( p.labels().voxels() );
		final int[] metal = { 0 };
		refused( "There is metal in the bone with label 1, 0.3 cm^3 above 2500 HU (up to 3071 HU)",
				of( ct, i -> bone[ i ] != 0 && metal[ 0 ]++ % 300 < 12 && metal[ 0 ] < 312 ? 3071 : hu[ i ] ), p.labels(), 1, Side.RIGHT );
	}

	@Test
	void boneOfWhichTheHeadIsCutOffIsRefused()
	{
		final TriangleMesh surface = ParametricFemur.sample( 10 ).transformed( ParametricFemur.patientFromFrame( Side.RIGHT, 10 ) );
		final double[] b = surface.bounds();
		final double[] spacing = { 3, 3, 3 };
		final Grid grid = new Grid( new int[] { 60, 60, 70 },
				Affine3D.scaleAndOrigin( spacing, new double[] { b[ 0 ] - 20, b[ 1 ] - 20, b[ 5 ] - 15 - 3 * 69 } ) );
		final Volume< UnsignedByteType > labels = MeshVoxelizer.label( surface, grid );
		final String message =
				assertThrows( IllegalArgumentException.class, () -> CtPreparation.prepare( of( Volume.floats( grid ), i -> 300 ),
						labels, 1, Side.RIGHT, GridSize.QUARTER, Progress.NONE ) ).getMessage();
		assertTrue( message.contains( "The border of the scan cuts the bone with label 1 off" ) || message.contains( "No femoral head" ),
				message );
	}

	/** A real CT: one intact femur, cut 32 mm below the center of its head, and one with a nail. */
	@Test
	void realFemurIsPreparedAndTheNailedOneRefused() throws Exception
	{
		final Path folder = OutsideData.folder( "data/totalsegmentator_example_ct" );
		final Volume< FloatType > ct = VolumeFiles.read( folder.resolve( "example_ct_3mm.nii.gz" ) );
		final Volume< UnsignedByteType > labels =
				VolumeFiles.readLabels( folder.resolve( "example_seg_totalsegmentator_v2_labels.nii.gz" ) );
		final PreparedCt right = CtPreparation.prepare( ct, labels, 76, Side.RIGHT, GridSize.HALF, Progress.NONE );
		assertTrue( right.report().contains( "too early to measure the axis of its shaft" ), right.report() );
		// The greater trochanter, the most lateral bone, lies behind the neck; the patient's right is the frame's lateral side.
		assertTrue( right.transform().frameFromPatient().get( 0, 0 ) > 0.8 && right.transform().frameFromPatient().get( 2, 2 ) > 0.8 );
		refused( "There is metal in the bone with label 75, 11.0 cm^3 above 2500 HU (up to 3382 HU)", ct, labels, 75, Side.LEFT );
		refused( "looks like a right femur", ct, labels, 76, Side.LEFT );
		// Without the metal, its label tells neither side nor axes.
		final float[] hu = FloatArrays.of( ct.voxels() );
		refused( "cannot be trusted", of( ct, i -> Math.min( hu[ i ], 1500 ) ), labels, 75, Side.LEFT );
	}

	/** The greatest errors of {@link CtPreparation}, of those bones that are real. */
	@ParameterizedTest
	@CsvSource( { "m3_r, 30, 8", "m3_l, 60, 7", "m4_r, 80, 6", "m4_l, 45, 5", "m8_l, 30, 12", "m8_l, 50, 11", "m3_r, 200, 1.1" } )
	void errorsOfCutRealFemora( final String name, final double cut, final double degrees ) throws Exception
	{
		final Path folder = OutsideData.folder( "data/libhip_proximal_femora" );
		final TriangleMesh bone = ClosedSurface.of( MeshFiles.read( folder.resolve( name + "femur_mm.stl.gz" ) ) );
		final Side side = name.endsWith( "l" ) ? Side.LEFT : Side.RIGHT;
		final FemurFrame exact = FemurFrame.ofClosed( bone, side );
		final double[] b = bone.bounds(),
				head = exact.frameFromPatient().inverse().apply( FemurFrame.HEAD_X, FemurFrame.HEAD_Y, FemurFrame.HEAD_Z );
		final double bottom = Math.max( b[ 2 ] - 9, head[ 2 ] - cut );
		final int[] size = { ( int ) ( ( b[ 3 ] - b[ 0 ] ) / 3 ) + 8, ( int ) ( ( b[ 4 ] - b[ 1 ] ) / 3 ) + 8,
				( int ) ( ( b[ 5 ] - bottom ) / 3 ) + 4 };
		final Grid grid = new Grid( size,
				Affine3D.scaleAndOrigin( new double[] { 3, 3, 3 }, new double[] { b[ 0 ] - 11, b[ 1 ] - 11, bottom + 1.5 } ) );
		final PreparedCt prepared =
				CtPreparation.prepare( of( Volume.floats( grid ), i -> 300 ), MeshVoxelizer.label( bone, grid ), 1, side,
						GridSize.QUARTER, Progress.NONE );
		final Affine3D rest = prepared.transform().frameFromPatient().after( exact.frameFromPatient().inverse() );
		assertTrue( degrees( rest ) < degrees, degrees( rest ) + " degrees" );
		assertTrue( headShift( rest ) < 0.5, headShift( rest ) + " mm" );
		assertEquals( cut < 100, prepared.report().contains( "too early" ) );
	}

	private static void refused( final String reason, final Volume< FloatType > ct, final Volume< UnsignedByteType > labels,
			final int label,
			final Side side )
	{
		final String message = assertThrows( IllegalArgumentException.class,
				() -> CtPreparation.prepare( ct, labels, label, side, GridSize.QUARTER, Progress.NONE ) ).getMessage();
		assertTrue( message.contains( reason ), message );
	}

	private static Volume< FloatType > of( final Volume< FloatType > like, final IntToDoubleFunction value )
	{
		final float[] values = new float[ like.grid().voxelCount() ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = ( float ) value.applyAsDouble( i );
		return Volume.floats( like.grid(), values );
	}

	/** Labels that no scan could show. */
	private static void clearOutside( final Volume< UnsignedByteType > labels, final Grid scan, final PreparedCt prepared )
	{
		final byte[] values = LabelArrays.of( labels.voxels() );
		final int[] n = labels.grid().size();
		final Affine3D scanFromGrid =
				scan.worldFromVoxel().inverse().after( prepared.transform().patientFromFrame() ).after( labels.grid().worldFromVoxel() );
		for ( int i = 0; i < values.length; ++i )
		{
			final double[] x = scanFromGrid.apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / ( n[ 0 ] * n[ 1 ] ) );
			if ( LabelArrays.nearest( scan.size(), x[ 0 ], x[ 1 ], x[ 2 ] ) < 0 )
				values[ i ] = 0;
		}
	}

	private static double dice( final Volume< UnsignedByteType > a, final Volume< UnsignedByteType > b )
	{
		return LabelOverlap.of( a, b ).dice( 1 );
	}

	private static double degrees( final Affine3D m )
	{
		return Math.toDegrees( Math.acos( Math.min( 1, ( m.get( 0, 0 ) + m.get( 1, 1 ) + m.get( 2, 2 ) - 1 ) / 2 ) ) );
	}

	private static double headShift( final Affine3D m )
	{
		final double[] head = m.apply( FemurFrame.HEAD_X, FemurFrame.HEAD_Y, FemurFrame.HEAD_Z );
		return Math.sqrt( Math.pow( head[ 0 ] - FemurFrame.HEAD_X, 2 ) + Math.pow( head[ 1 ] - FemurFrame.HEAD_Y, 2 )
				+ Math.pow( head[ 2 ] - FemurFrame.HEAD_Z, 2 ) );
	}
}
