"""Cookies under https, as a real process sees its settings."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ASK = """
import json
from django.conf import settings
names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY")
print(json.dumps([bool(getattr(settings, name)) for name in names] + [settings.SESSION_COOKIE_SAMESITE]))
"""


@pytest.mark.parametrize(("address", "secure"), [("https://museum.example", True), ("http://127.0.0.1:8000", False)])
def test_cookies_go_over_https_only_where_the_site_has_it(tmp_path: Path, address: str, secure: bool) -> None:
    environment = os.environ | {
        "VITRINE_HOME": str(tmp_path),
        "VITRINE_SITE_URL": address,
        "DJANGO_SETTINGS_MODULE": "vitrine.server.settings",
    }
    said = subprocess.run([sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True)
    assert json.loads(said.stdout) == [secure, secure, secure, True, "Lax"]
