"""The rooms behind the doors of the opening wizard, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QRadialGradient
from PySide6.QtWidgets import QWidget

from ksdesk.ui.opening.page import OpeningPage
from ksdesk.ui.opening.steps.realname import RealnameView
from ksdesk.ui.opening.watermark import WatermarkSheet

STEP = "realname.upload"
NUMBER = "11010519491231002X"  # the example of the standard, nobody's


def rooms(page: OpeningPage) -> Iterator[tuple[str, QWidget | None]]:
    """The check of photos and number, the copy with a watermark, the other phone."""
    if not page.ctx.sample:
        return
    before = dict(page.drafts.fields(STEP))
    page.jump(STEP)
    view = page.view()
    assert isinstance(view, RealnameView)
    for side, photo in (
        ("front", _photo(QSize(1600, 1200))),
        ("back", _photo(QSize(1600, 1200), glare=True)),
        ("holding", _photo(QSize(480, 360))),
    ):
        view.photos.check(side, photo)
    view.number.edit.insert(NUMBER)
    yield "photos", page.window()
    view.copies.click()
    yield "watermark", view.findChild(WatermarkSheet)
    page.other.click()
    yield "other-phone", page.window()
    page.other.click()
    view.photos.forget()
    view.fill(before)
    page.drafts.put(STEP, before)
    page.drafts.flush()


def _photo(size: QSize, *, glare: bool = False) -> QImage:
    """An invented card on a desk."""
    photo = QImage(size, QImage.Format.Format_RGB32)
    photo.fill(QColor("#7a6a58"))
    wide, high = size.width(), size.height()
    card = QRect(wide * 15 // 100, high * 20 // 100, wide * 70 // 100, high * 60 // 100)
    painter = QPainter(photo)
    painter.fillRect(card, QColor("#d8e2e6"))
    painter.setPen(QColor("#23262c"))
    font = QFont()
    font.setPixelSize(high // 20)
    painter.setFont(font)
    for line in range(6):
        place = card.adjusted(wide // 20, high * (2 + 9 * line) // 100, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, "0000 TEST ONLY 0000")
    if glare:
        spot = QPointF(card.center())
        light = QRadialGradient(spot, high / 5)
        for at, strength in ((0.0, 255), (0.8, 255), (1.0, 0)):
            light.setColorAt(at, QColor(255, 255, 255, strength))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        painter.drawEllipse(spot, high / 5, high / 5)
    painter.end()
    return photo
