"""The list for fans, and lives to look back at, on 今日 in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.today import Item
from ksdesk.ui.orders.words import near_text
from ksdesk.ui.parts.texts import elide, yuan_text
from ksdesk.ui.reviews.checklist.words import item_words
from ksdesk.ui.today.task import TaskWords

translate = QCoreApplication.translate
NAMED: Final = 3
SHORT: Final = 16


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


def _review_owed(item: Item, now: datetime) -> TaskWords:
    one = item.facts["one"]
    title = translate("Today", "{live} is not looked back at").format(live=_named(one))
    pieces = [near_text(one.began_at, now)]
    if one.sales is not None:
        sold = translate("Today", "{amount} sold").format(amount=yuan_text(one.sales))
        pieces.append(sold)
    verb = translate("Today", "Look back")
    when = translate("Today", "about 5 minutes")
    return TaskWords(title, " · ".join(pieces), verb, "reviews", when=when)


def _next_action(item: Item, now: datetime) -> TaskWords:
    one = item.facts["one"]
    reason = translate("Today", "Next time, by the review of {live}, {at}")
    reason = reason.format(live=_named(one), at=near_text(one.began_at, now))
    return TaskWords(item.facts["words"], reason, translate("Today", "To the review"), "reviews")


def _named(one: Broadcast) -> str:
    return elide(one.name, SHORT) if one.name else translate("Today", "The live")


MAKERS: Final[Mapping[str, Callable[[Item, datetime], TaskWords]]] = {
    "checklist": _checklist,
    "review_owed": _review_owed,
    "next_action": _next_action,
}
