"""The words of the settings page."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

REASONS = {
    "daily": QT_TRANSLATE_NOOP("Backups", "daily"),
    "import": QT_TRANSLATE_NOOP("Backups", "before an import"),
    "migration": QT_TRANSLATE_NOOP("Backups", "before an upgrade"),
    "restore": QT_TRANSLATE_NOOP("Backups", "before going back"),
    "manual": QT_TRANSLATE_NOOP("Backups", "by hand"),
}


def reason_word(reason: str) -> str:
    """Why a backup was made; an unknown reason by its code."""
    return QCoreApplication.translate("Backups", REASONS.get(reason, reason))
