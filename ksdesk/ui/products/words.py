"""Words for the codes of products."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

STATES = {
    "draft": QT_TRANSLATE_NOOP("Products", "Draft"),
    "ready": QT_TRANSLATE_NOOP("Products", "Ready"),
    "listed": QT_TRANSLATE_NOOP("Products", "Listed"),
    "off_shelf": QT_TRANSLATE_NOOP("Products", "Off shelf"),
}
STATE_KINDS = {"draft": "neutral", "ready": "accent", "listed": "good", "off_shelf": "neutral"}
WAYS = {
    "own": QT_TRANSLATE_NOOP("Products", "Own goods"),
    "link": QT_TRANSLATE_NOOP("Products", "Link from another platform"),
}
GAPS = {
    "title": QT_TRANSLATE_NOOP("Products", "title"),
    "price": QT_TRANSLATE_NOOP("Products", "price"),
    "stock": QT_TRANSLATE_NOOP("Products", "stock"),
    "link": QT_TRANSLATE_NOOP("Products", "link"),
}


def state_word(state: str) -> str:
    """The word of a state."""
    return QCoreApplication.translate("Products", STATES[state])


def way_word(way: str) -> str:
    """Whose goods they are."""
    return QCoreApplication.translate("Products", WAYS[way])


def gap_words(gaps: tuple[str, ...]) -> str:
    """What is still missing, as a list of words."""
    comma = QCoreApplication.translate("Products", ", ")
    return comma.join(QCoreApplication.translate("Products", GAPS[gap]) for gap in gaps)
