"""Parts of the front end run in Node: tests see what the browser would compute, without a browser."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

WEB = Path(__file__).parents[1] / "web"
ROLLDOWN = WEB / "node_modules/.bin/rolldown"


def run(source: str, script: str, given: Any, folder: Path) -> Any:
    """Run `script` with `given` and the exports of `source` (in web/src) as `part`; return what it returns.

    What goes in and out is JSON; files are named in it. Skips where the front end's packages or Node are missing.
    """
    if not ROLLDOWN.exists() or shutil.which("node") is None:
        pytest.skip("needs the front end's packages and Node")
    module, main, data = folder / "part.mjs", folder / "main.mjs", folder / "given.json"
    bundle = [ROLLDOWN, f"src/{source}", "--file", module]
    subprocess.run(bundle, cwd=WEB, check=True, capture_output=True)
    data.write_text(json.dumps(given))
    main.write_text(
        'import { readFileSync, writeFileSync } from "node:fs";\n'
        f'import * as part from "{module.as_uri()}";\n'
        f'const given = JSON.parse(readFileSync("{data}", "utf-8"));\n'
        f"const found = await (async () => {{ {script} }})();\n"
        "process.stdout.write(JSON.stringify(found ?? null));\n"
    )
    done = subprocess.run(["node", main], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
