"""How many small faults of the rooms below ui do their tests notice?

    tools/mutants.py [--seed N] [--count 200]

mutmut makes faults in randomly chosen files, in a copy of the tree under build/mutants. It notes
which tests run through which function, and for each of `count` random faults runs those alone.
Survivors are shown as differences, to be read one by one: a test is missing, or the fault is none
(SQL in small letters). Ends with 1 where fewer than 85 % were noticed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "build" / "mutants"
ROOMS = ("domain", "importers", "storage", "actions")
FILES = 25  # making and measuring the faults of all files would take most of an hour
FLOOR = 0.85
NOTICED = (1, 3, 24, -24, 36, 152, 255)  # codes of mutmut: a test failed, or ran for ever

CONFIG = """
[tool.mutmut]
source_paths = ["ksdesk"]
only_mutate = {files}
also_copy = ["resources", "tools"]
pytest_add_cli_args = ["-p", "no:randomly", "--timeout=0", "--ignore={reads}", "-m", "{marks}"]
pytest_add_cli_args_test_selection = {tests}
"""
READS_SOURCES = "tests/domain/test_every_rule.py"
MARKS = "not (bench or packaged or soak or fuzz or kill or slow)"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--count", type=int, default=200)
    asked = parser.parse_args()
    print(f"mutants: --seed {asked.seed} --count {asked.count}", flush=True)
    chance = random.Random(asked.seed)
    copy_tree()
    files = sorted(
        path.relative_to(PLACE).as_posix()
        for room in ROOMS
        for path in (PLACE / "ksdesk" / room).rglob("*.py")
        if path.name != "__init__.py"
    )
    files = sorted(chance.sample(files, FILES))
    config = CONFIG.format(
        files=json.dumps(files),
        tests=json.dumps([f"tests/{room}" for room in ROOMS]),
        marks=MARKS,
        reads=READS_SOURCES,
    )
    with (PLACE / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(config)
    mutmut("run", "none of them")  # makes them, and notes which tests reach which
    names = sorted(outcomes())
    chosen = sorted(chance.sample(names, min(asked.count, len(names))))
    said = mutmut("run", *chosen)
    found = outcomes()
    if all(found[name] is None for name in chosen):  # the tests fail without any fault
        raise SystemExit(said[-4000:])
    survivors = [name for name in chosen if found[name] not in NOTICED]
    for name in survivors:
        print(mutmut("show", name), flush=True)
    share = 1 - len(survivors) / len(chosen)
    print(f"{len(chosen)} of {len(names)} in {FILES} files, {share:.0%} noticed")
    return int(share < FLOOR)


def copy_tree() -> None:
    """What git knows, and the compiled texts."""
    shutil.rmtree(PLACE, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    known = [ROOT / name for name in listed.stdout.splitlines()]
    compiled = ROOT.glob("resources/translations/*.qm")
    for path in filter(Path.is_file, [*known, *compiled]):
        target = PLACE / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)


def mutmut(*words: str) -> str:
    """Run mutmut in the copy; what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *words],
        cwd=PLACE,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        text=True,
    )
    return done.stdout


def outcomes() -> dict[str, int | None]:
    """Each fault by its name, and what became of it (None: not tried)."""
    found: dict[str, int | None] = {}
    for path in (PLACE / "mutants").rglob("*.meta"):
        found |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    if not found:
        raise SystemExit("mutmut made no faults: run it in build/mutants to see why")
    return found


if __name__ == "__main__":
    sys.exit(main())
