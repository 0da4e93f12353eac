"""What would happen to the line: a question that leaves the book alone, and warnings ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from ksdesk.domain.calendar import last_natural_month, month_end, month_start, next_month_start
from ksdesk.domain.deposit.account import PROMOTION, Requirement
from ksdesk.domain.deposit.line import LineFacts, line_on
from ksdesk.domain.deposit.notes import LineCategory, MonthSales, category_code
from ksdesk.domain.rulebook import RuleBook

AHEAD_DAYS: Final = 62
"""How far `ahead` looks: this month and the next one."""

_NONE: Final[Mapping[str, int | None]] = MappingProxyType({})
_ACCOUNTS: Final = ("own", "promotion")


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The line of a day as it is and as it would be."""

    day: date
    before: Requirement
    after: Requirement

    def difference(self, account: str = "own") -> int:
        """The fen by which the line of *account* would rise (or fall)."""
        return self.after.total_for(account) - self.before.total_for(account)


def what_if(
    facts: LineFacts,
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
    """The line of *day* if these things were different.

    *opened*: special categories of own goods with the amount each asks for (None: not known),
    *closed*: categories of either account, *sales*: fen that last natural month sold (上自然月
    销售额), *promotion_opened*: categories of the promotion account.
    """
    given = _without(facts, frozenset(map(category_code, closed)), day)
    new = [LineCategory(name, amount, date.min) for name, amount in opened.items()]
    new += [
        LineCategory(name, amount, date.min, None, PROMOTION)
        for name, amount in promotion_opened.items()
    ]
    names = {(c.account, category_code(c.name)) for c in new}
    kept = tuple(c for c in given.dated if (c.account, category_code(c.name)) not in names)
    given = replace(given, dated=(*kept, *new))
    if shop_type is not None:
        given = replace(given, shop_type=shop_type)
    if promotion is not None:
        closed_on = None if promotion else day
        given = replace(
            given,
            promotion=given.promotion or promotion,
            promotion_closed=closed_on,
            closed_before=(),
        )
    if sales is not None:
        given = with_sales(given, MonthSales(last_natural_month(day)[0], sales))
    return WhatIf(day, facts.requirement(day, rules), facts.requirement(day, rules, given))


def _without(facts: LineFacts, closed: frozenset[str], day: date) -> LineFacts:
    ends = (c.open_on(day) and category_code(c.name) in closed for c in facts.dated)
    return replace(
        facts,
        categories=tuple(name for name in facts.categories if category_code(name) not in closed),
        dated=tuple(
            replace(c, closed_on=day) if end else c
            for c, end in zip(facts.dated, ends, strict=True)
        ),
    )


def with_sales(facts: LineFacts, row: MonthSales) -> LineFacts:
    """*facts* with the sales of one month replaced."""
    kept = tuple(s for s in facts.sales if (s.month, s.category) != (row.month, row.category))
    return replace(facts, sales=(*kept, row))


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the present month will have sold, in fen.

    ``so_far`` by the end of ``until``; ``likely`` if it goes on like that; the line of ``starts``,
    the first day of the next month, stands on it.
    """

    month: date
    so_far: int
    until: date
    likely: int
    starts: date


def forecast(sold: MonthSales, today: date, begins: date | None = None) -> Forecast:
    """Carry a month's sales so far to its end, day by day alike; rounded half up to the fen.

    Without ``until`` the figure is taken to reach to yesterday, or to today on the first.
    ``begins`` is the day of the first order where that lies within the month: the days before it
    sold nothing, and say nothing of those to come.
    """
    last = month_end(sold.month)
    until = sold.until or max(sold.month, today - timedelta(days=1))
    until = min(max(until, sold.month), last)
    first = min(begins or sold.month, until)
    done, days = (until - first).days + 1, (last - first).days + 1
    likely = (2 * sold.amount * days + done) // (2 * done)
    return Forecast(sold.month, sold.amount, until, likely, next_month_start(sold.month))


@dataclass(frozen=True, slots=True)
class Ahead:
    """On day ``on`` the line of an account will be above today's balance.

    ``code`` names the reason that rises most: base, special, adjustment, promotion or shown; or
    sales_now (the month has already sold enough for it) and sales_likely (it will if it goes on),
    with ``sales`` in fen. ``note`` is the category. ``short`` is what will be missing, in fen;
    of a category whose amount nobody knows (``code`` unknown) it is 0, and may be anything.
    """

    code: str
    account: str
    on: date
    line: int
    balance: int
    short: int
    note: str = ""
    sales: int | None = None


def ahead(
    facts: LineFacts,
    rules: RuleBook,
    balances: Mapping[str, int],
    today: date,
    days: int = AHEAD_DAYS,
) -> tuple[Ahead, ...]:
    """What will push a line over its balance within *days*, by day.

    Only what makes more missing than is missing today: being below already is no warning ahead.
    """
    found = [*_by_turns(facts, rules, balances, today, days)]
    found += _by_sales(facts, rules, balances, today)
    return tuple(sorted(found, key=lambda one: (one.on, one.account, one.code)))


def _by_turns(
    facts: LineFacts, rules: RuleBook, balances: Mapping[str, int], today: date, days: int
) -> Iterator[Ahead]:
    # Sales of a month that is not over are told apart by _by_sales.
    facts = replace(facts, sales=tuple(s for s in facts.sales if s.month < month_start(today)))
    turns = facts.turns(rules, today, today + timedelta(days=days))
    for account in _ACCOUNTS:
        balance = balances.get(account, 0)
        worst = _short(line_on(facts, rules, account, today), balance)
        for day in turns[1:]:
            line = line_on(facts, rules, account, day)
            short = _short(line, balance)
            for name in _newly_unknown(facts, rules, account, day):
                yield Ahead("unknown", account, day, line or 0, balance, 0, name)
            if line is not None and short > worst:
                worst = short
                code, note = _cause(facts, rules, account, day)
                yield Ahead(code, account, day, line, balance, short, note)


def _newly_unknown(facts: LineFacts, rules: RuleBook, account: str, day: date) -> list[str]:
    """The categories whose amount is not known and that were not open the day before."""
    after = facts.requirement(day, rules)
    if after.complete_for(account):
        return []
    before = facts.requirement(day - timedelta(days=1), rules)
    there = (part for part in before.parts if part.account == account)
    known = {category_code(name) for part in there for name, _ in part.considered}
    return [
        name
        for part in after.parts
        if part.account == account
        for name, amount in part.considered
        if amount is None and category_code(name) not in known
    ]


def _cause(facts: LineFacts, rules: RuleBook, account: str, day: date) -> tuple[str, str]:
    """Code and category of the part that rose most since the day before."""
    before = facts.requirement(day - timedelta(days=1), rules)
    after = facts.requirement(day, rules)
    amounts = {part.code: part.amount or 0 for part in before.parts}
    rises = [
        ((part.amount or 0) - amounts.get(part.code, 0), part.code, part.note)
        for part in after.parts
        if part.account == account
    ]
    rise, code, note = max(rises, default=(0, "shown", ""))
    return (code, note) if rise > 0 else ("shown", "")


def _by_sales(
    facts: LineFacts, rules: RuleBook, balances: Mapping[str, int], today: date
) -> Iterator[Ahead]:
    """The line that next month's first day would have by this month's sales."""
    month = month_start(today)
    row = next((s for s in facts.sales if s.month == month and not s.category), None)
    balance = balances.get("own", 0)
    now = line_on(facts, rules, "own", today)
    if row is None or now is None:
        return
    seen = forecast(row, today, facts.begins(row))
    worst = _short(now, balance)
    for code, sales in (("sales_now", seen.so_far), ("sales_likely", seen.likely)):
        sold = with_sales(facts, replace(row, amount=sales))
        line = facts.requirement(seen.starts, rules, sold).total_for("own")
        if (short := _short(line, balance)) > worst:
            worst = short
            yield Ahead(code, "own", seen.starts, line, balance, short, sales=sales)


def _short(line: int | None, balance: int) -> int:
    return max(0, (line or 0) - balance)


@dataclass(frozen=True, slots=True)
class Crossing:
    """On ``day`` a balance falls below its line by ``short`` fen, or is enough again."""

    day: date
    below: bool
    short: int = 0


def crossings(
    balances: Mapping[date, int], lines: Mapping[date, int | None]
) -> tuple[Crossing, ...]:
    """The days on which it flips, in order; a first day below counts as one."""
    found: list[Crossing] = []
    below = False
    for day in sorted(balances):
        short = _short(lines.get(day), balances[day]) if lines.get(day) is not None else 0
        if (short > 0) != below:
            below = not below
            found.append(Crossing(day, below, short))
    return tuple(found)
