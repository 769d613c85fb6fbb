# Two commands matter: `make demo` shows Vitrine, `make test` proves it.
.PHONY: demo test check bench docs messages lock clean

PYTHON ?= python3
BIN := .venv/bin
ASSETS := src/vitrine/server/site/static/site/build/manifest.json
WEB_SOURCES := $(shell find web -path web/node_modules -prune -o -type f -print)
# The system's Node where there is one, else the one that comes from PyPI into .venv.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm

demo: .venv/.runtime $(ASSETS)
	$(BIN)/vitrine --home ./home demo

test: .venv/.development $(ASSETS)
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: .venv/.development web/node_modules/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd web && $(NPM) run --silent check

bench: .venv/.development $(ASSETS)
	$(BIN)/python -m benchmarks

docs: .venv/.development
	$(BIN)/mkdocs build --strict

# Find new texts in the code, update the translations' files and compile them.
messages: .venv/.development
	$(BIN)/python tools/messages.py

# Pin every dependency anew. Needs `uv`; run it on purpose, look at the change, commit it.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q --extra build pyproject.toml -o requirements/runtime.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q --extra build --extra dev \
		-c requirements/runtime.lock pyproject.toml -o requirements/development.lock

.venv/bin/pip:
	$(PYTHON) -c 'import sys; sys.exit("Vitrine needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12") if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv .venv

.venv/.runtime: requirements/runtime.lock pyproject.toml | .venv/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src/vitrine  # pip does so for what it installs: every start is a second faster
	node -e 'process.exit(process.versions.node.split(".")[0] >= 22 || process.versions.node >= "20.19" ? 0 : 1)' 2>/dev/null \
		&& command -v npm >/dev/null || $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/node.lock
	touch $@

.venv/.development: requirements/development.lock .venv/.runtime
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/development.lock
	touch $@

web/node_modules/.installed: web/package-lock.json web/package.json | .venv/.runtime
	cd web && $(NPM) ci --no-audit --no-fund --loglevel=error
	touch $@

$(ASSETS): web/node_modules/.installed $(WEB_SOURCES)
	cd web && $(NPM) run --silent build
	touch $@

clean:
	rm -rf .venv web/node_modules src/vitrine/server/site/static/site/build home
