"""A link as a QR code, to be opened on the phone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.qr import QrView

SIDE = 240


class LinkCodeSheet(SheetDialog):
    """Shows the code of an address, and the address to copy."""

    def __init__(self, address: str, title: str, parent: QWidget) -> None:
        super().__init__(
            self.tr("Open on the phone"),
            self.tr("Scan it with the camera of your phone, then copy the full link from there."),
            name="link-code",
            width=400,
            parent=parent,
        )
        self._address = address
        if title:
            self.add(small(title, wrap=True))
        self.code = QrView(address, SIDE)
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.add(small(address, wrap=True, select=True))
        self.copy = SecondButton(self.tr("Copy link"), "copy")
        self.copy.clicked.connect(self._copy)
        close = MainButton(self.tr("Done scanning"), height=32)
        close.clicked.connect(self.accept)
        self.set_buttons(close, self.copy)
        self.finished.connect(self.deleteLater)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.copy.set_text(self.tr("Copied"))
