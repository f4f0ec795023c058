# Scores a model on femora it was not trained on: each surface of a folder becomes a CT in random poses, its radiographs
# are simulated, the model's atlas is registered to them, and the result is compared with the truth on the FULL grid.
# model="none" scores the refinement alone, from the identity, of the first bundled model's atlas or of atlas_ct with
# atlas_labels; wrong_angle turns the second view's calibration by degrees; vary_xrays takes radiographs with the spectrum of
# a tube, noise and scatter, imperfect blurs views and masks a little, and masks=false gives the radiographs without masks.
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
#@ String (value="PLAIN", persist=false) surroundings
#@ Boolean (value=false, persist=false) vary_xrays
#@ Boolean (value=false, persist=false) imperfect
#@ Boolean (value=true, persist=false) masks
#@ String (value="", persist=false) atlas_ct
#@ String (value="", persist=false) atlas_labels
from java.nio.file import Path
from java.util import Optional
from org.raywarp.anatomy import BoneDensity, FemurModelSettings, Surroundings
from org.raywarp.dataset import Case, GeometryMode, Imperfections, PhantomCases, PhantomSettings, Subjects
from org.raywarp.evaluation import RegistrationExperiment
from org.raywarp.io import VolumeFiles
from org.raywarp.network import Device, ModelZoo
from org.raywarp.registration import Atlas, RefinementSettings, ViewUncertainty
from org.raywarp.volume import GridSize, Progress
from org.raywarp.xray import Drr, Physics

subjects = Subjects.ofFolder(Path.of(surfaces), Progress.NONE)
settings = PhantomSettings.standard(GridSize.FULL, GeometryMode.valueOf(geometry_mode), seed)
inside = FemurModelSettings(BoneDensity.valueOf(density), Surroundings.valueOf(surroundings), 0, continue_shafts)
settings = settings.withBones(settings.bones().withModel(inside))
if vary_xrays:
    settings = settings.withRadiation(PhantomSettings.variedRadiation(GridSize.FULL, Physics.POLYENERGETIC))
if imperfect:
    settings = settings.withImperfections(Imperfections.TYPICAL)
cases = PhantomCases(subjects, settings)


def case(i):
    c = cases.model(i)
    return c if masks else Case(c.name(), c.person(), c.ct(), c.labels(), [Drr(d.image(), None, d.view()) for d in c.drrs()], c.truth())


count = poses * len(subjects)
loaded = None if model == "none" else ModelZoo.load(model, Device.AUTO)
refinement = RefinementSettings.FROM_POSE if loaded is None else RefinementSettings.standard(refine)
if refine_geometry:
    refinement = refinement.withGeometry(ViewUncertainty.STANDARD)
try:
    if atlas_ct:
        atlas = Atlas(VolumeFiles.read(Path.of(atlas_ct)), VolumeFiles.readLabels(Path.of(atlas_labels)))
    else:
        atlas = ModelZoo.atlas(ModelZoo.bundled().get(0)) if loaded is None else loaded.atlas().get()
    experiment = RegistrationExperiment(atlas, Optional.ofNullable(loaded), refinement, wrong_angle)
    table = experiment.run(iter([case(i) for i in range(count)]), count, Progress.NONE)
finally:
    if loaded is not None:
        loaded.close()
table.write(Path.of(output))
print(table.markdown())
