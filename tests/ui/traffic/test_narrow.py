"""The page in a narrow window: the curve first, the choices in one row, the summary below."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from ksdesk.ui.shell.window import MainWindow

# Popups: offscreen has no keyboard to grab.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

MANY = ("views", "spend", "product_clicks", "new_fans")


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def top(widget, page) -> int:
    return widget.mapTo(page, QPoint(0, 0)).y()


def in_one_row(controls) -> bool:
    bars = (controls.grain, controls.grain_chip, controls.range, controls.own_range, controls.more)
    middles = {b.mapTo(controls, b.rect().center()).y() for b in bars if b.isVisible()}
    return len(middles) == 1 and controls.height() <= controls.range.height() + 1


@pytest.fixture(params=[("zh", "light"), ("en", "dark")])
def window(request, filled, ctx, qtbot, spoken):
    """The whole window over a week of hours, as small as it gets."""
    ctx.theme = spoken(*request.param)
    ctx.settings.set(welcomed=True)
    made = MainWindow(ctx)
    qtbot.addWidget(made)
    made.resize(960, 640)
    made.show()
    made.navigate("traffic")
    page = made.pages["traffic"]
    qtbot.waitUntil(lambda: page.filled.curve is not None and in_one_row(page.filled.controls))
    return made


def resized(window, qtbot, width: int, height: int):
    """The traffic page once the window has that size."""
    page = window.pages["traffic"]
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.width() == width and window.height() == height)
    qtbot.wait(0)
    return page


def test_the_curve_is_seen_whole_and_the_summary_below_it(window, qtbot):
    """Chips, bars, the alarm and the summary left 160 px of the curve."""
    for width, height in ((960, 640), (1000, 640), (1092, 614), (960, 640)):
        page = resized(window, qtbot, width, height)
        filled = page.filled
        qtbot.waitUntil(lambda filled=filled: in_one_row(filled.controls))
        assert not any(chip.isVisible() for chip in filled.controls.chips.values())
        curve = QRect(filled.curve.mapTo(page, QPoint(0, 0)), filled.curve.size())
        assert curve.top() < page.height() / 2 and curve.bottom() <= page.height()
        assert top(filled.summary, page) > curve.bottom()
        assert top(filled.summary, page) < top(filled.heat, page)
        last = filled.controls.own_range
        assert last.mapTo(page, last.rect().topRight()).x() < page.width()


def test_a_wider_window_has_it_all_again(window, qtbot):
    page = resized(window, qtbot, 1280, 800)
    filled = page.filled
    qtbot.waitUntil(filled.controls.chips["views"].isVisible)
    assert [*filled.controls.chips] == list(MANY) and filled.controls.compare.isVisible()
    assert filled.summary.parentWidget() is filled.side_column
    assert filled.summary.mapTo(page, QPoint(0, 0)).x() > filled.curve.geometry().right()
    resized(window, qtbot, 960, 640)
    qtbot.waitUntil(lambda: in_one_row(filled.controls))
    assert top(filled.summary, page) > top(filled.curve, page)


def test_the_row_says_what_is_drawn_and_its_list_changes_it(window, qtbot):
    page = resized(window, qtbot, 960, 640)
    controls = page.filled.controls
    zh = window.nav.items["traffic"].text() == "流量"
    assert controls.more.text() == ("观看、花费" if zh else "Views, Spend")
    menu = controls.measures_menu()
    names = {action.data(): action for action in menu.actions()}
    assert names["views"].isChecked() and not names["new_fans"].isChecked()
    names["new_fans"].trigger()
    assert page.shown.view.measures == ("views", "spend", "new_fans")
    for code in MANY[2:3]:
        controls.toggle(code)
    assert len(page.shown.view.measures) == 4
    qtbot.waitUntil(lambda: in_one_row(controls))


def test_what_finds_no_room_is_in_the_list(window, qtbot):
    """The comparison, in English at the smallest size."""
    page = resized(window, qtbot, 960, 640)
    controls = page.filled.controls
    actions = {action.data(): action for action in controls.measures_menu().actions()}
    assert controls.compare.isVisible() != ("compare" in actions)
    before = page.shown.view.compare
    if "compare" in actions:
        assert actions["compare"].isChecked() == before
        actions["compare"].trigger()
    else:
        click(qtbot, controls.compare)
    assert page.shown.view.compare != before


def test_how_fine_is_a_list_where_the_bar_finds_no_room(window, qtbot):
    page = resized(window, qtbot, 960, 640)
    controls = page.filled.controls
    assert controls.grain.isVisible() != controls.grain_chip.isVisible()
    names = {action.data(): action for action in controls.grains_menu().actions()}
    assert names["hour"].isChecked() and not names["month"].isChecked()
    names["day"].trigger()
    assert page.shown.view.grain == "day"
    qtbot.waitUntil(lambda: in_one_row(controls))
