# What one does with jianxi. Every target makes what it needs; none says anything about what is already there.
.PHONY: demo test lint format bench docs lock
.SILENT:
BIN := .venv/bin
RUNTIME := .venv/runtime.stamp
DEV := .venv/dev.stamp
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header

demo: $(RUNTIME)
	scripts/bootstrap.sh runtime
	exec $(BIN)/jianxi demo

test: lint
	scripts/bootstrap.sh runtime
	scripts/bootstrap.sh tests
	$(BIN)/python -m pytest -q -n 2 --dist worksteal

lint: $(DEV)
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint jianxi/templates --lint --quiet

format: $(DEV)
	$(BIN)/ruff check --quiet --fix --select I .
	$(BIN)/ruff format --quiet .

bench: $(DEV)
	$(BIN)/python -m bench

docs: $(DEV)
	$(BIN)/python -m jianxi.domain.diagrams > docs/flows.md

# Names and versions come from pyproject.toml. Without --upgrade what is locked stays.
lock: $(DEV)
	echo 'setuptools' | $(LOCK) - -o requirements/build.txt
	$(LOCK) pyproject.toml -o requirements/runtime.txt
	$(LOCK) pyproject.toml --extra dev -c requirements/runtime.txt -o requirements/dev.txt

$(RUNTIME): pyproject.toml requirements/build.txt requirements/runtime.txt scripts/venv.sh
	scripts/venv.sh runtime

$(DEV): pyproject.toml requirements/build.txt requirements/dev.txt scripts/venv.sh $(RUNTIME)
	scripts/venv.sh dev
