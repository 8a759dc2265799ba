.DEFAULT_GOAL := help
export PYTHONUTF8 = 1
PY := .venv/bin/python
BIN := .venv/bin
SECONDS ?= 60

.PHONY: help run test check bench torture pictures installers test-installers format lock clean

help:  ## list the targets
	@grep -E "^[a-z-]+:.*##" Makefile | sed -E "s/:.*## /\t/"

run:  ## set up and start: the window, or the demo where there is no display
	@.ci/setup run
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		exec $(PY) -m shkola_desktop; \
	else \
		exec $(PY) -m shkola_desktop demo build/demo; \
	fi

test:  ## set up and pass every check and test
	@.ci/setup test
	@$(MAKE) --no-print-directory check

check:  ## format, lint, contracts, types, tests; stops at the first fault
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/lint-imports --no-cache --no-logo >build-lint.txt 2>&1 || { cat build-lint.txt; rm -f build-lint.txt; exit 1; }; rm -f build-lint.txt
	@$(BIN)/basedpyright --level error
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 2

bench:  ## speed as ratios against floors and peers of the same run
	@.ci/setup test
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.bench

torture:  ## fuzz the reader of packages: make torture SECONDS=600
	@.ci/setup test
	@$(PY) -m tests.torture.fuzz_reader $(SECONDS)

pictures:  ## every screen as a picture under build/pictures, and the one of README
	@.ci/setup test
	@$(PY) -m tests.pictures build/pictures
	@cp build/pictures/half-diagnosis.png resources/help/pictures/diagnosis.png

installers:  ## what schools install, for Windows and Linux, under dist/
	@.ci/setup test
	@.ci/setup installers
	@$(PY) -m installer.build all

test-installers:  ## try what installers built: bare Debian, Wine (as root, minutes)
	@.ci/setup test
	@.ci/setup installers
	@$(PY) -m installer.trial

format:  ## put the format right
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .

lock:  ## pin the packages again, with hashes
	@uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml -o requirements.txt
	@uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --group dev pyproject.toml -o requirements-dev.txt

clean:  ## remove what was made
	@rm -rf .venv build dist .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
