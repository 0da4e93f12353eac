"""Paper: what HTML says and pictures show, as PDF or through the printer's own dialog.

Always light and in the bundled font, whatever the screen shows. An A4 page is laid out with
margins; tables and pictures break onto further pages by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from ksdesk.charts.palette import LIGHT

FAMILY = "Noto Sans SC"
_MARGINS = QMarginsF(15, 15, 15, 15)  # mm
_SMALL = 9  # pt
_FOOT = 24  # px of the screen
_BELOW = Qt.AlignmentFlag.AlignBottom

_NEW_PAGE = '<p style="page-break-before: always; font-size: 1pt; margin: 0"></p>'
_STYLE = f"""
h1 {{ font-size: 16pt; color: {LIGHT["text"]}; }}
p, td, th {{ font-size: {_SMALL}pt; color: {LIGHT["text"]}; }}
p.quiet, td.quiet {{ color: {LIGHT["muted"]}; }}
th {{ text-align: left; color: {LIGHT["muted"]}; border-bottom: 1px solid {LIGHT["axis"]}; }}
td {{ border-bottom: 1px solid {LIGHT["grid"]}; padding: 3px 8px 3px 0; }}
"""


class Paper:
    """A document of HTML with pictures by name (`<img src="name">`), and `style` over the usual.
    Of HTML in several parts each is kept on one page, where it fits one.

    Laid out and drawn where it is written: nothing of it needs the screen. Where there is a `foot`
    it stands at the end of each page, with the page's number.
    """

    def __init__(
        self,
        title: str,
        html: str | Sequence[str],
        pictures: Mapping[str, QImage] = {},
        *,
        style: str = "",
        foot: str = "",
    ) -> None:
        self.title, self.foot = title, foot
        self.parts = (html,) if isinstance(html, str) else tuple(html)
        self.html = "".join(self.parts)
        self._pictures, self._style = pictures, _STYLE + style

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
        """Draw onto the pages of a printer or PDF, each by itself: printed as one, Qt lays a long
        document out in the device's dots and loses its end."""
        document = self._laid_out(device.pageLayout())
        painter = QPainter(device)
        painter.scale(device.width() / document.textWidth(), device.width() / document.textWidth())
        for number in range(document.pageCount()):
            if number:
                device.newPage()
            self._draw_page(painter, document, number)
        painter.end()

    def pages(self) -> int:
        """How many A4 pages it takes."""
        return self._laid_out(_a4()).pageCount()

    def seen(self, width: int) -> list[QImage]:
        """Its A4 pages as pictures so many dots wide, margins and all."""
        document, layout = self._laid_out(_a4()), _a4()
        whole, area = layout.fullRectPoints(), layout.paintRectPoints()
        dots = width / whole.width()
        made = []
        for number in range(document.pageCount()):
            image = QImage(width, round(whole.height() * dots), QImage.Format.Format_RGB32)
            image.fill(LIGHT["surface"])
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(dots, dots)
            painter.translate(area.topLeft())
            painter.scale(*[area.width() / document.textWidth()] * 2)
            self._draw_page(painter, document, number)
            painter.end()
            made.append(image)
        return made

    def _draw_page(self, painter: QPainter, document: QTextDocument, number: int) -> None:
        size = document.pageSize()
        painter.save()
        painter.translate(0, -number * size.height())
        look = QAbstractTextDocumentLayout.PaintContext()
        look.clip = QRectF(0, number * size.height(), size.width(), size.height())
        look.palette.setColor(QPalette.ColorRole.Text, LIGHT["text"])
        painter.setClipRect(look.clip)
        document.documentLayout().draw(painter, look)
        painter.restore()
        if self.foot:
            painter.save()
            painter.setFont(_sized(QFont(FAMILY), _SMALL - 2))
            painter.setPen(LIGHT["muted"])
            line = QRectF(0, size.height(), size.width(), _FOOT)
            painter.drawText(line, _BELOW | Qt.AlignmentFlag.AlignLeft, self.foot)
            text = QCoreApplication.translate("Paper", "Page {n} of {all}")
            text = text.format(n=number + 1, all=document.pageCount())
            painter.drawText(line, _BELOW | Qt.AlignmentFlag.AlignRight, text)
            painter.restore()

    def _laid_out(self, layout: QPageLayout) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(QFont(FAMILY, _SMALL))
        document.setDefaultStyleSheet(self._style)
        # Laid out in pixels of the screen; printing scales all to the device's dots.
        per_point = QGuiApplication.primaryScreen().logicalDotsPerInch() / 72
        area = layout.paintRectPoints()
        size = QSizeF(area.width() * per_point, area.height() * per_point)
        if self.foot:
            size.setHeight(size.height() - _FOOT)
        document.setDocumentMargin(0)
        kind = QTextDocument.ResourceType.ImageResource.value
        for name, image in self._pictures.items():
            document.addResource(kind, QUrl(name), _fitted(image, size.width()))
        html = self._broken(document, size) if self.parts[1:] else self.html
        document.setPageSize(size)
        document.setHtml(html)
        return document

    def _broken(self, document: QTextDocument, page: QSizeF) -> str:
        """The parts, with a new page before each that would run over the end of one."""
        made, place = [], 0.0
        for part in self.parts:
            document.setTextWidth(page.width())
            document.setHtml(part)
            height = document.size().height()
            if place and place + height > page.height() >= height:
                made.append(_NEW_PAGE)
                place = 0.0
            made.append(part)
            place = (place + height) % page.height()
        return "".join(made)


def _a4() -> QPageLayout:
    size, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    return QPageLayout(size, upright, _MARGINS, QPageLayout.Unit.Millimeter)


def _sized(font: QFont, points: int) -> QFont:
    """In pixels of the screen, as the document is laid out."""
    font.setPixelSize(round(points * QGuiApplication.primaryScreen().logicalDotsPerInch() / 72))
    return font


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
