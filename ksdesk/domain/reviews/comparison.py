"""和平时比: a live or a video beside the one before it and the middle of the last ten."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, Literal

from ksdesk.domain.reviews.broadcasts import LIVE, VIDEO, Broadcast, newest_first

ROWS: Final = {
    LIVE: ("sales", "viewers", "stay", "new_fans", "lost_fans", "refunds"),
    VIDEO: ("viewers", "likes", "comments", "shares", "new_fans", "sales"),
}
MOST: Final = 10
Way = Literal["up", "down", "flat"]


@dataclass(frozen=True)
class Apart:
    """How far a figure is from another one: by `amount`, which is a `share` of the other (None
    where that is 0)."""

    way: Way
    amount: float
    share: float | None


@dataclass(frozen=True)
class ComparedRow:
    """A figure, that of the one before, the median of all of them, and the difference to the
    former. None is what is not known."""

    code: str
    value: int | None
    before: int | None
    usual: float | None
    change: Apart | None


@dataclass(frozen=True)
class BesideOthers:
    """`peers` are what it is compared with, the latest first, at most ten."""

    peers: tuple[Broadcast, ...]
    rows: tuple[ComparedRow, ...]

    @property
    def last(self) -> Broadcast | None:
        """The one before it."""
        return self.peers[0] if self.peers else None

    def row(self, code: str) -> ComparedRow:
        """The row of a figure."""
        return next(row for row in self.rows if row.code == code)


def peers(
    one: Broadcast, every: Iterable[Broadcast], suspect: Collection[int] = ()
) -> tuple[Broadcast, ...]:
    """The last ten before it of its kind and part of the day, the latest first; of its kind, where
    its part of the day had none. Those with numbers in `suspect` tell nothing of a usual one.
    """
    before = [
        other
        for other in newest_first(every)
        if other.kind == one.kind and other.began_at < one.began_at and other.id not in suspect
    ]
    alike = [other for other in before if other.part == one.part]
    return tuple((alike or before)[:MOST])


def compared(one: Broadcast, others: Sequence[Broadcast]) -> BesideOthers:
    """It beside those of `peers`."""
    return BesideOthers(tuple(others), tuple(_row(code, one, others) for code in ROWS[one.kind]))


def difference(value: float | None, before: float | None) -> Apart | None:
    """From `before` to `value`; None where one of them is not known."""
    if value is None or before is None:
        return None
    way: Way = "up" if value > before else "down" if value < before else "flat"
    amount = abs(value - before)
    return Apart(way, amount, amount / before if before else None)


def usual(values: Iterable[float | None]) -> float | None:
    """The median of those that are known."""
    known = [value for value in values if value is not None]
    return median(known) if known else None


def _row(code: str, one: Broadcast, others: Sequence[Broadcast]) -> ComparedRow:
    value: int | None = getattr(one, code)
    values: list[int | None] = [getattr(other, code) for other in others]
    before = values[0] if values else None
    return ComparedRow(code, value, before, usual(values), difference(value, before))
