"""How many small faults of the rooms below ui do their tests notice?

    tools/mutants.py [--seed N] [--count 200] [--under ksdesk/domain/deposit]

First the tests of the rooms and the quick ones of the others run once, and what lines of the rooms
each runs is kept below build/mutants (a file runs again when it or what it ran has changed). Then
`count` random faults out of all that mutmut makes in functions (other operators, numbers and words,
arguments left out, None for what is set or given) are put into a module as it is loaded, each in a
process of its own: mutmut's own runs know no nearest tests. The tests that run the faulty line are
asked, the nearest and shortest first (for what runs as a module is loaded, those that use the
module or what imports it): first those of the rooms, for up to eight seconds; where none notices
the fault, all others that run the line, the pages' among them, for 25 seconds more. Survivors are
shown as differences, to be read one by one: a test is missing, or the fault is none. A fault that
makes a test run for ever is noticed, and told. Ends with 1 where fewer than 85 % were noticed. The
tree must not change meanwhile.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import os
import pickle
import random
import re
import resource
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import SequenceMatcher, unified_diff
from functools import partial
from importlib.machinery import SourceFileLoader
from itertools import islice
from pathlib import Path
from types import CodeType
from typing import Any

import coverage
import pytest
from libcst import FunctionDef, Module
from mutmut.mutation.file_mutation import Mutation, create_mutations

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "build" / "mutants"
KEPT = PLACE / "recorded"
ROOMS = ("domain", "importers", "storage", "actions")
REST = ("exports", "sample", "ui", "journeys")  # have tests that run the rooms, too
FLOOR = 0.85
MEMORY = 6 << 30  # bytes for one process: a fault can ask for more and more
# Seconds of tests asked about a fault, of the rooms, then of all; what needs more survives.
FIRST, SECOND = 8.0, 25.0
NEVER = "(bench or packaged or soak or fuzz or kill)"
PLAIN = """-q --timeout=600 -p no:randomly -p no:xvfb --hypothesis-profile=quick
    -W ignore:Module:pytest.PytestAssertRewriteWarning""".split()
# Loaded once, before the processes part; pytest cannot rewrite its plugins' files any more then.
WARM = ("hypothesis", "peewee", "openpyxl", "PIL.Image", "PySide6.QtTest", "PySide6.QtWidgets")

# For the processes that a test starts, workbooks are read in one.
ELSEWHERE = """from importlib.machinery import SourceFileLoader
get_code = SourceFileLoader.get_code
def with_fault(loader, fullname):
    if loader.path == {0!r}:
        return compile({1!r}, loader.path, "exec", dont_inherit=True)
    return get_code(loader, fullname)
SourceFileLoader.get_code = with_fault
"""

# What these processes run is recorded, too, for the test that started them.
RECORDED_ELSEWHERE = """[run]
data_file = {0}/ran
parallel = true
source = {1}
context = ${{ASKED_BY}}
disable_warnings = no-data-collected
"""

Fault = tuple[str, int]  # the module, and which of its faults
FINE = pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED
PASSED, NOTICED, FOR_EVER = "passed", "noticed", "for ever"


@dataclass
class Recorded:
    """What the tests of a file ran."""

    seconds: dict[str, float] = field(default_factory=dict)  # of each test
    lines: dict[str, dict[int, frozenset[str]]] = field(
        default_factory=dict
    )  # tests by module, line
    depends: dict[str, str] = field(default_factory=dict)  # the texts it was recorded with
    failed: list[str] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--under", default="ksdesk")
    asked = parser.parse_args()
    print(f"mutants: --seed {asked.seed} --count {asked.count} --under {asked.under}", flush=True)
    os.chdir(ROOT)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.path.insert(0, str(ROOT))
    for each in WARM:
        __import__(each)
    modules = [
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in sorted((ROOT / "ksdesk" / room).rglob("*.py"))
    ]
    recorded = record()
    print(f"{sum(len(r.seconds) for r in recorded.values())} tests pass without any fault")
    inside = [name for name in modules if Path(name).is_relative_to(asked.under)]
    numbers = dict(apart(lambda name: len(faults(name)[1]), inside))
    known = [(name, number) for name in inside for number in range(numbers[name])]
    mixed = random.Random(asked.seed).sample(known, len(known))
    chosen = list(islice((fault for fault in mixed if not is_assertion(fault)), asked.count))
    seen = Counter[str]()
    left = []
    for fault, said in apart(partial(outcome, recorded, modules, False), chosen):
        if said == PASSED:
            left.append(fault)
        else:
            told(seen, fault, said)
    print(f"\n{len(left)} faults that the rooms let pass", flush=True)
    for fault, said in apart(partial(outcome, recorded, modules, True), left):
        told(seen, fault, said)
    share = 1 - seen[PASSED] / len(chosen)
    print(f"\n{len(chosen)} of {len(known)} faults: {seen[NOTICED]} noticed, {seen[FOR_EVER]} ran")
    print(f"for ever, which is noticed, {seen[PASSED]} survived: {share:.1%} noticed")
    return int(share < FLOOR)


def told(seen: Counter[str], fault: Fault, said: str | None) -> None:
    seen[said or FOR_EVER] += 1
    print("." if said == NOTICED else shown(fault, said or FOR_EVER), end="", flush=True)


def faults(name: str) -> tuple[Module, list[Mutation]]:
    """A module, and all that could be wrong in its functions."""
    module, found, *_ = create_mutations(name, Path(name).read_text("utf-8"))
    return module, [f for f in found if isinstance(f.contained_by_top_level_function, FunctionDef)]


def faulty(fault: Fault) -> tuple[str, str]:
    """The text of a module as it is, and with a fault."""
    name, number = fault
    module, found = faults(name)
    wrong = module.deep_replace(found[number].original_node, found[number].mutated_node)
    return module.code, wrong.code


def is_assertion(fault: Fault) -> bool:
    """Whether only what says that zipped things have one length is gone: then nothing changes."""
    right, wrong = faulty(fault)
    return right.count("strict=True") > wrong.count("strict=True")


def shown(fault: Fault, said: str) -> str:
    before, after = (text.splitlines() for text in faulty(fault))
    return "\n" + "\n".join(unified_diff(before, after, fault[0], said, n=2, lineterm="")) + "\n"


def outcome(recorded: dict[str, Recorded], modules: list[str], others: bool, fault: Fault) -> str:
    """What the tests of the rooms, or `others` than these did, say to a fault."""
    name, _ = fault
    right, wrong = faulty(fault)
    ran = chosen_tests(recorded, modules, name, statement(right, wrong))
    tests = within(FIRST, {test: took for test, took in ran.items() if in_rooms(test)})
    if others:
        tests = within(SECOND, {test: took for test, took in ran.items() if test not in tests})
    get_code = SourceFileLoader.get_code

    def with_fault(loader: SourceFileLoader, fullname: str) -> CodeType | None:
        if Path(loader.path) == ROOT / name:
            return compile(wrong, loader.path, "exec", dont_inherit=True)
        return get_code(loader, fullname)

    SourceFileLoader.get_code = with_fault  # type: ignore[assignment, method-assign]
    if not tests:
        return PASSED
    site = site_of(os.getpid())
    site.mkdir(exist_ok=True)
    (site / "sitecustomize.py").write_text(ELSEWHERE.format(str(ROOT / name), wrong))
    os.environ["PYTHONPATH"] = str(site)
    ended = pytest.main(["-x", *PLAIN, *place(), *files_of(tests)], plugins=[Asked(tests)])
    return PASSED if ended in FINE else NOTICED


def statement(right: str, wrong: str) -> range:
    """The lines of the innermost statement around a fault; of one with a body, those before it: but
    of a function all, for what is there if nothing is given shows as it runs."""
    changes = SequenceMatcher(None, right.splitlines(), wrong.splitlines(), autojunk=False)
    changed = [(first, last) for tag, first, last, *_ in changes.get_opcodes() if tag != "equal"]
    begin, end = changed[0][0] + 1, max(changed[-1][1], changed[0][0] + 1)
    found = range(begin, end + 1)
    for node in ast.walk(ast.parse(right)):
        if isinstance(node, ast.stmt) and node.lineno <= begin and end <= (node.end_lineno or end):
            inner = None if isinstance(node, ast.FunctionDef) else getattr(node, "body", None)
            last = inner[0].lineno - 1 if inner else node.end_lineno
            found = range(node.lineno, max(last or 0, node.lineno) + 1)
    return found


def chosen_tests(
    recorded: dict[str, Recorded], modules: list[str], name: str, lines: range
) -> dict[str, float]:
    """The tests that run these lines, the nearest and shortest first, and how long each takes."""
    ran = {
        test
        for r in recorded.values()
        for line in lines
        for test in r.lines.get(name, {}).get(line, ())
    }
    near = {file for file in recorded if imports(file, name)}
    if ran <= {""}:  # as the module is loaded, or in a process that was killed
        users = {name, *(each for each in modules if imports(each, name))}
        ran = {
            t
            for r in recorded.values()
            for u in users
            for at in r.lines.get(u, {}).values()
            for t in at
        }
        ran |= near
    seconds = {
        test: took
        for file, r in recorded.items()
        for test, took in r.seconds.items()
        if test in ran or file in ran
    }
    _, room, *inner = Path(name).with_suffix("").parts
    mirror = "/".join(("tests", room, *inner[:-1], f"test_{inner[-1]}.py"))

    def far(test: str) -> tuple[bool, bool, bool, bool, float]:
        named, told = test.startswith(mirror), test.partition("::")[0] in near
        by_fixture = test not in ran
        return not named, not told, inner[0] not in test, by_fixture, seconds[test]

    return {test: seconds[test] for test in sorted(seconds, key=far)}


def within(left: float, seconds: dict[str, float]) -> dict[str, float]:
    """The first of the tests that take no longer together."""
    whole = {}
    for test, took in seconds.items():
        if took <= left:
            whole[test] = took
            left -= took
    return whole


def in_rooms(test: str) -> bool:
    return test.split("/")[1] in ROOMS


def imports(file: str, name: str) -> bool:
    """Whether a file imports a module, its folder, or something out of the folder's face."""
    folder, _, last = Path(name).with_suffix("").as_posix().replace("/", ".").rpartition(".")
    above, _, topic = folder.rpartition(".")
    said = rf"from {folder}(?:\.{last})? import|from {above} import .*\b{topic}\b"
    return re.search(said, Path(file).read_text("utf-8")) is not None


class Asked:
    """Asks some tests only, in their order; one that takes far too long ends the process."""

    def __init__(self, tests: dict[str, float]) -> None:
        self.tests = tests

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        order = {test: at for at, test in enumerate(self.tests)}
        items[:] = sorted((i for i in items if i.nodeid in order), key=lambda i: order[i.nodeid])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        signal.setitimer(signal.ITIMER_PROF, 5 + 10 * self.tests[item.nodeid])


def record() -> dict[str, Recorded]:
    """What of the rooms each test file runs."""
    KEPT.mkdir(parents=True, exist_ok=True)
    files = [
        path.relative_to(ROOT).as_posix()
        for room in (*ROOMS, *REST)
        for path in sorted((ROOT / "tests" / room).rglob("test_*.py"))
    ]
    known = {file: kept(file) for file in files}
    fresh = [file for file, there in known.items() if there is None]
    for file, found in apart(record_file, fresh):
        if found is None or found.failed:
            raise SystemExit(f"mutants: {file} fails without any fault: {found and found.failed}")
        known[file] = found
        kept_at(file).write_bytes(pickle.dumps(found))
    return {file: there for file, there in known.items() if there is not None}


def kept_at(file: str) -> Path:
    return KEPT / hashlib.sha256(file.encode()).hexdigest()[:16]


def kept(file: str) -> Recorded | None:
    """What a test file ran, where neither it nor that has changed since."""
    if not kept_at(file).exists():
        return None
    found: Recorded = pickle.loads(kept_at(file).read_bytes())
    same = all(digest(name) == was for name, was in found.depends.items())
    return found if same else None


def digest(name: str) -> str:
    path = ROOT / name
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def record_file(file: str) -> Recorded:
    source = [str(ROOT / "ksdesk" / room) for room in ROOMS]
    cover = coverage.Coverage(data_file=None, config_file=False, source=source, messages=False)
    found = Recorded()
    site = site_of(os.getpid())
    site.mkdir(exist_ok=True)
    (site / "coveragerc").write_text(RECORDED_ELSEWHERE.format(site, ",".join(source)))
    os.environ["COVERAGE_PROCESS_START"] = str(site / "coveragerc")
    cover.start()
    wanted = f"not {NEVER}" if in_rooms(file) else f"not slow and not {NEVER}"
    ended = pytest.main([*PLAIN, "-m", wanted, *place(), file], plugins=[Recorder(cover, found)])
    cover.stop()
    if ended not in (*FINE, pytest.ExitCode.TESTS_FAILED):
        found.failed.append(file)
    data = cover.get_data()
    for part in site.glob("ran.*"):
        with suppress(coverage.CoverageException):  # of a process that was killed as it wrote
            there = coverage.CoverageData(str(part))
            there.read()
            data.update(there)
    alike: dict[frozenset[str], frozenset[str]] = {}  # most lines are run by the tests of others
    for each in data.measured_files():
        name = Path(each).relative_to(ROOT).as_posix()
        ran = {at: frozenset(by) for at, by in data.contexts_by_lineno(each).items()}
        if ran:  # coverage tells of modules that no test loaded, too
            found.lines[name] = {at: alike.setdefault(by, by) for at, by in ran.items()}
    support = [path for path in (ROOT / file).parents for path in path.glob("conftest.py")]
    names = [file, *found.lines, *(str(path.relative_to(ROOT)) for path in support)]
    found.depends = {name: digest(name) for name in names}
    return found


class Recorder:
    """Tells coverage which test runs; what a fixture does counts for all tests of the file."""

    def __init__(self, cover: coverage.Coverage, found: Recorded) -> None:
        self.cover = cover
        self.found = found
        self.caches: list[Any] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.found.failed.append(report.nodeid)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        rooms = tuple(f"ksdesk.{room}." for room in ROOMS)
        loaded = [each for name, each in sys.modules.items() if name.startswith(rooms)]
        inside = (value for module in loaded for value in vars(module).values())
        self.caches = [each for each in inside if hasattr(each, "cache_clear")]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        for each in self.caches:  # or only the first test would seem to run what is kept
            each.cache_clear()
        started = time.process_time()
        self.now(item.nodeid.partition("::")[0])
        try:
            return (yield)
        finally:
            self.found.seconds[item.nodeid] = time.process_time() - started

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        self.now(item.nodeid)
        return (yield)

    def now(self, who: str) -> None:
        self.cover.switch_context(who)
        os.environ["ASKED_BY"] = who


def files_of(tests: Iterable[str]) -> list[str]:
    return [*dict.fromkeys(test.partition("::")[0] for test in tests)]


def place() -> list[str]:
    return [f"--basetemp={PLACE / str(os.getpid())}"]


def apart(work: Callable[[Any], Any], them: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Each with what `work` answers in a process of its own, one for each core; None where that
    process was ended."""
    running: dict[int, Any] = {}
    for each in them:
        if len(running) == (os.cpu_count() or 1):
            yield first_end(running)
        if not (process := os.fork()):
            alone(work, each)
        running[process] = each
    while running:
        yield first_end(running)


def alone(work: Callable[[Any], Any], each: Any) -> None:
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    try:
        said_at(os.getpid()).write_bytes(pickle.dumps(work(each)))
    finally:
        os._exit(0)


def first_end(running: dict[int, Any]) -> tuple[Any, Any]:
    process, _ = os.wait()
    for there in (PLACE / str(process), site_of(process)):
        shutil.rmtree(there, ignore_errors=True)
    file = said_at(process)
    said = pickle.loads(file.read_bytes()) if file.exists() else None
    file.unlink(missing_ok=True)
    return running.pop(process), said


def site_of(process: int) -> Path:
    return PLACE / f"{process}.site"


def said_at(process: int) -> Path:
    return PLACE / f"{process}.said"


if __name__ == "__main__":
    sys.exit(main())
