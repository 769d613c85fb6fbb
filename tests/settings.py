"""Django's settings under test: the real ones, on a home of its own that is thrown away."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from vitrine.server.home import prepare

_home = prepare(Path(tempfile.mkdtemp(prefix="vitrine-test-")))
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["VITRINE_HOME"] = str(_home)
if "TEST_DATABASE_URL" in os.environ:
    os.environ["DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]

from vitrine.server.settings import *  # noqa: E402, F403

# Cheap to compute: tests make accounts, and no secret hangs on them.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Jobs that a page starts are run by the test itself.
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
ALLOWED_HOSTS = ["*"]
# A file, as in a museum: in memory, SQLite shares one cache between threads and its locks are others.
if "TEST_DATABASE_URL" not in os.environ:
    DATABASES["default"]["TEST"] = {"NAME": str(_home / "test.sqlite3")}  # noqa: F405
