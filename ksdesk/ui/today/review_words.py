"""Reviews on 今日, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.today import Item
from ksdesk.ui.reviews.words import title_text, when_text
from ksdesk.ui.today.task import TaskWords

translate = QCoreApplication.translate


def _owed(item: Item, now: datetime) -> TaskWords:
    one = item.facts["broadcast"]
    title = translate("Today", "Look back at {title}").format(title=title_text(one))
    said = translate("Today", "{when} · five minutes, three things for the next one")
    said = said.format(when=when_text(one))
    return TaskWords(title, said, translate("Today", "To the review"), "reviews")


def _action(item: Item, now: datetime) -> TaskWords:
    said = translate("Today", "For the next one, from the review of {title}")
    said = said.format(title=title_text(item.facts["broadcast"]))
    return TaskWords(item.facts["words"], said, translate("Today", "Tick it off"), "reviews")


MAKERS: Final[Mapping[str, Callable[[Item, datetime], TaskWords]]] = {
    "review_owed": _owed,
    "review_action": _action,
}
