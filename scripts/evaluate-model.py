# Scores a model on femora it was not trained on: each surface of a folder becomes a CT in random poses, its radiographs
# are simulated, the model's atlas is registered to them, and the result is compared with the truth on the FULL grid.
# model="none" scores the refinement alone, from the identity; wrong_angle turns the second view's calibration by degrees.
# Writes scores.csv (each case before, after the affine, after the local module) and scores.md (mean, SD, worst) to output.
# usage: scripts/raywarp --headless --run scripts/evaluate-model.py 'surfaces="FOLDER",output="FOLDER",poses=4'
#@ String (persist=false) surfaces
#@ String (persist=false) output
#@ String (value="femur-quarter", persist=false) model
#@ Integer (value=4, persist=false) poses
#@ String (value="ORTHOGONAL", persist=false) geometry_mode
#@ Boolean (value=false, persist=false) refine
#@ Boolean (value=false, persist=false) refine_geometry
#@ Double (value=0, persist=false) wrong_angle
#@ Boolean (value=false, persist=false) continue_shafts
#@ Long (value=1, persist=false) seed
#@ String (value="TEXTBOOK", persist=false) density
from java.nio.file import Path
from java.util import Optional
from org.raywarp.anatomy import BoneDensity, FemurModelSettings, Surroundings
from org.raywarp.dataset import GeometryMode, PhantomCases, PhantomSettings, Subjects
from org.raywarp.evaluation import RegistrationExperiment
from org.raywarp.network import Device, ModelZoo
from org.raywarp.registration import RefinementSettings, ViewUncertainty
from org.raywarp.volume import GridSize, Progress

subjects = Subjects.ofFolder(Path.of(surfaces), Progress.NONE)
settings = PhantomSettings.standard(GridSize.FULL, GeometryMode.valueOf(geometry_mode), seed)
inside = FemurModelSettings(BoneDensity.valueOf(density), Surroundings.PLAIN, 0, continue_shafts)
cases = PhantomCases(subjects, settings.withBones(settings.bones().withModel(inside)))
count = poses * len(subjects)
loaded = None if model == "none" else ModelZoo.load(model, Device.AUTO)
refinement = RefinementSettings.FROM_POSE if loaded is None else RefinementSettings.standard(refine)
if refine_geometry:
    refinement = refinement.withGeometry(ViewUncertainty.STANDARD)
try:
    atlas = ModelZoo.atlas(ModelZoo.names().get(0)) if loaded is None else loaded.atlas().get()
    experiment = RegistrationExperiment(atlas, Optional.ofNullable(loaded), refinement, wrong_angle)
    table = experiment.run(iter([cases.model(i) for i in range(count)]), count, Progress.NONE)
finally:
    if loaded is not None:
        loaded.close()
table.write(Path.of(output))
print(table.markdown())
