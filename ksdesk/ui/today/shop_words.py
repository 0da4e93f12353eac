"""A shop's row of the table over all shops: words and small widgets."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.today.other_shops import ClocksRunning, ShopToday
from ksdesk.domain.today import TodayNumber
from ksdesk.ui.orders.words import near_text
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.texts import NOTHING
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words
from ksdesk.ui.today import card_words

translate = QCoreApplication.translate
_tr = Words("Shops")

TROUBLES = {
    "missing": QT_TRANSLATE_NOOP("Shops", "The book is not there; is its disk plugged in?"),
    "older": QT_TRANSLATE_NOOP("Shops", "Open it once: it is from before an update"),
    "newer": QT_TRANSLATE_NOOP("Shops", "A newer ksdesk wrote this book"),
    "locked": QT_TRANSLATE_NOOP("Shops", "Another program holds the book right now"),
    "corrupt": QT_TRANSLATE_NOOP("Shops", "The book is damaged; open it to go back to a backup"),
}
OPENED = ("older", "corrupt")
"""The troubles that end once the book is opened."""
OTHER = QT_TRANSLATE_NOOP("Shops", "The book cannot be read right now")


def until(one: ShopToday | None, now: datetime) -> str:
    """Until when a shop's figures are, or why there are none."""
    if one is None:
        return translate("Shops", "Counting…")
    if one.trouble:
        return _tr(TROUBLES.get(one.trouble, OTHER))
    if one.until is None:
        return translate("Shops", "No orders imported yet")
    told = translate("Shops", "until {at}").format(at=near_text(one.until, now))
    if one.until.date() < now.date():
        told = translate("Shops", "{until}, nothing imported today").format(until=told)
    elif one.unbooked:
        told = translate("Shops", "{until}, not worked out: open it once").format(until=told)
    return told


def named(name: str, below: str) -> QWidget:
    """A name over a line about it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(heading(name, elide=True, parent=holder))
    column.addWidget(small(below, elide=True, parent=holder))
    return holder


def clocks(running: ClocksRunning | None, *, stacked: bool) -> QWidget:
    """Pills for what is late, due today and later, beside or below each other."""
    holder = QWidget()
    row = QVBoxLayout(holder) if stacked else QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 if stacked else 8)
    for kind, text in _clock_parts(running or ClocksRunning()):
        row.addWidget(Pill(text, kind, parent=holder), 0, Qt.AlignmentFlag.AlignLeft)
    if not row.count():
        row.addWidget(small(NOTHING, parent=holder))
    row.addStretch(1)
    return holder


def clocks_text(running: ClocksRunning) -> str:
    """The same in one line."""
    return " · ".join(text for _, text in _clock_parts(running)) or NOTHING


def _clock_parts(running: ClocksRunning) -> list[tuple[str, str]]:
    told = (
        ("bad", running.late, translate("Shops", "late {n}")),
        ("warn", running.today, translate("Shops", "today {n}")),
        ("neutral", running.later, translate("Shops", "later {n}")),
    )
    return [(kind, text.format(n=count)) for kind, count, text in told if count]


def deposit(one: ShopToday | None, now: datetime) -> QWidget:
    """How the own deposit stands, over its line."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    if one is None or one.deposit is None:
        column.addWidget(small(NOTHING, parent=holder))
        return holder
    facts = {"account": one.deposit, "until": one.deposit_until}
    card = TodayNumber("deposit", one.deposit.balance, facts=facts)
    pill = card_words.standing_pill(card)
    if pill is not None:
        row = QHBoxLayout()
        row.addWidget(Pill(pill[1], pill[0], parent=holder))
        row.addStretch(1)
        column.addLayout(row)
    column.addWidget(small(card_words.line_note(card, now), elide=True, parent=holder))
    return holder
