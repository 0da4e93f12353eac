"""The grid of 填成本: a product or an option a row, its cost and the day from which it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QHeaderView, QWidget

from ksdesk.domain.calendar import parse_day
from ksdesk.domain.money import MoneyError, format_yuan, parse_yuan
from ksdesk.domain.promotion.cost_lines import CostLine, usual_since
from ksdesk.domain.promotion.costs import UnitCost
from ksdesk.ui.parts.grid import Index
from ksdesk.ui.parts.text_grid import TextCells, TextGrid
from ksdesk.ui.parts.texts import count_text, money_text, short_day_text
from ksdesk.ui.shell.theme import theme_of

NAME, ORDERS, PRICE, COST, SINCE = range(5)
HIGH = 44  # px: a figure, and a word below it
NARROW = 96  # px: a day, or the beginning of a name


@dataclass(frozen=True)
class TypedCost:
    """A cost that was typed: of which line, in fen, from which day."""

    line: CostLine
    cost: int
    since: date


class CostCells(TextCells):
    """Lines with the costs that hold today; another figure is a new cost from its day on."""

    figures = frozenset((ORDERS, PRICE, COST))

    def __init__(
        self, lines: Sequence[CostLine], today: date, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.lines, self._today = list(lines), today
        self._texts = [["" if x.cost is None else format_yuan(x.cost), ""] for x in self.lines]
        self._before = [tuple(texts) for texts in self._texts]
        self.heads = (
            self.tr("Product"),
            self.tr("Orders of 30 days"),
            self.tr("Price ¥"),
            self.tr("Cost of a piece ¥"),
            self.tr("From which day"),
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def row_head(self, row: int) -> str:
        return self.text(row, NAME) or super().row_head(row)

    def text(self, row: int, column: int) -> str:
        line = self.lines[row]
        if column == NAME:
            return f"{line.title} {line.option}".strip()
        if column == ORDERS:
            return count_text(line.orders) if line.orders else ""
        if column == PRICE:
            return "" if line.price is None else format_yuan(line.price)
        return self._texts[row][column - COST]

    def locked(self, row: int, column: int) -> str:
        return "" if column >= COST else self.tr("Costs are typed at the right")

    def store(self, row: int, column: int, text: str) -> None:
        self._texts[row][column - COST] = text

    def is_changed(self, row: int, column: int) -> bool:
        return (
            column >= COST and self._texts[row][column - COST] != self._before[row][column - COST]
        )

    def hint(self, column: int) -> str:
        return {COST: self.tr("e.g. 20.50"), SINCE: self.tr("e.g. 2026-11-01")}.get(column, "")

    def aside(self, row: int, column: int) -> str:
        line = self.lines[row]
        if column == COST and self.is_changed(row, COST) and line.cost is not None:
            return self.tr("was {cost}").format(cost=format_yuan(line.cost))
        if column == COST and line.before is not None:
            return self.tr("before {cost}").format(cost=format_yuan(line.before))
        if column != SINCE or self._texts[row][1]:
            return ""
        day = self._usual(row) if self.is_changed(row, COST) else line.since
        return (
            "" if day is None else self.tr("since {day}").format(day=short_day_text(day, year=True))
        )

    def _usual(self, row: int) -> date:
        line = self.lines[row]
        return usual_since(line.first, line.cost is not None, self._today)

    def fault(self, row: int, column: int) -> str:
        if column < COST or not (text := self._texts[row][column - COST].strip()):
            gone = column == COST and self.lines[row].cost is not None
            return self.tr("A cost is changed, not emptied: 0 is free") if gone else ""
        try:
            if column == COST:
                if parse_yuan(text) < 0:
                    return self.tr("A cost is not below zero")
            else:
                parse_day(text)
        except MoneyError:
            return self.tr("“{text}” is no amount").format(text=text)
        except ValueError:
            return self.tr("“{text}” is no day").format(text=text)
        return ""

    def advice(self) -> str:
        """What is odd about a cost that can be taken all the same."""
        for row, line in enumerate(self.lines):
            filled = self._filled(row)
            if filled is None:
                continue
            name = self.text(row, NAME)
            if line.price is not None and filled.cost > line.price:
                text = self.tr("{name}: costs more than its price of {price}. Fine if it is so.")
                return text.format(name=name, price=money_text(line.price))
            if line.first is not None and line.uncovered and filled.since > line.first:
                return self._still_none(row, line.first)
        return ""

    def too_late(self) -> str:
        """Of a cost that begins after orders of its goods, until an earlier day is typed."""
        for row, line in enumerate(self.lines):
            if line.first is not None and line.too_late and not self._filled(row):
                return self._still_none(row, line.first)
        return ""

    def _still_none(self, row: int, first: date) -> str:
        text = self.tr("{name}: orders from {day} on still have no cost")
        return text.format(name=self.text(row, NAME), day=short_day_text(first, year=True))

    def filled(self) -> tuple[TypedCost, ...]:
        """The costs that are other ones than before."""
        return tuple(found for row in range(len(self.lines)) if (found := self._filled(row)))

    def _filled(self, row: int) -> TypedCost | None:
        cost, since = (text.strip() for text in self._texts[row])
        changed = self.is_changed(row, COST) or (self.is_changed(row, SINCE) and since)
        if not cost or not changed or self.fault(row, COST) or self.fault(row, SINCE):
            return None
        day = parse_day(since) if since else self._usual(row)
        return TypedCost(self.lines[row], parse_yuan(cost), day)

    def take(self, costs: Sequence[UnitCost]) -> list[UnitCost]:
        """Put costs of a table into their cells, as one step, of a line's several the newest.
        Those that have no cell come back."""
        rows = {(line.good[0], line.sku_key): row for row, line in enumerate(self.lines)}
        newest = {(c.product, c.sku_key): c for c in sorted(costs, key=lambda cost: cost.since)}
        told = [(rows[key], cost) for key, cost in newest.items() if key in rows]
        cells = [(row, COST, format_yuan(cost.cost)) for row, cost in told]
        cells += [(row, SINCE, cost.since.isoformat()) for row, cost in told]
        self.put(cells, self.tr("a table of costs"))
        shown = [cost for _, cost in told]
        return [cost for cost in costs if cost not in shown]

    def still_missing(self) -> list[CostLine]:
        """The lines that would still have no cost."""
        done = {row for row in range(len(self.lines)) if self._filled(row)}
        return [x for row, x in enumerate(self.lines) if x.missing and row not in done]


class CostGrid(TextGrid):
    """Cells of a `CostCells`; the cursor begins in the first cost that is missing."""

    def __init__(self, cells: CostCells, parent: QWidget | None = None) -> None:
        super().__init__(cells, self.tr("Costs"), parent)
        cells.setParent(self)
        theme = theme_of(self)
        self.verticalHeader().setDefaultSectionSize(theme.control(HIGH))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setMinimumSectionSize(theme.px(NARROW))
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (ORDERS, PRICE, COST, SINCE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, max(theme.px(NARROW), self.head_width(column)))
        if cells.rowCount():
            self.setCurrentIndex(cells.index(0, SINCE if cells.lines[0].too_late else COST))
