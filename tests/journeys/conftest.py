"""What the journeys share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


@pytest.fixture
def make_page_over(spoken, qtbot, now) -> Iterator[Callable]:
    """Makes the opening wizard over the book in a data folder, with jobs that run at once."""
    from scripted_ask import ScriptedAsk

    from ksdesk.paths import Paths
    from ksdesk.settings import Settings
    from ksdesk.storage import Store
    from ksdesk.ui.opening.page import OpeningPage
    from ksdesk.ui.shell.context import Context
    from ksdesk.ui.shell.jobs import InlineJobs

    theme = spoken()
    books = []

    def make(data: Path) -> OpeningPage:
        paths = Paths(data)
        paths.make()
        book = Store.open(paths.book)
        books.append(book)
        jobs = InlineJobs()
        jobs.connection = book.connection
        settings = Settings(paths.settings_file)
        ctx = Context(book, paths, settings, theme, jobs, ScriptedAsk(), lambda: now)
        page = OpeningPage(ctx)
        qtbot.addWidget(page)
        page.resize(1112, 800)
        page.show()
        return page

    yield make
    for book in books:
        book.close()


@pytest.fixture
def open_window(sample_file, new_book, paths, spoken, qtbot) -> Iterator[Callable]:
    """Makes the app over the sample shop, or over an empty one."""
    from scripted_ask import ScriptedAsk

    from ksdesk.settings import Settings
    from ksdesk.storage import Store
    from ksdesk.ui.shell import tour
    from ksdesk.ui.shell.context import Context
    from ksdesk.ui.shell.jobs import InlineJobs
    from ksdesk.ui.shell.window import MainWindow

    made: list[MainWindow] = []

    def make(shop: str = "sample", lang: str = "zh"):
        shutil.copyfile(sample_file if shop == "sample" else new_book, paths.book)
        settings = Settings(paths.settings_file)
        settings.set(welcomed=True)
        book, jobs = Store.open(paths.book), InlineJobs()
        jobs.connection = book.connection
        ctx = Context(
            book,
            paths,
            settings,
            spoken(lang),
            jobs,
            ScriptedAsk(),
            lambda: tour.MOMENT,
            sample=shop == "sample",
        )
        window = MainWindow(ctx)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        made.append(window)
        return window

    yield make
    for window in made:
        for page in window.pages.values():
            page.retire()
        window.ctx.book.close()


@pytest.fixture
def open_shop(paths, spoken, qtbot, now) -> Iterator[Callable]:
    """Opens the book at a page, in a window with real threads; closing is what the seller does."""
    from scripted_ask import ScriptedAsk

    from ksdesk.settings import Settings
    from ksdesk.storage import Store
    from ksdesk.ui.shell.context import Context
    from ksdesk.ui.shell.jobs import Jobs
    from ksdesk.ui.shell.window import MainWindow

    theme = spoken()
    opened: list[tuple[MainWindow, list[BaseException]]] = []

    def open_(topic: str) -> MainWindow:
        settings = Settings(paths.settings_file)
        settings.set(welcomed=True)
        book, jobs = Store.open(paths.book), Jobs()
        jobs.connection = book.connection
        ctx = Context(book, paths, settings, theme, jobs, ScriptedAsk(), lambda: now)
        window = MainWindow(ctx)
        failed: list[BaseException] = []
        jobs.failed.connect(failed.append)
        window.resize(1280, 800)
        window.show()
        window.navigate(topic)
        opened.append((window, failed))
        return window

    def close() -> None:
        window, failed = opened.pop()
        qtbot.waitUntil(lambda: not window.ctx.jobs.busy(), timeout=20_000)
        for page in window.pages.values():
            page.retire()
        window.close()
        window.deleteLater()
        window.ctx.jobs.wait()
        window.ctx.book.close()
        assert not failed, failed

    open_.close = close  # type: ignore[attr-defined]
    yield open_
    while opened:
        close()
