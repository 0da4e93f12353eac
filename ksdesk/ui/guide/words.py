"""The words of the handbook and the rule book."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

TOPICS = {
    "opening": QT_TRANSLATE_NOOP("Guide", "Opening"),
    "shop_types": QT_TRANSLATE_NOOP("Guide", "Shop types"),
    "deposit": QT_TRANSLATE_NOOP("Guide", "Deposit"),
    "products": QT_TRANSLATE_NOOP("Guide", "Products"),
    "categories": QT_TRANSLATE_NOOP("Guide", "Categories"),
    "quality": QT_TRANSLATE_NOOP("Guide", "Product quality"),
    "traffic": QT_TRANSLATE_NOOP("Guide", "Traffic"),
    "promotion": QT_TRANSLATE_NOOP("Guide", "Promotion"),
    "shipping": QT_TRANSLATE_NOOP("Guide", "Shipping"),
    "aftersales": QT_TRANSLATE_NOOP("Guide", "After-sales"),
    "market": QT_TRANSLATE_NOOP("Guide", "Market and law"),
}
OTHER = QT_TRANSLATE_NOOP("Guide", "Other")


def topic_of(key: str) -> str:
    """The topic of a rule's key, "other" for a key that no shipped file has."""
    topic = key.partition(".")[0]
    return topic if topic in TOPICS else "other"


def topic_word(topic: str) -> str:
    """A topic in the language of the app."""
    return QCoreApplication.translate("Guide", TOPICS.get(topic, OTHER))
