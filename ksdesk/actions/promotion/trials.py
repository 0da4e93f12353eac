"""Following a trial: beginning it, ticking its days, stopping it; each with a way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from ksdesk.actions import Book
from ksdesk.actions.notes import keep
from ksdesk.actions.promotion.effect import spend_by_way
from ksdesk.domain.changes import Changes
from ksdesk.domain.promotion.trial import Trial, TrialDay, as_planned
from ksdesk.storage import Reader


@dataclass(frozen=True)
class FollowedDay:
    """A day of a trial: what it was to cost, what it did cost (None: nobody said so yet), and
    whether a report says so."""

    day: date
    planned: tuple[int, ...]
    spent: tuple[int, ...] | None = None
    reported: bool = False

    @property
    def kept(self) -> bool | None:
        """Whether the plan was followed; None where nobody said."""
        return None if self.spent is None else as_planned(self.planned, self.spent)


@dataclass(frozen=True)
class Followed:
    """The newest trial, with its days up to today."""

    trial: Trial
    days: tuple[FollowedDay, ...]
    today: date

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return max(self.today, self.trial.begins) < self.trial.end


def begin(book: Book, trial: Trial, now: datetime) -> Changes:
    """Keep a trial; from its first day on it is followed."""
    return keep(book, trial, now)


def tick(
    book: Book, trial: Trial, day: date, spent: tuple[int, ...] | None, now: datetime
) -> Changes:
    """A day cost what was planned (None), or something else. KeyError for a day outside of it."""
    planned = trial.on(day)
    if planned is None:
        raise KeyError(day)
    return keep(book, TrialDay(trial.id, day, planned if spent is None else spent), now)


def stop(book: Book, trial: Trial, now: datetime) -> Changes:
    """From today on it is not followed any more; what was learnt stays."""
    return keep(book, replace(trial, stopped=max(now.date(), trial.begins)), now)


def newest(reader: Reader, now: datetime) -> Followed | None:
    """The trial that was made last, with what its days cost."""
    every = reader.notes.all(Trial)
    if not every:
        return None
    trial, today = every[-1], now.date()
    last = min(today, trial.end - timedelta(days=1))
    if last < trial.begins:
        return Followed(trial, (), today)
    told = {one.day: one.spent for one in reader.notes.all(TrialDay) if one.trial == trial.id}
    reported = spend_by_way(reader, trial.begins, min(last, today - timedelta(days=1)), now)
    days = []
    for n in range((last - trial.begins).days + 1):
        day = trial.begins + timedelta(days=n)
        planned = trial.on(day)
        assert planned is not None
        there = any(day in way for way in reported.values())
        spent = tuple(reported.get(w, {}).get(day, 0) for w in trial.ways) if there else None
        days.append(FollowedDay(day, planned, spent or told.get(day), there))
    return Followed(trial, tuple(days), today)
