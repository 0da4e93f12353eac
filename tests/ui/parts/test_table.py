"""The table: keyboard, mouse, copying, widths, what is said without rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QScrollBar, QToolTip

from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import Head, TableView
from ksdesk.ui.parts.texts import money_text
from ksdesk.ui.shell.theme import SMALL, theme_of

ROWS = [(n, f"商品 {n} 名字很长很长很长很长很长很长", n * 12345600) for n in range(1, 9)]


@pytest.fixture
def view(qtbot, spoken) -> TableView:
    spoken()
    rows = RowsModel(
        [
            Column("number", "第", width=48, minimum=24),
            Column("name", "商品"),
            Column("price", "价格 ¥", text=money_text, align="right"),
        ],
        key=lambda row: row[0],
        checkable=True,
    )
    rows.set_rows(ROWS)
    made = TableView(rows, name="商品表", many=True)
    qtbot.addWidget(made)
    made.resize(480, 300)
    made.show()
    return made


def test_heights_are_the_designs(view: TableView) -> None:
    assert view.header().height() == 32
    assert view.rowHeight(0) == 40
    assert view.accessibleName() == "商品表"


def test_a_heading_stands_above_its_row_and_chooses_nothing(view: TableView, qtbot) -> None:
    below = view.rowViewportPosition(2)
    view.set_heads({2: Head("已超时", "bad", "3 单"), 5: Head("更晚")})
    assert [view.rowHeight(row) for row in (1, 2, 3, 5)] == [40, 72, 40, 72]
    opened, chosen = [], []
    view.opened.connect(opened.append)
    view.chosen.connect(chosen.append)
    left = Qt.MouseButton.LeftButton
    for at in (QPoint(20, below + 16), QPoint(200, below + 16)):
        qtbot.mouseClick(view.viewport(), left, pos=at)
        qtbot.mouseDClick(view.viewport(), left, pos=at)
    assert not opened and not chosen and not view.rows.checked()
    qtbot.mouseClick(view.viewport(), left, pos=QPoint(20, below + 52))
    assert view.rows.checked() == (3,)
    qtbot.mouseClick(view.viewport(), left, pos=QPoint(200, below + 52))
    assert chosen == [ROWS[2]]
    picture = view.viewport().grab().toImage()
    band, row = (picture.pixelColor(400, below + y).name() for y in (4, 36))
    assert band == theme_of(view).color("sub").name() != row
    view.rows.set_rows(ROWS[:4])
    view.set_heads({0: Head("今天")})
    assert [view.rowHeight(row) for row in range(4)] == [72, 40, 40, 40]


def test_enter_opens_the_chosen_row(view: TableView, qtbot) -> None:
    view.select_key(2)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [ROWS[1]]


def test_moving_tells_the_chosen_row(view: TableView, qtbot) -> None:
    view.select_key(1)
    with qtbot.waitSignal(view.chosen) as told:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told.args == [ROWS[1]] and view.current_row() == ROWS[1]
    assert not view.select_key(99)


def test_copy_gives_tabs_and_lines(view: TableView, qtbot) -> None:
    view.select_key(1)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "第\t商品\t价格 ¥"
    assert lines[1].endswith("\t123,456.00")
    assert len(lines) == 3 and len(view.selected_rows()) == 2


def test_space_and_a_click_in_front_check(view: TableView, qtbot) -> None:
    view.select_key(1)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.rows.checked() == (1,)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(view.viewport(), left, pos=QPoint(20, 60))
    assert view.rows.checked() == (1, 2)
    qtbot.mouseClick(view.header().viewport(), left, pos=QPoint(20, 16))
    assert len(view.rows.checked()) == len(ROWS)


def test_header_sorts_up_then_down(view: TableView, qtbot) -> None:
    left = Qt.MouseButton.LeftButton
    place = QPoint(view.columnViewportPosition(2) + 40, 16)
    qtbot.mouseClick(view.header().viewport(), left, pos=place)
    assert view.rows.order == (2, Qt.SortOrder.AscendingOrder)
    qtbot.mouseClick(view.header().viewport(), left, pos=place)
    assert view.rows.row(0) == ROWS[-1]


def test_figures_never_give_way(view: TableView) -> None:
    view.resize(260, 300)
    widest = view.fontMetrics().horizontalAdvance(money_text(ROWS[-1][2]))
    assert view.columnWidth(2) >= widest + 16


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_right_click_offers_what_any_table_can_do(view: TableView, qtbot) -> None:
    """Only lists with verbs of their own had a menu at all."""

    def shown() -> QMenu | None:
        menus = view.findChildren(QMenu)
        return next((menu for menu in menus if menu.isVisible()), None)

    at = view.viewport().mapTo(view, view.visualRect(view.rows.index(1, 1)).center())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at - view.viewport().pos())
    place = at - view.viewport().pos()
    click = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(view.viewport(), click)
    menu = shown()
    assert menu is not None and [one.text() for one in menu.actions()] == ["复制"]
    menu.actions()[0].trigger()
    assert "商品 2" in QGuiApplication.clipboard().text()
    menu.close()
    opened: list[object] = []
    view.opened.connect(opened.append)
    qtbot.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = shown()
    assert menu is not None and [one.text() for one in menu.actions()] == ["打开", "复制"]
    menu.actions()[0].trigger()
    assert opened == [ROWS[1]]
    menu.close()


def test_a_text_gets_the_room_that_others_do_not_need(qtbot, spoken) -> None:
    """Titles and names ended in … beside columns that were half empty."""
    spoken()
    rows = RowsModel(
        [
            Column("order", "订单号", width=80),
            Column("name", "商品"),
            Column("paid", "实付 ¥", text=money_text, align="right", width=160),
        ],
        key=lambda row: row[0],
    )
    rows.set_rows([("2632300000000117", "柿饼", 59_90)])
    view = TableView(rows, name="订单")
    qtbot.addWidget(view)
    view.resize(360, 200)
    view.show()
    assert view.columnWidth(0) >= 16 + view.fontMetrics().horizontalAdvance("2632300000000117")
    assert view.header().length() == view.viewport().width()
    view.set_own_widths({"order": 60})
    assert view.columnWidth(0) == 60  # what was dragged stays
    view.set_own_widths({})
    rows.set_rows([("2632300000000117", "柿饼", 59_90 + n) for n in range(40)])
    assert view.columnWidth(2) >= 160  # a figure further down may be wider


def test_columns_that_do_not_fit_give_what_they_do_not_need(qtbot, spoken) -> None:
    """The table of the paid ways scrolled sideways, its bar over the last row."""
    spoken()
    rows = RowsModel(
        [
            Column("way", "办法", minimum=80),
            *(Column(str(n), "花费", text=money_text, align="right", width=120) for n in range(3)),
        ],
        key=lambda row: row[0],
    )
    rows.set_rows([("买量", 100, 200, 300)])
    view = TableView(rows, name="办法")
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show()
    assert view.header().length() <= view.viewport().width()
    assert not view.horizontalScrollBar().isVisible()


def test_nothing_to_show_says_so_with_a_way_out(view: TableView, qtbot) -> None:
    view.set_empty("没有符合的", "清掉筛选")
    assert not view._nothing.isVisible()
    view.rows.set_rows([])
    assert view._nothing.isVisible()
    with qtbot.waitSignal(view.emptied_acted):
        view._nothing.button.click()
    view.set_loading(True)
    assert not view._nothing.isVisible()
    view.grab()
    view.set_loading(False)
    assert view._nothing.isVisible()


def test_hover_marks_one_row(view: TableView, qtbot) -> None:
    qtbot.mouseMove(view.viewport(), QPoint(200, 60))
    assert view.hovered == 1
    view.leaveEvent(QEvent(QEvent.Type.Leave))
    assert view.hovered == -1


def test_columns_can_give_way_and_come_back(view: TableView) -> None:
    view.set_hidden({"price"})
    assert view.isColumnHidden(2)
    view.set_hidden(set())
    assert not view.isColumnHidden(2)


def test_the_boxes_stand_before_the_first_column_that_is_shown(view: TableView, qtbot) -> None:
    """Those of a hidden one stood on the text of the next."""
    header, cell = view.header(), QRect(0, 0, 200, 40)
    before = [header.content(place, cell).left() for place in (0, 1)]
    view.set_hidden({view.rows.columns[0].name})
    assert header.content(1, cell).left() == before[0] > before[1]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 16))
    assert len(view.rows.checked()) == len(ROWS)


def test_fitted_height_needs_no_scroll_bar(view: TableView, qtbot) -> None:
    view.fit_height()
    bar = view.verticalScrollBar()
    assert isinstance(bar, QScrollBar)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    view.fit_height(3)
    assert view.height() == 32 + 3 * 40


def test_a_fitted_table_has_room_for_the_bar_of_columns_that_do_not_fit(view, qtbot) -> None:
    """It lay over the last row, and the wheel moved the table by its ten px."""
    view.set_own_widths({"name": 900})
    view.fit_height()
    qtbot.waitUntil(lambda: view.horizontalScrollBar().isVisible())
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == 0)


def test_no_title_is_cut_before_columns_are_scrolled_to(qtbot, spoken) -> None:
    """Above the keywords it said "In the s…" at large text."""
    spoken()
    titles = ("In the title", "In the category", "In the selling points", "Fits?")
    rows = RowsModel([Column(str(place), title, width=40) for place, title in enumerate(titles)])
    rows.set_rows([("a", "b", "c", "d")])
    view = TableView(rows, name="Keywords")
    qtbot.addWidget(view)
    view.resize(160, 200)
    view.show()
    for place, title in enumerate(titles):
        cell = QRect(0, 0, view.columnWidth(place), 32)
        room = view.header().content(place, cell).width()
        assert theme_of(view).width(title, SMALL) <= room + 1


def test_the_title_of_a_column_dragged_narrow_is_told(view: TableView, qtbot) -> None:
    view.set_own_widths({"price": 30})
    header = view.header()
    place = QPoint(header.sectionViewportPosition(2) + 10, 10)
    where = header.viewport().mapToGlobal(place)
    QApplication.sendEvent(header.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, where))
    assert QToolTip.text() == "价格 ¥"
    QToolTip.hideText()
