"""The numbers of 今日 in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.actions.today import Card
from ksdesk.ui.parts.number_card import Change
from ksdesk.ui.parts.texts import (
    count_text,
    money_text,
    percent_text,
    yuan_text,
)
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_tr = Words("Today")
translate = QCoreApplication.translate

CAPTIONS = {
    "deposit": QT_TRANSLATE_NOOP("Today", "Own deposit"),
    "spend": QT_TRANSLATE_NOOP("Today", "Spend yesterday"),
    "views": QT_TRANSLATE_NOOP("Today", "Views yesterday"),
    "new_fans": QT_TRANSLATE_NOOP("Today", "New fans yesterday"),
    "orders": QT_TRANSLATE_NOOP("Today", "Orders yesterday"),
}
MISSING = {
    "no_ledger": QT_TRANSLATE_NOOP("Today", "Nothing recorded yet"),
    "no_traffic": QT_TRANSLATE_NOOP("Today", "No traffic figures yet"),
    "no_day": QT_TRANSLATE_NOOP("Today", "Yesterday is not imported"),
    "no_measure": QT_TRANSLATE_NOOP("Today", "Not in your reports"),
}


def caption(code: str) -> str:
    """What a number card is called."""
    return _tr(CAPTIONS[code])


def value_text(card: Card) -> str:
    """The big number of a card."""
    if card.value is None:
        return ""
    if card.code in ("deposit", "spend"):
        return yuan_text(round(card.value))
    return count_text(card.value)


def missing_text(card: Card) -> str:
    """What is missing where there is no number, "" if nothing is."""
    return _tr(MISSING[card.missing]) if card.missing else ""


def change_of(card: Card) -> Change | None:
    """How a number moved against a week before, None where that cannot be said."""
    if card.value is None or card.before is None:
        return None
    moved = card.value - card.before
    if not moved:
        return Change("flat")
    way = "up" if moved > 0 else "down"
    if not card.before:
        return None
    return Change(way, percent_text(abs(moved) / card.before))


def standing_note(card: Card) -> str:
    """Under the deposit's balance: how it stands against the line."""
    account = card.account
    if account is None or account.standing is None:
        return translate("Today", "The line is not filled in")
    standing = account.standing
    if account.state == "short":
        return translate("Today", "{amount} short").format(amount=money_text(standing.shortfall))
    if account.state == "maybe":
        return translate("Today", "an amount is missing")
    if account.state == "exact":
        return translate("Today", "just enough")
    return translate("Today", "enough, {amount} over").format(amount=money_text(standing.surplus))
