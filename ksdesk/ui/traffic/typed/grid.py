"""The small grid of typed figures: a day or a live a row, a measure a column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QHeaderView, QWidget

from ksdesk.domain.traffic import TYPED, Beside, TypedRow, measure
from ksdesk.ui.parts.grid import Index
from ksdesk.ui.parts.measure_words import measure_name
from ksdesk.ui.parts.text_grid import TextCells, TextGrid
from ksdesk.ui.parts.texts import short_day_text, weekday_text
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.typed.lines import (
    Imported,
    TypedLine,
    asks,
    cell_text,
    changed,
    faults,
    start_value,
)

HIGH = 44  # px: a figure, and what is imported below it


class TypedCells(TextCells):
    """Lines as they are typed; days can be filled in, lives can also be named."""

    def __init__(
        self, lines: Sequence[TypedLine], now: datetime, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.lines, self._now = deepcopy(list(lines)), now
        self._before = list(lines)
        lives = any(line.day is None for line in lines)
        self.codes = ("start", "live", *TYPED) if lives else TYPED
        self.heads = tuple(self._head(code) for code in self.codes)
        self.figures = frozenset(n for n, code in enumerate(self.codes) if code in TYPED)
        self._faults = faults(self.lines, now)

    def _head(self, code: str) -> str:
        if code == "start":
            return self.tr("Began at")
        if code == "live":
            return self.tr("Name of the live")
        name = measure_name(code)
        return f"{name} ¥" if measure(code).kind == "money" else name

    def row_head(self, row: int) -> str:
        day = self.lines[row].day
        if day is None:
            return super().row_head(row)
        return f"{short_day_text(day)} {weekday_text(day)}"

    def hint(self, column: int) -> str:
        return self.tr("e.g. 11-18 20:00") if self.codes[column] == "start" else ""

    def text(self, row: int, column: int) -> str:
        line, code = self.lines[row], self.codes[column]
        if code == "start":
            return line.start
        return line.live if code == "live" else line.cells[code]

    def aside(self, row: int, column: int) -> str:
        code, line = self.codes[column], self.lines[row]
        if code not in line.imported:
            return ""
        figure = cell_text(code, line.imported[code])
        how = line.beside.get(code) if asks(line, code) else None
        return {
            None: self.tr("report {figure}"),
            "replace": self.tr("not {figure}"),
            "add": self.tr("and report {figure}"),
        }[how].format(figure=figure)

    def undecided(self) -> list[tuple[int, str]]:
        """Figures beside imported ones of which the seller has not said what they are."""
        return [
            (number, code)
            for number, line in enumerate(self.lines)
            for code in TYPED
            if asks(line, code) and line.beside.get(code) is None
            if (number, code) not in self._faults
        ]

    def decided(self, row: int, code: str) -> Beside | None:
        """What the seller said of a figure beside an imported one."""
        line = self.lines[row]
        return line.beside.get(code) if code in line.cells and asks(line, code) else None

    def lives(self) -> tuple[tuple[int, datetime, str], ...]:
        """The lives that are named so far: their line, start and name."""
        return tuple(
            (number, start_value(line.start, self._now), line.live.strip())
            for number, line in enumerate(self.lines)
            if line.day is None and line.start.strip() and (number, "start") not in self._faults
        )

    def show_imported(self, found: Mapping[int, Imported]) -> None:
        """What reports say of some lines."""
        for number, imported in found.items():
            self.lines[number].imported = imported
        self._changed()

    def stops(self) -> bool:
        """Whether something was typed now that is undecided: only that must be said at once."""
        return any(
            self.lines[number].cells[code] != self._before[number].cells[code]
            for number, code in self.undecided()
        )

    def decide(self, cells: Sequence[tuple[int, str]], how: Beside) -> None:
        """What these figures are to the imported ones."""
        for number, code in cells:
            self.lines[number].beside[code] = how
        self._changed()

    def _changed(self) -> None:
        self.dataChanged.emit(
            self.index(0, 0), self.index(self.rowCount() - 1, len(self.codes) - 1)
        )
        self.edited.emit()

    def beside_words(self, number: int, code: str) -> str:
        """What is imported and what is typed, in a sentence."""
        line = self.lines[number]
        text = self.tr("{row}, {column}: {imported} in the report, {typed} by hand")
        return text.format(
            row=self.row_head(number) if line.day is None else short_day_text(line.day),
            column=measure_name(code),
            imported=cell_text(code, line.imported[code]),
            typed=line.cells[code].strip(),
        )

    def store(self, row: int, column: int, text: str) -> None:
        line, code = self.lines[row], self.codes[column]
        if code == "start":
            line.start = text
        elif code == "live":
            line.live = text
        else:
            line.cells[code] = text

    def stored(self) -> None:
        self._faults = faults(self.lines, self._now)

    def fault(self, row: int, column: int) -> str:
        return self._faults.get((row, self.codes[column]), "")

    def first_fault(self) -> str:
        """Which figure cannot be taken, and why; "" where all can."""
        if not self._faults:
            return ""
        (number, code), words = next(iter(self._faults.items()))
        day = self.lines[number].day
        row = self.tr("Line {n}").format(n=number + 1) if day is None else short_day_text(day)
        text = self.tr("{row}, {column}: {words}")
        column = self._head(code).removesuffix(" ¥")
        return text.format(row=row, column=column, words=words)

    def rows(self) -> tuple[TypedRow, ...]:
        """What would be recorded now; nothing while a figure cannot be taken."""
        return () if self._faults else changed(self._before, self.lines, self._now)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)


class TypedGrid(TextGrid):
    """Cells of a `TypedCells`; Tab goes from cell to cell."""

    tabs = True

    def __init__(self, cells: TypedCells, parent: QWidget | None = None) -> None:
        super().__init__(cells, self.tr("Figures by hand"), parent)
        cells.setParent(self)
        self.verticalHeader().setDefaultSectionSize(theme_of(self).control(HIGH))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
