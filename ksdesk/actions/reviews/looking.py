"""What there is to be seen of lives and videos: their figures, and what the book adds to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any, Final

from ksdesk.actions.products import running
from ksdesk.actions.reviews import checklist
from ksdesk.domain.products.notes import RunningSheet
from ksdesk.domain.promotion.breakdown import Good
from ksdesk.domain.promotion.profit import Earned, estimated
from ksdesk.domain.reviews import broadcasts
from ksdesk.domain.reviews.broadcasts import LIVE, VIDEO, Broadcast
from ksdesk.domain.reviews.checklist import Asked
from ksdesk.domain.reviews.comparison import BesideOthers, compared, peers
from ksdesk.domain.reviews.funnel import FunnelStep, funnel, left_out, weakest
from ksdesk.domain.reviews.remarks import Remark, SoldProduct, remarks
from ksdesk.domain.traffic import to_seconds
from ksdesk.domain.traffic.alarms import SUSPECT, marked
from ksdesk.domain.traffic.notes import HANDLED, IGNORED, AlarmMark
from ksdesk.storage import Reader

_HOUR: Final = 3_600
_MONTH: Final = timedelta(days=30)
NONE: Final = Earned()
MOSTLY: Final = 0.8
"""The orders in the book must come to this part of its sales to tell what sold and what stays."""


@dataclass(frozen=True)
class SeenBroadcast:
    """One of them: `told` as it was noted, `one` with what the book adds to it.

    `added` names that: what was ordered while it ran, and what was spent in its hours. `earned`
    are those orders. `suspect`: its traffic was odd.
    """

    told: Broadcast
    one: Broadcast
    added: frozenset[str] = frozenset()
    earned: Earned = NONE
    suspect: bool = False


@dataclass(frozen=True)
class Review:
    """All that can be said of one: beside what it is held, step by step, what stands out, and what
    sold of what was shown. `weak` is the step that lost most.

    `net` is what stays in fen, None where it is not known; spend that is not known is not in it,
    nor are `left_out` orders without a cost. `asked` is the list for fans after it.
    """

    seen: SeenBroadcast
    comparison: BesideOthers
    steps: tuple[FunnelStep, ...]
    unknown: tuple[str, ...]
    weak: str
    remarks: tuple[Remark, ...]
    sold: tuple[SoldProduct, ...]
    running: str
    net: int | None
    left_out: int
    asked: tuple[Asked, ...]

    @property
    def covered(self) -> bool:
        """Whether the book has most of its orders."""
        return _covered(self.seen)

    @property
    def orders(self) -> int:
        """How many orders of it the book has."""
        return self.seen.earned.leads


@dataclass(frozen=True)
class Reviews:
    """All of them, the newest first; the numbers of those that wait; one of them whole. `stale`:
    orders came in that are not worked out yet."""

    every: tuple[SeenBroadcast, ...] = ()
    owed: frozenset[int] = frozenset()
    review: Review | None = None
    stale: bool = False


def look(reader: Reader, number: int, now: datetime) -> Reviews:
    """All of them, with that of a number (else the newest) whole."""
    reported = reader.reviews.reported()
    pairs = broadcasts.told_together(reader.notes.all(Broadcast), reported)
    if not pairs:
        return Reviews()
    every = tuple(_seen(reader, pairs))
    video = next((one for one in reported if one.id == number and one.kind == VIDEO), None)
    exact = (seen for seen in every if seen.one.id == number)
    noted = (seen for seen in every if _is_noted(seen.one, number, video))
    chosen = next(chain(exact, noted), every[0])
    owed = frozenset(one.id for one in broadcasts.owed((one for _, one in pairs), now))
    whole = _review(reader, chosen, every, now)
    return Reviews(every, owed, whole, not reader.profit.up_to_date())


def _is_noted(one: Broadcast, number: int, video: Broadcast | None) -> bool:
    """Whether it is what a report told of with that number (its `video`), noted since."""
    if video is not None:
        return (one.kind, one.began_at, one.name) == (VIDEO, video.began_at, video.name)
    return number < 0 and to_seconds(one.began_at) == -number


def _review(
    reader: Reader, seen: SeenBroadcast, every: Sequence[SeenBroadcast], now: datetime
) -> Review:
    odd = {other.one.id for other in every if other.suspect}
    others = peers(seen.one, (other.one for other in every), odd)
    sheet = _running_sheet(reader, seen.one)
    sold = _sold(reader, seen.one, sheet)
    weak = weakest(seen.one, others)
    net, left = _net(reader, seen)
    return Review(
        seen,
        compared(seen.one, others),
        funnel(seen.one),
        left_out(seen.one),
        weak[0].code if weak else "",
        remarks(seen.one, others, sold if _covered(seen) else (), net),
        sold,
        sheet.name if sheet is not None else "",
        net,
        left,
        checklist.of_sessions(reader, [seen.told], now.date())[seen.told.id]
        if seen.told.id > 0
        else (),
    )


def _net(reader: Reader, seen: SeenBroadcast) -> tuple[int | None, int]:
    """What stays of it, and how many orders without a cost are not in that.

    By its own orders, where the book has most of them; else its sales have what all sales of the
    month up to it had on each yuan.
    """
    spend, told = seen.one.spend or 0, seen.one.sales
    if _covered(seen):
        known = seen.earned.orders > 0
        return seen.earned.spent(spend).net if known else None, seen.earned.left_out
    if not told:
        return None, 0
    day = seen.one.began_at.date()
    rates = Earned.total(reader.profit.by_day(day - _MONTH, day).values()).sales
    found = estimated(told, spend, rates)
    return found.net if found is not None else None, 0


def _covered(seen: SeenBroadcast) -> bool:
    told = None if "sales" in seen.added else seen.one.sales
    return seen.earned.leads > 0 and (told is None or seen.earned.paid >= MOSTLY * told)


# -- what the book adds


def _seen(reader: Reader, pairs: Sequence[tuple[Broadcast, Broadcast]]) -> Iterator[SeenBroadcast]:
    noted = [one for _, one in pairs]
    timed = [one for one in noted if one.kind == LIVE and one.ended_at is not None]
    spans = {one.id: _span(one) for one in timed}
    earned = dict(zip(spans, reader.profit.by_live([*spans.values()]), strict=True))
    spends = _spends(reader, spans)
    odd = _suspect(reader, noted)
    for told, one in pairs:
        found = earned.get(one.id)
        if found is None or one.id not in spans:
            yield SeenBroadcast(told, one, suspect=one.id in odd)
            continue
        whole, added = _filled(one, found, spends.get(one.id))
        yield SeenBroadcast(told, whole, added, found, one.id in odd)


def _span(one: Broadcast) -> tuple[int, int]:
    assert one.ended_at is not None
    return to_seconds(one.began_at), to_seconds(one.ended_at)


def _filled(one: Broadcast, found: Earned, spend: int | None) -> tuple[Broadcast, frozenset[str]]:
    """With what orders and reports say where nobody told it."""
    told: dict[str, Any] = {"spend": spend}
    if found.leads:
        told |= {"sales": found.paid, "refunds": found.refunded, "paid_orders": found.leads}
    new = {
        name: value
        for name, value in told.items()
        if value is not None and getattr(one, name) is None
    }
    return replace(one, **new), frozenset(new)


def _spends(reader: Reader, spans: Mapping[int, tuple[int, int]]) -> dict[int, int]:
    """What reports say was spent in the hours of lives, of an hour that it shares its part."""
    if not spans:
        return {}
    start = min(begin for begin, _ in spans.values()) // _HOUR * _HOUR
    end = max(end for _, end in spans.values())
    hours = reader.alarms.hours(["spend"], start, end).get("spend", {})
    found: dict[int, int] = {}
    for number, (begin, until) in spans.items():
        inside = range(begin // _HOUR * _HOUR, until, _HOUR)
        parts = [
            hours[hour] * (min(hour + _HOUR, until) - max(hour, begin)) / _HOUR
            for hour in inside
            if hour in hours
        ]
        if parts:
            found[number] = round(sum(parts))
    return found


def _suspect(reader: Reader, noted: Iterable[Broadcast]) -> set[int]:
    """The numbers of those in whose hours the traffic was odd, and the seller did not say that it
    was nothing."""
    marks = reader.notes.all(AlarmMark)
    seen = reader.alarms.seen()
    alarms = marked(seen[1], marks) if seen is not None else ()
    odd = [(a.start, a.end) for a in alarms if a.suspect and a.state != IGNORED]
    for mark in marks:  # of older ones only what was made of them is known
        kind, _, rest = mark.key.partition(":")
        if kind in SUSPECT and mark.state == HANDLED:
            start = datetime.fromisoformat(f"{rest.partition(':')[0]}:00")
            odd.append((start, start + timedelta(hours=1)))
    moment = timedelta(seconds=1)
    spans = [(one.id, one.began_at, one.ended_at or one.began_at + moment) for one in noted]
    return {
        number
        for number, began, ended in spans
        if any(begin < ended and began < end for begin, end in odd)
    }


# -- what was shown, and what sold


def _running_sheet(reader: Reader, one: Broadcast) -> RunningSheet | None:
    """The running sheet that it was told, else of a live the newest of its day."""
    sheets = running.sheets(reader)
    if one.running is not None:
        return next((sheet for sheet in sheets if sheet.id == one.running), None)
    if one.kind != LIVE:
        return None
    return next((sheet for sheet in sheets if sheet.day == one.began_at.date()), None)


def _sold(reader: Reader, one: Broadcast, sheet: RunningSheet | None) -> tuple[SoldProduct, ...]:
    """What was shown in its order, then what sold besides, the most first."""
    orders: dict[Good, set[str]] = defaultdict(set)
    paid: dict[Good, int] = defaultdict(int)
    if one.kind == LIVE and one.ended_at is not None:
        for row in reader.profit.rows(date.min, date.max, live=_span(one)):
            if row.sales.paid:
                orders[row.good].add(row.order)
                paid[row.good] += row.sales.paid
    shown = running.lines(reader, sheet.items) if sheet is not None else ()
    found = [
        SoldProduct(
            line.product.short_title or line.product.title,
            len(orders.pop(good, ())),
            paid.pop(good, 0),
            place,
        )
        for place, line in enumerate(shown, 1)
        for good in ((line.product.id, ""),)
    ]
    titles = reader.profit.titles() if orders else {}
    besides = [
        SoldProduct(titles.get(good, good[1]), len(orders[good]), paid[good]) for good in orders
    ]
    return (*found, *sorted(besides, key=lambda sold: (-sold.paid, sold.title)))
