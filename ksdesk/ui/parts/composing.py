"""While an input method composes in a field, the keys are its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent

from ksdesk.ui.parts.focus import BeforeQt

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class Composing(BeforeQt):
    """Stands before the Qt class of a field. Some input methods pass on the keys they use: Enter,
    which takes the word, would press the main button too, and Esc, which drops it, close the sheet.
    """

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.removeEventFilter(_kept)
        if event.preeditString():
            self.installEventFilter(_kept)


class _KeptKeys(QObject):
    """Lets no key through to a field, nor to a shortcut, until it loses the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            watched.removeEventFilter(self)  # what was composed is taken or dropped untold
        elif event.type() in _KEYS:
            event.accept()
            return True
        return False


_kept = _KeptKeys()
