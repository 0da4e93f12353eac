"""What the journeys share."""

from __future__ import annotations

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
