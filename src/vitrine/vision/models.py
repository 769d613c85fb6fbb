"""The models: where their files lie, and an interpreter for each thread.

The front end's build puts them there (`web/models.ts`), one set for the browser and for Python; a wheel carries them. They are
MediaPipe's (Apache-2.0); `models.json` beside them says from which npm packages.
"""

import threading
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import vitrine

FOLDER = Path(vitrine.__file__).parent / "server/site/static/site/build/models"


class ModelsMissingError(FileNotFoundError):
    """A model's file is not there: the front end was not built."""


def path(name: str) -> Path:
    """Return the file of a model (`pose_full.tflite`). Raises ModelsMissingError, which says what to do."""
    file = FOLDER / name
    if not file.is_file():
        raise ModelsMissingError(
            f"The model {name} is not at {FOLDER}. It comes with the front end: run `make demo` or `make test` in the checkout once, "
            "or install the released package, which carries it."
        )
    return file


class _Opened(threading.local):
    """The interpreters of a thread: one must not be used by two at a time."""

    def __init__(self) -> None:
        self.interpreters: dict[Path, Any] = {}


_OPENED = _Opened()


def run(name: str, picture: NDArray[np.float32]) -> dict[int, NDArray[np.float32]]:
    """Show a picture (h, w, 3) to a model and return what it says, by the number of values in each answer.

    The models at hand have no two answers of one length that we read, so that their order in the file does not matter.
    Raises ModelsMissingError.
    """
    file = path(name)
    if file not in _OPENED.interpreters:
        _OPENED.interpreters[file] = _open(file)
    interpreter = _OPENED.interpreters[file]
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], picture[None])
    interpreter.invoke()
    answers = [interpreter.get_tensor(one["index"]) for one in interpreter.get_output_details()]
    return {answer.size: answer for answer in answers}


def likelihood(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """A model's raw answers as likelihoods, 0 to 1; what no number of 32 bits could tell from 0 or 1 is clipped."""
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -80, 80))), np.float32)


def _open(file: Path) -> Any:
    from ai_edge_litert.interpreter import Interpreter  # noqa: PLC0415 half a second, only for those who look at pictures

    interpreter = Interpreter(str(file), num_threads=1)
    interpreter.allocate_tensors()
    return interpreter
