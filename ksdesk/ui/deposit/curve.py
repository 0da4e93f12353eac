"""The step curve of balance and line. matplotlib is imported by a job, when first needed."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.deposit.words import BAD_KINDS
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chart.loading import load_charts
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.theme import theme_of

if TYPE_CHECKING:
    from ksdesk.ui.parts.chart.card import ChartCard

LOW = 112  # px that the drawing itself may shrink to


class DepositCurve(QWidget):
    """The chart's card, an empty one until the charts are loaded.

    `picked(number)` when the dot of a ledger line was clicked.
    """

    picked = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._charts = Latest(ctx, self)
        self._view: AccountView | None = None
        self._chosen: int | None = None
        self.card: ChartCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._blank = Card(self.tr("Balance and line"), parent=self)
        self._blank.add_stretch()
        self._column.addWidget(self._blank)

    def show_view(self, view: AccountView) -> None:
        """Draw the curve of an account."""
        self._view = view
        if self.card is not None:
            self._draw(self.card, view)
        elif not self._charts.waiting:
            self._charts.ask(load_charts, done=self._build)

    def choose(self, number: int | None) -> None:
        """Mark the dot of a ledger line."""
        self._chosen = number
        if self.card is not None:
            self.card.canvas.choose(number)

    def _build(self, _nothing: object = None) -> None:
        from ksdesk.ui.parts.chart.card import ChartCard

        title, hint = self.tr("Balance and line"), self.tr("A dot opens its entry")
        self.card = ChartCard(self._ctx, title, hint, tools=False, parent=self)
        self.card.canvas.picked.connect(self.picked)
        self._column.replaceWidget(self._blank, self.card)
        self._blank.hide()
        self._blank.deleteLater()
        if self._view is not None:
            self._draw(self.card, self._view)

    def _draw(self, card: ChartCard, view: AccountView) -> None:
        from ksdesk.charts.deposit import BalancePoint, LegendWords, RequiredStep, steps

        words = LegendWords(self.tr("Balance"), self.tr("Required"), self.tr("Days below"))
        build = partial(
            steps,
            entries=tuple(
                BalancePoint(_midnight(e.day), balance, e.kind in BAD_KINDS, e.id)
                for e, balance in view.points
            ),
            required=tuple(RequiredStep(_midnight(day), amount) for day, amount in view.steps),
            until=self._ctx.clock(),
            words=words,
            lang=theme_of(self).lang,
            empty=self.tr("The curve begins with the first entry."),
        )
        card.set_chart(build, keep_view=True)
        card.canvas.choose(self._chosen)
        # One panel of steps is still legible at less than charts ask for in general.
        card.canvas.setMinimumHeight(LOW)


def _midnight(day) -> datetime:
    return datetime.combine(day, time())
