"""A card around a chart: title, legend in the title row, tools, and the chart.

Like `parts.chart`, this module imports matplotlib: pages import it where they build the chart.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ksdesk.charts.picture import Builder
from ksdesk.charts.pieces import LegendItem
from ksdesk.ui.parts.buttons import IconButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chart import ChartCanvas
from ksdesk.ui.shell.theme import SMALL, theme_of

if TYPE_CHECKING:
    from ksdesk.ui.shell.context import Context

_KEY = 20
_BETWEEN = 14
_STEP_IN = 2.0


class Legend(QWidget):
    """Keys and names in one row; names that find no room become … with all in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[LegendItem, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(theme_of(self).line(SMALL))

    def set_items(self, items: tuple[LegendItem, ...]) -> None:
        """Show these."""
        self._items = items
        self.setAccessibleName(", ".join(item.label for item in items))
        self._set_tip()
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[int]:
        metrics = theme_of(self).metrics(SMALL)
        return [
            metrics.horizontalAdvance(item.label) + (18 if item.kind != "line" else _KEY + 6)
            for item in self._items
        ]

    def _shown(self) -> int:
        """How many find room."""
        used = 0
        for count, wide in enumerate(self._widths()):
            last = count == len(self._items) - 1
            if used + wide + (0 if last else 16) > self.width():
                return count
            used += wide + _BETWEEN
        return len(self._items)

    def _set_tip(self) -> None:
        whole = self._shown() == len(self._items)
        self.setToolTip("" if whole else "\n".join(item.label for item in self._items))

    def sizeHint(self) -> QSize:
        wide = sum(self._widths()) + _BETWEEN * max(0, len(self._items) - 1)
        return QSize(wide, theme_of(self).line(SMALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, theme_of(self).line(SMALL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setFont(theme.font(SMALL))
        left, middle = 0.0, self.height() / 2
        shown = self._shown()
        for item, wide in zip(self._items[:shown], self._widths(), strict=False):
            key = _draw_key(painter, item, left, middle)
            painter.setPen(theme.color("muted"))
            place = QRectF(left + key, 0, wide, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, item.label)
            left += wide + _BETWEEN
        if shown < len(self._items):
            painter.setPen(theme.color("muted"))
            place = QRectF(left, 0, 16, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, "…")


def _draw_key(painter: QPainter, item: LegendItem, left: float, middle: float) -> int:
    """The line or square in front of a name; how far the name stands from its left edge."""
    colour = QColor(item.colour)
    if item.kind != "line":
        high = 8 if item.kind == "bar" else 12
        painter.fillRect(QRectF(left, middle - high / 2, 12, high), colour)
        return 18
    pen = QPen(colour, 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if item.dash:
        # Qt counts dashes in widths of the pen.
        pen.setDashPattern([part / 2 for part in item.dash])
    painter.setPen(pen)
    painter.drawLine(QPointF(left, middle), QPointF(left + _KEY, middle))
    return _KEY + 6


class ChartCard(Card):
    """Title, legend, tools (zoom, copy, save, table) and a `canvas`.

    `tools=False` leaves the tools away; `hint` then stands in their place.
    """

    def __init__(
        self,
        ctx: Context,
        title: str,
        hint: str = "",
        *,
        tools: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, hint, parent=parent)
        self._ctx = ctx
        self.canvas = ChartCanvas(title, self)
        self.legend = Legend(self)
        row = self.title_row()
        # All the room between title and tools: the row has a stretch of its own.
        row.insertWidget(1, self.legend, 1000)
        self.whole_button = TextButton(self.tr("Whole range"), small=True, inline=True, parent=self)
        self.whole_button.clicked.connect(self.canvas.reset_view)
        self.whole_button.hide()
        self.add_action(self.whole_button)
        self.table_button = TextButton(self.tr("Table"), small=True, inline=True, parent=self)
        self.table_button.hide()
        if tools:
            self._add_tools()
        self.add_action(self.table_button)
        self.add(self.canvas, 1)
        self.canvas.range_changed.connect(self._range_changed)

    def set_chart(self, build: Builder, *, keep_view: bool = False) -> None:
        """Show a chart and its legend; see `ChartCanvas.set_chart`."""
        plot = self.canvas.set_chart(build, keep_view=keep_view)
        self.legend.set_items(plot.legend)
        self.whole_button.setVisible(self.canvas.zoomed)

    def set_chart_title(self, title: str, hint: str = "") -> None:
        """Another title, for eye, screen reader and saved pictures."""
        self.set_title(title, hint)
        self.canvas.set_name(title)

    def offer_table(self, show: Callable[[], None]) -> None:
        """Show the link 表格, which calls `show`."""
        self.table_button.clicked.connect(show)
        self.table_button.show()

    def _add_tools(self) -> None:
        self.zoom_button = IconButton("zoom", self.tr("Zoom in"), side=18, parent=self)
        self.zoom_button.clicked.connect(self._zoom_in)
        self.copy_button = IconButton("copy", self.tr("Copy as picture"), side=18, parent=self)
        self.copy_button.clicked.connect(self.copy)
        self.save_button = IconButton(
            "export", self.tr("Save as picture (PNG or SVG)"), side=18, parent=self
        )
        self.save_button.clicked.connect(self.ask_where)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.zoom_button, self.copy_button, self.save_button):
            row.addWidget(button)
        self.add_action(holder)

    def _zoom_in(self) -> None:
        self.canvas.zoom(_STEP_IN)

    def _range_changed(self, _start: object, _end: object) -> None:
        self.whole_button.setVisible(self.canvas.zoomed)

    def copy(self) -> None:
        """Put the chart into the clipboard and say so."""
        self.canvas.copy()
        self._ctx.notice(self.tr("The picture is in the clipboard"))

    def ask_where(self) -> None:
        """Ask for a file and write the chart there."""
        name = "".join(char for char in self.canvas.accessibleName() if char not in '\\/:*?"<>|')
        self._ctx.ask.save_file(
            self,
            self.tr("Save the chart"),
            f"{name.strip() or 'ksdesk'}.png",
            self.tr("Picture (*.png);;Drawing (*.svg)"),
            self._save,
        )

    def _save(self, path: Path) -> None:
        if path.suffix.lower() not in (".png", ".svg"):
            path = path.with_name(path.name + ".png")
        self._ctx.jobs.run(
            self,
            self.canvas.saver(path),
            done=partial(self._saved, path),
            failed=partial(self._not_saved, path),
        )

    def _saved(self, path: Path, _nothing: object) -> None:
        self._ctx.notice(self.tr("Saved: {name}").format(name=path.name))

    def _not_saved(self, path: Path, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        text = self.tr("{name} could not be saved: {reason}")
        self._ctx.notice(text.format(name=path.name, reason=error.strerror or str(error)))
