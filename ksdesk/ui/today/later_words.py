"""稍后 in words."""

from __future__ import annotations

from datetime import datetime

from ksdesk.ui.orders.words import near_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_tr = Words("Today")

CHOICES = {
    "afternoon": QT_TRANSLATE_NOOP("Today", "At 2 this afternoon"),
    "morning": QT_TRANSLATE_NOOP("Today", "Tomorrow morning"),
    "monday": QT_TRANSLATE_NOOP("Today", "Next Monday"),
    "never": QT_TRANSLATE_NOOP("Today", "Not again for this one"),
}


def choice_word(code: str) -> str:
    """A line of the menu of 稍后."""
    return _tr(CHOICES[code])


def until_text(until: datetime | None, now: datetime) -> str:
    """Until when something is put off."""
    if until is None:
        return _tr(QT_TRANSLATE_NOOP("Today", "no more reminders"))
    return _tr(QT_TRANSLATE_NOOP("Today", "until {at}")).format(at=near_text(until, now))
