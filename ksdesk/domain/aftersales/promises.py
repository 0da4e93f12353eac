"""What the seller promises a buyer: so many working days, and which days do not count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ksdesk.domain.aftersales.files import CaseFile


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The promise number `place` of a case: to do `words` by the end of `due`; `skipped` are the
    days on the way that are no working days, `unsure` the year whose days off nobody knows yet."""

    place: int
    made_on: date
    days: int
    words: str
    due: date
    skipped: tuple[date, ...]
    unsure: int | None = None

    @property
    def until(self) -> datetime:
        """The last moment of its day."""
        return datetime.combine(self.due, time(23, 59, 59))


def follow_ups(file: CaseFile, working_day: Callable[[date], bool]) -> tuple[FollowUp, ...]:
    """What was promised in a case and is still owed; nothing in a closed one."""
    return () if file.outcome else tuple(_open(file, working_day))


def _open(file: CaseFile, working_day: Callable[[date], bool]) -> Iterator[FollowUp]:
    for place, (made_on, days, words, kept) in enumerate(file.promised):
        if not kept:
            day = date.fromisoformat(made_on)
            due, skipped = counted(day, days, working_day)
            yield FollowUp(place, day, days, words, due, skipped)


def counted(
    day: date, days: int, working_day: Callable[[date], bool]
) -> tuple[date, tuple[date, ...]]:
    """The day that lies so many working days after `day`, and the days in between that don't
    count."""
    skipped: list[date] = []
    while days > 0:
        day += timedelta(days=1)
        if working_day(day):
            days -= 1
        else:
            skipped.append(day)
    return day, tuple(skipped)
