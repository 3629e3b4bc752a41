# Every command a person or a robot needs. `make help` lists them.
# A stamp in the environment records what is installed, so that a second run installs nothing.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

# The newest Python on the path that is new enough; another: make PYTHON=/path/to/python3.12 site
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$python"; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
LOCKED := $(PIP) --require-hashes --only-binary :all:
CODE := generator tests benchmarks setup.py
MEASURE := $(BIN)/python -m benchmarks
MARKUP := tests/site/node_modules
RIVALS := benchmarks/node_modules
RESOLVE = $(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --quiet --custom-compile-command "make lock"

.PHONY: help site serve check test lint types browser markup bench bench-build bench-search shots lock clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(VENV)/.site ## build the site of the seeds in site/
	$(BIN)/papergarden build

serve: $(VENV)/.site ## show the site at http://127.0.0.1:8000/ and rebuild it when a seed changes
	$(BIN)/mkdocs serve

check: $(VENV)/.site ## say what the seeds hold and what is wrong in them; FORMAT=text, json or github
	$(BIN)/papergarden check --format $(or $(FORMAT),text)

test: lint types browser markup ## run every check: format, lint, types, tests, strict build, links, browser
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## check format and style
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)

types: $(VENV)/.dev ## check types
	$(BIN)/mypy

browser: ## install Chromium from the system's packages if no browser is there and we may
	@.ci/browser

markup: ## install the checker of HTML where npm is there; without it the tests say that they skip
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(MARKUP)/.package-lock.json; fi

$(MARKUP)/.package-lock.json: tests/site/package-lock.json
	npm ci --prefix tests/site --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

bench: $(VENV)/.dev ## measure how often right and how fast, on real papers: CORPUS=papers.jsonl.gz
	@test -f "$(CORPUS)" || { echo "Name a file of papers: make bench CORPUS=papers.jsonl.gz" >&2; exit 1; }
	$(MEASURE).byline $(CORPUS)
	$(MEASURE).names $(CORPUS)
	$(MEASURE).reading $(CORPUS)
	$(MEASURE).repair $(CORPUS)
	$(MEASURE).linking $(CORPUS) damage
	$(MEASURE).topics $(CORPUS)
	$(MAKE) --no-print-directory bench-search CORPUS=$(CORPUS)
	$(MAKE) --no-print-directory bench-build CORPUS=$(CORPUS)

bench-build: $(VENV)/.dev ## builds side by side with MkDocs, Hugo and Zensical: CORPUS=papers.jsonl.gz SIZES="1000 3000" RUNS=1
	@test -f "$(CORPUS)" || { echo "Name a file of papers: make bench-build CORPUS=papers.jsonl.gz" >&2; exit 1; }
	$(MEASURE).build $(CORPUS) $(if $(SIZES),--sizes $(SIZES)) $(if $(RUNS),--runs $(RUNS))

bench-search: $(VENV)/.dev ## search engines side by side in Chromium: CORPUS=papers.jsonl.gz
	@test -f "$(CORPUS)" || { echo "Name a file of papers: make bench-search CORPUS=papers.jsonl.gz" >&2; exit 1; }
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(RIVALS)/.package-lock.json; fi
	$(MEASURE).search $(CORPUS)

# Not `npm ci`: Pagefind has a package for each platform, and a lock made on one need not know the others.
$(RIVALS)/.package-lock.json: benchmarks/package-lock.json
	npm install --no-save --prefix benchmarks --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

shots: $(VENV)/.dev site browser ## photograph each kind of page, phone to wide screen, light and dark, into build/shots/
	$(BIN)/python -m tests.site.shots

lock: $(VENV)/.dev ## resolve the dependencies anew; UPGRADE=--upgrade takes newer versions
	$(RESOLVE) $(UPGRADE) --output-file requirements.txt
	$(RESOLVE) $(UPGRADE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

clean: ## remove everything that was made, the environment too
	rm -rf site build .cache $(MARKUP) $(RIVALS) $(VENV)

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; none is on the path." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements.txt pyproject.toml | $(BIN)/python
	$(LOCKED) -r requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.txt pyproject.toml | $(BIN)/python
	$(LOCKED) -r requirements-dev.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.site
