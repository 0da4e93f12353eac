"""A QR code, painted: for an address that is opened on the phone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET = 4  # modules of white around the code, as the standard asks


class QrView(QWidget):
    """The code of an address; black on white in both schemes, or no phone reads it."""

    def __init__(self, address: str, side: int = 104, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._rows: list[bytes] = []
        self.setFixedSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("QR code of {address}").format(address=address))

    def rows(self) -> list[bytes]:
        """The modules row by row, 1 is black."""
        if not self._rows:
            import segno

            code = segno.make(self._address, error="m", micro=False)
            self._rows = [bytes(row) for row in code.matrix]
        return self._rows

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        rows = self.rows()
        module = self.width() / (len(rows) + 2 * QUIET)
        for y, row in enumerate(rows):
            for x, black in enumerate(row):
                if black:
                    box = QRectF((x + QUIET) * module, (y + QUIET) * module, module, module)
                    painter.fillRect(box.adjusted(0, 0, 0.4, 0.4), Qt.GlobalColor.black)
