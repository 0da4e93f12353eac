"""What every step of the wizard is to its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.ui.opening.screens import Mirrored
from ksdesk.ui.shell.context import Context


class StepView(QWidget):
    """The card's inside for the steps of one chapter.

    Signals: `edited()` something that is kept was changed by hand; `mirrored()` the phone or the
    footer should be drawn anew; `other_phone()` the other known paths are asked for.
    """

    edited = Signal()
    mirrored = Signal()
    other_phone = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.step = ""
        self.narrow = False
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)

    def open(self, step: str) -> None:
        """Show a step of the chapter."""
        self.step = step

    def fill(self, fields: Mapping[str, Any]) -> None:
        """Take over what the book holds."""

    def fields(self) -> dict[str, Any]:
        """What stands on the step now, as it is kept."""
        return {}

    def mirror(self) -> Mirrored:
        """What the phone shows of it."""
        return Mirrored()

    def headline(self) -> str:
        """The title of the card where it depends on what was reached, "" for the step's own."""
        return ""

    def next_words(self) -> tuple[str, bool]:
        """What the button that goes on says, and whether it is a quiet one."""
        return self.tr("Next step"), False

    def phone_tapped(self) -> bool:
        """Whether the step does something of its own when the phone is tapped."""
        return False

    def paste(self) -> bool:
        """Take what is in the clipboard, if the step has a place for it."""
        return False

    def set_narrow(self, narrow: bool) -> None:
        """Little room: show what counts."""
        self.narrow = narrow

    def refresh(self) -> None:
        """Something in the book that the step shows was changed."""

    def memory(self) -> dict[str, Any]:
        """What lives in memory only and survives a switch of look or language."""
        return {}

    def recall(self, memory: Mapping[str, Any]) -> None:
        """Take up what `memory` gave."""

    def forget(self) -> None:
        """The seller is through: drop what must not outlive the step."""
