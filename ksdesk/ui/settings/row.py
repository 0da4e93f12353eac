"""One preference: its name and a sentence at the left, its control at the right or below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ksdesk.ui.parts.labels import body, small

BESIDE = 620  # px below which the control stands under its name


class PreferenceRow(QWidget):
    """Name, sentence and control."""

    def __init__(
        self, name: str, sentence: str, control: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        rows = 1 if sentence else 2
        self._grid.addWidget(body(name, wrap=True), 0, 0, rows, 1, middle)
        if sentence:
            self._grid.addWidget(small(sentence, wrap=True), 1, 0)
        self._beside: bool | None = None
        self._place(True)

    def _place(self, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        self._grid.removeWidget(self.control)
        if beside:
            self._grid.addWidget(self.control, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self.control, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._place(event.size().width() >= BESIDE)
