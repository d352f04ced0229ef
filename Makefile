# Two commands a newcomer needs: `make demo` and `make test`. Each makes its own environment first.
PYTHON ?= python3.11
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest

.PHONY: demo test lint audit faults bench docs lock clean help

help:
	@echo "make demo   检查 examples/ 里的文书，打印疑点表并写出 HTML 报告 · check examples/ and write a report"
	@echo "make test   全部检查与测试 · everything CI runs"
	@echo "make audit  按逐条核实的结果重算准确率 · recompute precision from the adjudications"
	@echo "make faults 植入差错，重算检出率 · plant faults and recompute recall"
	@echo "make bench  测速度，与同次运行的参照相比，慢 15% 即不通过 · speed against loops of the same run; fails at 15 % worse"
	@echo "make docs   重新生成场景页 · regenerate the scenario pages"

.venv/ready: requirements/run.txt pyproject.toml tools/bootstrap
	PYTHON=$(PYTHON) sh tools/bootstrap run

.venv/ready-dev: requirements/dev.txt pyproject.toml tools/bootstrap
	PYTHON=$(PYTHON) sh tools/bootstrap dev

demo: .venv/ready
	@$(BIN)/anjian check examples --format table --out build/demo.html --fail-on never

test: .venv/ready-dev lint
	$(PYTEST) -q -n 2 --dist worksteal

lint: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

audit: .venv/ready-dev
	$(BIN)/python -m tools.audit

faults: .venv/ready-dev
	$(BIN)/python -m tools.faults

bench: .venv/ready-dev
	$(BIN)/python -m benchmarks.rates

docs: .venv/ready-dev
	$(BIN)/python -m tools.docs

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url -q pyproject.toml requirements/build.in -o requirements/run.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url -q pyproject.toml requirements/build.in requirements/dev.in -o requirements/dev.txt

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache
