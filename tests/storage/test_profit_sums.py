"""Sums of profit, whichever way they are read, are those of the rows one by one."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from ksdesk.domain.promotion.breakdown import EarnedRow

FIRST, DAYS = date(2026, 5, 1), 120
AMOUNTS = """paid refunded goods_cost cost_returned shipping return_shipping insurance platform_fee
    commission penalties""".split()
SPANS = [(FIRST, 7), (FIRST + timedelta(40), 31), (FIRST + timedelta(40), 32), (FIRST, DAYS)]


@pytest.fixture
def sold(book):
    """Days of sales, refunds and fees, some without a cost, some of what no product is."""
    chance, rows = random.Random(20261130), []
    start = (FIRST - date(1970, 1, 1)).days
    for n in range(4_000):
        product, kind = chance.randrange(40), chance.choice((0, 0, 0, 1, 2))
        day = start + chance.randrange(DAYS)
        sold_on = day - (chance.randrange(30) if kind else 0)
        costless = chance.random() < 0.2
        paid = 0 if kind else chance.randrange(10_00, 90_00)
        back = chance.randrange(5_00) if kind else 0
        cost = None if costless else chance.randrange(75_00)
        amounts = paid, back, cost, *(chance.choice((None, 0, 1_50)) for _ in "123")
        amounts = (
            *amounts,
            chance.randrange(90),
            chance.choice((None, 2_00)),
            0,
            chance.randrange(9),
        )
        goods = product, "" if product else f"物{chance.randrange(9)}"
        own = f"{n}", kind, sold_on, chance.choice((None, day + 7)), sold_on * 86_400
        rows.append((*goods, day, *own, None, int(not kind), costless, *amounts))
    with book.transaction():
        book.session.db.connection().executemany(
            f"""INSERT INTO profit_row (product, item, day, order_no, kind, sold_on, money_day, at,
            in_live, lead, costless, {", ".join(AMOUNTS)}) VALUES ({", ".join("?" * 21)})""",
            rows,
        )
    return book.reader.profit


def paid_and_back(rows: list[EarnedRow]) -> tuple[int, int]:
    return sum(r.sales.paid or 0 for r in rows), sum(r.sales.refunded or 0 for r in rows)


def left(row: EarnedRow) -> int:
    costs = (getattr(row.sales, name) or 0 for name in AMOUNTS[4:])
    goods = (row.sales.goods_cost or 0) - (row.sales.cost_returned or 0)
    return (row.sales.paid or 0) - (row.sales.refunded or 0) - goods - sum(costs)


@pytest.mark.parametrize(("first", "days"), SPANS)
def test_the_sums_of_days_and_of_products_are_those_of_the_rows(sold, first, days):
    last = first + timedelta(days - 1)
    rows = [row for row in sold.rows(FIRST, FIRST + timedelta(DAYS)) if first <= row.day <= last]
    by_day, by_good = defaultdict(list), defaultdict(list)
    for row in rows:
        by_day[row.day].append(row)
        by_good[row.good].append(row)
    found = sold.by_day(first, last)
    assert {key: (e.paid, e.refunded) for key, e in found.items()} == {
        key: paid_and_back(some) for key, some in by_day.items()
    }
    found = sold.by_product(first, last)
    assert {key: (e.paid, e.refunded) for key, e in found.items()} == {
        key: paid_and_back(some) for key, some in by_good.items()
    }
    assert sum(e.earlier for e in found.values()) == sum(
        row.sales.refunded or 0 for row in rows if row.sold_on < first
    )
    for good, earned in sold.by_product(first, last, only=[3, 5]).items():
        assert earned == found[good] and good[0] in (3, 5)


@pytest.mark.parametrize(("first", "days"), SPANS)
def test_what_is_sold_at_a_loss_is_found_among_all(sold, first, days):
    last, also = first + timedelta(days - 1), [2, 3]
    rows = sold.rows(first, last)
    leaves = Counter[tuple[int, str]]()
    for row in rows:
        leaves[row.good] += 0 if row.costless else left(row)
    lost = {good for good, fen in leaves.items() if fen < 0}
    assert 0 < len(lost) < len(leaves)
    found = sold.losing(first, last, also)
    assert {*found} == lost | {good for good in leaves if good[0] in also}
    for good, earned in found.items():
        mine = [r for r in rows if r.good == good and (good[0] in also or not r.costless)]
        assert (earned.paid, earned.refunded) == paid_and_back(mine)
