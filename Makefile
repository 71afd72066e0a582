# Two commands do everything on a Debian with python3, git and make: `make catalogue` and `make test`.
# A stamp in .venv/ remembers each step of the setup; it runs again when its lock changes.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help catalogue test check build bench agreement conformance releases clean lock

VENV := .venv
PY := $(VENV)/bin/python
SAMENLOKET := $(VENV)/bin/samenloket
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PYTHONUTF8 := 1

help: ## dit overzicht
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

catalogue: $(VENV)/.samenloket $(VENV)/.pango ## alles nakijken, bouwen en laten zien op een adres op deze machine
	@$(SAMENLOKET) check
	@$(SAMENLOKET) build
	@$(SAMENLOKET) serve

test: $(VENV)/.test $(VENV)/.systeem node_modules/.package-lock.json ## alle tests, ook in een browser, Node en Java
	@$(VENV)/bin/ruff check .
	@$(PY) -m pytest -q -n 2 --dist worksteal

check: $(VENV)/.samenloket ## alleen de specificaties nakijken
	@$(SAMENLOKET) check

build: $(VENV)/.samenloket $(VENV)/.pango ## alles bouwen in build/
	@$(SAMENLOKET) build

bench: $(VENV)/.test ## de snelheid, als tabel
	@$(PY) tools/bench.py

agreement: $(VENV)/.test node_modules/.package-lock.json ## alle motoren tegen de referentie, uitgebreid
	@$(PY) tools/agreement.py

conformance: $(VENV)/.test node_modules/.package-lock.json ## alle motoren op elke kleine vorm van de taal, voor de site
	@$(PY) tools/conformance.py

releases: $(VENV)/.samenloket ## elke uitgave opnieuw vastleggen, met wat er aan oordelen verandert (tot de taal vaststaat)
	@$(PY) tools/releases.py

clean: ## weg met alles wat gebouwd of geinstalleerd is
	rm -rf build node_modules $(VENV) .pytest_cache .ruff_cache .hypothesis

lock: $(VENV)/.samenloket ## de lijsten met vaste versies opnieuw maken
	@tools/lock.sh $(PY)
	@$(MAKE) --no-print-directory $(VENV)/.test
	@npm install --package-lock-only --loglevel=error

# What is below is the setup.

$(VENV)/bin/python:
	@tools/systeem.sh venv
	@echo "Python-omgeving maken in $(VENV)"
	@python3 -m venv $(VENV)

$(VENV)/.samenloket: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Python-pakketten installeren (ongeveer een minuut)"
	@$(PY) -m pip install -q --require-hashes -r requirements.lock
	@$(PY) -m pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.samenloket
	@echo "Pakketten voor de tests installeren (ongeveer een minuut)"
	@$(PY) -m pip install -q --require-hashes -r requirements-test.lock
	@touch $@

# Without it everything is made but the PDFs, so a machine where nothing may be installed goes on.
$(VENV)/.pango: tools/systeem.sh | $(VENV)/bin/python
	@tools/systeem.sh pango && touch $@ || echo "Verder zonder de PDF's."

$(VENV)/.systeem: tools/systeem.sh | $(VENV)/bin/python
	@tools/systeem.sh pango chromium java jars
	@touch $@

# npm writes this file itself, last.
node_modules/.package-lock.json: package-lock.json .npmrc | $(VENV)/.test
	@echo "Node-pakketten voor de tests installeren"
	@npm ci --no-progress --loglevel=error >/dev/null
	@touch $@
