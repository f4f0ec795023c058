/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.OutsideData;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;
import org.raywarp.io.VolumeFiles;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;
import org.raywarp.xray.Drr;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

class RealCtTest
{
	private static final int LEFT_FEMUR = 75, RIGHT_FEMUR = 76;

	@Test
	void nailOfTheLeftFemurIsSeen() throws IOException
	{
		final Path folder = OutsideData.folder( "data/totalsegmentator_example_ct" );
		final Volume< FloatType > ct = VolumeFiles.read( folder.resolve( "example_ct_3mm.nii.gz" ) );
		final Volume< UnsignedByteType > labels =
				VolumeFiles.readLabels( folder.resolve( "example_seg_totalsegmentator_v2_labels.nii.gz" ) );
		final View frontal = ConeBeamGeometry
				.of( 1200, 1000, ct.grid().center(), new CArmAngulation( 0, 0 ), Detector.centered( 230, 210, 2, 2 ) ).view( "frontal" );
		final DrrSettings settings = DrrSettings.ofKilovoltage( 90 );
		final Drr left = DrrSimulator.simulate( ct, labels, LEFT_FEMUR, List.of( frontal ), settings ).get( 0 );
		final Drr right = DrrSimulator.simulate( ct, labels, RIGHT_FEMUR, List.of( frontal ), settings ).get( 0 );
		// Columns run to the patient's left.
		assertTrue( meanColumn( left ) > 230 / 2.0 + 20 && meanColumn( right ) < 230 / 2.0 - 20 );
		// A steel nail of 1 cm and 3000 HU adds 0.7 to the log attenuation of bone.
		assertTrue( greatest( left ) > greatest( right ) + 0.5, greatest( left ) + " " + greatest( right ) );
	}

	@Test
	void realFemoraAreBroughtOntoOneAnother() throws IOException
	{
		final List< Subject > subjects = Subjects.ofFolder( OutsideData.folder( "data/libhip_proximal_femora" ), Progress.NONE );
		assertTrue( subjects.size() == 7 && subjects.stream().map( Subject::person ).distinct().count() == 4 );
		// The femora of one man mirror each other but for a few millimeters.
		final Subject m3 = subjects.get( 0 ).alignedTo( subjects.get( 1 ).surface() );
		assertTrue( Math.abs( m3.atlasFromReference().scale() - 1 ) < 0.03, m3.atlasFromReference().toString() );
		assertTrue( Math.abs( m3.atlasFromReference().rotationX() ) + Math.abs( m3.atlasFromReference().rotationY() ) < 5 );
	}

	private static double meanColumn( final Drr drr )
	{
		final float[] mask = FloatArrays.of( drr.mask() );
		double sum = 0, seen = 0;
		for ( int i = 0; i < mask.length; ++i )
		{
			sum += mask[ i ] * ( i % drr.view().columns() );
			seen += mask[ i ];
		}
		return sum / seen;
	}

	private static double greatest( final Drr drr )
	{
		final float[] mask = FloatArrays.of( drr.mask() ), image = FloatArrays.of( drr.image() );
		double greatest = 0;
		for ( int i = 0; i < mask.length; ++i )
			greatest = Math.max( greatest, mask[ i ] * image[ i ] );
		return greatest;
	}
}
