"""Running the command `vitrine` as a user does: a process of its own, on a home of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

VITRINE = Path(sys.executable).parent / "vitrine"


class Vitrine:
    """The command on one home, on SQLite or on the PostgreSQL database at `database_url`."""

    def __init__(self, home: Path, database_url: str = "") -> None:
        self.home = home
        self.environment = {**os.environ, "DATABASE_URL": database_url, "NO_COLOR": "1", "COLUMNS": "200"}
        for name in ("VITRINE_HOME", "DJANGO_SETTINGS_MODULE"):
            self.environment.pop(name, None)

    def start(self, *arguments: object, **options: Any) -> subprocess.Popen[str]:
        """Start the command and return its process."""
        return subprocess.Popen(self._line(arguments), env=self.environment, text=True, **options)

    def run(self, *arguments: object, status: int = 0) -> subprocess.CompletedProcess[str]:
        """Run the command to its end and check its exit status."""
        done = subprocess.run(
            self._line(arguments), env=self.environment, text=True, capture_output=True, timeout=600, check=False
        )
        assert done.returncode == status, f"exit status {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def json(self, *arguments: object) -> Any:
        """Run the command with --json and return the one document it prints."""
        return json.loads(self.run(*arguments, "--json").stdout)

    def error(self, *arguments: object, status: int = 1) -> str:
        """Run the command, which must fail; return what it says: one sentence, no traceback."""
        said = self.run(*arguments, status=status).stderr
        assert "Traceback" not in said, said
        return said

    def _line(self, arguments: tuple[object, ...]) -> list[str]:
        return [str(VITRINE), "--home", str(self.home), *map(str, arguments)]
