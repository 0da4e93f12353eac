"""The running order of a live: picked, ordered by keys and by dragging, kept, shown, printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from ksdesk.actions import products
from ksdesk.actions.products import running
from ksdesk.domain.products import Product
from ksdesk.ui.products.running_sheet import RunningOrderSheet


@pytest.fixture
def goods(ctx) -> list[int]:
    made = []
    for title, price in (("柿饼", 5990), ("红富士", 6900), ("土蜂蜜", 4800)):
        product = Product(title=title, price=price, stock=12, state="listed", selling_point="自家")
        made.append(products.save(ctx.book, product, ctx.clock()).ref)
    return made


@pytest.fixture
def sheet(ctx, qtbot, goods):
    made = RunningOrderSheet(ctx, None)
    qtbot.addWidget(made)
    made.show()
    return made


def kept(ctx) -> list[list[str]]:
    return [
        [line.product.title for line in running.lines(ctx.reader, one.items)]
        for one in running.sheets(ctx.reader)
    ]


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def write(edit, text: str) -> None:
    """As an input method writes Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(edit, event)


def take(qtbot, sheet, text: str) -> None:
    sheet.search.edit.clear()
    write(sheet.search.edit, text)
    qtbot.keyClick(sheet.search.edit, Qt.Key.Key_Return)


def test_products_are_picked_by_typing_and_kept_at_once(sheet, qtbot, ctx):
    for word in ("红富", "柿", "蜂蜜"):
        take(qtbot, sheet, word)
    assert kept(ctx) == [["红富士", "柿饼", "土蜂蜜"]]
    take(qtbot, sheet, "柿")
    assert kept(ctx) == [["红富士", "柿饼", "土蜂蜜"]], "one product stands there once"
    ctx.undo.undo()
    assert kept(ctx) == [["红富士", "柿饼"]]


def test_keys_move_and_take_out(sheet, qtbot, ctx, goods):
    for word in ("柿", "红富", "蜂蜜"):
        take(qtbot, sheet, word)
    sheet.order.setCurrentRow(2)
    qtbot.keyClick(sheet.order, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(sheet.order, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert kept(ctx) == [["土蜂蜜", "柿饼", "红富士"]]
    assert sheet.order.currentRow() == 0
    qtbot.keyClick(sheet.order, Qt.Key.Key_Delete)
    assert kept(ctx) == [["柿饼", "红富士"]]


def test_dragging_a_line_keeps_the_new_order(sheet, qtbot, ctx):
    for word in ("柿", "红富", "蜂蜜"):
        take(qtbot, sheet, word)
    assert sheet.order.model().moveRow(QModelIndex(), 0, QModelIndex(), 3)
    assert kept(ctx) == [["红富士", "土蜂蜜", "柿饼"]]


def test_a_cue_is_kept_with_its_product(sheet, qtbot, ctx):
    take(qtbot, sheet, "柿")
    write(sheet.cue.edit, "先试吃")
    qtbot.keyClick(sheet.cue.edit, Qt.Key.Key_Return)
    (one,) = running.sheets(ctx.reader)
    assert [line.cue for line in running.lines(ctx.reader, one.items)] == ["先试吃"]


def test_several_orders_are_kept_and_deleted_with_a_way_back(sheet, qtbot, ctx):
    take(qtbot, sheet, "柿")
    press(qtbot, sheet.fresh)
    assert sheet.order.lines() == ()
    take(qtbot, sheet, "红富")
    assert kept(ctx) == [["红富士"], ["柿饼"]]
    press(qtbot, sheet.drop)
    assert kept(ctx) == [["柿饼"]]
    assert [line.product.title for line in sheet.order.lines()] == ["柿饼"]
    ctx.undo.undo()
    assert kept(ctx) == [["红富士"], ["柿饼"]]


def test_what_went_to_the_bin_is_left_out(sheet, qtbot, ctx, goods):
    take(qtbot, sheet, "柿")
    take(qtbot, sheet, "红富")
    products.bin_(ctx.book, [goods[0]], ctx.clock())
    assert kept(ctx) == [["红富士"]]


def test_chosen_products_come_along(ctx, qtbot, goods):
    made = RunningOrderSheet(ctx, None, goods[:2])
    qtbot.addWidget(made)
    assert kept(ctx) == [["柿饼", "红富士"]]


def test_the_big_screen_goes_on_by_keys_and_closes(sheet, qtbot):
    for word in ("柿", "红富"):
        take(qtbot, sheet, word)
    sheet.order.setCurrentRow(0)
    big = sheet.show_big()
    assert big.accessibleName() == "柿饼 ¥59.90"
    qtbot.keyClick(big, Qt.Key.Key_Right)
    assert big.accessibleName() == "红富士 ¥69.00"
    qtbot.keyClick(big, Qt.Key.Key_Space)
    assert big.place == 1, "there is nothing behind the last one"
    qtbot.keyClick(big, Qt.Key.Key_Home)
    assert big.place == 0
    assert not big.grab().isNull()
    qtbot.keyClick(big, Qt.Key.Key_Escape)
    assert not big.isVisible()


def test_the_page_is_saved_as_one_page_of_pdf(sheet, qtbot, ctx, tmp_path):
    for word in ("柿", "红富"):
        take(qtbot, sheet, word)
    assert "<b>红富士</b>" in sheet.paper().html
    ctx.ask.answers = [tmp_path / "顺序"]
    press(qtbot, sheet.pdf)
    written = (tmp_path / "顺序.pdf").read_bytes()
    assert written.startswith(b"%PDF") and written.count(b"/Type /Page\n") == 1
    assert [p.name for p in tmp_path.glob("*顺序*")] == ["顺序.pdf"]


def test_a_folder_that_is_not_there_is_named(sheet, qtbot, ctx, tmp_path):
    said = []
    ctx.notice = lambda text, **_more: said.append(text)
    take(qtbot, sheet, "柿")
    ctx.ask.answers = [tmp_path / "gone" / "x.pdf"]
    press(qtbot, sheet.pdf)
    assert len(said) == 1 and "gone" in said[0]


def test_a_page_that_another_program_shows_is_named_and_as_it_was(
    sheet, qtbot, ctx, tmp_path, monkeypatch
):
    """It was emptied first, and the reason was English."""

    def held(self: Path, target: Path) -> Path:
        error = PermissionError(13, "used by another process", str(target))
        error.winerror = 32  # as Windows says it
        raise error

    monkeypatch.setattr(Path, "replace", held)
    said = []
    ctx.notice = lambda text, **_more: said.append(text)
    take(qtbot, sheet, "柿")
    page = tmp_path / "顺序.pdf"
    page.write_bytes(b"before")
    ctx.ask.answers = [page]
    press(qtbot, sheet.pdf)
    assert len(said) == 1 and said[0].startswith("「顺序.pdf」正被其他程序")
    assert page.read_bytes() == b"before"
