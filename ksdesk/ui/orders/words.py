"""Words for where orders stand."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.orders.list import ShownOrder
from ksdesk.domain.orders.queue import ToShip
from ksdesk.ui.parts.texts import clock_text, short_moment_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

STATES = {
    "unknown": QT_TRANSLATE_NOOP("Orders", "State unknown"),
    "unpaid": QT_TRANSLATE_NOOP("Orders", "To be paid"),
    "blocked": QT_TRANSLATE_NOOP("Orders", "Do not ship yet"),
    "to_ship": QT_TRANSLATE_NOOP("Orders", "To ship"),
    "part": QT_TRANSLATE_NOOP("Orders", "Part shipped"),
    "shipped": QT_TRANSLATE_NOOP("Orders", "Shipped"),
    "done": QT_TRANSLATE_NOOP("Orders", "Done"),
    "closed": QT_TRANSLATE_NOOP("Orders", "Closed"),
}
STATE_KINDS = {
    **dict.fromkeys(("unknown", "unpaid", "closed"), "neutral"),
    "blocked": "bad",
    "to_ship": "accent",
    "part": "warn",
    **dict.fromkeys(("shipped", "done"), "good"),
}
SHOWN = {
    "to_ship": QT_TRANSLATE_NOOP("Orders", "To ship"),
    "short": QT_TRANSLATE_NOOP("Orders", "Out of stock"),
    "shipped": QT_TRANSLATE_NOOP("Orders", "Shipped"),
    "done": QT_TRANSLATE_NOOP("Orders", "Done"),
    "refund": QT_TRANSLATE_NOOP("Orders", "Money back"),
    "unpaid": QT_TRANSLATE_NOOP("Orders", "To be paid"),
    "closed": QT_TRANSLATE_NOOP("Orders", "Closed"),
    "all": QT_TRANSLATE_NOOP("Orders", "All"),
}
REFUNDS = {
    "part": QT_TRANSLATE_NOOP("Orders", "Partly refunded"),
    "whole": QT_TRANSLATE_NOOP("Orders", "Refunded"),
}
MONEY = {
    "settled": QT_TRANSLATE_NOOP("Orders", "Settled"),
    "fees": QT_TRANSLATE_NOOP("Orders", "Fees and commission"),
    "refund": QT_TRANSLATE_NOOP("Orders", "Refunded to the buyer"),
    "insurance": QT_TRANSLATE_NOOP("Orders", "Freight insurance"),
    "movement": QT_TRANSLATE_NOOP("Orders", "Account movement"),
    "deposit": QT_TRANSLATE_NOOP("Orders", "Deposit"),
}
BASES = {
    "order": QT_TRANSLATE_NOOP("Orders", "as the order says"),
    "notice": QT_TRANSLATE_NOOP("Orders", "as announced"),
    "presale": QT_TRANSLATE_NOOP("Orders", "presale"),
    "promise": QT_TRANSLATE_NOOP("Orders", "by the hours promised"),
}
CHECKS = {
    "flaw": QT_TRANSLATE_NOOP("Orders", "No flaw"),
    "quality": QT_TRANSLATE_NOOP("Orders", "Quality is good"),
    "missing": QT_TRANSLATE_NOOP("Orders", "Nothing is missing"),
    "wrong": QT_TRANSLATE_NOOP("Orders", "The right goods"),
    "packed": QT_TRANSLATE_NOOP("Orders", "Packed well"),
}
GROUPS = {
    "late": QT_TRANSLATE_NOOP("Orders", "Late"),
    "urged": QT_TRANSLATE_NOOP("Orders", "Asked to go first"),
    "today": QT_TRANSLATE_NOOP("Orders", "Today before {at}"),
    "tomorrow": QT_TRANSLATE_NOOP("Orders", "Tomorrow before 24:00"),
    "later": QT_TRANSLATE_NOOP("Orders", "Later"),
    "unknown": QT_TRANSLATE_NOOP("Orders", "Time unknown"),
    "numbered": QT_TRANSLATE_NOOP("Orders", "With a tracking number"),
    "blocked": QT_TRANSLATE_NOOP("Orders", "Do not ship yet"),
}


def said(text: str) -> str:
    """A text of this page in the language of now."""
    return QCoreApplication.translate("Orders", text)


def state_text(order: ShownOrder) -> str:
    """Where an order stands; what went back comes before that."""
    return said(REFUNDS[order.refund]) if order.refund else said(STATES[order.state])


def went_back(order: ShownOrder) -> int | None:
    """Fen that went back of an order; None where something did and no file says how much."""
    if order.refund == "whole":
        return order.refunded or order.paid
    return order.refunded or (None if order.refund else 0)


def goods_text(order: ShownOrder) -> str:
    """What was bought: 富平吊柿饼 礼盒 1kg ×2, and how many more lines there are."""
    if not order.lines:
        return ""
    first = order.lines[0]
    named = " ".join(filter(None, (first.name or first.product_id, first.spec)))
    text = f"{named} ×{1 if first.quantity is None else first.quantity}"
    rest = len(order.lines) - 1
    if not rest:
        return text
    more = QCoreApplication.translate("Orders", "and %n more", "", rest)
    return f"{text} {more}"


def span_text(span: timedelta) -> str:
    """Time left as it is read: 5 小时 40 分, 2 天 3 小时; minutes below an hour."""
    translate = QCoreApplication.translate
    minutes = int(abs(span.total_seconds())) // 60
    if minutes < 60:
        return translate("Orders", "{n} min").format(n=minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 48:
        text = translate("Orders", "{h} h {m} min") if rest else translate("Orders", "{h} h")
        return text.format(h=hours, m=rest)
    text = translate("Orders", "{d} d {h} h") if hours % 24 else translate("Orders", "{d} d")
    return text.format(d=hours // 24, h=hours % 24)


def left_text(one: ToShip, now: datetime) -> str:
    """How long an order still has: 超时 1 小时 12 分, 5 小时, or what is the matter."""
    translate = QCoreApplication.translate
    if one.promise.basis == "blocked":
        return translate("Orders", "Do not ship yet")
    if one.promise.due is None:
        return translate("Orders", "Time unknown")
    span = one.promise.due - now
    text = translate("Orders", "{span} late") if span < timedelta(0) else "{span}"
    return text.format(span=span_text(span))


def group_text(name: str, last: ToShip) -> str:
    """What orders to ship stand under; of today until the full hour after the `last` of them."""
    due = last.promise.due
    hour = due.hour + (due.minute > 0 or due.second > 0) if due is not None else 24
    return said(GROUPS[name]).format(at=f"{hour:02}:00")


def due_text(one: ToShip, now: datetime, together: int = 0) -> str:
    """Until when, what that rests on, and what was asked: 今天 15:12 · 订单上写的 · 催发货; so many
    orders of its buyer can go `together`.
    """
    translate, due = QCoreApplication.translate, one.promise.due
    parts = []
    if one.pickup_by is not None:
        text = translate("Orders", "to be picked up by {at}")
        parts.append(text.format(at=near_text(one.pickup_by, now)))
    elif due is not None:
        parts += [near_text(due, now), said(BASES[one.promise.basis])]
    if one.order.urged:
        parts.insert(0, translate("Orders", "urged"))
    if together:
        parts.insert(0, translate("Orders", "one buyer, %n orders", "", together))
    return " · ".join(parts)


def near_text(moment: datetime, now: datetime) -> str:
    """A moment of these days: 今天 15:12, 明天 00:20, 11-20 11:01."""
    days = (moment.date() - now.date()).days
    translate = QCoreApplication.translate
    words = {0: translate("Orders", "today {at}"), 1: translate("Orders", "tomorrow {at}")}
    if days not in words:
        return short_moment_text(moment)
    return words[days].format(at=clock_text(moment))


def checks_text(one: ToShip) -> str:
    """How many of the five checks are done: 3 / 5."""
    return f"{checks_done(one)} / {len(CHECKS)}"


def checks_done(one: ToShip) -> int:
    """How many of the checks are done."""
    return len(one.order.work.checks) if one.order.work is not None else 0


def is_checked(one: ToShip) -> bool:
    """Whether all of them are: then its number is next."""
    return checks_done(one) == len(CHECKS)
