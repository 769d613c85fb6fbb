"""The way back in, from the command line of a real home."""

import os
import re
import subprocess
import sys


def test_a_link_for_a_new_password(vitrine):
    settings = {"VITRINE_HOME": str(vitrine.home), "DJANGO_SETTINGS_MODULE": "vitrine.server.settings"}
    make = ("createsuperuser", "--noinput", "--username", "ada", "--email", "ada@museum.example")
    vitrine.run("account")  # makes the accounts' tables
    subprocess.run([sys.executable, "-m", "django", *make], env={**os.environ, **settings}, check=True)
    assert vitrine.run("account").stdout == "ada: first account\n"
    link = vitrine.run("account", "ada").stdout.strip()
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/studio/welcome/[\w-]{43}/", link)
    assert vitrine.run("account", "ada", "--take-second-factor").stdout.strip() != link


def test_an_unknown_account_is_said(vitrine):
    assert "There is no account 'eve'" in vitrine.error("account", "eve")
    assert "NAME --take-second-factor" in vitrine.error("account", "--take-second-factor", status=2)
