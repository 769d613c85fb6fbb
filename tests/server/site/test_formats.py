from datetime import datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "21 November 2026, 14:05"),
        ("it", "21 Novembre 2026, 14:05"),
        ("de", "21. November 2026, 14:05"),
        ("fr", "21 novembre 2026, 14:05"),
        ("es", "21 de noviembre de 2026, 14:05"),
    ],
)
def test_dates_are_written_as_museums_write_them(language: str, written: str) -> None:
    with translation.override(language):
        assert date_format(datetime(2026, 11, 21, 14, 5), "DATETIME_FORMAT") == written  # noqa: DTZ001
