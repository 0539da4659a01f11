# Every target says in one line what it does; `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)/python
STAMP := $(VENV)/.installed
SPEC ?=
VERSION ?=
BASE ?= openapi/nexus-commerce-v3.json
JOBS ?= 4
ARGS ?=
DO ?= move
PORTABLE := tests/contract tests/drift tests/generated tests/sandbox tests/sessions/test_stores.py tests/sessions/test_session_record.py
PYTEST := $(PY) -m pytest -q -n $(JOBS) --dist loadgroup --progress

# What was compiled is kept, whatever the environment says: a run of the tests starts hundreds of interpreters.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup lock demo test test-full test-portable test-pyodide versions check fmt usage regen pin drift watch record page shop sandbox bench docs dist starters changelog clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {name[++n] = $$1; says[n] = $$2} /^\t.*\$$\((ARGS|PYTEST)\)/ {args[n] = "ARGS"} \
	  END {for (i = 1; i <= n; i++) printf "  %-13s %-4s %s\n", name[i], args[i], says[i]}' $(MAKEFILE_LIST)
	@echo; echo '  ARGS="..." is handed on where it is named above: make demo ARGS=--help, make test ARGS="-k cart"'
	@echo '  JOBS=$(JOBS) processes run the tests; PYTHON=$(PYTHON) makes the environment'

.PHONY: again
# An environment that was removed or whose Python has gone is made again, whatever its stamp says.
$(STAMP): requirements/dev.lock pyproject.toml $(if $(wildcard $(PY)),,again)
	@test "$$($(PYTHON) -c 'import sys; print(sys.version_info >= (3, 11))' 2>/dev/null)" = True || { \
	  echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo not there)." >&2; \
	  echo "Name another one: make setup PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) scripts/environment.py $(VENV)
	@touch $@

setup: $(STAMP)  ## make .venv with the locked dependencies; install redis-server and chromium where allowed

lock: $(STAMP)  ## resolve the dependencies again into requirements/dev.lock
	$(VENV)/bin/uv pip compile pyproject.toml --all-extras --group dev --python-version 3.11 --universal --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet -o requirements/dev.lock

demo: $(STAMP)  ## buy something as a guest, over HTTP, from a sandbox store started and stopped here
	@$(PY) scripts/demo.py $(ARGS)

test: $(STAMP)  ## run the tests
	@$(PYTEST) $(ARGS)

test-full: $(STAMP)  ## run the tests with every proof at its full length
	@NEXUS_FULL_LENGTH=1 $(PYTEST) --timeout 1800 $(ARGS)

test-portable: $(STAMP)  ## run the tests that need neither a shell, a fork, redis nor a browser: pure ones, stores, sandbox
	@$(PYTEST) -m "not redis and not browser" $(PORTABLE) $(ARGS)

test-pyodide: $(STAMP)  ## run the pure tests in Python for WebAssembly, as a browser's page has it
	@$(PY) scripts/pure_tests.py $(ARGS)

versions:  ## print the versions of Python that the classifiers name, as JSON
	@$(PYTHON) scripts/versions.py $(ARGS)

check: $(STAMP)  ## lint, types, generated code and sync twins current, workflows valid
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(PY) scripts/unasync.py --check
	$(PY) scripts/regen.py --check
	PYTHONPATH=scripts $(VENV)/bin/lint-imports --no-cache
	$(PY) scripts/sizes.py
	$(VENV)/bin/mypy
	$(PY) scripts/docs_types.py
	$(PY) scripts/usage.py --check
	$(VENV)/bin/pyright
	$(VENV)/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(VENV)/bin/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/contract.yml .github/ISSUE_TEMPLATE/fault.yml .github/ISSUE_TEMPLATE/wish.yml
	$(VENV)/bin/pre-commit validate-config
	NO_MKDOCS_2_WARNING=1 $(VENV)/bin/mkdocs build --strict --quiet
	$(VENV)/bin/zizmor --offline --quiet .github/workflows

fmt: $(STAMP)  ## format by hand-written code's rules
	$(VENV)/bin/ruff check --fix --quiet . ; $(VENV)/bin/ruff format --quiet . ; $(PY) scripts/unasync.py

usage: $(STAMP)  ## record what the facade sends and reads (docs/coverage.md), and what its views hold (docs/fields.md)
	$(PY) scripts/usage.py
	$(PY) scripts/fields.py

regen: $(STAMP)  ## generate generated/nexus_commerce from the pin and the overlay
	$(PY) scripts/regen.py

pin: $(STAMP)  ## move the pin to SPEC=<path or URL> (default: upstream), report the drift, regenerate
	$(PY) scripts/pin.py $(if $(SPEC),--spec $(SPEC)) $(ARGS)

drift: $(STAMP)  ## compare the pin with SPEC=<path or URL> (default: upstream)
	$(PY) scripts/drift.py $(if $(SPEC),$(BASE) $(SPEC)) $(ARGS)

watch:  ## what the daily watch does with build/drift: DO=move tries the pin, DO=issue and DO=pull tell it on GitHub
	@$(PYTHON) scripts/watch.py $(DO) $(ARGS)

record: $(STAMP)  ## record the cassettes from a sandbox (LIVE=1: from the store in the SCALEV_* variables)
	$(PY) scripts/record.py $(if $(LIVE),--live) $(ARGS)

page: $(STAMP)  ## build what a page in a browser loads into build/page: Pyodide's core and one archive
	@$(PY) scripts/page.py $(ARGS)

shop: $(STAMP)  ## serve the example shop, which runs in the browser, beside a sandbox store
	@$(PY) scripts/shop.py $(ARGS)

sandbox: $(STAMP)  ## serve the sandbox store on 127.0.0.1:8420
	@$(PY) -m nexus_sandbox $(ARGS)

bench: $(STAMP)  ## measure against named peers in the same run; writes build/bench.json and build/bench.png
	$(PY) scripts/bench.py $(ARGS)

docs: $(STAMP)  ## build the documentation's site into build/site (SERVE=1: serve it while you write)
	@NO_MKDOCS_2_WARNING=1 $(VENV)/bin/mkdocs $(if $(SERVE),serve,build --strict --quiet)

dist: $(STAMP)  ## build sdist and wheel, check both, buy something with the wheel in a fresh environment
	@$(PY) scripts/dist.py $(ARGS)

starters: $(STAMP)  ## make each project of `nexus new` from a built wheel; run its tests and checks
	@$(PY) scripts/starters.py $(ARGS)

changelog: $(STAMP)  ## show the next version's entry; VERSION=x.y.z writes it and removes the fragments
	@$(VENV)/bin/towncrier build $(if $(VERSION),--yes --version $(VERSION),--draft --version next)

clean:  ## remove what the targets made, the environment included
	rm -rf $(VENV) .cache build dist
