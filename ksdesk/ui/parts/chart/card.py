"""A card around a chart: title, legend in the title row, tools, formula, and the chart.

Like `parts.chart`, this module imports matplotlib: pages import it where they build the chart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ksdesk.charts.picture import Builder
from ksdesk.exports.files import ExportProblem, replacing
from ksdesk.ui.parts.buttons import IconButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chart.canvas import ChartCanvas
from ksdesk.ui.parts.chart.legend import Legend
from ksdesk.ui.parts.chart.picture import ChartPicture, image_of
from ksdesk.ui.parts.flow import taken_beside
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.paper import Paper, table_html

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.saved import say_saved
from ksdesk.ui.shell.trouble import headline

_STEP_IN = 2.0
_BARE = 56  # px of title and margins around the canvas

Table = tuple[Sequence[str], Sequence[Sequence[str]], int]
"""Headers, rows of words, and from which column on they are figures."""


class ChartCard(Card):
    """Title, legend, tools (zoom, copy, save, print, table) and a `canvas`.

    `tools=False` leaves the tools away; `hint` then stands in their place. `paper_table` gives the
    table that is printed below the picture. `fitted`: `least_height` is another one.
    """

    fitted = Signal()

    def __init__(
        self,
        ctx: Context,
        title: str,
        hint: str = "",
        *,
        tools: bool = True,
        canvas: ChartPicture | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, hint, parent=parent)
        self._ctx = ctx
        self.paper_table: Callable[[], Table] | None = None
        self.canvas: Any = canvas or ChartCanvas(title, self)
        self.legend = Legend(self)
        self._legend_below = False
        self.title_row().insertWidget(1, self.legend)
        self.whole_button = TextButton(self.tr("Whole range"), small=True, inline=True, parent=self)
        self.whole_button.hide()
        self.add_action(self.whole_button)
        self.table_button = TextButton(self.tr("Table"), small=True, inline=True, parent=self)
        self.table_button.hide()
        if tools:
            self._add_tools()
        self.add_action(self.table_button)
        self.formula = small(parent=self)
        self.formula.setWordWrap(True)
        self.formula.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.formula.hide()
        self.add(self.formula)
        self.add(self.canvas, 1)
        if isinstance(self.canvas, ChartCanvas):
            self.whole_button.clicked.connect(self.canvas.reset_view)
            self.canvas.range_changed.connect(self._range_changed)

    def set_chart(self, build: Builder, *, keep_view: bool = False) -> None:
        """Show a chart and its legend; see `ChartCanvas.set_chart`."""
        if isinstance(self.canvas, ChartCanvas):
            plot = self.canvas.set_chart(build, keep_view=keep_view)
            self.whole_button.setVisible(self.canvas.zoomed)
            self.legend.set_items(plot.legend)
        else:
            self.legend.set_items(self.canvas.set_chart(build).legend)
        self._arrange()

    def set_chart_title(self, title: str, hint: str = "") -> None:
        """Another title, for eye, screen reader and saved pictures."""
        self.set_title(title, hint)
        self.canvas.set_name(title)
        self._arrange()

    def set_foot(self, formula: str, *more: str) -> None:
        """The formulas, shown above the chart and in pictures, and what only pictures say."""
        self.formula.setText(formula)
        self.formula.setVisible(bool(formula))
        self.canvas.foot = (formula, *more)
        self._arrange()

    def least_height(self) -> int:
        """Below this the chart's parts would run into each other."""
        high = self.canvas.minimumHeight() + _BARE
        if self.formula.text():
            high += self.formula.height() + 8
        if self._legend_below:
            high += self.legend.height() + 8
        return high

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _room(self) -> int:
        margins = self.body.contentsMargins()
        return self.width() - margins.left() - margins.right() - 2

    def _arrange(self) -> None:
        """The legend in the title row, or below it where title and tools leave too little room."""
        row, before = self.title_row(), self.least_height()
        taken = taken_beside(row, self.legend)
        below = taken + self.legend.sizeHint().width() > self._room()
        if below != self._legend_below:
            self._legend_below = below
            (row if below else self.body).removeWidget(self.legend)
            (self.body if below else row).insertWidget(0 if below else 1, self.legend)
        self.legend.fit(self._room())
        self.formula.setMinimumHeight(0)  # else what is asked of it is never less than it was
        self.formula.setFixedHeight(max(0, self.formula.heightForWidth(self._room())))
        if self.least_height() != before:
            self.fitted.emit()

    def offer_table(self, show: Callable[[], None]) -> None:
        """Show the link 表格, which calls `show`."""
        self.table_button.clicked.connect(show)
        self.table_button.show()

    def put_before_tools(self, widget: QWidget) -> None:
        """A control of the page's own between legend and tools."""
        row = self.title_row()
        row.insertWidget(row.indexOf(self.whole_button), widget)

    def _add_tools(self) -> None:
        tools = [
            ("copy", self.tr("Copy as picture"), self.copy),
            ("export", self.tr("Save as picture (PNG or SVG) or PDF"), self.ask_where),
            ("print", self.tr("Print"), self.print_out),
        ]
        if isinstance(self.canvas, ChartCanvas):
            tools.insert(0, ("zoom", self.tr("Zoom in"), self._zoom_in))
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.tools: dict[str, IconButton] = {}
        for icon, name, work in tools:
            button = IconButton(icon, name, side=18, parent=self)
            button.clicked.connect(work)
            self.tools[icon] = button
            row.addWidget(button)
        self.add_action(holder)

    def _zoom_in(self) -> None:
        assert isinstance(self.canvas, ChartCanvas)
        self.canvas.zoom(_STEP_IN)

    def _range_changed(self, _start: object, _end: object) -> None:
        assert isinstance(self.canvas, ChartCanvas)
        self.whole_button.setVisible(self.canvas.zoomed)

    # -- taking it away ----------------------------------------------------------------------

    def copy(self) -> None:
        """Put the chart into the clipboard and say so."""
        self.canvas.copy()
        self._ctx.notice(self.tr("The picture is in the clipboard"))

    def ask_where(self) -> None:
        """Ask for a file and write the chart there."""
        from ksdesk.exports.tables import file_stem

        self._ctx.ask.save_file(
            self,
            self.tr("Save the chart"),
            f"{file_stem(self.canvas.accessibleName())}.png",
            self.tr("Picture (*.png);;Drawing (*.svg);;Document (*.pdf)"),
            self._save,
        )

    def _save(self, path: Path) -> None:
        suffix = path.suffix.lower()
        if suffix not in (".png", ".svg", ".pdf"):
            path = path.with_name(path.name + ".png")
        write = self.canvas.saver(path)
        if suffix == ".pdf":
            write = partial(_write_pdf, self.canvas.paper(), *self._around(), path)
        self._ctx.jobs.run(self, write, done=partial(self._saved, path), failed=self._not_saved)

    def print_out(self) -> None:
        """Ask for a printer and print the chart with its table."""
        self._ctx.ask.printer(self, self.tr("Print the chart"), self._print)

    def _print(self, printer: QPrinter) -> None:
        self._ctx.jobs.run(
            self, self.canvas.paper(), done=partial(self._print_pixels, printer, self._around())
        )

    def _print_pixels(self, printer: QPrinter, around: tuple[str, str], pixels) -> None:
        _paper(*around, pixels).draw(printer)

    def _around(self) -> tuple[str, str]:
        """The title, and the table below the picture as HTML."""
        title = self.canvas.accessibleName()
        if self.paper_table is None:
            return title, ""
        return title, table_html(*self.paper_table())

    def _saved(self, path: Path, _nothing: object) -> None:
        say_saved(self._ctx, self.tr("Saved: {name}").format(name=path.name), path.parent)

    def _not_saved(self, error: BaseException) -> None:
        if not isinstance(error, ExportProblem):
            raise error
        self._ctx.notice(headline(error))


def _paper(title: str, table: str, pixels) -> Paper:
    # Title, range, formula and files stand in the picture itself.
    html = f'<p><img src="chart" alt="{escape(title)}"></p>{table}'
    return Paper(title, html, {"chart": image_of(pixels)})


def _write_pdf(draw: Callable[[], object], title: str, table: str, path: Path) -> None:
    with replacing(path) as fresh:
        _paper(title, table, draw()).write_pdf(fresh)
