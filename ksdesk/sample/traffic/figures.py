"""Figures of an hour that are added up to days and months, and sums that are shared out exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields


@dataclass(slots=True)
class Figures:
    """What an hour, or any sum of hours, brought. `spend` and `gmv` in fen.

    `watched` are the seconds that all viewers stayed together, so that it can be added up.
    """

    spend: int = 0
    impressions: int = 0
    ad_clicks: int = 0
    views: int = 0
    watched: float = 0.0
    new_fans: int = 0
    unfollows: int = 0
    clicks: int = 0
    orders: int = 0
    gmv: int = 0

    @property
    def stay(self) -> float:
        """Seconds that a viewer stayed on average (直播平均观看时长)."""
        return self.watched / self.views if self.views else 0.0

    def add(self, other: Figures) -> None:
        """Count another hour in."""
        for name in _NAMES:
            setattr(self, name, getattr(self, name) + getattr(other, name))


_NAMES = tuple(field.name for field in fields(Figures))


def total(parts: Iterable[Figures]) -> Figures:
    """The sum of hours."""
    whole = Figures()
    for part in parts:
        whole.add(part)
    return whole


def shares(whole: int, weights: Sequence[float]) -> list[int]:
    """`whole` in integers that add up to it, in proportion to `weights` (not all 0)."""
    scale = whole / sum(weights)
    made = [int(weight * scale) for weight in weights]
    rests = [weight * scale - part for weight, part in zip(weights, made, strict=True)]
    order = sorted(range(len(weights)), key=lambda place: (-rests[place], place))
    for place in order[: whole - sum(made)]:
        made[place] += 1
    return made


def fit(hours: Sequence[Figures], name: str, whole: int) -> None:
    """Make one figure of these hours add up to `whole`, in proportion to what it is."""
    weights = [getattr(hour, name) for hour in hours]
    if not any(weights):
        weights = [hour.views for hour in hours]
    for hour, part in zip(hours, shares(whole, weights), strict=True):
        setattr(hour, name, part)


class Carry:
    """Whole numbers out of fractions: what was cut off is in the next one."""

    def __init__(self) -> None:
        self._rest = 0.0

    def __call__(self, amount: float) -> int:
        self._rest += amount
        whole = int(self._rest)
        self._rest -= whole
        return whole
