"""What each paid way cost and brought, one row a way: of reports, of plans that only the phone
told, and what no report gives to any way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from ksdesk.actions.promotion import profit, spending
from ksdesk.domain.promotion.attaching import PlanStanding, campaigns_of
from ksdesk.domain.promotion.breakdown import Paid
from ksdesk.domain.promotion.plans import WAYS, Plan, way_of
from ksdesk.domain.promotion.profit import Earned, Sales, split
from ksdesk.domain.promotion.ways import TYPED, UNNAMED, of_plan, same_way
from ksdesk.domain.traffic.alarms import Alarm
from ksdesk.storage import Reader

WayParts = Mapping[str, Sequence[tuple[str, str]]]


def parts(reader: Reader) -> WayParts:
    """The parts of traffic that are each way: as reports name them, by whatever word, and the
    campaigns of plans of which no report says what they are."""
    ways: dict[str, list[tuple[str, str]]] = {}
    campaigns = []
    for part in reader.traffic.parts():
        if part.kind == "way":
            ways.setdefault(same_way(part.key), []).append(part.code)
        elif part.kind == "campaign":
            campaigns.append(part)
    every = reader.notes.all(Plan)
    keys = campaigns_of(every, campaigns)
    planned = {key: of_plan(plan, ways) for plan in every for key in keys.get(plan.id, ())}
    for part in campaigns:
        way = same_way(part.way) if part.way else planned.get(part.key)
        if part.wayless and way is not None:
            ways.setdefault(way, []).append(part.code)
    return ways


def of_days(
    reader: Reader, first: date, last: date, now: datetime, suspect: Iterable[Alarm] = ()
) -> tuple[Paid, ...]:
    """The ways of these days, the dearest first, by the rates of the products that their plans of
    these days name, else the shop's; what is of none comes as `UNNAMED`."""
    days, odd, named = (first, last), tuple(suspect), parts(reader)
    shop = Earned.total(reader.profit.by_product(*days).values()).sales
    own = {way: rates for way in WAYS if (rates := _own_rates(reader, way, days)) is not None}
    spent = {way: sum(of_day.values()) for way, of_day in spends(reader, named, *days).items()}
    found: dict[str, list[Paid]] = {}
    for way, of_way in named.items():
        rates = own.get(way_of(way), shop)
        told = profit.of_parts(reader, way, of_way, days, rates, odd, spent[way])
        if told is not None:
            found[way] = [told]
    if fen := spent[UNNAMED]:
        whole = profit.of_parts(reader, UNNAMED, None, days, shop, (), sum(spent.values()))
        rest = whole and whole.less([paid for some in found.values() for paid in some])
        found[UNNAMED] = [replace(rest or Paid(UNNAMED, fen, rates=shop), spend=fen)]
    started = spending.begun(reader, now)
    for one in started:
        hand = profit.by_hand(one, days, now, own.get(one.plan.way, shop))
        if hand is not None:
            found.setdefault(of_plan(one.plan, named), []).append(hand)
    for one, more in profit.phoned(reader, started, days, now):
        way = of_reported(reader, one, named)
        if way in found:
            rates = own.get(way_of(way), shop)
            found[way].append(replace(more, rates=rates))
    rows = [
        replace(Paid.joined(way, some), own=way != UNNAMED and way_of(way) in own)
        for way, some in found.items()
    ]
    return tuple(sorted(rows, key=lambda paid: -paid.spend))


def spends(reader: Reader, named: WayParts, first: date, last: date) -> dict[str, dict[date, int]]:
    """Fen of each way that reports name, by day, and what of the day is of none. They come to what
    the day cost: where a figure from the phone takes the place of reports, what it has beyond them
    stands by itself, and a total that is less than its ways is shared by them."""
    found = {
        way: spending.spend_by_day(reader, first, last, of_way) for way, of_way in named.items()
    }
    found[UNNAMED] = {}
    typed = found.get(TYPED, {})
    for day, total in spending.spend_by_day(reader, first, last).items():
        there = {way: of_day[day] for way, of_day in found.items() if day in of_day}
        over = sum(there.values()) - total
        if over < 0:
            found[UNNAMED][day] = -over
        elif over:
            if day in typed:
                typed[day] = max(0, typed[day] - over)
            told = {way: fen for way, fen in there.items() if way != TYPED}
            if sum(told.values()) > total:
                for way, fen in split(total, told).items():
                    found[way][day] = fen
    return found


def of_reported(reader: Reader, one: PlanStanding, named: Collection[str]) -> str:
    """The way that reports give a plan's campaigns to; its own where they name none."""
    campaigns = [part for part in reader.traffic.campaigns() if part.key in one.keys]
    called = next((same_way(part.way) for part in campaigns if part.way), None)
    return of_plan(one.plan, named) if called is None else called


def _own_rates(reader: Reader, way: str, days: tuple[date, date]) -> Sales | None:
    """Of the products of a way's plans of these days, where all of them name some."""
    first, last = days
    products = [
        plan.products
        for plan in reader.notes.all(Plan)
        if plan.way == way and plan.begun_at
        if plan.first.date() <= last and plan.last.date() >= first
    ]
    return profit.own_rates(reader, days, sum(products, ())) if all(products) else None
