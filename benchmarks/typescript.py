"""Runs functions of the front end, on their TypeScript itself: what is measured is what visitors' browsers run."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

WEB = Path(__file__).resolve().parents[1] / "web"


def call(module: str, function: str, calls: list[list[Any]]) -> list[Any]:
    """Return what a function of `web/<module>` answers to each list of arguments. Raises CalledProcessError with Node's words."""
    beside = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": os.pathsep.join([beside, os.environ.get("PATH", "")])}
    done = subprocess.run(
        ["node", "call.js", module, function],
        cwd=WEB,
        env=environment,
        input=json.dumps(calls),
        capture_output=True,
        text=True,
        check=True,
    )
    results: list[Any] = json.loads(done.stdout)
    return results
