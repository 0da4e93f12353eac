"""How many small faults of the rooms below ui do their tests notice?

    tools/mutants.py [--seed N] [--count 200] [--under ksdesk/domain/deposit]

Each of `count` random faults (a comparison, a sign, a number, a condition, an answer) is put into
a copy of the tree under build/mutants, and the tests of its topic run there, then those of its
room. Survivors are shown as differences, to be read one by one: a test is missing,
or the fault is none. Ends with 1 where fewer than 85 % were noticed.
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
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).resolve().parent.parent
PLACES = ROOT / "build" / "mutants"
ROOMS = ("domain", "importers", "storage", "actions")
FLOOR = 0.85
LONGEST = 600  # seconds for one fault; then it runs for ever, which is noticed
MARKS = "not (bench or packaged or soak or fuzz or kill or slow)"
READS_SOURCES = "tests/domain/test_every_rule.py"  # and the faulty file is not written as ours are
PLAIN = ["-p", "no:randomly", "-p", "no:xvfb", "--timeout=0", "--hypothesis-profile=quick"]

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


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--under", default="ksdesk")
    asked = parser.parse_args()
    print(f"mutants: --seed {asked.seed} --count {asked.count} --under {asked.under}", flush=True)
    known = [
        (file, number)
        for room in ROOMS
        for file in sorted((ROOT / "ksdesk" / room).rglob("*.py"))
        if file.relative_to(ROOT).is_relative_to(asked.under)
        for number in range(len(list(faults(ast.parse(file.read_text("utf-8"))))))
    ]
    chosen = random.Random(asked.seed).sample(known, min(asked.count, len(known)))
    places: SimpleQueue[Path] = SimpleQueue()
    for number in range(os.cpu_count() or 1):
        places.put(copy_tree(PLACES / str(number)))
    with ThreadPoolExecutor(places.qsize()) as pool:
        if not run(places, [f"tests/{room}" for room in ROOMS]):
            raise SystemExit("mutants: the tests fail without any fault")
        survived = sum(pool.map(lambda each: survives(places, *each), chosen))
    share = 1 - survived / len(chosen)
    print(f"{len(chosen)} of {len(known)}, {share:.0%} noticed")
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


def tests_of(file: Path) -> list[str]:
    """The tests of the file's topic in every room, then all of its room."""
    room, topic = file.relative_to(ROOT / "ksdesk").with_suffix("").parts[:2]
    near = [f"tests/{other}/{name}" for other in ROOMS for name in (topic, f"test_{topic}.py")]
    return [*(name for name in near if (ROOT / name).exists()), f"tests/{room}"]


def survives(places: SimpleQueue[Path], file: Path, number: int) -> bool:
    """Whether the tests pass with the fault; it is shown then."""
    tree = ast.parse(file.read_text("utf-8"))
    right = ast.unparse(tree).splitlines()
    line, make = list(faults(tree))[number]
    make()
    wrong = ast.unparse(ast.fix_missing_locations(tree))
    name = file.relative_to(ROOT)
    if not run(places, tests_of(file), name, wrong):
        return False
    change = difflib.unified_diff(right, wrong.splitlines(), f"{name}:{line}", n=2, lineterm="")
    print("\n".join(change), end="\n\n", flush=True)
    return True


def run(
    places: SimpleQueue[Path], tests: list[str], name: Path | None = None, text: str = ""
) -> bool:
    """Whether the tests pass where the file called `name` has this text."""
    place = places.get()
    try:
        if name:
            (place / name).write_text(text, encoding="utf-8")
        command = [sys.executable, "-B", "-m", "pytest", "-qx", "-m", MARKS, *PLAIN]
        done = subprocess.run(
            [*command, f"--ignore={READS_SOURCES}", *tests],
            cwd=place,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(place)},
            check=False,
            capture_output=True,
            timeout=LONGEST if name else None,
        )
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        if name:
            shutil.copy(ROOT / name, place / name)
        places.put(place)


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
