# Draws the picture of the README: scripts/raywarp --headless --run scripts/make-radiograph-picture.py 'file="docs/radiographs.png"'
#@ String (persist=false) file
from java.nio.file import Path
from org.raywarp.evaluation import RadiographPicture
from org.raywarp.volume import GridSize, Progress

RadiographPicture.write(Path.of(file), GridSize.FULL, Progress.NONE)
