# make site    the demonstration site, into public/
# make test    everything that must hold before a change goes in
# make lock    pins every dependency anew, with its hashes (needs the network)
# make clean   drops what the targets above made
#
# `site` and `test` each set up all they need on a machine with Python 3.11 or newer and make:
# .venv/ from the hash-pinned lock in requirements/, the package itself, and for `test` a browser
# (tests/browser/setup.sh; it uses apt-get and npm and says so).

.DEFAULT_GOAL := site
.PHONY: site test lint types contracts unit browser lock clean
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet

site: .venv/run.stamp
	$(BIN)/python -m sitegen build . --output public

test: lint types contracts unit browser

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/deptry .

types: .venv/dev.stamp
	$(BIN)/mypy

contracts: .venv/dev.stamp
	$(BIN)/lint-imports

unit: .venv/dev.stamp
	$(BIN)/python -m pytest -n 2 --ignore tests/browser --cov --cov-report=term

browser: .venv/dev.stamp
	tests/browser/setup.sh
	$(BIN)/python -m pytest tests/browser

lock: .venv/dev.stamp
	$(LOCK) --upgrade --group build --output-file requirements/run.txt
	$(LOCK) --upgrade --group build --group dev --constraint requirements/run.txt --output-file requirements/dev.txt

clean:
	rm -rf .venv public .sitegen

.venv/run.stamp: requirements/run.txt pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# Holds all of run.txt, so that either target alone is enough for itself.
.venv/dev.stamp: requirements/dev.txt pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/dev.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(BIN)/python:
	.ci/venv $(PYTHON) .venv
