"""The drawn phone: the words of each screen, the spot, tapping by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QToolTip

from ksdesk.domain.opening import STEP_NAMES
from ksdesk.ui.opening.screens import PROMPT, Mirrored, screen_of
from ksdesk.ui.opening.words import MEANINGS, meanings
from ksdesk.ui.parts.phone import FULL, SMALL, PhoneView

# What the tutorial names on each screen: its title, and each thing that is to be tapped.
NAMED = {
    "entry.settings": ("", ["设置"]),
    "entry.fentiao": ("设置", ["服务", "快手粉条"]),
    "entry.promo": ("快手粉条", ["小店推广"]),
    "entry.works": ("推广小店作品", []),
    "entry.go_open": ("推广小店作品", ["去开通小店"]),
    "open.start": ("快手小店", ["开店"]),
    "open.verify": ("快手小店", [PROMPT, "去认证"]),
    "realname.upload": ("上传身份证明", ["身份证正面", "身份证背面", "手持身份证"]),
    "type.choose": ("开店类型", []),
    "deposit.quote": ("保证金", []),
    "done": ("快手小店", []),
}


@pytest.fixture
def phone(ctx, qtbot) -> PhoneView:
    view = PhoneView()
    qtbot.addWidget(view)
    view.show()
    return view


@pytest.mark.parametrize("step", STEP_NAMES)
def test_the_words_of_each_screen(phone, step):
    title, named = NAMED[step]
    phone.set_screen(screen_of(step), step)
    words = phone.words()
    assert not title or title in words
    assert set(named) <= set(words)
    assert set(words) <= set(MEANINGS), "nothing is lettered that nobody knows"


def test_the_spot_is_on_the_words(phone):
    for step, (_title, named) in NAMED.items():
        screen = screen_of(step)
        phone.set_screen(screen, step)
        if named and screen.spot is not None and screen.spot.word in named:
            box = next(b for text, b in phone._drawn().words if text == screen.spot.word)
            assert screen.spot.box.intersects(box), step
            assert screen.spot.word in phone.controls()


@pytest.mark.parametrize("small", [False, True])
def test_tapping_the_spot_moves_on(phone, qtbot, small):
    phone.set_small(small)
    assert phone.size() == (SMALL if small else FULL)
    for step in STEP_NAMES[:7]:
        phone.set_screen(screen_of(step), step)
        with qtbot.waitSignal(phone.tapped, timeout=1000):
            qtbot.mouseClick(phone, Qt.MouseButton.LeftButton, pos=phone.spot_center())


def test_tapping_beside_the_spot_does_nothing(phone, qtbot):
    phone.set_screen(screen_of("open.start"), "")
    with qtbot.assertNotEmitted(phone.tapped, wait=200):
        qtbot.mouseClick(phone, Qt.MouseButton.LeftButton, pos=QPoint(40, 300))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_tap(phone, qtbot, key):
    phone.set_screen(screen_of("entry.promo"), "tap it")
    phone.setFocus()
    with qtbot.waitSignal(phone.tapped, timeout=1000):
        qtbot.keyClick(phone, key)
    assert phone.accessibleName() == "tap it"


def test_a_double_click_taps_once(phone, qtbot):
    phone.set_screen(screen_of("entry.promo"), "")
    told = []
    phone.tapped.connect(lambda: told.append(1))
    for _ in range(2):
        qtbot.mouseClick(phone, Qt.MouseButton.LeftButton, pos=phone.spot_center())
    qtbot.waitUntil(lambda: bool(told), timeout=1000)
    qtbot.wait(150)
    assert told == [1]


def test_the_spot_is_filled_while_it_is_tapped(phone, qtbot):
    phone.set_screen(screen_of("entry.go_open"), "")
    at = phone.spot_center() - QPoint(90, 0)
    before = QColor(phone.grab().toImage().pixel(at))
    qtbot.mouseClick(phone, Qt.MouseButton.LeftButton, pos=phone.spot_center())
    after = QColor(phone.grab().toImage().pixel(at))
    assert after.lightness() < before.lightness()
    qtbot.waitSignal(phone.tapped, timeout=1000)


def test_a_screen_without_spot_takes_no_tap(phone, qtbot):
    phone.set_screen(screen_of("done"), "")
    phone.setFocus()
    with qtbot.assertNotEmitted(phone.tapped, wait=200):
        qtbot.keyClick(phone, Qt.Key.Key_Return)
        qtbot.mouseClick(phone, Qt.MouseButton.LeftButton, pos=QPoint(140, 560))


def test_the_screen_stays_light_in_the_dark(phone, spoken):
    screen = screen_of("entry.promo")
    phone.set_screen(screen, "")
    light = QColor(phone.grab().toImage().pixel(60, 420))
    spoken("zh", "dark")
    phone.set_screen(screen, "")
    assert QColor(phone.grab().toImage().pixel(60, 420)) == light


def test_tooltips_explain_the_words_in_english(phone, spoken, qtbot):
    spoken("en")
    phone.set_screen(screen_of("entry.promo"), "", meanings())
    center = phone.spot_center() + QPoint(0, 20)
    help_at = QHelpEvent(QEvent.Type.ToolTip, center, phone.mapToGlobal(center))
    phone.event(help_at)
    assert QToolTip.text() == "小店推广  Shop promotion"
    spoken("zh")
    phone.set_screen(screen_of("entry.promo"), "", meanings())
    phone.event(help_at)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_phone_mirrors_the_wizard(phone):
    shown = Mirrored(
        photos=(("front", "good", "可以上传"), ("back", "", ""), ("holding", "", "")),
        shop_type="专卖店",
        amount="¥1,500.00",
    )
    phone.set_screen(screen_of("realname.upload", shown), "")
    assert "可以上传" in phone.words()
    assert phone.shown().spot.word == "身份证背面"
    phone.set_screen(screen_of("type.choose", shown), "")
    assert "专卖店" in phone.words()
    phone.set_screen(screen_of("deposit.quote", shown), "")
    assert "¥1,500.00" in phone.words()
