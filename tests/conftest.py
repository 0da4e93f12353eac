"""What every test stands on: no display, no user folder, a fixed clock, warnings that fail."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "MPLCONFIGDIR" not in os.environ:  # the font list goes to a folder of this run
    os.environ["MPLCONFIGDIR"] = tempfile.mkdtemp(prefix="ksdesk-mpl-")
    atexit.register(shutil.rmtree, os.environ["MPLCONFIGDIR"], ignore_errors=True)

import gc
import itertools
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import hypothesis
import pytest

from ksdesk.paths import Paths, resources

# The same examples at each run of a build, new ones on a developer's machine; fewer of them in
# `make check`.
again = bool(os.environ.get("CI"))
hypothesis.settings.register_profile("all", derandomize=again, deadline=None)
hypothesis.settings.register_profile("quick", derandomize=again, deadline=None, max_examples=30)
hypothesis.settings.load_profile("all")

PAGES = Path(__file__).parent / "ui"
NOW = datetime(2026, 11, 18, 10, 20)


def no_way_out(name: str) -> None:
    """Nothing that a test starts in this process reaches for a network. (An audit hook would see
    each method of ours that Qt calls, too: millions.)"""
    way = getattr(socket.socket, name)

    def refused(self: socket.socket, *facts: object) -> object:
        if self.family not in (getattr(socket, "AF_UNIX", -1), socket.AF_UNSPEC):
            raise RuntimeError(f"{name} {facts}: ksdesk never opens a connection")
        return way(self, *facts)

    setattr(socket.socket, name, refused)


def no_names(*facts: object, **_more: object) -> None:
    raise RuntimeError(f"getaddrinfo {facts}: ksdesk never opens a connection")


for each in ("connect", "connect_ex", "bind", "sendto"):
    no_way_out(each)
socket.getaddrinfo = no_names

homes = tempfile.TemporaryDirectory(prefix="ksdesk-homes-")
numbers = itertools.count()

gc.disable()  # as in the app: a worker that collects a widget kills the process


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes begins first, so that the other processes do the rest meanwhile.

    The rooms with a floor of coverage reach it without the pages and the fuzz, which are slower
    when traced.
    """
    items.sort(key=lambda item: item.get_closest_marker("fuzz") is None)
    for item in items:
        if item.path.is_relative_to(PAGES) or item.get_closest_marker("fuzz"):
            item.add_marker("no_cover")


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """What a test left in circles goes, on the thread that all tests run on."""
    from ksdesk.ui.shell.rubbish import collect_due

    collect_due()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """No test can reach the user's own files, and its book need not wait for the disk: no test
    here could tell. No fixture: what each of thousands of tests asks for must cost nothing."""
    from ksdesk.storage import session

    home = Path(homes.name, str(next(numbers)))
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        os.environ[name] = str(home)
    if dialog := sys.modules.get("ksdesk.ui.parts.dialog"):
        dialog._sizes.clear()  # how large a neighbour left its sheets
    measured = item.get_closest_marker("bench") is not None
    session.PRAGMAS["synchronous"] = "full" if measured else "off"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator:
    """A test that fails of what went wrong within Qt's loop tells that too."""
    report = yield
    caught = getattr(item, "qt_exception_capture_manager", None)
    if report.failed and caught is not None:
        for error in caught.exceptions:
            report.sections.append(("in Qt's loop", "".join(traceback.format_exception(*error))))
    return report


def pytest_unconfigure() -> None:
    homes.cleanup()


@pytest.fixture
def now() -> datetime:
    """Wednesday 18 November 2026, 10:20 in Beijing."""
    return NOW


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A data folder of its own, with its folders made."""
    made = Paths(tmp_path / "data")
    made.make()
    return made


@pytest.fixture
def disk_of(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Mounts a disk of so many kilobytes; skips the test where none can be mounted."""
    mounted: list[Path] = []

    def mount(kilobytes: int) -> Path:
        place = tmp_path / f"disk-{kilobytes}k"
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)]
        if (
            shutil.which("mount") is None
            or subprocess.run(command, check=False, capture_output=True).returncode
        ):
            pytest.skip("no small disk can be mounted here")
        mounted.append(place)
        return place

    yield mount
    for place in mounted:
        subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture(scope="session")
def new_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty book, as made by the migrations; to copy, not to open."""
    from ksdesk.storage import Store

    path = tmp_path_factory.mktemp("new") / "shop.ksdesk"
    Store.open(path).close()
    return path


@pytest.fixture(scope="session")
def filled_once(
    new_book: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Callable], Path]:
    """`filled_once(fill)`: the file of a book that `fill` has been given, made when it is first
    asked for; to copy, not to open."""
    made: dict[Callable, Path] = {}

    def find(fill: Callable) -> Path:
        from ksdesk.storage import Store

        if fill not in made:
            path = tmp_path_factory.mktemp("filled") / "shop.ksdesk"
            shutil.copy(new_book, path)
            store = Store.open(path)
            fill(store)
            store.close()
            made[fill] = path
        return made[fill]

    return find


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample shop as it is at `NOW`; to copy, not to open."""
    from ksdesk import sample

    folder = tmp_path_factory.mktemp("sample")
    # Three seconds' work: of several processes the first to be done leaves it to the others.
    several = "PYTEST_XDIST_WORKER" in os.environ
    shared = (tmp_path_factory.getbasetemp().parent if several else folder) / "sample.ksdesk"
    if not shared.exists():
        sample.build(folder / "made.ksdesk", NOW)
        (folder / "made.ksdesk").replace(shared)
    return shared


@pytest.fixture
def new_shop(paths: Paths, new_book: Path) -> Callable[[str], Paths]:
    """`new_shop("shop-2")`: the folder of one more shop, with an empty book, not open."""

    def make(slug: str) -> Paths:
        own = paths.of(slug)
        own.make()
        shutil.copy(new_book, own.book)
        return own

    return make


@pytest.fixture
def first_book(new_book: Path) -> Path:
    """What `book` begins as; where all tests of a file begin with the same shop, that one."""
    return new_book


@pytest.fixture
def book(paths: Paths, first_book: Path) -> Iterator:
    """A book in a real file, empty but for `first_book`. What a test asks goes over one
    connection, as within a job: opening one takes longer than most questions. The file is a copy
    of a good one, so that nobody need look through it first, as `Store.open` does."""
    from ksdesk.storage import Store
    from ksdesk.storage.session import Session

    shutil.copy(first_book, paths.book)
    session = Session(paths.book)
    session.hold()
    store = Store(session)
    with store.connection():
        yield store
    store.close()


@pytest.fixture(scope="session")
def compiled_texts() -> Path:
    """The compiled texts of both languages, made anew where the source is newer."""
    folder = resources() / "translations"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    for source in folder.glob("*.ts"):
        built = source.with_suffix(".qm")
        if not built.exists() or built.stat().st_mtime < source.stat().st_mtime:
            # Another process may read the old one, which must stay whole until it is let go.
            made = built.with_suffix(f".{os.getpid()}")
            subprocess.run([tool, source, "-qm", made], check=True, capture_output=True)
            made.replace(built)
    return folder


worn: tuple | None = None  # what `dress` last made of what


def dress(lang: str = "zh", scheme: str = "light", scale: float = 1.0):
    """Put the application into a language and a theme, which is returned.

    All widgets are polished anew by that, so it is left where nothing would change.
    """
    global worn
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from ksdesk.ui.shell import language, theme

    asked = (lang, scheme, scale)
    if worn != (asked, theme.current(), QLocale()):
        language.speak(lang)
        made = theme.Theme(scheme, scale, "red", lang)
        made.apply(QApplication.instance())
        worn = (asked, made, QLocale())
    return theme.current()


@pytest.fixture(scope="session")
def qapp(qapp, compiled_texts: Path) -> Iterator:
    """The application, in Chinese and the light theme: no test finds what a neighbour left.

    What a test laid on the clipboard goes at the end: Qt would delete it after Python is gone, and
    the process would die of it.
    """
    dress()
    yield qapp
    qapp.clipboard().clear()


@pytest.fixture
def spoken(qapp) -> Iterator:
    """Chinese and the light theme for one test; `spoken("en", "dark")` changes them."""
    from PySide6.QtCore import QEvent

    yield dress
    # The closed pages go now: else each later restyling polishes all of them again.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    dress()


@pytest.fixture
def ctx(book, paths: Paths, spoken):
    """A context over the empty book: jobs run at once, questions are answered from a list."""
    from scripted_ask import ScriptedAsk

    from ksdesk.settings import Settings
    from ksdesk.ui.shell.context import Context
    from ksdesk.ui.shell.jobs import InlineJobs

    jobs = InlineJobs()
    jobs.connection = book.connection
    settings = Settings(paths.settings_file)
    context = Context(book, paths, settings, spoken(), jobs, ScriptedAsk(), lambda: NOW)
    unhandled: list[BaseException] = []
    jobs.failed.connect(unhandled.append)
    yield context
    assert not unhandled, unhandled
