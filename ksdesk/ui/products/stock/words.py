"""Words for stock and for orders of goods that are not there."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.products.notes import StockCase
from ksdesk.domain.products.stock.outlook import StockLine
from ksdesk.ui.parts.texts import NOTHING, count_text, short_day_text, short_moment_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_say = Words("Stock")

translate = QCoreApplication.translate

REASONS = {
    "counted": QT_TRANSLATE_NOOP("Stock", "Counted anew"),
    "damaged": QT_TRANSLATE_NOOP("Stock", "Damaged"),
    "returned": QT_TRANSLATE_NOOP("Stock", "Came back"),
    "received": QT_TRANSLATE_NOOP("Stock", "New goods came"),
    "sold_elsewhere": QT_TRANSLATE_NOOP("Stock", "Sold elsewhere"),
    "other": QT_TRANSLATE_NOOP("Stock", "Something else"),
    "bulk": QT_TRANSLATE_NOOP("Stock", "Changed with others"),
}
PLACES = {
    # What is to be done at a place: as a step, and what was or is to be noted there.
    "tell": (
        QT_TRANSLATE_NOOP("Stock", "Tell the buyer"),
        QT_TRANSLATE_NOOP("Stock", "By message, before they ask"),
    ),
    "consent": (
        QT_TRANSLATE_NOOP("Stock", "Ask whether they will wait"),
        QT_TRANSLATE_NOOP("Stock", "Nothing goes out without their yes"),
    ),
    "fetch": (
        QT_TRANSLATE_NOOP("Stock", "Get it from elsewhere"),
        QT_TRANSLATE_NOOP("Stock", "From whom, at what price, by when"),
    ),
    "check": (
        QT_TRANSLATE_NOOP("Stock", "Check it"),
        QT_TRANSLATE_NOOP("Stock", "No flaw, nothing missing, well packed"),
    ),
    "ship": (
        QT_TRANSLATE_NOOP("Stock", "Ship it"),
        QT_TRANSLATE_NOOP("Stock", "Upload the tracking number in time"),
    ),
    "settle": (
        QT_TRANSLATE_NOOP("Stock", "Agree: refund or exchange"),
        QT_TRANSLATE_NOOP("Stock", "The buyer chooses"),
    ),
    "refund": (
        QT_TRANSLATE_NOOP("Stock", "Give the money back"),
        QT_TRANSLATE_NOOP("Stock", "Agree to the refund on the phone"),
    ),
    "exchange": (
        QT_TRANSLATE_NOOP("Stock", "Send the other goods"),
        QT_TRANSLATE_NOOP("Stock", "As agreed with the buyer"),
    ),
    "outcome": (QT_TRANSLATE_NOOP("Stock", "Write down how it ended"), ""),
}
EVENTS = {
    # What happened: as the button that says so, and as the line under the step.
    "told": (QT_TRANSLATE_NOOP("Stock", "I have told them"), QT_TRANSLATE_NOOP("Stock", "told")),
    "agreed": (
        QT_TRANSLATE_NOOP("Stock", "They will wait"),
        QT_TRANSLATE_NOOP("Stock", "they will wait"),
    ),
    "refused": (
        QT_TRANSLATE_NOOP("Stock", "They won't wait"),
        QT_TRANSLATE_NOOP("Stock", "they won't wait"),
    ),
    "fetched": (QT_TRANSLATE_NOOP("Stock", "It is here"), QT_TRANSLATE_NOOP("Stock", "got it")),
    "nowhere": (
        QT_TRANSLATE_NOOP("Stock", "There is none anywhere"),
        QT_TRANSLATE_NOOP("Stock", "none anywhere"),
    ),
    "checked": (
        QT_TRANSLATE_NOOP("Stock", "Checked, all fine"),
        QT_TRANSLATE_NOOP("Stock", "all fine"),
    ),
    "faulty": (
        QT_TRANSLATE_NOOP("Stock", "It is no good"),
        QT_TRANSLATE_NOOP("Stock", "it was no good"),
    ),
    "agreed_refund": (
        QT_TRANSLATE_NOOP("Stock", "They want a refund"),
        QT_TRANSLATE_NOOP("Stock", "refund agreed"),
    ),
    "agreed_exchange": (
        QT_TRANSLATE_NOOP("Stock", "They take something else"),
        QT_TRANSLATE_NOOP("Stock", "exchange agreed"),
    ),
    "shipped": (
        QT_TRANSLATE_NOOP("Stock", "Shipped, case closed"),
        QT_TRANSLATE_NOOP("Stock", "shipped"),
    ),
    "refunded": (
        QT_TRANSLATE_NOOP("Stock", "Refunded, case closed"),
        QT_TRANSLATE_NOOP("Stock", "refunded"),
    ),
    "exchanged": (
        QT_TRANSLATE_NOOP("Stock", "Sent, case closed"),
        QT_TRANSLATE_NOOP("Stock", "exchanged"),
    ),
}
FACTS = {
    "source": QT_TRANSLATE_NOOP("Stock", "Where from"),
    "day": QT_TRANSLATE_NOOP("Stock", "Can go out on"),
    "instead": QT_TRANSLATE_NOOP("Stock", "What instead"),
    "tracking": QT_TRANSLATE_NOOP("Stock", "Tracking number"),
}


def reason_word(reason: str) -> str:
    """Why a stock was corrected; a reason of a later version as it is."""
    return _say(REASONS[reason]) if reason in REASONS else reason


def place_words(place: str) -> tuple[str, str]:
    """What is to be done at a place, and what to mind."""
    title, second = PLACES[place]
    return _say(title), _say(second)


def event_button(event: str) -> str:
    """The button that says that something happened."""
    return _say(EVENTS[event][0])


def event_line(event: str, at: datetime | None) -> str:
    """What happened and when."""
    return f"{short_moment_text(at)} {_say(EVENTS[event][1])}"


def fact_word(code: str) -> str:
    """A fact that only the seller knows."""
    return _say(FACTS[code])


def case_title(case: StockCase) -> str:
    """An order as sellers call it: by its last four digits."""
    if not case.order_no:
        return translate("Stock", "Order without a number")
    return translate("Stock", "Order …{tail}").format(tail=case.order_no[-4:])


def case_line(case: StockCase) -> str:
    """What was ordered, how many, when it came up."""
    opened = translate("Stock", "since {day}").format(day=short_day_text(case.opened_at.date()))
    return f"{case.title} ×{count_text(case.quantity)} · {opened}"


def left_text(line: StockLine) -> str:
    """How long the stock lasts: "2 天", "缺货", "–" where nothing was sold."""
    if line.stock is not None and line.stock <= 0:
        return translate("Stock", "Sold out")
    if line.left is None:
        return NOTHING
    if line.left == 1:
        return translate("Stock", "1 day")
    return translate("Stock", "{n} days").format(n=count_text(line.left))


def change_text(before: int | None, after: int | None) -> str:
    """A correction: "34 → 30"."""
    return f"{count_text(before)} → {count_text(after)}"
