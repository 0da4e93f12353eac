"""The phone's screen at each step, with the words that the tutorial of 2021-04-02 names there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QRectF

from ksdesk.ui.parts.phone import HIGH, WIDE, Screen, Sketch, Spot

CARD = QRectF(12, 0, 242, 0)  # where cards stand on every screen

# The words of the phone and what they mean, for who reads the app in English.
PHOTO_WORDS = {"front": "身份证正面", "back": "身份证背面", "holding": "手持身份证"}
BUTTON = QRectF(12, 527, 242, 44)


@dataclass(frozen=True)
class Mirrored:
    """What the later screens mirror of the wizard.

    `photos`: side, state ("" empty, "good", "retake", "unusable") and the word under it;
    `shop_type` and `amount` as they are lettered on the phone ("" not known yet).
    """

    photos: Sequence[tuple[str, str, str]] = field(
        default=(("front", "", ""), ("back", "", ""), ("holding", "", ""))
    )
    shop_type: str = ""
    amount: str = ""


def screen_of(step: str, shown: Mirrored | None = None) -> Screen:
    """The screen of a step of `ksdesk.domain.opening.STEPS`."""
    shown = shown or Mirrored()
    maker = _MAKERS[step]
    return maker(shown)


def _card(sketch: Sketch, y: float, high: float) -> None:
    sketch.box(QRectF(CARD.x(), y, CARD.width(), high))


def _settings_entry(_shown: Mirrored) -> Screen:
    """Where 「设置」 is tapped: nobody says what else is on that screen."""
    row = QRectF(12, 432, 242, 52)
    return Screen("", _draw_menu, Spot(row, "设置"), back=False)


def _draw_menu(sketch: Sketch) -> None:
    sketch.box(QRectF(24, 88, 56, 56), "strong", 28)
    sketch.block(92, 100, 96, 10, strong=True)
    sketch.block(92, 122, 60, 8)
    _card(sketch, 164, 96)
    for n in range(4):
        sketch.box(QRectF(30 + n * 56, 178, 32, 32), "block", 8)
        sketch.block(30 + n * 56, 222, 32, 8)
    _card(sketch, 276, 208)
    for n in range(3):
        y = 276 + n * 52
        sketch.box(QRectF(24, y + 14, 24, 24), "block", 6)
        sketch.block(60, y + 21, 72 + 20 * (n % 2), 9)
        sketch.line(60, y + 52, 182)
    sketch.icon("settings", 26, 448, 20, "text")
    sketch.text(QRectF(60, 444, 120, 28), "设置", control=True)
    sketch.icon("chevron_right", 230, 451, 14)


def _settings(_shown: Mirrored) -> Screen:
    return Screen("设置", _draw_settings, Spot(QRectF(12, 304, 242, 48), "快手粉条"))


def _draw_settings(sketch: Sketch) -> None:
    for top, rows in ((104, 3),):
        sketch.block(24, top - 18, 52, 9, strong=True)
        _card(sketch, top, rows * 48)
        for n in range(rows):
            sketch.block(24, top + n * 48 + 20, 84 - 16 * (n % 2), 9)
            if n:
                sketch.line(24, top + n * 48, 218)
    sketch.text(QRectF(24, 274, 120, 22), "服务", px=12, tone="muted")
    _card(sketch, 304, 144)
    sketch.text(QRectF(24, 304, 160, 48), "快手粉条", control=True)
    sketch.icon("chevron_right", 230, 321, 14)
    for n in (1, 2):
        sketch.line(24, 304 + n * 48, 218)
        sketch.block(24, 304 + n * 48 + 20, 96 - 24 * (n % 2), 9)
    sketch.block(24, 474, 60, 9, strong=True)
    _card(sketch, 492, 90)
    sketch.block(24, 512, 90, 9)
    sketch.block(24, 556, 70, 9)


def _fentiao(_shown: Mirrored) -> Screen:
    return Screen("快手粉条", _draw_fentiao, Spot(QRectF(184, 526, 77, 64), "小店推广"))


def _draw_fentiao(sketch: Sketch) -> None:
    _card(sketch, 80, 142)
    sketch.block(24, 92, 72, 10, strong=True)
    for n in range(4):
        sketch.box(QRectF(24 + n * 57, 110, 49, 64), "block", 4)
    sketch.block(24, 186, 131, 8)
    sketch.block(24, 202, 87, 8)
    _card(sketch, 234, 114)
    sketch.block(24, 246, 88, 10, strong=True)
    for n in range(4):
        sketch.box(QRectF(24 + n % 2 * 113, 264 + n // 2 * 40, 105, 32), "block", 5)
    sketch.box(QRectF(0, 522, WIDE, 72), "surface", 0)
    sketch.line(0, 522, WIDE)
    for n in range(3):
        sketch.box(QRectF(28 + n * 89, 534, 32, 32), "block", 8)
        if n < 2:
            sketch.block(28 + n * 89, 576, 32, 8, strong=True)
    sketch.icon("opening", 213, 541, 18)
    sketch.centred(QRectF(186, 566, 72, 22), "小店推广", px=12, tone="muted", control=True)


def _works(_shown: Mirrored) -> Screen:
    spot = Spot(QRectF(60, 32, 146, 30), "推广小店作品", look=True, below=True)
    return Screen("推广小店作品", _draw_works, spot)


def _go_open(_shown: Mirrored) -> Screen:
    return Screen("推广小店作品", _draw_works, Spot(BUTTON, "去开通小店", radius=22))


def _draw_works(sketch: Sketch) -> None:
    for n in range(6):
        x, y = 12 + n % 3 * 82, 84 + n // 3 * 134
        sketch.box(QRectF(x, y, 78, 126))
        sketch.box(QRectF(x + 6, y + 6, 66, 82), "block", 4)
        sketch.block(x + 6, y + 98, 52, 8, strong=True)
        sketch.block(x + 6, y + 112, 34, 6)
    sketch.block(67, 380, 132, 9, strong=True)
    sketch.box(BUTTON, "sub", 22, "control")
    sketch.centred(BUTTON, "去开通小店", bold=True, control=True)


def _shop(_shown: Mirrored) -> Screen:
    spot = Spot(QRectF(198, 32, 58, 30), "开店", below=True)
    return Screen("快手小店", _draw_shop_entry, spot)


def _draw_shop_entry(sketch: Sketch) -> None:
    sketch.centred(QRectF(200, 34, 54, 26), "开店", control=True)
    _draw_shop(sketch)


def _draw_shop(sketch: Sketch) -> None:
    _card(sketch, 84, 92)
    sketch.box(QRectF(24, 102, 56, 56), "block", 28)
    sketch.block(94, 112, 88, 10, strong=True)
    sketch.block(94, 134, 120, 8)
    _card(sketch, 188, 118)
    for n in range(4):
        sketch.box(QRectF(32 + n * 56, 206, 32, 32), "block", 8)
        sketch.block(32 + n * 56, 250, 32, 8)
    sketch.block(24, 280, 140, 8)
    _card(sketch, 318, 200)
    for n in range(3):
        sketch.box(QRectF(24, 334 + n * 60, 44, 44), "block", 4)
        sketch.block(80, 342 + n * 60, 120, 9, strong=True)
        sketch.block(80, 360 + n * 60, 72, 8)


PROMPT = "开通快手小店需要通过实名认证"


def _verify(_shown: Mirrored) -> Screen:
    return Screen("快手小店", _draw_prompt, Spot(QRectF(138, 330, 102, 44), "去认证", below=True))


def _draw_prompt(sketch: Sketch) -> None:
    _draw_shop_entry(sketch)
    sketch.veil()
    sketch.box(QRectF(18, 220, 230, 162), "surface", 12)
    sketch.centred(QRectF(26, 238, 214, 66), PROMPT, bold=True)
    sketch.line(18, 320, 230)
    sketch.block(54, 347, 44, 10, strong=True)
    sketch.centred(QRectF(138, 330, 102, 44), "去认证", bold=True, control=True)


def _realname(shown: Mirrored) -> Screen:
    todo = next((n for n, (_side, state, _word) in enumerate(shown.photos) if state != "good"), 3)
    if todo < 3:
        side = shown.photos[todo][0]
        spot = Spot(_slot_box(todo), PHOTO_WORDS[side], bubble=False)
    else:
        spot = Spot(BUTTON, "", radius=22)
    return Screen("上传身份证明", partial(_draw_slots, shown=shown, todo=todo), spot)


def _slot_box(n: int) -> QRectF:
    return QRectF(12, 110 + n * 103, 242, 90)


def _draw_slots(sketch: Sketch, shown: Mirrored, todo: int) -> None:
    sketch.block(12, 84, 152, 10, strong=True)
    for n, (side, state, word) in enumerate(shown.photos):
        box = _slot_box(n)
        sketch.box(box, "surface", 8, "good" if state == "good" else "line")
        sketch.box(QRectF(25, box.y() + 13, 96, 64), "block", 6)
        tone = "good" if state == "good" else "accent" if n == todo else "ghost"
        mark = "good" if state == "good" else "camera"
        sketch.icon(mark, 63, box.y() + 35, 20, tone)
        shift = 10 if word else 0
        name = QRectF(133, box.y() + 34 - shift, 118, 22)
        sketch.text(name, PHOTO_WORDS[side], control=True)
        if word:
            sketch.text(QRectF(133, box.y() + 47, 118, 18), word, px=12, tone="muted")
    sketch.box(BUTTON, "strong", 22)


def _shop_type(shown: Mirrored) -> Screen:
    spot = Spot(QRectF(12, 112, 242, 52), shown.shop_type) if shown.shop_type else None
    if spot is not None:
        spot = Spot(spot.box, spot.word, below=True)
    return Screen("开店类型", partial(_draw_types, chosen=shown.shop_type), spot)


def _draw_types(sketch: Sketch, chosen: str) -> None:
    sketch.block(12, 86, 120, 10, strong=True)
    for n in range(7):
        y = 112 + n * 58
        _card(sketch, y, 52)
        sketch.box(QRectF(224, y + 18, 16, 16), "surface", 8, "control")
        if n == 0 and chosen:
            sketch.text(QRectF(24, y, 190, 52), chosen, control=True)
            sketch.box(QRectF(228, y + 22, 8, 8), "accent", 4)
        else:
            sketch.block(24, y + 21, 84 + 18 * (n % 3), 10)
    sketch.box(BUTTON, "strong", 22)


def _deposit(shown: Mirrored) -> Screen:
    return Screen(
        "保证金", partial(_draw_deposit, amount=shown.amount), Spot(BUTTON, "", radius=22)
    )


def _draw_deposit(sketch: Sketch, amount: str) -> None:
    _card(sketch, 84, 128)
    sketch.centred(QRectF(24, 100, 218, 22), "应缴", px=12, tone="muted")
    if amount:
        sketch.centred(QRectF(24, 122, 218, 40), amount, px=22, bold=True)
    else:
        sketch.block(88, 132, 90, 20, strong=True)
    sketch.block(73, 180, 120, 8)
    _card(sketch, 226, 150)
    for n in range(3):
        sketch.block(24, 246 + n * 46, 72 + 12 * n, 9)
        sketch.block(196, 246 + n * 46, 46, 9)
    sketch.box(BUTTON, "strong", 22)


def _done(_shown: Mirrored) -> Screen:
    return Screen("快手小店", _draw_home)


def _draw_home(sketch: Sketch) -> None:
    _draw_shop(sketch)
    sketch.box(QRectF(0, HIGH - 56, WIDE, 56), "surface", 0)
    sketch.line(0, HIGH - 56, WIDE)
    for n in range(4):
        sketch.box(QRectF(30 + n * 58, HIGH - 44, 26, 26), "block", 8)


_MAKERS = {
    "entry.settings": _settings_entry,
    "entry.fentiao": _settings,
    "entry.promo": _fentiao,
    "entry.works": _works,
    "entry.go_open": _go_open,
    "open.start": _shop,
    "open.verify": _verify,
    "realname.upload": _realname,
    "type.choose": _shop_type,
    "deposit.quote": _deposit,
    "done": _done,
}
