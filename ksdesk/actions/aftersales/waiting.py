"""What after-sales cases ask for today: clocks that run out, promises that are owed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from ksdesk.actions.aftersales.looking import CaseStanding
from ksdesk.domain.aftersales.promises import FollowUp

SOON: Final = timedelta(days=1)
MOST: Final = 5  # cases named one by one; of more the rest is counted


@dataclass(frozen=True)
class CaseWaiting:
    """`code`: case_due, case_promise (with its `promise`), or cases_more for `count` others of
    which `one` is the next."""

    code: str
    one: CaseStanding
    due: datetime | None = None
    promise: FollowUp | None = None
    count: int = 1


def waiting(cases: Sequence[CaseStanding], now: datetime) -> Iterator[CaseWaiting]:
    """Clocks within a day or over, the first ones each; promises for today or before; the rest of
    what waits for the seller as one. `cases` are those that are open."""
    running = [one for one in cases if one.running]
    running.sort(key=lambda one: one.clock.due or datetime.max)
    named = [one for one in running if one.clock.due and one.clock.due <= now + SOON][:MOST]
    for one in named:
        yield CaseWaiting("case_due", one, one.clock.due)
    for one in cases:
        for promise in one.owed:
            if promise.due <= now.date():
                yield CaseWaiting("case_promise", one, promise.until, promise)
    if rest := running[len(named) :]:
        yield CaseWaiting("cases_more", rest[0], rest[0].clock.due, count=len(rest))
