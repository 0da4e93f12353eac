"""What comes up beside a list, and the way back to the list below it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ksdesk.ui.parts.side_row import ROOMY, SideRow
from ksdesk.ui.parts.table import Column, RowsModel, TableView


@pytest.fixture
def table(qtbot, spoken) -> TableView:
    spoken("en")
    model = RowsModel([Column("name", "Name", lambda row: row)], key=lambda row: row)
    model.set_rows([f"row {number}" for number in range(9)])
    return TableView(model, name="Rows")


@pytest.fixture
def row(table, qtbot) -> SideRow:
    list_card = QWidget()
    QVBoxLayout(list_card).addWidget(table)
    made = SideRow(list_card)
    qtbot.addWidget(made)
    made.resize(ROOMY - 300, 400)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    table.setFocus()
    table.select_key("row 3")
    made.open(QPushButton("Beside"))
    return made


@pytest.mark.parametrize("where", ["the list", "the side"])
def test_escape_leads_back_to_the_chosen_row(row, table, where) -> None:
    """Esc was heard in the side only, and the focus then went to whatever was near."""
    if where == "the side":
        row.content().setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not row.side.isVisible()
    assert QApplication.focusWidget() is table
    assert table.current_row() == "row 3"


def test_the_chosen_row_can_be_seen_beside_what_lies_over_the_list(row, table) -> None:
    cell = table.visualRect(table.currentIndex())
    seen = table.viewport().mapTo(row, cell.topLeft())
    assert row.side.isVisible() and row.rect().contains(seen)
    assert row.side.x() - seen.x() > 200


def test_escape_belongs_to_others_where_nothing_lies_over_the_list(row, table) -> None:
    row.close_side()
    heard = []
    outside = QWidget()
    outside.keyPressEvent = lambda event: heard.append(event.key())
    row.setParent(outside)
    outside.show()
    row.show()
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert heard == [Qt.Key.Key_Escape]
    row.setParent(None)
