"""The phone's screens on the way to 申请关闭, with the words that the book of 2021 names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF

from ksdesk.ui.parts.phone import HIGH, WIDE, Screen, Sketch, Spot
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

PATH: Final = ("小店", "头像", "关闭三方平台推广功能", "申请关闭")
MEANINGS: Final[Mapping[str, str]] = {
    "小店": QT_TRANSLATE_NOOP("Phone", "Shop"),
    "头像": QT_TRANSLATE_NOOP("Phone", "Your picture"),
    "关闭三方平台推广功能": QT_TRANSLATE_NOOP("Phone", "Close third-party promotion"),
    "申请关闭": QT_TRANSLATE_NOOP("Phone", "Apply to close"),
}


def meanings() -> dict[str, str]:
    """What the phone's words mean, in the app's language."""
    return {word: QCoreApplication.translate("Phone", text) for word, text in MEANINGS.items()}


def screen_at(number: int) -> Screen:
    """The screen of a step of the path; after the last step, what follows is not known."""
    return (_shop_entry, _picture, _function, _apply, _end)[number]()


def _shop_entry() -> Screen:
    spot = Spot(QRectF(12, 276, 242, 52), "小店")
    return Screen("", _draw_entry, spot, back=False)


def _draw_entry(sketch: Sketch) -> None:
    sketch.box(QRectF(24, 88, 56, 56), "strong", 28)
    sketch.block(92, 100, 96, 10, strong=True)
    sketch.block(92, 122, 60, 8)
    sketch.box(QRectF(12, 164, 242, 96))
    for n in range(4):
        sketch.box(QRectF(30 + n * 56, 178, 32, 32), "block", 8)
        sketch.block(30 + n * 56, 222, 32, 8)
    sketch.box(QRectF(12, 276, 242, 208))
    sketch.icon("opening", 26, 292, 20, "text")
    sketch.text(QRectF(60, 288, 120, 28), "小店", control=True)
    sketch.icon("chevron_right", 230, 295, 14)
    for n in range(1, 4):
        y = 276 + n * 52
        sketch.line(60, y, 182)
        sketch.box(QRectF(24, y + 14, 24, 24), "block", 6)
        sketch.block(60, y + 21, 72 + 20 * (n % 2), 9)


def _picture() -> Screen:
    return Screen("小店", _draw_shop, Spot(QRectF(20, 96, 64, 64), "头像", below=True, radius=32))


def _draw_shop(sketch: Sketch) -> None:
    sketch.box(QRectF(12, 84, 242, 88))
    sketch.box(QRectF(24, 100, 56, 56), "strong", 28)
    sketch.centred(QRectF(24, 100, 56, 56), "头像", px=12, tone="muted", control=True)
    sketch.block(94, 112, 88, 10, strong=True)
    sketch.block(94, 134, 120, 8)
    sketch.box(QRectF(12, 184, 242, 118))
    for n in range(4):
        sketch.box(QRectF(32 + n * 56, 202, 32, 32), "block", 8)
        sketch.block(32 + n * 56, 246, 32, 8)
    sketch.block(24, 276, 140, 8)
    sketch.box(QRectF(12, 314, 242, 200))
    for n in range(3):
        sketch.box(QRectF(24, 330 + n * 60, 44, 44), "block", 4)
        sketch.block(80, 338 + n * 60, 120, 9, strong=True)
        sketch.block(80, 356 + n * 60, 72, 8)


def _function() -> Screen:
    spot = Spot(QRectF(12, 288, 242, 52), "关闭三方平台推广功能")
    return Screen("", _draw_list, spot)


def _draw_list(sketch: Sketch) -> None:
    sketch.box(QRectF(24, 88, 56, 56), "strong", 28)
    sketch.block(92, 112, 96, 10, strong=True)
    sketch.box(QRectF(12, 184, 242, 312))
    for n in range(6):
        y = 184 + n * 52
        if n:
            sketch.line(24, y, 218)
        if n == 2:
            sketch.text(QRectF(24, y, 200, 52), "关闭三方平台推广功能", control=True)
        else:
            sketch.block(24, y + 21, 84 + 18 * (n % 3), 10)
        sketch.icon("chevron_right", 230, y + 19, 14)


def _apply() -> Screen:
    button = QRectF(12, 527, 242, 44)
    return Screen("关闭三方平台推广功能", _draw_apply, Spot(button, "申请关闭", radius=22))


def _draw_apply(sketch: Sketch) -> None:
    sketch.box(QRectF(12, 84, 242, 160))
    for n in range(5):
        sketch.block(24, 104 + n * 26, 200 - 34 * (n % 3), 9)
    button = QRectF(12, 527, 242, 44)
    sketch.box(button, "sub", 22, "control")
    sketch.centred(button, "申请关闭", bold=True, control=True)


def _end() -> Screen:
    return Screen("关闭三方平台推广功能", _draw_end)


def _draw_end(sketch: Sketch) -> None:
    """Nobody says what this screen shows."""
    sketch.box(QRectF(12, 84, 242, 160))
    for n in range(4):
        sketch.block(24, 108 + n * 28, 190 - 30 * (n % 3), 9)
    sketch.block(WIDE / 2 - 40, HIGH - 48, 80, 10)
