# Bare `make` lists the targets. Everything lives in .venv, beside this file.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
SETUP := $(VENV)/.installed
TS := $(wildcard resources/translations/*.ts)
QM := $(TS:.ts=.qm)
LUPDATE := -no-obsolete -locations none -source-language en_US
SOURCES := $(shell find ksdesk -name '*.py' 2>/dev/null | sort)

# Which tests run where: `make test` all that need neither a stopwatch nor dist/.
TESTS := not bench and not packaged and not soak
QUICK := $(TESTS) and not fuzz and not kill and not slow
# A process for each core; whoever is done takes of what is left to another. The order is another
# at each run: the command shows its seed, and `make test SEED=...` repeats it.
SEED := $(or $(SEED),$(shell date +%s))
SPREAD := -n auto --dist worksteal --randomly-seed=$(SEED)

# Not below this folder: a drive of wine's is /, and setuptools walks all that lies here.
export WINDOWS_WORK ?= $(HOME)/.cache/ksdesk-windows

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Else each process of the tests would compile all that it loads, twelve seconds long.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup run test quick check lint types mutants kill fuzz trouble soak bench screenshots package frozen package-linux package-windows test-windows manual translations oldbook fonts licences constraints clean

help: ## list these targets
	@echo "ksdesk: make TARGET"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1|\2/' | awk -F'|' '{ printf "  %-16s %s\n", $$1, $$2 }'

# ---- environment

$(SETUP): pyproject.toml constraints.txt tools/preflight.sh
	@python=$$(sh tools/preflight.sh setup) && \
	if ! $(BIN)/python -c 'import pip' >/dev/null 2>&1; then \
		echo "making $(VENV) with $$python"; rm -rf $(VENV) && "$$python" -m venv $(VENV); \
	fi
	@echo "installing the pinned dependencies into $(VENV)"
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@$(BIN)/python -m compileall -q ksdesk
	@touch $@

%.qm: %.ts | $(SETUP)
	@$(BIN)/pyside6-lrelease $< -qm $@.new >/dev/null
	@touch $@.new && mv $@.new $@

setup: $(SETUP) $(QM) ## make .venv with the app (editable) and the development tools
	@:

# ---- the app

run: setup ## start the app (without a display: the tour, into ./tour)
	@sh tools/preflight.sh run >/dev/null
	@sh tools/run.sh

screenshots: setup ## walk the tour offscreen into ./tour
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m ksdesk --tour tour

# ---- checks

test: setup ## run all tests, with the coverage floor of the rooms below ui
	@sh tools/preflight.sh test >/dev/null
	$(BIN)/python -m pytest -q -m "$(TESTS)" $(SPREAD) --cov --cov-report=term

quick: setup
	@sh tools/preflight.sh test >/dev/null
	$(BIN)/python -m pytest -q -m "$(QUICK)" $(SPREAD) --hypothesis-profile=quick

lint: setup
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	@# A file opened without its encoding is read as GBK on a Chinese Windows.
	$(BIN)/ruff check --preview --select PLW1514
	$(BIN)/vulture

types: setup
	$(BIN)/mypy

check: ## format, lint, types, layers and the quick tests (three minutes)
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory types
	@$(MAKE) --no-print-directory quick

mutants: setup ## make 200 small faults below ui and see how many the tests notice (SEED=... repeats)
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[mutants]'
	@$(BIN)/python tools/mutants.py --seed $(SEED)

kill: setup ## kill it 330 times while it works and see what is lost (SEED=... COUNT=...)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python tests/trust/kills.py --seed $(SEED) --count $(or $(COUNT),330)

fuzz: setup ## feed 100,000 odd inputs to all that reads (SEED=... COUNT=...)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python tests/trust/fuzz.py --seed $(SEED) --count $(or $(COUNT),100000)

trouble: setup ## full disks, lost rights, damaged books, wrong clocks, locks of others (SEED=...)
	@QT_QPA_PLATFORM=offscreen TROUBLE=whole SEED=$(SEED) $(BIN)/python -m pytest -q -p no:randomly tests/trust/test_trouble.py

soak: setup ## 2,000 page switches, 500 imports and undos, 200 languages and themes: is it level?
	@QT_QPA_PLATFORM=offscreen PYTHONMALLOC=malloc $(BIN)/python tests/trust/soak.py --seed $(SEED)

bench: setup ## measure all that has a figure (TABLE=docs/performance.md writes it down)
	@sh tools/preflight.sh test >/dev/null
	$(BIN)/python -m pytest -q -m bench -p no:randomly -s $(if $(TABLE),--table $(TABLE)) tests/bench tests/ui/parts/test_gallery.py

# ---- the packaged app

# the same bytes again from the same commit
ONE_BUILD = PYTHONHASHSEED=1 SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct 2>/dev/null || echo 0)

package: setup ## build dist/ksdesk with PyInstaller
	@sh tools/preflight.sh package >/dev/null
	@rm -rf build/ksdesk dist/ksdesk
	$(ONE_BUILD) $(BIN)/pyinstaller --noconfirm --log-level WARN ksdesk.spec
	@$(ONE_BUILD) $(BIN)/python tools/make_sbom.py dist/ksdesk dist/ksdesk.cdx.json
	@if [ -f dist/ksdesk/share/ksdesk.desktop ]; then desktop-file-validate dist/ksdesk/share/ksdesk.desktop; fi
	@du -sh dist/ksdesk

frozen: ## test dist/ksdesk
	@test -x dist/ksdesk/ksdesk || { echo "dist/ksdesk is not there: run make package first"; exit 1; }
	$(BIN)/python -m pytest -q -m packaged tests/packaging

package-linux: ## put dist/ksdesk into a .deb and a portable archive in dist/linux, and try them
	@test -x dist/ksdesk/ksdesk || { echo "dist/ksdesk is not there: run make package first"; exit 1; }
	tools/package_linux.sh
	$(BIN)/python -m pytest -q -m packaged -p no:randomly -s tests/packaging/test_linux.py

package-windows: setup ## build the Windows installer under wine into dist/windows and try it (12 minutes)
	@sh tools/preflight.sh package >/dev/null
	tools/windows/prepare.sh "$(WINDOWS_WORK)"
	tools/windows/package.sh "$(WINDOWS_WORK)"
	PACKAGE=dist/windows/ksdesk $(BIN)/python -m pytest -q -m packaged -k "only or alone or licence or complete" tests/packaging/test_frozen.py
	$(BIN)/python -m pytest -q -m packaged -p no:xvfb -p no:randomly -s tests/packaging/test_windows.py

test-windows: setup ## run the tests under a Windows Python (TESTED=tests/domain for some of them; an hour for all)
	tools/windows/prepare.sh "$(WINDOWS_WORK)"
	tools/windows/test.sh "$(WINDOWS_WORK)" $(TESTED)

# ---- made files that are committed

manual: setup ## renew the pictures of handbook and READMEs (from a tour) and docs/manual*.md
	rm -rf build/tour
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m ksdesk --tour build/tour
	$(BIN)/python tools/make_manual.py build/tour

translations: setup ## collect the texts (lupdate) and compile them (lrelease)
	$(BIN)/pyside6-lupdate $(SOURCES) $(LUPDATE) -target-language zh_CN -ts resources/translations/ksdesk_zh_CN.ts
	$(BIN)/pyside6-lupdate $(SOURCES) $(LUPDATE) -pluralonly -target-language en_US -ts resources/translations/ksdesk_en_US.ts
	@$(MAKE) --no-print-directory setup

oldbook: setup ## make tests/old_books/vN.sql of a step that was added
	$(BIN)/python tools/make_old_book.py

licences: setup ## renew resources/licences.json
	$(BIN)/python tools/collect_licences.py --list resources/licences.json

fonts: setup ## renew resources/fonts from Debian's fonts-noto-cjk
	$(BIN)/python tools/make_fonts.py

constraints: setup ## take the versions now in .venv as the pinned ones
	$(BIN)/python tools/pin.py

clean: ## delete what was built (not .venv)
	rm -rf "$(WINDOWS_WORK)" build dist tour .pytest_cache .mypy_cache .ruff_cache .coverage .coverage.* $(QM)
