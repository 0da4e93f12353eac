"""Stretches of hours: the best of many that overlap, with the hours that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from ksdesk.domain.traffic.expectation import Bools, Floats, Whole

REACH: Final = 12
"""Hours that a jump may go on before and after those that tell most."""
JOIN: Final = 12
"""Hours between two pieces of one event at the most."""

StretchKind = Literal["burst", "drip", "zombie_fans", "padded_likes", "idle_viewers"]
KINDS: Final[tuple[StretchKind, ...]] = (
    "burst",
    "drip",
    "zombie_fans",
    "padded_likes",
    "idle_viewers",
)
"""burst: a jump of views that do nothing; drip: the same, little by little over days; zombie_fans:
fans that no views explain; padded_likes: junk views with likes; idle_viewers: 挂机, an endless stay
without a hand."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hours `first` .. `end` - 1 of the grid; `score` is the evidence, about half a squared z."""

    kind: StretchKind
    first: int
    end: int
    score: float


def running(values: Floats) -> Floats:
    """n + 1 running sums, unknown as 0."""
    return np.concatenate(([0.0], np.cumsum(np.nan_to_num(values))))


def over(sums: Floats, at: Whole, length: int) -> Floats:
    """The sum of each stretch of that length that begins `at`."""
    return sums[at + length] - sums[at]


class Best:
    """The best stretch that begins at each hour."""

    def __init__(self, n: int) -> None:
        self.score = np.zeros(n)
        self.length = np.zeros(n, dtype=np.int64)
        self.kind = np.zeros(n, dtype=np.int64)  # place in KINDS

    def offer(self, kind: StretchKind, at: Whole, length: int, score: Floats, fits: Bools) -> None:
        """Takes the stretches that begin `at` where they fit and beat what is there."""
        better = fits & (score > self.score[at])
        at = at[better]
        self.score[at] = score[better]
        self.length[at], self.kind[at] = length, KINDS.index(kind)

    def apart(self) -> Iterator[Stretch]:
        """The strongest first, none within two hours of a stronger one."""
        free = np.ones(len(self.score), dtype=bool)
        for first in np.argsort(-self.score, kind="stable"):
            if self.score[first] <= 0:
                return
            end = int(first + self.length[first])
            if free[first:end].all():
                free[max(0, first - 2) : end + 2] = False
                kind = KINDS[self.kind[first]]
                yield Stretch(kind, int(first), end, float(self.score[first]))


def extended(found: list[Stretch], above: Floats) -> list[Stretch]:
    """Each jump with the hours around it that are still half as far `above` the usual views."""
    nexts = [*(piece.first for piece in found[1:]), len(above)]
    whole: list[Stretch] = []
    for piece, next_first in zip(found, nexts, strict=False):
        first, end = piece.first, piece.end
        earliest = max(whole[-1].end if whole else 0, first - REACH)
        latest = min(next_first, end + REACH)
        half = float(np.nan_to_num(above[first:end]).mean()) / 2
        if piece.kind in ("burst", "padded_likes", "idle_viewers") and half > 0:
            while first > earliest and above[first - 1] > half:
                first -= 1
            while end < latest and above[end] > half:
                end += 1
        whole.append(Stretch(piece.kind, first, end, piece.score))
    return whole


def joined(found: list[Stretch]) -> list[Stretch]:
    """Neighbours of one kind, and a burst beside a drip, as the one purchase that they are."""
    whole: list[Stretch] = []
    for piece in found:
        last = whole[-1] if whole else None
        if last and piece.first - last.end <= JOIN and _same(last.kind, piece.kind):
            kind = last.kind if last.kind == piece.kind else "drip"
            score = max(last.score, piece.score)
            whole[-1] = Stretch(kind, last.first, piece.end, score)
        else:
            whole.append(piece)
    return whole


def _same(kind: StretchKind, other: StretchKind) -> bool:
    return kind == other or {kind, other} == {"burst", "drip"}
