# `make jam` plays, `make test` runs every check. Both make what they need first, in .venv; the second time they begin at once.

PYTHON ?= $(shell for python in python3.11 python3; do if $$python -c '' 2>/dev/null; then echo $$python; break; fi; done)

VENV := .venv
BIN := $(VENV)/bin
WISHES := pyproject.toml constraints.txt

.PHONY: jam test peers clean
.DELETE_ON_ERROR:

jam: $(VENV)/.plays
	$(BIN)/repons jam

test: $(VENV)/.tests peers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict -p bridge -p model
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder

# The real programs that the tests play with: sclang, Pure Data, JACK, FluidSynth, Ardour.
peers:
	@bash .ci/peers

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "No Python found: install Python 3.11 (on Debian and Ubuntu: sudo apt-get install python3.11 python3.11-venv), then run make again." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 13))' || { echo "$(PYTHON) is not Python 3.11 or 3.12: install one of these, then run make PYTHON=python3.11." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "$(PYTHON) came without its venv module: install it (on Debian and Ubuntu: sudo apt-get install python3-venv), then run make again." >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	touch $@

$(VENV)/.plays: $(VENV)/.made $(WISHES)
	$(BIN)/python -m pip install --disable-pip-version-check --constraint constraints.txt --editable '.[midi]'
	touch $@

$(VENV)/.tests: $(VENV)/.plays
	$(BIN)/python -m pip install --disable-pip-version-check --constraint constraints.txt --editable '.[midi,link,oscquery,dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info jam.mid jam.wav
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find bridge model tests -name __pycache__ -type d -prune -exec rm -rf {} +
