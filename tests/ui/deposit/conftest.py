"""A shop whose deposit dipped under the line, and the page over it."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.actions import deposit, opening
from ksdesk.domain.deposit.ledger import NewEntry

LINES = (
    ("own", date(2026, 3, 6), "paid_in", 150_000, "开店缴存"),
    ("own", date(2026, 9, 4), "paid_in", 50_000, "8月销售调整"),
    ("own", date(2026, 10, 19), "deduction", -3_600, "晚发立赔 3 单"),
    ("own", date(2026, 11, 4), "paid_in", 103_600, "10月销售调整"),
    ("own", date(2026, 11, 14), "deduction", -23_600, "晚发立赔 9 单"),
    ("promotion", date(2026, 3, 8), "paid_in", 50_000, ""),
)


@pytest.fixture
def tell(book, now):
    """Fill the wizard's deposit step."""

    def fill(**quote: object) -> None:
        opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
        opening.save_fields(book, deposit.QUOTE_STEP, quote, now)

    return fill


@pytest.fixture
def ledger(book, now) -> None:
    deposit.add(book, [NewEntry(*line) for line in LINES], now)


@pytest.fixture
def dipped(ledger, tell) -> None:
    """2,764.00 lie there, the phone shows 3,000.00."""
    tell(shown="3000", shown_on="2026-11-03", other_platform=True)


@pytest.fixture
def gone_to(ctx) -> list[tuple]:
    """Where the page wanted to go."""
    places: list[tuple] = []
    ctx.navigate = lambda topic, target=None: places.append((topic, target))
    return places


@pytest.fixture
def open_page(ctx, qtbot):
    """Make and show the page at a size."""
    from ksdesk.ui.deposit.page import DepositPage

    def make(width: int = 1112, height: int = 800) -> DepositPage:
        page = DepositPage(ctx)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        return page

    return make
