"""The list for fans on 今日, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.today import Item
from ksdesk.ui.reviews.checklist.words import item_words
from ksdesk.ui.today.task import TaskWords

translate = QCoreApplication.translate
NAMED: Final = 3


def _checklist(item: Item, now: datetime) -> TaskWords:
    asked = item.facts["asked"]
    names = [*dict.fromkeys(item_words(one.item) for one in asked)]
    said = translate("Today", ", ").join(names[:NAMED])
    if len(names) > NAMED:
        said = translate("Today", "{names} and more").format(names=said)
    left = sum(one.rolled for one in asked)
    if left:
        yesterday = translate("Today", "{n} left from yesterday").format(n=left)
        said = f"{yesterday} · {said}"
    title = translate("Today", "To do for your fans: {n}").format(n=len(asked))
    return TaskWords(title, said, translate("Today", "To the list"), "reviews")


MAKERS: Final[Mapping[str, Callable[[Item, datetime], TaskWords]]] = {
    "checklist": _checklist,
}
