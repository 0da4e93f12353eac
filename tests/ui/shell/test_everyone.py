"""Every page, sheet and state of the tour, as those meet it who see, read or type otherwise.

Each control that takes the focus has a name, no word is cut off without a way to read it whole, and
what an input method is still composing changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QRect, Qt, QTranslator
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.table.header import TableHeader
from ksdesk.ui.reviews.calendar_card import DayButton
from ksdesk.ui.shell import tour
from ksdesk.ui.shell.jobs import InlineJobs
from ksdesk.ui.shell.look import dress
from ksdesk.ui.shell.shops import open_context
from ksdesk.ui.shell.theme import SMALL, theme_of
from ksdesk.ui.shell.window import MainWindow

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


class Longer(QTranslator):
    """Every text a third longer, as a language has it that nobody translated into yet."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, _context, source, _comment=None, count=-1) -> str:
        text = source.replace("%n", str(count)) if count >= 0 else source
        return (
            text + (" even more" * 20)[: len(text) // 3]
            if text[:1] != "<" and len(text) < 200
            else text
        )


def at(widget: QWidget) -> str:
    parents = []
    above: QWidget | None = widget
    while above is not None and len(parents) < 4:
        parents.append(type(above).__name__)
        above = above.parentWidget()
    return " in ".join(parents)


def nameless(widget: QWidget) -> Iterator[str]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name).strip():
            yield f"{at(widget)} has no name"


def cut_off(widget: QWidget) -> Iterator[str]:
    """Words that stand on less room than they need and are not shown whole by a tooltip."""
    if isinstance(widget, TableHeader):
        yield from (f"{at(widget)} cuts {title!r}" for title in cut_titles(widget))
    if isinstance(widget, QLineEdit) and not widget.text():
        asked, margins = widget.placeholderText(), widget.textMargins()
        room = widget.width() - margins.left() - margins.right()
        if widget.fontMetrics().horizontalAdvance(asked) > room and not tells_whole(widget):
            yield f"{at(widget)} cuts what it asks for: {asked!r}"
    if isinstance(widget, DateField) and widget.value() is not None:
        edit, margins = widget.edit, widget.edit.textMargins()
        room = edit.width() - margins.left() - margins.right()
        if edit.fontMetrics().horizontalAdvance(edit.text()) > room:
            yield f"{at(widget)} cuts {edit.text()!r}"
    if isinstance(widget, Pill) and widget.width() < widget.sizeHint().width():
        yield f"{at(widget)} cuts {widget.text()!r}"
    if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
        return
    breaks = widget.hasHeightForWidth()
    gives_way = getattr(widget, "_elide", False) or isinstance(widget, DayButton)
    if breaks and widget.heightForWidth(widget.width()) > widget.height() + 2:
        yield f"{at(widget)} is too low for {widget.text()!r}"
    narrow = not breaks and not gives_way and widget.sizeHint().width() > widget.width() + 1
    if narrow and (isinstance(widget, QLabel) or not tells_whole(widget)):
        yield f"{at(widget)} cuts {widget.text()!r}"


def tells_whole(widget: QWidget) -> bool:
    """Whether a tooltip says what is cut; some set it when they are painted."""
    widget.grab()
    return bool(widget.toolTip())


def cut_titles(header: TableHeader) -> Iterator[str]:
    for place, column in enumerate(header._model.columns):
        cell = QRect(0, 0, header.sectionSize(place), header.height())
        need = theme_of(header).width(column.title, SMALL)
        if not header.isSectionHidden(place) and need > header.content(place, cell).width() + 1:
            yield column.title


def disturbed(widget: QWidget) -> Iterator[str]:
    """A field whose text changes while an input method still composes, or keeps what it drops."""
    if not isinstance(widget, QLineEdit | QPlainTextEdit) or not widget.isEnabled():
        return
    read = widget.text if isinstance(widget, QLineEdit) else widget.toPlainText
    before = read()
    widget.setFocus()
    if isinstance(widget, QLineEdit):
        widget.deselect()  # what is chosen goes at the first key, as everywhere
    told: list[object] = []
    field = widget.parentWidget()
    edited = getattr(field, "edited", None) if getattr(field, "control", None) is widget else None
    if edited is not None:
        edited.connect(told.append)
    for composed in ("shi'bing", ""):
        QApplication.sendEvent(widget, QInputMethodEvent(composed, []))
        for key in KEYS if composed else ():
            QTest.keyClick(widget, key)  # of those that keys bring to it, shortcuts too
        if read() != before or told:
            yield f"{at(widget)} takes what is only being composed"
        if not widget.isVisible():
            yield f"{at(widget)} closes while something is composed in it"
            return
    if edited is not None:
        edited.disconnect(told.append)


KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Down)

LOOKS = {
    "in Chinese, half as large again": ("zh", 150, False),
    "in English, half as large again": ("en", 150, False),
    "in English, a quarter larger": ("en", 125, False),
    "in English, small": ("en", 90, False),
    "in a longer language": ("en", 100, True),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("sample", [True, False], ids=["sample", "empty"])
def test_every_control_serves_everyone(look, sample, tmp_path, qapp):
    lang, size, pseudo = LOOKS[look]
    paths = Paths(tmp_path)
    paths.make()
    settings = Settings(paths.settings_file)
    settings.set(language=lang, text_size=size, scheme="light")
    theme = dress(qapp, settings)
    longer = Longer(qapp)
    if pseudo:
        qapp.installTranslator(longer)
    ctx = open_context(paths, settings, theme, moment, sample, InlineJobs())
    window = MainWindow(ctx)
    found: dict[str, str] = {}
    try:
        for name, room in (tour._sample_stops if sample else tour._first_stops)(window):
            tour.settle()
            for widget in (room, *room.findChildren(QWidget)):
                if widget.isVisible():
                    for told in (*nameless(widget), *cut_off(widget), *disturbed(widget)):
                        found.setdefault(told, name)
    finally:
        qapp.removeTranslator(longer)
        tour._drop(qapp, window)
        ctx.book.close()
    assert not found, "\n".join(f"{where}: {told}" for told, where in found.items())


def moment() -> datetime:
    return tour.MOMENT
