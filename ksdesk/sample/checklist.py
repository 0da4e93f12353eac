"""What a good shop does for its fans: a list kept for weeks, with a few things missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random
from typing import Final

from ksdesk.actions import Book, notes
from ksdesk.actions.reviews import checklist
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.checklist import AFTER, DAILY, CheckItem, CheckTick, defaults

_SEED: Final = 1118
_BEGUN: Final = 40  # days ago
_MISSED: Final = 0.08
_OWN: Final = "给老客留两箱好果"


def fill(book: Book, now: datetime) -> None:
    """The proposed list and one thing more; yesterday left one, and one of today is done."""
    today, rng = now.date(), Random(_SEED)
    first = today - timedelta(days=_BEGUN)
    wanted = [replace(item, since=first) for item in defaults(first)]
    wanted.insert(3, CheckItem(asked=DAILY, since=first, words=_OWN))
    checklist.arrange(book, wanted, datetime.combine(first, time(20)))
    items = checklist.standing(book.reader, today)
    daily = [item for item in items if item.asked == DAILY]
    ticks = [
        CheckTick(item.id, day, datetime.combine(day, time(21, 10)))
        for day in (first + timedelta(days=back) for back in range(_BEGUN - 1))
        for item in daily
        if rng.random() > _MISSED
    ]
    yesterday = today - timedelta(days=1)
    ticks += [CheckTick(i.id, yesterday, datetime.combine(yesterday, time(21))) for i in daily[1:]]
    ticks.append(CheckTick(daily[0].id, today, now - timedelta(minutes=35)))
    after = [item for item in items if item.asked == AFTER]
    for one in book.reader.notes.all(Broadcast):
        at = one.ended_at or one.began_at
        over = [item for item in after if at.date() >= first and rng.random() > _MISSED]
        ticks += [CheckTick(i.id, at.date(), at, one.id) for i in over]
    notes.keep_all(book, ticks, now)
