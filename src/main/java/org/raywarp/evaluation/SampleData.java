/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.raywarp.anatomy.LabeledCt;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.anatomy.SurfaceToCt;
import org.raywarp.dataset.CaseFiles;
import org.raywarp.dataset.PhantomSettings;
import org.raywarp.dataset.PoseAugmentation;
import org.raywarp.dataset.StandardViews;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.io.VolumeFiles;
import org.raywarp.network.ModelZoo;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.raywarp.xray.Drr;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;
import org.raywarp.xray.RandomSeeds;

/**
 * The sample data that come with RayWarp: the atlas of the model that comes with it, and two radiographs of a parametric
 * femur in another pose.
 */
public final class SampleData
{
	/** The label of the femur. */
	private static final int FEMUR = 1;

	/** Rays along each side of a pixel: 480 x 672 rays, about the paper's 422 x 640. */
	private static final int RAYS = 3;

	private SampleData()
	{}

	/**
	 * Writes {@code atlas-ct.nii.gz}, {@code atlas-labels.nii.gz}, {@code subject-labels.nii.gz}, {@code frontal.tif},
	 * {@code lateral.tif}, {@code frontal-mask.tif}, {@code lateral-mask.tif}, {@code geometry.json} and
	 * {@code README.md}.
	 *
	 * @param folder
	 *            made if it is not there
	 * @param seed
	 *            of the subject, its pose and the photon noise; not of the atlas
	 * @param progress
	 *            told after every step
	 * @throws IOException
	 *             if a file cannot be written
	 */
	public static void write( final Path folder, final long seed, final Progress progress ) throws IOException
	{
		Files.createDirectories( folder );
		progress.report( 0, "reading the atlas of the bundled model" );
		final Atlas atlas = ModelZoo.atlas( ModelZoo.bundled().get( 0 ) );
		VolumeFiles.write( CaseFiles.rounded( atlas.ct() ), folder.resolve( "atlas-ct.nii.gz" ) );
		VolumeFiles.write( atlas.labels(), folder.resolve( "atlas-labels.nii.gz" ) );
		progress.report( 0.4, "modeling the subject" );
		final Similarity pose = PoseAugmentation.STANDARD.draw( RandomSeeds.derive( seed, 0 ) );
		final TriangleMesh surface = ParametricFemur.sample( RandomSeeds.derive( seed, 1 ) ).transformed( pose.about( 0, 0, 0 ) );
		final LabeledCt subject = SurfaceToCt.makeInFrame( surface, GridSize.FULL, RandomSeeds.derive( seed, 2 ), Progress.NONE );
		VolumeFiles.write( subject.labels(), folder.resolve( "subject-labels.nii.gz" ) );
		progress.report( 0.8, "taking radiographs" );
		final Map< String, ConeBeamGeometry > geometries = geometries();
		final List< View > views = geometries.entrySet().stream().map( e -> e.getValue().view( e.getKey() ) ).toList();
		final DrrSettings radiation = DrrSettings.ofKilovoltage( PhantomSettings.KILOVOLTAGE ).withSupersampling( RAYS )
				.withNoise( PhantomSettings.PHOTONS, RandomSeeds.derive( seed, 3 ) );
		for ( final Drr drr : DrrSimulator.simulate( subject.ct(), subject.labels(), FEMUR, views, radiation ) )
		{
			VolumeFiles.write( CaseFiles.stack( List.of( drr.image() ), drr.view() ), folder.resolve( drr.view().name() + ".tif" ) );
			VolumeFiles.write( CaseFiles.bytes( CaseFiles.stack( List.of( drr.mask() ), drr.view() ) ),
					folder.resolve( drr.view().name() + "-mask.tif" ) );
		}
		GeometryFile.writeCArms( geometries, folder.resolve( "geometry.json" ) );
		Files.writeString( folder.resolve( "README.md" ), readme( seed, pose ) );
		progress.report( 1, "sample data written" );
	}

	private static Map< String, ConeBeamGeometry > geometries()
	{
		final Map< String, ConeBeamGeometry > geometries = new LinkedHashMap<>();
		geometries.put( "frontal", ConeBeamGeometry.standard( new CArmAngulation( StandardViews.FRONTAL_ANGLE, 0 ), StandardViews.COLUMNS,
				StandardViews.ROWS ) );
		geometries.put( "lateral", ConeBeamGeometry.standard( new CArmAngulation( StandardViews.LATERAL_ANGLE, 0 ), StandardViews.COLUMNS,
				StandardViews.ROWS ) );
		return geometries;
	}

	private static String readme( final long seed, final Similarity pose )
	{
		return String.format( Locale.ROOT,
				"""
						# Sample data

						Made by RayWarp itself (`org.raywarp.evaluation.SampleData`, seed %d): no patient's data. The atlas is that
						of the bundled model, the mean shape of some persons' femora; the subject is a parametric femur, whose shape varies
						within published anatomical ranges. What is inside of them is modeled.

						| file | what |
						|---|---|
						| `atlas-ct.nii.gz` | CT of the atlas in the femur's reference frame, in HU: 192 x 128 x 192 voxels of 0.664 x 0.664 x 1 mm, the world's origin at its center |
						| `atlas-labels.nii.gz` | 1 for the femur, on the same grid |
						| `frontal.tif`, `lateral.tif` | radiographs of another femur, the subject: 160 x 224 pixels, log attenuation -ln(I/I0), bones bright, with photon noise (%.0f photons a pixel, %.0f kV, one energy) |
						| `frontal-mask.tif`, `lateral-mask.tif` | 1 where the subject's femur is seen |
						| `geometry.json` | the calibration of both radiographs |
						| `subject-labels.nii.gz` | the truth: 1 for the subject's femur, on the atlas's grid |

						The subject is turned by (%.1f, %.1f, %.1f) degrees about x, y, z and shifted by (%.1f, %.1f, %.1f) mm from the reference frame.

						License: BSD-2-Clause, as RayWarp.
						""",
				seed, PhantomSettings.PHOTONS, PhantomSettings.KILOVOLTAGE, pose.rotationX(), pose.rotationY(), pose.rotationZ(),
				pose.translationX(), pose.translationY(), pose.translationZ() );
	}
}
