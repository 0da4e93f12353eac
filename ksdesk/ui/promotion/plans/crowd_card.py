"""来的人: the curve around a plan over the median of the weeks before. matplotlib by a job."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.actions.promotion.looking import MEDIAN_WEEKS, Crowd
from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.traffic import from_seconds
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chart.loading import load_charts
from ksdesk.ui.parts.measure_words import measure_name
from ksdesk.ui.parts.texts import elide
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.words import chart_title

HEIGHT = 232
SHORT = 8


class CrowdCard(Card):
    """A blank card until the charts are loaded, then the curve in it."""

    def __init__(
        self, ctx: Context, crowd: Crowd, standing: PlanStanding, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=1, flush=True, parent=parent)
        self._ctx, self._crowd, self._standing = ctx, crowd, standing
        self.chart: Any = None
        self.setMinimumHeight(theme_of(self).px(HEIGHT))
        self._holder = QVBoxLayout()
        self.add_layout(self._holder, 1)
        self._charts = Latest(ctx, self)
        self._charts.ask(load_charts, done=self._build)

    def _build(self, _nothing: object = None) -> None:
        from ksdesk.charts.traffic import ChartEvent, curve
        from ksdesk.ui.parts.chart.card import ChartCard

        crowd, standing = self._crowd, self._standing
        name = measure_name(crowd.code)
        before = self.tr("Median of {n} weeks before").format(n=MEDIAN_WEEKS)
        marks = [
            (standing.plan.begun_at, self.tr("begins")),
            (standing.plan.ended_at, self.tr("ends")),
            *((c.at, self.tr("keywords")) for c in standing.changes if c.what == "keywords"),
            *((c.at, self.tr("changed")) for c in standing.changes if c.what != "keywords"),
        ]
        build = partial(
            curve,
            series=[_series(crowd.code, name, crowd.came)],
            previous=[_series(crowd.code, before, crowd.usual)],
            marks=[ChartEvent(at, elide(word, SHORT)) for at, word in marks if at is not None],
            grain=crowd.grain,
            span=(from_seconds(crowd.start), from_seconds(crowd.end)),
            lang=theme_of(self).lang,
            empty=self.tr("No figures of these hours yet."),
        )
        self.chart = ChartCard(self._ctx, name, tools=False, parent=self)
        self.chart.set_edge("surface")
        self.chart.set_chart(build)
        self.chart.set_chart_title(chart_title(crowd.grain, name))
        self._holder.addWidget(self.chart, 1)


def _series(code: str, label: str, figures: Mapping[int, float]) -> Any:
    import numpy as np

    from ksdesk.charts.traffic import ChartSeries

    times = np.array(list(figures), np.int64).astype("datetime64[s]")
    return ChartSeries(code, label, times, np.array(list(figures.values()), np.float64))
