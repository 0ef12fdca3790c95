# `make run` is all that is needed to see the explorer; `make help` lists the rest.
# Another Python: make run PYTHON=python3.13

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
UV     := uv==0.13.9

.PHONY: help run test bench check lock format clean venv

help:
	@echo "make run     start the explorer in the browser"
	@echo "make test    style checks and the test suite"
	@echo "make check   check the data package"
	@echo "make bench   measure the speed of the main operations"
	@echo "make format  tidy the source code"
	@echo "make lock    remake requirements.txt from .ci/requirements.in"
	@echo "             (UPGRADE=1 takes the newest versions that list allows)"
	@echo "make clean   remove the virtual environment and all caches"

run: venv
	$(PY) -m streamlit run app.py

test: venv
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m pytest

bench: venv
	$(PY) -m tests.bench

check: venv
	$(PY) -m explorer check

format: venv
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

# The environment keeps a copy of the lock it was made from: it is remade when the lock's
# content differs from that copy, whatever the files' dates say.
venv:
	@$(PY) -V >/dev/null 2>&1 && cmp -s requirements.txt $(VENV)/installed.txt || \
	   $(MAKE) --no-print-directory $(VENV)/new

.PHONY: $(VENV)/new
$(VENV)/new:
	@command -v $(PYTHON) >/dev/null || \
	  { echo "Python 3.11 or newer is needed, and '$(PYTHON)' was not found. Another one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed, and '$(PYTHON)' is $$($(PYTHON) -V 2>&1). Another one: make PYTHON=python3.12"; exit 1; }
	@echo "Installing the packages of requirements.txt into $(VENV): about a minute, once."
	$(PYTHON) -m venv --clear $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@cp requirements.txt $(VENV)/installed.txt

# Versions already in requirements.txt stay unless UPGRADE=1 or .ci/requirements.in forbids them.
lock:
	@tmp=$$(mktemp -d) && trap 'rm -rf "$$tmp"' EXIT && \
	$(PYTHON) -m venv "$$tmp/venv" && \
	"$$tmp/venv/bin/pip" install --quiet --disable-pip-version-check '$(UV)' && \
	"$$tmp/venv/bin/uv" pip compile --quiet --no-config $(if $(UPGRADE),--upgrade) \
	  --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  .ci/requirements.in -o requirements.txt >/dev/null && \
	{ echo "# Exact versions and hashes of every package, for Python 3.11 and newer; do not edit by hand."; \
	  echo "# To remake it from .ci/requirements.in: make lock"; \
	  cat requirements.txt; } > "$$tmp/lock" && cp "$$tmp/lock" requirements.txt

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
