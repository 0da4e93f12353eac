"""Fans as the book knows them: from traffic, typed figures included, and from orders."""

from __future__ import annotations

from datetime import date

from ksdesk.domain.reviews import repeats
from ksdesk.domain.reviews.fans import (
    INTERACTIONS,
    FanPeriod,
    Fans,
    FigurePair,
    Interaction,
    starts,
    summed,
)
from ksdesk.domain.reviews.repeats import Repeats
from ksdesk.domain.traffic import day_start, from_seconds, total
from ksdesk.storage import Reader


def look(reader: Reader, grain: str, today: date) -> Fans:
    """New and lost fans and what fans did, by day, week or month, up to yesterday."""
    every = starts(grain, today)
    first, last = day_start(every[0]), day_start(today)
    new, lost = (
        reader.traffic.series(code, grain, first, last) for code in ("new_fans", "unfollows")
    )
    both = _pairs(reader, "new_fans", "unfollows", grain, (first, last))
    follow = _pairs(reader, "new_fans", "views", grain, (first, last))
    came, left = (
        {from_seconds(at).date(): value for at, value in zip(one.times, one.values, strict=True)}
        for one in (new, lost)
    )
    return Fans(
        grain,
        every[0],
        today,
        tuple(
            FanPeriod(day, came.get(day), left.get(day), both.get(day), follow.get(day))
            for day in every
        ),
        total(new),
        total(lost),
        summed([*both.values()]),
        summed([*follow.values()]),
        tuple(filter(None, (_interaction(reader, *one, (first, last)) for one in INTERACTIONS))),
    )


def bought_again(reader: Reader, today: date) -> Repeats:
    """Buyers who came back, up to and including today."""
    return repeats.repeats(reader.reviews.purchases(), today)


def _pairs(
    reader: Reader, above: str, below: str, grain: str, span: tuple[int, int]
) -> dict[date, FigurePair]:
    found = reader.traffic.pairs(above, below, grain, *span)
    return {from_seconds(at).date(): FigurePair(*pair) for at, pair in found.items()}


def _interaction(reader: Reader, code: str, per: str, span: tuple[int, int]) -> Interaction | None:
    count = total(reader.traffic.series(code, "month", *span))
    if count is None:
        return None
    pair = summed([*_pairs(reader, code, per, "month", span).values()])
    return Interaction(code, per, count, pair)
