"""Words for where orders stand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.orders.list import ShownOrder
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


def said(text: str) -> str:
    """A text of this page in the language of now."""
    return QCoreApplication.translate("Orders", text)


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
