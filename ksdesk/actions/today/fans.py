"""Fans and lives on 今日: what the list asks for, lives that nobody looked back at, what a review
says is to be done next time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from ksdesk.actions.reviews import checklist
from ksdesk.actions.today.asking import Inquiry, Look
from ksdesk.domain.reviews.broadcasts import Broadcast, open_actions, owed
from ksdesk.domain.reviews.checklist import Asked
from ksdesk.domain.today import Item, end_of


def _ask(look: Look) -> tuple[Asked, ...]:
    return checklist.owed(look.reader, look.now.date())


def _say(found: tuple[Asked, ...], now: datetime) -> Iterator[Item]:
    """All of it as one task of the day."""
    if found:
        today = now.date()
        facts = {"asked": found}
        which = f"checklist {today}"
        yield Item("checklist", "reviews", "fans", due=end_of(today), facts=facts, which=which)


def _ask_reviews(look: Look) -> tuple[Broadcast, ...]:
    return look.reader.notes.all(Broadcast)


def _say_reviews(found: tuple[Broadcast, ...], now: datetime) -> Iterator[Item]:
    for one in owed(found, now):
        facts: dict[str, Any] = {"one": one}
        yield Item("review_owed", "reviews", str(one.id), facts=facts)
    for action in open_actions(found):
        number, facts = action.broadcast.id, {"one": action.broadcast, "words": action.words}
        which = f"{number} {action.words}"
        yield Item("next_action", "reviews", str(number), facts=facts, which=which)


FANS: Final[tuple[Inquiry[Any], ...]] = (
    Inquiry("checklist", ("reviews",), _ask, _say),
    Inquiry("reviews", ("reviews",), _ask_reviews, _say_reviews),
)
