"""What the list asks for, to be ticked; and the part of it that stands below a review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.domain.reviews.checklist import Asked
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.labels import heading
from ksdesk.ui.reviews.checklist.words import item_words


class TickList(QWidget):
    """A box for each thing, below or (`across`) beside each other. `ticked(Asked, on)`.

    Boxes stay where they are as long as the same is asked for, so that the keyboard stays on one.
    """

    ticked = Signal(object, bool)

    def __init__(self, *, across: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checks: list[Check] = []
        self._asked: list[Asked] = []
        self._places: FlowLayout | QVBoxLayout
        if across:
            self._places = FlowLayout(self, spacing=24, line_spacing=8)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        else:
            self._places = QVBoxLayout(self)
            self._places.setContentsMargins(0, 0, 0, 0)
            self._places.setSpacing(10)

    def show_asked(self, asked: Sequence[Asked], names: Mapping[int, str] | None = None) -> None:
        """Show these things, ticked where they are done; `names` are those of the lives and videos
        that have to be told apart.
        """
        texts = [_words(one, names or {}) for one in asked]
        if texts != [check.text() for check in self.checks]:
            self._build(texts)
        self._asked = list(asked)
        for check, one in zip(self.checks, asked, strict=True):
            check.setChecked(one.done)

    def _build(self, texts: Sequence[str]) -> None:
        for check in self.checks:
            self._places.removeWidget(check)
            check.hide()
            check.deleteLater()
        self.checks = [Check(text, parent=self) for text in texts]
        for place, check in enumerate(self.checks):
            check.clicked.connect(partial(self._clicked, place))
            self._places.addWidget(check)
            check.show()

    def _clicked(self, place: int) -> None:
        self.ticked.emit(self._asked[place], self.checks[place].isChecked())


def _words(one: Asked, names: Mapping[int, str]) -> str:
    words, name = item_words(one.item), names.get(one.session, "")
    return f"{words} · {name}" if name else words


class AfterList(QWidget):
    """播后清单: what is done after a live or video, in a row. `ticked(Asked, on)`, `editing()`."""

    ticked = Signal(object, bool)
    editing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        top = Qt.AlignmentFlag.AlignTop
        self.ticks = TickList(across=True, parent=self)
        self.ticks.ticked.connect(self.ticked)
        self.edit = TextButton(self.tr("Change the list"), inline=True, parent=self)
        self.edit.clicked.connect(self.editing)
        row.addWidget(heading(self.tr("Afterwards"), parent=self), 0, top)
        row.addWidget(self.ticks, 1)
        row.addWidget(self.edit, 0, top)

    def show_asked(self, asked: Sequence[Asked]) -> None:
        """Show the list of a live or video (`actions.reviews.checklist.of_session`)."""
        self.ticks.show_asked(asked)
