# Writes sample-data anew: scripts/raywarp --headless --run scripts/make-sample-data.py 'folder="sample-data",seed=4'
#@ String (persist=false) folder
#@ Long (persist=false) seed
from java.nio.file import Path
from org.raywarp.evaluation import SampleData
from org.raywarp.volume import Progress

SampleData.write(Path.of(folder), seed, Progress.NONE)
