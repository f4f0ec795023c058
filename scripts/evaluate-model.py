# Scores a model on femora it was not trained on: each surface of a folder becomes a CT in random poses, its radiographs
# are simulated, the model's atlas is registered to them, and the result is compared with the truth on the FULL grid.
# Writes scores.csv (each case before, after the affine, after the local module) and scores.md (mean and SD) to output.
# usage: scripts/raywarp --headless --run scripts/evaluate-model.py 'surfaces="FOLDER",output="FOLDER",poses=4'
#@ String (persist=false) surfaces
#@ String (persist=false) output
#@ String (value="femur-quarter", persist=false) model
#@ Integer (value=4, persist=false) poses
#@ String (value="ORTHOGONAL", persist=false) geometry_mode
#@ Boolean (value=false, persist=false) refine
#@ Long (value=1, persist=false) seed
#@ String (value="TEXTBOOK", persist=false) density
from java.nio.file import Path
from org.raywarp.anatomy import BoneDensity, FemurModelSettings, Surroundings
from org.raywarp.dataset import GeometryMode, PhantomCases, PhantomSettings, Subjects
from org.raywarp.evaluation import RegistrationExperiment
from org.raywarp.network import Device, ModelZoo
from org.raywarp.volume import GridSize, Progress

subjects = Subjects.ofFolder(Path.of(surfaces), Progress.NONE)
settings = PhantomSettings.standard(GridSize.FULL, GeometryMode.valueOf(geometry_mode), seed)
inside = FemurModelSettings(BoneDensity.valueOf(density), Surroundings.PLAIN, 0, False)
cases = PhantomCases(subjects, settings.withBones(settings.bones().withModel(inside)))
count = poses * len(subjects)
loaded = ModelZoo.load(model, Device.AUTO)
try:
    experiment = RegistrationExperiment(loaded.atlas().get(), loaded, refine)
    table = experiment.run(iter([cases.model(i) for i in range(count)]), count, Progress.NONE)
finally:
    loaded.close()
table.write(Path.of(output))
print(table.markdown())
