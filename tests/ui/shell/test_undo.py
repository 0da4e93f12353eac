"""Ctrl+Z and Ctrl+Y over real actions on a real book."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import delete

from ksdesk.actions import deposit, products
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.products import Product
from ksdesk.ui.shell.jobs import InlineJobs
from ksdesk.ui.shell.undo import UndoHistory


class HeldWrites(InlineJobs):
    """Writes nothing until told to."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list = []

    def run(self, owner, fn, *args, **options):
        if not options.get("writes"):
            return super().run(owner, fn, *args, **options)
        self.held.append(partial(super().run, owner, fn, *args, **options))
        return None


def titles(ctx) -> list[str]:
    return [p.title for p in ctx.reader.products.all()]


def test_an_edit_goes_back_and_forth_and_says_its_name(ctx):
    owner, heard = QObject(), []
    ctx.hub.changed.connect(heard.append)
    ctx.write(owner, "add a product", products.save, Product(title="柿饼"), ctx.clock())
    number = ctx.reader.products.all()[0].id
    ctx.write(owner, "rename", products.save, Product(title="礼盒", id=number), ctx.clock())
    assert ctx.undo.last.text == "rename"
    ctx.undo.back()
    assert titles(ctx) == ["柿饼"]
    ctx.undo.back()
    assert titles(ctx) == []
    ctx.undo.forth()
    ctx.undo.forth()
    assert titles(ctx) == ["礼盒"]
    assert all("products" in changes.topics for changes in heard)
    assert len(heard) == 6


def test_undo_in_the_ledger_reverses_and_redo_writes_anew(ctx):
    owner = QObject()
    entry = NewEntry("own", date(2026, 11, 1), "paid_in", 50_000)
    ctx.write(owner, "book", deposit.add, [entry], ctx.clock())
    ctx.undo.back()
    assert ctx.reader.deposit.balances() == {"own": 0}
    ctx.undo.forth()
    assert ctx.reader.deposit.balances() == {"own": 50_000}
    assert len(ctx.reader.deposit.entries("own")) == 3


def test_a_second_ctrl_z_waits_for_the_first(ctx, book):
    """Both would run the same inverse: the second one's end took the wrong step for its own."""
    owner = QObject()
    for title in ("柿饼", "石榴"):
        ctx.write(owner, title, products.save, Product(title=title), ctx.clock())
    slow = ctx.jobs = HeldWrites()
    slow.connection = book.connection
    ctx.undo.back()
    ctx.undo.back()
    ctx.undo.forth()
    assert len(slow.held) == 1
    slow.held.pop()()
    assert titles(ctx) == ["柿饼"]
    assert ctx.undo.last.text == "柿饼" and ctx.undo.next.text == "石榴"
    ctx.undo.back()
    slow.held.pop()()
    assert titles(ctx) == []


def test_what_cannot_be_undone_leaves_no_step(ctx):
    owner = QObject()
    ctx.write(owner, "add", products.save, Product(title="柿饼"), ctx.clock())
    number = ctx.reader.products.all()[0].id
    ctx.write(owner, "bin", products.bin_, [number], ctx.clock())
    count = len(ctx.undo)
    ctx.write(owner, "empty", products.remove, [number])
    assert len(ctx.undo) == count
    assert ctx.reader.products.binned() == ()


def test_a_write_is_told_and_remembered_even_if_its_page_is_gone(ctx):
    """A language switch may rebuild the pages while an import is on its way."""
    owner, heard, called = QObject(), [], []
    ctx.hub.changed.connect(heard.append)

    def save_and_lose_the_page(book, product, now):
        delete(owner)
        return products.save(book, product, now)

    product = Product(title="柿饼")
    ctx.write(owner, "add", save_and_lose_the_page, product, ctx.clock(), done=called.append)
    assert len(heard) == 1 and called == []
    ctx.undo.back()
    assert titles(ctx) == []


def test_a_step_that_comes_out_after_the_history_is_gone_is_quiet(ctx):
    """The window was closed while an undo was on its way."""
    waiting = []
    ctx.write(QObject(), "add", products.save, Product(title="柿饼"), ctx.clock())
    ctx.undo._runner = lambda call, done, failed: waiting.append((call, done))
    ctx.undo.back()
    ((call, done),) = waiting
    delete(ctx.undo)
    done(call(ctx.book))
    assert titles(ctx) == []


def test_only_the_newest_steps_are_kept(ctx):
    for number in range(UndoHistory.LIMIT + 3):
        ctx.undo.remember(str(number), lambda _book: Changes())
    assert len(ctx.undo) == UndoHistory.LIMIT and ctx.undo.text(0) == "3"


def test_a_step_that_fails_is_no_longer_offered():
    history = UndoHistory(lambda _call, _done, failed: failed(KeyError("gone")))
    history.remember("first", lambda _book: Changes())
    history.remember("second", lambda _book: Changes())
    history.back()
    assert history.last is not None and history.last.text == "first"
    assert history.next is None


def test_the_list_of_steps_is_walked_and_one_without_a_way_on_ends_there(ctx, qtbot):
    """`first` can be taken back but not done again."""
    owner = QObject()
    ctx.undo.remember("first", lambda _book: Changes())
    for title in ("柿饼", "石榴"):
        ctx.write(owner, title, products.save, Product(title=title), ctx.clock())
    ctx.undo.go_to(0)
    qtbot.waitUntil(lambda: ctx.undo.index == 0)
    assert titles(ctx) == []
    assert [ctx.undo.text(n) for n in range(len(ctx.undo))] == ["柿饼", "石榴"]
    ctx.undo.go_to(2)
    qtbot.waitUntil(lambda: ctx.undo.index == 2)
    assert sorted(titles(ctx)) == ["柿饼", "石榴"]
