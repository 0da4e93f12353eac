"""What the seller does with an order before it is gone: checks, numbers of parcels, a delay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ksdesk.domain.notes import Note

CHECKS: Final = ("flaw", "quality", "missing", "wrong", "packed")
"""无瑕疵, 无质量问题, 不少件, 不错发, 包装妥善; rule `shipping.checks`."""


@dataclass(frozen=True, slots=True)
class TrackedParcel:
    """A parcel by its tracking number. `sent_at` is when its number went into a file for the
    platform, None before.
    """

    courier: str
    number: str
    at: datetime
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OrderWork:
    """What was done with an order. `notice_until` ends a delay that was announced (报备)."""

    order_no: str
    checks: tuple[str, ...] = ()
    notice_until: datetime | None = None
    parcels: tuple[TrackedParcel, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was done."""
        return not (self.checks or self.notice_until or self.parcels)


MOST_HOURS: Final = 365 * 24
"""No clock of an order runs longer."""


@dataclass(frozen=True)
class OwnHours(Note):
    """The seller's hours of a clock that no file tells: `clock` is ship (from the payment) or
    pickup (from the number of the parcel).
    """

    topics = ("orders", "today")
    single = ("clock",)

    clock: str
    hours: int
