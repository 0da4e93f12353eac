"""Days that more than one of the shop's stories turns on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

OPENED: Final = 258
"""Days since the shop was opened."""

LINE_SHOWN: Final = 15
"""Days since the phone showed a line of 3,000 yuan, after last month's sales."""


def opened_on(now: datetime) -> date:
    """The day on which the shop was opened."""
    return now.date() - timedelta(days=OPENED)
