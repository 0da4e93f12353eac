"""What holds for every page that shows the book: its states, and which answer it shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date, datetime

import pytest
from late_jobs import LateJobs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel

from ksdesk.actions import deposit, opening, products, traffic
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.products import Product
from ksdesk.domain.traffic import TypedRow
from ksdesk.ui.shell.pages import PAGES

NOW = datetime(2026, 11, 18, 10, 20)
TOPICS = ("today", "deposit", "products", "traffic")


def begin(book) -> None:
    """Something for every page to show."""
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, NOW)
    opening.go(book, "type.choose", NOW, done="entry.settings")
    deposit.add(book, [NewEntry("own", date(2026, 11, 2), "paid_in", 50_000)], NOW)
    products.save(book, Product(title="吊柿饼"), NOW)
    rows = [TypedRow(date(2026, 11, day), "", {"spend": 24_000}) for day in range(1, 17)]
    traffic.record(book, rows, NOW)


def another_entry(book) -> None:
    deposit.add(book, [NewEntry("own", date(2026, 11, 3), "paid_in", 12_300)], NOW)


def another_product(book) -> None:
    products.save(book, Product(title="石榴"), NOW)


def other_figures(book) -> None:
    traffic.record(book, [TypedRow(date(2026, 11, 16), "", {"spend": 99_900})], NOW)


CHANGES: dict[str, Callable] = {
    "today": another_entry,
    "deposit": another_entry,
    "products": another_product,
    "traffic": other_figures,
}


def said(page) -> list[str]:
    """All that can be read on the page."""
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    cells = []
    for table in page.findChildren(QAbstractItemView):
        model = table.model()
        if table.isVisible() and model is not None:
            cells += [
                str(model.index(row, column).data())
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
    return labels + cells


@pytest.fixture
def filled(book, ctx):
    begin(book)
    return ctx


@pytest.fixture
def open_page(ctx, qtbot):
    def make(topic: str):
        page = PAGES[topic].load()(ctx)
        qtbot.addWidget(page)
        page.resize(1112, 800)
        page.show()
        return page

    return make


def overwrite(path, content: bytes) -> None:
    """Into the file that is open: a page reads it with its next question."""
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()


def settled_bytes(book) -> bytes:
    """The whole book in its one file."""
    with sqlite3.connect(book.path) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    return book.path.read_bytes()


def foreign(tmp_path) -> bytes:
    path = tmp_path / "foreign.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE somebody (name TEXT)")
    other.close()
    return path.read_bytes()


@pytest.mark.parametrize("broken", ["damaged", "replaced"])
@pytest.mark.parametrize("topic", TOPICS)
def test_a_book_that_cannot_be_read_is_told_with_a_way_out(
    filled, open_page, book, topic, broken, tmp_path, qtbot
):
    whole = settled_bytes(book)
    overwrite(book.path, b"\0" * len(whole) if broken == "damaged" else foreign(tmp_path))
    places: list[tuple] = []
    filled.navigate = lambda *place: places.append(place)
    page = open_page(topic)
    assert page.states.currentWidget() is page.trouble
    words = said(page.trouble)
    assert "账本现在读不了" in words
    assert any(book.path.name in sentence for sentence in words)
    again, backups = page.again, page.to_backups
    qtbot.mouseClick(backups, Qt.MouseButton.LeftButton)
    assert places == [("settings", "data")]
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert page.states.currentWidget() is page.trouble
    overwrite(book.path, whole)
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert page.trouble is None
    assert said(page) == said(open_page(topic))


@pytest.mark.parametrize("topic", TOPICS)
def test_a_filled_page_tells_too_and_is_filled_again(filled, open_page, book, topic, qtbot):
    page = open_page(topic)
    shown, before = page.states.currentWidget(), said(page)
    whole = settled_bytes(book)
    overwrite(book.path, b"\0" * len(whole))
    page.refresh()
    assert page.states.currentWidget() is page.trouble
    overwrite(book.path, whole)
    page.hide()
    page.show()  # coming back asks once more
    assert page.states.currentWidget() is shown
    assert said(page) == before


@pytest.mark.parametrize("topic", TOPICS)
def test_an_older_answer_is_dropped(filled, open_page, book, topic):
    page = open_page(topic)
    old = said(page)
    late = filled.jobs = LateJobs(book)
    page.refresh()
    older, late.late = late.late, []
    CHANGES[topic](book)
    page.refresh()
    late.deliver_all()
    new = said(page)
    assert new != old
    late.late = older
    late.deliver_all()
    assert said(page) == new


@pytest.mark.parametrize("topic", TOPICS)
def test_an_older_failure_is_dropped(filled, open_page, book, topic):
    page = open_page(topic)
    late = filled.jobs = LateJobs(book)
    whole = settled_bytes(book)
    overwrite(book.path, b"\0" * len(whole))
    page.refresh()
    older, late.late = late.late, []
    overwrite(book.path, whole)
    page.refresh()
    late.deliver_all()
    new = said(page)
    late.late = older
    late.deliver_all()
    assert page.trouble is None
    assert said(page) == new


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_says_that_it_reads_after_a_while_only(filled, open_page, book, topic, qtbot):
    late = filled.jobs = LateJobs(book)
    page = open_page(topic)
    assert page.states.currentWidget() is page.loading
    blank, nothing = page.loading.grab().toImage(), said(page)
    qtbot.waitUntil(lambda: page.loading.grab().toImage() != blank)
    late.deliver_all()
    assert said(page) != nothing
