"""Paper: what HTML says and pictures show, as PDF or through the printer's own dialog.

Always light and in the bundled font, whatever the screen shows. An A4 page is laid out with
margins; tables and pictures break onto further pages by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

from ksdesk.charts.palette import LIGHT

FAMILY = "Noto Sans SC"
_MARGINS = QMarginsF(15, 15, 15, 15)  # mm
_SMALL = 9  # pt

_STYLE = f"""
h1 {{ font-size: 16pt; color: {LIGHT["text"]}; }}
h2 {{ font-size: 11pt; color: {LIGHT["text"]}; margin-bottom: 2px; }}
p, td, th {{ font-size: {_SMALL}pt; color: {LIGHT["text"]}; }}
p.quiet, td.quiet {{ color: {LIGHT["muted"]}; }}
th {{ text-align: left; color: {LIGHT["muted"]}; border-bottom: 1px solid {LIGHT["axis"]}; }}
td {{ border-bottom: 1px solid {LIGHT["grid"]}; padding: 3px 8px 3px 0; }}
td.plain {{ border-bottom: 0; padding: 0 8px 0 0; }}
td.box {{ border: 1px solid {LIGHT["border"]}; padding: 6px; }}
.big {{ font-size: 13pt; font-weight: bold; }}
.small {{ font-size: {_SMALL - 1}pt; color: {LIGHT["muted"]}; }}
"""


class Paper:
    """A document of HTML with pictures by name (`<img src="name">`).

    Laid out and drawn where it is written: nothing of it needs the screen.
    """

    def __init__(self, title: str, html: str, pictures: Mapping[str, QImage] = {}) -> None:
        self.title, self.html = title, html
        self._pictures = pictures

    def write_pdf(self, path: Path) -> None:
        """Write it as PDF; OSError if the file cannot be written. Half a file is taken away."""
        with path.open("wb"):  # the writer itself keeps quiet about a place it cannot write to
            pass
        writer = QPdfWriter(str(path))
        writer.setTitle(self.title)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
        self.draw(writer)
        if not path.stat().st_size:
            path.unlink(missing_ok=True)
            raise OSError(28, "nothing was written", str(path))

    def draw(self, device: QPagedPaintDevice) -> None:
        """Draw onto the pages of a printer or PDF."""
        self._laid_out(device.pageLayout()).print_(device)

    def pages(self) -> int:
        """How many A4 pages it takes."""
        size = QPageSize(QPageSize.PageSizeId.A4)
        upright, unit = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
        return self._laid_out(QPageLayout(size, upright, _MARGINS, unit)).pageCount()

    def _laid_out(self, layout: QPageLayout) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(QFont(FAMILY, _SMALL))
        document.setDefaultStyleSheet(_STYLE)
        # Laid out in pixels of the screen; printing scales all to the device's dots.
        per_point = QGuiApplication.primaryScreen().logicalDotsPerInch() / 72
        area = layout.paintRectPoints()
        size = QSizeF(area.width() * per_point, area.height() * per_point)
        document.setPageSize(size)
        document.setDocumentMargin(0)
        kind = QTextDocument.ResourceType.ImageResource.value
        for name, image in self._pictures.items():
            document.addResource(kind, QUrl(name), _fitted(image, size.width()))
        document.setHtml(self.html)
        return document


def _fitted(image: QImage, width: float) -> QImage:
    """A picture as wide as the page, with all its dots."""
    image.setDevicePixelRatio(max(1.0, image.width() / width))
    return image


def table_html(headers: Sequence[str], rows: Sequence[Sequence[str]], right: int) -> str:
    """A table; the cells from column `right` on are figures and stand at the right."""

    def line(cells: Sequence[str], tag: str) -> str:
        aligned = (
            f'<{tag} align="{"right" if place >= right else "left"}">{escape(cell)}</{tag}>'
            for place, cell in enumerate(cells)
        )
        return f"<tr>{''.join(aligned)}</tr>"

    body = "".join(line(row, "td") for row in rows)
    return f'<table width="100%" cellspacing="0">{line(headers, "th")}{body}</table>'
