"""Writes `tests/fixtures/body`: where MediaPipe's own program sees bodies and faces, for our engines to agree with.

It runs in an environment of its own, because the last MediaPipe that carries these programs pins NumPy below 2:

    python -m venv /tmp/reference && /tmp/reference/bin/pip install mediapipe==0.10.21
    /tmp/reference/bin/python tools/reference_landmarks.py

The pictures are the house collection's figures, painted for the occasion, and the gallery's beside the checkout where
there is one. Only numbers are kept: a picture is known by its name, its size and the checksum of its file.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import cv2
import mediapipe
import numpy as np
from mediapipe.python.solution_base import SolutionBase

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "fixtures" / "body"
GALLERY = ROOT.parent / "shared" / "gallery"
LONG_SIDE = 760
"""Pixels of the painted pictures: the size of their studies, quick to paint."""
MOST = 4
"""Faces looked for in a picture."""
PAINT = (
    "import sys; from vitrine.house import paint, works\n"
    "[paint(w.id, f'{sys.argv[1]}/{w.id}.jpg', int(sys.argv[2])) for w in works() if w.figures]"
)
POSE = {
    "binary_graph_path": "mediapipe/modules/pose_landmark/pose_landmark_cpu.binarypb",
    "outputs": ["pose_landmarks", "pose_detection"],
}
FACE = {
    "binary_graph_path": "mediapipe/modules/face_landmark/face_landmark_front_cpu.binarypb",
    "outputs": ["multi_face_landmarks", "face_detections"],
}
FRAMES = 24
"""Frames of a sequence: most of a second."""


def main() -> None:
    """Paint, look, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--painter", default=str(ROOT / ".venv/bin/python"), help="a Python that has Vitrine")
    options.add_argument("--gallery", type=Path, default=GALLERY)
    chosen = options.parse_args()
    _provide_lite()
    FIXTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([chosen.painter, "-c", PAINT, folder, str(LONG_SIDE)], check=True)
        for file in sorted(Path(folder).glob("*.jpg")):
            _keep(file.stem, {"source": "house", "long_side": LONG_SIDE} | look(file))
        for name, task in (("house-01", "pose"), ("house-11", "face")):
            _keep(
                f"{name}-{task}-sequence",
                {"source": "house", "long_side": LONG_SIDE} | follow(Path(folder, f"{name}.jpg"), task),
            )
    for file in sorted(chosen.gallery.glob("*.jpg")):
        _keep(file.stem, {"source": "gallery"} | look(file))


def look(file: Path) -> dict[str, Any]:
    """Everything seen in a picture, each picture a first sight: landmarks [x, y, z, visibility] or [x, y, z] in pixels."""
    pixels = read(file)
    return about(file, pixels) | {
        "pose": {model: poses(pixels, complexity) for model, complexity in (("lite", 0), ("full", 1))},
        "faces": faces(pixels),
    }


def about(file: Path, pixels: np.ndarray) -> dict[str, Any]:
    """What a picture is known by."""
    return {
        "reference": f"mediapipe {mediapipe.__version__}",
        "file": file.name,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "size": [pixels.shape[1], pixels.shape[0]],
    }


def poses(pixels: np.ndarray, complexity: int) -> list[dict[str, Any]]:
    """The one figure that the program follows, or nobody."""
    with pose_graph(complexity, follows=False) as graph:
        return [found for found in [_pose(graph.process({"image": pixels}), pixels)] if found]


def faces(pixels: np.ndarray) -> list[dict[str, Any]]:
    """Up to four faces, each with the score of the nearest detection."""
    with face_graph(MOST, follows=False) as graph:
        return _faces(graph.process({"image": pixels}), pixels)


def follow(file: Path, task: str) -> dict[str, Any]:
    """A sequence: a window that wanders over the picture, in whole pixels, so that nothing is resampled.

    Smoothing is off: it depends on the time of day of the frames.
    """
    pixels = read(file)
    height, width = pixels.shape[:2]
    wide, high = width * 9 // 10, height * 9 // 10
    frames = []
    graph = pose_graph(0, follows=True) if task == "pose" else face_graph(1, follows=True)
    with graph:
        for number in range(FRAMES):
            turn = 2 * np.pi * number / FRAMES
            x = round((width - wide) / 2 * (1 + np.cos(turn)))
            y = round((height - high) / 2 * (1 + np.sin(turn)))
            seen = np.ascontiguousarray(pixels[y : y + high, x : x + wide])
            results = graph.process({"image": seen})
            found = [_pose(results, seen)] if task == "pose" else _faces(results, seen)
            frames.append({"window": [x, y, wide, high], "found": [one for one in found if one]})
    return about(file, pixels) | {"task": task, "frames": frames}


def pose_graph(complexity: int, follows: bool) -> SolutionBase:
    """The graph of `mediapipe.solutions.pose`, with the detection that it throws away."""
    return SolutionBase(
        **POSE,
        side_inputs={
            "model_complexity": complexity,
            "smooth_landmarks": False,
            "enable_segmentation": False,
            "smooth_segmentation": False,
            "use_prev_landmarks": follows,
        },
        calculator_params={
            "posedetectioncpu__TensorsToDetectionsCalculator.min_score_thresh": 0.5,
            "poselandmarkbyroicpu__tensorstoposelandmarksandsegmentation__ThresholdingCalculator.threshold": 0.5,
        },
    )


def face_graph(most: int, follows: bool) -> SolutionBase:
    """The graph of `mediapipe.solutions.face_mesh` without attention, with the detections that it throws away."""
    return SolutionBase(
        **FACE,
        side_inputs={"num_faces": most, "with_attention": False, "use_prev_landmarks": follows},
        calculator_params={
            "facedetectionshortrangecpu__facedetectionshortrange__facedetection__TensorsToDetectionsCalculator.min_score_thresh": 0.5,
            "facelandmarkcpu__ThresholdingCalculator.threshold": 0.5,
        },
    )


def _pose(results: Any, pixels: np.ndarray) -> dict[str, Any] | None:
    if not results.pose_landmarks:
        return None
    height, width = pixels.shape[:2]
    marks = results.pose_landmarks.landmark
    points = [_rounded(m.x * width, m.y * height, m.z * width, m.visibility) for m in marks]
    score = results.pose_detection.score[0] if results.pose_detection else None
    return {"points": points, "score": score}


def _faces(results: Any, pixels: np.ndarray) -> list[dict[str, Any]]:
    height, width = pixels.shape[:2]
    detected = [(d.location_data.relative_bounding_box, d.score[0]) for d in results.face_detections or []]
    found = []
    for face in results.multi_face_landmarks or []:
        points = [_rounded(m.x * width, m.y * height, m.z * width) for m in face.landmark]
        middle = np.mean([(m.x, m.y) for m in face.landmark], axis=0)
        near = [
            (abs(b.xmin + b.width / 2 - middle[0]) + abs(b.ymin + b.height / 2 - middle[1]), s) for b, s in detected
        ]
        found.append({"points": points, "score": min(near)[1] if near else None})
    return found


def _rounded(*values: float) -> list[float]:
    return [round(float(value), 2) for value in values]


def read(file: Path) -> np.ndarray:
    """A picture as (h, w, 3) RGB bytes."""
    return np.ascontiguousarray(cv2.imread(str(file), cv2.IMREAD_COLOR)[..., ::-1])


def _provide_lite() -> None:
    """The lite model is not in the package and must not be fetched; npm's has the same file."""
    place = Path(mediapipe.__file__).parent / "modules/pose_landmark/pose_landmark_lite.tflite"
    if not place.exists():
        shutil.copy(ROOT / "web/node_modules/@mediapipe/pose/pose_landmark_lite.tflite", place)


def _keep(name: str, found: dict[str, Any]) -> None:
    (FIXTURES / f"{name}.json").write_text(json.dumps(found, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
