"""The language and the look that the settings ask for."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ksdesk.settings import Settings
from ksdesk.ui.shell import language
from ksdesk.ui.shell.theme import Theme, system_scheme


def dress(app: QApplication, settings: Settings, lang: str = "") -> Theme:
    """Put on the language and the look that the settings ask for."""
    values = settings.values
    spoken = language.choose(lang or values.language, QLocale.system().name())
    language.speak(spoken)
    theme = Theme(
        values.scheme or system_scheme(app),
        values.text_size / 100,
        "red" if values.up_colour == "red" else "green",
        spoken,
    )
    theme.apply(app)
    return theme
