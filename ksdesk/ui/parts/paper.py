"""Pages of HTML on paper: as a PDF file, or through a printer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QSizeF, Slot
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QWidget

MARGIN = 15  # millimetres
_DOTS = 300
# what A4 leaves within the margins, at the 96 dots an inch that a document without a device takes
_ROOM = QSizeF((210 - 2 * MARGIN) / 25.4 * 96, (297 - 2 * MARGIN) / 25.4 * 96)


def document(html: str) -> QTextDocument:
    """The pages as a document in the bundled font, which every machine has."""
    made = QTextDocument()
    font = QFont("Noto Sans SC")
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    made.setDefaultFont(font)
    made.setHtml(html)
    return made


def write_pdf(html: str, path: Path, title: str) -> None:
    """Write the pages as A4 into a file that replaces what bore its name.

    Raises OSError where it cannot be written; what was there is left then.
    """
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(b"")  # a folder that refuses says so here
    writer = QPdfWriter(str(fresh))
    writer.setTitle(title)
    writer.setCreator("ksdesk")
    writer.setResolution(_DOTS)
    _set_page(writer)
    _draw(html, writer)
    del writer
    if not fresh.stat().st_size:
        fresh.unlink()
        raise OSError(f"nothing could be written to {path}")
    fresh.replace(path)


def one_page(pages: Iterable[str]) -> str:
    """The first of these HTML texts that fits one A4 page, else the last."""
    found = ""
    for found in pages:
        made = document(found)
        made.setDocumentMargin(0)
        made.setPageSize(_ROOM)
        if made.pageCount() == 1:
            break
    return found


def _set_page(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)


def _draw(html: str, device: QPagedPaintDevice) -> None:
    pages = document(html)
    pages.documentLayout().setPaintDevice(device)
    room = device.pageLayout().paintRectPixels(device.logicalDpiX()).size()
    pages.setDocumentMargin(0)
    pages.setPageSize(QSizeF(room))
    pages.print_(device)


class Printing(QObject):
    """Asks for a printer and prints; it goes with the widget that asked."""

    def __init__(self, html: str, title: str, owner: QWidget) -> None:
        super().__init__(owner)
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._html = html
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(title)
        _set_page(self._printer)
        self.dialog = QPrintDialog(self._printer, owner)
        self.dialog.accepted.connect(self._print)
        self.dialog.finished.connect(self.deleteLater)
        QDialog.open(self.dialog)

    @Slot()
    def _print(self) -> None:
        _draw(self._html, self._printer)
