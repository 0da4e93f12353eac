"""The strip above the products: what the deposit means for listing and selling."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.actions import deposit, opening
from ksdesk.actions.deposit import notes as deposit_notes
from ksdesk.domain.deposit.ledger import NewEntry


@pytest.fixture
def dipped(book, now) -> None:
    """236.00 below what the phone shows."""
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    quote = {"shown": "3000", "shown_on": "2026-11-03"}
    opening.save_fields(book, deposit.QUOTE_STEP, quote, now)
    deposit.add(book, [NewEntry("own", date(2026, 3, 6), "paid_in", 276_400)], now)


@pytest.fixture
def mark(book, now):
    def happened(measure: str, state: str = "happened", day: int = 15) -> None:
        deposit_notes.mark(book, measure, state, date(2026, 11, day), "", now)

    return happened


@pytest.fixture
def banner(ctx, qtbot):
    from ksdesk.ui.products.page import ProductsPage

    page = ProductsPage(ctx)
    qtbot.addWidget(page)
    page.resize(1112, 800)
    page.show()
    yield page.banner  # not returned: nobody else keeps the page from being collected


def words(banner) -> str:
    return banner._label.text()


def test_enough_says_nothing(banner):
    assert banner.isHidden()


def test_a_listing_stop_is_said_with_its_day(dipped, mark, banner, ctx):
    mark("listing_closed")
    banner.refresh()
    assert words(banner) == ("保证金还差 ¥236.00，11月15日 起平台不让上架新商品；已上架的照常卖。")
    went: list[tuple] = []
    ctx.navigate = lambda *place: went.append(place)
    banner.button.click()
    assert (banner.button.text(), went) == ("去补足 ›", [("deposit",)])


def test_below_the_line_warns_before_anything_happened(dipped, banner):
    assert words(banner) == "保证金还差 ¥236.00，平台可能会停上架和销售。"


def test_a_selling_stop_is_worse(dipped, mark, banner):
    mark("listing_closed")
    mark("selling_closed", day=16)
    banner.refresh()
    assert words(banner) == "保证金还差 ¥236.00，11月16日 起平台不让卖商品。"
    assert banner._kind == "bad"


def test_topped_up_but_not_lifted(dipped, mark, banner, book, now):
    mark("listing_closed")
    deposit.add(book, [NewEntry("own", date(2026, 11, 17), "paid_in", 23_600)], now)
    banner.refresh()
    assert words(banner).endswith("保证金已经够了，请平台解除。")
    mark("listing_closed", "lifted", 18)
    banner.refresh()
    assert banner.isHidden()
