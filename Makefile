# The commands of the project. On a bare Debian: apt-get install python3-venv python3-dev gcc make
.DELETE_ON_ERROR:
.PHONY: run test others fast test-fast gate bench cases docs pack soak lock

PYTHON ?= python3
TEXT ?= examples/astana.txt
BIN := .venv/bin
FAST := .venv-fast/bin
export REQUIRE

run: .venv/run.stamp  ## the minutes of the seed report (or another: make run TEXT=report.txt), then what a ledger of invented reports knows of a pair
	@$(BIN)/tutanak read $(TEXT)
	@echo
	@rm -f .venv/demo.db .venv/demo.db-*  # of another version perhaps
	@$(BIN)/tutanak demo --ledger .venv/demo.db

test: .venv/test.stamp  ## lint, types, import contracts, packs, tests, quality gate; REQUIRE=all: what is missing fails instead of being skipped
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/compile_pack.py --check
	$(BIN)/pytest -q -n auto
	$(BIN)/python eval/gate.py

others: .venv-others/stamp  ## the programs that exports are for, in an environment of their own: their tests run where it is

fast: .venv-fast/stamp  ## the same code compiled with mypyc, into .venv-fast; takes minutes

test-fast: .venv-fast/stamp  ## all tests of the reader on the compiled build
	$(FAST)/pytest -q -n auto

gate: .venv/test.stamp  ## score the dev gold and compare with eval/floors.json
	$(BIN)/python eval/gate.py

bench: .venv-fast/stamp  ## speed and memory of the compiled build, one core; make bench FAST=.venv/bin: of the pure one
	$(FAST)/python eval/bench.py

cases: .venv/test.stamp  ## after a deliberate change: rewrite the cases under tests/cases with what the reader gives now; review the diff
	$(BIN)/python tools/rewrite_cases.py

docs: .venv/test.stamp  ## docs/cli.md from --help, the picture of the seed report's minutes
	$(BIN)/python tools/write_docs.py

pack: .venv/test.stamp  ## compile the language packs
	$(BIN)/python tools/compile_pack.py

soak: .venv/test.stamp  ## the long runs
	SOAK=1 $(BIN)/pytest -q -rP -m soak
	SOAK=1 $(BIN)/pytest -q tests/web/test_contract.py tests/web/test_hostile.py tests/web/test_large.py
	$(BIN)/python eval/bench.py --long
	$(BIN)/python eval/bench_ledger.py
	$(BIN)/python eval/bench_ledger.py --postgresql
	$(BIN)/python eval/bench_stories.py --long
	$(BIN)/python eval/bench_archive.py
	$(BIN)/python eval/bench_ingest.py
	$(BIN)/python eval/bench_web.py

lock: .venv/test.stamp  ## pin what is installed now
	$(BIN)/pip freeze --exclude-editable | sort -f > requirements.lock

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run.stamp: pyproject.toml requirements.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[ledger]'
	@touch $@

.venv/test.stamp: pyproject.toml requirements.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[test]'
	@touch $@ .venv/run.stamp

# What is compiled is installed first as it is: mypy follows the imports of the dependencies.
.venv-fast/stamp: pyproject.toml requirements.lock setup.py $(shell find src -name '*.py' -o -name '*.yaml' -o -name 'tr.*')
	test -x $(FAST)/python || $(PYTHON) -m venv .venv-fast
	$(FAST)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock 'setuptools>=69' wheel '.[test,bench]'
	rm -rf build  # of an earlier build, whose modules would go in as well
	TUTANAK_COMPILE=1 $(FAST)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --force-reinstall .
	@touch $@

.venv-others/stamp:
	test -x .venv-others/bin/python || $(PYTHON) -m venv .venv-others
	.venv-others/bin/python -m pip install --quiet --disable-pip-version-check 'followthemoney>=4' 'frictionless>=5'
	@touch $@
