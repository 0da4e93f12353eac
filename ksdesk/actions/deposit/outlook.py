"""The deposit over time: day by day, ahead, below the line, and if something were different."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from ksdesk.actions.deposit import entries as deposit
from ksdesk.domain.calendar import month_start
from ksdesk.domain.deposit import measures as deposit_measures
from ksdesk.domain.deposit import outlook as deposit_outlook
from ksdesk.domain.deposit.line import line_by_day
from ksdesk.domain.deposit.measures import MeasureState
from ksdesk.domain.deposit.notes import MeasureEvent, ShownLine
from ksdesk.domain.deposit.outlook import Ahead, Crossing, Forecast, WhatIf, crossings
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Reader

_NONE: Final[Mapping[str, int | None]] = MappingProxyType({})


@dataclass(frozen=True)
class Daily:
    """Balance and line of an account at the end of every day from `first` to `last`, in fen."""

    first: date
    last: date
    balances: Mapping[date, int]
    lines: Mapping[date, int | None]

    @property
    def crossings(self) -> tuple[Crossing, ...]:
        """The days on which the balance falls below the line, or is enough again."""
        return crossings(self.balances, self.lines)


def by_day(reader: Reader, rules: RuleBook, account: str, first: date, last: date) -> Daily:
    """Balance and required line of an account for every day from `first` to `last`."""
    lines = line_by_day(deposit.told(reader).facts, rules, account, first, last)
    return Daily(first, last, _balances(reader.deposit.days(account, last), first, last), lines)


def _balances(moved: dict[date, int], first: date, last: date) -> dict[date, int]:
    start = sum(amount for day, amount in moved.items() if day < first)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    levels = accumulate((moved.get(day, 0) for day in days), initial=start)
    next(levels)
    return dict(zip(days, levels, strict=True))


def look_ahead(
    reader: Reader, rules: RuleBook, today: date, answers: deposit.Told | None = None
) -> tuple[Ahead, ...]:
    """What will push a line over its balance: planned categories, this month's sales, rules;
    `answers` of the seller where they are at hand."""
    facts = (answers or deposit.told(reader)).facts
    return deposit_outlook.ahead(facts, rules, reader.deposit.balances(today), today)


def what_if(
    reader: Reader,
    rules: RuleBook,
    day: date,
    *,
    shop_type: str | None = None,
    opened: Mapping[str, int | None] = _NONE,
    closed: Iterable[str] = (),
    sales: int | None = None,
    promotion: bool | None = None,
    promotion_opened: Mapping[str, int | None] = _NONE,
) -> WhatIf:
    """The line of `day` if these things were different (see `ksdesk.domain.deposit.outlook`)."""
    return deposit_outlook.what_if(
        deposit.told(reader).facts,
        rules,
        day,
        shop_type=shop_type,
        opened=opened,
        closed=closed,
        sales=sales,
        promotion=promotion,
        promotion_opened=promotion_opened,
    )


def month_forecast(reader: Reader, today: date) -> Forecast | None:
    """What the present month will sell by its sales so far; None where they are not known."""
    month = month_start(today)
    facts = deposit.told(reader).facts
    for row in facts.sales:
        if row.month == month and not row.category:
            return deposit_outlook.forecast(row, today, facts.begins(row))
    return None


def measures(reader: Reader, rules: RuleBook, day: date) -> tuple[MeasureState, ...]:
    """The six measures on `day`: possible while any account is short, and what really happened."""
    missing = sum(
        account.standing.shortfall
        for account in deposit.accounts(reader, rules, day)
        if account.standing is not None
    )
    events = reader.notes.all(MeasureEvent)
    return deposit_measures.measure_states(missing > 0, events, day, missing)


def stopped(reader: Reader, day: date) -> frozenset[str]:
    """What the platform has really stopped: cart, listing, selling, withdrawal, functions."""
    return deposit_measures.stopped(reader.notes.all(MeasureEvent), day)


def due(reader: Reader, account: str, day: date) -> ShownLine | None:
    """The newest figure of the phone for `account` up to `day`, if it named a day by which."""
    rows = [r for r in reader.notes.all(ShownLine) if r.account == account and r.day <= day]
    newest = max(rows, key=lambda row: (row.day, row.id), default=None)
    return newest if newest is not None and newest.due is not None else None
