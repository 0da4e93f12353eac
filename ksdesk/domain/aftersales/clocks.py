"""The clock of an after-sales case (售后单): when the seller must have answered or confirmed.

The case's own deadline counts first, then the rule of the day. The clock stands still while it is
the buyer's turn, and runs through weekends and holidays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from operator import itemgetter
from typing import Literal, Protocol

from ksdesk.domain.rulebook import DayRules

Turn = Literal["seller", "buyer"]
Turns = Sequence[tuple[datetime, Turn]]

ANSWER = "aftersales.answer"
CONFIRM = "aftersales.confirm_return"


class Case(Protocol):
    """What a clock is read from, Beijing time.

    `kind` is refund_only, return_refund or exchange; `state` waiting_seller, waiting_buyer,
    waiting_receipt or closed. `turns` are moments with whose turn it is from then on; at first it
    is the seller's.
    """

    @property
    def kind(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def opened_at(self) -> datetime: ...
    @property
    def expires_at(self) -> datetime | None: ...
    @property
    def turns(self) -> Turns: ...


@dataclass(frozen=True, slots=True)
class Clock:
    """The deadline `due` (None: not known, or it stands still) and what it rests on.

    `basis`: case is the deadline of the case itself, rule one of the rule book, none neither.
    """

    due: datetime | None
    basis: Literal["case", "rule", "none"]
    paused: bool
    closed: bool

    def overdue_since(self, now: datetime) -> datetime | None:
        """The deadline where `now` is past it and the clock runs, else None."""
        running = not self.closed and not self.paused
        return self.due if running and self.due is not None and now > self.due else None


def clock(case: Case, rules: DayRules) -> Clock:
    """The clock of a case under the rules of the day; an exchange (换货) has no known deadline."""
    closed = case.state == "closed"
    paused = case.state == "waiting_buyer"
    if case.expires_at is not None:
        return Clock(case.expires_at, "case", paused, closed)
    if case.kind == "exchange" or closed:
        return Clock(None, "none", paused, closed)
    turns = _in_order(case)
    if case.state == "waiting_receipt":
        came_back = [since for since, whose in turns[1:] if whose == "seller"]
        due = came_back[-1] + _time(rules, CONFIRM) if came_back else None
    elif paused and turns[-1][1] == "seller":
        due = None  # nobody knows since when it is the buyer's
    else:
        due = _used_up(turns, _time(rules, ANSWER))
    return Clock(due, "rule", paused, closed)


def _in_order(case: Case) -> Turns:
    """The turns from the opening on; one that is dated before it begins with it."""
    opened = case.opened_at
    later = sorted(((max(since, opened), whose) for since, whose in case.turns), key=itemgetter(0))
    return [(opened, "seller"), *later]


def _time(rules: DayRules, key: str) -> timedelta:
    return timedelta(seconds=rules.number(key))


def _used_up(turns: Turns, time: timedelta) -> datetime | None:
    """When the seller's turns add up to `time`; None while they don't and it is the buyer's."""
    for since, until in _sellers(turns):
        if until is None or until - since >= time:
            return since + time
        time -= until - since
    return None


def _sellers(turns: Turns) -> Iterator[tuple[datetime, datetime | None]]:
    """The stretches of the seller's turns, the last one open."""
    for (since, whose), (until, _) in pairwise(turns):
        if whose == "seller":
            yield since, until
    since, whose = turns[-1]
    if whose == "seller":
        yield since, None
