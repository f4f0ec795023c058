# How well shape models reproduce femora of persons they were not learned from: each person of a folder of surfaces is left
# out in turn, a model is learned from the others, with and without enlargement, and fitted to the person's bones.
# Prints a table of average symmetric surface distances in mm. Minutes.
# usage: scripts/raywarp --headless --run scripts/evaluate-shape-model.py 'surfaces="FOLDER"'
#@ String (persist=false) surfaces
#@ Integer (value=100, persist=false) modes
#@ Double (value=0.5, persist=false) noise
from java.nio.file import Path
from org.raywarp.dataset import Subjects
from org.raywarp.evaluation import LeaveOneOut
from org.raywarp.population import Specimen
from org.raywarp.volume import Progress

subjects = Subjects.ofFolder(Path.of(surfaces), Progress.NONE)
bones = [Specimen(s.name(), s.person(), s.surface()) for s in subjects]
print(LeaveOneOut.table(LeaveOneOut(modes, noise).run(bones, Progress.NONE)))
