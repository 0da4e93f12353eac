"""什么时候人多: the heat map's card, built once the charts are loaded."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.traffic import measure
from ksdesk.domain.traffic.heat import Heat
from ksdesk.ui.parts.measure_words import figure_text, measure_name
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.view import ShownTraffic
from ksdesk.ui.traffic.words import formula

CELLS = 7 * 28 + 4 + 25
CARD = CELLS + 56


class HeatCard(QWidget):
    """Hidden while there are no figures by hour. `table_asked` by its link."""

    table_asked = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.heat: Heat | None = None
        self.card: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_view(self, shown: ShownTraffic) -> None:
        """Show when people came; matplotlib must be loaded by now."""
        before, self.heat = self.heat, shown.heat
        self.setVisible(self.heat is not None)
        if self.heat is not None and self.heat != before:
            self._draw(self.heat)

    def title(self) -> str:
        """What the map is of."""
        assert self.heat is not None
        if self.heat.code == "views":
            return self.tr("When people come")
        return self.tr("{measure} by weekday and hour").format(measure=measure_name(self.heat.code))

    def note(self) -> str:
        """How it came about, and the advice."""
        assert self.heat is not None
        said = [self.tr("{n}-week median").format(n=self.heat.weeks)]
        if self.heat.skipped:
            said.append(self.tr("no suspect hours"))
        if self.heat.best is not None:
            first, last = self.heat.best
            said.append(self.tr("best {first}–{last} h").format(first=first, last=last))
        return self.tr("; ").join(said)

    def _draw(self, heat: Heat) -> None:
        from ksdesk.charts.heat import heat_map

        if self.card is None:
            self._build()
        kind = measure(heat.code).kind
        build = partial(
            heat_map,
            cells=heat.cells,
            best=heat.best,
            unit="count" if kind == "number" else kind,
            words=(self.tr("few"), self.tr("many")),
            lang=theme_of(self).lang,
        )
        self.card.set_chart(build)
        self.card.set_chart_title(self.title(), self.note())
        self.card.canvas.foot = (self.note(), self._formula())
        self.card.canvas.setFixedHeight(theme_of(self).px(CELLS))
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.setFixedHeight(self.card.least_height())

    def _formula(self) -> str:
        assert self.heat is not None
        how = formula(self.heat.code)
        return f"{measure_name(self.heat.code)} = {how}" if "÷" in how else how

    def _build(self) -> None:
        from ksdesk.ui.parts.chart.card import ChartCard
        from ksdesk.ui.parts.heat_canvas import HeatCanvas

        self.card = ChartCard(self._ctx, self.tr("When people come"), canvas=HeatCanvas())
        self.card.fitted.connect(self._fit)
        self.card.offer_table(self.table_asked.emit)
        self.card.paper_table = self.words_table
        self._column.addWidget(self.card)

    def words_table(self) -> tuple[list[str], list[list[str]], int]:
        """The cells as words: a row an hour, a column a weekday."""
        from ksdesk.charts.ticks import weekday_name

        assert self.heat is not None
        lang = theme_of(self).lang
        heads = [self.tr("Hour"), *(weekday_name(day, lang) for day in range(7))]
        code, cells = self.heat.code, self.heat.cells
        rows = [
            [f"{hour:02d}:00", *(figure_text(code, cells[day][hour]) for day in range(7))]
            for hour in range(24)
        ]
        return heads, rows, 1
