"""Reviews on 今日: lives that wait to be looked back at, and what is to be done next time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from ksdesk.actions.reviews import known
from ksdesk.actions.today.asking import Inquiry, Look
from ksdesk.domain.reviews import broadcasts
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.today import Item, end_of


def _ask(look: Look) -> tuple[Broadcast, ...]:
    return known(look.reader)


def _say(every: tuple[Broadcast, ...], now: datetime) -> Iterator[Item]:
    for one in broadcasts.owed(every, now):
        facts = {"broadcast": one}
        yield Item("review_owed", "reviews", str(one.id), due=end_of(now.date()), facts=facts)
    for action in broadcasts.open_actions(every):
        number = action.broadcast.id
        told = {"broadcast": action.broadcast, "words": action.words, "place": action.place}
        which = f"{number} {action.words}"
        yield Item("review_action", "reviews", str(number), facts=told, which=which)


REVIEWS: Final[tuple[Inquiry[Any], ...]] = (Inquiry("reviews", ("reviews", "traffic"), _ask, _say),)
