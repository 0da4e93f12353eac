"""New and lost fans and the follow rate over time; what draws is imported by a job."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.reviews.fans import Fans
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chart.loading import load_charts
from ksdesk.ui.parts.states import LoadingBlocks
from ksdesk.ui.reviews.fans import words
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.theme import theme_of

if TYPE_CHECKING:
    from ksdesk.ui.parts.chart.card import ChartCard

HEIGHT = 320


class FansCurve(QWidget):
    """The chart's card, grey blocks until the charts are loaded."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._charts = Latest(ctx, self)
        self._fans: Fans | None = None
        self.card: ChartCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._blank = Card(parent=self)
        self._blank.add(LoadingBlocks(5, parent=self._blank), 1)
        self._column.addWidget(self._blank)
        self.setMinimumHeight(theme_of(self).px(HEIGHT))

    def show_fans(self, found: Fans) -> None:
        """Draw what is known of a time."""
        self._fans = found
        if self.card is not None:
            self._draw(self.card, found)
        elif not self._charts.waiting:
            self._charts.ask(load_charts, done=self._build)

    def _build(self, _nothing: object = None) -> None:
        from ksdesk.ui.parts.chart.card import ChartCard

        self.card = ChartCard(self._ctx, self.tr("Fans over time"), parent=self)
        self._column.replaceWidget(self._blank, self.card)
        self._blank.hide()
        self._blank.deleteLater()
        if self._fans is not None:
            self._draw(self.card, self._fans)

    def _draw(self, card: ChartCard, found: Fans) -> None:
        from ksdesk.charts.traffic import curve

        build = partial(
            curve,
            series=_series(found),
            grain=found.grain,
            lang=theme_of(self).lang,
            empty=self.tr("Nothing tells of fans in this time."),
        )
        card.set_chart(build)


def _series(found: Fans) -> list[Any]:
    import numpy as np

    from ksdesk.charts.traffic import ChartSeries

    times = np.array([one.start for one in found.periods], dtype="datetime64[s]")
    rates = [one.follow.ratio if one.follow is not None else None for one in found.periods]
    made = (
        ("new", words.NEW, [one.new for one in found.periods], "count"),
        ("lost", words.LOST, [one.lost for one in found.periods], "count"),
        ("follow", words.FOLLOW, rates, "rate"),
    )
    return [
        ChartSeries(name, words.said(word), times, np.array(values, dtype=np.float64), unit=unit)
        for name, word, values, unit in made
        if any(value is not None for value in values)
    ]
