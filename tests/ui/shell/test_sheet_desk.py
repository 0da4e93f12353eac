"""The sheet of a page: what is typed in it stays until it is written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from ksdesk.actions import products
from ksdesk.domain.products import Product
from ksdesk.storage import BookProblem
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.shell.sheet_desk import SheetDesk


class TitleSheet(SheetDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("加商品", parent=parent)
        self.line = QLineEdit()
        self.add(self.line)
        self.set_buttons(MainButton("好"))


@pytest.fixture
def desk(ctx, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    made = SheetDesk(ctx, page)
    made.open(TitleSheet(page))
    made.sheet.line.setText("柿饼")
    return made


def let_go() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_cannot_be_written_stays_typed(desk, ctx, qtbot):
    def full(_book):
        raise BookProblem("full", ctx.book.path)

    ctx.jobs.failed.disconnect()
    told = []
    ctx.jobs.failed.connect(told.append)
    desk.write("add", full, said="加好了")
    assert isinstance(told[0], BookProblem) and ctx.undo.last is None
    assert desk.sheet.isVisible() and desk.sheet.line.text() == "柿饼"
    desk.write("add", products.save, Product(title="柿饼"), ctx.clock())
    assert desk.sheet is None and ctx.undo.last.text == "add"


def test_enter_twice_writes_once(desk, ctx):
    held = []
    run = ctx.write
    ctx.write = lambda *args, **more: held.append((args, more))
    for _enter in range(2):
        desk.write("add", products.save, Product(title="柿饼"), ctx.clock())
    ((args, more),) = held
    run(*args, **more)
    assert desk.sheet is None and len(ctx.undo) == 1


def test_a_written_sheet_closes_and_its_undo_is_its_own(desk, ctx):
    said, sheet = [], desk.sheet
    ctx.notice = lambda text, undo=False: said.append((text, undo, ctx.undo.last.text))
    desk.write("add", products.save, Product(title="柿饼"), ctx.clock(), said="加好了")
    assert said == [("加好了", True, "add")]
    let_go()
    assert desk.sheet is None and not isValid(sheet)


def test_another_sheet_opens_after_one_was_left_with_esc(desk):
    first = desk.sheet
    first.line.clear()
    first.line.setModified(False)
    first.reject()
    let_go()
    assert not isValid(first)
    desk.open(second := TitleSheet(desk.page))
    assert desk.sheet is second and second.isVisible()


def test_one_sheet_at_a_time(desk):
    first = desk.sheet
    desk.open(second := TitleSheet(desk.page))
    let_go()
    assert desk.sheet is second and not isValid(first)
