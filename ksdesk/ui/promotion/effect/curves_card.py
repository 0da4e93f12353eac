"""多花一元，多剩多少: each way's curve, and what its last ¥100 brought."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.actions.promotion.effect import Answer
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import NOTHING
from ksdesk.ui.promotion.effect import words
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import theme_of

if TYPE_CHECKING:
    from ksdesk.ui.parts.chart.card import ChartCard


class CurvesCard(QWidget):
    """The chart, made when it is first needed, and a table below it."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self.chart: ChartCard | None = None
        self.below = Card(self.tr("Way by way"), flush=True, parent=self)
        self.model = RowsModel(self._columns(), key=lambda row: row[0], parent=self)
        self.table = TableView(self.model, name=self.tr("Way by way"), row_height=40, parent=self)
        self.below.add(self.table)
        self._column.addWidget(self.below)
        self._column.addStretch(1)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "way",
                self.tr("Way"),
                lambda row: words.name(row[0]),
                icon=lambda row: (words.icon(row[0]), "muted"),
                minimum=120,
            ),
            Column("now", self.tr("Now ¥"), lambda row: row[1], words.yuan, "right", 72),
            Column(
                "best", self.tr("Better ¥"), lambda row: row[2], words.yuan, "right", 80, bold=True
            ),
            Column(
                "last",
                self.tr("Last ¥100 back"),
                lambda row: None if row[3] is None else row[3].mid,
                words.yuan,
                "right",
                120,
            ),
            Column(
                "verdict",
                self.tr("Verdict"),
                lambda row: NOTHING,
                pill=lambda row: words.last_pill(row[3], row[1]),
                width=96,
                sort=False,
            ),
        ]

    def show_told(self, told: Answer | None) -> None:
        """Show the curves; without an answer what is there stays."""
        if told is None:
            return
        rows = [
            (way, now, best, told.last.get(way)) for way, (now, best) in words.mixes(told).items()
        ]
        self.model.set_rows(rows)
        self.table.fit_height()
        self._draw(told)

    def _draw(self, told: Answer) -> None:
        from ksdesk.charts.response import Response, ResponseWords, responses
        from ksdesk.ui.parts.chart.card import ChartCard
        from ksdesk.ui.promotion.effect.canvas import ResponseCanvas

        if self.chart is None:
            name = self.tr("What one more yuan brings back")
            self.chart = ChartCard(self._ctx, name, canvas=ResponseCanvas(name), parent=self)
            self.chart.set_foot(
                self.tr(
                    "Across: spent a day. Up: back a day, goods, shipping and refunds taken off."
                    " The pale band is what cannot be told."
                )
            )
            self._column.insertWidget(0, self.chart)
        colours = words.colours(told.proposal.today)
        ways = [
            Response(
                words.name(way),
                colours[way],
                curve.spend,
                curve.low,
                curve.mid,
                curve.high,
                told.proposal.today[way],
                told.proposal.best[way],
            )
            for way, curve in told.curves.items()
        ]
        said = ResponseWords(
            self.tr("○ now"), self.tr("● better"), self.tr("as much back as spent")
        )
        self.chart.set_chart(partial(responses, ways=ways, words=said, lang=theme_of(self).lang))
        self.chart.canvas.setAccessibleDescription(self._told(told))

    def _told(self, told: Answer) -> str:
        text = self.tr("{way}: now ¥{now}, better ¥{best}")
        return "; ".join(
            text.format(way=words.name(way), now=words.yuan(now), best=words.yuan(best))
            for way, (now, best) in words.mixes(told).items()
        )
