# Tells what the verdict on a registration sees: each surface of a folder becomes a CT in random poses and two radiographs,
# which then are disturbed in one way after the other and registered. Prints a Markdown table with a row for each way and a
# column for each case: average surface distance to the truth in mm, T for trust, L for look, N for do not use; with
# numbers=true also what the verdict looks at: the least overlap of outline and mask, the least correlation inside the bone,
# and the loss of the similarity alone and at the end.
# usage: scripts/raywarp --headless --run scripts/evaluate-verdict.py 'surfaces="FOLDER",poses=1'
#@ String (persist=false) surfaces
#@ Integer (value=1, persist=false) poses
#@ String (value="ORTHOGONAL", persist=false) geometry_mode
#@ String (value="femur-quarter", persist=false) model
#@ Boolean (value=false, persist=false) numbers
#@ Long (value=1, persist=false) seed
from array import array
from java.nio.file import Path
from java.util import Random
from math import sqrt
from net.imglib2.img.array import ArrayImgs
from org.raywarp.dataset import GeometryMode, PhantomCases, PhantomSettings, Subjects
from org.raywarp.deformation import Similarity
from org.raywarp.metrics import LabelMetrics
from org.raywarp.network import Device, ModelZoo
from org.raywarp.registration import BiplanarRegistration, CalibrationError, Radiograph, RefinementSettings
from org.raywarp.volume import FloatArrays, GridSize, Progress


def changed(image, change):
    columns, rows = image.dimension(0), image.dimension(1)
    return ArrayImgs.floats(array("f", change(FloatArrays.of(image), columns, rows)), [columns, rows])


def mirrored(values, columns, rows):
    return [values[i - i % columns + columns - 1 - i % columns] for i in range(columns * rows)]


def shifted(values, columns, rows):
    return [values[i - 6] if i % columns >= 6 else 0 for i in range(columns * rows)]


def widened(values, columns, rows):
    disc = [(x, y) for y in range(-4, 5) for x in range(-4, 5) if x * x + y * y <= 16]
    wide = [0.0] * (columns * rows)
    for i in range(columns * rows):
        if values[i] > 0:
            for x, y in disc:
                if 0 <= i % columns + x < columns and 0 <= i // columns + y < rows:
                    wide[i + x + y * columns] = 1.0
    return wide


def noisy(values, columns, rows):
    count, random = columns * rows, Random(seed)
    mean = sum(values) / count
    deviation = sqrt(sum((v - mean) ** 2 for v in values) / count)
    return [v + deviation * random.nextGaussian() for v in values]


def turned(xrays, angle):
    return xrays[:1] + [Radiograph(xrays[1].image(), xrays[1].mask(), CalibrationError.PRIMARY_ANGLE.apply(xrays[1].view(), [0, 0, 0], angle))]


def with_masks(xrays, change, views):
    return [Radiograph(x.image(), changed(x.mask(), change), x.view()) if i in views else x for i, x in enumerate(xrays)]


def register(xrays, refinement=RefinementSettings.STANDARD):
    return BiplanarRegistration.register(atlas, xrays, loaded, refinement, Progress.NONE)


WAYS = [
    ("nothing", lambda xrays: register(xrays)),
    ("noise as strong as the image", lambda xrays: register([Radiograph(changed(x.image(), noisy), x.mask(), x.view()) for x in xrays])),
    ("start 60 degrees off", lambda xrays: BiplanarRegistration.refine(
        atlas, xrays, Similarity(0, 0, 60, 0, 0, 0, 1), RefinementSettings.FROM_POSE, Progress.NONE)),
    ("not refined", lambda xrays: register(xrays, RefinementSettings.NONE)),
    ("lateral view mirrored", lambda xrays: register(xrays[:1] + [
        Radiograph(changed(xrays[1].image(), mirrored), changed(xrays[1].mask(), mirrored), xrays[1].view())])),
    ("a mask shifted by 6 pixels", lambda xrays: register(with_masks(xrays, shifted, [1]))),
    ("masks too wide by 4 pixels", lambda xrays: register(with_masks(xrays, widened, [0, 1]))),
    ("second view 10 degrees wrong", lambda xrays: register(turned(xrays, 10))),
    ("second view 20 degrees wrong", lambda xrays: register(turned(xrays, 20)))]


def distance(case, result):
    return [m for m in LabelMetrics.evaluate(case.labels(), result.labels(), None, None) if m.label() == 1][0].assd()


def looked_at(quality):
    stages = quality.path().stages()
    return " (%.3f, %.3f, %s)" % (min(v.silhouetteDice() for v in quality.views()), min(v.insideCorrelation() for v in quality.views()),
                                  ", ".join("%.3f" % s.last() for s in (stages[0], stages[-1])) if stages else "-")


subjects = Subjects.ofFolder(Path.of(surfaces), Progress.NONE)
made = PhantomCases(subjects, PhantomSettings.standard(GridSize.FULL, GeometryMode.valueOf(geometry_mode), seed))
cases = [made.model(i) for i in range(poses * len(subjects))]
loaded = ModelZoo.load(model, Device.AUTO)
atlas = loaded.atlas().get()
print("| what was wrong | " + " | ".join(case.name() for case in cases) + " |\n|---" + "|---" * len(cases) + "|")
for name, way in WAYS:
    cells = []
    for case in cases:
        result = way([Radiograph(d.image(), d.mask(), d.view()) for d in case.drrs()])
        cells.append("%.2f %s" % (distance(case, result), result.quality().verdict().trust().name()[0].replace("D", "N"))
                     + (looked_at(result.quality()) if numbers else ""))
    print("| " + name + " | " + " | ".join(cells) + " |")
loaded.close()
