"""What holds for every page that shows the book: its states, and which answer it shows."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from dataclasses import replace as replaced
from datetime import date, datetime
from pathlib import Path

import pytest
from late_jobs import LateJobs
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTableView, QWidget

from ksdesk.actions import (
    aftersales,
    backups,
    deposit,
    imports,
    opening,
    products,
    reviews,
    rules,
    traffic,
)
from ksdesk.actions.promotion import plans
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.traffic import TypedRow
from ksdesk.storage import BookProblem, Store
from ksdesk.ui.parts.states import TroubleCard
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.pages import PAGES

NOW = datetime(2026, 11, 18, 10, 20)


def begin(book) -> None:
    """Something for every page to show."""
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, NOW)
    opening.go(book, "type.choose", NOW, done="entry.settings")
    deposit.add(book, [NewEntry("own", date(2026, 11, 2), "paid_in", 50_000)], NOW)
    products.save(book, Product(title="吊柿饼"), NOW)
    rows = [TypedRow(date(2026, 11, day), "", {"spend": 24_000}) for day in range(1, 17)]
    traffic.record(book, rows, NOW)
    plans.save(book, PLAN, NOW)
    aftersales.open_case(book, CaseFile("24108"), NOW)
    reviews.note_down(book, Broadcast("live", NOW), NOW)
    bring_orders(book, "已发货", "2331000000000001")


def bring_orders(book, state: str, number: str):
    """An order comes in from a file."""
    row = f"{number},2026-11-17 09:08:00,{state},柿饼,59.90\n"
    source = Source("订单.csv", text=f"订单号,订单创建时间,订单状态,商品名称,实付款\n{row}")
    seen = imports.preview(book, source, staging=book.path.parent / "staging", now=NOW)
    return imports.commit(book, seen, now=NOW)


DAY = date(2026, 11, 18)
PLAN = Plan(way="gift", name="周三礼物", goal="viewers", budget=4_000, begins=DAY, ends=DAY)
SEARCH = replaced(PLAN, way="hot_search", name="热搜「柿饼」")
ENTRY = NewEntry("own", date(2026, 11, 3), "paid_in", 12_300)
FIGURES = TypedRow(date(2026, 11, 16), "", {"spend": 99_900})
CHANGES: dict[str, tuple] = {
    "today": (deposit.add, [ENTRY], NOW),
    "opening": (opening.save_fields, "type.choose", {"shop_type": "company"}, NOW),
    "deposit": (deposit.add, [ENTRY], NOW),
    "products": (products.save, Product(title="石榴"), NOW),
    "traffic": (traffic.record, [FIGURES], NOW),
    "promotion": (plans.save, SEARCH, NOW),
    "orders": (bring_orders, "待发货", "2331000000000002"),
    "aftersales": (aftersales.open_case, CaseFile("24109"), NOW),
    "reviews": (reviews.note_down, Broadcast("video", NOW), NOW),
    "month": (traffic.record, [FIGURES], NOW),
    "guide": (rules.set_rule, "aftersales.answer", 12 * 3600, date(2026, 11, 1), "手机通知", NOW),
}
TOPICS = tuple(CHANGES)
IN_PLACE = pytest.mark.skipif(sys.platform == "win32", reason="an open file stays in its place")


def said(page) -> list[str]:
    """All that can be read on the page."""
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    cells = []
    for table in page.findChildren(QAbstractItemView):
        model = table.model()
        if table.isVisible() and model is not None:
            columns = model.columnCount() if isinstance(table, QTableView) else 1
            places = ((row, column) for row in range(model.rowCount()) for column in range(columns))
            cells += [str(model.index(*place).data()) for place in places]
    return labels + cells


@pytest.fixture
def first_book(request, new_book, filled_once):
    return filled_once(begin) if "filled" in request.fixturenames else new_book


@pytest.fixture
def book(paths, first_book):
    """A book whose every question opens the file anew, as in the app: here it is another one."""
    shutil.copy(first_book, paths.book)
    book = Store.open(paths.book)
    yield book
    book.close()


@pytest.fixture
def filled(ctx):
    return ctx


@pytest.fixture
def open_page(ctx, qtbot):
    """Opens pages and holds them to the end: one collected while it paints would crash."""
    held = []

    def make(topic: str):
        page = PAGES[topic].load()(ctx)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(1112, 800)
        page.show()
        return page

    yield make
    held.clear()


def settled_bytes(book) -> bytes:
    """The whole book in its one file."""
    with sqlite3.connect(book.path) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    return book.path.read_bytes()


def overwrite(path, content: bytes) -> None:
    """Into the file that is open: a page reads it with its next question."""
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()


def damage(path) -> None:
    """Leave the file's head and nothing that belongs behind it."""
    whole = path.read_bytes()
    overwrite(path, whole[:100] + b"\xff" * (len(whole) - 100))


def replace(path) -> None:
    """Put another program's database in the book's place."""
    foreign = path.with_name("foreign.db")
    with sqlite3.connect(foreign) as other:
        other.execute("CREATE TABLE somebody (name TEXT)")
    other.close()
    remove(path)
    foreign.replace(path)


def remove(path) -> None:
    path.replace(path.with_name("aside.ksdesk"))


def put_back(path, whole: bytes, spoil) -> None:
    """What `spoil` did is undone, with the file that was open: a copy of it is another file."""
    if spoil is damage:
        overwrite(path, whole)
    else:
        path.with_name("aside.ksdesk").replace(path)


UNREADABLE = [
    (damage, "坏了"),
    pytest.param(replace, "换成了别的文件", marks=IN_PLACE),
    pytest.param(remove, "里没有账本", marks=IN_PLACE),
]


def test_every_page_that_shows_the_book_is_tried():
    shown = {topic for topic, spec in PAGES.items() if issubclass(spec.load(), BookPage)}
    assert shown == set(TOPICS)


@pytest.mark.slow
@pytest.mark.parametrize(("spoil", "word"), UNREADABLE)
@pytest.mark.parametrize("topic", TOPICS)
def test_a_book_that_cannot_be_read_is_told_with_a_way_out(
    filled, open_page, book, topic, spoil, word, qtbot
):
    whole = settled_bytes(book)
    spoil(book.path)
    places: list[tuple] = []
    filled.navigate = lambda *place: places.append(place)
    page = open_page(topic)
    assert page.states.currentWidget() is page.trouble
    words = said(page.trouble)
    assert "账本现在读不了" in words
    assert any(word in sentence for sentence in words), words
    qtbot.mouseClick(page.to_backups, Qt.MouseButton.LeftButton)
    assert places == [("settings", "data")]
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert page.states.currentWidget() is page.trouble
    put_back(book.path, whole, spoil)
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert page.trouble is None
    assert said(page) == said(open_page(topic))


def test_what_a_seller_copies_of_it_tells_nothing_of_the_shop(filled, open_page):
    """The words of an error quote a row or a folder; its details are sent to strangers."""
    page = open_page("deposit")
    for error in (
        ValueError("喆堃 13800001234"),
        BookProblem("io", Path("/home/喆堃/book.ksdesk"), "喆堃"),
    ):
        page.show_trouble(error)
        page.trouble.findChild(TroubleCard).copy_button.click()
        copied = QApplication.clipboard().text()
        assert type(error).__name__ in copied
        assert not [word for word in ("喆堃", "1380000", "/home") if word in copied]


@pytest.mark.parametrize(("spoil", "word"), UNREADABLE)
def test_the_way_out_leads_to_backups_that_can_be_read(filled, book, spoil, word, qtbot):
    backups.back_up(book, filled.paths.backups, "manual", NOW)
    whole = settled_bytes(book)
    spoil(book.path)
    filled.jobs.failed.disconnect()  # what cannot be told of the book is the shell's to say
    page = PAGES["settings"].load()(filled)
    qtbot.addWidget(page)
    page.show()
    page.jump("data")
    assert [row.backup.made_at for row in page.data.backups.model.rows] == [NOW]
    put_back(book.path, whole, spoil)


@pytest.mark.slow
@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic != "guide"])
def test_a_filled_page_tells_too_and_is_filled_again(filled, open_page, book, topic, qtbot):
    page = open_page(topic)  # (the guide has its rules at hand by then)
    shown, before = page.states.currentWidget(), said(page)
    whole = settled_bytes(book)
    damage(book.path)
    page.refresh()
    assert page.states.currentWidget() is page.trouble
    overwrite(book.path, whole)
    page.hide()
    page.show()  # coming back asks once more
    assert page.states.currentWidget() is shown
    assert said(page) == before


@pytest.mark.parametrize("brought", [0, 1])
@pytest.mark.parametrize("topic", PAGES)
def test_all_of_a_page_goes_with_it_before_it_is_answered(filled, book, topic, brought):
    before = QApplication.allWidgets()
    late = filled.jobs = LateJobs(book)
    page = PAGES[topic].load()(filled)
    page.freshen()
    for answer in late.late[:brought]:
        answer()
    tops = (each for each in QApplication.topLevelWidgets() if each not in before)
    apart = [each for each in tops if each is not page and each.parent() is None]
    left = [(type(each).__name__, len(each.findChildren(QWidget))) for each in apart]
    page.retire()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not left


@pytest.mark.slow
@pytest.mark.parametrize("topic", TOPICS)
def test_an_older_answer_is_dropped(filled, open_page, book, topic):
    page = open_page(topic)
    if topic == "guide":
        page.jump("rule:aftersales.answer")
    if topic == "promotion":
        page.jump("plans")
    old = said(page)
    late = filled.jobs = LateJobs(book)
    page.refresh()
    older, late.late = late.late, []
    action, *args = CHANGES[topic]
    filled.write(page, "", action, *args)
    late.deliver_all()
    new = said(page)
    assert new != old
    late.late = older
    late.deliver_all()
    assert said(page) == new


@pytest.mark.slow
@pytest.mark.parametrize("topic", TOPICS)
def test_an_older_failure_is_dropped(filled, open_page, book, topic):
    page = open_page(topic)
    late = filled.jobs = LateJobs(book)
    whole = settled_bytes(book)
    damage(book.path)
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


@pytest.mark.slow
@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_says_that_it_reads_after_a_while_only(filled, open_page, book, topic, qtbot):
    late = filled.jobs = LateJobs(book)
    page = open_page(topic)
    assert page.states.currentWidget() is page.loading
    blank, nothing = page.loading.grab().toImage(), said(page)
    qtbot.waitUntil(lambda: page.loading.grab().toImage() != blank)
    late.deliver_all()
    assert said(page) != nothing
