# Scores a registration on a bone of a real CT: Prepare CT... brings the femur of a labeled CT into the atlas's frame,
# Simulate DRR... takes masked radiographs of it, Register Atlas to X-rays... registers the model's atlas to them,
# Evaluate Registration... compares with the patient's own labels, and Review Registration... draws the overlays into
# output/review. Prints the reports, and Dice, ASSD and HD95 of the whole bone and of what lies above its end.
# usage, in the folder of the repository: scripts/raywarp --headless --run scripts/evaluate-real-ct.py 'volume="CT.nii.gz",labels="LABELS.nii.gz",label=76,side="RIGHT",output="FOLDER"'
#@ String (persist=false) volume
#@ String (persist=false) labels
#@ Integer (persist=false) label
#@ String (value="RIGHT", persist=false) side
#@ String (persist=false) output
#@ String (value="", persist=false) model
#@ String (value="sample-data/geometry.json", persist=false) geometry
#@ Double (value=20, persist=false) end
#@ CommandService commands
from jarray import zeros
from java.nio.file import Path
from org.raywarp.commands import EvaluateCommand, PrepareCtCommand, RegisterAtlasCommand, ReviewRegistrationCommand, SimulateDrrCommand
from org.raywarp.io import VolumeFiles
from org.raywarp.metrics import LabelMetrics
from org.raywarp.volume import LabelArrays, Volume


def run(command, **inputs):
    return commands.run(command, True, inputs).get()


def at(name):
    return output + "/" + name


def lowest(bone):
    """The lowest layer with bone; layers run upwards."""
    grid, values = bone.grid(), LabelArrays.of(bone.voxels())
    layer = grid.size()[0] * grid.size()[1]
    return next(k for k in range(grid.size()[2]) if any(values[k * layer:(k + 1) * layer]))


def above(bone, first):
    """The labels without the layers below the first."""
    grid, values = bone.grid(), LabelArrays.of(bone.voxels())
    below = first * grid.size()[0] * grid.size()[1]
    kept = values[:]
    kept[:below] = zeros(below, "b")
    return Volume.labels(grid, kept)


prepared = run(PrepareCtCommand, volume=volume, labels=labels, label=label, side=side, save_to=at("prepared"))
print(prepared.getOutput("report"))
truth, ct = at("prepared/labels.nii.gz"), at("prepared/ct.nii.gz")
run(SimulateDrrCommand, volume=ct, labels=truth, geometry=geometry, masked=True, save_to=at("xrays"))
xrays = {"frontal": at("xrays/drr.tif"), "frontal_mask": at("xrays/mask.tif"), "geometry": geometry}
print(run(RegisterAtlasCommand, model=model, save_to=at("registered"), **xrays).getOutput("report"))
found = at("registered/warped_labels.nii.gz")
table = run(EvaluateCommand, reference_labels=truth, labels=found, save_to=at("evaluation")).getOutput("table")
run(ReviewRegistrationCommand, results=at("registered"), reference_labels=truth, reference=ct, show="IMAGES",
    save_to=at("review"), save_report=at("review.html"), **xrays)
print("whole bone: Dice %.3f, ASSD %.2f mm, HD95 %.2f mm" % tuple(table.getValue(c, 0) for c in ("Dice", "ASSD_mm", "HD95_mm")))
bones = [VolumeFiles.readLabels(Path.of(f)) for f in (truth, found)]
height = bones[0].grid().spacing()[2]
ends = [lowest(b) for b in bones]
print("the bone ends %.0f mm lower than it was found to" % ((ends[1] - ends[0]) * height))
first = ends[0] + int(round(end / height))
m = LabelMetrics.evaluate(above(bones[0], first), above(bones[1], first), None, None)[0]
print("without its lowest %g mm: Dice %.3f, ASSD %.2f mm, HD95 %.2f mm" % (end, m.dice(), m.assd(), m.hd95()))
