"""A seller walks through the whole opening wizard with mouse and keyboard, to the ledger."""

from __future__ import annotations

from datetime import date

import pytest
from drawn_photos import cropped, encoded, held
from PySide6.QtCore import Qt
from traces import assert_no_trace

from ksdesk.domain.opening import STEP_NAMES

pytestmark = pytest.mark.slow

NUMBER = "11010519491231002X"


@pytest.fixture
def walk(make_page_over, tmp_path, qtbot):
    """The wizard over an empty book, with short words for what a hand does."""

    class Walk:
        page = make_page_over(tmp_path / "data")
        data = tmp_path / "data"

        def click(self, widget) -> None:
            qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

        def tap(self) -> None:
            phone = self.page.phone
            with qtbot.waitSignal(phone.tapped, timeout=1000):
                qtbot.mouseClick(phone, Qt.MouseButton.LeftButton, pos=phone.spot_center())

        def type(self, field, text: str) -> None:
            field.edit.setFocus()
            qtbot.keyClicks(field.edit, text)

        def key(self, key) -> None:
            qtbot.keyClick(self.page.card.next, key)

    return Walk()


def test_from_the_first_tap_to_the_ledger(walk, tmp_path):
    page, ctx = walk.page, walk.page.ctx
    for name in STEP_NAMES[1:8]:
        walk.tap()
        assert page.step == name

    # 实名: the phone asks for the photos one after the other.
    pictures = [encoded(cropped("front")), encoded(cropped("back")), encoded(held())]
    for number, picture in enumerate(pictures):
        path = tmp_path / f"photo{number}.jpg"
        path.write_bytes(picture)
        ctx.ask.answers = [[path]]
        walk.tap()
    view = page.view()
    assert [view.photos.status(side) for side in view.photos.slots] == ["good"] * 3
    walk.type(view.number, NUMBER)
    walk.type(view.until, "2030-01-01")
    assert page.card.next.text() == "下一步"
    walk.tap()  # with three good photos the spot is the button below them

    # 店铺类型
    assert page.step == "type.choose"
    walk.click(page.view().rows["personal"])
    for check in page.view().papers.checks.values():
        walk.click(check)
    walk.tap()

    # 保证金: the rule book says 500, the phone 1,500; other platforms' goods as well.
    view = page.view()
    assert view.total.text() == "¥500.00"
    walk.click(view.categories.other)
    walk.type(view.shown, "1500")
    assert view.total.text() == "¥2,000.00"
    walk.click(view.book)
    assert ctx.reader.deposit.balances() == {"own": 150_000, "promotion": 50_000}
    (own,) = ctx.reader.deposit.entries("own")
    assert (own.kind, own.day, own.origin) == ("paid_in", date(2026, 11, 18), "opening")

    # A later change writes a reversal and a new line; one undo takes both back.
    view.shown.edit.selectAll()
    walk.type(view.shown, "1800")
    walk.click(view.book)
    amounts = [entry.amount for entry in ctx.reader.deposit.entries("own")]
    assert amounts == [150_000, -150_000, 180_000]
    ctx.undo.back()
    assert ctx.reader.deposit.balances()["own"] == 150_000
    ctx.undo.forth()
    assert ctx.reader.deposit.balances()["own"] == 180_000

    walk.tap()
    assert page.step == "done"
    assert page.card.title_line.text() == "电脑上的都办好了，剩下的在手机上"
    page.close()
    assert_no_trace(walk.data, pictures, NUMBER)
    ctx.book.close()
    assert_no_trace(walk.data, pictures, NUMBER)


def test_by_keyboard_alone(walk, qtbot):
    """Enter goes on at every step; back keeps every field."""
    page = walk.page
    page.setFocus()
    for name in STEP_NAMES[1:9]:
        walk.key(Qt.Key.Key_Return)
        assert page.step == name
    rows = page.view().rows
    rows["company"].setFocus()
    qtbot.keyClick(rows["company"], Qt.Key.Key_Space)
    walk.type(page.view().uscc, "91350100M000100Y43")
    qtbot.keyClick(page.view().uscc.edit, Qt.Key.Key_Return)
    assert page.step == "deposit.quote"
    walk.type(page.view().shown, "900")
    for _ in range(4):
        page.card.back.setFocus()
        qtbot.keyClick(page.card.back, Qt.Key.Key_Return)
    assert page.step == "open.start"
    page.card.next.setFocus()
    for _ in range(4):
        walk.key(Qt.Key.Key_Return)
    assert page.step == "deposit.quote"
    assert page.view().shown.text() in ("900", "900.00")
    page.jump("type")
    assert page.view().rows["company"].isChecked()
    assert page.view().uscc.text() == "91350100M000100Y43"


def test_a_note_on_another_phone_comes_back(walk, make_page_over):
    page = walk.page
    walk.tap()
    walk.click(page.other)
    walk.type(page.panel.field, "services is called tools")
    walk.key(Qt.Key.Key_Return)
    page.close()
    page.ctx.book.close()
    again = make_page_over(walk.data)
    again.go_back()
    assert again.card.note.text_label.text() == "services is called tools"
