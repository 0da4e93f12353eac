"""存成图片发微信: the review as one light picture, as wide as a phone shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ksdesk.actions.reviews.looking import Review
from ksdesk.exports.files import replacing
from ksdesk.ui.parts.labels import Divider, body, heading, small
from ksdesk.ui.parts.labels import title as title_label
from ksdesk.ui.reviews import words
from ksdesk.ui.reviews.compare_part import ComparePart
from ksdesk.ui.reviews.funnel_part import FunnelPart
from ksdesk.ui.reviews.remarks_part import RemarksPart, SoldPart
from ksdesk.ui.shell.theme import Theme, wearing

WIDE = 1080  # px
SHARP = 2  # px of the picture for one of the screen: it is read on a phone


class ReviewPicture(QWidget):
    """The parts of a review below each other; it is drawn, never shown."""

    def __init__(self, review: Review, shop: str) -> None:
        super().__init__()
        one = review.seen.told
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(14)
        column.addLayout(self._head(review))
        column.addWidget(Divider("border", self))
        compare, funnel = ComparePart(self), FunnelPart(self)
        remarks, sold = RemarksPart(self), SoldPart(self)
        compare.show_review(review)
        funnel.show_review(review)
        remarks.show_remarks(review.remarks)
        sold.show_review(review)
        for part in (compare, remarks, funnel, sold):
            if not part.isHidden():
                column.addWidget(part)
        if one.note:
            column.addWidget(heading(self.tr("Seen by ourselves"), parent=self))
            column.addWidget(body(one.note, wrap=True, parent=self))
        if one.todo:
            column.addWidget(heading(self.tr("Three things for next time"), parent=self))
            for place, (what, _done) in enumerate(one.todo, 1):
                column.addWidget(body(f"{place}  {what}", wrap=True, parent=self))
        if shop:
            column.addWidget(Divider("grid", self))
            column.addWidget(small(shop, parent=self))

    def _head(self, review: Review) -> QLayout:
        row = QHBoxLayout()
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(title_label(words.title_text(review.seen.one), wrap=True, parent=self))
        left.addWidget(small(words.head_line(review), wrap=True, parent=self))
        caption, figure = words.net_of(review)
        for label in (small(caption, parent=self), title_label(figure, parent=self)):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            right.addWidget(label)
        row.addLayout(left, 1)
        row.addLayout(right)
        return row


def picture(review: Review, shop: str, theme: Theme) -> QImage:
    """The picture in the light scheme, whatever the screen wears."""
    light = Theme("light", 1.0, theme.updown, theme.lang)
    with wearing(light):
        card = ReviewPicture(review, shop)
        card.setPalette(light.qt_palette())
        card.resize(WIDE // SHARP, 10)
        layout = card.layout()
        assert layout is not None
        card.ensurePolished()
        layout.activate()
        card.resize(WIDE // SHARP, max(layout.totalHeightForWidth(card.width()), 1))
        layout.activate()
        image = QImage(WIDE, card.height() * SHARP, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SHARP)
        image.fill(QColor(light.color("surface")))
        painter = QPainter(image)
        card.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        painter.end()
        card.deleteLater()
    image.setDevicePixelRatio(1)
    return image


def write_png(image: QImage, path: Path) -> None:
    """Write it; `path` is replaced as a whole or left as it was. Raises `ExportProblem`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    with replacing(path) as fresh:
        fresh.write_bytes(bytes(buffer.data().data()))
