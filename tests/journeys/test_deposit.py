"""A deduction puts the deposit below the line; the page says so until the phone agrees again."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import deposit, opening
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.storage import Store

pytestmark = pytest.mark.slow

WAIT = 20_000


@pytest.fixture
def enough(paths, now) -> None:
    """A shop whose deposit is exactly what the phone asks for."""
    book = Store.open(paths.book)
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    quote = {"shown": "3000", "shown_on": "2026-11-03"}
    opening.save_fields(book, deposit.QUOTE_STEP, quote, now)
    deposit.add(book, [NewEntry("own", date(2026, 3, 6), "paid_in", 300_000)], now)
    book.close()


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_below_the_line_and_back(open_shop, enough, qtbot):
    window = open_shop("deposit")
    page = window.pages["deposit"]

    def says(text: str) -> None:
        qtbot.waitUntil(lambda: page.verdict.title_line.text() == text, timeout=WAIT)

    says("刚好够")

    # One fen off is below the line; so is a deduction with its clause and order.
    click(qtbot, page.ledger.record_button)
    sheet = page.sheet
    sheet.kind.set_value("deduction")
    sheet.kind.edited.emit("deduction")
    sheet.day.set_value(date(2026, 11, 14))
    sheet.amount.set_value(23_600)
    sheet.rule.set_text("晚发立赔")
    click(qtbot, sheet.main)
    says("还差 ¥236.00")
    assert page.ledger.model.rows[0].rule == "晚发立赔"

    # The phone names a day, and then closes listing.
    click(qtbot, page.verdict.due_link)
    sheet = page.sheet
    sheet.amount.set_value(300_000)
    sheet.day.set_value(date(2026, 11, 14))
    sheet.due.set_value(date(2026, 11, 25))
    click(qtbot, sheet.main)
    qtbot.waitUntil(lambda: "11月25日 前要补上" in page.verdict.sentence.text(), timeout=WAIT)
    sheet.reject()
    click(qtbot, page.measures.pills["listing_closed"])
    page.sheet.day.set_value(date(2026, 11, 15))
    click(qtbot, page.sheet.main)
    qtbot.waitUntil(lambda: "上架已经停了" in page.verdict.sentence.text(), timeout=WAIT)
    window.navigate("products")
    banner = window.pages["products"].banner
    qtbot.waitUntil(banner.isVisible, timeout=WAIT)
    assert "11月15日 起平台不让上架新商品" in banner._label.text()

    # The banner leads back; what is missing stands in the sheet.
    click(qtbot, banner.button)
    click(qtbot, page.add_button)
    assert page.sheet.amount.value() == 23_600
    click(qtbot, page.sheet.main)
    says("刚好够")
    click(qtbot, page.measures.pills["listing_closed"])
    assert page.sheet.state.value() == "lifted"
    click(qtbot, page.sheet.main)
    qtbot.waitUntil(lambda: not page.measures.pills, timeout=WAIT)

    # A fee that nobody wrote down, then agreed.
    click(qtbot, page.compare_button)
    sheet = page.sheet
    sheet.shown.set_value(299_764)
    sheet.ask()
    qtbot.waitUntil(lambda: "少 2.36" in sheet.outcome.text(), timeout=WAIT)
    sheet.reason.set_text("手续费")
    click(qtbot, sheet.main)
    says("还差 ¥2.36")

    # Step by step back, and tomorrow all of it is there.
    window.ctx.undo.back()
    says("刚好够")
    window.ctx.undo.forth()
    says("还差 ¥2.36")
    open_shop.close()
    window = open_shop("deposit")
    page = window.pages["deposit"]
    says("还差 ¥2.36")
    assert [row.kind for row in page.ledger.model.rows][:1] == ["correction"]
