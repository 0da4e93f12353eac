"""What after-sales cases ask for on 今日, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.aftersales.cases import AftersalesCase
from ksdesk.domain.today import Item
from ksdesk.ui.aftersales import words
from ksdesk.ui.parts.texts import count_text, yuan_text
from ksdesk.ui.today.task import TaskWords

translate = QCoreApplication.translate


def _due(item: Item, now: datetime) -> TaskWords:
    one = item.facts["one"]
    assert item.due is not None
    kind, left = words.time_pill(item.due, now)
    pieces = (one.case.reason, words.deadline_of(one))
    return TaskWords(
        f"{words.title_of(one.case)} · {_wish(one.case)}",
        " · ".join(filter(None, pieces)),
        translate("Today", "Answer"),
        "aftersales",
        kind,
        (kind, left),
    )


def _promise(item: Item, now: datetime) -> TaskWords:
    one, promise = item.facts["one"], item.facts["promise"]
    kind, left = words.time_pill(promise.until, now)
    return TaskWords(
        translate("Today", "Promised a buyer: {what}").format(what=promise.words),
        f"{words.title_of(one.case)} · {_wish(one.case)}",
        translate("Today", "Go there"),
        "aftersales",
        kind,
        (kind, left),
    )


def _more(item: Item, now: datetime) -> TaskWords:
    count, due = item.facts["count"], item.due
    title = translate("Today", "After-sales cases that wait for you: {n}")
    reason = translate("Today", "None of them has a deadline that is known")
    if due is not None:
        _kind, left = words.time_pill(due, now)
        reason = translate("Today", "The next one: {left}").format(left=left)
    verb = translate("Today", "Look")
    return TaskWords(title.format(n=count_text(count)), reason, verb, "aftersales")


def _wish(case: AftersalesCase) -> str:
    money = yuan_text(case.refund) if case.refund is not None else ""
    return " ".join(filter(None, (words.kind_word(case.kind), money)))


MAKERS: Final[Mapping[str, Callable[[Item, datetime], TaskWords]]] = {
    "case_due": _due,
    "case_promise": _promise,
    "cases_more": _more,
}
