"""Profit as it is shown: sums of orders with what promotion cost, from reports and plans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from ksdesk.actions.promotion import spending
from ksdesk.actions.promotion.spending import Parts
from ksdesk.domain.promotion.attaching import RATIOS, PlanStanding, own_days
from ksdesk.domain.promotion.breakdown import (
    NO_GOOD,
    DayProfit,
    GoodProfit,
    Paid,
    Profit,
    at_a_loss,
    by_goods,
)
from ksdesk.domain.promotion.costs import MonthlyCost
from ksdesk.domain.promotion.profit import NOTHING, Earned, Sales, estimated
from ksdesk.domain.traffic import OWN, day_start, measure, to_seconds
from ksdesk.domain.traffic.alarms import Alarm
from ksdesk.storage import Reader

_DAY = 86_400
_FANS_PAID: Final = re.compile(
    rf"^{OWN}(涨粉(当日|(?P<days>\d+)日)(累计)?(gmv|成交金额)|fanst(?P<t>\d+)gmv)", re.IGNORECASE
)
"""A report's own figure: what those bought who became fans by an ad, within so many days."""


def look(reader: Reader, first: date, last: date, now: datetime, *, money: bool = False) -> Profit:
    """What stays of the sales of these days, all included."""
    earned = reader.profit.by_product(first, last, money=money)
    named, spend, assigned = spending.spent(reader, first, last, now)
    goods = by_goods(earned, reader.profit.titles(), named)
    return Profit(
        _together(reader, earned.values(), first, last, money),
        goods,
        spend,
        spend - assigned,
        monthly(reader, first, last),
        earned.get(NO_GOOD, Earned()),
    )


def shop(reader: Reader, first: date, last: date) -> Earned:
    """All orders of these days."""
    found = reader.profit.by_product(first, last).values()
    return _together(reader, found, first, last, money=False)


def _together(
    reader: Reader, parts: Iterable[Earned], first: date, last: date, money: bool
) -> Earned:
    """What goods or days earned as one. An order is left out once, however many of its goods are,
    and also where these days only have its refund."""
    found = Earned.total(parts)
    if not (found.left_out or found.left_paid or found.left_refunded):
        return found
    left_out, untold = reader.profit.left_out(first, last, money=money)
    return replace(found, left_out=left_out, untold=untold)


def whole(
    reader: Reader, first: date, last: date, now: datetime, sums: Mapping[date, Earned]
) -> Profit:
    """The same as `look` finds without its goods, from the sums of days that are there."""
    _, spend, assigned = spending.spent(reader, first, last, now)
    days = (one for day, one in sums.items() if first <= day <= last)
    earned = _together(reader, days, first, last, money=False)
    return Profit(earned, (), spend, spend - assigned, monthly(reader, first, last))


def monthly(reader: Reader, first: date, last: date) -> int:
    """The shop's own costs of the months in which these days lie."""
    costs, month, total = reader.notes.all(MonthlyCost), first.replace(day=1), 0
    while month <= last:
        total += sum(cost.in_month(month) for cost in costs)
        month = (month + timedelta(days=32)).replace(day=1)
    return total


def days(
    reader: Reader, first: date, last: date, now: datetime, *, money: bool = False
) -> tuple[DayProfit, ...]:
    """The days on which something was sold, refunded or spent, the newest first."""
    earned = reader.profit.by_day(first, last, money=money)
    spends = spending.by_day(reader, first, last, now)
    found = {*earned, *(day for day, fen in spends.items() if fen)}
    return tuple(
        DayProfit(day, earned.get(day, Earned()), spends.get(day, 0))
        for day in sorted(found, reverse=True)
    )


def own_rates(reader: Reader, days: tuple[date, date], products: Sequence[int]) -> Sales | None:
    """The sales of these products in these days, None where there are none to go by."""
    mine = reader.profit.by_product(*days, only=products) if products else {}
    own = Earned.total(mine.values()).sales
    return own if own.paid else None


def plans(
    reader: Reader, first: date, last: date, now: datetime, suspect: Iterable[Alarm] = ()
) -> tuple[tuple[PlanStanding, Paid], ...]:
    """The plans that cost something in these days, by the rates of their products, else the
    shop's."""
    shop = Earned.total(reader.profit.by_product(first, last).values()).sales
    days, odd = (first, last), tuple(suspect)
    started = spending.begun(reader, now)
    spans = own_days(started, first, last)
    spends = spending.of_campaigns(reader, first, last) if any(one.keys for one in started) else {}
    found = (
        (one, _plan(reader, one, days, spans[one.plan.id], now, shop, odd, spends))
        for one in started
    )
    return tuple((one, paid) for one, paid in found if paid is not None)


def nets(reader: Reader, every: Sequence[PlanStanding], now: datetime) -> dict[int, int]:
    """What plans left by now, by their numbers, as far as it can be estimated: of what reports or
    readings attribute to them, by the rates of their days."""
    told = [
        (one, one.plan.since.date(), min(one.plan.last, now).date())
        for one in every
        if one.spend is not None and one.figures.get("gmv") is not None
    ]
    found: dict[int, int] = {}
    by_day: dict[date, Earned] | None = None
    for one, first, last in told:
        rates = own_rates(reader, (first, last), one.plan.products)
        if rates is None:
            if by_day is None:
                by_day = reader.profit.by_day(min(begun for _, begun, _ in told), now.date())
            rates = Earned.total(e for day, e in by_day.items() if first <= day <= last).sales
        left = estimated(round(one.figures["gmv"]), one.spend or 0, rates)
        if left is not None and left.net is not None:
            found[one.plan.id] = left.net
    return found


def one_plan(
    reader: Reader,
    number: int,
    first: date,
    last: date,
    now: datetime,
    shop: Sales,
    suspect: Iterable[Alarm] = (),
) -> Paid | None:
    """A plan as `plans` has it, `shop` being the shop's sales of these days; None where it cost
    nothing then."""
    started = spending.begun(reader, now)
    spans = own_days(started, first, last)
    for one in started:
        if one.plan.id == number:
            spends = spending.of_campaigns(reader, *spans[number]) if one.keys else {}
            days = first, last
            return _plan(reader, one, days, spans[number], now, shop, tuple(suspect), spends)
    return None


def _plan(
    reader: Reader,
    one: PlanStanding,
    days: tuple[date, date],
    mine: tuple[date, date],
    now: datetime,
    shop: Sales,
    suspect: Sequence[Alarm],
    spends: Mapping[date, Mapping[str, int]],
) -> Paid | None:
    """`mine`: those of the days whose campaigns are the plan's own, `spends` what they cost."""
    own = own_rates(reader, days, one.plan.products)
    rates = own or shop
    if one.keys:
        parts = [("campaign", key) for key in one.keys]
        spend = spending.of_keys(one, spends, *mine)
        told = of_parts(reader, one.plan.name, parts, mine, rates, suspect, spend)
        told = told and _with_read_off(told, one, days, now)
    else:
        told = by_hand(one, days, now, rates)
    return None if told is None else replace(told, own=own is not None)


def by_hand(one: PlanStanding, days: tuple[date, date], now: datetime, rates: Sales) -> Paid | None:
    """What was read off the phone of a plan, as far as it is of these days; None where it cost
    nothing in them."""
    spent = spending.typed(one, *days, now)
    return Paid(one.plan.name, spent, rates=rates, **_read_off(one, days, now)) if spent else None


def phoned(
    reader: Reader, started: Sequence[PlanStanding], days: tuple[date, date], now: datetime
) -> Iterator[tuple[PlanStanding, Paid]]:
    """Those of which reports tell what they spent in these days, but not all that they brought;
    each with what the phone alone told of that, whose spend is in the reports."""
    spans = own_days(started, *days)
    some = [one for one in started if one.keys and not _BROUGHT.keys().isdisjoint(one.figures)]
    spends = spending.of_campaigns(reader, *days) if some else {}
    for one in some:
        mine = spans[one.plan.id]
        parts, spend = [("campaign", key) for key in one.keys], spending.of_keys(one, spends, *mine)
        told = of_parts(reader, one.plan.name, parts, mine, NOTHING, (), spend)
        if told and (whole := _with_read_off(told, one, days, now)) != told:
            yield one, whole.beyond(told)


_BROUGHT: Final = {"gmv": "reported", "orders": "orders", "new_fans": "fans"}
"""What a plan brought, as it stands in `Paid`."""


def _read_off(one: PlanStanding, days: tuple[date, date], now: datetime) -> dict[str, Any]:
    """What of a plan was read off the phone, by its name in `Paid`."""
    return {
        name: spending.spread(one, round(one.figures[code]), *days, now)
        for code, name in _BROUGHT.items()
        if code in one.figures
    }


def _with_read_off(told: Paid, one: PlanStanding, days: tuple[date, date], now: datetime) -> Paid:
    """The same with what no report tells of it; a ratio of that is of the whole figures."""
    read = {n: fen for n, fen in _read_off(one, days, now).items() if getattr(told, n) is None}
    codes = {code for code, name in _BROUGHT.items() if name in read}
    matched = {ratio: p for ratio, p in told.matched.items() if codes.isdisjoint(measure(ratio).of)}
    return replace(told, matched=matched, **read)


@dataclass(frozen=True)
class LiveProfit:
    """A live: its name, its first second and that before which it ended, and what it sold."""

    name: str
    start: int
    end: int
    earned: Earned
    spend: int = 0

    @property
    def sales(self) -> Sales:
        """What stays of it."""
        return self.earned.spent(self.spend)


def lives(reader: Reader, first: date, last: date) -> tuple[LiveProfit, ...]:
    """The lives that reports or typed figures name, the newest first; of what overlaps each has
    the orders up to the beginning of the next."""
    found = reader.profit.lives(day_start(first), day_start(last) + _DAY)
    earned = reader.profit.by_live([(start, end) for _, start, end, _ in found])
    made = [
        LiveProfit(name, start, end, one, spend)
        for (name, start, end, spend), one in zip(found, earned, strict=True)
    ]
    return tuple(reversed(made))


def losses(reader: Reader, now: datetime) -> tuple[GoodProfit, ...]:
    """What was sold at a loss in the thirty days before today, for 今日, the worst first and by its
    name."""
    last = now.date() - timedelta(days=1)
    first = last - timedelta(days=29)
    named, _, _ = spending.spent(reader, first, last, now)
    planned = tuple({number for plan, _ in named for number in plan.products})
    earned = reader.profit.losing(first, last, planned)
    lost = at_a_loss(by_goods(earned, {}, named))
    if not lost:
        return ()
    worst = lost[0]
    titles = reader.profit.titles([worst.good])
    return replace(worst, title=titles.get(worst.good, worst.title)), *lost[1:]


def of_parts(
    reader: Reader,
    key: str,
    parts: Parts,
    days: tuple[date, date],
    rates: Sales,
    suspect: Sequence[Alarm],
    spend: int,
) -> Paid | None:
    """What reports say of some parts of traffic (None: of all) in these days, by the rates; None
    where they cost nothing. `spend` is what of the days' cost is theirs, `suspect` are the hours
    that it is told without, too."""
    if not spend:
        return None
    reported = _sum(reader, "gmv", *days, parts)
    told = Paid(
        *(key, spend, reported),
        _sum(reader, "orders", *days, parts),
        _sum(reader, "new_fans", *days, parts),
        rates,
        fans_paid=_fans_paid(reader, days, parts),
        matched={code: _divided(reader, code, *days, parts) for code in RATIOS},
    )
    near = [a for a in suspect if a.start.date() <= days[1] and a.end.date() >= days[0]]
    off = sum(_within(reader, "spend", near, parts))
    if not off or reported is None:
        return told
    brought = reported - sum(_within(reader, "gmv", near, parts))
    return replace(told, clean=estimated(brought, max(spend - off, 0), rates))


def _sum(reader: Reader, code: str, first: date, last: date, parts: Parts) -> int | None:
    start, end = day_start(first), day_start(last) + _DAY
    series = reader.traffic.series(code, "day", start, end, parts=parts)
    return round(sum(series.values)) if len(series.values) else None


def _divided(
    reader: Reader, code: str, first: date, last: date, parts: Parts
) -> tuple[float, float] | None:
    start, end = day_start(first), day_start(last) + _DAY
    return reader.traffic.series(code, "day", start, end, parts=parts).divided


def _fans_paid(reader: Reader, days: tuple[date, date], parts: Parts) -> tuple[int, int] | None:
    """What the fans that were won bought since, over as many days as a report tells."""
    told = {}
    for code in reader.traffic.measures():
        if (label := _FANS_PAID.search(code)) is not None:
            told[int(label["days"] or label["t"] or 0)] = code
    for count in sorted(told, reverse=True):
        start, end = day_start(days[0]), day_start(days[1]) + _DAY
        series = reader.traffic.series(told[count], "day", start, end, parts=parts)
        if len(series.values):
            return max(count, 1), round(100 * sum(series.values))  # own figures are in yuan
    return None


def _within(reader: Reader, code: str, alarms: Iterable[Alarm], parts: Parts) -> Iterator[int]:
    """What a figure comes to in hours that look like junk."""
    for alarm in alarms:
        start, end = to_seconds(alarm.start), to_seconds(alarm.end)
        series = reader.traffic.series(code, "hour", start, end, parts=parts)
        yield round(sum(series.values))
