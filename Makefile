# Every target does its own set-up: Python 3.11 to 3.13, make, git and a package registry are all it needs.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint format pytest browser bench quality peers model teacher lock transcripts hooks clean

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && { echo $$python; break; }; \
	done)
VENV ?= .venv
BIN := $(VENV)/bin
STORY := harrow-strait
# The corpora that the model is trained and measured on; they are not ours to give away (docs/quality.md).
SHARED ?= ../shared

UPGRADE ?=
LOCK = build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate --no-emit-index-url --no-emit-find-links $(UPGRADE)

HAS_BROWSER := command -v chromium chromium-browser google-chrome google-chrome-stable >/dev/null

# A set-up is done again only when what it was made from has changed.
RUNTIME := $(VENV)/.stamp-runtime
DEV := $(VENV)/.stamp-dev
BENCH := $(VENV)/.stamp-bench
PEERS := .venv-peers/.stamp
TRAIN := .venv-train/.stamp
TEACHER := .venv-train/.stamp-teacher

help:  ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUNTIME)  ## Read the sample story, show it on one screen, write the dossier
	mkdir -p build
	rm -f build/$(STORY).db*
	$(BIN)/onrecord build examples/$(STORY)/coverage -o build/$(STORY).db
	$(BIN)/onrecord brief build/$(STORY).db
	$(BIN)/onrecord dossier build/$(STORY).db -o build/$(STORY).html
	@echo "The whole story, with its evidence: build/$(STORY).html"

test: lint pytest  ## Everything that must pass: format, lint, types, tests

lint: $(DEV)  ## Format, lint and types, without the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

pytest: $(DEV) browser  ## The tests alone; without a Chromium, and outside CI, without those of pages
	if $(HAS_BROWSER) || [ -n "$${CI:-}" ]; then $(BIN)/pytest; else $(BIN)/pytest --ignore=tests/browser; fi

browser:  # installs Chromium where root may, as in a container
	@$(HAS_BROWSER) || [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || { \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; \
	} >/dev/null

format: $(DEV)  ## Format the code, mend what the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(BENCH) $(PEERS)  ## Speed, memory, encoder share, beside spaCy and textacy (SHARED=folder)
	mkdir -p build/bench
	$(BIN)/python -m bench.speed $(SHARED)/data/polnear/dev.jsonl --peer-python .venv-peers/bin/python -o build/bench/speed

quality: $(BENCH)  ## Scores of the shipped model on the dev sets (SHARED=folder)
	mkdir -p build/bench
	$(BIN)/python -m bench.quality --shared $(SHARED) -o build/bench/quality

peers: $(BENCH) $(PEERS)  ## Scores of the field's small tools beside ours, on the same documents (SHARED=folder)
	mkdir -p build/bench
	$(BIN)/python -m bench.peers --shared $(SHARED) --peer-python .venv-peers/bin/python -o build/bench/peers

# How often a pass of the last stages draws the large sets.
IN_PART = --share ewt=0.1 --share re3d=0.3 --share timebank=0.5 --share newsmtsc=0.3 --share te3silver=0.1 --share events=2
model: $(TRAIN)  ## Train the model again and replace the shipped file (SHARED=folder)
	.venv-train/bin/python -m training.train --shared $(SHARED) --out build/model/first \
		--only polnear --only gum --only re3d
	.venv-train/bin/python -m training.label build/model/first/model.pt --encoder minilm --shared $(SHARED) \
		--out build/model/soft --only gum --only timebank --only te3silver
	$(if $(TEACHER_SOFT),cp $(TEACHER_SOFT)/*.npz build/model/soft/)
	.venv-train/bin/python -m training.train --shared $(SHARED) --out build/model/second --soft build/model/soft \
		--start build/model/first/model.pt --epochs 5 --rate 1.5e-4
	.venv-train/bin/python -m training.train --shared $(SHARED) --out build/model/third --soft build/model/soft \
		--start build/model/second/model.pt --epochs 2 --rate 1e-4 --head-rate 5e-4 --average 0.995 \
		$(IN_PART) --share polnear=0.15 --share news=4
	.venv-train/bin/python -m training.train --shared $(SHARED) --out build/model/fourth --soft build/model/soft \
		--start build/model/third/model.pt --epochs 1 --rate 8e-5 --head-rate 5e-4 --average 0.995 \
		$(IN_PART) --share polnear=0.6 --share news=3
	.venv-train/bin/python -m training.export build/model/fourth/model.pt onrecord/reading/reader.onnx

teacher: $(TEACHER)  ## Train a teacher; then `make model TEACHER_SOFT=build/teacher/soft` (SHARED=folder)
	.venv-train/bin/python -m training.train --shared $(SHARED) --out build/teacher --encoder mpnet --pieces 3072 \
		--only polnear --only newsmtsc --epochs 3 --rate 8e-5 --head-rate 6e-4 --decay 0.92 --average 0.99
	.venv-train/bin/python -m training.label build/teacher/model.pt --shared $(SHARED) --out build/teacher/soft

lock:  ## Resolve the locks again, keeping what still fits (UPGRADE=--upgrade: the newest of everything)
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install -q uv==0.13.9
	$(LOCK) pyproject.toml --extra charts -o requirements.lock
	$(LOCK) pyproject.toml --extra charts --extra dev -c requirements.lock -o requirements-dev.lock
	$(LOCK) --group build -c requirements-dev.lock -o requirements-build.lock
	$(LOCK) pyproject.toml --extra bench -c requirements-dev.lock -o bench/requirements.lock
	$(LOCK) --group peers -o bench/peers.lock

transcripts: $(RUNTIME)  ## Run the commands that README.md shows and write down what they print
	$(BIN)/python -m scripts.transcripts

hooks: $(DEV)  ## Check every commit before it is made
	$(BIN)/pre-commit install

clean:  ## Remove environments, caches and what was built
	rm -rf .venv .venv-peers .venv-train build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "Error: no Python 3.11, 3.12 or 3.13 found. Install one, or name it: make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.lock requirements-build.lock pyproject.toml | $(BIN)/python
	$(BIN)/pip install -q --require-hashes -r requirements.lock -r requirements-build.lock
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	$(BIN)/pip install -q --require-hashes -r requirements-dev.lock
	touch $@

$(BENCH): bench/requirements.lock $(DEV)
	$(BIN)/pip install -q --require-hashes -r bench/requirements.lock
	touch $@

$(PEERS): bench/peers.lock
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/pip install -q --require-hashes -r $<
	touch $@

# By version and not by hash: which build of torch fits depends on the machine.
$(TRAIN): requirements.lock requirements-build.lock pyproject.toml
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/pip install -q --require-hashes -r requirements.lock -r requirements-build.lock
	.venv-train/bin/pip install -q --no-build-isolation -e '.[train]'
	touch $@

$(TEACHER): $(TRAIN)
	.venv-train/bin/pip install -q --no-build-isolation -e '.[train,teacher]'
	touch $@
