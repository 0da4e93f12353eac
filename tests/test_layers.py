"""The arrows between the rooms, held against every import in the sources, deferred ones too."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import ksdesk

PACKAGE = Path(ksdesk.__file__).parent
LEAVES = {"paths", "settings"}
EVERYTHING = {"app", "__main__"}

# room → the rooms it may import, besides itself and the leaves
ARROWS = {
    "domain": set(),
    "importers": {"domain"},
    "storage": {"domain"},
    "charts": {"domain"},
    "exports": {"charts", "domain"},
    "actions": {"importers", "storage", "exports", "domain"},
    "sample": {"actions", "domain"},
    "ui": {"actions", "charts", "exports", "sample", "domain", "storage", "log"},
    "paths": set(),
    "settings": set(),
    "log": set(),
    "light": set(),
}
# Each topic may import those after it in its room. In ui what serves the pages stands below them:
# a page takes the imports in, which stand above its topic elsewhere.
TOPICS = (
    *(
        "today",
        "month",
        "search",
        "settings",
        "reviews",
        "opening",
        "promotion",
        "orders",
        "aftersales",
        "traffic",
    ),
    *("imports", "products", "deposit", "guide", "backups", "exports", "links"),
)
SERVING = ("imports", "backups", "exports", "links")
TOPICS_IN_UI = (*(topic for topic in TOPICS if topic not in SERVING), *SERVING)
NO_TOPICS = {"parts", "shell", "personal", "__pycache__"}
STORAGE_FOR_UI = {"Reader", "BookProblem"}
QT = {"PySide6", "shiboken6"}
MAY_IMPORT_QT = {"ui", "app", "log", "light"}
PEEWEE = {"peewee", "playhouse"}
# Never at the module level of anything that the window needs at its start (DESIGN, start-up).
LATE = [
    "matplotlib",
    "numpy",
    "PIL",
    "pi_heif",
    "segno",
    "stdnum",
    "python_calamine",
    "xlsxwriter",
    "jinja2",
    "holidays",
    "pypinyin",
    "scipy",
]


@dataclass(frozen=True)
class Import:
    """One import: `module` as written out in full, `names` taken from it, where it stands."""

    module: str
    names: tuple[str, ...]
    where: str

    @property
    def top(self) -> str:
        return self.module.split(".")[0]

    @property
    def room(self) -> str | None:
        """The room of ksdesk it reaches into; None for ksdesk itself and foreign packages."""
        parts = self.module.split(".")
        return parts[1] if parts[0] == "ksdesk" and len(parts) > 1 else None


def module_name(path: Path) -> str:
    parts = ["ksdesk", *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(tree: ast.Module, module: str, *, package: bool, where: str) -> Iterator[Import]:
    """Every import in a source: anywhere in it, relative or not, literal import_module too."""
    for node in ast.walk(tree):
        place = f"{where}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, (), place)
        elif isinstance(node, ast.ImportFrom):
            base = module.split(".")
            if node.level:
                base = base[: len(base) - node.level + (1 if package else 0)]
                target = ".".join([*base, *([node.module] if node.module else [])])
            else:
                target = node.module or ""
            names = tuple(alias.name for alias in node.names)
            if target == "ksdesk":
                for name in names:
                    yield Import(f"ksdesk.{name}" if is_room(name) else "ksdesk", (name,), place)
            else:
                yield Import(target, names, place)
        elif isinstance(node, ast.Call) and node.args:
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            first = node.args[0]
            if name in {"import_module", "__import__"} and isinstance(first, ast.Constant):
                yield Import(str(first.value), (), place)


def is_room(name: str) -> bool:
    return (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").exists()


@dataclass(frozen=True)
class File:
    """What is looked at of a file of ksdesk; `classes` are those at its top."""

    path: Path
    module: str
    imports: tuple[Import, ...]
    classes: tuple[str, ...]


@cache
def files() -> tuple[File, ...]:
    """All of ksdesk. Only this is kept: whole trees would be gone through at each collection."""
    return tuple(file_at(path) for path in sorted(PACKAGE.rglob("*.py")))


def file_at(path: Path) -> File:
    tree, module = ast.parse(path.read_text("utf-8")), module_name(path)
    where, package = str(path.relative_to(PACKAGE.parent)), path.name == "__init__.py"
    classes = tuple(node.name for node in tree.body if isinstance(node, ast.ClassDef))
    return File(
        path, module, tuple(imports_of(tree, module, package=package, where=where)), classes
    )


def faults(room: str, found: Import, *, module: str) -> Iterator[str]:
    """What is wrong with one import of one room, as sentences."""
    if room in EVERYTHING:
        return
    target = found.room
    if target and target != room and target not in ARROWS[room] | LEAVES:
        yield f"{found.where}: {room} may not import {target}"
    if target and room in LEAVES and target not in LEAVES:
        yield f"{found.where}: {room} is a leaf and imports {target}"
    if target in LEAVES and room == "domain" and module != "ksdesk.domain.rulebook":
        yield f"{found.where}: domain knows no files; rulebook alone reads the shipped rules"
    if room == "ui" and target == "storage":
        extra = set(found.names) - STORAGE_FOR_UI
        if found.module != "ksdesk.storage" or extra or not found.names:
            yield f"{found.where}: ui may take only Reader and BookProblem from ksdesk.storage"
    if found.top in QT and room not in MAY_IMPORT_QT:
        yield f"{found.where}: {room} may not import Qt"
    if found.top in PEEWEE and room != "storage":
        yield f"{found.where}: peewee lives only in storage"
    if found.module.startswith("matplotlib.pyplot") or (
        found.module == "matplotlib" and "pyplot" in found.names
    ):
        yield f"{found.where}: no pyplot; charts makes Figures"


def test_every_import_follows_the_arrows() -> None:
    wrong = []
    for file in files():
        room = file.module.split(".")[1] if "." in file.module else "ksdesk"
        if room == "ksdesk":
            wrong += [f"{each.where}: ksdesk/__init__.py imports nothing" for each in file.imports]
        elif room not in ARROWS and room not in EVERYTHING:
            wrong.append(f"{file.module}: the room {room} is not in the arrows")
        else:
            wrong += [t for each in file.imports for t in faults(room, each, module=file.module)]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ksdesk.domain.money", "def f():\n    from ksdesk.storage import Store"),
        ("ksdesk.domain.money", "from ..storage import Store"),
        ("ksdesk.domain.money", "from .. import storage"),
        ("ksdesk.domain.money", "import PySide6.QtCore"),
        ("ksdesk.domain.money", "from ksdesk.paths import resources"),
        ("ksdesk.importers.csv", "if TYPE_CHECKING:\n    import peewee"),
        ("ksdesk.charts.style", "from matplotlib import pyplot"),
        ("ksdesk.charts.style", "import importlib\nimportlib.import_module('ksdesk.ui')"),
        ("ksdesk.ui.parts.table", "from ksdesk.storage import Store"),
        ("ksdesk.ui.parts.table", "from ksdesk.storage.reader import Reader"),
        ("ksdesk.ui.parts.table", "import ksdesk.storage"),
        ("ksdesk.ui.parts.table", "from ksdesk import importers"),
        ("ksdesk.sample.shop", "from ksdesk.storage import Store"),
        ("ksdesk.paths", "from ksdesk.domain import money"),
    ],
)
def test_a_forbidden_import_is_found(module: str, source: str) -> None:
    room = module.split(".")[1]
    found = imports_of(ast.parse(source), module, package=False, where="x.py")
    assert [text for each in found for text in faults(room, each, module=module)]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ksdesk.ui.parts.table", "from ksdesk.storage import BookProblem, Reader"),
        ("ksdesk.ui.parts.table", "from ksdesk import __version__"),
        ("ksdesk.domain.rulebook", "from ksdesk.paths import resources"),
        (
            "ksdesk.actions.imports",
            "from ksdesk.importers import table\nfrom ..storage import Store",
        ),
        ("ksdesk.storage.book", "from . import models\nimport peewee"),
    ],
)
def test_an_allowed_import_passes(module: str, source: str) -> None:
    room = module.split(".")[1]
    found = imports_of(ast.parse(source), module, package=False, where="x.py")
    assert not [text for each in found for text in faults(room, each, module=module)]


@cache
def imported_modules() -> dict[str, set[str]]:
    """Each module of ksdesk with those that it imports, deferred and for types alone ones too."""
    known = {file.module for file in files()}
    found: dict[str, set[str]] = {}
    for file in files():
        for each in file.imports:
            full = [f"{each.module}.{name}" for name in each.names]
            whole = {name if name in known else each.module for name in full} or {each.module}
            found.setdefault(file.module, set()).update(whole & (known - {file.module, "ksdesk"}))
    return found


def circle_in(graph: dict[str, set[str]]) -> list[str]:
    """Modules that import each other in a circle, [] where none do."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert not circle_in(imported_modules())


def topic_of(module: str) -> str:
    """The topic in its room, "" for what serves all: leaves, and the words that a topic has."""
    place = module.split(".")[2:]
    words = place[-1:] and place[-1].endswith("words")
    return place[0] if place and place[0] in TOPICS and not words else ""


def topics_imported(graph: dict[str, set[str]]) -> dict[str, dict[str, set[str]]]:
    """By room: each topic with the others that it imports there."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for module, imported in graph.items():
        here, room = topic_of(module), module.split(".")[1]
        there = {topic_of(other) for other in imported if other.split(".")[1] == room}
        if here:
            found[room][here] |= there - {here, ""}
    return found


def going_back(rooms: dict[str, dict[str, set[str]]]) -> list[str]:
    """What is wrong between the topics of each room."""
    wrong = []
    for room, each in rooms.items():
        order = TOPICS_IN_UI if room == "ui" else TOPICS
        for place, topic in enumerate(order):
            back = each.get(topic, set()) & set(order[:place])
            wrong += [f"{room}: {topic} imports {above}" for above in sorted(back)]
    return wrong


def test_topics_import_each_other_one_way() -> None:
    assert not going_back(topics_imported(imported_modules()))


# Shell and parts serve every page and know none. These files of shell alone put the window together
# out of topics, so no topic imports them. None joins; what no longer imports a topic leaves.
PUTS_TOGETHER = frozenset(
    f"ksdesk.ui.shell.{file}" for file in ("finder", "first_start", "strip", "window")
)


def serving_knows_topics(graph: dict[str, set[str]]) -> dict[str, set[str]]:
    """The files of shell and parts with the files of topics of ui that each imports."""
    found = {}
    for module, imported in graph.items():
        topics = {other for other in imported if other.startswith("ksdesk.ui.") and topic_of(other)}
        if module.startswith(("ksdesk.ui.shell.", "ksdesk.ui.parts.")) and topics:
            found[module] = topics
    return found


def test_what_serves_every_page_knows_no_topic() -> None:
    found = serving_knows_topics(imported_modules())
    assert not found.keys() - PUTS_TOGETHER, "the topic brings it along, or the window does"
    assert not PUTS_TOGETHER - found.keys(), "mended: take it out of the list"


def test_no_topic_imports_what_puts_the_window_together() -> None:
    graph = imported_modules()
    assert not [m for m, imported in graph.items() if topic_of(m) and imported & PUTS_TOGETHER]


def test_a_part_that_knows_a_topic_is_found() -> None:
    graph = {
        "ksdesk.ui.parts.card": {"ksdesk.ui.today.page", "ksdesk.ui.shell.theme"},
        "ksdesk.ui.shell.nav": {"ksdesk.ui.today.words", "ksdesk.domain.deposit.line"},
        "ksdesk.ui.today.page": {"ksdesk.ui.backups.card"},
    }
    assert serving_knows_topics(graph) == {"ksdesk.ui.parts.card": {"ksdesk.ui.today.page"}}


@pytest.mark.parametrize("room", ["domain", "actions", "ui"])
def test_every_folder_of_a_room_is_a_topic_in_the_order(room: str) -> None:
    folders = {path.name for path in (PACKAGE / room).iterdir() if path.is_dir()}
    assert folders <= {*TOPICS, *NO_TOPICS}


def test_a_topic_that_goes_back_is_found() -> None:
    graph = {
        "ksdesk.sample.deposit": {"ksdesk.sample.opening"},
        "ksdesk.ui.products.page": {"ksdesk.ui.imports.sheet", "ksdesk.ui.deposit.words"},
        "ksdesk.ui.imports.words": {"ksdesk.ui.products.words"},
    }
    assert going_back(topics_imported(graph)) == ["sample: deposit imports opening"]
    graph["ksdesk.ui.imports.sheet"] = {"ksdesk.ui.products.page"}
    assert going_back(topics_imported(graph))[1:] == ["ui: imports imports products"]


def test_a_circle_is_found() -> None:
    assert circle_in({"a": {"b"}, "b": {"c"}, "c": {"a"}})
    assert not circle_in({"a": {"b", "c"}, "b": {"c"}})


def misplaced(files: Iterable[Path]) -> list[str]:
    """Files that say their folder's name again, and words that three files of a folder begin with.

    A plural counts as its singular: `links_card` begins as `link_code` does.
    """
    wrong, beside = [], defaultdict(list)
    for file in files:
        first = file.stem.removeprefix("test_").split("_")[0].rstrip("s")
        if first == file.parent.name.rstrip("s"):
            wrong.append(f"{file} is called after its folder")
        beside[file.parent, first].append(file.name)
    return wrong + [
        f"{folder}: {', '.join(sorted(names))} are a folder {first}"
        for (folder, first), names in beside.items()
        if len(names) > 2
    ]


def test_three_files_of_a_topic_are_a_folder_and_do_not_repeat_its_name() -> None:
    found = misplaced(path.relative_to(PACKAGE.parent) for path in PACKAGE.rglob("*.py"))
    assert not found


def test_no_file_of_tests_is_called_after_its_folder() -> None:
    tests = Path(__file__).parent
    found = misplaced(path.relative_to(tests) for path in tests.rglob("*.py"))
    assert not [text for text in found if "called after" in text]


def test_a_misplaced_file_is_found() -> None:
    assert misplaced([Path("domain/deposit/deposit_line.py")])
    assert misplaced(
        [Path("ui/products") / f"{name}.py" for name in ("link_code", "links", "link")]
    )
    assert not misplaced([Path("domain/deposit/line.py"), Path("domain/deposit/ledger.py")])


def class_names() -> Counter[str]:
    """How many classes bear a name; the tables of the book are called after what they hold."""
    names: Counter[str] = Counter()
    for file in files():
        if file.path.parent != PACKAGE / "storage" / "models":
            names.update(file.classes)
    return names


def test_no_class_bears_the_name_of_another() -> None:
    """Whoever looks for a name finds what it means: Line was a curve, a row, a ledger line."""
    twice = {n for n, count in class_names().items() if count > 1 and not n.startswith("_")}
    assert not twice, "call it by what it is"


def modules_after(imported: list[str]) -> set[str]:
    """The modules a fresh interpreter has loaded after importing these."""
    lines = ["import sys", *(f"import {name}" for name in imported), "print(*sys.modules)"]
    made = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return set(made.stdout.split())


def test_the_rooms_below_ui_load_without_qt() -> None:
    below = [
        module_name(path)
        for path in sorted(PACKAGE.rglob("*.py"))
        if module_name(path).split(".")[1:2] not in (["ui"], ["app"], ["log"], ["__main__"])
    ]
    loaded = modules_after(below)
    assert not loaded & QT


@pytest.mark.skipif(not (PACKAGE / "app.py").exists(), reason="ksdesk.app is not there yet")
def test_start_up_imports_nothing_heavy() -> None:
    """matplotlib at start makes the start three times as long (DESIGN, measured)."""
    loaded = modules_after(["ksdesk.app"])
    assert not loaded & set(LATE)


def test_no_book_or_log_of_a_trial_is_kept_with_the_sources():
    asked = ["git", "ls-files", "-z"]
    if shutil.which("git") is None:
        pytest.skip("git is not there")
    told = subprocess.run(asked, cwd=PACKAGE.parent, capture_output=True, encoding="utf-8")
    if told.returncode:
        pytest.skip("not a checkout that git reads")
    left = (".ksdesk", ".ksdesk-wal", ".ksdesk-shm", ".lock", ".log")
    assert not [name for name in told.stdout.split("\0") if name.endswith(left)]
