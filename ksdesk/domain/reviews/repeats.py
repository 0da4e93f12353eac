"""Who bought again: repeat buyers, the days between purchases, and cohorts by their first month.

Only buyers that a keyed hash tells apart are counted. Several orders of one buyer on one day are
one purchase.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Counts = npt.NDArray[np.int64]

_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class Purchases:
    """Orders that are sales and whose buyer is known: which buyer (any numbers) and on which day
    (since 1970-01-01). `orders` and `unknown` count whole orders, those of unknown buyers apart.
    """

    buyers: Sequence[int] = ()
    days: Sequence[int] = ()
    orders: int = 0
    unknown: int = 0


@dataclass(frozen=True)
class Cohort:
    """Those who bought for the first time in a `month` (its first day), and how many of them bought
    in that month and in each after it, up to the present one.
    """

    month: date
    bought: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many there are."""
        return self.bought[0]


@dataclass(frozen=True)
class Repeats:
    """How buyers came back. `gap` is the median of the days from each purchase of a buyer to the
    next, None where nobody came back; `gaps` is how many of these there are.

    `orders` and `unknown` are those of `Purchases`.
    """

    buyers: int = 0
    again: int = 0
    gap: float | None = None
    gaps: int = 0
    cohorts: tuple[Cohort, ...] = ()
    orders: int = 0
    unknown: int = 0

    @property
    def share(self) -> float | None:
        """The share of buyers who bought on more than one day; None without buyers."""
        return self.again / self.buyers if self.buyers else None


def repeats(found: Purchases, until: date) -> Repeats:
    """Who bought again, up to and including a day; what is later is left out."""
    import numpy as np

    days = np.asarray(found.days, dtype=np.int64)
    buyers = np.unique(np.asarray(found.buyers, dtype=np.int64), return_inverse=True)[1]
    past = days <= until.toordinal() - _EPOCH
    days, buyers = days[past], buyers[past]
    if not len(days):
        return Repeats(orders=found.orders, unknown=found.unknown)
    first, span = int(days.min()), int(np.ptp(days)) + 1
    visits = np.unique(buyers * span + (days - first))  # a buyer's days, in order
    buyers, days = visits // span, visits % span + first
    begins = np.append(True, buyers[1:] != buyers[:-1])
    gaps = np.diff(days)[~begins[1:]]
    return Repeats(
        int(begins.sum()),
        len(np.unique(buyers[~begins])),
        float(np.median(gaps)) if len(gaps) else None,
        len(gaps),
        _cohorts(buyers, days, begins, until),
        found.orders,
        found.unknown,
    )


def _cohorts(
    buyers: Counts, days: Counts, begins: npt.NDArray[np.bool_], until: date
) -> tuple[Cohort, ...]:
    """Both in order by buyer and day; `begins` marks each buyer's first."""
    import numpy as np

    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    last = (until.year - 1970) * 12 + until.month - 1
    start = int(months.min())
    width = last - start + 1
    counted = np.append(True, (np.diff(buyers) != 0) | (np.diff(months) != 0))  # once a month
    firsts = np.repeat(months[begins], np.diff(np.append(np.flatnonzero(begins), len(days))))
    places = ((firsts - start) * width + months - firsts)[counted]
    table = np.bincount(places, minlength=width * width).reshape(width, width)
    return tuple(
        Cohort(_month(start + row), tuple(table[row, : width - row].tolist()))
        for row in range(width)
        if table[row, 0]
    )


def _month(number: int) -> date:
    return date(1970 + number // 12, number % 12 + 1, 1)
