"""手工记一笔: figures that are only on the phone (粉条), typed into a small grid."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ksdesk.domain.traffic import TYPED, TypedRow, measure
from ksdesk.storage import Reader
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.dialog import Sheet
from ksdesk.ui.parts.fields import LineEdit
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.measure_words import measure_name
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.texts import short_day_text, weekday_text
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.typed import Line, changed, day_lines, faults, live_lines


class TypedSheet(Sheet):
    """`saved(rows)` tells what is to be recorded: a tuple of TypedRow."""

    saved = Signal(object)

    def __init__(self, reader: Reader, now: datetime, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("TypedSheet", "Note figures by hand"),
            name="typed",
            width=880,
            parent=parent,
        )
        self.set_sentence(
            self.tr(
                "For 「粉条」 and whatever shows its figures on the phone only. Empty is no figure."
            )
        )
        self._reader, self._now = reader, now
        self._last: date = now.date()
        self._before: list[Line] = []
        self.lines: list[Line] = []
        self.cells: dict[tuple[int, str], LineEdit] = {}
        top = QHBoxLayout()
        self.mode = SegmentBar(
            [("day", self.tr("By day")), ("live", self.tr("By live"))],
            "day",
            name=self.tr("A line is"),
            parent=self,
        )
        self.mode.chosen.connect(self._switch)
        self.earlier = TextButton(self.tr("A week earlier"), "chevron_left", parent=self)
        self.earlier.clicked.connect(partial(self._turn, -7))
        self.later = TextButton(self.tr("A week later"), "chevron_right", parent=self)
        self.later.clicked.connect(partial(self._turn, 7))
        top.addWidget(self.mode)
        top.addStretch(1)
        top.addWidget(self.earlier)
        top.addWidget(self.later)
        self.add_layout(top)
        self.area = PageScroll(self)
        self.area.setMinimumHeight(theme_of(self).px(320))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.add(self.area, 1)
        self.said = small(wrap=True, tone="bad")
        self.add(self.said)
        self.keep = MainButton(self.tr("Save figures"), height=32)
        self.keep.clicked.connect(self._save)
        leave = SecondButton(self.tr("Leave unchanged"))
        leave.clicked.connect(self.reject)
        self.set_buttons(self.keep, leave)
        self.finished.connect(self.deleteLater)
        self._load()

    def _load(self) -> None:
        by_day = self.mode.value() == "day"
        make = day_lines if by_day else live_lines
        self._before = make(self._reader, self._last)
        self.lines = deepcopy(self._before)
        self._build()
        self.earlier.setVisible(by_day)
        self.later.setVisible(by_day)
        self.later.setEnabled(self._last < self._now.date())
        self._judge()
        first = "start" if not by_day else TYPED[0]
        self.cells[0, first].setFocus()

    def _build(self) -> None:
        self.cells.clear()
        inside = QWidget()
        inside.setAutoFillBackground(False)
        grid = QGridLayout(inside)
        grid.setContentsMargins(2, 2, 8, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        names = self.columns()
        for place, code in enumerate(names, 1):
            label = small(self._head(code), elide=True)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            if code in TYPED:
                label.setAlignment(right)
            grid.addWidget(label, 0, place)
            grid.setColumnStretch(place, 1)
        for number, line in enumerate(self.lines):
            if line.day is not None:
                day = f"{short_day_text(line.day)} {weekday_text(line.day)}"
                grid.addWidget(body(day), number + 1, 0)
            for place, code in enumerate(names, 1):
                grid.addWidget(self._cell(number, code), number + 1, place)
        grid.setRowStretch(len(self.lines) + 1, 1)
        self.area.inside = inside
        self.area.setWidget(inside)
        inside.setAutoFillBackground(False)  # setWidget fills it

    def columns(self) -> tuple[str, ...]:
        """What can be typed in a line, from left to right."""
        return TYPED if self.mode.value() == "day" else ("start", "live", *TYPED)

    def _head(self, code: str) -> str:
        if code == "start":
            return self.tr("Began at")
        if code == "live":
            return self.tr("Name of the live")
        name = measure_name(code)
        return f"{name} ¥" if measure(code).kind == "money" else name

    def _cell(self, number: int, code: str) -> LineEdit:
        edit = LineEdit()
        edit.setText(self._text(number, code))
        line = self.lines[number]
        row = short_day_text(line.day) if line.day else self.tr("Line {n}").format(n=number + 1)
        edit.setAccessibleName(f"{row} {self._head(code)}")
        edit.setMinimumWidth(theme_of(self).px(72))
        if code in TYPED:
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        elif code == "start":
            edit.setPlaceholderText("11-18 20:00")
        edit.setProperty("place", (number, code))
        edit.textEdited.connect(self._edited)
        edit.installEventFilter(self)
        self.cells[number, code] = edit
        return edit

    def _text(self, number: int, code: str) -> str:
        line = self.lines[number]
        if code == "start":
            return line.start
        return line.live if code == "live" else line.cells[code]

    def _put(self, number: int, code: str, text: str) -> None:
        line = self.lines[number]
        if code == "start":
            line.start = text
        elif code == "live":
            line.live = text
        else:
            line.cells[code] = text

    @Slot(str)
    def _edited(self, text: str) -> None:
        cell = self.sender()
        assert isinstance(cell, LineEdit)
        number, code = cell.property("place")
        self._put(number, code, text)
        self._judge()

    def _judge(self) -> None:
        found = faults(self.lines, self._now)
        for place, cell in self.cells.items():
            words = found.get(place, "")
            cell.setToolTip(words)
            cell.setAccessibleDescription(words)
            mark = "bad" if words else ""
            if (cell.property("verdict") or "") != mark:
                cell.setProperty("verdict", mark)
                cell.style().polish(cell)
                cell.update()
        self.said.setText(self._first_fault(found))
        if found:
            self.keep.disable(self.tr("One of the figures cannot be read"))
        elif not self.rows():
            self.keep.disable(self.tr("Nothing was changed"))
        else:
            self.keep.enable()

    def _first_fault(self, found: dict[tuple[int, str], str]) -> str:
        if not found:
            return ""
        (number, code), words = next(iter(found.items()))
        line = self.lines[number]
        row = short_day_text(line.day) if line.day else self.tr("Line {n}").format(n=number + 1)
        text = self.tr("{row}, {column}: {words}")
        name = self._head(code).removesuffix(" ¥")
        return text.format(row=row, column=name, words=words)

    def rows(self) -> tuple[TypedRow, ...]:
        """What would be recorded now."""
        if faults(self.lines, self._now):
            return ()
        return changed(self._before, self.lines, self._now)

    @Slot(object)
    def _switch(self, _mode: object) -> None:
        self._keep_then_load()

    def _turn(self, days: int) -> None:
        last = min(self._last + timedelta(days=days), self._now.date())
        self._keep_then_load(last)

    def _keep_then_load(self, last: date | None = None) -> None:
        """What is typed is saved before the grid shows other lines."""
        rows = self.rows()
        if rows:
            self.saved.emit(rows)
        if last is not None:
            self._last = last
        self._load()

    @Slot()
    def _save(self) -> None:
        rows = self.rows()
        if rows:
            self.saved.emit(rows)
        self.accept()

    def paste(self, number: int, code: str, text: str) -> None:
        """Put copied cells into the grid, the first of them into this place."""
        names = self.columns()
        lines = text.strip("\r\n").replace("\r\n", "\n").split("\n")
        for down, line in enumerate(lines):
            for right, value in enumerate(line.split("\t")):
                place = names.index(code) + right
                target = number + down
                if place < len(names) and target < len(self.lines):
                    self._put(target, names[place], value.strip())
                    self.cells[target, names[place]].setText(value.strip())
        self._judge()

    def _move_down(self, number: int, code: str) -> None:
        below = (number + 1, code)
        if below not in self.cells:
            names = self.columns()
            place = names.index(code) + 1
            below = (0, names[place]) if place < len(names) else (number, code)
        self.cells[below].setFocus(Qt.FocusReason.TabFocusReason)
        self.cells[below].selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        place = watched.property("place")
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._move_down(*place)
            return True
        if event.key() == Qt.Key.Key_Up and place[0] > 0:
            self.cells[place[0] - 1, place[1]].setFocus()
            return True
        if event.key() == Qt.Key.Key_Down and (place[0] + 1, place[1]) in self.cells:
            self.cells[place[0] + 1, place[1]].setFocus()
            return True
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if "\t" in text or "\n" in text.strip():
                self.paste(place[0], place[1], text)
                return True
        return super().eventFilter(watched, event)
