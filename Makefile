# Each of these is the one command needed on a fresh Debian or Ubuntu machine with Python and make.
# `make help` lists them. A second run does nothing twice.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo serve test check bench proof proof-quick screens oracles locks wheels run-ready test-ready dev-ready data-ready

PYTHON ?= python3
HOME_DIR ?= demo
DATA ?= ../shared/data
export PYTHON

bin := .venv/bin
# WeasyPrint loads the first two by name; the third holds the letters that our own fonts lack.
system_to_run := libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core
# The browser, which Ubuntu calls chromium-browser, and what reads the words of a paper back.
system_to_test := $(system_to_run) chromium|chromium-browser poppler-utils
benchmarks := $(sort $(wildcard benchmarks/*.py))

help: ## this list
	@echo "make WHAT, where WHAT is one of:"
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r what why; do printf '  %-12s %s\n' "$$what" "$$why"; done
	@echo
	@echo "Settings: PYTHON=$(PYTHON)  HOME_DIR=$(HOME_DIR) (the demo's folder)  DATA=$(DATA) (files for the proof)"

demo: run-ready ## build an invented enterprise of about sixty people in ./demo, with its papers
	$(bin)/alongside demo "$(HOME_DIR)"
	@echo "or: make serve"

serve: run-ready ## show the demo's pages on this machine
	$(bin)/alongside --home "$(HOME_DIR)" serve

test: test-ready ## run the tests, on SQLite and PostgreSQL
	$(bin)/pytest -n 2 --dist worksteal -m 'not proof'

check: dev-ready ## look at layout, mistakes, types and who imports whom
	$(bin)/ruff format --check
	$(bin)/ruff check
	$(bin)/mypy
	$(bin)/lint-imports

bench: dev-ready ## measure all, and fail at the end where a goal is missed
	@missed=(); for program in $(benchmarks); do echo "$$program"; $(bin)/python "$$program" || missed+=("$$program"); done; \
	[ "$${#missed[@]}" -eq 0 ] || { echo "A goal was missed, or the program fell over: $${missed[*]}"; exit 1; }

proof: test-ready oracles data-ready ## the long checks, with DATA=FOLDER from outside the repository, then measure
	ALONGSIDE_DATA="$(abspath $(DATA))" $(bin)/pytest -n 2 --dist worksteal -m proof
	@$(MAKE) --no-print-directory bench

proof-quick: test-ready data-ready ## the part of the proof that takes some minutes
	ALONGSIDE_DATA="$(abspath $(DATA))" $(bin)/pytest -n 2 --dist worksteal -m 'proof and not long'

screens: test-ready ## draw the main pages and walks, as people see them, into ./screens with an index
	@test -d "$(HOME_DIR)" || $(bin)/alongside demo "$(HOME_DIR)"
	@rm -rf screens
	$(bin)/python scripts/screens.py "$(HOME_DIR)" screens
	ALONGSIDE_SCREENS="$(CURDIR)/screens/walks" $(bin)/pytest -q tests/walks/test_walks.py
	@$(bin)/python scripts/screens.py "$(HOME_DIR)" screens index
	@echo "Look at screens/index.html"

oracles: dev-ready ## put programs of others, to compare with, into an environment of their own
	@scripts/environment.sh .venv-oracles requirements-oracles.lock

wheels: run-ready ## build the four wheels into dist/, without a look at any registry
	@rm -rf dist
	@for folder in core plugins/*/; do echo "$$folder"; (cd "$$folder" && "$(CURDIR)/$(bin)/hatchling" build --target wheel --directory "$(CURDIR)/dist" >/dev/null); done
	@ls dist

locks: dev-ready ## work out all pins afresh and write the locks
	@scripts/locks.sh

run-ready:
	@scripts/system-packages.sh $(system_to_run)
	@scripts/environment.sh .venv requirements.lock

dev-ready:
	@scripts/system-packages.sh $(system_to_run)
	@scripts/environment.sh .venv requirements-dev.lock

test-ready:
	@scripts/system-packages.sh $(foreach package,$(system_to_test),'$(package)')
	@scripts/environment.sh .venv requirements-dev.lock

data-ready:
	@test -d "$(DATA)" || { echo "There is no folder $(DATA). Name the one with the files: make proof DATA=FOLDER" >&2; exit 1; }
