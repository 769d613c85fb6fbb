"""`vitrine analyse` says what is missing before it looks, and counts what it saw."""

from pathlib import Path

from tests.cli.test_import import MAPPING, ROWS, table
from tests.commands import Vitrine


def test_while_the_use_is_off_it_says_so_and_looks_at_nothing(vitrine: Vitrine, tmp_path: Path) -> None:
    mapping = tmp_path / "ours.toml"
    mapping.write_text(MAPPING)
    vitrine.run("import", table(tmp_path / "o.csv", ROWS), "--source", "ours", "--mapping", mapping)
    told = vitrine.error("analyse", "--pose", "--source", "ours")
    assert "'key-points' does not run" in told
    assert "AI uses" in told
    assert "There is no source 'theirs'. Sources: ours." in vitrine.error("analyse", "--source", "theirs")
