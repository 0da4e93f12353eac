"""The words of backups, moving and shops."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.actions.backups.restoring import BookContents
from ksdesk.ui.imports.kind_words import kind_name
from ksdesk.ui.parts.texts import count_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

REASONS = {
    "daily": QT_TRANSLATE_NOOP("Backups", "daily"),
    "import": QT_TRANSLATE_NOOP("Backups", "before an import"),
    "migration": QT_TRANSLATE_NOOP("Backups", "before an upgrade"),
    "restore": QT_TRANSLATE_NOOP("Backups", "before going back"),
    "manual": QT_TRANSLATE_NOOP("Backups", "by hand"),
}

TOPICS = {
    "deposit": QT_TRANSLATE_NOOP("Backups", "Ledger lines"),
    "products": QT_TRANSLATE_NOOP("Backups", "Products"),
    "traffic": QT_TRANSLATE_NOOP("Backups", "Traffic rows"),
    "imports": QT_TRANSLATE_NOOP("Backups", "Imports"),
    "other": QT_TRANSLATE_NOOP("Backups", "Other rows"),
    "opening": QT_TRANSLATE_NOOP("Backups", "Opening steps"),
}

MARKS = {
    "": ("good", QT_TRANSLATE_NOOP("Backups", "checked")),
    "newer": ("warn", QT_TRANSLATE_NOOP("Backups", "newer version")),
    "missing": ("bad", QT_TRANSLATE_NOOP("Backups", "gone")),
}
BROKEN = ("bad", QT_TRANSLATE_NOOP("Backups", "damaged"))


def reason_word(reason: str) -> str:
    """Why a backup was made; an unknown reason by its code."""
    return QCoreApplication.translate("Backups", REASONS.get(reason, reason))


def topic_word(topic: str) -> str:
    """What a topic's rows are called."""
    word = TOPICS.get(topic)
    return kind_name(topic) if word is None else QCoreApplication.translate("Backups", word)


def mark(trouble: str) -> tuple[str, str]:
    """Whether a copy can be used, as kind and word of a pill."""
    kind, word = MARKS.get(trouble, BROKEN)
    return kind, QCoreApplication.translate("Backups", word)


def holds(contents: BookContents) -> str:
    """One line: "Ledger lines 12 · Products 4 · Traffic rows 3,100 · Imports 2"."""
    shown = [t for t, count in contents.counts.items() if count and t != "opening"]
    listed = shown or ["deposit"]
    return " · ".join(f"{topic_word(t)} {count_text(contents.counts[t])}" for t in listed)
