"""Balance and required line of every day of five years over 100,000 ledger lines.

Held against one SQL window query over the same rows, in the same process, best of several.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from ksdesk.actions import opening
from ksdesk.actions.deposit import notes
from ksdesk.actions.deposit import outlook as deposit_outlook
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import LineCategory, MonthSales, SalesTier, ShownLine
from ksdesk.domain.rulebook import RuleBook

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300)]

LINES = 100_000
FIRST = date(2021, 11, 18)
LAST = date(2026, 11, 17)
WINDOW = """SELECT day, amount, SUM(amount) OVER (ORDER BY day, id)
    FROM deposit_entry WHERE account = 'own' ORDER BY day, id"""


def fill(book, now: datetime) -> None:
    chance = random.Random(7)
    days = (LAST - FIRST).days + 1
    lines = [
        NewEntry("own", FIRST + timedelta(chance.randrange(days)), "correction", fen or 1)
        for fen in (chance.randrange(-50_000, 50_100) for _ in range(LINES))
    ]
    book.deposit.add(lines, now)
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    for n in range(60):
        month = date(2021 + (n + 10) // 12, (n + 10) % 12 + 1, 1)
        notes.keep(book, MonthSales(month, chance.randrange(10_000_000)), now)
        if n % 6 == 0:
            closed = month + timedelta(days=90)
            notes.keep(book, LineCategory(f"类目{n}", 1000 * n, month, closed), now)
        if n % 10 == 0:
            notes.keep(book, ShownLine("own", 1_000_00 + n, month), now)
    for sales, amount in ((3_000_000, 200_000), (5_500_000, 300_000), (8_000_000, 500_000)):
        notes.keep(book, SalesTier(sales, amount), now)


def best(work: Callable[[], object], times: int = 5) -> float:
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def test_five_years_by_day_cost_less_than_two_window_queries(book, now, measured):
    fill(book, now)
    rules = RuleBook.load()
    raw = book.session.db.connection()
    rows = raw.execute(WINDOW).fetchall()
    assert len(rows) == LINES
    levels = {date.fromisoformat(day): level for day, _, level in rows}

    def by_day() -> deposit_outlook.Daily:
        return deposit_outlook.by_day(book.reader, rules, "own", FIRST, LAST)

    daily = by_day()
    assert len(daily.balances) == len(daily.lines) == (LAST - FIRST).days + 1
    assert all(daily.balances[day] == level for day, level in levels.items())
    assert len(set(daily.lines.values())) > 10
    query = best(lambda: raw.execute(WINDOW).fetchall())
    ours = best(by_day)
    measured("deposit: five years by day, to one window query", ours / query, "×", most=2)
