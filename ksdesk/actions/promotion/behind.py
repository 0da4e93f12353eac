"""The rows behind each number of the profit; they add up to it to the fen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

from ksdesk.actions.promotion import spending
from ksdesk.actions.promotion.profit import LiveProfit
from ksdesk.domain.calendar import month_start
from ksdesk.domain.promotion.attaching import own_days
from ksdesk.domain.promotion.breakdown import NO_GOOD, Behind, CostRow, EarnedRow, Good, shares
from ksdesk.domain.promotion.costs import MonthlyCost
from ksdesk.domain.traffic import from_seconds
from ksdesk.storage import Reader
from ksdesk.storage.promotion.profit import AMOUNTS

NO_ORDERS: Final = ("spend", "monthly")
SPENT: Final = ("spend", "net", "after")
OWN_COSTS: Final = ("monthly", "after")
"""Numbers in which orders have no part, promotion has one, the shop's own costs have one."""


def behind(
    reader: Reader,
    first: date,
    last: date,
    now: datetime,
    of: str,
    *,
    money: bool = False,
    good: Good | None = None,
    day: date | None = None,
    live: LiveProfit | None = None,
) -> Behind:
    """The rows of one number of these days, or of a product, a day or a live in them.

    `of` is an amount of `Sales`, `kept`, `before_ads` or `net`; or `orders`, `earlier` (refunds of
    orders of before these days), `left_out`, `estimated` (what was kept and is not settled),
    `monthly` (the shop's own costs), `after` (the net less these).
    """
    rows: list[EarnedRow] = []
    if of not in NO_ORDERS:
        amount = "refunded" if of == "earlier" else of if of in AMOUNTS else ""
        span = None if live is None else (live.start, live.end)
        every = reader.profit.rows(
            day or first, day or last, money=money, good=good, live=span, of=amount
        )
        rows = [row for row in every if _counts(row, of, first, good)]
    found: Iterable[CostRow] = ()
    if of in SPENT and live is not None:
        found = [CostRow(from_seconds(live.start).date(), live.name, live.spend)]
    elif of in SPENT and good == NO_GOOD:
        found = _of_no_good(reader, first, last, now)
    elif of in SPENT and good is not None:
        found = _of_good(reader, first, last, now, good, money)
    elif of in SPENT:
        found = (row for row, _ in _of_shop(reader, first, last, now))
    spends = [row for row in found if row.fen and day in (None, row.day)]
    costs = _monthly(reader, first, last) if of in OWN_COSTS else ()
    return Behind(rows, sorted(spends, key=lambda row: row.day, reverse=True), tuple(costs))


def _counts(row: EarnedRow, of: str, first: date, good: Good | None) -> bool:
    """Whether a row is of a number of days that begin with `first`."""
    match of:
        case "earlier":
            return row.sold_on < first
        case "left_out":
            return bool(row.costless)
        case "estimated":
            return bool(row.sales.kept) and not (row.settled or row.costless)
        case "orders":
            return row.kind == 0 if good else row.lead
    return True


def _of_good(
    reader: Reader, first: date, last: date, now: datetime, good: Good, money: bool
) -> Iterator[CostRow]:
    earned = reader.profit.by_product(first, last, money=money)
    for plan, fen in spending.spent(reader, first, last, now)[0]:
        share = shares(earned, plan, fen).get(good, 0)
        yield CostRow(min(last, plan.last.date()), plan.name, share)


def _of_no_good(reader: Reader, first: date, last: date, now: datetime) -> Iterator[CostRow]:
    """What the shop spent less what plans give to products."""
    plans, total, assigned = spending.spent(reader, first, last, now)
    given = {plan.id for plan, _ in plans if plan.products}
    rest = total - assigned
    for row, plan in _of_shop(reader, first, last, now):
        if plan not in given:
            rest -= row.fen
            yield row
    yield CostRow(last, "", rest)


def _of_shop(
    reader: Reader, first: date, last: date, now: datetime
) -> Iterator[tuple[CostRow, int]]:
    """Each day by campaign, and plans whose figures are from the phone. Each with its plan's
    number, 0: none."""
    begun = spending.begun(reader, now)
    spans = own_days(begun, first, last)
    names = {part.key: part.name for part in reader.traffic.campaigns()}
    spends = spending.of_campaigns(reader, first, last)
    for day, total in spending.spend_by_day(reader, first, last).items():
        told = spends.get(day, {})
        plan_of = {
            key: one.plan.id
            for one in begun
            for key in one.keys
            if spans[one.plan.id][0] <= day <= spans[one.plan.id][1]
        }
        for key, fen in told.items():
            yield CostRow(day, names.get(key, key), fen), plan_of.get(key, 0)
        yield CostRow(day, "", total - sum(told.values())), 0
    for one in begun:
        for day, fen in spending.typed_by_day(one, first, last, now):
            yield CostRow(day, one.plan.name, fen), one.plan.id


def _monthly(reader: Reader, first: date, last: date) -> Iterator[CostRow]:
    month = month_start(first)
    while month <= last:
        for cost in reader.notes.all(MonthlyCost):
            if fen := cost.in_month(month):
                yield CostRow(month, cost.name, fen)
        month = month_start(month + timedelta(days=31))
