"""要求线 over time: what the seller was told, with its days, gives the line of any day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from ksdesk.domain.calendar import last_natural_month, month_start, next_month_start
from ksdesk.domain.deposit.account import LinePart, Requirement, ShownDue, required
from ksdesk.domain.deposit.notes import (
    Adjustment,
    LineCategory,
    MonthSales,
    SalesTier,
    category_code,
)
from ksdesk.domain.rulebook import DayRules, RuleBook

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class LineFacts:
    """All that is known of the required line.

    The first five come without a day (the opening wizard's first answers): ``categories`` count at
    all times unless ``dated`` knows the same name. ``promotion_closed`` is the day from which
    第三方平台推广 is closed, so that its deposit is no longer required, ``closed_before`` are
    earlier such days. A closing ends at the next opening: a day of ``promotion_opened`` (paid in
    anew, the wizard's switch; on the day of the closing, too), a promotion category that opens, a
    line that the phone shows.
    ``tiers`` are the seller's. ``orders_from`` is the day of the first order that was imported.
    """

    shop_type: str = ""
    categories: tuple[str, ...] = ()
    promotion: bool = False
    asked: Mapping[str, int | None] = field(default_factory=dict)
    shown: tuple[ShownDue, ...] = ()
    dated: tuple[LineCategory, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    tiers: tuple[SalesTier, ...] = ()
    sales: tuple[MonthSales, ...] = ()
    promotion_closed: date | None = None
    closed_before: tuple[date, ...] = ()
    promotion_opened: tuple[date, ...] = ()
    orders_from: date | None = None

    def requirement(
        self, day: date, rules: RuleBook, given: LineFacts | None = None
    ) -> Requirement:
        """What must lie on the accounts on *day*.

        A figure of the phone counts from its day on, that of promotion until it is closed; what
        the reasons have moved by since then is added to it. *given* asks what the line would be
        with those facts instead, from the same figures of the phone.
        """
        bare = (given or self)._reasons(day, rules)
        seen = sorted((s for s in self.shown if s.day <= day), key=lambda s: s.day)
        newest = {s.account: s for s in seen if not self._closed_since(s, day)}
        shown = tuple(self._carried(s, bare, rules) for s in newest.values())
        return replace(bare, shown=shown)

    def _reasons(self, day: date, rules: RuleBook) -> Requirement:
        in_force = rules.on(day)
        own = self.categories_on("own", day)
        level, stale = self._adjustment(day, rules)
        return required(
            self.shop_type,
            own,
            day,
            self.sales_of(last_natural_month(day)[0]),
            in_force,
            promotion=self.promotion_on(day),
            asked={**self.asked, **own},
            promotion_categories=self.categories_on("promotion", day),
            adjustment=level,
            stale=stale,
        )

    def promotion_on(self, day: date) -> bool:
        """Whether goods of other platforms may be sold on *day*, as far as known."""
        if self.is_closed("promotion", day):
            return False
        if self.promotion:
            return True
        # From the first opening on, where that is known; what was closed had been open before. A
        # category that closes leaves the rest open.
        closings, openings = self._closings(), self._openings()
        first = min((o for o in openings if o < min(closings, default=date.max)), default=None)
        return bool(closings) if first is None else first <= day

    def _closed_since(self, shown: ShownDue, day: date) -> bool:
        """Whether promotion was closed after the phone was read; opened again, it begins anew."""
        closings = self._closings() if shown.account == "promotion" else ()
        return any(shown.day < closing <= day for closing in closings)

    def _closings(self) -> tuple[date, ...]:
        return tuple(d for d in (*self.closed_before, self.promotion_closed) if d is not None)

    def _openings(self) -> set[date]:
        shown = {s.day for s in self._read("promotion") if s.amount > 0}
        opened = {c.opened_on for c in self.dated if c.account == "promotion"}
        return {*self.promotion_opened, *opened, *shown}

    def sales_of(self, month: date) -> int | None:
        """The fen that the month beginning on *month* sold, None where nobody said."""
        for row in self.sales:
            if row.month == month and not row.category:
                return row.amount
        return None

    def begins(self, row: MonthSales) -> date | None:
        """The day of the first order where the orders of a month begin within it, else None."""
        first = self.orders_from
        within = first is not None and row.month < first < next_month_start(row.month)
        return first if within and row.origin == "orders" else None

    def categories_on(self, account: str, day: date) -> dict[str, int | None]:
        """The categories of an account that are open on *day*, with what each asks for.

        A code and its platform name (alcohol, 酒类) are one category, by the name noted last.
        """
        dated = sorted((c for c in self.dated if c.account == account), key=lambda c: c.opened_on)
        found: dict[str, tuple[str, int | None]] = {}
        for name in self.categories if account == "own" else ():
            code = category_code(name)
            rows = [c for c in dated if category_code(c.name) == code]
            if not rows or day < rows[0].opened_on:
                amount = self.asked.get(name)
                found[code] = (name, rows[0].amount if rows and amount is None else amount)
        for row in dated:
            if row.open_on(day):
                found[category_code(row.name)] = (row.name, row.amount)
        return dict(found.values())

    def _adjustment(self, day: date, rules: RuleBook) -> tuple[int | None, bool]:
        """The level in force and whether a month that sold more came since; None is unknown."""
        levels = [level for level in self._levels() if level.day <= day]
        levels.sort(key=lambda level: (level.day, level.typed))
        newest = next(reversed(levels), None)
        known = next((x for x in reversed(levels) if x.amount is not None), None)
        if newest is None or known is None:
            return None, False
        sold = newest.sales or 0
        stale = newest.amount is None and (known.sales is None or sold > known.sales)
        stale = stale or self._outdated(newest, day)
        if known.amount is None or not known.total:
            return known.amount, stale or newest.partial
        base = required(self.shop_type, (), day, None, rules).rule_total()
        return max(0, known.amount - base), stale or newest.partial

    def _outdated(self, newest: _Level, day: date) -> bool:
        """Whether a level stands on a month before the last one, and a tier asks for more."""
        if newest.typed or newest.amount is None or newest.day >= month_start(day):
            return False
        return any(t.amount > newest.amount for t in self._table(day))

    def _levels(self) -> Iterable[_Level]:
        for row in self.adjustments:
            month = row.month or last_natural_month(row.day)[0]
            yield _Level(row.day, row.amount, self.sales_of(month), typed=True)
        for sold in self.sales:
            if not sold.category:
                day = next_month_start(sold.month)
                amount = self._by_tier(sold.amount, day)
                partial = not sold.whole or self.begins(sold) is not None
                yield _Level(day, amount, sold.amount, total=True, partial=partial)

    def _by_tier(self, sales: int, day: date) -> int | None:
        """The deposit in all that the seller's tiers ask for these sales, 0 below the lowest.

        None without tiers.
        """
        table = self._table(day)
        if not table:
            return 0 if sales == 0 else None
        reached = [t for t in table if t.sales_from <= sales]
        return max(reached, key=lambda t: t.sales_from).amount if reached else 0

    def _table(self, day: date) -> list[SalesTier]:
        """The seller's tiers of a day; a newer table replaces the older one whole."""
        since = [t.valid_from or date.min for t in self.tiers]
        newest = max((d for d in since if d <= day), default=None)
        return [t for t in self.tiers if (t.valid_from or date.min) == newest]

    def _carried(self, shown: ShownDue, bare: Requirement, rules: RuleBook) -> ShownDue:
        """The phone's figure, moved by what its reasons have moved since it was read."""
        then = self._reasons(shown.day, rules)
        account = shown.account
        moved = bare.rule_total(account) - then.rule_total(account)
        more = account == "own" and _sold(bare) > _sold(then)
        missing = _unknowns(bare, account)
        sure = missing <= _unknowns(then, account) and not (more and "adjustment" in missing)
        sure = sure and not _may_be_highest_now(bare, then, account)
        return replace(shown, amount=max(0, shown.amount + moved), moved=moved, sure=sure)

    def turns(self, rules: RuleBook, first: date, last: date) -> tuple[date, ...]:
        """The days from *first* to *last* on which the line may move, *first* among them."""
        days = {first}
        for rule in rules.rows():
            if rule.key.startswith("deposit."):
                days.add(rule.valid_from or first)
                days.add(rule.valid_to + _DAY if rule.valid_to else first)
        days |= {s.day for s in self.shown} | {a.day for a in self.adjustments}
        days |= {c.opened_on for c in self.dated}
        days |= {c.closed_on for c in self.dated if c.closed_on is not None}
        days |= {t.valid_from for t in self.tiers if t.valid_from is not None}
        for sold in self.sales:
            after = next_month_start(sold.month)
            days |= {after, next_month_start(after)}
        days |= {*self._closings(), *self.promotion_opened}
        return tuple(sorted(day for day in days if first <= day <= last))

    def speaks_of(self, account: str, day: date) -> bool:
        """Whether there is enough to speak of a line of *account* on *day*."""
        if account == "own":
            dated = any(c.account == "own" for c in self.dated)
            return bool(self.shop_type or self.adjustments or dated or self._read(account))
        if account == "promotion" and self.promotion_on(day):
            return True
        return any(s.day <= day for s in self._read(account)) and not self.is_closed(account, day)

    def _read(self, account: str) -> list[ShownDue]:
        return [s for s in self.shown if s.account == account]

    def is_closed(self, account: str, day: date) -> bool:
        """Whether the newest closing up to *day* was followed by no opening; never but for
        promotion."""
        if account != "promotion":
            return False
        closed = max((d for d in self._closings() if d <= day), default=None)
        if closed is None:
            return False
        again = any(closed <= opening <= day for opening in self.promotion_opened)
        return not again and not any(closed < opening <= day for opening in self._openings())


@dataclass(frozen=True)
class _Level:
    """An adjustment that holds from ``day`` on; ``amount`` None where the tiers are not known.

    ``total``: the amount is the deposit in all, whatever the base is, not what is added to it.
    ``partial``: the sales are not of the whole month.
    """

    day: date
    amount: int | None
    sales: int | None
    typed: bool = False
    total: bool = False
    partial: bool = False


def _unknowns(requirement: Requirement, account: str) -> frozenset[str]:
    """What of an account has no amount: codes of parts, names of categories."""
    found = set()
    for part in requirement.parts:
        if part.account == account:
            found |= {category_code(n) for n, amount in part.considered if amount is None}
            if part.stale or (part.amount is None and not part.considered):
                found.add(part.code)
    return frozenset(found)


def _may_be_highest_now(now: Requirement, then: Requirement, account: str) -> bool:
    """Whether the highest category fell since *then* beside one whose amount nobody knows."""
    code = "special" if account == "own" else "promotion"
    part, before = reason(now, code), reason(then, code)
    if part is None or before is None or (part.amount or 0) >= (before.amount or 0):
        return False
    return any(amount is None for _, amount in part.considered)


def _sold(requirement: Requirement) -> int:
    part = reason(requirement, "adjustment")
    return (part.sales or 0) if part else 0


def line_on(facts: LineFacts, rules: RuleBook, account: str, day: date) -> int | None:
    """The fen that must lie on *account* on *day*, None where nothing can be said."""
    if not facts.speaks_of(account, day):
        return None
    return facts.requirement(day, rules).total_for(account)


def line_by_day(
    facts: LineFacts, rules: RuleBook, account: str, first: date, last: date
) -> dict[date, int | None]:
    """The line of *account* on every day from *first* to *last*, worked out where it may move."""
    found: dict[date, int | None] = {}
    turns = facts.turns(rules, first, last)
    for day, until in zip(turns, (*turns[1:], last + _DAY), strict=True):
        amount = line_on(facts, rules, account, day)
        for n in range((until - day).days):
            found[day + timedelta(days=n)] = amount
    return found


def months_of(days: Mapping[date, int]) -> tuple[MonthSales, ...]:
    """Sales by day, in fen, as months that came from orders; the newest counted so far."""
    months: dict[date, int] = {}
    for day, amount in days.items():
        months[month_start(day)] = months.get(month_start(day), 0) + amount
    last = max(days, default=date.min)
    return tuple(
        MonthSales(month, amount, last if month == month_start(last) else None, origin="orders")
        for month, amount in sorted(months.items())
    )


def example_tier(rules: DayRules) -> SalesTier | None:
    """The one published example (55,000 sold: 1,000 becomes 3,000), to show; never in force."""
    sales, after = rules.get("deposit.example.sales"), rules.get("deposit.example.after")
    if sales is None or after is None:
        return None
    return SalesTier(rules.whole(sales.key), rules.whole(after.key))


def reason(requirement: Requirement, code: str) -> LinePart | None:
    """The part of this code, None where it is not among the reasons."""
    return next((part for part in requirement.parts if part.code == code), None)
