# Registers the radius of a wrist, a sub-volume of a CT, rigidly and without masks to two real calibrated radiographs: the
# sample data of Autoscoper (github.com/BrownBiomechanics/Autoscoper, folder sample_data), which the user names.
# Starts from a given pose, then from poses that are off it about random axes and in random directions. Prints for
# each the pose of the bone in the cameras' world, how far it is from the first one reached, the correlation with the
# radiographs, and how far the bone's projected edges lie from those in the radiographs. Writes an overlay a view to output.
# usage: scripts/raywarp --headless --run scripts/register-wrist.py 'data="FOLDER/sample_data",output="FOLDER"'
#@ String (persist=false) data
#@ String (persist=false) output
#@ String (value="0099", persist=false) frame
#@ String (value="87, -4, 179, 109, 157.5, 90", persist=false) start
#@ Integer (value=4, persist=false) starts
#@ Double (value=5, persist=false) degrees
#@ Double (value=3, persist=false) millimeters
#@ Long (value=1, persist=false) seed
from java.awt import Color
from java.nio.file import Files, Path
from java.util import LinkedHashMap, Random
from jarray import array, zeros
from math import acos, cos, log, pi, sin, sqrt
from ij.plugin.filter import GaussianBlur
from ij.process import FloatProcessor
from net.imglib2.img.array import ArrayImgs
from org.raywarp.deformation import Similarity
from org.raywarp.geometry import Affine3D, View
from org.raywarp.io import AutoscoperCameraFile, VolumeFiles
from org.raywarp.projection import JosephProjector, Projections
from org.raywarp.registration import Atlas, BiplanarRegistration, ModelInput, Radiograph, RefinementSettings
from org.raywarp.viewer import Contours, Panel, Picture
from org.raywarp.volume import FloatArrays, Grid, Progress, Volume

VOXEL = 0.39625, 0.39625, 0.625  # mm
WATER = 1024  # value of a voxel of 0 HU
MARGIN = 12, 12, 8  # voxels about the bone, but none where its shaft was cut off
AROUND = 80  # pixels about the bone's box that are kept of a radiograph
SEARCHED = 14  # pixels to either side of an edge, 2.4 mm at the bone
WHITE = 1.5  # log attenuation
ORIGIN = [0, 0, 0]


def read_bone():
    """The sub-volume with a margin; its world is centered on the bone, its shaft ends at the upper face across z."""
    stack = VolumeFiles.read(Path.of(data + "/Models/rad_dcm_cropped.tif"))
    n = stack.grid().size()
    size = [n[0] + 2 * MARGIN[0], n[1] + 2 * MARGIN[1], n[2] + MARGIN[2]]
    hu, labels = zeros(size[0] * size[1] * size[2], "f"), zeros(size[0] * size[1] * size[2], "b")
    for i, value in enumerate(FloatArrays.of(stack.voxels())):
        if value > 0:
            at = i % n[0] + MARGIN[0] + size[0] * (i / n[0] % n[1] + MARGIN[1] + size[1] * (i / n[0] / n[1] + MARGIN[2]))
            hu[at], labels[at] = value - WATER, 1
    first = [-VOXEL[d] * (MARGIN[d] + (n[d] - 1) / 2.0) for d in range(3)]
    grid = Grid(array(size, "i"), Affine3D.scaleAndOrigin(array(VOXEL, "d"), array(first, "d")))
    return Atlas(Volume.floats(grid, hu), Volume.labels(grid, labels))


def read_radiograph(camera, world_from_start, grid):
    """What is about the bone, as log attenuation; its view from the frame that the bone has at the start."""
    view = AutoscoperCameraFile.read(Path.of("%s/Calibration/xr_calib_wrist_cam%s.txt" % (data, camera)), "camera " + camera)
    view = view.after(world_from_start)
    n = grid.size()
    corners = [view.projection().project(grid.worldFromVoxel().apply([i * n[0], j * n[1], k * n[2]]))
               for i in (0, 1) for j in (0, 1) for k in (0, 1)]
    low = [max(0, int(min(c[d] for c in corners)) - AROUND) for d in (0, 1)]
    high = [min((view.columns(), view.rows())[d], int(max(c[d] for c in corners)) + AROUND) for d in (0, 1)]
    image = VolumeFiles.read(Path.of("%s/XMA_UND/xr_data_wrist_cam%s/xr_rad_uln_cam%s_UND.%s.tif" % (data, camera, camera, frame)))
    pixels = FloatProcessor(view.columns(), view.rows(), FloatArrays.of(image.voxels()))
    pixels.setRoi(low[0], low[1], high[0] - low[0], high[1] - low[1])
    pixels = pixels.crop()
    pixels.add(1)
    pixels.log()
    pixels.multiply(-1)
    pixels.add(log(256))
    view = View(view.name(), view.projection().onRaster(1, -low[0], 1, -low[1]), pixels.getWidth(), pixels.getHeight(), 1, 1)
    return Radiograph(ArrayImgs.floats(pixels.getPixels(), [view.columns(), view.rows()]), None, view)


def moved(random):
    """A rotation by some degrees about a random axis (Rodrigues) and a shift in a random direction."""
    def direction():
        v = [random.nextGaussian() for _ in range(3)]
        return [x / sqrt(sum(y * y for y in v)) for x in v]
    (x, y, z), a = direction(), degrees * pi / 180
    c, s, d = cos(a), sin(a), 1 - cos(a)
    t = [millimeters * u for u in direction()]
    return Affine3D.of([c + x * x * d, x * y * d - z * s, x * z * d + y * s, t[0], y * x * d + z * s, c + y * y * d,
                        y * z * d - x * s, t[1], z * x * d - y * s, z * y * d + x * s, c + z * z * d, t[2]])


def difference(a, b):
    """Between two places of the bone: degrees about the shaft's axis, degrees in all, mm between the centers."""
    m = a.inverse().after(b)
    angle = acos(max(-1, min(1, (m.get(0, 0) + m.get(1, 1) + m.get(2, 2) - 1) / 2)))
    roll = (m.get(1, 0) - m.get(0, 1)) / 2 * (angle / sin(angle) if angle > 1e-9 else 1)
    return roll * 180 / pi, angle * 180 / pi, sqrt(sum(x * x for x in m.apply(ORIGIN)))


def smooth(image, view):
    pixels = FloatProcessor(view.columns(), view.rows(), FloatArrays.of(image)[:])
    GaussianBlur().blurGaussian(pixels, 2)
    return pixels.getPixels()


def lag(xray, drr, at, step):
    """By how many pixels the slopes of the radiograph lie farther along the step than those of the projection."""
    def slopes(values, reach):
        return [values[at + (k + 1) * step] - values[at + (k - 1) * step] for k in range(-reach, reach + 1)]
    a, b, found = slopes(drr, SEARCHED), slopes(xray, 2 * SEARCHED), []
    for shift in range(2 * SEARCHED + 1):
        window = b[shift:shift + len(a)]
        found.append((sum(p * q for p, q in zip(a, window)) / sqrt(sum(q * q for q in window) + 1e-12), shift - SEARCHED))
    return max(found)[1]


def edges(radiograph, drr):
    """Lags along rows at the left and right edge of the bone, which stands upright in both images, and down at its joint."""
    view, outside = radiograph.view(), 2 * SEARCHED + 2
    xray, bone, w, h = smooth(radiograph.image(), view), smooth(drr, view), view.columns(), view.rows()
    inside = 0.1 * max(bone)
    lags = {"left": [], "right": [], "joint": []}
    rows = [r for r in range(outside, h - outside) if max(bone[r * w:(r + 1) * w]) > inside]
    for r in rows[:-2 * outside:4]:
        seen = [c for c in range(outside, w - outside) if bone[r * w + c] > inside]
        lags["left"].append(lag(xray, bone, r * w + seen[0], 1))
        lags["right"].append(lag(xray, bone, r * w + seen[-1], 1))
    for c in range(outside, w - outside, 4):
        seen = [r for r in rows[:len(rows) / 4] if bone[r * w + c] > inside]
        if seen:
            lags["joint"].append(lag(xray, bone, seen[0] * w + c, w))
    return lags


def print_edges(name, radiograph, drr, frame_from_bone):
    """How far the edges of the radiograph lie from those of the projected bone, positive to the right or down."""
    p = [radiograph.view().after(frame_from_bone).projection().project(x) for x in (ORIGIN, [0, 0, 1])]
    mm = 1 / sqrt((p[1][0] - p[0][0]) ** 2 + (p[1][1] - p[0][1]) ** 2)
    for edge, lags in sorted(edges(radiograph, drr).items()):
        middle, far = sorted(lags)[len(lags) / 2], sorted(abs(x) for x in lags)
        half, most = far[len(far) / 2], far[len(far) * 9 / 10]
        print("%s, %s, %s edge: median %+d px (%+.2f mm), off by at most %d px (%.2f mm) in half, %d px (%.2f mm) in 90 %% of %d places" % (
            name, radiograph.view().name(), edge, middle, middle * mm, half, half * mm, most, most * mm, len(far)))


def draw(radiograph, drrs):
    outlines = LinkedHashMap()
    for drr, color in drrs:
        outlines.put(Contours.of(drr, 1), color)
    panels = [Panel(radiograph.view().name(), radiograph.image(), 1, 1, LinkedHashMap(), WHITE),
              Panel("start (yellow), from it (green), from others (red)", radiograph.image(), 1, 1, outlines, WHITE)]
    Picture.write(panels, 2 * radiograph.view().rows(), Path.of(output, radiograph.view().name().replace(" ", "-") + ".png"))


numbers = [float(x) for x in start.split(",")]
world_from_start = Similarity(*(numbers + [1])).about(ORIGIN)
atlas = read_bone()
grid, bone = atlas.ct().grid(), ModelInput.bone(atlas, atlas.ct().grid())
radiographs = [read_radiograph(c, world_from_start, grid) for c in ("01", "02")]
settings = RefinementSettings.FROM_POSE.withFreedom(RefinementSettings.Freedom.RIGID).withSearch(False)
random, places = Random(seed), []
begin = [Affine3D.IDENTITY] + [moved(random) for _ in range(starts)]
for place in begin:
    result = BiplanarRegistration.refine(atlas, radiographs, Similarity.fromAffine(place.inverse(), grid.center()), settings, Progress.NONE)
    reached = result.similarity().about(grid.center()).inverse()
    places.append(reached)
    p, q = Similarity.fromAffine(world_from_start.after(reached), ORIGIN), result.quality()
    print("start off by %.1f degrees (%+.1f of them roll), %.1f mm:" % tuple(difference(begin[0], place)[k] for k in (1, 0, 2)))
    print("  pose %.2f %.2f %.2f degrees, %.2f %.2f %.2f mm; from the first: %.2f degrees (%+.2f of them roll), %.2f mm" % (
        (p.rotationX(), p.rotationY(), p.rotationZ(), p.translationX(), p.translationY(), p.translationZ())
        + tuple(difference(places[0], reached)[k] for k in (1, 0, 2))))
    print("  correlation %.4f, then %.4f; loss %.4f, then %.4f after %d iterations" % (q.similarityRegressed(), q.similarityAfter(),
          q.path().stages()[0].first(), q.path().stages()[0].last(), q.path().stages()[0].iterations()))
pairs = [difference(a, b) for a in places for b in places]
print("spread: %.2f degrees (%.2f of roll), %.2f mm" % (max(d[1] for d in pairs), max(abs(d[0]) for d in pairs), max(d[2] for d in pairs)))
Files.createDirectories(Path.of(output))
for radiograph in radiographs:
    drrs = [Projections.project(bone, radiograph.view().after(m), JosephProjector()) for m in begin[:1] + places]
    print_edges("start", radiograph, drrs[0], begin[0])
    print_edges("reached from it", radiograph, drrs[1], places[0])
    draw(radiograph, zip(drrs[::-1], [Color(0xE03070)] * starts + [Color(0x00C878), Color(0xE6A000)]))
