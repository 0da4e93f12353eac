"""The book is asked by workers alone: no page, and no sheet behind one, reads on the UI thread."""

from __future__ import annotations

import shutil
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from scripted_ask import ScriptedAsk
from shiboken6 import isValid

from ksdesk.actions import rules
from ksdesk.domain.opening import STEP_NAMES
from ksdesk.settings import Settings
from ksdesk.storage import Store
from ksdesk.storage.session import Session
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.jobs import InlineJobs, Job
from ksdesk.ui.shell.pages import PAGES
from ksdesk.ui.shell.window import MainWindow

pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 18, 10, 20)


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """Where a question was put on the UI thread; to ask so much as opens a connection."""
    found: list[str] = []
    plain = Session.connection

    @contextmanager
    def watched(session: Session) -> Iterator[None]:
        if threading.current_thread() is threading.main_thread():
            found.append("".join(traceback.format_stack(limit=8)))
        with plain(session):
            yield

    monkeypatch.setattr(Session, "connection", watched)
    return found


class AsideJobs(InlineJobs):
    """Does each work in a thread of its own and waits for it: what comes next finds it done."""

    def run(
        self,
        owner,
        fn,
        *args,
        writes=False,
        done=None,
        failed=None,
        cancelled=None,
        progress=None,
    ):
        job = Job(owner, progress or "", done, failed, cancelled)
        job.work = self.work_of(job, fn, args, progress)
        found: list[tuple[str, object]] = []
        thread = threading.Thread(target=lambda: found.append(job.outcome()))
        thread.start()
        thread.join()
        job.settle(*found[0], self.failed.emit)
        return job


@pytest.fixture
def window(sample_file, paths, spoken, qtbot) -> Iterator[MainWindow]:
    """The app over the sample shop; its figures fill every page and sheet."""
    shutil.copyfile(sample_file, paths.book)
    settings = Settings(paths.settings_file)
    settings.set(welcomed=True)
    book, jobs = Store.open(paths.book), AsideJobs()
    jobs.connection = book.connection
    ctx = Context(book, paths, settings, spoken(), jobs, ScriptedAsk(), lambda: NOW, sample=True)
    failed: list[BaseException] = []
    jobs.failed.connect(failed.append)
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.show()
    yield window
    for page in window.pages.values():
        page.retire()
    book.close()
    assert not failed, failed


JUMPS = {
    "opening": STEP_NAMES,
    "deposit": ("promotion", "1"),
    "products": ("1", "running:1"),
    "traffic": ("1", "several", "ways", "30d:day"),
    "guide": ("rule:deposit.base", "section:reports"),
    "settings": ("data",),
}


@pytest.mark.parametrize("topic", PAGES)
def test_a_page_and_its_sheets_are_read_by_workers(asked, window, topic, qtbot):
    window.navigate(topic)
    page = window.pages[topic]
    for target in JUMPS.get(topic, ()):
        window.navigate(topic, target)
    page.refresh()
    if topic == "traffic":  # the heat map comes once the curve is painted
        qtbot.waitUntil(lambda: page.filled.heat.heat is not None)
    before = None
    for name, room in PAGES[topic].rooms(page):
        assert room is not None, name
        if before not in (None, room, window) and isValid(before):
            before.close()
        before = room
    if before not in (None, window) and isValid(before):
        before.close()
    window.rebuild()
    assert not asked, "\n".join(asked)


def test_the_list_of_products_is_read_by_workers(asked, window, qtbot, monkeypatch):
    monkeypatch.setattr(QMenu, "popup", lambda *_at: None)  # no keyboard to be grabbed here
    window.navigate("products")
    page = window.pages["products"]
    table = page.list.table
    qtbot.keyClicks(page.bar.search.edit, "sb")
    page.clear_filter()
    page.desk.sort_by("left", True)
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    table.grab()
    page.list.select(page.list.ids()[0])
    page.open_row_menu(QPoint(5, 5))
    table.selectAll()
    table.copy_rows()
    page.list.select(page.list.ids()[0])
    page.foot.edit_button.click()
    page.one.sheet.close()
    assert not asked, "\n".join(asked)


def test_a_change_seen_by_every_page_is_read_by_workers(asked, window):
    for topic in PAGES:
        window.navigate(topic)
    ctx = window.ctx
    ctx.write(window, "", rules.set_rule, "deposit.base", 80_000, None, "手机通知", NOW)
    for topic in PAGES:
        window.navigate(topic)
    ctx.undo.back()
    assert not asked, "\n".join(asked)
