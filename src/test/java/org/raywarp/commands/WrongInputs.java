/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.ArrayList;
import java.util.List;

import org.scijava.command.Command;

/**
 * What users get wrong, command by command; the files are those of {@link WrongFiles}.
 */
final class WrongInputs
{
	private static final String ATLAS = "atlas=@ct.nii.gz;atlas_labels=@labels.nii.gz;",
			PAIR = "frontal=@frontal.tif;lateral=@lateral.tif;",
			MASKS = "frontal_mask=@frontal-mask.tif;lateral_mask=@lateral-mask.tif;", GEOMETRY = "geometry=@geometry.json;",
			CASE = ATLAS + PAIR + MASKS, OUT = "save_to=@out;", CT = "volume=@ct.nii.gz;" + OUT;

	private final List< WrongInput > all = new ArrayList<>();

	private WrongInputs( final String volume )
	{
		add( OpenVolumeCommand.class, "path=@text.tif", "text.tif" );
		add( OpenVolumeCommand.class, "path=", "path" );
		add( SimulateDrrCommand.class, volume + "geometry=@nowhere.json", "nowhere.json" );
		add( SimulateDrrCommand.class, volume + GEOMETRY + "kilovoltage=eighty", "kilovoltage", "eighty" );
		add( SimulateDrrCommand.class, volume + GEOMETRY + "oversampling=1e99", "oversampling", "1e99" );
		add( SimulateDrrCommand.class, "volume=@ct.nii.gz;" + GEOMETRY + "save_to=@file", "file", "folder" );
		add( VirtualCArmCommand.class, volume + "geometry=@cut.json;save_geometry=@out/new.json", "cut.json" );
		add( VirtualCArmCommand.class, volume + "kilovoltage=-5;save_geometry=@out/new.json", "kilovoltage", "-5" );
		add( WarpCommand.class, "image=@ct.nii.gz;displacement=@xrays.tif;" + OUT, "xrays.tif", "3" );
		add( MakeMasksCommand.class, PAIR + GEOMETRY + OUT + "propose=false", "frontal", "expected" );
		add( RegisterAtlasCommand.class, CASE + GEOMETRY + OUT + "model=femur-tenth", "femur-tenth" );
		add( ReviewRegistrationCommand.class, PAIR + GEOMETRY + OUT + "results=@nowhere;save_report=@out/report.html", "nowhere" );
		add( GenerateDatasetCommand.class, "output=@out/new;cases=0", "cases", "0" );
		add( ModelsCommand.class, "action=IMPORT;model=@empty", "empty", "model.json" );
	}

	private WrongInputs()
	{
		volumes();
		geometries();
		xrays();
		registrations();
		reviews();
		shapes();
		models();
	}

	static List< WrongInput > all()
	{
		return new WrongInputs().all;
	}

	/** What a person writes into the dialogs of ImageJ. */
	static List< WrongInput > dialogs()
	{
		final WrongInputs some = new WrongInputs( CT );
		return some.all;
	}

	private void add( final Class< ? extends Command > command, final String inputs, final String... words )
	{
		all.add( WrongInput.of( command, inputs, words ) );
	}

	private void volumes()
	{
		add( OpenVolumeCommand.class, "path=@nowhere.nii.gz", "nowhere.nii.gz", "exist" );
		add( OpenVolumeCommand.class, "path=@text.tif", "text.tif" );
		add( OpenVolumeCommand.class, "path=@volume.xyz", "volume.xyz", "expected" );
		add( OpenVolumeCommand.class, "path=@cut.nii.gz", "cut.nii.gz" );
		add( OpenVolumeCommand.class, "path=@empty", "empty" );
		add( OpenVolumeCommand.class, "path=@zero.mha", "zero.mha", "0" );
		add( OpenVolumeCommand.class, "path=@negative.mha", "negative.mha", "1 -1 1" );
		add( OpenVolumeCommand.class, "path=@huge.mha", "huge.mha", "100000" );
		add( OpenVolumeCommand.class, "path=@short.mha", "short.mha" );
		add( EvaluateCommand.class, "reference_labels=@labels.nii.gz;labels=@other-grid.nii.gz;" + OUT, "8" );
		add( EvaluateCommand.class, "reference_labels=@labels.nii.gz;labels=@labels.nii.gz;reference=@ct.nii.gz;image=@other-grid.nii.gz;"
				+ OUT, "8" );
		add( WarpCommand.class, "image=@ct.nii.gz;displacement=@xrays.tif;" + OUT, "displacement", "3" );
		add( WarpCommand.class, "image=@color.tif;displacement=@xrays.tif;" + OUT, "color.tif" );
		add( ReturnToPatientCommand.class, "image=@ct.nii.gz;transform=@transform.json;" + OUT, "transform.json", "format" );
		add( ReturnToPatientCommand.class, "surface=@open.stl;transform=@nowhere.json;" + OUT, "nowhere.json" );
		add( PrepareCtCommand.class, "volume=@ct.nii.gz;labels=@no-bone.nii.gz;" + OUT, "1" );
		add( PrepareCtCommand.class, "volume=@ct.nii.gz;labels=@other-grid.nii.gz;label=7;" + OUT, "7" );
	}

	private void geometries()
	{
		for ( final String[] wrong : new String[][] { { "nowhere.json", "exist" }, { "not-json.json", "JSON" },
				{ "not-a-geometry.txt", "expected" }, { "cut.json", "JSON" }, { "nan-angle.json", "primaryAngle" },
				{ "zero-distance.json", "sourceToDetector" }, { "negative-pixels.json", "pixelSpacingY" }, { "key.json", "alpha" },
				{ "huge-detector.json", "detector.columns", "16384" }, { "empty", "empty" } } )
			add( SimulateDrrCommand.class, CT + "geometry=@" + wrong[ 0 ], wrong );
		add( ProjectVolumeCommand.class, CT + "geometry=@cut.json", "cut.json" );
		add( VolumeToBeamCommand.class, CT + GEOMETRY + "view=oblique", "oblique", "frontal" );
		add( VolumeToBeamCommand.class, CT + "geometry=@wide-detector.json;samples_per_ray=65536", "65536" );
		add( BeamToVolumeCommand.class, "beam=@ct.nii.gz;template=@ct.nii.gz;" + OUT + GEOMETRY, "beam", "40 x 36" );
		add( ConvertGeometryCommand.class, "geometry=@not-json.json;save_to=@out/new.json", "not-json.json" );
		add( ConvertGeometryCommand.class, "geometry=@geometry.json;save_to=@nowhere/new.json", "nowhere/new.json" );
		add( ConvertGeometryCommand.class, "geometry=@geometry.json;isocenter=1, 2;save_to=@out/new.json", "1, 2", "three" );
		add( ConvertGeometryCommand.class, "geometry=@geometry.json;names=a, a;save_to=@out/new.json", "[a, a]" );
		add( VirtualCArmCommand.class, CT + "window=false;geometry=@cut.json;save_geometry=@out/new.json", "cut.json" );
		add( VirtualCArmCommand.class, CT + "window=false;save_geometry=@nowhere/new.json", "nowhere/new.json" );
		add( VirtualCArmCommand.class, CT + "window=false;kilovoltage=-5;save_geometry=@out/new.json", "-5" );
		add( PlanViewsCommand.class, ATLAS + OUT + "step=0;best_geometry=@out/new.json", "0" );
		add( PlanViewsCommand.class, ATLAS + OUT + "primary_minimum=50;primary_maximum=-50", "50" );
		add( PlanViewsCommand.class, ATLAS + OUT + "step=30;best_geometry=@nowhere/new.json", "nowhere/new.json" );
	}

	private void xrays()
	{
		add( SimulateDrrCommand.class, CT + GEOMETRY + "labels=@no-bone.nii.gz", "labels", "label 1" );
		add( SimulateDrrCommand.class, CT + GEOMETRY + "labels=@other-grid.nii.gz", "labels", "8 x 8 x 8" );
		add( SimulateDrrCommand.class, "volume=@labels.nii.gz;" + OUT + GEOMETRY, "volume" );
		add( SimulateDrrCommand.class, CT + GEOMETRY + "kilovoltage=5000", "5000" );
		add( SimulateDrrCommand.class, CT + GEOMETRY + "photons=-1", "-1" );
		add( SimulateDrrCommand.class, CT + GEOMETRY + "raster=many", "many", "422x640" );
		add( SimulateDrrCommand.class, CT + GEOMETRY + "raster=99999x99999", "99999" );
		add( SimulateDrrCommand.class, CT + GEOMETRY + "oversampling=0", "0" );
		add( SimulateDrrCommand.class, "volume=@ct.nii.gz;" + GEOMETRY + "save_to=@file", "file", "folder" );
		add( SimulateDrrCommand.class, "volume=@ct.nii.gz;" + GEOMETRY + "save_to=/proc/raywarp", "/proc/raywarp" );
		add( MakeMasksCommand.class, ATLAS + PAIR + GEOMETRY + OUT + "propose=false", "frontal", "expected" );
		add( MakeMasksCommand.class, ATLAS + PAIR + GEOMETRY + OUT + "initial_pose=1, 2, 3", "1, 2, 3" );
		for ( final String[] wrong : new String[][] { { "frontal=@small.tif", "frontal", "[20, 20]", "40 x 36" },
				{ "frontal=@nan.tif", "frontal", "NaN" }, { "frontal=@ct.nii.gz", "frontal", "28" }, { "frontal=@color.tif", "color.tif" },
				{ "frontal=@blank.tif", "frontal", "0.0" },
				{ "lateral_mask=@small-mask.tif", "lateral", "[20, 20]", "40 x 36" }, { "geometry=@one-view.json", "2 images", "1 view" },
				{ "atlas_labels=@other-grid.nii.gz", "labels", "8" } } )
			add( CheckXraysCommand.class, CASE + GEOMETRY + wrong[ 0 ],
					List.of( wrong ).subList( 1, wrong.length ).toArray( new String[ 0 ] ) );
	}

	private void registrations()
	{
		final String inputs = CASE + GEOMETRY + OUT;
		add( RegisterAtlasCommand.class, inputs + "model=femur-tenth", "femur-tenth" );
		add( RegisterAtlasCommand.class, inputs + "model=@model-without-description", "model-without-description", "model.json" );
		add( RegisterAtlasCommand.class, inputs + "model=@cut-model", "cut-model" );
		add( RegisterAtlasCommand.class, inputs + "model=@described-model", "described-model" );
		add( RegisterAtlasCommand.class, inputs + "model=none;initial_pose=left", "left" );
		add( RegisterAtlasCommand.class, inputs + "model=none;atlas_population=@garbage.bin", "garbage.bin" );
		add( RegisterAtlasCommand.class, CASE + GEOMETRY + "model=none;save_to=@file", "file", "folder" );
		add( RegisterAtlasCommand.class, inputs + "model=none;frontal=@nan.tif", "frontal", "NaN" );
		add( RegisterAtlasCommand.class, inputs + "model=none;frontal_mask=@empty-mask.tif", "frontal", "mask" );
		add( CalibrationSensitivityCommand.class, inputs + "model=none;step=0", "0" );
		add( CalibrationSensitivityCommand.class, inputs + "model=none;view=3", "3" );
	}

	private void reviews()
	{
		final String inputs = PAIR + GEOMETRY + OUT + "show=IMAGES;";
		add( ReviewRegistrationCommand.class, inputs + "results=@nowhere", "nowhere" );
		add( ReviewRegistrationCommand.class, inputs + "results=@empty", "warped_labels" );
		add( ReviewRegistrationCommand.class, inputs + "warped_labels=@labels.nii.gz;save_report=@out/report.doc", "report.doc", ".html" );
		add( ReviewRegistrationCommand.class, inputs + "warped_labels=@no-bone.nii.gz;save_report=@out/report.html", "warped_labels" );
		add( ReviewRegistrationCommand.class, inputs + "warped_labels=@labels.nii.gz;reference_labels=@other-grid.nii.gz", "8" );
	}

	private void shapes()
	{
		add( SurfaceToCtCommand.class, "surface=@empty.stl;size=QUARTER;" + OUT, "empty.stl" );
		add( SurfaceToCtCommand.class, "surface=@open.stl;size=QUARTER;" + OUT, "open.stl" );
		add( SurfaceToCtCommand.class, "surface=@ct.nii.gz;size=QUARTER;" + OUT, "ct.nii.gz" );
		add( BuildShapeModelCommand.class, "surfaces=@surfaces;output=@out/new.shape", "surfaces" );
		add( BuildShapeModelCommand.class, "surfaces=@nowhere;output=@out/new.shape", "nowhere" );
		add( SampleShapesCommand.class, "model=@garbage.bin;output=@out/new", "garbage.bin" );
		add( BuildAtlasCommand.class, "model=@garbage.bin;size=QUARTER;" + OUT, "garbage.bin" );
		add( GenerateDatasetCommand.class, "output=@file;cases=1", "file", "folder" );
		add( GenerateDatasetCommand.class, "surfaces=@surfaces;output=@out/new;cases=1", "surfaces" );
		add( GenerateDatasetCommand.class, "output=@out/new;cases=1;validation=0.9;test=0.9", "0.9" );
	}

	private void models()
	{
		add( TrainModelCommand.class, "dataset=@empty;output=@out/new", "empty" );
		add( TrainModelCommand.class, "dataset=@nowhere;output=@out/new", "nowhere" );
		add( ModelsCommand.class, "action=IMPORT;model=@empty", "empty", "model.json" );
		add( ModelsCommand.class, "action=IMPORT;model=@cut-model", "cut-model" );
		add( ModelsCommand.class, "action=REMOVE;model=../out", "../out" );
		add( ModelsCommand.class, "action=INSPECT;model=@nowhere", "nowhere" );
	}
}
