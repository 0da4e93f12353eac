"""今日: what the page is made of, and what of it is shown now."""

from ksdesk.domain.today.items import (
    Agenda,
    Item,
    TodayNumber,
    badges,
    by_urgency,
    end_of,
)

__all__ = ["Agenda", "Item", "TodayNumber", "badges", "by_urgency", "end_of"]
