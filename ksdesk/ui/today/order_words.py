"""What orders and stock ask for on 今日, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.orders.queue import ToShip
from ksdesk.domain.today import Item
from ksdesk.ui.orders.words import goods_text, left_text, near_text
from ksdesk.ui.parts.texts import count_text, counted, elide, yuan_text
from ksdesk.ui.today.task import TaskWords

translate = QCoreApplication.translate
SHORT = 20


def _late(item: Item, now: datetime) -> TaskWords:
    facts, first = item.facts, item.facts["first"]
    count, cost = facts["count"], facts["cost"]
    title = counted(
        count,
        translate("Today", "1 order past the promised time"),
        translate("Today", "{n} orders past the promised time"),
    )
    pieces = [_goods(item)]
    if count == 1:
        promised = translate("Today", "promised for {at}")
        pieces.append(promised.format(at=near_text(first.promise.due, now)))
    if cost:
        told = translate("Today", "the delay may cost {amount}")
        pieces.append(told.format(amount=yuan_text(cost)))
    verb = translate("Today", "Ship")
    pill = ("bad", left_text(first, now))
    return TaskWords(title, _joined(pieces), verb, "clock", "bad", pill)


def _due(item: Item, now: datetime) -> TaskWords:
    facts, first = item.facts, item.facts["first"]
    at = near_text(first.promise.due, now)
    title = counted(
        facts["count"],
        translate("Today", "1 order to be shipped, the first by {at}"),
        translate("Today", "{n} orders to be shipped, the first by {at}"),
    )
    if facts["same"]:
        title = counted(
            facts["count"],
            translate("Today", "1 order to be shipped by {at}"),
            translate("Today", "{n} orders to be shipped by {at}"),
        )
    left = translate("Today", "{span} left").format(span=left_text(first, now))
    pill, when, tone = None, left, "muted"
    if item.level != "plain":
        pill, when, tone = ("warn", left), "", "warn"
    reason = translate("Today", "First check: no flaw, quality, nothing missing, right, packed")
    if facts["count"] == 1:
        reason = _goods(item)
    return TaskWords(
        title.format(at=at), reason, translate("Today", "Ship"), "orders", tone, pill, when
    )


def _urged(item: Item, now: datetime) -> TaskWords:
    title = counted(
        item.facts["count"],
        translate("Today", "1 order asked to go first"),
        translate("Today", "{n} orders asked to go first"),
    )
    first: ToShip = item.facts["first"]
    reason = _joined([_goods(item), left_text(first, now)])
    return TaskWords(title, reason, translate("Today", "Ship"), "orders", "warn")


def _untimed(item: Item, now: datetime) -> TaskWords:
    count = item.facts["count"]
    title = counted(
        count,
        translate("Today", "1 order without a known time of shipping"),
        translate("Today", "{n} orders without a known time of shipping"),
    )
    reason = translate("Today", "Say under Orders within how many hours you promised to ship")
    return TaskWords(title, reason, translate("Today", "Look ›"), "orders", "warn")


def _pickup(item: Item, now: datetime) -> TaskWords:
    title = counted(
        item.facts["count"],
        translate("Today", "1 parcel not picked up by your own clock"),
        translate("Today", "{n} parcels not picked up by your own clock"),
    )
    by = translate("Today", "to be picked up by {at}")
    by = by.format(at=near_text(item.facts["first"].pickup_by, now))
    return TaskWords(
        title, _joined([_goods(item), by]), translate("Today", "Look"), "orders", "warn"
    )


def _unsent(item: Item, now: datetime) -> TaskWords:
    count = item.facts["count"]
    title = counted(
        count,
        translate("Today", "1 order with a number that the platform lacks"),
        translate("Today", "{n} orders with a number that the platform lacks"),
    )
    reason = translate("Today", "Save the table for batch shipping and bring it to the platform")
    return TaskWords(title, reason, translate("Today", "Look"), "orders")


def _stock_low(item: Item, now: datetime) -> TaskWords:
    facts, left = item.facts, item.facts["left"]
    name = elide(" ".join(filter(None, (facts["title"], facts["option"]))), SHORT)
    if facts["stock"] is not None and facts["stock"] <= 0:
        title = translate("Today", "{name} is sold out").format(name=name)
    elif left is None:
        title = translate("Today", "{name} is down to your mark").format(name=name)
    elif not left:
        title = translate("Today", "{name} lasts less than a day").format(name=name)
    else:
        title = counted(
            left,
            translate("Today", "{name} lasts 1 day more"),
            translate("Today", "{name} lasts {n} days more"),
        ).format(name=name)
    reason = translate("Today", "{stock} in stock, {sold} a day in the last {days} days").format(
        stock=count_text(facts["stock"] or 0),
        sold=f"{facts['sold'] / facts['days']:.1f}",
        days=facts["days"],
    )
    tone = "warn" if item.level == "warn" else "muted"
    return TaskWords(title, reason, translate("Today", "Correct the stock"), "products", tone)


def _stock_more(item: Item, now: datetime) -> TaskWords:
    title = counted(
        item.facts["count"],
        translate("Today", "1 more option runs out"),
        translate("Today", "{n} more options run out"),
    )
    reason = translate("Today", "They are in the list of goods under Running out")
    return TaskWords(title, reason, translate("Today", "Look"), "products")


def _goods(item: Item) -> str:
    """The order by its last digits and what was bought."""
    order, number = item.facts.get("order"), item.facts["first"].order.order_no
    tail = translate("Today", "Order …{tail}").format(tail=number[-4:])
    return _joined([tail, goods_text(order) if order is not None else ""])


def _joined(pieces: list[str]) -> str:
    return " · ".join(filter(None, pieces))


MAKERS: Final[Mapping[str, Callable[[Item, datetime], TaskWords]]] = {
    "orders_late": _late,
    "orders_due": _due,
    "orders_urged": _urged,
    "orders_untimed": _untimed,
    "pickup_late": _pickup,
    "numbers_unsent": _unsent,
    "stock_low": _stock_low,
    "stock_more": _stock_more,
}
