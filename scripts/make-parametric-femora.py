# Writes small parametric femora for trials: of two people, and, in the folder test, of a third one.
# usage: scripts/raywarp --headless --run scripts/make-parametric-femora.py 'output="FOLDER"'
#@ String (persist=false) output
from java.nio.file import Files, Path
from org.raywarp.anatomy import FemurShape, ParametricFemur, Side
from org.raywarp.io import MeshFiles
EDGE = 3  # mm: coarse, so that a trial is quick
for person in (1, 2, 3):
    folder = Path.of(output, *([] if person < 3 else ["test"]))
    Files.createDirectories(folder)
    femur = ParametricFemur.surface(FemurShape.sample(person), EDGE)
    MeshFiles.write(femur.transformed(ParametricFemur.patientFromFrame(Side.RIGHT, person)), folder.resolve("p%d_rfemur.stl" % person))
