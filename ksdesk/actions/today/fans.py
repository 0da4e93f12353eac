"""Fans on 今日: what the list asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from ksdesk.actions.reviews import checklist
from ksdesk.actions.today.asking import Inquiry, Look
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


FANS: Final[tuple[Inquiry[Any], ...]] = (Inquiry("checklist", ("reviews",), _ask, _say),)
