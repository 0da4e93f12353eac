"""How many small faults of the rooms below ui do their tests notice?

    tools/mutants.py [--seed N] [--count 200] [--under ksdesk/domain/deposit]

Each of `count` random faults (a comparison, a sign, a number, a condition, an answer) is put into
a copy of the tree under build/mutants. The tests that mirror its file run there; if they pass,
those of its topic in every room; then those of its room and the actions. Survivors are shown as
differences, to be read one by one: a test is missing, or the fault is none. A fault that makes a
test run for over a minute is noticed, and told. Ends with 1 where fewer than 85 % were noticed.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import cache_from_source
from pathlib import Path
from queue import SimpleQueue

from pytest import ExitCode

ROOT = Path(__file__).resolve().parent.parent
PLACES = ROOT / "build" / "mutants"
ROOMS = ("domain", "importers", "storage", "actions")
FLOOR = 0.85
LONGEST = 60  # seconds for one test; then it runs for ever, which is noticed
NEAR = "not (bench or packaged or soak or fuzz or kill)"
WIDE = f"{NEAR} and not slow"
READS_SOURCES = "tests/domain/test_every_rule.py"  # and the faulty file is not written as ours are
PLAIN = ["-p", "no:randomly", "-p", "no:xvfb", f"--timeout={LONGEST}", "--hypothesis-profile=quick"]

OTHER = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
}
Fault = tuple[int, Callable[[], None]]  # its line, and what makes it
PASSED, NOTICED, FOR_EVER = "passed", "noticed", "for ever"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--under", default="ksdesk")
    asked = parser.parse_args()
    print(f"mutants: --seed {asked.seed} --count {asked.count} --under {asked.under}", flush=True)
    texts = {
        file.relative_to(ROOT): file.read_text("utf-8")
        for room in ROOMS
        for file in sorted((ROOT / "ksdesk" / room).rglob("*.py"))
        if file.relative_to(ROOT).is_relative_to(asked.under)
    }
    known = [
        (name, text, number)
        for name, text in texts.items()
        for number in range(len(list(faults(ast.parse(text)))))
    ]
    chosen = random.Random(asked.seed).sample(known, min(asked.count, len(known)))
    places: SimpleQueue[Path] = SimpleQueue()
    for number in range(os.cpu_count() or 1):
        places.put(copy_tree(PLACES / str(number)))
    with ThreadPoolExecutor(places.qsize()) as pool:
        rooms = [f"tests/{room}" for room in ROOMS]
        if {*pool.map(lambda room: run(places, WIDE, [room]), rooms)} != {PASSED}:
            raise SystemExit("mutants: the tests fail without any fault (make check tells which)")
        print("the tests pass without any fault", flush=True)
        seen = Counter(pool.map(lambda each: outcome(places, *each), chosen))
    share = 1 - seen[PASSED] / len(chosen)
    print(f"{len(chosen)} of {len(known)} faults: {seen[NOTICED]} noticed, {seen[FOR_EVER]} ran")
    print(f"for ever, which is noticed, {seen[PASSED]} survived: {share:.0%} noticed")
    return int(share < FLOOR)


def faults(tree: ast.AST) -> Iterator[Fault]:
    """What could be wrong in code; annotations and what only types need are left."""
    for node in code(tree):
        line = getattr(node, "lineno", 0)
        match node:
            case ast.Compare(ops=[op]) if type(op) in OTHER:
                yield line, partial(setattr, node, "ops", [OTHER[type(op)]()])
            case ast.BoolOp(op=op) | ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in OTHER:
                yield line, partial(setattr, node, "op", OTHER[type(op)]())
            case ast.Constant(value=bool(value)):
                yield line, partial(setattr, node, "value", not value)
            case ast.Constant(value=int(value)):
                yield line, partial(setattr, node, "value", value + 1)
            case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
                yield line, partial(setattr, node, "test", ast.UnaryOp(ast.Not(), test))
            case ast.Return(value=value) if value and not is_none(value):
                yield line, partial(setattr, node, "value", ast.Constant(None))


def code(node: ast.AST) -> Iterator[ast.AST]:
    """The node and all below it that runs."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns", "decorator_list"):
            for below in value if isinstance(value, list) else [value]:
                if isinstance(below, ast.AST):
                    yield from code(below)


def is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def stages(name: Path) -> Iterator[tuple[str, list[str]]]:
    """Marks and tests to run one after another: those of the file, of its topic, of its room and
    of the actions, through which all that lies below reaches the seller."""
    _, room, *inner = name.with_suffix("").parts
    mirror = Path("tests", room, *inner[:-1], f"test_{inner[-1]}.py")
    topics = dict.fromkeys((inner[0], inner[-1]))
    near = [f"tests/{r}/{each}" for r in ROOMS for t in topics for each in (t, f"test_{t}.py")]
    for tests in ([str(mirror)], [each for each in near if each != str(mirror)]):
        if there := [each for each in tests if (ROOT / each).exists()]:
            yield NEAR, there
    yield WIDE, [f"tests/{room}"]
    yield NEAR, ["tests/actions"]


def outcome(places: SimpleQueue[Path], name: Path, text: str, number: int) -> str:
    """What the tests say to a fault; it is shown where they pass or run for ever."""
    tree = ast.parse(text)
    right = ast.unparse(tree).splitlines()
    line, make = list(faults(tree))[number]
    make()
    wrong = ast.unparse(ast.fix_missing_locations(tree))
    said = PASSED
    for marks, tests in stages(name):
        said = run(places, marks, tests, name, text, wrong)
        if said != PASSED:
            break
    if said == NOTICED:
        print(".", end="", flush=True)
        return said
    place = f"{name}:{line}"
    change = difflib.unified_diff(right, wrong.splitlines(), place, said, n=2, lineterm="")
    print("\n" + "\n".join(change), flush=True)
    return said


def run(
    places: SimpleQueue[Path],
    marks: str,
    tests: list[str],
    name: Path | None = None,
    text: str = "",
    wrong: str = "",
) -> str:
    """What the tests say where the file called `name` has the text `wrong`."""
    place = places.get()
    try:
        if name:
            put(place / name, wrong)
        command = [sys.executable, "-m", "pytest", "-qx", "-m", marks, *PLAIN]
        done = subprocess.run(
            [*command, f"--ignore={READS_SOURCES}", *tests],
            cwd=place,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(place)},
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode in (ExitCode.OK, ExitCode.NO_TESTS_COLLECTED):
            return PASSED
        return FOR_EVER if "+ Timeout +" in done.stderr + done.stdout else NOTICED
    finally:
        if name:
            put(place / name, text)
        places.put(place)


def put(file: Path, text: str) -> None:
    """Write a module; what was compiled of it goes, for a fault may be as long and as old."""
    Path(cache_from_source(str(file))).unlink(missing_ok=True)
    file.write_text(text, encoding="utf-8")


def copy_tree(place: Path) -> Path:
    """What git knows, and the compiled texts, in a new folder."""
    if place.exists():
        shutil.rmtree(place)
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    known = [ROOT / name for name in listed.stdout.splitlines()]
    compiled = ROOT.glob("resources/translations/*.qm")
    for path in filter(Path.is_file, [*known, *compiled]):
        target = place / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    return place


if __name__ == "__main__":
    sys.exit(main())
