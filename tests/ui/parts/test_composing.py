"""Keys while an input method composes: they are its own, in every kind of field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField, NumberField, TextField
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.text_grid import TextCells, TextGrid

FIELDS = {
    "line": LineField,
    "number": NumberField,
    "text": TextField,
    "money": MoneyField,
    "day": DateField,
}
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F5)


class Asked:
    """A sheet with fields, and all that its keys do."""

    def __init__(self, qtbot, *controls: QWidget) -> None:
        self.did: list[str] = []
        self.sheet = SheetDialog("Asked")
        for control in controls:
            self.sheet.add(control)
        main = MainButton("Keep")
        main.clicked.connect(lambda: self.did.append("kept"))
        self.sheet.set_buttons(main)
        self.sheet.finished.connect(lambda: self.did.append("closed"))
        short = QShortcut(QKeySequence(Qt.Key.Key_F5), self.sheet)
        short.activated.connect(lambda: self.did.append("renewed"))
        qtbot.addWidget(self.sheet)
        self.sheet.open()
        with qtbot.waitActive(self.sheet):
            self.sheet.activateWindow()


def compose(control: QWidget, letters: str, word: str = "") -> None:
    event = QInputMethodEvent(letters, [])
    event.setCommitString(word)
    QApplication.sendEvent(control, event)


@pytest.mark.parametrize("kind", FIELDS)
def test_while_it_composes_no_key_does_anything_else(kind, qtbot, spoken) -> None:
    """Enter pressed “Keep” and Esc closed the sheet where the input method passed them on."""
    spoken("en")
    field = FIELDS[kind]("Name")
    asked = Asked(qtbot, field)
    field.edited.connect(lambda _value: asked.did.append("edited"))
    field.finished.connect(lambda: asked.did.append("finished"))
    control = field.control
    control.setFocus()
    for key in KEYS:
        compose(control, "shi'bing")
        QTest.keyClick(control, key)
        assert (asked.did, field.text(), field.verdict()) == ([], "", ("", "")), key
        compose(control, "")
    assert not asked.sheet.typed()
    compose(control, "shi'bing")
    compose(control, "", "1")
    assert asked.did == ["edited"] and field.text() == "1"
    QTest.keyClick(control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.did[-1] == "kept"


def test_keys_are_heard_again_once_the_focus_was_elsewhere(qtbot, spoken) -> None:
    """Some input methods drop what they compose then and tell nobody."""
    spoken("en")
    field, other = LineField("Name"), LineField("Other")
    asked = Asked(qtbot, field, other)
    field.control.setFocus()
    compose(field.control, "shi")
    other.control.setFocus()
    field.control.setFocus()
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    assert asked.did == ["kept"]


class Names(TextCells):
    """One cell."""

    heads = ("Name",)
    name = "old"

    def rowCount(self, *_parent: object) -> int:
        return 1

    def row_head(self, _row: int) -> str:
        return "1"

    def text(self, _row: int, _column: int) -> str:
        return self.name

    def put(self, cells, _how: str) -> list[str]:
        self.name = cells[0][2]
        return []


def test_a_cell_that_composes_stays_open(qtbot, spoken) -> None:
    spoken("en")
    cells = Names()
    grid = TextGrid(cells, "Names")
    asked = Asked(qtbot, grid)
    grid.setFocus()
    grid.edit(cells.index(0, 0))
    line = grid.findChild(QLineEdit)
    line.deselect()
    for key in KEYS:
        compose(line, "shi")
        QTest.keyClick(line, key)
        assert line.isVisible() and cells.name == "old" and not asked.did, key
    compose(line, "", "柿")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells.name == "old柿")
