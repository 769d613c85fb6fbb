"""A home is its owner's alone."""

from pathlib import Path

import pytest

from vitrine.server.home import HomeError, prepare, secret_key


def test_nobody_else_may_look_into_a_new_home(tmp_path: Path) -> None:
    home = prepare(tmp_path / "new" / "home")
    assert home.stat().st_mode & 0o077 == 0


def test_the_permissions_of_a_home_that_is_there_are_the_operators(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o750)
    assert prepare(shared).stat().st_mode & 0o777 == 0o750


def test_every_home_has_a_secret_key_of_its_own_that_stays(tmp_path: Path) -> None:
    one, other = prepare(tmp_path / "one"), prepare(tmp_path / "other")
    assert secret_key(one) == secret_key(one) != secret_key(other)
    assert (one / "secret-key").stat().st_mode & 0o077 == 0


def test_a_home_that_is_a_file_is_refused_with_advice(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(HomeError, match="--home"):
        prepare(tmp_path / "file")
