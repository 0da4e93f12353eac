"""稍后: what is put off until a moment or for good, and what comes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from ksdesk.domain.notes import Note
from ksdesk.domain.today.items import Item

AFTERNOON, MORNING = time(14), time(8)
NEVER: Final = "never"
_LONGEST: Final = timedelta(days=8)  # nothing is put off so long: a Monday comes within seven


@dataclass(frozen=True)
class PutOff(Note):
    """A `thing` (its code) and `which` of them (see `Item.name`) is not told before `told_from`;
    None: never again. What changes, or has become bad, is another one and is told."""

    topics = ("today",)
    single = ("thing", "which")

    thing: str
    which: str
    told_from: datetime | None

    @property
    def ticked(self) -> bool:
        """Whether the seller said that it is done; see `end_of_tick`."""
        return self.told_from is not None and self.told_from.time() == time.min

    def holds(self, now: datetime) -> bool:
        """Whether it is still put off; what the clock put off while it was ahead is not."""
        return self.told_from is None or timedelta() < self.told_from - now < _LONGEST


def choices(now: datetime) -> dict[str, datetime | None]:
    """Until when something can be put off: this afternoon while it is to come, tomorrow morning,
    next Monday unless that is tomorrow; None: for good.

    >>> list(choices(datetime(2026, 11, 22, 15)))  # a Sunday afternoon
    ['morning', 'never']
    """
    tomorrow = now.date() + timedelta(days=1)
    monday = now.date() + timedelta(days=7 - now.weekday())
    found: dict[str, datetime | None] = {
        "afternoon": datetime.combine(now.date(), AFTERNOON),
        "morning": datetime.combine(tomorrow, MORNING),
        "monday": datetime.combine(monday, MORNING),
        NEVER: None,
    }
    if now.time() >= AFTERNOON:
        del found["afternoon"]
    if monday == tomorrow:
        del found["monday"]
    return found


def end_of_tick(now: datetime) -> datetime:
    """Until when what is ticked off is not told: from the next day on it is told again where the
    book still says so. Nothing else is put off until midnight."""
    return datetime.combine(now.date() + timedelta(days=1), time.min)


def parted(
    items: Iterable[Item], notes: Iterable[PutOff], now: datetime
) -> tuple[tuple[Item, ...], tuple[tuple[Item, PutOff], ...]]:
    """What is told now, and what is put off with what says so."""
    standing = {(note.thing, note.which): note for note in notes if note.holds(now)}
    told: list[Item] = []
    hidden: list[tuple[Item, PutOff]] = []
    for item in items:
        note = standing.get(item.name)
        if note is None:
            told.append(item)
        else:
            hidden.append((item, note))
    return tuple(told), tuple(hidden)
