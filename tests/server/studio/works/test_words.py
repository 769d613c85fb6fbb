"""The words of a work's page in the studio."""

from typing import get_args

from vitrine.records import Sensitivity
from vitrine.server.studio.works.words import CARE


def test_every_kind_of_care_has_a_name() -> None:
    assert set(CARE) == set(get_args(Sensitivity.__annotations__["kind"]))
