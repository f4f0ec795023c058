# Tells from how far a refinement still finds the bone: each surface of a folder becomes a CT in a random pose and two
# radiographs; the atlas is refined to them from poses that are off the right one by so many degrees about a random axis,
# then from poses that are off by so many mm in a random direction. Prints a line a start, and how many arrived: within 0.01
# of the Dice coefficient that the start at the right pose leads to.
# usage: scripts/raywarp --headless --run scripts/evaluate-capture-range.py 'surfaces="FOLDER",starts=10'
#@ String (persist=false) surfaces
#@ Integer (value=10, persist=false) starts
#@ Double (value=35, persist=false) degrees
#@ Double (value=40, persist=false) millimeters
#@ String (value="femur-quarter", persist=false) model
#@ Long (value=1, persist=false) seed
from java.nio.file import Path
from java.util import Random
from math import cos, radians, sin, sqrt
from org.raywarp.dataset import GeometryMode, PhantomCases, PhantomSettings, Subjects
from org.raywarp.deformation import Similarity
from org.raywarp.geometry import Affine3D
from org.raywarp.metrics import LabelMetrics
from org.raywarp.network import Device, ModelZoo
from org.raywarp.registration import BiplanarRegistration, Radiograph, RefinementSettings
from org.raywarp.volume import GridSize, Progress


def direction(random):
    v = [random.nextGaussian() for _ in range(3)]
    length = sqrt(sum(x * x for x in v))
    return [x / length for x in v]


def turn(axis, angle):  # Rodrigues
    c, s = cos(radians(angle)), sin(radians(angle))
    x, y, z = axis
    return Similarity.fromAffine(Affine3D.of([c + x * x * (1 - c), x * y * (1 - c) - z * s, x * z * (1 - c) + y * s, 0,
                                              y * x * (1 - c) + z * s, c + y * y * (1 - c), y * z * (1 - c) - x * s, 0,
                                              z * x * (1 - c) - y * s, z * y * (1 - c) + x * s, c + z * z * (1 - c), 0]), [0, 0, 0])


def shift(v):
    return Similarity(0, 0, 0, v[0], v[1], v[2], 1)


def dice(case, result):
    return [m for m in LabelMetrics.evaluate(case.labels(), result.labels(), None, None) if m.label() == 1][0].dice()


subjects = Subjects.ofFolder(Path.of(surfaces), Progress.NONE)
cases = PhantomCases(subjects, PhantomSettings.standard(GridSize.FULL, GeometryMode.ORTHOGONAL, seed))
random = Random(seed)
loaded = ModelZoo.load(model, Device.AUTO)
atlas = loaded.atlas().get()
arrived = {"degrees": 0, "mm": 0}
for i in range(starts):
    case = cases.model(i)
    radiographs = [Radiograph(d.image(), d.mask(), d.view()) for d in case.drrs()]
    right = BiplanarRegistration.register(atlas, radiographs, loaded, RefinementSettings.STANDARD, Progress.NONE)
    pose, best = right.similarity(), dice(case, right)
    for off, start in (("degrees", turn(direction(random), degrees).after(pose)),
                       ("mm", shift([millimeters * x for x in direction(random)]).after(pose))):
        found = dice(case, BiplanarRegistration.refine(atlas, radiographs, start, RefinementSettings.FROM_POSE, Progress.NONE))
        arrived[off] += found > best - 0.01
        print("%s, %s %g: Dice %.3f, from the right pose %.3f" % (case.name(), off, degrees if off == "degrees" else millimeters, found, best))
loaded.close()
print("arrived from %g degrees: %d of %d, from %g mm: %d of %d"
      % (degrees, arrived["degrees"], starts, millimeters, arrived["mm"], starts))
